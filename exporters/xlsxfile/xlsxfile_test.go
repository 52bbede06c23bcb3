package xlsxfile

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

// writeBook writes n rows of every table and returns the workbook's path and the notices.
func writeBook(t testing.TB, n int, all bool) (path string, notices []error) {
	t.Helper()
	dir := t.TempDir()
	counts := map[string]int{}
	for _, table := range schema.Tables {
		counts[table.Name] = n
	}
	w, err := Create(dir, Options{Edition: schema.Edition{Version: "1.2.3"}, Counts: counts, AllSheets: all, HXL: all, Notice: func(err error) { notices = append(notices, err) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range schema.Tables {
		if err := w.Write(exporttest.Rows(table, n, 1)); err != nil {
			t.Fatalf("%s: %v", table.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 1 {
		t.Errorf("beside the workbook there is %v", entries)
	}
	return filepath.Join(dir, FileName), notices
}

func TestSheetsStandInTheirOrder(t *testing.T) {
	path, _ := writeBook(t, 3, false)
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := "Summary Read_me Events Planned Side_by_side Figures Citations Actors Links Places Articles Changes Codebook Vocabulary"
	if got := strings.Join(f.GetSheetList(), " "); got != want {
		t.Errorf("sheets %s\nwant   %s", got, want)
	}
	if f.GetActiveSheetIndex() != 0 {
		t.Error("the book does not open on Summary")
	}
}

func TestWorkbooksAreEqualByteForByte(t *testing.T) {
	first, _ := writeBook(t, 40, true)
	time.Sleep(1100 * time.Millisecond)
	old := runtime.GOMAXPROCS(1)
	second, _ := writeBook(t, 40, true)
	runtime.GOMAXPROCS(old)
	a, _ := os.ReadFile(first)
	b, _ := os.ReadFile(second)
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes differ", len(a), len(b))
	}
}

func TestWrongCountIsAnError(t *testing.T) {
	w, err := Create(t.TempDir(), Options{Counts: map[string]int{"places": 2}})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(exporttest.Rows(schema.Places, 1, 1)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err == nil || !strings.Contains(err.Error(), "Places") {
		t.Errorf("Close: %v, want an error that names the sheet", err)
	}
}

func TestLossesAreReported(t *testing.T) {
	_, notices := writeBook(t, 40, false)
	seen := map[string]bool{}
	for _, n := range notices {
		seen[n.(*schema.LimitError).Unit] = true
	}
	for _, unit := range []string{"UTF-16 code units", "digits"} {
		if !seen[unit] {
			t.Errorf("no notice about %s among %d", unit, len(notices))
		}
	}
}

func TestExample(t *testing.T) {
	if dir := os.Getenv("NEWSLEDGER_BOOK"); dir != "" {
		path, _ := writeBook(t, 40, true)
		raw, _ := os.ReadFile(path)
		fmt.Println(os.WriteFile(dir, raw, 0o644))
	}
}
