package csvfile

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
)

func TestEmptyTablesHaveTheirColumnsAsHeader(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, table := range schema.Tables {
		var names []string
		for _, c := range table.Columns {
			names = append(names, c.Name)
		}
		got, err := os.ReadFile(Path(dir, table.Name, None))
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Join(names, ",") + "\n"; string(got) != want {
			t.Errorf("%s: header %q, want %q", table.Name, got, want)
		}
	}
}

func TestFieldsAreWrittenAsBatchStringSays(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	place := schema.Place{PlaceID: "plc_1", Name: `Say "a", b`, PlaceType: "city", Latitude: schema.Ptr(-0.000001), Longitude: schema.Ptr(1e21), NMentions: 3}
	if err := w.Write(schema.BatchOf(schema.Places, []schema.Place{place})); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(Path(dir, "places", None))
	_, rows, _ := strings.Cut(string(got), "\n")
	if want := "plc_1,\"Say \"\"a\"\", b\",city,,,,-0.000001,1000000000000000000000,false,,0,3,0\n"; rows != want {
		t.Errorf("row %q, want %q", rows, want)
	}
}

func TestAFileOfAnOlderSchemaLacksColumns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "retired_ids.csv")
	if err := os.WriteFile(path, []byte("table_name,old_id,release\nevents,evt_a,3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var got []schema.RetiredID
	read := func(o Options) error {
		got = nil
		return Read(path, schema.RetiredIDs, o, func(b schema.Batch, _ int) error {
			got = append(got, b.Rows.([]schema.RetiredID)...)
			return nil
		}, func(_ int, column, reason string) { t.Errorf("%s: %s", column, reason) })
	}
	if err := read(Options{}); err == nil {
		t.Error("no error for columns that are missing")
	}
	want := []schema.RetiredID{{TableName: "events", OldID: "evt_a", Release: 3}}
	if err := read(Options{Older: true}); err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v (%v), want %v", got, err, want)
	}
	if err := os.WriteFile(path, []byte("table_name,old_id,color\nevents,evt_a,red\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := read(Options{Older: true}); err == nil || !strings.Contains(err.Error(), "color") {
		t.Errorf("%v, want the column that is none of the table", err)
	}
}
