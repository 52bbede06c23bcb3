package dates

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

var (
	comma      = rule.Opt(rule.Word(","))
	ofWeekday  = rule.Opt(weekday("w"), comma, rule.Opt(rule.Word("the")))
	ofYear     = rule.Opt(rule.Or(rule.Seq(rule.Opt(rule.Word(",", "of")), year("y")), inBrackets), rule.Not(rule.Test(countsMany)))
	inBrackets = rule.Seq(rule.Word("("), year("y"), rule.Word(")"))
	to         = rule.Or(dash, rule.Word("to", "through", "until", "till", "thru"))
	notRange   = rule.Not(rule.Seq(rule.Or(rule.Seq(rule.Glued, dash), rule.Word("/")), rule.Glued, dayOfMonth("x")))
)

// countsMany says whether the token is a noun in the plural behind a round number: "On July 16, 2000 people died".
func countsMany(d *text.Document, i int) bool {
	return d.Tag(i) == text.NNS && strings.HasSuffix(d.Lower(i-1), "00")
}

// dayRules find days of a month.
var dayRules = rules{
	{Name: "<year>-<month>-<day>", Pattern: rule.Seq(digits("y", 4, firstYear, lastYear), rule.Or(
		rule.Seq(hyphen, digits("m", 2, 1, 12), hyphen, digits("d", 2, 1, 31)), rule.Seq(glued("/"), digitsUpTo("m", 12), glued("/"), digitsUpTo("d", 31))), rule.Opt(isoTime)),
		Build: func(m rule.Match) (*when, bool) { return dayIn(m, int(m.Real("m")), int(m.Real("d"))) }},
	{Name: "<day>/<month>/<year>", Pattern: rule.Seq(digitsUpTo("d", 31), rule.Or(slashed, rule.Seq(hyphen, digitsUpTo("m", 31), hyphen, digits("y", 4, firstYear, lastYear)))),
		Build: func(m rule.Match) (*when, bool) { return slashedDay(m) }},
	{Name: "<day>.<month>.<year>", Pattern: rule.As("all", rule.Test(isDotted)),
		Build: func(m rule.Match) (*when, bool) {
			f := strings.Split(m.Text("all"), ".")
			w := when{unit: day, day: atoi(f[0]), month: atoi(f[1]), year: yearRef{n: atoi(f[2])}}
			return &w, w.valid()
		}},
	{Name: "[<weekday>] <day> [of] <month> [<year>]", Pattern: rule.Seq(ofWeekday, rule.Opt(rule.Word("the")), rule.Or(
		rule.Seq(rule.Not(rule.After(".", "$", "no.")), dayOfMonth("d"), rule.Opt(rule.Word("of"))), rule.Seq(ordinal("nth"), rule.Word("of"))), month("m"), ofYear),
		Build: func(m rule.Match) (*when, bool) { return dayIn(m, number(m, "m"), dayNumber(m)) }},
	{Name: "[<weekday>] <month> <day> [<year>]", Pattern: rule.Seq(ofWeekday, month("m"), rule.Opt(rule.Word("the")), rule.Or(dayOfMonth("d"), ordinal("nth")), notRange, rule.Not(notDay), ofYear),
		Build: func(m rule.Match) (*when, bool) {
			if first, _ := m.Tokens("m"); countedInMonth(m.Doc, first, m.End) {
				return nil, false
			}
			return dayIn(m, number(m, "m"), dayNumber(m))
		}},
	{Name: "[between] <month> <day> to <day> [<year>]", Pattern: rule.Seq(leadIn, ofWeekday, month("m"), rule.Or(dayOfMonth("d"), ordinal("nth")), rule.As("to", between2), rule.Or(dayOfMonth("to day"), ordinal("to nth")), rule.Not(notDay), ofYear),
		Build: buildDays},
	{Name: "[between] <day> to <day> <month> [<year>]", Pattern: rule.Seq(leadIn, ofWeekday, rule.Opt(rule.Word("the")), dayOfMonth("d"), rule.As("to", between2), rule.Opt(rule.Word("the")), dayOfMonth("to day"), rule.Opt(rule.Word("of")), month("m"), ofYear),
		Build: buildDays},
}

var (
	leadIn   = rule.Opt(rule.As("lead", rule.Word("between", "from")))
	between2 = rule.Or(to, rule.Word("and", "or", "&", "/"))
	slashed  = rule.Seq(glued("/"), rule.Glued, digitsUpTo("m", 31), glued("/"), rule.Glued, rule.Or(digits("y", 4, firstYear, lastYear), digits("yy", 2, 0, 99)))
	// notDay stands behind a number that is no day: "May 5 percent", "March 3:2".
	notDay = rule.Or(rule.Word("%", "percent", "per", "p.m.", "a.m.", "pm", "am", "million", "billion", "thousand", "hundred"), rule.Seq(glued(":"), rule.Glued))
	// isoTime is a clock time glued to a date: T10:30:00Z.
	isoTime = rule.Seq(rule.Glued, rule.Test(func(d *text.Document, i int) bool {
		w := d.Tokens[i].Lower
		return len(w) > 1 && w[0] == 't' && w[1] >= '0' && w[1] <= '9'
	}), rule.Many(0, 8, rule.Seq(rule.Glued, rule.Not(rule.Word(",", ".", ")", ";", "]")), rule.Test(func(*text.Document, int) bool { return true }))))
)

// digitsUpTo matches a number of one or two digits.
func digitsUpTo(name string, high int) rule.Part {
	return rule.Or(digits(name, 2, 1, high), digits(name, 1, 1, high))
}

func isDotted(d *text.Document, i int) bool {
	f := strings.Split(d.Tokens[i].Lower, ".")
	return len(f) == 3 && len(f[0]) <= 2 && len(f[1]) <= 2 && len(f[2]) == 4 && d.Tokens[i].Is(text.Digit) && atoi(f[2]) >= firstYear && atoi(f[2]) <= lastYear
}

func dayNumber(m rule.Match) int {
	if m.Has("nth") {
		return number(m, "nth")
	}
	return int(m.Real("d"))
}

// dayIn makes a day of a month, with weekday and year if they are said.
func dayIn(m rule.Match, mon, d int) (*when, bool) {
	w := when{unit: day, month: mon, day: d, weekday: number(m, "w"), year: yearSaid(m)}
	return &w, w.valid()
}

// valid says whether the month has that day.
func (w *when) valid() bool {
	return w.month >= 1 && w.month <= 12 && w.day >= 1 && w.day <= monthLength(max(w.year.n, unknownYear), w.month)
}

// slashedDay reads 16/07/2025. Which number is the month only their size can tell: where both could be, both readings stand.
func slashedDay(m rule.Match) (*when, bool) {
	y := int(m.Real("y"))
	if m.Has("yy") {
		yy, _ := strconv.Atoi(m.Text("yy"))
		y = fullYear(yy)
	}
	a, b := int(m.Real("d")), int(m.Real("m"))
	first := when{unit: day, day: a, month: b, year: yearRef{n: y}}
	second := when{unit: day, day: b, month: a, year: yearRef{n: y}}
	switch {
	case first.valid() && second.valid() && a != b:
		if a > b {
			first, second = second, first
		}
		return &when{form: choice, unit: day, a: &second, b: &first}, true
	case first.valid():
		return &first, true
	}
	return &second, second.valid()
}

// countedInMonth says whether the number behind a month counts something: "In March 12 people died". A day would stand behind "on" or "the".
func countedInMonth(d *text.Document, monthAt, end int) bool {
	before := d.Lower(monthAt - 1)
	return d.Tag(end) == text.NNS && (before == "in" || before == "since" || before == "during")
}

// buildDays makes a range of days of one month, or a choice.
func buildDays(m rule.Match) (*when, bool) {
	if before := m.Doc.Lower(m.First - 1); m.Has("w") && !m.Has("lead") && (before == "and" || before == "to" || before == "through") {
		return nil, false // "from Tuesday to Friday, May 6-9": the weekday ends a range of its own
	}
	a, ok := dayIn(m, number(m, "m"), dayNumber(m))
	toDay := int(m.Real("to day"))
	if m.Has("to nth") {
		toDay = number(m, "to nth")
	}
	b := *a
	b.weekday, b.day = 0, toDay
	if !ok || !b.valid() || b.day <= a.day {
		return nil, false
	}
	w := when{form: interval, unit: day, a: a, b: &b}
	switch sep := m.Text("to"); {
	case sep == "or" || sep == "/":
		w.form = choice
	case (sep == "and" || sep == "&") && m.Text("lead") != "between":
		if b.day != a.day+1 {
			return nil, false // two days, not the days from one to the other
		}
	}
	return &w, true
}
