package xlsxfile

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

// bookOf writes a workbook of these batches and opens it.
func bookOf(t *testing.T, o Options, batches ...schema.Batch) *excelize.File {
	t.Helper()
	dir := t.TempDir()
	o.Counts = map[string]int{}
	for _, b := range batches {
		o.Counts[b.Table.Name] = b.Len()
	}
	w, err := Create(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range batches {
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// arrests are two countable events and a planned one, each with a number of people.
func arrests() (schema.Batch, schema.Batch) {
	events := []schema.EventFlat{
		{EventID: "evt_a", EventType: "arrest", Status: "occurred", Countable: true, Summary: "arrest of more than 40 men", ArrestedLow: schema.Ptr(40.0), TargetIDs: schema.List{"act_mia"}},
		{EventID: "evt_b", EventType: "raid", Status: "occurred", Countable: true, Summary: "raid on a hall", ArrestedLow: schema.Ptr(38.0)},
		{EventID: "evt_c", EventType: "arrest", Status: "planned", Summary: "arrest of 900 (planned)", ArrestedLow: schema.Ptr(900.0)},
	}
	var groups []schema.FigureGroup
	for i, stated := range []string{"> 40", "38", "900"} {
		groups = append(groups, schema.FigureGroup{FigureGroup: "fgr_" + stated, EventID: events[i].EventID, Measure: "arrested", Lowest: events[i].ArrestedLow, Highest: events[i].ArrestedLow,
			Stated: schema.List{stated}, EventSummary: events[i].Summary})
	}
	return schema.BatchOf(schema.EventsFlat, events), schema.BatchOf(schema.FigureGroups, groups)
}

// The same people may stand in two events: a sum would count them twice, and would lose "more than".
func TestTilesShowTheLargestNumberAsStated(t *testing.T) {
	events, groups := arrests()
	f := bookOf(t, Options{}, events, groups)
	rows, err := f.GetRows(summarySheet)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, "arrested") })
	if at < 1 || rows[at-1][1] != "> 40" || rows[at+1][1] != "largest of 2 events" {
		t.Errorf("tile of arrests: %q", rows[at-1:at+2])
	}
}

func TestSummaryNamesNoSensitivePerson(t *testing.T) {
	events, groups := arrests()
	f := bookOf(t, Options{}, events, groups, schema.BatchOf(schema.Actors, []schema.Actor{{ActorID: "act_mia", Name: "Mia", IsSensitive: true}}))
	rows, err := f.GetRows(summarySheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if slices.Contains(row, "arrest of more than 40 men") {
			t.Errorf("Summary shows an event of a sensitive person: %q", row)
		}
	}
}

// A jump looks its row up by id, so that sorting does not lead it astray, and shows its words to programs that do not calculate.
func TestJumpsFindTheirRow(t *testing.T) {
	events, groups := arrests()
	f := bookOf(t, Options{}, events, groups)
	column := slices.IndexFunc(plans[2].columns, func(c gridColumn) bool { return c.name == "event_summary" })
	ref, _ := excelize.CoordinatesToCellName(column+1, 2)
	formula, _ := f.GetCellFormula("Side_by_side", ref)
	value, _ := f.GetCellValue("Side_by_side", ref)
	if !strings.HasPrefix(formula, `HYPERLINK("#Events!A"&MATCH("evt_`) || value == "" {
		t.Errorf("%s: formula %q, value %q", ref, formula, value)
	}
}

func TestBlankClaimantIsTheArticle(t *testing.T) {
	f := bookOf(t, Options{}, schema.BatchOf(schema.FiguresFlat, []schema.FigureFlat{{FigureID: "fig_a", ValueText: "12"}, {FigureID: "fig_b", ValueText: "13", Claimant: "Police"}}))
	rows, err := f.GetRows("Figures")
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(rows[0], "claimant")
	if rows[1][column] != "the article" || rows[2][column] != "Police" {
		t.Errorf("claimants %q and %q", rows[1][column], rows[2][column])
	}
}

// TestRowsGoOnInTheNextSheet: what a worksheet cannot hold stands in the next one, whole, and a notice says so.
func TestRowsGoOnInTheNextSheet(t *testing.T) {
	var notices []string
	f := bookOf(t, Options{sheetRows: 4, Notice: func(err error) { notices = append(notices, err.Error()) }}, exporttest.Rows(schema.Places, 10, 1), exporttest.Rows(schema.FigureGroups, 9, 1))
	for sheet, want := range map[string]int{"Places": 5, "Places_2": 5, "Places_3": 3, "Side_by_side": 5, "Side_by_side_2": 5, "Side_by_side_3": 2} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) != want {
			t.Errorf("%s: %d rows, want %d: %v", sheet, len(rows), want, err)
		}
	}
	if !slices.ContainsFunc(notices, func(n string) bool { return strings.Contains(n, "sheet Places goes on in 2 more sheets") }) {
		t.Errorf("notices %q", notices)
	}
}

func TestPrintedColumnsFitAPage(t *testing.T) {
	for _, s := range append(slices.Clone(plans), changesPlan, hxlPlan()) {
		width := 0.0
		for _, c := range s.columns {
			if c.printed {
				width += c.width
			}
			if c.width < headWidth(c.name) {
				t.Errorf("%s: %s is too narrow for its name", s.name, c.name)
			}
		}
		if width > pageWidth {
			t.Errorf("%s prints %.0f characters in a line", s.name, width)
		}
	}
}

// Tools of the Humanitarian Data Exchange look for the hashtags below the header.
func TestHXLStandsBelowTheHeader(t *testing.T) {
	events, groups := arrests()
	f := bookOf(t, Options{HXL: true}, events, groups)
	rows, err := f.GetRows("HXL")
	if err != nil || len(rows) != 2+events.Len() {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	for i, name := range rows[0] {
		if rows[1][i] != hxlTags[name] {
			t.Errorf("%s has tag %q", name, rows[1][i])
		}
	}
	if tables, _ := f.GetTables("HXL"); len(tables) != 0 {
		t.Errorf("tables %v", tables)
	}
}
