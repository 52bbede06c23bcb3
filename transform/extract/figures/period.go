package figures

import (
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// period is a word that makes a number a rate: its period and where it stands (adverb behind, adjective before, unit behind "per").
type period struct{ unit, kind string }

var periods = func() map[string]period {
	m := map[string]period{}
	for _, r := range lexicon.Read("periods.tsv").Rows {
		m[r[0]] = period{r[1], r[2]}
	}
	return m
}()

// isPeriodAdverb says whether w is "annually" or its like.
func isPeriodAdverb(w string) bool { return periods[w].kind == "adverb" || periods[w].kind == "both" }

// periodReach is how far behind a number its period may stand, in tokens.
const periodReach = 12

// periodOf reads the rate period: "a year", "per day", "each month", "annually" behind the figure or its object, "annual" before it, "Every year" at
// the start of the sentence.
func (r *reader) periodOf(f *figure) string {
	if f.kind == "age" || f.kind == "duration" && f.unit != "hour" && f.unit != "day" {
		return ""
	}
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	if p := r.periodBehind(f, s.End); p != "" {
		return p
	}
	for k := f.before - 1; k >= s.First && k > f.before-4; k-- {
		if p := periods[d.Lower(k)]; p.kind == "adjective" || p.kind == "both" {
			return p.unit
		}
	}
	if w := d.Lower(s.First); w == "every" || w == "each" {
		return r.periodUnit(s.First + 1)
	}
	return ""
}

// periodBehind looks for a period behind the figure, up to the next number or verb.
func (r *reader) periodBehind(f *figure, limit int) string {
	d := r.doc
	for k := f.after; k < min(limit, f.after+periodReach); k++ {
		switch w := d.Lower(k); {
		case k > f.after && (d.Tag(k) == text.CD || d.Tag(k) == text.Dollar):
			return ""
		case isPeriodAdverb(w):
			return periods[w].unit
		case w == "per" || w == "each" || w == "every":
			if p := r.periodUnit(k + 1); p != "" {
				return p
			}
		case (w == "a" || w == "an" || w == "/") && k <= max(f.after, f.object.after+1) && r.isRate(k):
			return r.periodUnit(k + 1)
		case d.Tag(k).IsFinite() && k > f.object.after:
			return ""
		}
	}
	return ""
}

// periodUnit is the period that the unit of time at token k names, "" for anything else and for a plural.
func (r *reader) periodUnit(k int) string {
	if p := periods[r.doc.Lower(k)]; p.kind == "unit" && r.doc.Tag(k) != text.NNS {
		return p.unit
	}
	return ""
}

// isRate says whether "a year" at token k is a rate and no stretch or point of time ("in a year", "a year ago", "a year-long").
func (r *reader) isRate(k int) bool {
	d := r.doc
	if r.periodUnit(k+1) == "" || d.Tag(k+2) == text.NN || d.Tag(k-1) == text.IN || isHyphen(d, k+2) {
		return false
	}
	switch d.Lower(k + 2) {
	case "after", "before", "ago", "earlier", "later":
		return false
	}
	return true
}
