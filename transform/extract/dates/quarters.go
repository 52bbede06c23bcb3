package dates

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// quarterRules find quarters and halves of a year, and the periods that business news compares.
var quarterRules = rules{
	{Name: "[the] <nth> quarter", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(fiscalWord), rule.Opt(year("y")), rule.Opt(fiscalWord), nth4, rule.Opt(fiscalWord), rule.Word("quarter"), rule.Opt(readable("y"))), Build: buildQuarter},
	{Name: "<nth>-quarter", Pattern: rule.Seq(rule.Opt(fiscalWord), rule.Opt(year("y")), nth4, hyphen, rule.Word("quarter"), rule.Opt(readable("y"))), Build: buildQuarter},
	{Name: "Q<n> [<year>]", Pattern: rule.Seq(rule.As("q", capital(rule.Word("q1", "q2", "q3", "q4"))), rule.Opt(rule.Opt(rule.Word("of", "fy")), readable("y"))), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: quarter, number: atoi(m.Text("q")[1:]), year: yearSaid(m)}, true
	}},
	{Name: "year-ago", Pattern: rule.Seq(rule.Word("year"), hyphen, rule.Word("ago", "earlier")), Build: said(when{unit: period, year: yearRef{spoken, -1}})},
	{Name: "[the] year-ago [<nth>] quarter|period", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(rule.Word("comparable", "same", "corresponding")), rule.Word("year"), hyphen, rule.Word("ago", "earlier"), rule.Or(rule.Seq(rule.Opt(nth4), rule.Word("quarter")), rule.Word("period"))), Build: func(m rule.Match) (*when, bool) {
		if m.Has("nth") {
			return &when{unit: quarter, number: number(m, "nth"), year: yearRef{spoken, -1}}, true
		}
		return &when{unit: period, year: yearRef{spoken, -1}}, true
	}},
	{Name: "the <year> quarter|period", Pattern: rule.Seq(rule.Word("the"), readable("y"), rule.Word("quarter", "period")), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: period, year: yearSaid(m)}, true
	}},
	{Name: "the quarter|the latest period", Pattern: rule.Or(rule.Seq(rule.Word("the", "that"), rule.Opt(rule.Word("latest", "same", "just-ended")), rule.Word("quarter")), rule.Phrase("the latest period")), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: quarter, from: spoken}, true
	}},
	{Name: "this|last|next quarter", Pattern: rule.Seq(which, rule.Word("quarter")), Build: func(m rule.Match) (*when, bool) {
		p, from := pickOf(m)
		return &when{unit: quarter, from: from, shift: p.shift()}, true
	}},
	{Name: "the <same> period last year", Pattern: rule.Seq(rule.Word("the"), rule.Word("same", "corresponding", "comparable", "year-earlier"), rule.Word("period", "quarter", "time"), rule.Opt(rule.Word("of", "in")), rule.Phrase("last year", "the previous year", "a year earlier", "a year ago", "the year before")), Build: said(when{unit: period, year: yearRef{spoken, -1}})},
	{Name: "the quarter a year ago", Pattern: rule.Phrase("the quarter a year ago", "the quarter a year earlier", "the same quarter a year ago", "the same quarter a year earlier"), Build: said(when{unit: period, year: yearRef{spoken, -1}})},
	{Name: "[the] <first|second> half", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(year("y")), rule.Or(rule.As("nth", rule.Word("first", "second")), rule.As("nth", rule.Word("last", "latter"))), rule.Or(rule.Seq(hyphen, rule.Word("half")), rule.Word("half")), rule.Opt(rule.As("of", rule.Phrase("of the year"))), rule.Opt(readable("y"))), Build: buildHalf},
	{Name: "H<n> [<year>]", Pattern: rule.Seq(rule.As("h", capital(rule.Word("h1", "h2"))), rule.Opt(rule.Opt(rule.Word("of")), readable("y"))), Build: func(m rule.Match) (*when, bool) {
		w := &when{unit: half, number: atoi(m.Text("h")[1:]), year: yearSaid(m)}
		return w, w.year.known()
	}},
}

var (
	fiscalWord = rule.Seq(rule.As("fiscal", rule.Word("fiscal", "financial")), rule.Opt(hyphen))
	nth4       = rule.Seq(rule.Ahead(rule.Word("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "final", "opening")), rule.Or(ordinal("nth"), rule.As("nth", rule.Word("final", "opening"))))
)

func buildQuarter(m rule.Match) (*when, bool) {
	w := &when{unit: quarter, number: number(m, "nth"), year: yearSaid(m), fiscal: m.Has("fiscal")}
	switch m.Text("nth") {
	case "final":
		w.number = 4
	case "opening":
		w.number = 1
	}
	return w, w.number > 0 && !inGame(m.Doc, m.First, m.End)
}

// buildHalf takes a half only where a year or an account tells that it is one of a year.
func buildHalf(m rule.Match) (*when, bool) {
	w := &when{unit: half, number: 1, year: yearSaid(m)}
	if m.Text("nth") != "first" {
		w.number = 2
	}
	if m.Has("of") {
		w.year = yearRef{from: publication}
	}
	d := m.Doc
	if !w.year.known() && !ofSomeYear(d, m.End) && !(d.Lower(m.End-2) == "-" && accountNouns[d.Lower(m.End)]) {
		return nil, false
	}
	return w, !inGame(d, m.First, m.End)
}

// ofSomeYear says whether "of" and a year stand at token i, another rule then joins them.
func ofSomeYear(d *text.Document, i int) bool {
	if d.Lower(i) != "of" || i+1 >= len(d.Tokens) {
		return false
	}
	switch d.Lower(i + 1) {
	case "this", "last", "next", "fiscal", "that":
		return true
	case "the":
		return d.Lower(i+2) == "year" || d.Lower(i+2) == "fiscal" || d.Lower(i+2) == "current" || d.Lower(i+2) == "following"
	}
	_, _, ok := readYear(d, i+1, len(d.Tokens))
	return ok
}

// inGame says whether the words around speak of a match, which also has halves and quarters.
func inGame(d *text.Document, first, end int) bool {
	s := d.Sentences[d.Tokens[first].Sentence]
	for k := max(0, first-4*reach); k < min(len(d.Tokens), end+4*reach); k++ {
		if near := sportWords[d.Tokens[k].Lower]; near == "article" || near == "sentence" && k >= s.First && k < s.End {
			return true
		}
	}
	return false
}

// seasonRules find seasons.
var seasonRules = rules{
	{Name: "last|this|next <season>", Pattern: rule.Seq(which, season("s"), rule.Opt(rule.Word("'s"))), Build: func(m rule.Match) (*when, bool) {
		p, from := pickOf(m)
		w := &when{unit: seasons, number: number(m, "s"), pick: p}
		if from == lastDate {
			w.pick = anyOne
		}
		return w, m.Doc.Lower(m.End-1) != "'s"
	}},
	{Name: "[the] <season> [of] <year>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), season("s"), rule.Opt(rule.Word("of", ",")), year("y")), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: seasons, number: number(m, "s"), year: yearSaid(m)}, true
	}},
	{Name: "[in the] <season>", Pattern: rule.Seq(rule.Or(rule.Seq(rule.Ahead(rule.Test(afterPreposition)), rule.Word("the")), rule.Ahead(rule.Test(afterPreposition))), season("s")), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: seasons, number: number(m, "s")}, seasonAlone(m.Doc, m.First, m.End)
	}},
	{Name: "<season> last|this|next year", Pattern: rule.Seq(rule.Opt(rule.Word("the")), season("s"), rule.Opt(rule.Word("of")), rule.As("which", rule.Word("last", "this", "next")), rule.Word("year")), Build: func(m rule.Match) (*when, bool) {
		p, _ := pickOf(m)
		return &when{unit: seasons, number: number(m, "s"), year: yearRef{publication, p.shift()}}, true
	}},
}

func afterPreposition(d *text.Document, i int) bool {
	switch d.Lower(i - 1) {
	case "in", "since", "by", "during", "over", "throughout", "early", "late":
		return true
	}
	return false
}

// seasonAlone says whether a season without year is one of the calendar: no noun behind it ("in winter clothes"), and "in the fall of"
// only before a year, which another rule takes.
func seasonAlone(d *text.Document, first, end int) bool {
	behind := d.Tag(end)
	if behind.IsNoun() || behind.IsAdjective() || d.Lower(end) == "of" || d.Lower(end) == "-" || behind == text.VBG {
		return false
	}
	w := d.Lower(end - 1)
	if w == "fall" || w == "spring" {
		return d.Lower(first) == "the" && d.Tag(end-1).IsNoun()
	}
	return d.Tag(end - 1).IsNoun()
}
