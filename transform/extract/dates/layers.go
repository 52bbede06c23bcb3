package dates

import (
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// placed is an expression in the text.
type placed struct {
	w          *when
	rule       string
	first, end int  // tokens, end exclusive
	planned    bool // "by" or the like stands before it
}

// earlier are the expressions that a layer builds on, by their first token.
type earlier map[int]placed

// at matches an expression of the layers before that ok accepts, and names it.
func (e earlier) at(name string, ok func(*when) bool) rule.Part {
	return rule.Reading(name, func(_ *text.Document, i, limit int) (float64, int, bool) {
		p, found := e[i]
		return 0, p.end, found && p.end <= limit && ok(p.w)
	})
}

// get is a copy of the expression that the part called name matched.
func (e earlier) get(m rule.Match, name string) *when {
	first, _ := m.Tokens(name)
	w := *e[first].w
	return &w
}

func anything(*when) bool  { return true }
func isDay(w *when) bool   { return w.form == point && w.unit == day }
func isPoint(w *when) bool { return w.form == point }

func longer(w *when) bool {
	return w.form == point && w.part == "" && (w.unit == months || w.unit == seasons || w.unit == yearly || w.unit == decade || w.unit == week || w.unit == quarter || w.unit == century)
}

// within puts a date into a longer unit, or gives it a clock time or a part of the day.
func within(e earlier) rules {
	return rules{
		{Name: "<date> of <year>", Pattern: rule.Seq(e.at("a", (*when).needsYear), rule.Opt(rule.Word("of", "in", ",")), e.at("y", (*when).plainYear)), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			a.year = e.get(m, "y").year
			return a, true
		}},
		{Name: "<year>'s <date>", Pattern: rule.Seq(e.at("y", (*when).plainYear), rule.Opt(rule.Word("'s")), e.at("a", func(w *when) bool { return w.needsYear() && w.unit != day && w.unit != months })), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			a.year = e.get(m, "y").year
			return a, true
		}},
		{Name: "<year>'s quarter", Pattern: rule.Seq(e.at("y", (*when).plainYear), rule.Word("'s"), rule.Word("quarter")), Build: func(m rule.Match) (*when, bool) {
			return &when{unit: quarter, year: e.get(m, "y").year}, true
		}},
		{Name: "the week of <day>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Word("week"), rule.Word("of"), e.at("a", isDay)), Build: func(m rule.Match) (*when, bool) {
			return &when{unit: week, a: e.get(m, "a")}, true
		}},
		{Name: "<period> ended <day>", Pattern: rule.Seq(e.at("p", func(w *when) bool { return w.unit == quarter || w.unit == period }), rule.Ahead(rule.Seq(rule.Opt(rule.Word(",")), endedWord, e.at("a", anything)))), Build: func(m rule.Match) (*when, bool) {
			return &when{form: ended, unit: quarter, n: 1, a: e.get(m, "a")}, true
		}},
		{Name: "the <unit> ended <day>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(rule.Word("fiscal", "financial", "full")), rule.Opt(count("n")), unitOf("unit"), rule.Ahead(rule.Seq(endedWord, e.at("a", anything)))), Build: func(m rule.Match) (*when, bool) {
			w := &when{form: ended, unit: unit(m.Text("unit")), n: max(int(m.Real("n")), 1), a: e.get(m, "a")}
			return w, w.dated()
		}},
		{Name: "the first <n> <unit>s of <date>", Pattern: rule.Seq(firstOrLast, rule.Opt(count("n")), rule.As("unit word", unitOf("unit")), rule.Word("of"), e.at("a", longer)), Build: func(m rule.Match) (*when, bool) {
			if a := e.get(m, "a"); !m.Has("n") && strings.HasSuffix(m.Text("unit word"), "s") { // "the last days of July"
				a.part = map[bool]string{true: "early", false: "late"}[m.Text("order") == "first" || m.Text("order") == "opening"]
				return a, true
			}
			return openingOf(m, e.get(m, "a"))
		}},
		{Name: "<clock> [on] <day>", Pattern: rule.Seq(clock, rule.Opt(rule.Word(",")), rule.Opt(rule.Word("on")), e.at("a", isDay), rule.Opt(rule.Lex("part of day", dayParts))), Build: e.timed},
		{Name: "<part of the day> [on|of] <day>", Pattern: rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(rule.Word("early", "late", "mid"), rule.Opt(hyphen)), rule.Lex("part of day", dayParts), rule.Opt(rule.Word("on", "of")), e.at("a", isDay)), Build: e.timed},
		{Name: "<day> <part of the day>", Pattern: rule.Seq(e.at("a", isDay), rule.Opt(rule.Word("early", "late", "mid"), rule.Opt(hyphen)), rule.Lex("part of day", dayParts)), Build: e.timed},
		{Name: "<day> at <clock>", Pattern: rule.Seq(e.at("a", isDay), rule.Opt(rule.Word(",")), rule.Word("at", "around", "from", "by"), clock), Build: e.timed},
		{Name: "early|late <day>", Pattern: rule.Seq(rule.As("s", rule.Word("early", "late", "earlier", "later")), rule.Opt(rule.Word("on")), e.at("a", isDay), rule.Opt(rule.Lex("part of day", dayParts))), Build: func(m rule.Match) (*when, bool) {
			if s := m.Text("s"); (s == "earlier" || s == "later") && m.Doc.Lower(m.First+1) == "on" {
				return nil, false
			}
			return e.timed(m)
		}},
		{Name: "<weekday>, <day>", Pattern: rule.Seq(e.at("w", func(w *when) bool { return isDay(w) && w.weekday > 0 && w.month == 0 }), rule.Word(","), e.at("a", func(w *when) bool { return isDay(w) && w.month > 0 && w.weekday == 0 })), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			a.weekday = e.get(m, "w").weekday
			return a, true
		}},
	}
}

var endedWord = rule.Or(rule.Word("ended", "ending", "ends"), rule.Phrase("that ended", "which ended", "that ends"))

func (e earlier) timed(m rule.Match) (*when, bool) {
	a := e.get(m, "a")
	a.clock = true
	return a, true
}

// openingOf makes "the first nine months of" or "the last week of" a.
func openingOf(m rule.Match, a *when) (*when, bool) {
	w := &when{form: opening, unit: unit(m.Text("unit")), n: max(int(m.Real("n")), 1), a: a}
	if o := m.Text("order"); o == "last" || o == "final" || o == "closing" {
		w.n = -w.n
	}
	return w, w.dated() && w.unit != a.unit
}

// clock is a clock time: 5 p.m. EST, 17:00 GMT, 0700 GMT, noon.
var clock = rule.Seq(rule.Or(
	rule.Seq(digitsUpTo("hour", 24), rule.Or(
		rule.Seq(glued(":", "."), rule.Glued, digits("minute", 2, 0, 59), rule.Opt(rule.Glued, rule.Word(":"), digits("second", 2, 0, 59)), rule.Opt(halfDay), rule.Opt(rule.Word("hours", "hrs"))),
		halfDay)),
	rule.Seq(decimalHour, halfDay),
	rule.Seq(digits("hour", 4, 0, 2400), rule.Ahead(rule.Lex("zone", timeZones))),
	rule.Word("noon", "midnight", "midday")),
	rule.Opt(rule.Lex("zone", timeZones)))

// halfDay is "p.m." in its forms.
var halfDay = rule.Or(rule.Word("p.m.", "a.m.", "pm", "am", "p.m", "a.m"), rule.Phrase("o'clock"))

// decimalHour is "5.30" before "p.m.".
var decimalHour = rule.Test(func(d *text.Document, i int) bool {
	h, m, ok := strings.Cut(d.Tokens[i].Lower, ".")
	return ok && len(m) == 2 && len(h) <= 2 && d.Tokens[i].Is(text.Digit)
})

// partNames are the words for a part of a longer unit.
var partNames = map[string]string{"early": "early", "beginning": "early", "start": "early", "outset": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late", "close": "late"}

// partOf matches "the end of", "early in", "mid-", "late".
func partOf(name string) rule.Part {
	return rule.Or(
		rule.Seq(rule.Opt(rule.Word("the")), rule.Opt(rule.Word("very")), rule.As(name, rule.Word("beginning", "start", "middle", "end", "close", "outset")), rule.Word("of")),
		rule.Seq(rule.As(name, rule.Word("end")), hyphen),
		rule.Seq(rule.Opt(rule.Word("the")), rule.As(name, rule.Word("early", "late", "mid")), rule.Opt(rule.Or(rule.Word("in", "on"), hyphen, dash))))
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// parts narrow or blur what the layers before found.
func parts(e earlier) rules {
	return rules{
		{Name: "early|mid|late <date>", Pattern: rule.Seq(rule.Not(rule.After("as")), partOf("part"), rule.Opt(rule.Word("the", "a")), e.at("a", longer)), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			a.part = partNames[m.Text("part")]
			return a, true
		}},
		{Name: "earlier|later <date>", Pattern: rule.Seq(rule.Word("earlier", "later", "sometime"), rule.Opt(rule.Word("in", "on")), e.at("a", longer)), Build: func(m rule.Match) (*when, bool) {
			w := m.Doc.Lower(m.First)
			deictic := e.get(m, "a")
			return deictic, w == "sometime" || deictic.from != nowhere || deictic.year.from != nowhere || m.Doc.Lower(m.First+1) == "in"
		}},
		{Name: "the first|last half of <date>", Pattern: rule.Seq(firstOrLast, rule.Word("half"), rule.Word("of"), e.at("a", func(w *when) bool { return longer(w) && (w.unit == months || w.unit == decade) })), Build: func(m rule.Match) (*when, bool) {
			w := &when{form: opening, unit: day, n: 15, a: e.get(m, "a"), mark: "~"}
			if w.a.unit == decade {
				w.unit, w.n = yearly, 5
			}
			if m.Text("order") == "last" {
				w.n = -w.n
			}
			return w, true
		}},
		{Name: "about <date>", Pattern: rule.Seq(rule.Word("around", "about", "circa", "approximately", "roughly"), rule.Opt(rule.Word("the")), e.at("a", isPoint)), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			if a.clock {
				return a, true // the time of day is approximate, the day is not
			}
			a.mark = "~"
			about := m.Doc.Lower(m.First) == "about" && m.Doc.Tag(m.First-1) != text.IN // "spoke about May" has no date that is about May
			return a, (a.from == nowhere && a.year.from == nowhere && a.weekday == 0 && a.holiday == "" || a.part != "") && !about
		}},
		{Name: "reportedly [in] <date>", Pattern: rule.Seq(rule.Word("reportedly", "allegedly", "possibly", "probably", "perhaps", "apparently", "presumably", "maybe"), rule.Opt(rule.Word("in", "on")), e.at("a", isPoint)), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			a.mark = "?"
			return a, true
		}},
	}
}

// ranges join two dates, or open one.
func ranges(e earlier) rules {
	return rules{
		{Name: "from <date> to <date>", Pattern: rule.Seq(rule.Word("from"), e.at("a", isPoint), rule.Opt(rule.Word(",")), to, e.at("b", isPoint)), Build: e.interval},
		{Name: "between <date> and <date>", Pattern: rule.Seq(rule.Word("between"), e.at("a", isPoint), rule.Opt(rule.Word(",")), rule.Word("and"), e.at("b", isPoint)), Build: e.interval},
		{Name: "<date> to <date>", Pattern: rule.Seq(e.at("a", isPoint), to, e.at("b", isPoint)), Build: func(m rule.Match) (*when, bool) {
			a, b := e.get(m, "a"), e.get(m, "b")
			if a.unit != b.unit || m.Doc.Lower(m.First-1) == "to" {
				return nil, false
			}
			return e.interval(m)
		}},
		{Name: "<date> or <date>", Pattern: rule.Seq(rule.Opt(rule.Word("either")), e.at("a", isPoint), rule.Word("or"), e.at("b", isPoint)), Build: func(m rule.Match) (*when, bool) {
			a, b := e.get(m, "a"), e.get(m, "b")
			return &when{form: choice, unit: a.unit, a: a, b: b}, a.unit == b.unit
		}},
		{Name: "since <date>", Pattern: rule.Seq(rule.Word("since"), rule.Opt(rule.Word("at"), rule.Word("least")), rule.Opt(rule.Word("the")), e.at("a", isPoint)), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			return &when{form: open, unit: a.unit, a: a}, true
		}},
		{Name: "<date> to the present", Pattern: rule.Seq(rule.Opt(rule.Word("from")), e.at("a", isPoint), to, rule.Or(rule.Phrase("the present day", "the present", "this day", "present", "date"), rule.Word("now", "today"))), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			return &when{form: open, unit: a.unit, a: a}, true
		}},
		{Name: "<date> onwards", Pattern: rule.Seq(rule.Opt(rule.Word("from")), e.at("a", isPoint), rule.Or(rule.Word("onwards", "onward"), rule.Phrase("and beyond", "or later", "or after", "and onwards", "and onward"))), Build: func(m rule.Match) (*when, bool) {
			a := e.get(m, "a")
			return &when{form: open, unit: a.unit, a: a}, true
		}},
	}
}

func (e earlier) interval(m rule.Match) (*when, bool) {
	a, b := e.get(m, "a"), e.get(m, "b")
	return &when{form: interval, unit: a.unit, a: a, b: b}, a.from != lastDate && b.from != lastDate
}
