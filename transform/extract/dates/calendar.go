package dates

import (
	"time"

	"github.com/newsledger/newsledger/schema"
)

// civil is a day as year, month (1 to 12) and day.
type civil struct{ year, month, day int }

func civilOf(d schema.Date) civil {
	y, m, day := d.Go().Date()
	return civil{y, int(m), day}
}

func dateOf(year, month, day int) schema.Date { return schema.DateOf(year, time.Month(month), day) }

// weekdayOf is 1 (Monday) to 7, as in ISO 8601.
func weekdayOf(d schema.Date) int { return int((d.Go().Weekday()+6)%7) + 1 }

// mondayOf is the first day of d's week.
func mondayOf(d schema.Date) schema.Date { return d - schema.Date(weekdayOf(d)-1) }

// monthLength is the number of days of a month; of a February without year 29.
func monthLength(year, month int) int {
	if year == unknownYear {
		year = 2000
	}
	return int(dateOf(year, month+1, 1) - dateOf(year, month, 1))
}

// addMonths goes n months on from year and month.
func addMonths(year, month, n int) (int, int) {
	k := year*12 + month - 1 + n
	return floorDiv(k, 12), k - floorDiv(k, 12)*12 + 1
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// easter is Easter Sunday of the Gregorian calendar (the anonymous algorithm, in Meeus, Astronomical Algorithms, 1991, chapter 8).
func easter(year int) schema.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	l := (32 + 2*e + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	return dateOf(year, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
}

// nthWeekday is the nth weekday of a month, from its end when n is negative.
func nthWeekday(year, month, weekday, n int) schema.Date {
	if n < 0 {
		last := dateOf(year, month+1, 1) - 1
		return last - schema.Date((weekdayOf(last)-weekday+7)%7) + schema.Date(7*(n+1))
	}
	first := dateOf(year, month, 1)
	return first + schema.Date((weekday-weekdayOf(first)+7)%7) + schema.Date(7*(n-1))
}
