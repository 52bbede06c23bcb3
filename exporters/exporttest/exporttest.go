package exporttest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/newsledger/newsledger/schema"
)

// Writer is exporters.Writer; the formats are tested below that package.
type Writer interface {
	Write(schema.Batch) error
	Close() error
}

// Format is how a test writes and reads back one format.
type Format struct {
	Create func(dir string, counts map[string]int) (Writer, error)
	// Read returns what the file of a table holds, by row, in the columns of Columns, each value as Batch.String writes it.
	Read func(t testing.TB, dir string, table *schema.Table) [][]string
	// Columns are those columns of a table that the format shows; nil for all. No column: the table is not shown.
	Columns func(table *schema.Table) []*schema.Column
	// Held is what the format holds of a value; nil when it holds every value whole.
	Held func(b schema.Batch, c *schema.Column, i int) string
}

// Run demands of a format what every format must do.
func Run(t *testing.T, f Format) {
	if f.Columns == nil {
		f.Columns = allColumns
	}
	if f.Held == nil {
		f.Held = schema.Batch.String
	}
	t.Run("EveryTableComesBack", func(t *testing.T) { f.comesBack(t, 70, 7) })
	t.Run("TablesWithoutRows", func(t *testing.T) { f.comesBack(t, 0, 1) })
	t.Run("OneRow", func(t *testing.T) { f.comesBack(t, 1, 1) })
	t.Run("MoreThanAPageAColumn", f.longColumns)
	t.Run("EqualRowsGiveEqualBytes", f.deterministic)
}

func allColumns(table *schema.Table) []*schema.Column {
	var all []*schema.Column
	for i := range table.Columns {
		all = append(all, &table.Columns[i])
	}
	return all
}

// comesBack writes n rows of every table, tables in turn, size rows at a time, and reads them back.
func (f Format) comesBack(t *testing.T, n, size int) {
	dir := t.TempDir()
	batches := f.write(t, dir, n, size)
	for _, b := range batches {
		f.compare(t, dir, b)
	}
}

func (f Format) write(t testing.TB, dir string, n, size int) []schema.Batch {
	t.Helper()
	var batches []schema.Batch
	counts := map[string]int{}
	for _, table := range schema.Tables {
		batches = append(batches, Rows(table, n, 1))
		counts[table.Name] = n
	}
	w, err := f.Create(dir, counts)
	if err != nil {
		t.Fatal(err)
	}
	for from := 0; from < n; from += size {
		for _, b := range batches {
			if err := w.Write(b.Slice(from, min(from+size, n))); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return batches
}

func (f Format) compare(t *testing.T, dir string, b schema.Batch) {
	t.Helper()
	columns := f.Columns(b.Table)
	if len(columns) == 0 {
		return
	}
	got := f.Read(t, dir, b.Table)
	if len(got) != b.Len() {
		t.Errorf("%s: %d rows came back of %d", b.Table.Name, len(got), b.Len())
		return
	}
	for i := range got {
		for k, c := range columns {
			if want := f.Held(b, c, i); got[i][k] != want {
				t.Errorf("%s: row %d: %s (%s): got %s, want %s", b.Table.Name, i+1, c.Name, c.Kind, shown(got[i][k]), shown(want))
			}
		}
	}
}

func shown(s string) string {
	if len(s) > 80 {
		return fmt.Sprintf("%.60q… (%d bytes)", s, len(s))
	}
	return fmt.Sprintf("%q", s)
}

// longColumns writes a table whose text columns each hold well over 1 MiB: encodings that break past a page, and dictionaries that overflow,
// show only there.
func (f Format) longColumns(t *testing.T) {
	dir := t.TempDir()
	b := Rows(schema.Citations, 6_000, 2)
	for k := range schema.Citations.Columns {
		c := &schema.Citations.Columns[k]
		if c.Kind != schema.Text || c.Role != schema.Value {
			continue
		}
		for i := range b.Len() {
			b.Set(c, i, fmt.Sprintf("%s %d %d: %s", c.Name, i, i*7919%6007, strings.Repeat("word ", 50)))
		}
	}
	w, err := f.Create(dir, map[string]int{"citations": b.Len()})
	if err != nil {
		t.Fatal(err)
	}
	for from := 0; from < b.Len(); from += 100 {
		if err := w.Write(b.Slice(from, from+100)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f.compare(t, dir, b)
}

// deterministic writes the same rows twice, a second apart, in other batches and with one processor.
func (f Format) deterministic(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	f.write(t, first, 300, 300)
	time.Sleep(1100 * time.Millisecond)
	old := runtime.GOMAXPROCS(1)
	f.write(t, second, 300, 11)
	runtime.GOMAXPROCS(old)
	a, b := hashes(t, first), hashes(t, second)
	if a != b || a == "" {
		t.Errorf("files differ:\n%s\n%s", a, b)
	}
}

func hashes(t *testing.T, dir string) string {
	var all bytes.Buffer
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%x %s\n", sha256.Sum256(raw), strings.TrimPrefix(path, dir))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
