package dates

import (
	"github.com/newsledger/newsledger/schema"
)

// interval resolves from a to b; a year said of one end holds for the other.
func (c *context) interval(w *when, l lean) value {
	a, b := *w.a, *w.b
	switch {
	case a.needsYear() && b.needsYear():
		if l == past || l == ahead { // the range as a whole lies on that side: look at its end
			vb := c.resolve(&b, l)
			return c.join(c.before(&a, vb, l), vb)
		}
	case a.needsYear() && !b.needsYear():
		vb := c.resolve(&b, l)
		return c.join(c.before(&a, vb, l), vb)
	}
	va := c.resolve(&a, l)
	return c.join(va, c.after(&b, va, l))
}

// before resolves a to the latest one that begins before the end of v.
func (c *context) before(a *when, v value, l lean) value {
	if !v.known() || v.end == nil {
		return c.resolve(a, l)
	}
	return c.nearYear(a, v, func(x value) bool { return *x.start <= *v.end }, civilOf(*v.end).year, -1)
}

// after resolves b to the first one that ends after the start of v.
func (c *context) after(b *when, v value, l lean) value {
	if v.start != nil && b.unit == day && b.weekday > 0 && b.month == 0 && b.from == nowhere && b.pick == anyOne {
		d := *v.start
		return valueOf((d + schema.Date((b.weekday-weekdayOf(d)+7)%7)).String(), v.basis)
	}
	if !b.needsYear() || !v.known() || v.start == nil {
		return c.resolve(b, l)
	}
	return c.nearYear(b, v, func(x value) bool { return *x.end >= *v.start }, civilOf(*v.start).year, 1)
}

// nearYear gives w the first year from y on, in steps, that fits.
func (c *context) nearYear(w *when, v value, fits func(value) bool, y, step int) value {
	for range 2 {
		w.year = yearRef{n: y}
		x := c.resolve(w, past)
		x.basis = v.basis
		if x.start != nil && fits(x) {
			return x
		}
		y += step
	}
	return unresolved
}

func (c *context) join(a, b value) value {
	switch {
	case !a.known() || !b.known(), a.start != nil && b.end != nil && *a.start > *b.end:
		return unresolved
	}
	v := valueOf(rangeEDTF(firstOf(a.edtf), lastOf(b.edtf)), b.basis)
	if a.basis != explicit {
		v.basis = a.basis
	}
	return v
}

func (c *context) choice(w *when, l lean) value {
	v := c.interval(&when{form: interval, a: w.a, b: w.b}, l)
	if !v.known() {
		return unresolved
	}
	return valueOf("["+firstOf(v.edtf)+","+lastOf(v.edtf)+"]", v.basis)
}

func firstOf(edtf string) string {
	for i := range edtf {
		if edtf[i] == '/' || edtf[i] == ',' {
			return trimBracket(edtf[:i])
		}
	}
	return edtf
}

func lastOf(edtf string) string {
	for i := len(edtf) - 1; i >= 0; i-- {
		if edtf[i] == '/' || edtf[i] == ',' {
			return trimBracket(edtf[i+1:])
		}
	}
	return edtf
}

func trimBracket(s string) string {
	if s != "" && s[0] == '[' {
		s = s[1:]
	}
	if s != "" && s[len(s)-1] == ']' {
		s = s[:len(s)-1]
	}
	return s
}

// stretch resolves "the past two weeks" up to the day of publication, and "the next three months" from it on.
func (c *context) stretch(w *when) value {
	if c.today == nil {
		return unresolved
	}
	today := *c.today
	other := addUnits(today, w.unit, -w.n)
	if w.n < 0 {
		return span(today, other, "interval", relative)
	}
	return span(other, today, "interval", relative)
}

// addUnits goes n units on from d.
func addUnits(d schema.Date, u unit, n int) schema.Date {
	switch u {
	case day:
		return d + schema.Date(n)
	case week, weekend:
		return d + schema.Date(7*n)
	case months, quarter, yearly, decade, century:
		k := map[unit]int{months: 1, quarter: 3, yearly: 12, decade: 120, century: 1200}[u]
		x := civilOf(d)
		y, m := addMonths(x.year, x.month, n*k)
		return dateOf(y, m, min(x.day, monthLength(y, m)))
	}
	return d
}

// ended resolves "the quarter ended June 30", "the year ending in March": the stretch of that length whose last day is known.
func (c *context) ended(w *when, l lean) value {
	v := c.resolve(w.a, l)
	if !v.known() || v.end == nil {
		return unresolved
	}
	start := addUnits(*v.end+1, w.unit, -w.n)
	y, m := civilOf(start).year, civilOf(start).month
	if w.unit == quarter && w.n == 1 && start == dateOf(y, m, 1) && m%3 == 1 {
		return valueOf(partEDTF(y, firstQuarter+(m-1)/3), v.basis)
	}
	precision := "interval"
	if w.n == 1 && w.unit != months {
		precision = string(w.unit)
	}
	return span(start, *v.end, precision, v.basis)
}

// opening resolves "the first nine months of 1989", "the last week of July".
func (c *context) opening(w *when, l lean) value {
	v := c.resolve(w.a, l)
	if !v.known() || v.start == nil || v.end == nil {
		return unresolved
	}
	a, b := *v.start, addUnits(*v.start, w.unit, w.n)-1
	if w.n < 0 {
		a, b = addUnits(*v.end+1, w.unit, w.n), *v.end
	}
	if a < *v.start || b > *v.end {
		return unresolved
	}
	return span(a, b, "interval", v.basis)
}
