package dates

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/newsledger/newsledger/schema"
)

// The forms of EDTF (ISO 8601-2; Library of Congress, 2019) that this package writes:
//
//	2025-07-16  2025-07  2025  202X  19XX      a day, month, year, decade, century
//	2025-21 … 24, 33 … 36, 40, 41              a season, quarter, half
//	2025-07~  2025-05?                         about; uncertain
//	2025-07-14/2025-07-16  2025-02/..          from a day to a day; open
//	[2025-07-14,2025-07-15]                    one of them
//	XXXX-09-10                                 the year is unknown

// Bounds reads a date in EDTF: its first and last possible day, nil where open or unknown, and its precision by form (a week or the part
// of a month is an interval here). It is false for a form that this package does not write.
func Bounds(edtf string) (start, end *schema.Date, precision string, ok bool) {
	if inner, set := strings.CutPrefix(edtf, "["); set {
		a, b, comma := strings.Cut(strings.TrimSuffix(inner, "]"), ",")
		if start, end, ok = between(a, b); !ok || !comma || !strings.HasSuffix(inner, "]") {
			return nil, nil, "", false
		}
		return start, end, "one_of", true
	}
	if a, b, slash := strings.Cut(edtf, "/"); slash {
		if b == ".." {
			start, _, _, ok = simple(a)
			return start, nil, "open", ok
		}
		start, end, ok = between(a, b)
		return start, end, "interval", ok
	}
	return simple(edtf)
}

// between is from the first day of a to the last day of b.
func between(a, b string) (start, end *schema.Date, ok bool) {
	start, _, _, okA := simple(a)
	_, end, _, okB := simple(b)
	return start, end, okA && okB
}

// simple reads a date without slash or brackets.
func simple(s string) (start, end *schema.Date, precision string, ok bool) {
	s = strings.TrimRight(s, "~?")
	switch {
	case len(s) == 4:
		return years(s)
	case len(s) == 7 && s[4] == '-':
		return part(s[:4], s[5:])
	case len(s) == 10 && s[4] == '-' && s[7] == '-':
		if rest, unknown := strings.CutPrefix(s, "XXXX"); unknown {
			_, err := time.Parse(time.DateOnly, "2000"+rest) // a leap year
			return nil, nil, "day", err == nil
		}
		d, err := schema.ParseDate(s)
		return &d, &d, "day", err == nil
	}
	return nil, nil, "", false
}

// years reads a year, decade ("202X") or century ("19XX").
func years(s string) (start, end *schema.Date, precision string, ok bool) {
	digits := strings.TrimRight(s, "X")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return nil, nil, "year", s == "XXXX"
	}
	from, length := n, 1
	switch len(digits) {
	case 3:
		from, length, precision = n*10, 10, "decade"
	case 2:
		from, length, precision = n*100, 100, "interval"
	case 4:
		precision = "year"
	default:
		return nil, nil, "", false
	}
	return monthsFrom(from, 1, length*12, precision)
}

// part reads a month, season, quarter or half of a year. A season counts from the first of March, June, September or December, as in
// the northern half of the world; winter takes the year in which it begins.
func part(year, code string) (start, end *schema.Date, precision string, ok bool) {
	n, err := strconv.Atoi(code)
	y, errY := strconv.Atoi(year)
	if err != nil || errY != nil && year != "XXXX" {
		return nil, nil, "", false
	}
	switch {
	case n >= 1 && n <= 12:
		start, end, precision, ok = monthsFrom(y, n, 1, "month")
	case n >= spring && n <= winter:
		start, end, precision, ok = monthsFrom(y, 3*(n-spring)+3, 3, "season")
	case n >= firstQuarter && n < firstQuarter+4:
		start, end, precision, ok = monthsFrom(y, 3*(n-firstQuarter)+1, 3, "quarter")
	case n == firstHalf || n == firstHalf+1:
		start, end, precision, ok = monthsFrom(y, 6*(n-firstHalf)+1, 6, "half")
	}
	if errY != nil {
		return nil, nil, precision, ok
	}
	return start, end, precision, ok
}

// Codes that stand in place of a month.
const (
	spring       = 21
	winter       = 24
	firstQuarter = 33
	firstHalf    = 40
)

// monthsFrom is some months from the first of a month on.
func monthsFrom(year, month, months int, precision string) (start, end *schema.Date, p string, ok bool) {
	a := schema.DateOf(year, time.Month(month), 1)
	b := schema.DateOf(year, time.Month(month+months), 1) - 1
	return &a, &b, precision, true
}

// unknownYear stands for a year that the article does not tell.
const unknownYear = 0

func yearEDTF(y int) string {
	if y == unknownYear {
		return "XXXX"
	}
	return fmt.Sprintf("%04d", y)
}

// partEDTF writes a month or a season, quarter or half by its code.
func partEDTF(year, code int) string { return fmt.Sprintf("%s-%02d", yearEDTF(year), code) }

func dayEDTF(year, month, day int) string {
	return fmt.Sprintf("%s-%02d-%02d", yearEDTF(year), month, day)
}

// rangeEDTF writes from the first day of a to the last day of b, in the forms that a and b have.
func rangeEDTF(a, b string) string { return a + "/" + b }
