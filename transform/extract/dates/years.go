package dates

import (
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// yearRules find years, decades and centuries.
var yearRules = rules{
	{Name: "<year>", Pattern: rule.Seq(rule.Not(rule.After("$", "€", "£")), year("y")), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: yearly, year: yearSaid(m)}, isYear(m.Doc, m.First, m.End)
	}},
	{Name: "the year <year>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(rule.Word("calendar")), rule.Word("year"), year("y")), Build: buildYear},
	{Name: "fiscal <year>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Or(rule.Seq(rule.Word("fiscal", "financial"), rule.Opt(rule.Word("year"))), rule.Word("fy")), rule.Or(year("y"), twoDigits), rule.Opt(spanYears)), Build: buildFiscal},
	{Name: "FY<year>", Pattern: rule.As("fy", rule.Test(isFiscal)), Build: func(m rule.Match) (*when, bool) {
		n := atoi(m.Text("fy")[2:])
		if n < 100 {
			n = fullYear(n)
		}
		return &when{unit: yearly, year: yearRef{n: n}, fiscal: true}, n >= firstYear && n <= lastYear
	}},
	{Name: "over the next <unit>", Pattern: rule.Seq(rule.After("over", "during", "within", "for", "throughout"), rule.Word("the"), rule.Word("next", "coming"), unitOf("unit"), rule.Opt(rule.As("so", rule.Phrase("or so", "or two")))), Build: func(m rule.Match) (*when, bool) {
		w := when{form: stretch, unit: unit(m.Text("unit")), n: -1}
		if m.Has("so") {
			w.mark = "~"
		}
		return &w, w.dated()
	}},
	{Name: "<year>-<year>", Pattern: rule.Seq(readable("y"), rule.Or(rule.Seq(glued("-", "/"), rule.Glued), rule.Seq(rule.Word("-"))), rule.Or(readable("to"), digits("yy", 2, 0, 99))), Build: buildYears},
	{Name: "the <decade>s", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.As("s", rule.Test(isDecade))), Build: func(m rule.Match) (*when, bool) {
		n := atoi(strings.TrimSuffix(m.Text("s"), "s"))
		return &when{unit: decade, number: n}, n >= firstYear && n <= lastYear
	}},
	{Name: "the '90s|nineties", Pattern: rule.Seq(rule.Word("the"), rule.Or(rule.Lex("d", decadeNames), rule.Seq(rule.Word("'"), rule.Glued, rule.As("s", rule.Test(isShortDecade))))), Build: func(m rule.Match) (*when, bool) {
		if m.Has("d") {
			return &when{unit: decade, number: number(m, "d")}, true
		}
		return &when{unit: decade, number: atoi(m.Text("s")[:2])}, true
	}},
	{Name: "the <nth> century", Pattern: rule.Seq(rule.Word("the"), ordinal("nth"), rule.Word("century"), rule.Not(rule.Word("bc", "b.c.", "bce"))), Build: func(m rule.Match) (*when, bool) {
		n := number(m, "nth")
		return &when{unit: century, number: (n - 1) * 100}, n >= 11 && n <= 22
	}},
	{Name: "that year|the following year", Pattern: rule.Or(rule.Seq(rule.Word("the"), rule.As("which", rule.Word("following", "previous", "preceding", "same", "next", "prior")), rule.Word("year")), rule.Seq(rule.As("which", rule.Word("that")), rule.Word("same"), rule.Word("year")), rule.Seq(rule.As("which", rule.Word("that")), rule.Word("year"))),
		Build: func(m rule.Match) (*when, bool) {
			return &when{unit: yearly, year: yearRef{lastDate, followShift[m.Text("which")]}}, true
		}},
	{Name: "this|last|next year", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.As("which", rule.Word("this", "last", "next", "coming", "current", "latest")), rule.Opt(rule.Word("coming", "calendar", "past")), rule.Opt(rule.As("fiscal", rule.Word("fiscal", "financial"))), rule.Word("year")), Build: deicticYear},
	{Name: "for the year", Pattern: rule.Seq(rule.After("for"), rule.Phrase("the year"), rule.Ahead(rule.Or(rule.Word(",", ".", ";", ")", "of"), endedWord))), Build: said(when{unit: yearly, year: yearRef{from: publication}})},
	{Name: "the full year", Pattern: rule.Seq(rule.Word("the"), rule.Word("full", "whole", "entire"), rule.Word("year")), Build: said(when{unit: yearly, year: yearRef{from: publication}})},
	{Name: "year-end", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Or(rule.Seq(rule.Word("year"), rule.Opt(glued("-")), rule.Word("end")), rule.Phrase("year 's end"))), Build: said(when{unit: yearly, year: yearRef{from: publication}, part: "late"})},
	{Name: "the end of the year", Pattern: rule.Seq(partOf("part"), rule.Word("the"), rule.Opt(rule.Word("current", "calendar")), rule.As("unit", rule.Word("year", "month", "week", "quarter", "decade", "century"))), Build: func(m rule.Match) (*when, bool) {
		w := current(unit(m.Text("unit")))
		w.part = partNames[lastWord(m.Text("part"))]
		return w, true
	}},
	{Name: "the first <n> months of the year", Pattern: rule.Seq(firstOrLast, rule.Opt(count("n")), unitOf("unit"), rule.Word("of"), rule.Word("the"), rule.As("whole", rule.Word("year", "month"))), Build: func(m rule.Match) (*when, bool) {
		return openingOf(m, current(unit(m.Text("whole"))))
	}},
}

var followShift = map[string]int{"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}

var (
	twoDigits   = digits("yy", 2, 0, 99)
	spanYears   = rule.Seq(glued("-", "/"), rule.Glued, rule.Or(readable("to"), digits("to yy", 2, 0, 99)))
	firstOrLast = rule.Seq(rule.Opt(rule.Word("the")), rule.As("order", rule.Word("first", "last", "final", "opening", "closing")))
)

// readable matches a year of four digits.
func readable(name string) rule.Part { return rule.Reading(name, readYear) }

func buildYear(m rule.Match) (*when, bool) {
	return &when{unit: yearly, year: yearSaid(m)}, true
}

func deicticYear(m rule.Match) (*when, bool) {
	shift := map[string]int{"last": -1, "next": 1, "coming": 1}[m.Text("which")]
	fiscal := m.Has("fiscal")
	if m.Text("which") == "latest" && !fiscal {
		return nil, false // "the latest year" for which there are figures
	}
	return &when{unit: yearly, year: yearRef{publication, shift}, fiscal: fiscal}, true
}

func buildFiscal(m rule.Match) (*when, bool) {
	w := &when{unit: yearly, year: yearSaid(m), fiscal: true}
	if m.Has("yy") {
		w.year.n = fullYear(int(m.Real("yy")))
	}
	return w, w.year.n > 0
}

// isFiscal says whether token i is "FY2025" or "FY25".
func isFiscal(d *text.Document, i int) bool {
	w := d.Tokens[i].Lower
	return strings.HasPrefix(w, "fy") && (len(w) == 4 || len(w) == 6) && atoi(w[2:]) > 0
}

// current is the unit that the day of publication lies in.
func current(u unit) *when {
	if u == yearly {
		return &when{unit: yearly, year: yearRef{from: publication}}
	}
	return &when{unit: u, from: publication}
}

// buildYears reads "1998-2003" and "1998-99".
func buildYears(m rule.Match) (*when, bool) {
	a, b := int(m.Real("y")), int(m.Real("to"))
	if m.Has("yy") {
		b = a/100*100 + int(m.Real("yy"))
		if b < a {
			b += 100
		}
		if b != a+1 && b-a > 20 {
			return nil, false
		}
	}
	if b <= a || b-a > 200 || !isYear(m.Doc, m.First, m.End) && m.Doc.Lower(m.First) != "the" && !m.Has("yy") && b-a > 60 {
		return nil, false
	}
	from, till := when{unit: yearly, year: yearRef{n: a}}, when{unit: yearly, year: yearRef{n: b}}
	return &when{form: interval, unit: yearly, a: &from, b: &till}, true
}

func isDecade(d *text.Document, i int) bool {
	w := d.Tokens[i].Lower
	return len(w) == 5 && strings.HasSuffix(w, "0s") && d.Tokens[i].Is(text.Digit)
}

func isShortDecade(d *text.Document, i int) bool {
	w := d.Tokens[i].Lower
	return len(w) == 3 && strings.HasSuffix(w, "0s")
}

// yearContext are the words before a year that stands alone.
var yearContext = set("in", "since", "by", "until", "till", "from", "to", "of", "before", "after", "during", "through", "throughout", "early", "late", "mid", "between", "and", "or", "for", "the", "into", "circa", "c.", "as", "around", "a", "this", "that", "its", "their", "his", "her", "for", "than", "versus", "vs.", "with", "both", "about", "is", "was", "born", "due", "beyond", "past", "on")

// countContext are the words that make a number a count, whatever its size.
var countContext = set("than", "about", "around", "nearly", "almost", "some", "over", "least", "most", "to", "of", "for", "by", "from", "and", "or", "roughly", "approximately", "up", "with", "only", "the", "a", "in", "into", "between", "is", "was")

// isYear says whether a number that could be a year is one: by the words before it and the noun behind it.
func isYear(d *text.Document, first, end int) bool {
	if d.Tokens[first].Is(text.Alpha) && d.Lower(first+1) != "thousand" && d.Lower(first+1) != "hundred" {
		return d.Tag(end) != text.NNS // "nineteen ninety-six" is hardly ever a count
	}
	before, behind := d.Lower(first-1), d.Lower(end)
	switch {
	case d.Tokens[first].Is(text.Glued) && before != "(" && before != "-" && before != "'" && before != `"` && before != "[" && before != "``":
		return false
	case strings.HasPrefix(behind, "%") || measuredNouns[behind] || glueds(d, end) || behind == "/" || behind == "_" && end+1 < len(d.Tokens) && d.Tokens[end+1].Is(text.Digit):
		return false
	case first > 0 && d.Tag(first-1).IsProper() && d.Tokens[first-1].Is(text.Capital) && !isMonth(d, first-1):
		return !d.Tokens[first].Is(text.Glued) && before != "no." && d.Tag(end) != text.NNS && eventName(d, first-1)
	case d.Tag(end) == text.NNS:
		round := d.Tokens[first].Is(text.Digit) && atoi(d.Tokens[first].Lower)%50 == 0
		return !(round || d.Tag(first-1).IsVerb() || countContext[before] && before != "the" && before != "its") || before == "in" && !round
	case yearContext[before], d.Tag(first-1) == text.POS, d.Tag(first-1) == text.PRPS:
		return true
	}
	return before == "" || d.Tokens[first-1].Is(text.Punct) || d.Tokens[first-1].Sentence != d.Tokens[first].Sentence || d.Tag(end).IsNoun()
}

// glueds says whether something is glued behind that makes the number part of a code: "2000-series" is, "2025." is not.
func glueds(d *text.Document, i int) bool {
	if i >= len(d.Tokens) || !d.Tokens[i].Is(text.Glued) {
		return false
	}
	t := &d.Tokens[i]
	if t.Is(text.Alpha) && t.Lower[0] != '\'' {
		return true
	}
	return (t.Lower == "/" || t.Lower == "-" || t.Lower == ":") && i+1 < len(d.Tokens) && d.Tokens[i+1].Is(text.Digit|text.Glued)
}

// eventName says whether the capitalised word before a year names something that is held in years ("Olympics 2024") and so carries one.
func eventName(d *text.Document, i int) bool {
	switch d.Lower(i) {
	case "olympics", "games", "cup", "championship", "championships", "euro", "expo", "election", "elections", "act", "spring", "summer", "winter", "fall", "autumn", "christmas", "easter", "q1", "q2", "q3", "q4":
		return true
	}
	return false
}
