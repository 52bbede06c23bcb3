package dates

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// day resolves a day: "today", a weekday, a day of a month, a holiday.
func (c *context) day(w *when, l lean) value {
	switch {
	case w.weekday > 0 && w.month == 0 && w.from == lastDate:
		return c.weekdayBeside(w)
	case w.weekday > 0 && w.month == 0 && w.a == nil:
		return c.weekday(w, l)
	case w.from != nowhere:
		from, basis, ok := c.dayOf(w.from)
		if !ok {
			return unresolved
		}
		return valueOf((from + schema.Date(w.shift)).String(), basis)
	case w.a != nil:
		return c.dayIn(w, l)
	}
	if len(w.holiday) == len("2001-09-11") && w.holiday[4] == '-' {
		return valueOf(w.holiday, explicit)
	}
	if w.year.known() {
		y, basis, ok := c.yearOf(w.year)
		if !ok {
			return unresolved
		}
		return c.dayOfYear(w, y, basis)
	}
	if y := c.framed(w, l); y > 0 {
		return c.dayOfYear(w, y, fromDocument)
	}
	if w.holiday != "" && c.basis == fromDocument {
		return unresolved // a holiday is spoken of in general too often
	}
	if c.year == 0 {
		if w.pick != anyOne {
			return unresolved
		}
		return valueOf(dayEDTF(unknownYear, w.month, w.day), explicit)
	}
	return c.dayOfYear(w, c.bestYear(w, l), c.basis)
}

func (c *context) dayOfYear(w *when, y int, basis string) value {
	d, ok := w.dayIn(y)
	if !ok {
		return unresolved
	}
	return valueOf(d.String(), basis)
}

// dayIn is the day of w, a day of a month or a holiday, in year y.
func (w *when) dayIn(y int) (schema.Date, bool) {
	if w.holiday == "" {
		return dateOf(y, w.month, w.day), w.day <= monthLength(y, w.month)
	}
	rule, plus, _ := strings.Cut(w.holiday, "+")
	sign := 1
	if plus == "" {
		if i := strings.LastIndexByte(rule, '-'); i > 0 && strings.HasPrefix(rule, "easter") {
			rule, plus, sign = rule[:i], rule[i+1:], -1
		}
	}
	n, _ := strconv.Atoi(plus)
	return holidayIn(rule, y) + schema.Date(sign*n), true
}

// holidayIn reads a rule of holidays.tsv without its added days.
func holidayIn(rule string, y int) schema.Date {
	if rule == "easter" {
		return easter(y)
	}
	f := strings.Split(rule, "/")
	if len(f) == 3 {
		return nthWeekday(y, atoi(f[0]), atoi(f[1]), atoi(f[2]))
	}
	m, d, _ := strings.Cut(rule, "-")
	return dateOf(y, atoi(m), atoi(d))
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// bestYear chooses the year of a day of a month: one where the weekday agrees, if one is said, on the side that the tense tells, nearest
// to the day of publication.
func (c *context) bestYear(w *when, l lean) int {
	if c.today == nil {
		m := w.month
		if d, ok := w.dayIn(c.year); ok {
			m = civilOf(d).month
		}
		return c.yearNear(m, 1, w.pick, l)
	}
	today := *c.today
	best, least := c.year, schema.Date(1<<30)
	for _, y := range []int{c.year, c.year - 1, c.year + 1} {
		d, ok := w.dayIn(y)
		if !ok {
			continue
		}
		distance := d - today
		switch { // tense is a strong hint, not a proof: news dates what is fixed for the next weeks in the past tense too
		case l == past && distance > 0:
			distance *= 8
		case l == ahead && distance < 0:
			distance *= 4
		}
		if l == rather && distance > 0 {
			distance *= 2
		}
		distance = max(distance, -distance)
		if w.weekday > 0 && weekdayOf(d) != w.weekday {
			distance += 5000
		}
		switch {
		case w.pick == last && d >= today, (w.pick == next || w.pick == coming) && d <= today:
			distance += 10000
		}
		if distance < least {
			best, least = y, distance
		}
	}
	return best
}

// weekday resolves a day of the week near the day of publication.
func (c *context) weekday(w *when, l lean) value {
	if c.today == nil {
		return unresolved
	}
	today := *c.today
	back := schema.Date((weekdayOf(today) - w.weekday + 7) % 7) // days since the latest one, 0 to 6
	before, after := today-back, today-back
	if back > 0 {
		after += 7
	}
	d := before
	switch {
	case w.pick == last && back == 0:
		d = today - 7
	case w.pick == last:
	case w.pick == next:
		d = mondayOf(today) + 7 + schema.Date(w.weekday-1)
	case w.pick == coming && back == 0:
		d = today + 7
	case w.pick == coming, w.pick == this && l != past, l == ahead:
		d = after
	case l == nearest && back > 3:
		d = after
	case l == either && before != after:
		return valueOf("["+before.String()+","+after.String()+"]", relative)
	}
	return valueOf(d.String(), relative)
}

// weekdayBeside resolves "the previous Friday", "the following Monday": seen from the date before in the text, else from today.
func (c *context) weekdayBeside(w *when) value {
	from, basis, ok := c.dayOf(lastDate)
	if !ok {
		from, basis, ok = c.dayOf(publication)
	}
	if !ok {
		return unresolved
	}
	after := schema.Date((w.weekday-weekdayOf(from)+6)%7 + 1) // 1 to 7
	if w.pick == last {
		after -= 7
		if after == 0 {
			after = -7
		}
	}
	return valueOf((from + after).String(), basis)
}

// dayIn resolves a weekday of a week: "Monday of last week".
func (c *context) dayIn(w *when, l lean) value {
	v := c.resolve(w.a, l)
	if v.start == nil || w.weekday == 0 {
		return v
	}
	return valueOf((*v.start + schema.Date(w.weekday-1)).String(), v.basis)
}
