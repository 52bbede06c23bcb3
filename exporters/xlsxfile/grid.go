package xlsxfile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// gridColumn is a column of a data sheet.
type gridColumn struct {
	name    string
	width   float64 // in characters
	number  bool    // its values stand at the right, and so does its name
	printed bool    // on paper too; such columns stand first
	folded  bool    // grouped and collapsed at the right
}

// grid is a data sheet: header in row 1, a real Excel table, rows written as a stream in order.
type grid struct {
	book    *book
	name    string
	table   string // name of the Excel table; "" for none
	columns []gridColumn
	rows    int      // that it will have
	lines   int      // of text that a row is high, the same for all rows: sorting a sheet does not move heights
	jumps   []jumpTo // by column; nil for none
	stream  *excelize.StreamWriter
	next    int   // row to be written
	cells   []any // of one row, reused
}

// lineHeight is the height of a line of text in points.
const lineHeight = 15

// pageWidth is how many characters a printed line may hold. On A4 across at full size 149 of 11 points fit; 206 come out in 8 points, which one
// can still read.
const pageWidth = 206

// maxAnchors is the number of rows up to which addresses are links of their cells. excelize takes quadratic time for them; beyond, a
// HYPERLINK formula with the address as its value does the same work, also past the 65,530 links that a sheet may have.
const maxAnchors = 5_000

// newGrid opens a sheet that exists already. Its size goes into the file before the first row: openpyxl in read-only mode sees no more than
// the stated dimension.
func newGrid(b *book, name, table string, columns []gridColumn, rows, lines int) (*grid, error) {
	g := &grid{book: b, name: name, table: table, columns: columns, rows: rows, lines: lines, next: 2, cells: make([]any, len(columns))}
	if err := b.file.SetSheetDimension(name, g.area(max(rows, 1)+1)); err != nil {
		return nil, err
	}
	var err error
	if g.stream, err = b.file.NewStreamWriter(name); err != nil {
		return nil, err
	}
	for i, c := range columns {
		if err := g.column(i+1, c); err != nil {
			return nil, err
		}
	}
	panes := &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: "B2", ActiveCell: "B2", Pane: "bottomRight"}}}
	if err := g.stream.SetPanes(panes); err != nil {
		return nil, err
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: b.styles[headStyle], Value: c.name}
		if c.number {
			head[i] = excelize.Cell{StyleID: b.styles[numberHeadStyle], Value: c.name}
		}
	}
	return g, g.stream.SetRow("A1", head, excelize.RowOpts{Height: 2 * lineHeight})
}

func (g *grid) column(n int, c gridColumn) error {
	if err := g.stream.SetColWidth(n, n, c.width); err != nil {
		return err
	}
	if !c.folded {
		return nil
	}
	if err := g.stream.SetColOutlineLevel(n, 1); err != nil {
		return err
	}
	return g.stream.SetColVisible(n, n, false)
}

// area is the range from A1 to the last column of a row.
func (g *grid) area(row int) string {
	last, err := excelize.CoordinatesToCellName(len(g.columns), row)
	if err != nil {
		panic(err) // more than 16,384 columns: a wrong declaration
	}
	return "A1:" + last
}

// add writes the next row.
func (g *grid) add(row []cell) error {
	for i := range row {
		g.cells[i] = g.value(i, &row[i])
	}
	ref := "A" + strconv.Itoa(g.next)
	g.next++
	return g.stream.SetRow(ref, g.cells, excelize.RowOpts{Height: float64(g.lines) * lineHeight})
}

// value is what excelize takes for a cell.
func (g *grid) value(column int, c *cell) any {
	v := excelize.Cell{StyleID: g.book.styles[c.style]}
	switch c.kind {
	case blank:
		if !g.columns[column].printed {
			return nil
		}
		v.StyleID = g.book.styles[blankStyle]
	case number:
		v.Value = c.real
	case truth:
		v.Value = c.real != 0
	case link:
		v.Value = c.text
		g.anchor(column, c, &v)
	case jump:
		v.Value, v.Formula = c.text, g.jumps[column].formula(c)
	default:
		v.Value = c.text
	}
	return v
}

// anchor makes an address a link. An address that is too long for both ways stays text.
func (g *grid) anchor(column int, c *cell, v *excelize.Cell) {
	if g.rows <= maxAnchors {
		ref, err := excelize.CoordinatesToCellName(column+1, g.next)
		if err == nil {
			err = g.book.file.SetCellHyperLink(g.name, ref, c.text, "External")
		}
		if err != nil {
			v.StyleID = g.book.styles[textStyle]
		}
		return
	}
	if !isLiteral(c.text) {
		v.StyleID = g.book.styles[textStyle]
		return
	}
	v.Formula = "HYPERLINK(" + literal(c.text) + ")"
}

// finish closes the sheet: table, print set-up. Grids are finished in the order of their sheets.
func (g *grid) finish() error {
	if g.next-2 != g.rows {
		return fmt.Errorf("sheet %s: %d rows came, and %d were announced", g.name, g.next-2, g.rows)
	}
	if err := g.addTable(); err != nil {
		return err
	}
	if err := g.book.print(g.name, "landscape", 0); err != nil {
		return err
	}
	if err := g.paper(); err != nil {
		return err
	}
	return g.stream.Flush()
}

func (g *grid) addTable() error {
	if g.table == "" {
		return nil
	}
	stripes := true
	return g.stream.AddTable(&excelize.Table{Range: g.area(max(g.rows, 1) + 1), Name: g.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes})
}

// paper says what is printed: the columns that fit a page in readable letters, under the header on each page.
func (g *grid) paper() error {
	n := 0
	for n < len(g.columns) && g.columns[n].printed {
		n++
	}
	last, err := excelize.CoordinatesToCellName(max(n, 1), max(g.rows, 1)+1, true)
	if err != nil {
		return err
	}
	for _, d := range []excelize.DefinedName{{Name: "_xlnm.Print_Area", RefersTo: "!$A$1:" + last}, {Name: "_xlnm.Print_Titles", RefersTo: "!$1:$1"}} {
		d.Scope, d.RefersTo = g.name, quoted(g.name)+d.RefersTo
		err = errors.Join(err, g.book.file.SetDefinedName(&d))
	}
	return err
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }
