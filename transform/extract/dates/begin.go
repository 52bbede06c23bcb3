package dates

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// openers are the words that a point can begin with, besides numbers in digits: trying all rules at every word would take most of the time.
var openers = func() map[string]bool {
	m := set("the", "a", "an", "in", "between", "from", "last", "this", "next", "past", "coming", "previous", "following", "preceding", "current", "that", "these",
		"year", "fiscal", "financial", "fy", "calendar", "q1", "q2", "q3", "q4", "h1", "h2", "'", "beginning", "start", "middle", "end", "close", "outset", "early", "late", "mid", "earlier", "later",
		"first", "last", "final", "opening", "closing", "latter", "comparable", "same", "corresponding",
		"more", "less", "just", "fewer", "at", "nearly", "almost", "about", "around", "some", "over", "roughly", "approximately", "barely", "only")
	for _, file := range []string{"months.tsv", "weekdays.tsv", "seasons.tsv", "ordinals.tsv", "day_words.tsv", "calendar_units.tsv", "decade_words.tsv", "holidays.tsv", "number_words.tsv"} {
		for phrase := range lexicon.Read(file).Set() {
			m[text.Split(phrase).Tokens[0].Lower] = true
		}
	}
	return m
}()

// begins says whether a point can begin with token i.
func begins(d *text.Document, i int) bool {
	return d.Tokens[i].Is(text.Digit) || isFiscal(d, i) || openers[d.Tokens[i].Lower]
}

// lookahead is how many tokens before an expression the rules of a further layer can begin: "in the early morning hours of".
const lookahead = 8

// near says whether one of the expressions begins at token i or shortly behind it.
func (e earlier) near(d *text.Document, i int) bool {
	for k := i; k < i+lookahead; k++ {
		if _, ok := e[k]; ok {
			return true
		}
	}
	return false
}

// find runs the rules of a layer where they can begin.
func find(doc *text.Document, rs rules, e earlier, tr *rule.Trace) []rule.Found[*when] {
	if e == nil {
		return rule.FindWhere(doc, "dates", rs, begins, tr)
	}
	return rule.FindWhere(doc, "dates", rs, e.near, tr)
}
