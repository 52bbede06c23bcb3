package dates

import (
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// unitRules find "last week", "this month", "the past two years", "the weekend".
var unitRules = rules{
	{Name: "last|this|next <week|month|decade>", Pattern: rule.Seq(which, rule.As("unit", rule.Word("week", "weekend", "month", "decade"))), Build: func(m rule.Match) (*when, bool) {
		p, from := pickOf(m)
		u := unit(m.Text("unit"))
		if m.Doc.Tokens[m.End-1].Is(text.Capital) && m.Doc.Tokens[m.First].Is(text.Capital) && !m.Doc.Tokens[m.First].Is(text.Upper) {
			return nil, false // a programme's or paper's name: "This Week"
		}
		if m.Text("which") == "past" && u != weekend {
			return &when{form: stretch, unit: u, n: 1}, true
		}
		return &when{unit: u, from: from, shift: p.shift(), pick: p}, u != weekend || from == publication
	}},
	{Name: "that|the same <week|month>", Pattern: rule.Seq(rule.Or(rule.Word("that"), rule.Phrase("the same", "that same")), rule.As("unit", rule.Word("week", "month"))), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: unit(m.Text("unit")), from: lastDate}, true
	}},
	{Name: "the weekend", Pattern: rule.Phrase("the weekend"), Build: said(when{unit: weekend})},
	{Name: "earlier|later in the year", Pattern: rule.Seq(rule.Word("earlier", "later", "early", "late"), rule.Phrase("in the"), rule.As("unit", rule.Word("year", "month", "week"))), Build: func(m rule.Match) (*when, bool) {
		return current(unit(m.Text("unit"))), true
	}},
	{Name: "the past <unit>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.As("which", rule.Word("past")), rule.Word("year")), Build: func(m rule.Match) (*when, bool) {
		return &when{form: stretch, unit: yearly, n: 1}, m.Doc.Lower(m.First) == "the" || m.Doc.Lower(m.First-1) == "this"
	}},
	{Name: "the past|last|next <n> <unit>s", Pattern: rule.Seq(rule.Word("the", "these"), rule.As("which", rule.Word("past", "last", "next", "coming", "previous", "preceding")), count("n"), unitOf("unit")), Build: func(m rule.Match) (*when, bool) {
		w := when{form: stretch, unit: unit(m.Text("unit")), n: int(m.Real("n"))}
		switch m.Text("which") {
		case "next", "coming":
			w.n = -w.n
		case "previous", "preceding":
			return nil, false
		}
		return &w, w.dated()
	}},
}

// dated says whether units of w can be counted on the calendar.
func (w *when) dated() bool {
	switch w.unit {
	case day, week, months, quarter, yearly, decade:
		return true
	}
	return false
}

// agoRules find what is counted from today or from the date before: "two years ago", "a year earlier", "in three weeks".
var agoRules = rules{
	{Name: "<n> <unit>s ago", Pattern: rule.Seq(rule.Opt(rule.As("hedge", hedges)), count("n"), unitOf("unit"), rule.Opt(rule.As("hedge2", rule.Phrase("or so", "and a half"))), rule.Word("ago")), Build: buildAgo},
	{Name: "a year earlier", Pattern: rule.Or(rule.Seq(rule.Phrase("a year"), rule.Word("earlier", "before", "previously")), rule.Phrase("the year before", "the year earlier", "the prior year", "the previous year", "the preceding year")), Build: func(m rule.Match) (*when, bool) {
		behind := m.Doc.Tag(m.End)
		return &when{unit: period, year: yearRef{spoken, -1}, from: lastDate}, m.Doc.Lower(m.End-1) != "before" || behind != text.DT && !behind.IsProper() && behind != text.PRP && behind != text.CD && behind != text.PRPS
	}},
	{Name: "<n> <unit>s earlier|later", Pattern: rule.Seq(count("n"), unitOf("unit"), rule.As("side", rule.Word("earlier", "later", "afterwards", "afterward"))), Build: buildEarlier},
	{Name: "in <n> <unit>s", Pattern: rule.Seq(rule.Word("in"), rule.Opt(rule.As("hedge", hedges)), count("n"), unitOf("unit")), Build: func(m rule.Match) (*when, bool) {
		w := shifted(unit(m.Text("unit")), int(m.Real("n")), publication)
		if m.Has("hedge") {
			w.mark = "~"
		}
		if n := m.Text("n"); (n == "a" || n == "an") && w.unit != week && w.unit != months {
			return nil, false // "in a year" is how long
		}
		return w, comes(m.Doc, m.First, m.End)
	}},
	{Name: "<n> <unit>s from now", Pattern: rule.Seq(count("n"), unitOf("unit"), rule.Phrase("from now", "hence")), Build: func(m rule.Match) (*when, bool) {
		return shifted(unit(m.Text("unit")), int(m.Real("n")), publication), true
	}},
}

var hedges = rule.Or(rule.Phrase("more than", "less than", "just over", "just under", "a little over", "just more than", "fewer than", "at least"), rule.Word("nearly", "almost", "about", "around", "some", "over", "roughly", "approximately", "barely", "only", "just"))

func buildAgo(m rule.Match) (*when, bool) {
	if m.Doc.Lower(m.First-1) == "half" || m.Doc.Lower(m.First-1) == "half-" {
		return nil, false
	}
	u, n := unit(m.Text("unit")), int(m.Real("n"))
	if u == "fortnight" {
		u, n = week, 2*n
	}
	if u == yearly && n == 1 && !m.Has("hedge") && !m.Has("hedge2") {
		return &when{unit: period, year: yearRef{spoken, -1}}, true
	}
	w := shifted(u, -n, publication)
	if h := m.Text("hedge"); m.Has("hedge2") || h != "" && h != "only" && h != "just" && h != "barely" && h != "some" {
		w.mark = "~"
	}
	if m.Text("hedge") == "some" {
		w.mark = "~"
	}
	return w, w.dated()
}

// shifted is n units from the anchor on.
func shifted(u unit, n int, from anchor) *when {
	switch u {
	case "fortnight":
		return &when{unit: week, from: from, shift: 2 * n}
	case yearly:
		return &when{unit: yearly, year: yearRef{from, n}}
	case decade:
		return &when{unit: yearly, year: yearRef{from, 10 * n}, mark: "~"}
	}
	return &when{unit: u, from: from, shift: n}
}

func buildEarlier(m rule.Match) (*when, bool) {
	n := int(m.Real("n"))
	if s := m.Text("side"); s == "earlier" {
		n = -n
	}
	w := shifted(unit(m.Text("unit")), n, lastDate)
	return w, w.dated()
}

// comes says whether "in three weeks" tells when something will be: its verb lies in the future, and no "first time" or "fifth coach"
// makes it a stretch that is over.
func comes(d *text.Document, first, end int) bool {
	s := d.Sentences[d.Tokens[first].Sentence]
	for k := first - 1; k >= max(s.First, first-reach); k-- {
		if _, _, nth := ordinals.At(d, k, k+1); nth || d.Tag(k) == text.JJS || d.Lower(k) == "time" {
			return false
		}
		if !d.Tag(k).IsVerb() {
			continue
		}
		v, ok := model.VerbAt(d, k)
		if !ok {
			continue
		}
		l, known := tenseOf(d, v)
		return known && l == ahead && (v.Future || v.Modal == "") && !v.Perfect && d.Lower(end) != "of"
	}
	return false
}

// holidayRules find days that have a name.
var holidayRules = rules{
	{Name: "<holiday> [<year>]", Pattern: rule.Seq(capitalOrDigit, rule.Lex("h", holidays), rule.Opt(comma, year("y"))), Build: func(m rule.Match) (*when, bool) {
		return &when{unit: day, holiday: m.Text("h"), year: yearSaid(m)}, holidayAlone(m.Doc, m.First, m.End)
	}},
	{Name: "last|this|next <holiday>", Pattern: rule.Seq(which, capitalOrDigit, rule.Lex("h", holidays)), Build: func(m rule.Match) (*when, bool) {
		p, _ := pickOf(m)
		return &when{unit: day, holiday: m.Text("h"), pick: p}, !m.Doc.Tag(m.End).IsNoun()
	}},
}

var capitalOrDigit = rule.Ahead(rule.Test(func(d *text.Document, i int) bool {
	return d.Tokens[i].Is(text.Capital) || d.Tokens[i].Is(text.Digit)
}))

// holidayAlone says whether a holiday's name stands for the day: behind a preposition, and not before another name ("Christmas Island",
// "Halloween Horror") or a thing ("the Christmas tree").
func holidayAlone(d *text.Document, first, end int) bool {
	if strings.Contains(d.Slice(first, end), "11") {
		return true
	}
	switch d.Lower(first - 1) {
	case "on", "since", "before", "after", "by", "until", "till", "over", "at", "from", "of", "for", "around", "through", "during":
		return !d.Tag(end).IsNoun()
	}
	return false
}
