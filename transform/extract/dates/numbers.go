package dates

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// dayOfMonth matches a day of a month in digits, with or without "th".
func dayOfMonth(name string) rule.Part { return rule.Reading(name, readDay) }

func readDay(d *text.Document, i, limit int) (float64, int, bool) {
	w := d.Tokens[i].Lower
	n, err := strconv.Atoi(strings.TrimRight(w, "sthndr"))
	return float64(n), i + 1, err == nil && n >= 1 && n <= 31 && len(w) <= 4 && d.Tokens[i].Is(text.Digit)
}

// ordinal matches an ordinal number from 1 to 31 in digits or words; its value is Match.Text.
func ordinal(name string) rule.Part { return rule.Lex(name, ordinals) }

// digits matches a number of exactly n digits between low and high.
func digits(name string, n, low, high int) rule.Part {
	return rule.Reading(name, func(d *text.Document, i, limit int) (float64, int, bool) {
		w := d.Tokens[i].Lower
		v, err := strconv.Atoi(w)
		return float64(v), i + 1, err == nil && len(w) == n && v >= low && v <= high && d.Tokens[i].Is(text.Digit)
	})
}

// The years that four digits can mean: printed news begins in 1605, and plans hardly reach beyond 2199.
const firstYear, lastYear = 1500, 2199

// year matches a year in digits ("1998"), shortened ("'98") or in words ("nineteen ninety-eight").
func year(name string) rule.Part {
	return rule.Or(rule.Reading(name, readYear), rule.Reading(name, readShortYear), rule.Reading(name, readYearWords))
}

func readYear(d *text.Document, i, limit int) (float64, int, bool) {
	w := d.Tokens[i].Lower
	if len(w) != 4 || !d.Tokens[i].Is(text.Digit) {
		return 0, i, false
	}
	n, err := strconv.Atoi(w)
	return float64(n), i + 1, err == nil && n >= firstYear && n <= lastYear
}

// readShortYear reads "'98": 1930 to 2029.
func readShortYear(d *text.Document, i, limit int) (float64, int, bool) {
	if d.Tokens[i].Lower != "'" || i+1 >= limit || !d.Tokens[i+1].Is(text.Digit|text.Glued) || len(d.Tokens[i+1].Lower) != 2 {
		return 0, i, false
	}
	n, err := strconv.Atoi(d.Tokens[i+1].Lower)
	return float64(fullYear(n)), i + 2, err == nil
}

// fullYear adds the century to the last two digits of a year.
func fullYear(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

// readYearWords reads "nineteen ninety-eight", "two thousand and five", "twenty twenty-five".
func readYearWords(d *text.Document, i, limit int) (float64, int, bool) {
	century, next, ok := rule.NumberAt(d, i, min(limit, i+1))
	switch {
	case !ok || d.Tokens[i].Is(text.Digit):
		return 0, i, false
	case d.Lower(next) == "thousand" || d.Lower(next) == "hundred":
		v, end, ok := rule.NumberAt(d, i, limit)
		return v, end, ok && v >= firstYear && v <= lastYear
	case century < 15 || century > 20 || next >= limit || d.Tokens[next].Is(text.Digit):
		return 0, i, false
	}
	rest, end, ok := rule.NumberAt(d, next, limit)
	return century*100 + rest, end, ok && rest >= 10 && rest <= 99
}

// count matches how many: a number, or "a", "one".
func count(name string) rule.Part {
	return rule.Reading(name, func(d *text.Document, i, limit int) (float64, int, bool) {
		if w := d.Tokens[i].Lower; w == "a" || w == "an" {
			return 1, i + 1, true
		}
		v, end, ok := rule.NumberAt(d, i, limit)
		return v, end, ok && v > 0 && v < 1000 && v == float64(int(v))
	})
}
