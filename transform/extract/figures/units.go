package figures

import (
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// unitRows are surface, kind, unit.
var unitRows = lexicon.Read("units.tsv").Rows

var unitLexicon = phrases(unitRows)

// unitAt returns the unit that a part called name matched, false when it is not written as it must be ("kw" for "kW").
func unitAt(m rule.Match, name string) (kind, unit string, ok bool) {
	first, end := m.Tokens(name)
	if first == end {
		return "", "", false
	}
	r := row(unitRows, m.Text(name))
	return r[1], r[2], asWritten(m.Doc, first, end, r[0])
}

// measured builds what "<number> <unit>" and its ranges say.
func measured(m rule.Match) (amount, bool) {
	kind, unit, ok := unitAt(m, "unit")
	if !ok {
		return amount{}, false
	}
	a, ok := numbers(m)
	a.kind, a.unit = kind, unit
	switch {
	case !ok:
		return a, false
	case kind == "temperature" && unit == "degree" && !isWeather(m):
		a.kind = "other"
	case unit == "stone":
		return a, a.low >= 2
	}
	first, end := m.Tokens("unit")
	if end == first+1 && len(m.Doc.Word(first)) == 1 && kind != "temperature" && kind != "percent" { // "5g" is a weight, "the 5 W" is nothing
		next := m.Doc.Lower(end)
		return a, glued(m.Doc, first) || next == "/" || next == "of" && m.Doc.Tokens[first-1].Is(text.Digit)
	}
	if again, _ := m.Tokens("again"); m.Has("again") && row(unitRows, m.Text("again"))[2] != unit && again > 0 {
		return a, false
	}
	return a, true
}

// isWeather says whether the words near a number of degrees speak of heat or cold.
func isWeather(m rule.Match) bool {
	s := m.Doc.Sentences[m.Doc.Tokens[m.First].Sentence]
	for i := s.First; i < s.End; i++ {
		w := m.Doc.Tokens[i].Lower
		if strings.HasPrefix(w, "temperature") || heatWords[w] {
			return true
		}
	}
	return false
}

var heatWords = wordSet("hot cold heat heatwave weather warm warmer warming cool cooler outside thermometer mercury celsius fever freezing zero oven")

// numbers builds what the parts low, high and their scales say. A range whose upper end alone has a scale shares it ("3 to 5 billion").
func numbers(m rule.Match) (amount, bool) {
	a := amount{low: m.Real("low")}
	own := m.RealOr("low.scale", 1)
	a.low *= own
	a.high = a.low
	a.letterScale = len(strings.TrimPrefix(m.Text("low.scale"), "-")) == 1
	if !m.Has("high") {
		return a, true
	}
	factor := m.RealOr("high.scale", 1)
	a.high, a.isRange = m.Real("high")*factor, true
	if factor == 1 {
		factor = scaleIn(m.Text("high"))
	}
	if own == 1 && factor > 1 && a.low < a.high/factor {
		a.low *= factor
	}
	if a.low > a.high { // "from 208 pounds to 193"; "48 per cent to 45" is a result
		a.low, a.high = a.high, a.low
		return a, m.Doc.Lower(m.First-1) == "from" && a.low < a.high
	}
	return a, a.low < a.high
}
