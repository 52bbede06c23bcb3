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
}

// The colours of tabs.
const (
	frontTab = ink
	whatTab  = "C55A11"
	whoTab   = "548235"
	whereTab = "2E75B6"
	bookTab  = "7F7F7F"
	rawTab   = "BFBFBF"
)

// plans lists the data sheets in their order. Columns stand with their widths in characters; behind + the further columns that are grouped
// and collapsed, * for all that are left.
var plans = []sheet{
	{name: "Events", tab: whatTab, table: schema.EventsFlat, order: eventOrder,
		about: "What happened, is planned, ordered, threatened or denied. Countable events first, then the latest.",
		columns: columnsOf(schema.EventsFlat, `date_start 11, date_text 16, first_reported 11, event_type 20, status 10, assertion 11, summary 55, agents 26, targets 26, places 24,
			country_code 8, figures_text 36, sentence 70, n_articles 8, publishers 20, url 30, countable 9 + *`)},
	{name: "Planned", tab: whatTab, table: schema.EventsFlat, keep: isPlanned, order: dueOrder,
		about:   "What is proposed, planned, ordered or threatened, by deadline.",
		columns: columnsOf(schema.EventsFlat, `status 10, due_date 11, due_text 18, summary 55, ordered_by 24, agents 26, country_code 8, sentence 70, url 30, event_id 22`)},
	{name: "Side_by_side", tab: whatTab, table: schema.FigureGroups, order: groupOrder,
		about: "Each thing that is counted or valued, with all numbers that were stated of it. Rival numbers first. Sum this sheet, never Figures.",
		columns: columnsOf(schema.FigureGroups, `measure_group 13, measure 14, what 28, group_country 8, group_sex 8, place_name 18, time_edtf 14, period 8, lowest 14, highest 14,
			stated 34, claimants 34, agreement 13, n_articles 8, whole_text 24, event_summary 45, figure_group 22 + part_of_group, n_figures, n_claimants, event_id, country_code, unit`)},
	{name: "Figures", tab: whatTab, table: schema.FiguresFlat,
		about: "Every number that an article states, who claims it, and the sentence. Never sum this sheet.",
		columns: columnsOf(schema.FiguresFlat, `value_text 18, object 26, measure 14, group_country 8, claimant 26, time_text 14, place_name 16, sentence 80, whole_text 22, agreement 13,
			event_summary 40, publisher 18, published_date 11, url 30 + *`)},
	{name: "Citations", tab: whoTab, table: schema.CitationsFlat,
		about: "Who said what, word for word where it is quoted.",
		columns: columnsOf(schema.CitationsFlat, `source_name 26, source_title 26, source_sector 16, source_country 8, kind 10, cue 12, content 70, verbatim 50, about 28, via_name 14,
			parent_content 26, publisher 18, published_date 11, url 30 + *`)},
	{name: "Actors", tab: whoTab, table: schema.Actors,
		about:   "The people, bodies and states that the articles name.",
		columns: columnsOf(schema.Actors, `name 30, actor_type 16, sector 16, title 30, affiliation 28, country_code 8, aliases 36, n_articles 8, n_mentions 9, actor_id 22 + is_sensitive`)},
	{name: "Links", tab: whoTab, table: schema.LinksFlat,
		about:   "Ties and events between named actors, one row a tie.",
		columns: columnsOf(schema.LinksFlat, `source_name 26, link 14, label 26, target_name 26, assertion 11, status 10, sentence 70, n_articles 8 + *`)},
	{name: "Places", tab: whereTab, table: schema.Places,
		about:   "The places that the articles name.",
		columns: columnsOf(schema.Places, `name 22, place_type 10, admin1 18, country_code 8, n_mentions 9, n_events 8, n_articles 8, latitude 10, longitude 10, is_centroid 9 + place_id`)},
	{name: "Articles", tab: whereTab, table: schema.Articles,
		about:   "The articles that were read, without their text.",
		columns: columnsOf(schema.Articles, `published_date 11, title 60, publisher 20, publisher_type 13, url 40, n_words 8, duplicate_of 22 + article_id, source, status, language`)},
}

// changesPlan is shown in datasets that are continued.
var changesPlan = sheet{name: "Changes", tab: bookTab, table: schema.Changes,
	about:   "What each release changed.",
	columns: columnsOf(schema.Changes, `release 8, table_name 16, row_id 22, change 10, column_name 18, old_value 40, new_value 40, cause 16, article_id 22`)}

// rawPlans are the tables that no sheet shows, for --sheets all. The text of articles stays out of workbooks.
func rawPlans() []sheet {
	var raw []sheet
	for _, t := range schema.Tables {
		shown := slices.ContainsFunc(plans, func(s sheet) bool { return s.table == t }) || t == schema.Changes || t == schema.EventTypes
		if !shown {
			raw = append(raw, sheet{name: "raw_" + t.Name, tab: rawTab, table: t, about: t.Doc, columns: columnsOf(t, "*")})
		}
	}
	return raw
}

// plan chooses the sheets of a workbook.
func plan(counts map[string]int, all bool) []sheet {
	chosen := slices.Clone(plans)
	if counts["changes"] > 0 {
		chosen = append(chosen, changesPlan)
	}
	if all {
		chosen = append(chosen, rawPlans()...)
	}
	for i := range chosen {
		for _, c := range chosen[i].columns {
			chosen[i].indexes = append(chosen[i].indexes, slices.IndexFunc(chosen[i].table.Columns, func(k schema.Column) bool { return k.Name == c.name }))
		}
	}
	return chosen
}

// columnsOf reads a list of columns; it panics when one is not of the table.
func columnsOf(t *schema.Table, list string) []gridColumn {
	shown, folded, _ := strings.Cut(list, "+")
	var columns []gridColumn
	has := func(name string) bool {
		return slices.ContainsFunc(columns, func(c gridColumn) bool { return c.name == name })
	}
	for i, part := range []string{shown, folded} {
		for word := range strings.SplitSeq(part, ",") {
			name, width, _ := strings.Cut(strings.TrimSpace(word), " ")
			switch {
			case name == "":
			case name == "*":
				for _, c := range t.Columns {
					if !has(c.Name) && c.Name != "text" {
						columns = append(columns, gridColumn{c.Name, usualWidth(&c), i == 1})
					}
				}
			default:
				columns = append(columns, gridColumn{name, widthOf(t, name, width), i == 1})
			}
		}
	}
	return columns
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
	return w
}

// usualWidth is the width of a column that no list names.
func usualWidth(c *schema.Column) float64 {
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

func isPlanned(b schema.Batch, i int) bool {
	switch b.Rows.([]schema.EventFlat)[i].Status {
	case "proposed", "planned", "ordered", "threatened":
		return true
	}
	return false
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
