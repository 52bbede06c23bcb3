package csvfile

import (
	"os"
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
