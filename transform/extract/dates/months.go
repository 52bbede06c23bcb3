package dates

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// monthRules find months.
var monthRules = rules{
	{Name: "<month> <year>", Pattern: rule.Seq(month("m"), rule.Opt(rule.Word(",", "of", "in")), year("y"), rule.Not(rule.Test(countsMany))), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: months, number: number(m, "m"), month: number(m, "m"), year: yearSaid(m)}, true
	}},
	{Name: "<month>", Pattern: capital(rule.Or(rule.Lex("m", plainMonths), rule.Seq(rule.Ahead(rule.Test(inContext)), rule.Lex("m", fullMonths)))), Build: func(m rule.Match) (*when, bool) {
		return monthAlone(number(m, "m"), anyOne), !isTitle(m.Doc, m.First) && !recurs(m.Doc, m.First)
	}},
	{Name: "last|this|next <month>", Pattern: rule.Seq(which, capital(rule.Lex("m", fullMonths))), Build: func(m rule.Match) (*when, bool) {
		p, from := pickOf(m)
		w := monthAlone(number(m, "m"), p)
		if from == lastDate {
			w.pick = anyOne
		}
		return w, true
	}},
	{Name: "<short month>", Pattern: rule.Seq(rule.Ahead(rule.Test(inContext)), month("m"), rule.Not(dayOfMonth("d"))), Build: func(m rule.Match) (*when, bool) {
		return monthAlone(number(m, "m"), anyOne), m.Doc.Word(m.First)[len(m.Doc.Word(m.First))-1] == '.'
	}},
}

func monthAlone(n int, p pick) *when { return &when{unit: months, number: n, month: n, pick: p} }

// monthContext are the words before a month: they tell "in May" from the family and from the verb.
var monthContext = set("in", "by", "since", "until", "till", "from", "to", "of", "last", "this", "next", "early", "late", "mid", "during", "before", "after", "through", "between", "around", "about", "for", "-", "past", "coming", "as", "through", "throughout", "beyond")

// inContext says whether a month name that is also another word stands where a month does: behind a preposition, or between an article
// and a noun ("the May elections"), and not before a surname or verb.
func inContext(d *text.Document, i int) bool {
	before := d.Lower(i - 1)
	if d.Tag(i) == text.MD || d.Tag(i).IsVerb() && !d.Tokens[i].Is(text.Capital) {
		return false
	}
	follows := d.Tokens[i].Is(text.Capital) && i+1 < len(d.Tokens) && d.Tokens[i+1].Is(text.Capital) && !d.Tokens[i+1].Is(text.Punct)
	switch {
	case before == "for" || before == "to" || before == "of" || before == "from" || before == "by" || before == "about" || before == "after" || before == "before":
		return !follows && !personal(d, i)
	case monthContext[before]:
		return true
	case before == "the" || before == "a" || before == "an" || d.Tag(i-1) == text.POS || d.Tag(i-1) == text.PRPS:
		return d.Tag(i+1).IsNoun() && !follows && d.Lower(i+1) != "family" && d.Lower(i+1) != "government"
	case before == "and" || before == "or" || before == ",":
		return isMonth(d, i-2) || before == "and" && isMonth(d, i-2)
	}
	return false
}

// personal says whether the same word is found in a person's name elsewhere in the article.
func personal(d *text.Document, i int) bool {
	for _, n := range d.Names[:min(len(d.Names), 1000)] { // bounded, so that a long text full of months stays quick
		if n.Label == text.Person && d.Lower(n.End-1) == d.Lower(i) {
			return true
		}
	}
	return false
}

func isMonth(d *text.Document, i int) bool {
	if i < 0 || !d.Tokens[i].Is(text.Capital) {
		return false
	}
	_, _, ok := monthNames.At(d, i, i+1)
	return ok
}
