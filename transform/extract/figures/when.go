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
	if i := r.nearest(len(r.rec.Dates), row.Span, clause, func(i int) schema.Span { return r.rec.Dates[i].Span }); i >= 0 && r.isTime(&r.rec.Dates[i]) {
		row.TimeEDTF, row.TimeText = r.rec.Dates[i].DateEDTF, r.rec.Dates[i].Quote
	}
	if c := classes[f.object.lemma]; c == "country" || c == "place" {
		return // "36 countries" lie nowhere
	}
	i := r.nearest(len(r.rec.PlaceMentions), row.Span, clause, func(i int) schema.Span { return r.rec.PlaceMentions[i].Span })
	if i < 0 {
		i = r.opening(r.doc.Sentences[r.doc.Tokens[f.first].Sentence])
	}
	if i >= 0 && r.isScene(&r.rec.PlaceMentions[i]) {
		row.PlaceID = r.rec.PlaceMentions[i].PlaceID
	}
}

// opening returns the number of the place that a sentence opens with, and that all of it is about: "In Cambodia alone, the agency says …".
// -1 for none.
func (r *reader) opening(s text.Sentence) int {
	span := r.doc.SpanOf(s.First, s.End)
	all := r.rec.PlaceMentions
	i := sort.Search(len(all), func(i int) bool { return all[i].SpanStart >= span.SpanStart })
	if i == len(all) || all[i].SpanStart >= span.SpanEnd {
		return -1
	}
	first, end := r.doc.TokensOf(all[i].Span)
	if r.doc.Lower(end) == "alone" || r.doc.Lower(end) == "itself" {
		end++
	}
	if first > s.First+3 || r.doc.Tag(s.First) != text.IN || r.doc.Tag(end) != text.Comma {
		return -1
	}
	return i
}

// asides are the words behind a comma with which a part or another number begins: "53 centres, many in Bergen", "1,000 since 2022, with 67 in May".
var asides = wordSet("with including among many most some mostly mainly")

// apart says whether an aside begins between two tokens.
func (r *reader) apart(a, b int) bool {
	for k := a; k < b; k++ {
		if r.doc.Tag(k) == text.Comma && asides[r.doc.Lower(k+1)] {
			return true
		}
	}
	return false
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

// nearest returns the number of the span inside the clause that stands nearest to the figure, with no aside between them; -1 for none.
func (r *reader) nearest(n int, at, clause schema.Span, span func(int) schema.Span) int {
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
		if (best < 0 || gap < distance) && !r.asideBetween(at, s) {
			best, distance = i, gap
		}
	}
	return best
}

func (r *reader) asideBetween(a, b schema.Span) bool {
	if b.SpanStart < a.SpanStart {
		a, b = b, a
	}
	_, end := r.doc.TokensOf(a)
	first, _ := r.doc.TokensOf(b)
	return r.apart(end, first)
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
