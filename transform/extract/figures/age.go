package figures

import (
	"math"

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
	if open != "," && open != "(" || !(isCapital(d, k-2) && d.Tag(k-2).IsProper()) && classes[d.Lower(k-2)] != "person" {
		return false
	}
	switch d.Lower(i + 1) {
	case ",", ")", ".", ";":
	default:
		return false
	}
	if !d.Tokens[i].Is(text.Digit) || len(d.Tokens[i].Lower) > 3 || months[d.Lower(k-2)] {
		return false
	}
	return next(i)
}
