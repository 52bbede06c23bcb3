package dates

import "strconv"

// quarter resolves a numbered quarter, "last quarter", or the one under discussion.
func (c *context) quarter(w *when, l lean) value {
	n := w.number
	switch {
	case w.fiscal:
		return unresolved // a firm's own quarter: its months are unknown
	case w.from == spoken || n == 0 && w.year.known():
		q := c.spokenQuarter()
		if q.quarter == 0 {
			return unresolved
		}
		if w.year.known() {
			y, _, ok := c.yearOf(w.year)
			if !ok {
				return unresolved
			}
			q.year = y
		}
		return valueOf(partEDTF(q.year, firstQuarter+q.quarter-1), fromDocument)
	}
	return c.recurring(w, l, 3*n-2, 3, strconv.Itoa(firstQuarter+n-1))
}

// spokenQuarter is the latest quarter that the article named and that has ended, else the latest that has.
func (c *context) spokenQuarter() quarterOf {
	if c.quarterSaid.quarter == 0 && c.month > 0 && c.basis == relative {
		y, m := addMonths(c.year, (c.month-1)/3*3+1, -3)
		return quarterOf{y, (m-1)/3 + 1}
	}
	return c.quarterSaid
}

// comparison resolves "a year earlier": one year before the year that its own sentence names, before the quarter under discussion, or
// before the year of publication.
func (c *context) comparison(w *when) value {
	q := c.quarterSaid
	if w.year.from == nowhere { // "the 1988 period"
		q.year = w.year.n
	} else {
		q.year += w.year.n
	}
	switch {
	case w.year.from != nowhere && c.yearSaid > 0 && w.from == lastDate:
		return valueOf(yearEDTF(c.yearSaid+w.year.n), fromDocument)
	case c.quarterSaid.quarter > 0 && !c.monthsCounted:
		return valueOf(partEDTF(q.year, firstQuarter+q.quarter-1), fromDocument)
	case w.year.from == nowhere:
		return valueOf(yearEDTF(w.year.n), explicit)
	case c.year > 0 && c.basis == relative:
		return valueOf(yearEDTF(c.year+w.year.n), relative)
	}
	return unresolved
}
