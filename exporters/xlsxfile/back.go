package xlsxfile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// The sheets behind the data, and the one that explains them all.
const (
	readmeSheet     = "Read_me"
	codebookSheet   = "Codebook"
	vocabularySheet = "Vocabulary"
)

func lower(s string) string { return strings.ToLower(s) }

// rules are what a reader must know before the first number.
var rules = [][2]string{
	{"Empty", "means not stated or not known. It never means zero."},
	{"Bounds", "\"more than 1,000\" has a low value and no high one; value_best is empty then. The column bound says which kind it is."},
	{"Countable", "To count what happened, filter Events by countable = TRUE. The others are planned, threatened, denied, spoken, or may be doubles."},
	{"Who vouches", "assertion: stated (the article itself), attributed (a source), alleged (an accusation), denied, disputed. An accusation makes nobody guilty."},
	{"Claimants", "are those who say a number. \"the article\" means that it names no source for it."},
	{"Blue words", "lead to the row of another sheet, or to an address. They find their row after sorting too."},
	{"Sums", "Never sum Figures. In Side_by_side sum one measure of different events, where part_of_group is empty or at one level of a breakdown. Estimates of one thing (people held, losses) are never summed."},
	{"Dates", "are real dates, the first possible day; date_text holds the words. Days before March 1900 are left empty, for Excel cannot count them. Times are UTC."},
	{"Confidence", "extraction_confidence is how often the rules behind a row were right on annotated articles. It is empty below 20 annotated cases, and of events it is that of their group. It says nothing about truth."},
	{"Named victims", "Private persons known only as victims, witnesses or minors are marked is_sensitive and stay out of Summary and Links; Events, Actors, Citations and every sentence can still name them. Think before you share them."},
}

// readme writes the sheet that explains the others.
func (b *book) readme() error {
	p := &page{book: b, name: readmeSheet, row: 1}
	p.keep(b.file.SetColWidth(p.name, "A", "A", 20))
	p.keep(b.file.SetColWidth(p.name, "B", "B", 100))
	p.put(1, "Read me", titleStyle)
	p.row += 2
	p.section(1, 2, "Sheets", "")
	p.line(summarySheet, "One page: what is new, what differs, what is due.")
	for _, d := range b.sheets {
		p.jump(d.parts[0], fmt.Sprintf("%s (%s)", d.about, count(d.came, "row")))
	}
	p.jump(codebookSheet, "Every column of these sheets: meaning, type, vocabulary, share of filled cells.")
	p.jump(vocabularySheet, "Every word of the closed vocabularies; event types with their place in PLOVER, CAMEO and ACLED.")
	p.row++
	p.section(1, 2, "Rules", "")
	for _, r := range rules {
		p.line(r[0], r[1])
	}
	p.row++
	p.section(1, 2, "Source and licence", "")
	p.line("How to cite", fmt.Sprintf("Name the articles, then: extracted with newsledger %s, schema %s, release %d.", b.o.Version, schema.Version, max(1, b.facts.release)))
	if b.o.License != "" {
		p.line("Licence", b.o.License+". The texts belong to their publishers.")
	} else {
		p.line("Licence", "None is stated. The texts belong to their publishers; the program says nothing about the rights in them.")
	}
	if b.o.Sources != "" {
		p.line("Sources", "sha256 "+b.o.Sources+" stands for all articles and their texts: two datasets with the same hash were made of the same articles.")
	}
	p.line("All of it", "Columns grouped at the right of a sheet open with the + above them. The CSV and Parquet files hold every table, every column and the whole texts.")
	p.keep(b.file.SetSheetDimension(p.name, fmt.Sprintf("A1:B%d", p.last)))
	p.keep(b.look(p.name))
	return p.err
}

// line writes a term and its text, high enough for the text.
func (p *page) line(term, text string) {
	p.put(1, term, labelStyle)
	p.put(2, text, proseStyle)
	p.keep(p.book.file.SetRowHeight(p.name, p.row, 15*float64(1+(len([]rune(text))-1)/114)))
	p.row++
}

// jump is a line whose term links to the sheet of that name.
func (p *page) jump(sheet, text string) {
	p.line(sheet, text)
	ref := fmt.Sprintf("A%d", p.row-1)
	p.keep(p.book.file.SetCellHyperLink(p.name, ref, quoted(sheet)+"!A1", "Location"))
	p.keep(p.book.file.SetCellStyle(p.name, ref, ref, p.book.styles[jumpStyle]))
}

// codebook writes one row for every column of every data sheet.
func (b *book) codebook() error {
	rows := 0
	for _, d := range b.sheets {
		rows += len(d.columns)
	}
	columns := appendFixed(nil, true, "sheet", 14, "column", 22, "meaning", 88, "type", 6, "unit", 10, "vocabulary", 18, "filled", 8, "example", 38)
	g, err := newGrid(b, codebookSheet, "tbl_codebook", appendFixed(columns, false, "hxl_tag", 28, "table", 16), rows, 1)
	if err != nil {
		return err
	}
	for _, d := range b.sheets {
		for k, c := range d.columns {
			col := d.table.Column(c.name)
			meaning := col.Doc
			if d.words[c.name] != nil {
				meaning += `; shown here as "the article"`
			}
			row := wordsOf(d.name, c.name, meaning, col.Kind.String(), col.Unit, col.Vocabulary, "", d.filled[k].example, hxlTags[c.name], d.table.Name)
			if d.came > 0 {
				row[6] = cell{kind: number, real: float64(d.filled[k].n) / float64(d.came), style: percentStyle}
			}
			if err := g.add(row); err != nil {
				return err
			}
		}
	}
	return g.finish()
}

// appendFixed adds columns by name and width.
func appendFixed(columns []gridColumn, printed bool, list ...any) []gridColumn {
	for i := 0; i < len(list); i += 2 {
		name := list[i].(string)
		columns = append(columns, gridColumn{name: name, width: max(float64(list[i+1].(int)), headWidth(name)), printed: printed})
	}
	return columns
}

// vocabulary writes one row for every word.
func (b *book) vocabulary() error {
	rows := 0
	for _, v := range schema.Vocabularies {
		rows += len(v.Terms)
	}
	columns := appendFixed(nil, true, "vocabulary", 18, "word", 22, "meaning", 76, "group", 12, "plover_root", 12, "cameo_root", 12, "acled_event_type", 24, "acled_sub_event_type", 28)
	g, err := newGrid(b, vocabularySheet, "tbl_vocabulary", columns, rows, 1)
	if err != nil {
		return err
	}
	types := map[string]schema.EventType{}
	for _, t := range schema.EventTypeRows {
		types[t.EventType] = t
	}
	for _, name := range slices.Sorted(maps.Keys(schema.Vocabularies)) {
		for _, term := range schema.Vocabularies[name].Terms {
			row := wordsOf(name, term.Word, term.Doc, "", "", "", "", "")
			if t, ok := types[term.Word]; ok && name == "event_type" {
				row = wordsOf(name, term.Word, term.Doc, t.EventGroup, t.PloverRoot, t.CameoRoot, t.AcledEventType, t.AcledSubEventType)
			}
			if name == "measure" {
				row[3] = wordsOf(schema.MeasureGroup(term.Word))[0]
			}
			if err := g.add(row); err != nil {
				return err
			}
		}
	}
	return g.finish()
}

// wordsOf makes text cells, blank ones of empty texts.
func wordsOf(texts ...string) []cell {
	row := make([]cell, len(texts))
	for i, s := range texts {
		row[i] = word(s)
	}
	return row
}
