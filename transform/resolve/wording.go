package resolve

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/newsledger/newsledger/schema"
)

// boundSigns stand before a number.
var boundSigns = map[string]string{"gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "approx": "≈ "}

// ValueText writes a figure for people: "> 1,000", "≈ THB 30 million", "2,000–3,000", "40%", and the words of a vague one and of a ratio:
// "> two-thirds".
func ValueText(f *schema.Figure) string {
	switch {
	case f.Bound == "vague":
		return f.Quote
	case f.Bound == "range" && f.ValueLow != nil && f.ValueHigh != nil:
		return withUnit(f, numberText(*f.ValueLow)+"–"+numberText(*f.ValueHigh))
	case f.UnitKind == "ratio" && strings.ContainsFunc(f.Quote, unicode.IsLetter):
		return boundSigns[f.Bound] + f.Quote
	case f.Value != nil:
		return boundSigns[f.Bound] + withUnit(f, numberText(*f.Value))
	}
	return f.Quote
}

func withUnit(f *schema.Figure, number string) string {
	switch f.UnitKind {
	case "money":
		return strings.TrimSpace(f.Unit + " " + number)
	case "percent":
		return number + "%"
	case "count", "ratio":
		return number
	}
	if f.Unit == "" {
		return number
	}
	unit := f.Unit
	if (f.UnitKind == "duration" || f.UnitKind == "age") && number != "1" && !strings.HasSuffix(unit, "s") {
		unit += "s"
	}
	return number + " " + unit
}

// scales are the words for large round numbers.
var scales = []struct {
	value float64
	word  string
}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}

// numberText writes thousands in groups and a million or more in words when at most three decimals are lost to none.
func numberText(v float64) string {
	for _, s := range scales {
		if q := v / s.value; math.Abs(q) >= 1 && math.Abs(q*1000-math.Round(q*1000)) < 1e-6 {
			return grouped(math.Round(q*1000)/1000) + s.word
		}
	}
	return grouped(v)
}

func grouped(v float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', -1, 64), ".")
	var b strings.Builder
	if v < 0 {
		b.WriteByte('-')
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// whatText names a counted or valued thing: "arrested, Indonesians".
func whatText(f *schema.Figure) string {
	what := strings.ReplaceAll(f.Measure, "_", " ")
	for _, s := range []string{f.Object, f.Unit} {
		if s != "" && f.UnitKind != "money" || s == f.Object && s != "" {
			return what + ", " + s
		}
	}
	return what
}

// thingText writes a figure with what it counts: "> 1,000 individuals", "dozens of people".
func thingText(f *schema.Figure) string {
	if f.Bound == "vague" && f.Object != "" && takesOf[lastWord(f.Quote)] {
		return f.Quote + " of " + f.Object
	}
	return strings.TrimSpace(ValueText(f) + " " + f.Object)
}

// takesOf are the vague numbers that are nouns.
var takesOf = map[string]bool{"dozens": true, "scores": true, "tens": true, "hundreds": true, "thousands": true, "millions": true, "billions": true, "handful": true, "couple": true, "number": true}

func lastWord(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }

// item makes a text fit to stand in a list.
func item(s string) string { return strings.ReplaceAll(s, schema.ListSeparator, " / ") }

// addItem appends what is neither empty nor there.
func addItem(l schema.List, s string) schema.List {
	if s = item(s); s == "" {
		return l
	}
	return appendNew(l, s)
}
