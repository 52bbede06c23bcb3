package xlsxfile

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// sheet is the plan of a data sheet: which table it shows, which columns and how wide, which rows and in which order.
type sheet struct {
	name    string
	about   string // one line for Read_me
	tab     string // colour of the tab: sheets of one colour belong together
	table   *schema.Table
	columns []gridColumn
	indexes []int                          // columns of table, in the order of columns
	keep    func(schema.Batch, int) bool   // nil: all rows
	order   func(schema.Batch, int) [2]int // least first, ties as in the table; nil: all as in the table
	words   map[string]worded              // by column: what is shown in place of a blank cell
	tagged  bool                           // HXL tags in row 2, and no Excel table
	lines   int                            // of text that a row is high
}

// plan chooses the sheets of a workbook.
func plan(o Options) []sheet {
	chosen := slices.Clone(plans)
	if o.Counts["changes"] > 0 {
		chosen = append(chosen, changesPlan)
	}
	if o.HXL {
		chosen = append(chosen, hxlPlan())
	}
	if o.AllSheets {
		chosen = append(chosen, rawPlans()...)
	}
	for i := range chosen {
		for _, c := range chosen[i].columns {
			chosen[i].indexes = append(chosen[i].indexes, slices.IndexFunc(chosen[i].table.Columns, func(k schema.Column) bool { return k.Name == c.name }))
		}
	}
	return chosen
}

// columnsOf reads a list of columns; it panics when one is not of the table. A list without | is printed whole.
func columnsOf(t *schema.Table, list string) []gridColumn {
	list, folded, _ := strings.Cut(list, "+")
	printed, further, _ := strings.Cut(list, "|")
	columns := appendColumns(nil, t, printed, gridColumn{printed: true})
	columns = appendColumns(columns, t, further, gridColumn{})
	return appendColumns(columns, t, folded, gridColumn{folded: true})
}

// appendColumns adds the columns of a list in the manner of like.
func appendColumns(columns []gridColumn, t *schema.Table, list string, like gridColumn) []gridColumn {
	for word := range strings.SplitSeq(list, ",") {
		name, width, _ := strings.Cut(strings.TrimSpace(word), " ")
		switch name {
		case "":
		case "*":
			for _, c := range t.Columns {
				if c.Name != "text" && !slices.ContainsFunc(columns, func(g gridColumn) bool { return g.name == c.Name }) {
					columns = append(columns, like.as(&c, usualWidth(&c)))
				}
			}
		default:
			columns = append(columns, like.as(t.Column(name), widthOf(t, name, width)))
		}
	}
	return columns
}

func (g gridColumn) as(c *schema.Column, width float64) gridColumn {
	g.name, g.width, g.number = c.Name, width, c.Kind == schema.Int || c.Kind == schema.Real
	return g
}

func widthOf(t *schema.Table, name, width string) float64 {
	c := t.Column(name)
	if c == nil {
		panic(fmt.Sprintf("xlsxfile: %s has no column %q", t.Name, name))
	}
	if width == "" {
		return usualWidth(c)
	}
	w, err := strconv.ParseFloat(width, 64)
	if err != nil {
		panic(fmt.Sprintf("xlsxfile: %s.%s: width %q", t.Name, name, width))
	}
	return max(w, headWidth(name))
}

// headWidth is the width that the name of a column takes in bold. The arrow of its filter stands below it.
func headWidth(name string) float64 { return float64(len(name)) + 1 }

// usualWidth is the width of a column that no list names.
func usualWidth(c *schema.Column) float64 { return max(roleWidth(c), headWidth(c.Name)) }

func roleWidth(c *schema.Column) float64 {
	switch {
	case c.Role == schema.Key || c.Ref != "":
		return 22
	case c.Free:
		return 40
	case c.Kind == schema.Int || c.Kind == schema.Bool:
		return 10
	case c.Kind == schema.Text || c.Kind == schema.Texts:
		return 18
	}
	return 12
}

// eventOrder puts countable events first, then the latest; undated ones stand by the day on which they were first reported.
func eventOrder(b schema.Batch, i int) [2]int {
	e := &b.Rows.([]schema.EventFlat)[i]
	rank := 1
	if e.Countable {
		rank = 0
	}
	return [2]int{rank, -dayOr(math.MinInt32, e.DateStart, e.FirstReported)}
}

func isPlanned(b schema.Batch, i int) bool { return isPlan(&b.Rows.([]schema.EventFlat)[i]) }

// isPlan is also true of an order that was given, and so occurred, with a deadline.
func isPlan(e *schema.EventFlat) bool {
	return e.DueText != "" || slices.Contains([]string{"proposed", "planned", "ordered", "threatened"}, e.Status)
}

// dueOrder puts the nearest deadline first and what has none last, the latest report first.
func dueOrder(b schema.Batch, i int) [2]int {
	e := &b.Rows.([]schema.EventFlat)[i]
	return [2]int{dayOr(math.MaxInt32, e.DueDate), -dayOr(math.MinInt32, e.FirstReported)}
}

func groupOrder(b schema.Batch, i int) [2]int {
	return [2]int{slices.Index([]string{"differ", "same_number", "same", "single"}, b.Rows.([]schema.FigureGroup)[i].Agreement), 0}
}

// dayOr returns the first date that is there.
func dayOr(none int, dates ...*schema.Date) int {
	for _, d := range dates {
		if d != nil {
			return int(*d)
		}
	}
	return none
}
