package datapackage

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
)

// describe1 describes a directory that holds the files of these names, each with its own name as content.
func describe1(t *testing.T, o Options, names ...string) (*Package, string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(dir, map[string]int{"events": 7}, o); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	p := &Package{}
	if err := json.Unmarshal(raw, p); err != nil {
		t.Fatal(err)
	}
	return p, dir
}

func tablesAs(folder, ext string) []string {
	var names []string
	for _, t := range schema.Tables {
		names = append(names, folder+"/"+t.Name+ext)
	}
	return names
}

func TestEveryTableIsOneResourceWithItsKeys(t *testing.T) {
	for _, names := range [][]string{tablesAs("csv", ".csv"), tablesAs("parquet", ".parquet"), slices.Concat(tablesAs("csv", ".csv"), tablesAs("parquet", ".parquet"), []string{"newsledger.xlsx"})} {
		p, _ := describe1(t, Options{}, names...)
		keys := map[string][]string{}
		for _, r := range p.Resources {
			if keys[r.Name] != nil || r.Schema == nil || r.Type != "table" {
				t.Errorf("%s: twice, or no table", r.Name)
			}
			keys[r.Name] = append([]string{}, r.Schema.PrimaryKey...)
		}
		described := map[string]bool{}
		for _, r := range p.All() {
			described[r.Path] = true
		}
		for _, name := range append(names, CodebookName, ReadmeName, DuckDBName) {
			if !described[name] {
				t.Errorf("%s is not described", name)
			}
		}
		if len(p.Resources) != len(schema.Tables) {
			t.Errorf("%d resources of %d tables", len(p.Resources), len(schema.Tables))
		}
		for _, r := range p.Resources {
			for _, k := range r.Schema.ForeignKeys {
				of := k.Reference.Resource
				if of == r.Name {
					t.Errorf("%s: a reference to itself must not name it", r.Name)
				}
				if of == "" {
					of = r.Name
				}
				if !slices.Equal(keys[of], k.Reference.Fields) {
					t.Errorf("%s: %v refers to %v of %s, whose key is %v", r.Name, k.Fields, k.Reference.Fields, of, keys[of])
				}
			}
		}
	}
}

func TestFieldsSayWhatTheyHold(t *testing.T) {
	fields := map[string]Field{}
	for _, f := range TableSchemaOf(schema.Events).Fields {
		fields[f.Name] = f
	}
	if f := fields["status"]; f.Type != "string" || f.Constraints == nil || !f.Constraints.Required || !slices.Contains(f.Constraints.Enum, "threatened") {
		t.Errorf("status: %+v", f)
	}
	if f := fields["date_start"]; f.Type != "date" || f.Constraints != nil {
		t.Errorf("date_start: %+v", f)
	}
	if f := fields["event_id"]; f.Constraints == nil || !f.Constraints.Unique {
		t.Errorf("event_id: %+v", f)
	}
	list := TableSchemaOf(schema.Actors).Fields[11]
	if list.Name != "aliases" || list.Type != "list" || list.Delimiter != " | " {
		t.Errorf("aliases: %+v", list)
	}
}

func TestDialectForExcelIsDeclared(t *testing.T) {
	p, _ := describe1(t, Options{CSVExcel: true}, "csv/events.csv")
	if d := p.Resources[0].Dialect; d.LineTerminator != "\r\n" || d.FormulaGuard != "'" || *p.Resources[0].Rows != 7 {
		t.Errorf("%+v", p.Resources[0])
	}
}

func TestSumsListEveryFileInOrder(t *testing.T) {
	_, dir := describe1(t, Options{}, "newsledger.xlsx", "csv/events.csv")
	raw, err := os.ReadFile(filepath.Join(dir, SumsName))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(raw)) {
		hash, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		names = append(names, name)
		if got, _, err := HashFile(filepath.Join(dir, filepath.FromSlash(name))); err != nil || got != hash {
			t.Errorf("%s: %s, want %s (%v)", name, hash, got, err)
		}
	}
	if want := []string{"CODEBOOK.md", "README.md", "croissant.json", "csv/events.csv", "datapackage.json", "load.sql", "load_sqlite.sql", "newsledger.xlsx"}; !slices.Equal(names, want) {
		t.Errorf("listed %v, want %v", names, want)
	}
}

func TestCodebookNamesEveryColumnAndWord(t *testing.T) {
	book := string(Codebook(nil, "1.0.0"))
	for _, table := range schema.Tables {
		for _, c := range table.Columns {
			if !strings.Contains(book, "\n| "+c.Name+" | ") {
				t.Errorf("%s.%s is missing", table.Name, c.Name)
			}
		}
	}
	for _, v := range schema.Vocabularies {
		for _, term := range v.Terms {
			if !strings.Contains(book, "\n| "+term.Word+" | ") {
				t.Errorf("%s: %s is missing", v.Name, term.Word)
			}
		}
	}
	if !strings.Contains(book, SummingRule) {
		t.Error("the summing rule is missing")
	}
}
