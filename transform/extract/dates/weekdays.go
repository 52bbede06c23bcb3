package dates

import (
	"sort"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// weekdayRules find days of the week, and days seen from the day of publication.
var weekdayRules = rules{
	{Name: "<weekday>", Pattern: capital(rule.Lex("w", fullWeekdays)), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: day, weekday: number(m, "w")}, !isTitle(m.Doc, m.First) && !recurs(m.Doc, m.First)
	}},
	{Name: "last|this|next <weekday>", Pattern: rule.Seq(which, capital(rule.Lex("w", fullWeekdays))), Build: func(m rule.Match) (*when, bool) {
		p, from := pickOf(m)
		return &when{unit: day, weekday: number(m, "w"), pick: p, from: from}, true
	}},
	{Name: "today|yesterday|tomorrow", Pattern: rule.Lex("day", dayWords), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: day, from: publication, shift: number(m, "day")}, true
	}},
	{Name: "a week ago today", Pattern: rule.Seq(count("n"), unitOf("unit"), rule.Word("ago"), rule.Word("today")), Build: func(m rule.Match) (*when, bool) {
		u := unit(m.Text("unit"))
		return &when{unit: day, from: publication, shift: -7 * int(m.Real("n"))}, u == week
	}},
	{Name: "<weekday> week|<weekday> last week", Pattern: rule.Seq(capital(rule.Lex("w", fullWeekdays)), comma, rule.Opt(rule.Word("of")), whichPart(last), rule.Word("week")), Build: inWeek(-1)},
	{Name: "<weekday> this week", Pattern: rule.Seq(capital(rule.Lex("w", fullWeekdays)), comma, rule.Opt(rule.Word("of")), rule.Word("this"), rule.Word("week")), Build: inWeek(0)},
	{Name: "<weekday> next week", Pattern: rule.Seq(capital(rule.Lex("w", fullWeekdays)), comma, rule.Opt(rule.Word("of")), whichPart(next), rule.Word("week")), Build: inWeek(1)},
	{Name: "the following|previous|next|same day", Pattern: rule.Or(rule.Seq(rule.Word("the", "that"), rule.As("which", rule.Word("following", "next", "same", "previous", "very")), rule.Opt(rule.Word("next")), rule.Word("day")), rule.Seq(rule.As("which", rule.Word("that")), rule.Word("day"))),
		Build: func(m rule.Match) (*when, bool) {
			shift := map[string]int{"following": 1, "next": 1, "previous": -1}[m.Text("which")]
			return &when{unit: day, from: lastDate, shift: shift}, true
		}},
}

// which matches the words that tell one of a kind that recurs from another; pickOf reads them.
var which = rule.Or(
	rule.Seq(rule.Word("the"), rule.As("which", rule.Word("previous", "following", "preceding"))),
	rule.Seq(rule.Opt(rule.Word("the")), rule.As("which", rule.Word("last", "next", "past", "coming", "current"))),
	rule.Seq(rule.As("which", rule.Word("this")), rule.Opt(rule.As("more", rule.Word("past", "coming", "current")))),
)

// whichPart matches "last" or "next" and their synonyms.
func whichPart(p pick) rule.Part {
	if p == last {
		return rule.Word("last", "past")
	}
	return rule.Word("next", "coming")
}

// pickOf reads what which matched: the pick, and the date before in the text as anchor for "previous" and "following".
func pickOf(m rule.Match) (pick, anchor) {
	w := m.Text("which")
	if m.Has("more") {
		w = m.Text("more")
	}
	switch w {
	case "last", "past":
		return last, publication
	case "next":
		return next, publication
	case "coming":
		return coming, publication
	case "previous", "preceding":
		return last, lastDate
	case "following":
		return next, lastDate
	}
	return this, publication
}

func (p pick) shift() int { return map[pick]int{last: -1, next: 1, coming: 1}[p] }

func inWeek(shift int) func(rule.Match) (*when, bool) {
	return func(m rule.Match) (*when, bool) {
		return &when{unit: day, weekday: number(m, "w"), a: &when{unit: week, from: publication, shift: shift}}, true
	}
}

// isTitle says whether a weekday or month is part of a longer name, such as that of a newspaper: a capitalised word stands beside it
// inside a sentence, and the names found say so, or it is a paper's.
func isTitle(d *text.Document, i int) bool {
	if weekdayNameWords[d.Lower(i+1)] == "behind" && d.Tokens[i+1].Is(text.Capital) || weekdayNameWords[d.Lower(i-1)] == "before" && d.Tokens[i-1].Is(text.Capital) {
		return true
	}
	k := sort.Search(len(d.Names), func(k int) bool { return d.Names[k].End > i })
	if k == len(d.Names) || d.Names[k].First > i {
		return false
	}
	n := d.Names[k]
	return i < n.End-1 && n.Label != text.PlaceName && n.Label != text.NoLabel // a name that ends so took it in by mistake
}

// recurs says whether what stands before speaks of every such day: "each Thursday", "a Sunday" without a noun behind it.
func recurs(d *text.Document, i int) bool {
	switch d.Lower(i - 1) {
	case "each", "every", "any", "most", "some", "alternate":
		return true
	case "a", "one":
		return !d.Tag(i+1).IsNoun() && !dayPart(d, i+1)
	case "and", "or":
		return i+2 < len(d.Tokens) && plural(d, i+1)
	}
	return plural(d, i+1)
}

// plural says whether token i is a part of the day in the plural: "Tuesday nights".
func plural(d *text.Document, i int) bool {
	switch d.Lower(i) {
	case "nights", "mornings", "evenings", "afternoons":
		return true
	}
	return false
}

func dayPart(d *text.Document, i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	_, _, ok := dayParts.At(d, i, len(d.Tokens))
	return ok
}
