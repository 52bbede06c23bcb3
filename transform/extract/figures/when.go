package figures

import (
	"sort"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// periodWords are words behind an amount that make it a rate.
var periodWords = wordSet("annually yearly monthly weekly daily hourly")

var periods = map[string]string{"annually": "year", "annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour", "quarterly": "quarter",
	"year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute", "second": "second", "quarter": "quarter", "night": "night"}

// periodOf reads the rate period: "a year", "per day", "each month", "annually" behind the figure or its object, "annual" before it.
func (r *reader) periodOf(f *figure) string {
	if f.kind == "duration" && f.unit != "hour" && f.unit != "day" || f.kind == "age" {
		return ""
	}
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k := f.after; k < s.End && k < f.after+periodReach; k++ {
		w := d.Lower(k)
		switch {
		case k > f.after && (d.Tag(k) == text.CD || d.Tag(k) == text.Dollar):
			return ""
		case periodWords[w]:
			return periods[w]
		case (w == "per" || w == "each" || w == "every") && periods[d.Lower(k+1)] != "" && d.Tag(k+1) != text.NNS:
			return periods[d.Lower(k+1)]
		case (w == "a" || w == "an" || w == "/") && unitPeriod[d.Lower(k+1)] && (k <= f.object.after+1 || k == f.after) && d.Tag(k+2) != text.NN && d.Tag(k-1) != text.IN && !isHyphen(d, k+2) && d.Lower(k+2) != "after" && d.Lower(k+2) != "before" && d.Lower(k+2) != "ago" && d.Lower(k+2) != "earlier" && d.Lower(k+2) != "later":
			return periods[d.Lower(k+1)]
		case d.Tag(k).IsFinite() && k > f.object.after:
			return ""
		}
	}
	for k := f.before - 1; k >= s.First && k > f.before-4; k-- {
		if w := d.Lower(k); w == "annual" || w == "monthly" || w == "weekly" || w == "daily" || w == "quarterly" || w == "yearly" || w == "hourly" {
			return periods[w]
		}
	}
	if w := d.Lower(s.First); (w == "every" || w == "each") && periods[d.Lower(s.First+1)] != "" {
		return periods[d.Lower(s.First+1)]
	}
	return ""
}

// periodReach is how far behind a number its period may stand, in tokens.
const periodReach = 12

var unitPeriod = wordSet("year month week day hour minute second quarter night")

// changeVerbs maps verbs and nouns of change to its direction.
var changeVerbs = map[string]string{"rise": "rise", "increase": "rise", "climb": "rise", "grow": "rise", "jump": "rise", "gain": "rise", "soar": "rise", "surge": "rise", "advance": "rise", "add": "rise", "rally": "rise", "rebound": "rise", "up": "rise", "higher": "rise", "expand": "rise", "spike": "rise", "edge": "", "trend": "",
	"fall": "fall", "drop": "fall", "decline": "fall", "decrease": "fall", "slip": "fall", "lose": "fall", "plunge": "fall", "tumble": "fall", "slide": "fall", "sink": "fall", "shrink": "fall", "plummet": "fall", "shed": "fall", "reduce": "fall", "cut": "fall", "dip": "fall", "slump": "fall", "down": "fall", "lower": "fall", "ease": "fall", "contract": "fall"}

// changeNouns maps nouns of change to its direction: "a 40% increase".
var changeNouns = map[string]string{"increase": "rise", "rise": "rise", "gain": "rise", "jump": "rise", "surge": "rise", "hike": "rise", "growth": "rise", "decrease": "fall", "drop": "fall", "fall": "fall", "decline": "fall", "reduction": "fall", "cut": "fall", "slump": "fall", "plunge": "fall"}

// changeOf says whether the number is the amount of a change: right behind a verb of change ("rose 6.5%", "was down by 3 points"), with the signs "+" and "-",
// or between "from" and "to".
func (r *reader) changeOf(f *figure) string {
	d := r.doc
	if f.isRange && d.Lower(f.before-1) == "from" && d.Tag(f.before-2) != text.IN {
		if v := r.verbOfChange(f.before - 2); v != "" {
			return "from_to"
		}
	}
	if f.kind != "percent" && f.kind != "money" && f.kind != "other" && f.kind != "count" && f.kind != "temperature" && f.kind != "weight" {
		return ""
	}
	if f.kind == "percent" {
		switch w := d.Lower(f.first); {
		case w == "+":
			return "rise"
		case w == "-" || w == "−" || w == "minus":
			return "fall"
		}
	}
	if c := changeNouns[lemmaOf(d, f.after)]; c != "" && f.kind == "percent" {
		return c
	}
	k := f.before - 1
	by := d.Lower(k) == "by"
	if by {
		k--
	}
	if f.kind == "count" && !by {
		return ""
	}
	if w := d.Lower(k); w == "up" || w == "down" || w == "higher" || w == "lower" {
		return changeVerbs[w]
	}
	for by && k > 0 && k > f.before-5 && d.Tag(k) != text.Comma && !d.Tag(k).IsVerb() {
		k--
	}
	if d.Tag(k).IsVerb() && (f.kind == "percent" || by) {
		return changeVerbs[model.Lemma(d.Lower(k), d.Tag(k))]
	}
	return ""
}

// verbOfChange is the direction of the verb of change at token k or shortly before it.
func (r *reader) verbOfChange(k int) string {
	for n := k; n >= 0 && n > k-5; n-- {
		if v := changeVerbs[model.Lemma(r.doc.Lower(n), r.doc.Tag(n))]; v != "" && (r.doc.Tag(n).IsVerb() || r.doc.Tag(n).IsNoun() || r.doc.Tag(n) == text.RB) {
			return v
		}
	}
	return ""
}

// when fills the time and place that the number is about: those of its own clause, the nearest one.
func (r *reader) when(f *figure, row *schema.Figure) {
	first, end := model.Clause(r.doc, f.first)
	from, to := r.doc.Tokens[first].From, r.doc.Tokens[end-1].To
	clause := r.doc.Span(from, to)
	if i := nearest(len(r.rec.Dates), row.Span, clause, func(i int) schema.Span { return r.rec.Dates[i].Span }); i >= 0 && r.rec.Dates[i].DateEDTF != "" {
		row.TimeEDTF, row.TimeText = r.rec.Dates[i].DateEDTF, r.rec.Dates[i].Quote
	}
	if i := nearest(len(r.rec.PlaceMentions), row.Span, clause, func(i int) schema.Span { return r.rec.PlaceMentions[i].Span }); i >= 0 && r.isScene(&r.rec.PlaceMentions[i], f) {
		row.PlaceID = r.rec.PlaceMentions[i].PlaceID
	}
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
func (r *reader) isScene(m *schema.PlaceMention, f *figure) bool {
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
