package xlsxfile

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/newsledger/newsledger/schema"
)

// What a worksheet holds. Source: "Excel specifications and limits", support.microsoft.com.
const (
	maxRows      = 1_048_576 // with the header
	maxCellUnits = 32_767    // UTF-16 code units; excelize cuts longer text without an error
	maxInteger   = 1 << 53   // beyond it Excel's numbers lose digits
)

// Days of Excel's calendar: serial 1 is 1900-01-01, but every serial before 1900-03-01 is off by one in some programs, because Excel counts a
// 29 February 1900.
const (
	serialOfEpoch = 25_569 // of 1970-01-01
	firstSerial   = 61     // of 1900-03-01
	lastSerial    = 2_958_465
)

// cell is one value on its way to a worksheet.
type cell struct {
	kind  cellKind
	style style
	text  string
	real  float64
	to    string // of a jump: the id of the row that it leads to
}

type cellKind uint8

const (
	blank cellKind = iota
	text
	number
	truth // real is 0 or 1
	link  // text is an address
	jump  // text leads to the row of another sheet
)

// loss is what a cell could not hold; the zero loss is none.
type loss struct {
	has, max int
	unit     string
	done     string
}

// encode turns the value of column c in row i into a cell.
func encode(b schema.Batch, c *schema.Column, i int) (cell, loss) {
	switch c.Kind {
	case schema.Int:
		if v, ok := b.Int(c, i); ok {
			return integer(v, c)
		}
	case schema.Real:
		if v, ok := b.Real(c, i); ok {
			return realCell(v, c), loss{}
		}
	case schema.Bool:
		if v, ok := b.Bool(c, i); ok {
			return truthCell(v), loss{}
		}
	case schema.Day:
		if v, ok := b.Day(c, i); ok {
			return day(float64(v)+serialOfEpoch, dateStyle)
		}
	case schema.Instant:
		if v, ok := b.Instant(c, i); ok {
			return day(float64(v)/86_400e6+serialOfEpoch, timeStyle)
		}
	default:
		return textCell(b.String(c, i), c)
	}
	return cell{}, loss{}
}

func integer(v int, c *schema.Column) (cell, loss) {
	if v > maxInteger || v < -maxInteger {
		return word(strconv.Itoa(v)), loss{digits(v), 15, "digits", "written as text"}
	}
	s := wholeStyle
	if c.Unit != "" {
		s = countStyle
	}
	return cell{kind: number, real: float64(v), style: s}, loss{}
}

func truthCell(v bool) cell {
	c := cell{kind: truth, style: truthStyle}
	if v {
		c.real = 1
	}
	return c
}

func digits(v int) int { return len(strings.TrimPrefix(strconv.Itoa(v), "-")) }

func realCell(v float64, c *schema.Column) cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return word(schema.FormatReal(v))
	}
	return cell{kind: number, real: v, style: realStyle(v, c)}
}

func day(serial float64, s style) (cell, loss) {
	if serial < firstSerial || serial >= lastSerial+1 {
		return cell{}, loss{int(math.Floor(serial)), lastSerial, "days since 1899-12-30 (a sheet begins at 61)", "left empty: the EDTF or text column stands beside it"}
	}
	return cell{kind: number, real: serial, style: s}, loss{}
}

func textCell(s string, c *schema.Column) (cell, loss) {
	if s == "" {
		return cell{}, loss{}
	}
	n := units(s)
	if n > maxCellUnits {
		mark := " […cut here: the whole text stands in column " + c.Name + " of the CSV and Parquet files]"
		return word(cutUnits(s, maxCellUnits-units(mark)) + mark), loss{n, maxCellUnits, "UTF-16 code units", "cut, with a mark"}
	}
	if k := controls(s); k > 0 {
		return word(s), loss{k, 0, "control characters", "written as U+FFFD"}
	}
	if (c.Name == "url" || c.Name == "document_url") && isAddress(s) {
		return cell{kind: link, text: s, style: linkStyle}, loss{}
	}
	return word(s), loss{}
}

// word is a cell of text, blank when there is none.
func word(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{kind: text, text: s, style: textStyle}
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// units is the length of s in UTF-16 code units.
func units(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// cutUnits returns the longest start of s with at most n UTF-16 code units that ends between characters.
func cutUnits(s string, n int) string {
	for i, r := range s {
		if n--; r > 0xffff {
			n--
		}
		if n < 0 {
			return s[:i]
		}
	}
	return s
}

// controls counts the characters that XML cannot hold.
func controls(s string) (n int) {
	for i, r := range s {
		bad := r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
		if r == utf8.RuneError {
			_, size := utf8.DecodeRuneInString(s[i:])
			bad = size == 1
		}
		if bad {
			n++
		}
	}
	return n
}
