package transform

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/resolve"
	"golang.org/x/tools/txtar"
)

// goldenColumns are the columns that a golden shows of each table: what a reader checks against the article.
var goldenColumns = []struct{ table, columns string }{
	{"articles", "source status title byline publisher publisher_type dateline published_edtf published_basis language n_repaired n_removed"},
	{"actors", "name actor_type country_code title affiliation aliases is_sensitive"},
	{"relations", "quote relation title status"},
	{"places", "name place_type country_code n_mentions"},
	{"dates", "quote date_edtf date_basis"},
	{"citations_flat", "kind source_name cue content"},
	{"figures_flat", "value_text object measure object_group group_country claimant whole_text event_type"},
	{"events_flat", "event_type status assertion date_text summary"},
}

// TestArticlesGiveTheirGoldenTables reads every article of testdata/articles alone and compares its tables with testdata/golden. -update
// rewrites the tables and keeps the sentence that opens each golden.
func TestArticlesGiveTheirGoldenTables(t *testing.T) {
	articles, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*"))
	if err != nil || len(articles) == 0 {
		t.Fatal("no articles in testdata/articles", err)
	}
	for _, article := range articles {
		name := filepath.Base(article)
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("..", "testdata", "golden", name+".txtar")
			got := goldenOf(t, article)
			old, err := txtar.ParseFile(file)
			if errors.Is(err, os.ErrNotExist) && *update {
				old = &txtar.Archive{Comment: []byte("Pins: say here what this article is about.\n")}
			} else if err != nil {
				t.Fatal(err)
			}
			got.Comment = old.Comment
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(txtar.Format(old)), string(txtar.Format(got))); diff != "" {
				t.Errorf("tables (-want +got); go test ./transform -run Golden -update renews them:\n%s", diff)
			}
		})
	}
}

func goldenOf(t *testing.T, article string) *txtar.Archive {
	var notes []string
	d, err := Gather(t.Context(), []string{article}, nil, Options{}, Events{Skipped: func(err error) { notes = append(notes, filepath.Base(err.Error())) }})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	shown := golden{}
	if err := resolvedOf(d).Write(shown, resolve.Omit{}); err != nil {
		t.Fatal(err)
	}
	a := &txtar.Archive{}
	for _, g := range goldenColumns {
		if shown[g.table] != "" {
			a.Files = append(a.Files, txtar.File{Name: g.table + ": " + g.columns, Data: []byte(shown[g.table])})
		}
	}
	if len(notes) > 0 {
		a.Files = append(a.Files, txtar.File{Name: "skipped", Data: []byte(strings.Join(notes, "\n") + "\n")})
	}
	return a
}

// golden is a sink that writes the shown columns of each row in a line.
type golden map[string]string

func (g golden) Write(b schema.Batch) error {
	for _, shown := range goldenColumns {
		if shown.table != b.Table.Name {
			continue
		}
		for i := range b.Len() {
			var cells []string
			for name := range strings.FieldsSeq(shown.columns) {
				cells = append(cells, strings.Join(strings.Fields(b.String(b.Table.Column(name), i)), " "))
			}
			g[b.Table.Name] += strings.TrimRight(fmt.Sprintln(strings.Join(cells, " ; ")), " ;\n") + "\n"
		}
	}
	return nil
}
