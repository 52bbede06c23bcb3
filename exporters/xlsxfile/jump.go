package xlsxfile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/schema"
)

// maxLiteral is how many characters a text inside a formula may have.
const maxLiteral = 255

// jumps say which column leads to which sheet: to the row that holds the same id.
var jumps = []struct{ column, id, sheet string }{
	{"event_summary", "event_id", "Events"},
	{"event_id", "event_id", "Events"},
	{"stated", "figure_group", "Figures"},
	{"agreement", "figure_group", "Side_by_side"},
	{"article_title", "article_id", "Articles"},
}

// jumpTo is where a column leads. The zero value leads nowhere.
type jumpTo struct {
	id    *schema.Column // of the row that leads
	sheet string
	area  string // the column of the other sheet in which the id is looked up
}

// jumpsOf finds the jumps of a sheet by column. A formula looks for the id, so that a jump survives sorting; it is too slow for large books.
func jumpsOf(s sheet, counts map[string]int) []jumpTo {
	to := make([]jumpTo, len(s.columns))
	if s.tagged {
		return to
	}
	for _, j := range jumps {
		from := slices.IndexFunc(s.columns, func(c gridColumn) bool { return c.name == j.column })
		target := plans[slices.IndexFunc(plans, func(p sheet) bool { return p.name == j.sheet })]
		if from < 0 || target.table == s.table && target.keep == nil && s.keep == nil || s.table.Column(j.id) == nil || max(counts[s.table.Name], counts[target.table.Name]) > maxAnchors {
			continue
		}
		at := slices.IndexFunc(target.columns, func(c gridColumn) bool { return c.name == j.id })
		letters, err := excelize.ColumnNumberToName(at + 1)
		if err != nil {
			panic(fmt.Sprintf("xlsxfile: sheet %s has no column %q", j.sheet, j.id)) // a wrong declaration
		}
		to[from] = jumpTo{s.table.Column(j.id), j.sheet, fmt.Sprintf("%s!$%s:$%s", j.sheet, letters, letters)}
	}
	return to
}

// formula leads to the row of the other sheet that holds the id of c.
func (j jumpTo) formula(c *cell) string {
	return fmt.Sprintf(`HYPERLINK("#%s!A"&MATCH(%s,%s,0),%s)`, j.sheet, literal(c.to), j.area, literal(c.text))
}

// isLiteral says whether a text may stand inside a formula. "_x" is how a workbook escapes characters.
func isLiteral(s string) bool {
	return units(s) <= maxLiteral && !strings.Contains(s, "_x") && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' })
}

func literal(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
