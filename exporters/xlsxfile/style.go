package xlsxfile

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/schema"
)

// style names a format of cells; a book gives each its number.
type style uint8

const (
	noStyle   style = iota // the book's own
	lineStyle              // text on one line
	textStyle
	blankStyle
	proseStyle // text in several lines on a front sheet
	totalStyle
	wholeStyle // of numbers that count nothing
	countStyle
	realishStyle // up to four decimals
	degreeStyle
	shareStyle // 0.00
	tinyStyle  // as few digits as the number has
	dateStyle
	timeStyle
	linkStyle
	headStyle
	numberHeadStyle
	titleStyle
	noteStyle
	sectionStyle
	tileNameStyle
	tileStyle
	tileNoteStyle
	labelStyle
	percentStyle
	jumpStyle
	truthStyle
	nStyles
)

const (
	family = "Calibri" // without family and size LibreOffice takes a serif face
	ink    = "1F3864"
	paper  = "D9E2F3"
)

func font(size float64, bold bool, color string) *excelize.Font {
	return &excelize.Font{Family: family, Size: size, Bold: bold, Color: color}
}

func fill(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// format shows numbers at the right, a little away from the text of the next column.
func format(code string) excelize.Style {
	return excelize.Style{Font: font(11, false, ""), CustomNumFmt: &code, Border: rule, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "top", Indent: 1}}
}

// aligned shows dates and truth values at one side, at the top of rows that hold several lines.
func aligned(code, side string) excelize.Style {
	return excelize.Style{Font: font(11, false, ""), CustomNumFmt: &code, Border: rule, Alignment: &excelize.Alignment{Horizontal: side, Vertical: "top"}}
}

// words shows text in several lines: it neither runs into the next column nor ends in the middle of a sentence on paper.
func words(f *excelize.Font) excelize.Style {
	return excelize.Style{Font: f, Border: rule, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
}

// rule parts the rows of a data sheet, also where a program knows no table styles and on paper.
var rule = []excelize.Border{{Type: "bottom", Color: "D0D0D0", Style: 1}}

var totalCode = "#,##0"

// styles are the formats in the order of their names. No meaning is carried by colour alone.
var styles = [nStyles]excelize.Style{
	lineStyle:       {Font: font(11, false, "")},
	textStyle:       words(font(11, false, "")),
	blankStyle:      {Border: rule},
	proseStyle:      {Font: font(11, false, ""), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}},
	totalStyle:      {Font: font(11, false, ""), CustomNumFmt: &totalCode, Alignment: &excelize.Alignment{Horizontal: "right", Indent: 1}},
	wholeStyle:      format("0"),
	countStyle:      format("#,##0"),
	realishStyle:    format("#,##0.00##"),
	degreeStyle:     format("0.00000"),
	shareStyle:      format("0.00"),
	tinyStyle:       format("General"),
	dateStyle:       aligned("yyyy-mm-dd", "left"),
	timeStyle:       aligned("yyyy-mm-dd hh:mm:ss", "left"),
	linkStyle:       words(&excelize.Font{Family: family, Size: 11, Color: "0563C1", Underline: "single"}),
	headStyle:       {Font: font(10, true, "FFFFFF"), Fill: fill(ink), Alignment: &excelize.Alignment{Vertical: "top"}},
	numberHeadStyle: {Font: font(10, true, "FFFFFF"), Fill: fill(ink), Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "top", Indent: 1}},
	titleStyle:      {Font: font(18, true, ink)},
	noteStyle:       {Font: font(10, false, "595959")},
	sectionStyle:    {Font: font(12, true, ink), Border: []excelize.Border{{Type: "bottom", Color: ink, Style: 1}}},
	tileNameStyle:   {Font: font(10, false, "404040"), Fill: fill(paper), Alignment: &excelize.Alignment{Horizontal: "center"}},
	tileStyle:       {Font: font(16, true, ink), Fill: fill(paper), Alignment: &excelize.Alignment{Horizontal: "center"}},
	tileNoteStyle:   {Font: font(9, false, "595959"), Fill: fill(paper), Alignment: &excelize.Alignment{Horizontal: "center"}},
	percentStyle:    format("0%"),
	truthStyle:      aligned(`"TRUE";"TRUE";"FALSE"`, "left"), // for LibreOffice, which shows 1 and 0; Excel shows truth values as such
	jumpStyle:       {Font: &excelize.Font{Family: family, Size: 11, Color: "0563C1", Underline: "single"}, Alignment: &excelize.Alignment{Vertical: "top"}},
	labelStyle:      {Font: font(11, true, ""), Alignment: &excelize.Alignment{Vertical: "top"}},
}

// addStyles registers all styles with a workbook.
func addStyles(f *excelize.File) (ids [nStyles]int, err error) {
	for i := range styles {
		if style(i) == noStyle {
			continue
		}
		if ids[i], err = f.NewStyle(&styles[i]); err != nil {
			return ids, err
		}
	}
	return ids, nil
}

// realStyle shows whole numbers without decimals and tiny ones as they are.
func realStyle(v float64, c *schema.Column) style {
	switch {
	case c.Unit == "degrees":
		return degreeStyle
	case c.Name == "similarity" || strings.HasSuffix(c.Name, "_confidence"):
		return shareStyle
	case v == math.Trunc(v) && math.Abs(v) < 1e15:
		return countStyle
	case math.Abs(v) >= 0.01 && math.Abs(v) < 1e15:
		return realishStyle
	}
	return tinyStyle
}
