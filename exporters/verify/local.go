package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/maphash"
	"unicode/utf8"

	"github.com/newsledger/newsledger/schema"
)

var errStop = errors.New("stop")

// seed makes hashes of ids; two ids of a dataset share one about never (2⁻⁶⁴ for each pair).
var seed = maphash.MakeSeed()

func hashOf(id string) uint64 { return maphash.String(seed, id) }

// local is the first pass: each row by itself, double keys, and the facts that the second pass needs. It returns the number of rows by table.
func (v *checker) local() map[string]int {
	rows := map[string]int{}
	for _, t := range schema.Tables {
		name := v.tableAt[t.Name]
		v.keys[t.Name] = map[uint64]int32{}
		v.read(t, func(b schema.Batch, first int) error {
			rows[t.Name] += b.Len()
			for _, err := range schema.CheckBatch(b, first) {
				if e, ok := errors.AsType[*schema.RowError](err); ok {
					v.add(name, e.Row, e.Column, "%s", e.Reason)
				}
			}
			v.uniqueKeys(name, b, first)
			v.byItself(name, b, first)
			return nil
		}, func(row int, column, reason string) { v.add(name, row, column, "%s", reason) })
	}
	return rows
}

func (v *checker) uniqueKeys(name string, b schema.Batch, first int) {
	keys := v.keys[b.Table.Name]
	for k := range b.Table.Columns {
		c := &b.Table.Columns[k]
		if c.Role != schema.Key {
			continue
		}
		for i := range b.Len() {
			id, _ := b.Text(c, i)
			if was, ok := keys[hashOf(id)]; ok {
				v.add(name, first+i, c.Name, "%s stands in row %d too", id, was)
			}
			keys[hashOf(id)] = int32(first + i)
		}
	}
}

// byItself checks what a row must keep without looking at others.
func (v *checker) byItself(name string, b schema.Batch, first int) {
	switch rows := b.Rows.(type) {
	case []schema.Article:
		for i := range rows {
			v.article(name, first+i, &rows[i])
		}
	case []schema.Event:
		for i := range rows {
			v.event(name, first+i, &rows[i])
		}
	case []schema.Figure:
		for i := range rows {
			v.figure(name, first+i, &rows[i])
		}
	case []schema.EventType:
		for i := range rows {
			if n := first + i; n > len(schema.EventTypeRows) || rows[i] != schema.EventTypeRows[n-1] {
				v.add(name, n, "", "not the row of this version")
			}
		}
	}
}

func (v *checker) article(name string, row int, a *schema.Article) {
	if a.Text == "" {
		return // omitted
	}
	if n := utf8.RuneCountInString(a.Text); n != a.NChars {
		v.add(name, row, "n_chars", "%d, and the text has %d", a.NChars, n)
	}
	if sum := sha256.Sum256([]byte(a.Text)); hex.EncodeToString(sum[:]) != a.TextSHA256 {
		v.add(name, row, "text_sha256", "not the hash of the text")
	}
	for i, r := range a.Text {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0x7f {
			v.add(name, row, "text", "control character U+%04X at byte %d", r, i)
			break
		}
	}
}

func (v *checker) event(name string, row int, e *schema.Event) {
	if group := schema.EventGroup(e.EventType); group != e.EventGroup {
		v.add(name, row, "event_group", "%s, and %s belongs to %s", e.EventGroup, e.EventType, group)
	}
	if want := e.IsCountable(); want != e.Countable {
		v.add(name, row, "countable", "%v, and its status, assertion, granularity, group or possible double say %v", e.Countable, want)
	}
	v.range1(name, row, e.DateStart, e.DateEnd)
}

// range1 checks that a stretch of days does not end before it begins.
func (v *checker) range1(name string, row int, start, end *schema.Date) {
	if start != nil && end != nil && *end < *start {
		v.add(name, row, "date_end", "%s is before %s", end, start)
	}
}

func (v *checker) figure(name string, row int, f *schema.Figure) {
	if schema.Vocabularies["bound"].Has(f.Bound) {
		if reason := schema.BoundError(f); reason != "" {
			v.add(name, row, "bound", "%s", reason)
		}
	}
	if group := schema.MeasureGroup(f.Measure); f.Measure != "" && group != f.MeasureGroup {
		v.add(name, row, "measure_group", "%s, and %s belongs to %s", f.MeasureGroup, f.Measure, group)
	}
	grouped := f.Measure != "" && f.MeasureGroup != "share" && f.MeasureGroup != "time" && f.MeasureGroup != "votes"
	if grouped != (f.FigureGroup != "") {
		v.add(name, row, "figure_group", "%q, and figures of measure %q stand in a group: %v", f.FigureGroup, f.Measure, grouped)
	}
}
