package figures

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// vagueRows are phrase, low.
var vagueRows = lexicon.Read("vague_amounts.tsv").Rows

var vagueLexicon = phrases(vagueRows)

// vagueWord matches "dozens", "tens of thousands" and their like and names it; Match.Real gives the least that it says.
func vagueWord(name string) rule.Part {
	return rule.Reading(name, func(d *text.Document, i, limit int) (float64, int, bool) {
		end, v, ok := vagueLexicon.At(d, i, limit)
		if !ok || end < limit && isHyphen(d, end) {
			return 0, i, false
		}
		return mustReal(row(vagueRows, v)[1]), end, true
	})
}

// scaleWord matches a scale word without a number before it ("billion-dollar", "multimillion-pound").
func scaleWord(name string) rule.Part {
	return rule.Reading(name, func(d *text.Document, i, limit int) (float64, int, bool) {
		w := d.Tokens[i].Lower
		if len(w) > 5 && w[:5] == "multi" {
			w = w[5:]
		}
		v, ok := scales[w]
		return v, i + 1, ok && len(w) > 4
	})
}

func vagueAmount(m rule.Match) amount {
	v := m.Real("vague")
	return amount{low: v, high: v, vague: true}
}

func vagueMoney(m rule.Match) (amount, bool) {
	r := currencyOf(m, "currency")
	if r == nil {
		return amount{}, false
	}
	a := vagueAmount(m)
	a.kind, a.unit, a.currency = "money", r[1], r[2]
	return a, r[4] == "" && (r[0] != "won" && r[0] != "real")
}

func vagueMeasured(m rule.Match) (amount, bool) {
	kind, unit, ok := unitAt(m, "unit")
	a := vagueAmount(m)
	a.kind, a.unit = kind, unit
	first, end := m.Tokens("unit")
	return a, ok && kind != "temperature" && end == first+1 && len(m.Doc.Word(first)) > 2
}

// vagueDuration builds "decades of" and "for decades": at least two.
func vagueDuration(m rule.Match) (amount, bool) {
	d := m.Doc
	if p := d.Lower(m.First - 1); d.Lower(m.End) != "of" && p != "for" && p != "over" {
		return amount{}, false
	}
	unit := "decade"
	if d.Lower(m.First) == "centuries" {
		unit = "century"
	}
	return amount{low: 2, high: 2, vague: true, kind: "duration", unit: unit}, true
}

// vagueCount builds "dozens", "several"; "several" needs a plural behind it.
func vagueCount(m rule.Match) (amount, bool) {
	a := vagueAmount(m)
	a.kind = "count"
	d := m.Doc
	switch d.Lower(m.First) {
	case "several", "a":
		if a.low < 10 && d.Lower(m.End) != "of" && !pluralSoon(d, m.End) {
			return a, false
		}
	}
	return a, !(d.Lower(m.First) == "scores" && d.Lower(m.End) != "of")
}

// pluralSoon says whether the noun phrase at token i has a plural noun.
func pluralSoon(d *text.Document, i int) bool {
	for k := i; k < len(d.Tokens) && k < i+6; k++ {
		switch t := d.Tag(k); {
		case t == text.NNS || t == text.NNPS:
			return true
		case t.IsPunct() && t != text.Hyphen || t == text.IN || t.IsFinite():
			return false
		}
	}
	return false
}
