package figures

import (
	"math"
	"sort"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// age builds "16-year-old", "40 to 50 years old", "aged 12". The quote of the last has the number alone.
func age(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind, a.unit = "age", "year"
	if m.Has("unit") {
		kind, unit, good := unitAt(m, "unit")
		if !good || kind != "duration" {
			return a, false
		}
		a.unit = unit
	}
	if m.Has("quote") {
		a.first, a.end = m.Tokens("quote")
		ok = ok && a.high <= maxAge && a.low == math.Trunc(a.low)
	}
	return a, ok && a.low > 0
}

// maxAge is beyond the oldest person known (122 years).
const maxAge = 125

// behindName matches no token between a comma or bracket behind a capitalised word and a number that a comma, bracket or full stop closes:
// "Maria Lindqvist, 44, said".
var behindName rule.Part = func(m *rule.Match, i int, next func(int) bool) bool {
	d := m.Doc
	open, k := d.Lower(i-1), i
	if (open == "now" || open == "then" || open == "aged") && d.Lower(i-2) == "," {
		open, k = ",", i-1
	}
	named := isCapital(d, k-2) && d.Tag(k-2).IsProper() || isHyphen(d, k-3) && isCapital(d, k-4) // "Kim Yun-hee, 52,"
	if open != "," && open != "(" || !named && classes[d.Lower(k-2)] != "person" {
		return false
	}
	switch d.Lower(i + 1) {
	case ",", ")", ".", ";":
	case "-", "--":
		if glued(d, i+1) {
			return false
		}
	default:
		return false
	}
	if !d.Tokens[i].Is(text.Digit) || len(d.Tokens[i].Lower) > 3 || months[d.Lower(k-2)] {
		return false
	}
	return next(i)
}

// behindPerson matches no token where the word before the verb is "he", "she" or "who": "She was 82."
var behindPerson rule.Part = func(m *rule.Match, i int, next func(int) bool) bool {
	switch m.Doc.Lower(i - 2) {
	case "he", "she", "who":
		return next(i)
	}
	return isPerson(m.Doc, i-2) && next(i)
}

// isPerson says whether token i is the last of a person's name.
func isPerson(d *text.Document, i int) bool {
	k := sort.Search(len(d.Names), func(k int) bool { return d.Names[k].End > i })
	return k < len(d.Names) && d.Names[k].Label == text.Person && d.Names[k].End == i+1
}

// isSmallNumber says whether token i is a whole number of at most three digits that ends its clause.
func isSmallNumber(d *text.Document, i int) bool {
	if !d.Tokens[i].Is(text.Digit) || len(d.Tokens[i].Lower) > 3 {
		return false
	}
	switch next := d.Lower(i + 1); next {
	case ".", ",", ";", "when", "at", "and", "":
		return true
	}
	return false
}

func ageAlone(m rule.Match) (amount, bool) {
	v, ok := rule.ParseDigits(m.Doc.Tokens[m.First].Lower)
	return amount{low: v, high: v, kind: "age", unit: "year"}, ok && v > 0 && v <= maxAge && v == math.Trunc(v)
}

// inAgeList makes a bare number an age where a list of ages goes on: "aged 9, 8 and 4".
func (r *reader) inAgeList(i int) {
	f := &r.figures[i]
	if i == 0 || f.kind != "count" || r.figures[i-1].kind != "age" || f.high > maxAge || f.before-r.figures[i-1].after > 2 || f.before == r.figures[i-1].after || r.doc.Tag(f.after).IsNoun() {
		return
	}
	for k := r.figures[i-1].after; k < f.before; k++ {
		if w := r.doc.Lower(k); w != "," && w != "and" && w != "or" {
			return
		}
	}
	f.kind, f.unit = "age", "year"
}
