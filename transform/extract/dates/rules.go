package dates

import "github.com/newsledger/newsledger/transform/extract/rule"

// The grammar has four layers. Points are what stands for a day, month, year … by itself; each further layer builds on what the layers
// before it found: within (a longer unit, a clock time, a part of the day), parts (early, about) and ranges (from … to, since, or).
// In each layer the longest match wins, then the earlier rule.

type rules = []rule.Rule[*when]

// points are tried on the bare tokens.
var points = join(dayRules, weekdayRules, monthRules, yearRules, quarterRules, seasonRules, unitRules, agoRules, holidayRules)

func join(lists ...rules) (all rules) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// said gives a builder that always succeeds.
func said(w when) func(rule.Match) (*when, bool) {
	return func(rule.Match) (*when, bool) { return &w, true }
}

// yearSaid is the year of the part called y, unknown when there is none.
func yearSaid(m rule.Match) yearRef { return yearRef{n: int(m.Real("y"))} }
