package xlsxfile

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

// sheetOf is the data sheet that shows all rows of a table, nil for none.
func sheetOf(table *schema.Table) *sheet {
	chosen := plan(Options{Counts: map[string]int{"changes": 1}, AllSheets: true})
	if i := slices.IndexFunc(chosen, func(s sheet) bool { return s.table == table && s.keep == nil }); i >= 0 {
		return &chosen[i]
	}
	return nil
}

var conforming = exporttest.Format{
	Create: func(dir string, counts map[string]int) (exporttest.Writer, error) {
		return Create(dir, Options{Counts: counts, AllSheets: true})
	},
	Columns: func(table *schema.Table) (columns []*schema.Column) {
		if s := sheetOf(table); s != nil && table != schema.Changes {
			for _, c := range s.columns {
				columns = append(columns, table.Column(c.name))
			}
		}
		return columns
	},
	Held: held1,
	Read: readSheet,
}

// held1 is what a cell holds of a value: texts are cut with a mark, control characters replaced, dates before March 1900 left out, times
// are exact to the millisecond.
func held1(b schema.Batch, c *schema.Column, i int) string {
	switch c.Kind {
	case schema.Day:
		if d, ok := b.Day(c, i); !ok || d < schema.DateOf(1900, 3, 1) {
			return ""
		}
	case schema.Instant:
		v, ok := b.Instant(c, i)
		if !ok || v.Go().Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
			return ""
		}
		return v.Go().Round(time.Millisecond).String()
	case schema.Text, schema.Texts:
		cell, _ := textCell(b.String(c, i), c)
		if say := sheetOf(b.Table).words[c.Name]; say != nil && cell.kind == blank {
			cell.text = say(b, i)
		}
		return strings.Map(func(r rune) rune {
			if r < 0x20 && r != '\n' && r != '\t' {
				return '\ufffd'
			}
			return r
		}, cell.text)
	}
	return b.String(c, i)
}

func readSheet(t testing.TB, dir string, table *schema.Table) [][]string {
	f, err := excelize.OpenFile(filepath.Join(dir, FileName), excelize.Options{UnzipXMLSizeLimit: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := sheetOf(table)
	raw, err := f.GetRows(s.name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, cells := range raw[1:] {
		row := make([]string, len(s.columns))
		for k, c := range s.columns {
			if k < len(cells) {
				row[k] = written(t, table.Column(c.name), cells[k])
			}
		}
		rows = append(rows, row)
	}
	return inTableOrder(s, rows)
}

// written is the value of a raw cell as the CSV files write it.
func written(t testing.TB, c *schema.Column, raw string) string {
	if raw == "" || c.Kind == schema.Text || c.Kind == schema.Texts {
		return raw
	}
	if c.Kind == schema.Bool {
		return map[string]string{"1": "true", "0": "false", "TRUE": "true", "FALSE": "false"}[raw]
	}
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		t.Errorf("%s holds %q", c.Name, raw)
	}
	switch c.Kind {
	case schema.Day:
		return schema.Date(v - serialOfEpoch).String()
	case schema.Instant:
		return time.UnixMilli(int64(math.Round((v - serialOfEpoch) * 86_400e3))).UTC().String()
	case schema.Int:
		if _, err := strconv.Atoi(raw); err == nil {
			return raw // all digits, as a number or a text
		}
	}
	return schema.FormatReal(v)
}

// inTableOrder undoes the order of a sorted sheet by the ids that exporttest.Rows counted up.
func inTableOrder(s *sheet, rows [][]string) [][]string {
	if s.order == nil {
		return rows
	}
	key := s.table.Keys()[0]
	column := slices.IndexFunc(s.columns, func(c gridColumn) bool { return c.name == key })
	at := map[string]int{}
	for i := range rows {
		at[schema.ID("key", key, strconv.Itoa(i))] = i
	}
	sorted := make([][]string, len(rows))
	for _, row := range rows {
		sorted[at[row[column]]] = row
	}
	return sorted
}

func TestConformance(t *testing.T) { exporttest.Run(t, conforming) }

func create(dir string, counts map[string]int) (exporttest.Writer, error) {
	return Create(dir, Options{Counts: counts})
}

func BenchmarkWrite(b *testing.B) { exporttest.Bench(b, create) }
func BenchmarkLarge(b *testing.B) { exporttest.BenchLarge(b, 200_000, create) }
func BenchmarkPeak(b *testing.B)  { exporttest.BenchPeak(b, 200_000, create) }
