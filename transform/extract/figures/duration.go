package figures

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// oneUnit builds "a month", "an hour" where the words around it say that a length is meant: "within a month", "for an hour", "more than a mile".
func oneUnit(m rule.Match) (amount, bool) {
	kind, unit, ok := unitAt(m, "unit")
	d := m.Doc
	first, end := m.Tokens("unit")
	if !ok || end != first+1 || d.Tag(first) == text.NNS || kind != "duration" && kind != "distance" || glued(d, first) {
		return amount{}, false
	}
	a := amount{low: 1, high: 1, kind: kind, unit: unit}
	switch p := d.Lower(m.First - 1); {
	case p == "for" || p == "than" || p == "within":
	case kind == "duration" && p == "in":
	case hedged(d, m.First) && p != "just" && p != "only" && p != "some" && p != "as":
	default:
		return a, false
	}
	if unit == "day" || unit == "night" || d.Lower(end) == "of" || isHyphen(d, end) || d.Tag(end).IsNoun() && d.Lower(m.First-1) == "for" {
		return a, d.Lower(m.First-1) == "within" || d.Lower(m.First-1) == "than"
	}
	return a, true
}

// halfUnit builds "half an hour", "half a mile".
func halfUnit(m rule.Match) (amount, bool) {
	kind, unit, ok := unitAt(m, "unit")
	return amount{low: 0.5, high: 0.5, kind: kind, unit: unit}, ok && kind != "percent"
}

// every builds "every 15 days".
func every(m rule.Match) (amount, bool) {
	a, ok := measured(m)
	a.first, a.end = m.Tokens("quote")
	a.every = true
	return a, ok && a.kind == "duration"
}

func percentOf(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind, a.unit = "percent", "percent"
	return a, ok
}

// unitAndHalf builds "a year and a half".
func unitAndHalf(m rule.Match) (amount, bool) {
	kind, unit, ok := unitAt(m, "unit")
	return amount{low: 1.5, high: 1.5, kind: kind, unit: unit}, ok && (kind == "duration" || kind == "distance")
}

// stretchWords are adjectives between a number and a unit of time that leave it a length: "three working days".
var stretchWords = wordSet("consecutive straight successive working business calendar school full whole long solid additional extra more further trading academic gruelling")

func isStretch(d *text.Document, i int) bool { return stretchWords[d.Tokens[i].Lower] }

// timeMeasured is measured for units of time alone.
func timeMeasured(m rule.Match) (amount, bool) {
	a, ok := measured(m)
	return a, ok && a.kind == "duration"
}
