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
	plainStyle style = iota
	countStyle
	realishStyle // up to four decimals
	degreeStyle
	shareStyle // 0.00
	dateStyle
	timeStyle
	linkStyle
	headStyle
	titleStyle
	noteStyle
	sectionStyle
	tileNameStyle
	tileStyle
	wrapStyle
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

func format(code string) excelize.Style {
	return excelize.Style{Font: font(11, false, ""), CustomNumFmt: &code}
}

var dateCode, timeCode = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"

// styles are the formats in the order of their names. No meaning is carried by colour alone.
var styles = [nStyles]excelize.Style{
	countStyle:    format("#,##0"),
	realishStyle:  format("#,##0.00##"),
	degreeStyle:   format("0.00000"),
	shareStyle:    format("0.00"),
	dateStyle:     {Font: font(11, false, ""), CustomNumFmt: &dateCode, Alignment: &excelize.Alignment{Horizontal: "left"}},
	timeStyle:     {Font: font(11, false, ""), CustomNumFmt: &timeCode, Alignment: &excelize.Alignment{Horizontal: "left"}},
	linkStyle:     {Font: &excelize.Font{Family: family, Size: 11, Color: "0563C1", Underline: "single"}},
	headStyle:     {Font: font(11, true, "FFFFFF"), Fill: fill(ink), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}},
	titleStyle:    {Font: font(18, true, ink)},
	noteStyle:     {Font: font(10, false, "595959")},
	sectionStyle:  {Font: font(12, true, ink), Border: []excelize.Border{{Type: "bottom", Color: ink, Style: 1}}},
	tileNameStyle: {Font: font(10, false, "404040"), Fill: fill(paper), Alignment: &excelize.Alignment{Horizontal: "center"}},
	tileStyle:     {Font: font(16, true, ink), Fill: fill(paper), Alignment: &excelize.Alignment{Horizontal: "center"}},
	wrapStyle:     {Font: font(11, false, ""), Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
	percentStyle:  format("0%"),
	truthStyle:    format(`"TRUE";"TRUE";"FALSE"`), // for LibreOffice, which shows 1 and 0; Excel shows truth values as such
	jumpStyle:     {Font: &excelize.Font{Family: family, Size: 11, Color: "0563C1", Underline: "single"}, Alignment: &excelize.Alignment{Vertical: "top"}},
	labelStyle:    {Font: font(11, true, ""), Alignment: &excelize.Alignment{Vertical: "top"}},
}

// addStyles registers all styles with a workbook.
func addStyles(f *excelize.File) (ids [nStyles]int, err error) {
	for i := range styles {
		if style(i) == plainStyle {
			continue // 0, the book's own
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
	return plainStyle
}
