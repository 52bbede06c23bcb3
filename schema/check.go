package schema

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// RowError is one thing that is wrong in one row.
type RowError struct {
	Table  string
	Row    int // from 1
	Column string
	Reason string
}

func (e *RowError) Error() string {
	return fmt.Sprintf("%s: row %d: %s: %s", e.Table, e.Row, e.Column, e.Reason)
}

// CheckBatch returns what the declaration of the table forbids in its rows: nulls where none may be, words outside a closed vocabulary,
// list items that hold the list separator. first is the number of the first row, from 1.
func CheckBatch(b Batch, first int) []error {
	var errs []error
	for i := range b.Len() {
		for k := range b.Table.Columns {
			if reason := cellError(b, &b.Table.Columns[k], i); reason != "" {
				errs = append(errs, &RowError{b.Table.Name, first + i, b.Table.Columns[k].Name, reason})
			}
		}
	}
	return errs
}

func cellError(b Batch, c *Column, i int) string {
	switch c.Kind {
	case Text:
		s, ok := b.Text(c, i)
		switch {
		case !ok && !c.Nullable:
			return "empty, and the column may not be"
		case ok && c.Vocabulary != "" && !Vocabularies[c.Vocabulary].Has(s):
			return fmt.Sprintf("%q is no word of vocabulary %s", s, c.Vocabulary)
		}
	case Texts:
		for _, item := range b.List(c, i) {
			if item == "" || strings.Contains(item, ListSeparator) {
				return fmt.Sprintf("list item %q", item)
			}
		}
	}
	return ""
}

// Check returns all that is wrong in a record: rows that break their table's declaration, spans that do not quote the text, ids that are
// missing or double, bounds that contradict each other. A record without findings may be merged with any other.
func (r *Record) Check() error {
	c := recordCheck{text: []rune(r.Article.Text), ids: map[string]map[string]bool{}}
	batches := r.Batches()
	for _, b := range batches {
		c.errs = append(c.errs, CheckBatch(b, 1)...)
		c.keys(b)
	}
	for _, b := range batches {
		c.refs(b)
		c.spans(b)
	}
	for i, f := range r.Figures {
		if reason := BoundError(&f); reason != "" {
			c.add("figures", i, "bound", reason)
		}
	}
	return errors.Join(c.errs...)
}

// Batches returns the tables of the record with rows of their own, articles first.
func (r *Record) Batches() []Batch {
	return []Batch{
		BatchOf(Articles, []Article{r.Article}), BatchOf(Actors, r.Actors), BatchOf(ActorNames, r.ActorNames), BatchOf(ActorMentions, r.ActorMentions), BatchOf(Relations, r.Relations),
		BatchOf(Dates, r.Dates), BatchOf(Places, r.Places), BatchOf(PlaceMentions, r.PlaceMentions), BatchOf(Events, r.Events), BatchOf(EventMentions, r.EventMentions),
		BatchOf(EventActors, r.EventActors), BatchOf(EventPlaces, r.EventPlaces), BatchOf(Figures, r.Figures), BatchOf(Citations, r.Citations),
	}
}

type recordCheck struct {
	text []rune
	ids  map[string]map[string]bool // by table
	errs []error
}

func (c *recordCheck) add(table string, row int, column, reason string) {
	c.errs = append(c.errs, &RowError{table, row + 1, column, reason})
}

func (c *recordCheck) keys(b Batch) {
	seen := map[string]bool{}
	c.ids[b.Table.Name] = seen
	for k := range b.Table.Columns {
		col := &b.Table.Columns[k]
		if col.Role != Key {
			continue
		}
		for i := range b.Len() {
			id, _ := b.Text(col, i)
			if seen[id] {
				c.add(b.Table.Name, i, col.Name, fmt.Sprintf("%s stands twice", id))
			}
			seen[id] = true
		}
	}
}

func (c *recordCheck) refs(b Batch) {
	for k := range b.Table.Columns {
		col := &b.Table.Columns[k]
		known, local := c.ids[col.Ref]
		if col.Ref == "" || !local || col.Kind != Text {
			continue
		}
		for i := range b.Len() {
			if id, ok := b.Text(col, i); ok && !known[id] {
				c.add(b.Table.Name, i, col.Name, fmt.Sprintf("%s is no row of %s", id, col.Ref))
			}
		}
	}
}

func (c *recordCheck) spans(b Batch) {
	start, end, quote := b.Table.Column("span_start"), b.Table.Column("span_end"), b.Table.Column("quote")
	if start == nil || quote == nil {
		return
	}
	for i := range b.Len() {
		from, _ := b.Int(start, i)
		to, _ := b.Int(end, i)
		q, _ := b.Text(quote, i)
		if reason := SpanError(c.text, from, to, q); reason != "" {
			c.add(b.Table.Name, i, "span_start", reason)
		}
	}
}

// SpanError says why a span does not quote a text, "" when it does.
func SpanError(text []rune, from, to int, quote string) string {
	if from < 0 || to > len(text) || from >= to {
		return fmt.Sprintf("%d-%d does not lie in a text of %d characters", from, to, len(text))
	}
	if got := string(text[from:to]); got != quote {
		return fmt.Sprintf("the text reads %q, the quote %q", cut(got), cut(quote))
	}
	return ""
}

func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// boundShapes says which of value, value_low, value_best and value_high each bound has.
var boundShapes = map[string][4]bool{
	"eq": {true, true, true, true}, "approx": {true, false, true, false}, "gt": {true, true, false, false}, "ge": {true, true, false, false},
	"lt": {true, false, false, true}, "le": {true, false, false, true}, "range": {false, true, false, true}, "vague": {false, true, false, false},
}

// BoundError says how the values of a figure contradict its bound, "" when they do not.
func BoundError(f *Figure) string {
	has := [4]bool{f.Value != nil, f.ValueLow != nil, f.ValueBest != nil, f.ValueHigh != nil}
	if want, known := boundShapes[f.Bound]; known && has != want {
		return fmt.Sprintf("%s allows value, low, best, high %v, not %v", f.Bound, want, has)
	}
	var values []float64
	for _, v := range []*float64{f.Value, f.ValueLow, f.ValueBest, f.ValueHigh} {
		if v != nil {
			values = append(values, *v)
		}
	}
	switch {
	case f.Bound == "range" && !(values[0] < values[1]):
		return fmt.Sprintf("range from %v to %v", values[0], values[1])
	case f.Bound != "range" && slices.Min(values) != slices.Max(values):
		return fmt.Sprintf("values %v differ", values)
	}
	return ""
}

// SetOmitted leaves out what --omit-sentences leaves out: every sentence column and the evidence of event mentions.
func (r *Record) SetOmitted(text, sentences bool) {
	if text {
		r.Article.Text = ""
	}
	if !sentences {
		return
	}
	for i := range r.EventMentions {
		r.EventMentions[i].Quote = ""
	}
	for _, rows := range []any{r.Relations, r.Figures, r.Citations} {
		v := reflect.ValueOf(rows)
		for i := range v.Len() {
			v.Index(i).FieldByName("Sentence").SetString("")
		}
	}
}
