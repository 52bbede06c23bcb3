package figures

import (
	"sort"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// when fills the time and place that the number is about: the nearest of its own clause. Lengths of time and ages are about none.
func (r *reader) when(f *figure, row *schema.Figure) {
	if f.kind == "duration" || f.kind == "age" {
		return
	}
	first, end := model.Clause(r.doc, f.first)
	from, to := r.doc.Tokens[first].From, r.doc.Tokens[end-1].To
	clause := r.doc.Span(from, to)
	if i := nearest(len(r.rec.Dates), row.Span, clause, func(i int) schema.Span { return r.rec.Dates[i].Span }); i >= 0 && r.isTime(&r.rec.Dates[i]) {
		row.TimeEDTF, row.TimeText = r.rec.Dates[i].DateEDTF, r.rec.Dates[i].Quote
	}
	if i := nearest(len(r.rec.PlaceMentions), row.Span, clause, func(i int) schema.Span { return r.rec.PlaceMentions[i].Span }); i >= 0 && r.isScene(&r.rec.PlaceMentions[i]) {
		row.PlaceID = r.rec.PlaceMentions[i].PlaceID
	}
}

// isTime says whether a date is the time of what is told: no deadline ("by 1 October") and no end of a comparison ("the highest since 1990").
func (r *reader) isTime(m *schema.DateMention) bool {
	first, _ := r.doc.TokensOf(m.Span)
	if m.DateEDTF == "" || r.doc.Lower(first-1) == "by" || r.doc.Lower(first-1) == "than" {
		return false
	}
	s := r.doc.Sentences[r.doc.Tokens[first].Sentence].First
	for k := first - 1; k >= s && k > first-8 && r.doc.Tag(k) != text.Comma; k-- {
		if t := r.doc.Tag(k); t == text.JJS || t == text.RBS {
			return false
		}
	}
	return true
}

// nearest returns the number of the span inside the clause that stands nearest to the figure, -1 for none.
func nearest(n int, at, clause schema.Span, span func(int) schema.Span) int {
	best, distance := -1, 0
	for i := sort.Search(n, func(i int) bool { return span(i).SpanStart >= clause.SpanStart }); i < n; i++ {
		s := span(i)
		if s.SpanStart >= clause.SpanEnd {
			break
		}
		if !clause.Contains(s) || s.Overlaps(at) {
			continue
		}
		gap := s.SpanStart - at.SpanEnd
		if gap < 0 {
			gap = at.SpanStart - s.SpanEnd
		}
		if best < 0 || gap < distance {
			best, distance = i, gap
		}
	}
	return best
}

// isScene says whether a place mention says where: it stands behind "in", "at", "across" and their like, and for no government.
func (r *reader) isScene(m *schema.PlaceMention) bool {
	if m.IsActor || m.PlaceID == "" {
		return false
	}
	first, _ := r.doc.TokensOf(m.Span)
	k := first - 1
	for k > 0 && (r.doc.Tag(k) == text.DT || r.doc.Tag(k).IsAdjective() || r.doc.Tag(k).IsNoun() && first-k < 4) {
		k--
	}
	switch r.doc.Lower(k) {
	case "in", "at", "across", "near", "throughout", "around", "inside", "within", "outside":
		return true
	}
	return false
}
