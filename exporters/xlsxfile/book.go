package xlsxfile

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/schema"
)

// book is a workbook under construction.
type book struct {
	file   *excelize.File
	styles [nStyles]int
	temp   string // directory for temporary files, beside the workbook
	o      Options
	// sheetRows is how many rows a worksheet holds below its header; fewer in tests.
	sheetRows int
	sheets    []*shown
	facts     facts // for Summary
}

// shown is a data sheet under construction: one grid, or several when the rows exceed a worksheet.
type shown struct {
	sheet
	parts  []string // worksheets
	grids  []*grid  // nil until opened
	jumps  []jumpTo // by column
	held   *held    // of a sheet that is sorted otherwise than its table
	came   int      // rows so far
	total  int      // rows announced; of a held sheet the most that may come
	row    []cell   // reused
	filled []fill1  // by column
}

// fill1 is what the codebook says of the values of a column.
type fill1 struct {
	n       int // cells that are not blank
	example string
}

func newBook(dir string, o Options) (*book, error) {
	b := &book{temp: filepath.Join(dir, tempName), o: o, sheetRows: cmp.Or(o.sheetRows, maxRows-1)}
	if err := os.MkdirAll(b.temp, 0o755); err != nil {
		return nil, err
	}
	b.file = excelize.NewFile(excelize.Options{TmpDir: b.temp})
	var err error
	if b.styles, err = addStyles(b.file); err != nil {
		return nil, err
	}
	if err := b.front(); err != nil {
		return nil, err
	}
	for _, s := range plan(o) {
		if err := b.open(s); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{codebookSheet, vocabularySheet} {
		if err := b.newSheet(name, bookTab); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// front makes the two sheets that stand before the data; they are written last.
func (b *book) front() error {
	if err := b.file.SetSheetName("Sheet1", summarySheet); err != nil {
		return err
	}
	if err := b.props(summarySheet, frontTab); err != nil {
		return err
	}
	return b.newSheet(readmeSheet, frontTab)
}

func (b *book) newSheet(name, tab string) error {
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	return b.props(name, tab)
}

// props must be set before a sheet is streamed: later calls are lost.
func (b *book) props(name, tab string) error {
	yes := true
	no := false
	return b.file.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &tab, FitToPage: &yes, OutlineSummaryRight: &no})
}

// print sets the page up: A4, one page wide, and high pages high (0: as many as needed).
func (b *book) print(name, orientation string, high int) error {
	a4, one := 9, 1
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &one, FitToHeight: &high}); err != nil {
		return err
	}
	margin, edge := 0.4, 0.5
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &edge, Bottom: &edge}); err != nil {
		return err
	}
	return b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&Rpage &P of &N"})
}

// open makes the worksheets of a data sheet. A sheet in the order of its table is streamed from the first batch on.
func (b *book) open(s sheet) error {
	d := &shown{sheet: s, jumps: jumpsOf(s, b.o.Counts), total: b.o.Counts[s.table.Name], row: make([]cell, len(s.columns)), filled: make([]fill1, len(s.columns))}
	b.sheets = append(b.sheets, d)
	parts := max(1, (d.total+b.holds(d)-1)/b.holds(d))
	for n := range parts {
		name := partName(s.name, n)
		d.parts = append(d.parts, name)
		if err := b.newSheet(name, s.tab); err != nil {
			return err
		}
	}
	if parts > 1 {
		b.notice(&schema.LimitError{Table: s.table.Name, Has: d.total, Max: b.holds(d), Unit: "rows", Done: fmt.Sprintf("sheet %s goes on in %d more sheets", s.name, parts-1)})
	}
	if s.order != nil {
		var err error
		d.held, err = newHeld(b.temp)
		return err
	}
	return b.openGrids(d)
}

// holds is how many rows of d a worksheet holds.
func (b *book) holds(d *shown) int {
	if d.tagged {
		return b.sheetRows - 1
	}
	return b.sheetRows
}

func partName(name string, n int) string {
	if n == 0 {
		return name
	}
	return fmt.Sprintf("%s_%d", name, n+1)
}

// openGrids begins the worksheets of d for d.total rows.
func (b *book) openGrids(d *shown) error {
	left := d.total
	for n, name := range d.parts {
		rows := min(left, b.holds(d))
		left -= rows
		g, err := d.newGrid(b, name, "tbl_"+lower(partName(d.name, n)), rows)
		if err != nil {
			return err
		}
		d.grids = append(d.grids, g)
	}
	return nil
}

// newGrid begins one worksheet of d.
func (d *shown) newGrid(b *book, name, table string, rows int) (*grid, error) {
	if !d.tagged {
		g, err := newGrid(b, name, table, d.columns, rows, d.lines)
		if err == nil {
			g.jumps = d.jumps
		}
		return g, err
	}
	g, err := newGrid(b, name, "", d.columns, rows+1, d.lines)
	if err != nil {
		return nil, err
	}
	return g, g.add(tags(d.columns))
}

// write shows the rows of a batch on all sheets of its table.
func (b *book) write(batch schema.Batch) error {
	b.facts.see(batch)
	for _, d := range b.sheets {
		if d.table != batch.Table {
			continue
		}
		for i := range batch.Len() {
			if d.keep != nil && !d.keep(batch, i) {
				continue
			}
			if err := b.writeRow(d, batch, i); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *book) writeRow(d *shown, batch schema.Batch, i int) error {
	d.came++
	for k, index := range d.indexes {
		c := &d.table.Columns[index]
		var lost loss
		if d.row[k], lost = encode(batch, c, i); lost.unit != "" {
			b.notice(&schema.LimitError{Table: d.table.Name, Row: d.came, Column: c.Name, Has: lost.has, Max: lost.max, Unit: lost.unit, Done: d.name + ": " + lost.done})
		}
		d.filled[k].see(&d.row[k], batch, c, i)
		d.explain(k, batch, i)
	}
	if d.held != nil {
		return d.held.add(d.order(batch, i), d.row)
	}
	if d.came > d.total {
		return fmt.Errorf("sheet %s: more rows than the %d announced", d.name, d.total)
	}
	return d.grids[(d.came-1)/b.holds(d)].add(d.row)
}

// explain puts words into a blank cell that means something, and makes words a jump to the row that they speak of.
func (d *shown) explain(k int, batch schema.Batch, i int) {
	c := &d.row[k]
	if say := d.words[d.columns[k].name]; say != nil && c.kind == blank {
		*c = word(say(batch, i))
	}
	if j := d.jumps[k]; j.area != "" && c.kind == text && isLiteral(c.text) {
		if id := batch.String(j.id, i); id != "" {
			c.kind, c.style, c.to = jump, linkStyle, id
		}
	}
}

func (f *fill1) see(c *cell, b schema.Batch, col *schema.Column, i int) {
	if c.kind == blank {
		return
	}
	f.n++
	if f.example == "" {
		f.example = excerpt(b.String(col, i), 38)
	}
}

func (b *book) notice(err error) {
	if b.o.Notice != nil {
		b.o.Notice(err)
	}
}

// finish completes all data sheets in their order.
func (b *book) finish() error {
	for _, d := range b.sheets {
		if d.held != nil {
			if err := b.release(d); err != nil {
				return err
			}
		}
		for _, g := range d.grids {
			if err := g.finish(); err != nil {
				return err
			}
		}
	}
	return nil
}

// release writes the held rows of a sheet in their order.
func (b *book) release(d *shown) error {
	d.total = d.came
	if err := b.openGrids(d); err != nil {
		return err
	}
	n := 0
	return d.held.each(len(d.columns), func(row []cell) error {
		g := d.grids[n/b.holds(d)]
		n++
		return g.add(row)
	})
}

// remove closes and deletes all temporary files.
func (b *book) remove() error {
	errs := []error{b.file.Close()}
	for _, d := range b.sheets {
		if d.held != nil {
			errs = append(errs, d.held.remove())
		}
	}
	return errors.Join(append(errs, os.RemoveAll(b.temp))...)
}
