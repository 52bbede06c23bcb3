package figures

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// bounds maps words before a number to the bound that they set; eq for words that set none and may stand between.
var bounds = lexicon.Read("bounds.tsv").Map("bound")

// boundsBehind maps words behind a number to the bound that they set.
var boundsBehind = rule.NewLexicon(lexicon.Read("bounds_behind.tsv").Map("bound"))

var boundsBefore = rule.NewLexicon(bounds)

// longestBound is the most tokens a phrase of bounds.tsv has.
const longestBound = 7

// boundBefore returns the phrase that ends right before token i, first token included, and its bound.
func boundBefore(d *text.Document, i int) (first int, bound string, ok bool) {
	s := d.Sentences[d.Tokens[min(i, len(d.Tokens)-1)].Sentence].First
	for n := min(longestBound, i-s); n > 0; n-- {
		if end, b, hit := boundsBefore.At(d, i-n, i); hit && end == i {
			return i - n, b, true
		}
	}
	return i, "", false
}

// hedged says whether words that bound or hedge a number stand right before token i.
func hedged(d *text.Document, i int) bool {
	_, _, ok := boundBefore(d, i)
	return ok
}

// readBound finds the words that bound the figure, before and behind it.
func (f *figure) readBound(d *text.Document) {
	if f.bound != "" {
		return
	}
	f.bound = "eq"
	first, end := f.first, f.first
	for k := f.first; k > 0; {
		from, b, ok := boundBefore(d, k)
		if !ok || !f.takes(d, from, k, b) {
			break
		}
		if b != "eq" && (f.bound == "eq" || f.bound == "approx") {
			if f.bound == "eq" {
				end = k
			}
			f.bound, first = b, from
		}
		k = from
	}
	f.before = first
	if f.bound != "eq" {
		f.hedge = d.Slice(first, end)
	}
	if f.bound != "eq" && f.bound != "approx" {
		return
	}
	s := d.Sentences[d.Tokens[f.end-1].Sentence].End
	if f.end < s {
		if e, b, ok := boundsBehind.At(d, f.end, s); ok && f.takesBehind(d, e) {
			f.bound, f.hedge, f.after = b, d.Slice(f.end, e), e
		}
	}
}

// takes says whether words before the number bound it: prepositions that look alike do not.
func (f *figure) takes(d *text.Document, from, end int, bound string) bool {
	w, before := d.Lower(from), d.Tag(from-1)
	switch {
	case w == "within":
		return f.kind == "duration" || f.kind == "distance"
	case w == "over" && end == from+1 && f.kind == "duration": // "over three days" is a stretch; "for over three days" a bound
		p := d.Lower(from - 1)
		return p == "for" || p == "after" || p == "of" || p == "in" || p == "and" || p == "with" || before.IsVerb() || before == text.None && from == 0
	case w == "some" && end == from+1:
		return d.Lower(end) != "of"
	case (w == "to" || w == "near") && end == from+1:
		return false
	case w == "about" && end == from+1 && !before.IsPunct() && spokenAbout[model.Lemma(d.Lower(from-1), before)]:
		return false
	}
	return true
}

// spokenAbout are words that "about" belongs to.
var spokenAbout = wordSet("talk speak ask worry know hear learn write think complain concern say tell care forget dream warn joke lie " +
	"concerned worried question information story report detail")

// takesBehind says whether words behind the number bound it; "5 plus 3" and "2 or so" are told apart by what follows.
func (f *figure) takesBehind(d *text.Document, end int) bool {
	switch d.Lower(f.end) {
	case "+", "plus":
		return d.Lower(f.end) == "+" && glued(d, f.end) && !(end < len(d.Tokens) && d.Tokens[end].Is(text.Digit))
	}
	return true
}

// values fills the columns of the bound: eq has all, approx the best alone, gt and ge the low, lt and le the high, a range both ends.
func (f *figure) values(r *schema.Figure) {
	low, high := f.low, f.high
	switch {
	case f.isRange:
		f.bound = "range"
		r.ValueLow, r.ValueHigh = &low, &high
	case f.vague:
		f.bound = "vague"
		r.ValueLow = &low
	default:
		r.Value = schema.Ptr(low)
		switch f.bound {
		case "approx":
			r.ValueBest = &low
		case "gt", "ge":
			r.ValueLow = &low
		case "lt", "le":
			r.ValueHigh = &low
		default:
			r.ValueLow, r.ValueBest, r.ValueHigh = &low, schema.Ptr(low), schema.Ptr(low)
		}
	}
	r.Bound, r.Hedge = f.bound, f.hedge
}

// joins makes one range of two bounds of one thing: "more than 100 and less than 300", "at least 20 but no more than 30". It says whether it did.
func (f *figure) joins(d *text.Document, next *figure) bool {
	below := next.bound == "lt" || next.bound == "le"
	above := next.bound == "gt" || next.bound == "ge"
	if f.kind != next.kind || f.unit != next.unit && f.unit != "" || next.before-f.after > 2 || next.before <= f.after || f.isRange || next.isRange {
		return false
	}
	for k := f.after; k < next.before; k++ {
		if w := d.Lower(k); w != "and" && w != "but" && w != "," {
			return false
		}
	}
	switch {
	case (f.bound == "gt" || f.bound == "ge") && below && f.low < next.low:
		f.high = next.low
	case (f.bound == "lt" || f.bound == "le") && above && next.low < f.low:
		f.low = next.low
	default:
		return false
	}
	f.isRange, f.unit = true, next.unit
	f.hedge += " … " + next.hedge
	f.end, f.after = next.end, next.after
	return true
}
