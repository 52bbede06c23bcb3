package dates

// when is what a time expression says, before it is known which day, month or year it is.
type when struct {
	form form
	unit unit
	year yearRef

	month, day int    // 0 when not said
	weekday    int    // 1 (Monday) to 7, 0 when not said
	number     int    // of a season (EDTF code), quarter or half (from 1), or the first year of a decade or century
	holiday    string // rule of holidays.tsv

	pick  pick // which one, of those that recur: last, this, next
	shift int  // units from the anchor
	from  anchor

	part   string // "early", "mid", "late": a part of it, "" the whole
	mark   string // "~" about, "?" uncertain
	fiscal bool   // counted from a firm's own new year
	clock  bool   // a clock time or part of the day is said

	a, b *when // ends of a range, the two of a choice; a: what an open stretch begins with, or the longer unit that a day lies in
	n    int   // stretch: how many units
}

// form is how an expression is built.
type form uint8

const (
	point    form = iota // one day, week, month, …
	interval             // from a to b
	open                 // since a
	choice               // a or b
	stretch              // the past n units (n > 0), the next n (n < 0)
	ended                // n units that end with a
	opening              // the first (n > 0) or last (n < 0) units of a
)

// unit is a unit of the calendar, named as in date_precision where it is one.
type unit string

const (
	day     unit = "day"
	week    unit = "week"
	weekend unit = "weekend"
	months  unit = "month"
	seasons unit = "season"
	quarter unit = "quarter"
	half    unit = "half"
	yearly  unit = "year"
	decade  unit = "decade"
	century unit = "century"
	period  unit = "period" // the quarter or year under discussion
)

// pick says which one of a kind that recurs.
type pick uint8

const (
	anyOne pick = iota // as the tense tells
	last
	this
	next
	coming // the first one after the day of publication
)

// anchor is what a shift counts from.
type anchor uint8

const (
	nowhere anchor = iota
	publication
	lastDate // the date before it in the text
	spoken   // the period under discussion
)

// yearRef says which year.
type yearRef struct {
	from anchor // nowhere: said, or unknown when n is 0
	n    int    // the year itself, or years from the anchor
}

func (r yearRef) known() bool { return r != yearRef{} }

// needsYear says whether w is a month, a day or another stretch that recurs and to which a year can still be told.
func (w *when) needsYear() bool {
	if w.form != point || w.year.known() || w.from != nowhere || w.pick != anyOne {
		return false
	}
	switch w.unit {
	case day:
		return w.month > 0 || w.holiday != ""
	case months, seasons, quarter, half:
		return true
	}
	return false
}

// plainYear says whether w is a year and nothing more.
func (w *when) plainYear() bool {
	return w.form == point && w.unit == yearly && w.part == "" && w.mark == "" && w.a == nil && w.year.known()
}

// lean is where a date without year lies, as the words around it tell.
type lean uint8

const (
	past    lean = iota // not after the day of publication
	ahead               // not before it
	nearest             // on either side
	either              // on either side, and nothing tells which
	rather              // on either side, rather before
)
