package xlsxfile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/schema"
)

const summarySheet = "Summary"

// page writes cells of a sheet that is laid out by hand and keeps the first error.
type page struct {
	book *book
	name string
	row  int
	last int // lowest row written
	err  error
}

func (p *page) put(column int, v any, s style) {
	ref, err := excelize.CoordinatesToCellName(column, p.row)
	if err == nil && v != nil {
		err = p.book.file.SetCellValue(p.name, ref, v)
	}
	if err == nil {
		err = p.book.file.SetCellStyle(p.name, ref, ref, p.book.styles[s])
	}
	p.last = max(p.last, p.row)
	p.keep(err)
}

func (p *page) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// section writes a heading over the columns from first to last, linked to the sheet that says more ("" for none).
func (p *page) section(first, last int, title, sheet string) {
	for c := first; c <= last; c++ {
		p.put(c, nil, sectionStyle)
	}
	p.put(first, title, sectionStyle)
	if sheet != "" {
		ref, _ := excelize.CoordinatesToCellName(first, p.row)
		p.keep(p.book.file.SetCellHyperLink(p.name, ref, quoted(sheet)+"!A1", "Location"))
	}
	p.row++
}

// summary writes the sheet that opens first: one page, at most 45 rows.
func (b *book) summary() error {
	p := &page{book: b, name: summarySheet, row: 1}
	f := &b.facts
	for column, width := range []float64{24, 16, 16, 16, 16, 16} {
		letter, _ := excelize.ColumnNumberToName(column + 1)
		p.keep(b.file.SetColWidth(p.name, letter, letter, width))
	}
	p.put(1, b.title(), titleStyle)
	p.row++
	p.put(1, f.scope(), noteStyle)
	p.row++
	p.put(1, fmt.Sprintf("newsledger %s, schema %s. A number is a claim, and empty is not zero.", b.o.Version, schema.Version), noteStyle)
	p.row += 2
	p.tiles(f)
	p.latest(f)
	p.rivals(f)
	p.deadlines(f)
	p.lists(f)
	p.keep(b.file.SetSheetDimension(p.name, fmt.Sprintf("A1:I%d", p.last)))
	p.keep(b.look(p.name))
	return p.err
}

// title is that of the dataset, or one that leaves out what its own sheets say.
func (b *book) title() string {
	if b.o.Title == schema.DefaultTitle {
		return "What the articles say"
	}
	return b.o.Title
}

// look sets what a front sheet looks like on screen and paper.
func (b *book) look(name string) error {
	no := false
	if err := b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	return b.print(name, "portrait", 1)
}

// scope says in one line what the dataset covers.
func (f *facts) scope() string {
	parts := []string{fmt.Sprintf("Release %d", max(1, f.release)), count(f.articles, "article"), count(len(f.publishers), "publisher")}
	if f.first != nil {
		parts = append(parts, fmt.Sprintf("published %s to %s", f.first, f.last))
	}
	if f.other > 0 {
		parts = append(parts, fmt.Sprintf("%d not English", f.other))
	}
	if f.events > 0 {
		parts = append(parts, fmt.Sprintf("%d %% of events undated", f.undated*100/f.events))
	}
	return strings.Join(parts, " · ")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// tiles are six numbers with their names.
func (p *page) tiles(f *facts) {
	p.keep(p.book.file.SetRowHeight(p.name, p.row, 26))
	top := p.row
	for i, t := range f.tiles() {
		p.row = top
		for _, line := range []struct {
			v any
			s style
		}{{t.value, tileStyle}, {t.name, tileNameStyle}, {t.detail, tileNoteStyle}} {
			p.put(i+1, line.v, line.s)
			p.row++
		}
	}
	p.put(1, "People: the largest number stated of one countable event, in its words. No sum: two reports of the same people may stand as two events.", noteStyle)
	p.row += 2
}

// none says that a list is empty.
func (p *page) none(n int) {
	if n == 0 {
		p.put(1, "none", noteStyle)
		p.row++
	}
}

func (p *page) latest(f *facts) {
	p.section(1, 6, "Latest events", "Events")
	latest := f.shareable(f.latest.rows, nLatest)
	p.none(len(latest))
	for _, e := range latest {
		p.put(1, excerpt(dayText(&e), 24), lineStyle)
		p.put(2, e.EventType, lineStyle)
		p.put(3, excerpt(e.Summary, 76), lineStyle)
		p.row++
	}
	p.row++
}

// dayText writes when an event was with its real precision: a day as such, a month or year without a day that nobody stated.
func dayText(e *schema.EventFlat) string {
	switch {
	case e.DateStart == nil && e.DateText == "" && e.FirstReported != nil:
		return "reported " + e.FirstReported.String()
	case e.DateStart == nil:
		return e.DateText
	case e.DatePrecision == "day":
		return e.DateStart.String()
	case e.DatePrecision == "month":
		return e.DateStart.Go().Format("Jan 2006")
	case e.DatePrecision == "year":
		return e.DateStart.Go().Format("2006")
	}
	if e.DateEnd == nil {
		return "from " + e.DateStart.String()
	}
	return e.DateStart.String() + " to " + e.DateEnd.String()
}

func (p *page) rivals(f *facts) {
	p.section(1, 6, "Rival numbers: lowest, highest, who says", "Side_by_side")
	p.none(len(f.rivals.rows))
	for _, g := range f.rivals.rows {
		p.put(1, excerpt(g.What, 40), lineStyle)
		p.number(3, g.Lowest)
		p.number(4, g.Highest)
		p.put(5, excerpt(strings.Join(f.sayable(g.Claimants), ", "), 38), lineStyle)
		p.row++
	}
	p.row++
}

// sayable leaves out the names of sensitive persons; nobody left is the article itself.
func (f *facts) sayable(names []string) []string {
	said := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return f.sensitive[name] })
	if len(names) == 0 {
		return []string{"the articles"}
	}
	return said
}

func (p *page) number(column int, v *float64) {
	if v != nil {
		s := realStyle(*v, &schema.Column{})
		if s == countStyle {
			s = totalStyle
		}
		p.put(column, *v, s)
	}
}

func (p *page) deadlines(f *facts) {
	p.section(1, 6, "Due", "Planned")
	deadlines := f.shareable(f.deadlines.rows, nDeadlines)
	p.none(len(deadlines))
	for _, e := range deadlines {
		p.put(1, e.DueDate.String(), lineStyle)
		p.put(2, e.Status, lineStyle)
		p.put(3, excerpt(e.Summary, 76), lineStyle)
		p.row++
	}
	p.row++
}

// lists are the most cited sources and most named places at the left and the chart at the right.
func (p *page) lists(f *facts) {
	top := p.row
	p.section(1, 2, "Most cited", "Citations")
	for _, s := range f.cited(5) {
		p.put(1, excerpt(s.name, 24), lineStyle)
		p.put(2, s.n, totalStyle)
		p.row++
	}
	p.row++
	p.section(1, 2, "Most named places", "Places")
	p.none(len(f.places.rows))
	for _, place := range f.places.rows {
		p.put(1, excerpt(place.Name, 24), lineStyle)
		p.put(2, place.NMentions, totalStyle)
		p.row++
	}
	if f.release > 0 {
		p.row++
		p.put(1, f.changed(), noteStyle)
	}
	p.chart(f, top)
}

// changed says what the last release brought.
func (f *facts) changed() string {
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(f.changes)) {
		parts = append(parts, fmt.Sprintf("%d %s", f.changes[kind], kind))
	}
	return fmt.Sprintf("Release %d: %s", f.release, strings.Join(parts, ", "))
}

// excerpt returns at most n characters of s on one line; what was cut ends in an ellipsis.
func excerpt(s string, n int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= n {
		return string(r)
	}
	return strings.TrimRight(string(r[:n-1]), " ,;") + "…"
}
