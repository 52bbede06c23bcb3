package figures

import (
	"math"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// fractionWord matches "third", "quarters" and their like and names it; Match.Real gives the value of one.
func fractionWord(name string) rule.Part {
	return rule.Reading(name, func(d *text.Document, i, limit int) (float64, int, bool) {
		v, ok := fractionWords[d.Tokens[i].Lower]
		return v, i + 1, ok
	})
}

// share builds a ratio of value v.
func share(v float64) (amount, bool) {
	return amount{low: v, high: v, kind: "ratio"}, v > 0
}

// half refuses "first half", "half past", "half-brother" and any half that is not of something or hedged.
func half(m rule.Match) (amount, bool) {
	d, end := m.Doc, m.End
	if isHyphen(d, end) || isHyphen(d, m.First-1) || glued(d, end) && d.Lower(end) != "," && d.Lower(end) != "." && d.Lower(end) != ")" {
		return amount{}, false
	}
	if partOfTime[d.Lower(m.First-1)] || timeNouns[d.Lower(end+1)] || timeNouns[d.Lower(end)] {
		return amount{}, false
	}
	if ofWhat[d.Lower(end)] || hedged(d, m.First) {
		return share(0.5)
	}
	return amount{}, false
}

// partOfTime are words before "half" and "quarter" that make it a stretch of time or play.
var partOfTime = wordSet("first second third fourth last final next previous other opening latest this the each every current same two fiscal better wrong one another " +
	"southern northern eastern western upper lower top bottom left right front back inner outer")

var timeNouns = wordSet("year month season game match day century decade century hour time")

// ofWhat are words behind "half" that begin what it is of.
var ofWhat = wordSet("of the its their his her our my your these those this that all")

// fractionOf builds "a third of", "two-thirds", "one-fifth": one part needs "of" behind or a hedge before ("a third suspect" is an ordinal).
func fractionOf(m rule.Match) (amount, bool) {
	d := m.Doc
	n, f := m.RealOr("n", 1), m.Real("fraction")
	if n*f >= 1 || partOfTime[d.Lower(m.First-1)] && d.Lower(m.First-1) != "the" && d.Lower(m.First-1) != "other" {
		return amount{}, false
	}
	last := d.Lower(m.End - 1)
	plural := last[len(last)-1] == 's'
	of := d.Lower(m.End) == "of"
	if n == 1 && !of && !(hedged(d, m.First) && !nounBehind(d, m.End)) || of && timeNouns[d.Lower(m.End+2)] && n == 1 {
		return amount{}, false
	}
	if n > 1 && !plural && !of {
		return amount{}, false
	}
	if n > 1 && (last == "quarters" || last == "fourths") && !of && !hedged(d, m.First) && !isHyphen(d, m.First+1) { // "three quarters in a row"
		return amount{}, false
	}
	return share(n * f)
}

// nounBehind says whether token i is a noun.
func nounBehind(d *text.Document, i int) bool { return d.Tag(i).IsNoun() }

// oneIn builds "one in five", "nine out of ten": whole numbers, the first below the second, and no time behind.
func oneIn(m rule.Match) (amount, bool) {
	a, b := m.Real("n"), m.Real("of")
	if a >= b || a < 1 || a != math.Trunc(a) || b != math.Trunc(b) || b > 1e7 {
		return amount{}, false
	}
	if _, _, unit := unitLexicon.At(m.Doc, min(m.End, len(m.Doc.Tokens)-1), len(m.Doc.Tokens)); unit && m.End < len(m.Doc.Tokens) {
		return amount{}, false
	}
	if a == 1 && nounBehind(m.Doc, m.End) { // "1 in 6,500 children"
		return share(a / b)
	}
	if m.Text("link") == "in" && (a > 10 || a > 3 && b > 10 || b > 100 && !round(b)) {
		return amount{}, false
	}
	return share(a / b)
}

// round says whether v is a power of ten.
func round(v float64) bool { l := math.Log10(v); return l == math.Trunc(l) }
