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

func TestTablesAreFilledBehindThoseTheyReferTo(t *testing.T) {
	place := map[string]int{}
	for i, table := range loadOrder() {
		place[table.Name] = i
	}
	if len(place) != len(schema.Tables) {
		t.Fatalf("%d tables of %d", len(place), len(schema.Tables))
	}
	for _, table := range schema.Tables {
		for _, r := range references(table) {
			if r.to != r.table && !r.list && !strings.HasPrefix(r.column, "anchor_") && place[r.to] > place[r.table] {
				t.Errorf("%s is filled before %s, which its %s refers to", r.table, r.to, r.column)
			}
		}
	}
}

func TestLoadScriptsCheckEveryReference(t *testing.T) {
	for name, script := range map[string]string{"parquet": string(LoadDuckDB(true, "")), "csv": string(LoadDuckDB(false, ".csv.zst")), "sqlite": string(LoadSQLite())} {
		for _, table := range schema.Tables {
			_, create, _ := strings.Cut(script, "CREATE TABLE "+table.Name+" (\n")
			create, _, _ = strings.Cut(create, "\n);\n")
			for _, r := range references(table) {
				key := strings.Contains(create, "\n  "+r.column+" TEXT REFERENCES "+r.to+" (") || strings.Contains(create, "\n  "+r.column+" TEXT NOT NULL REFERENCES "+r.to+" (") ||
					strings.HasPrefix(create, "  "+r.column+" TEXT NOT NULL REFERENCES ")
				late := strings.Contains(script, "'"+r.table+"."+r.column+"' AS reference")
				if !key && !late && !(name == "sqlite" && r.list) {
					t.Errorf("%s: nothing checks %s.%s", name, r.table, r.column)
				}
			}
		}
	}
}

func TestValuesWrittenForExcelAreLoadedNowhere(t *testing.T) {
	_, dir := describe1(t, Options{CSVExcel: true}, "csv/events.csv")
	for _, name := range []string{DuckDBName, SQLiteName} {
		if _, err := os.Stat(filepath.Join(dir, name)); !os.IsNotExist(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCroissantNamesEveryFileAndColumn(t *testing.T) {
	_, dir := describe1(t, Options{}, append(tablesAs("csv", ".csv"), tablesAs("parquet", ".parquet")...)...)
	raw, err := os.ReadFile(filepath.Join(dir, CroissantName))
	if err != nil {
		t.Fatal(err)
	}
	var c struct {
		Distribution []struct {
			ID     string `json:"@id"`
			Sha256 string
		}
		RecordSet []struct {
			ID    string `json:"@id"`
			Field []struct {
				ID string `json:"@id"`
			}
		}
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatal(err)
	}
	for _, f := range c.Distribution {
		if got, _, err := HashFile(filepath.Join(dir, filepath.FromSlash(f.ID))); err != nil || got != f.Sha256 {
			t.Errorf("%s: hash %s, want %s (%v)", f.ID, f.Sha256, got, err)
		}
	}
	var fields []string
	for _, set := range c.RecordSet {
		for _, f := range set.Field {
			fields = append(fields, f.ID)
		}
	}
	for _, table := range schema.Tables {
		for _, column := range table.Columns {
			if !slices.Contains(fields, table.Name+"/"+column.Name) {
				t.Errorf("%s.%s is not described", table.Name, column.Name)
			}
		}
	}
}
