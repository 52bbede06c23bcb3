package exporters

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

// TestHardDataset writes the hard rows of exporttest in all formats at once. NEWSLEDGER_HARD names a directory to publish them in, for
// readers that are not written in Go (.ci/readers.py).
func TestHardDataset(t *testing.T) {
	dir := os.Getenv("NEWSLEDGER_HARD")
	if dir == "" {
		dir = filepath.Join(t.TempDir(), "hard")
	}
	const n = 200
	counts := map[string]int{}
	for _, table := range schema.Tables {
		counts[table.Name] = n
	}
	counts["event_types"] = len(schema.EventTypeRows)
	p := begin(t, dir)
	defer p.Abort()
	w, err := CreateAll(Formats, p.Dir(), counts, Options{Edition: schema.Edition{Version: "0.0.1"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range schema.Tables {
		b := exporttest.Rows(table, n, 5)
		if table == schema.EventTypes {
			b = schema.BatchOf(table, schema.EventTypeRows)
		}
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Describe(p.Dir(), counts, Options{Edition: schema.Edition{Version: "0.0.1"}}); err != nil {
		t.Fatal(err)
	}
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"csv/articles.csv", "parquet/articles.parquet", "newsledger.xlsx", "datapackage.json", "CODEBOOK.md", "SHA256SUMS"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}
