package dates

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// resolve finds the date that w means.
func (c *context) resolve(w *when, l lean) value {
	switch w.form {
	case interval:
		return c.interval(w, l).marked(w.mark)
	case open:
		if a := c.resolve(w.a, l); a.known() && a.start != nil {
			return valueOf(strings.Split(a.edtf, "/")[0]+"/..", a.basis)
		}
		return unresolved
	case choice:
		return c.choice(w, l)
	case stretch:
		return c.stretch(w).marked(w.mark)
	case ended:
		return c.ended(w, l)
	case opening:
		return c.opening(w, l).marked(w.mark)
	}
	return c.point(w, l).part(w.part).marked(w.mark)
}

func (c *context) point(w *when, l lean) value {
	switch w.unit {
	case day:
		return c.day(w, l)
	case week:
		return c.week(w)
	case weekend:
		return c.weekend(w, l)
	case months:
		return c.recurring(w, l, w.number, 1, "")
	case seasons:
		return c.recurring(w, l, 3*(w.number-spring)+3, 3, strconv.Itoa(w.number))
	case quarter:
		return c.quarter(w, l)
	case half:
		return c.recurring(w, l, 6*w.number-5, 6, strconv.Itoa(firstHalf+w.number-1))
	case yearly:
		y, basis, ok := c.yearOf(w.year)
		if !ok {
			return unresolved
		}
		v := valueOf(yearEDTF(y), basis)
		if w.fiscal {
			return v.marked("~")
		}
		return v
	case decade:
		return c.decade(w)
	case century:
		return valueOf(strconv.Itoa(w.number/100)+"XX", explicit)
	case period:
		return c.comparison(w)
	}
	return unresolved
}

// recurring resolves a stretch of every year that begins with month first and is some months long; code is its EDTF code, "" for a month.
func (c *context) recurring(w *when, l lean, first, length int, code string) value {
	edtf := func(y int) string {
		if code == "" {
			return partEDTF(y, first)
		}
		return yearEDTF(y) + "-" + code
	}
	if w.from != nowhere {
		return c.shiftedMonths(w)
	}
	if w.year.known() {
		y, basis, ok := c.yearOf(w.year)
		if !ok {
			return unresolved
		}
		return valueOf(edtf(y), basis)
	}
	if y := c.framed(w, l); y > 0 {
		return valueOf(edtf(y), fromDocument)
	}
	if c.year == 0 {
		if w.pick != anyOne {
			return unresolved
		}
		return valueOf(edtf(unknownYear), explicit)
	}
	if l == ahead && (w.unit == quarter || w.unit == half) {
		l = nearest // what is expected of a quarter may be expected of one that has ended
	}
	return valueOf(edtf(c.yearNear(first, length, w.pick, l)), c.basis)
}

// framed is the year that the head of the sentence tells for what is past: "In 2008 the campaign began in May".
func (c *context) framed(w *when, l lean) int {
	if w.pick != anyOne || l == ahead || w.unit == quarter || w.unit == half {
		return 0
	}
	return c.frameYear
}

// yearNear is the year of the stretch that lies where pick or the tense puts it, seen from the month of publication.
func (c *context) yearNear(first, length int, p pick, l lean) int {
	month := c.month
	if month == 0 {
		return c.year
	}
	diff := month - first // months since it began in c's year
	switch {
	case p == last && diff < max(length, 2): // nobody calls the current one or the month before "last March"
		return c.year - 1
	case p == last:
		return c.year
	case (p == next || p == coming) && diff >= 0:
		return c.year + 1
	case p == next, p == coming:
		return c.year
	case p == this:
		if length > 1 && diff-(-12) < length { // winter in January
			return c.year - 1
		}
		return c.year
	}
	if diff+12 < length {
		return c.year - 1 // inside the one that began last year
	}
	if c.basis == fromDocument { // tense is told from the day of publication, which nobody knows
		if diff <= -9 {
			return c.year - 1
		}
		return c.year
	}
	switch l {
	case rather:
		if diff < -3 {
			return c.year - 1
		}
	case past:
		if diff < 0 {
			return c.year - 1
		}
	case ahead:
		if diff >= length {
			return c.year + 1
		}
	default:
		if diff < -6 {
			return c.year - 1
		}
		if diff > 6 {
			return c.year + 1
		}
	}
	return c.year
}

// shiftedMonths resolves "last month", "two quarters ago", "that month".
func (c *context) shiftedMonths(w *when) value {
	y, m, basis, ok := c.monthOf(w.from)
	if !ok {
		return unresolved
	}
	if w.unit == quarter {
		y, m = addMonths(y, (m-1)/3*3+1, 3*w.shift)
		return valueOf(partEDTF(y, firstQuarter+(m-1)/3), basis)
	}
	y, m = addMonths(y, m, w.shift)
	return valueOf(partEDTF(y, m), basis)
}

func (c *context) monthOf(a anchor) (year, month int, basis string, ok bool) {
	if a == lastDate {
		if !c.lastNear() || c.last.end == nil || *c.last.end-*c.last.start > 92 {
			return 0, 0, "", false
		}
		d := civilOf(*c.last.start)
		return d.year, d.month, fromDocument, true
	}
	return c.year, c.month, relative, c.month > 0 && c.basis == relative
}

// dayOf is the day that a shift counts from.
func (c *context) dayOf(a anchor) (schema.Date, string, bool) {
	if a == lastDate {
		if !c.lastNear() || c.last.precision != string(day) {
			return 0, "", false
		}
		return *c.last.start, fromDocument, true
	}
	if c.today == nil {
		return 0, "", false
	}
	return *c.today, relative, true
}

// week resolves "last week", "two weeks ago", "the week of July 14".
func (c *context) week(w *when) value {
	from, basis, ok := c.dayOf(w.from)
	if w.a != nil {
		v := c.resolve(w.a, past)
		ok = v.start != nil
		if ok {
			from, basis = *v.start, v.basis
		}
	}
	if !ok {
		return unresolved
	}
	monday := mondayOf(from) + schema.Date(7*w.shift)
	return span(monday, monday+6, string(week), basis)
}

// weekend resolves a Saturday and Sunday: the current or latest one, the next, the last before this week.
func (c *context) weekend(w *when, l lean) value {
	if c.today == nil {
		return unresolved
	}
	saturday := mondayOf(*c.today) + 5
	switch {
	case w.pick == last:
		saturday -= 7
	case w.pick == next:
		saturday += 7
	case w.pick == this && l != past, l == ahead:
	case saturday > *c.today:
		saturday -= 7
	}
	saturday += schema.Date(7 * w.shift)
	return span(saturday, saturday+1, "interval", relative)
}

// decade resolves "the 1990s", "the nineties", "last decade".
func (c *context) decade(w *when) value {
	switch {
	case w.from != nowhere && c.year > 0 && c.basis == relative:
		return valueOf(strconv.Itoa(c.year/10+w.shift)+"X", relative)
	case w.from != nowhere:
		return unresolved
	case w.number >= 100:
		return valueOf(strconv.Itoa(w.number/10)+"X", explicit)
	case c.year == 0:
		return valueOf(strconv.Itoa(190+w.number/10)+"X", explicit)
	}
	y := c.year/100*100 + w.number
	if y > c.year+5 {
		y -= 100
	}
	return valueOf(strconv.Itoa(y/10)+"X", explicit)
}

// marked adds "~" or "?" to both ends.
func (v value) marked(mark string) value {
	if mark == "" || !v.known() || strings.HasSuffix(v.edtf, mark) || strings.HasPrefix(v.edtf, "[") {
		return v
	}
	if a, b, slash := strings.Cut(v.edtf, "/"); slash && b != ".." {
		v.edtf = rangeEDTF(strings.TrimRight(a, "~?")+mark, strings.TrimRight(b, "~?")+mark)
		return v
	}
	if !strings.HasSuffix(v.edtf, "/..") {
		v.edtf += mark
	}
	return v
}

// part narrows a month to its early, middle or late third. Longer and shorter units stay as they are, with the precision "part": where
// the early part of a year ends nobody can say.
func (v value) part(which string) value {
	if which == "" || !v.known() || v.precision == string(day) {
		return v
	}
	if v.precision != string(months) || v.start == nil {
		return v.as("part")
	}
	a, b := *v.start, *v.end
	switch which {
	case "early":
		b = a + 9
	case "mid":
		a, b = a+10, a+19
	case "late":
		a += 20
	}
	return span(a, b, "part", v.basis).marked("~")
}
