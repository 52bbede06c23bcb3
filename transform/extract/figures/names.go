package figures

import (
	"math"
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// isInName says whether the number belongs to a name: a number word with a capital inside a sentence ("Six Day War"), or digits behind a
// capitalised name that count nothing ("Case 3000").
func (r *reader) isInName(f *figure) bool {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	if f.kind != "count" && f.kind != "duration" || f.bound != "eq" || f.first == s.First || s.Heading || isTitleCase(d, s) {
		return false
	}
	if isCapital(d, f.first) {
		return !opensText(d, f.first-1)
	}
	if f.kind != "count" || f.end != f.first+1 || f.first < s.First+2 || !isCapital(d, f.first-1) || !d.Tag(f.first-1).IsProper() || isMonth(d, f.first-1) {
		return false
	}
	version := f.low != math.Trunc(f.low) && f.low < 100 // "Firefox 3.05"
	return (isShortNumber(d.Lower(f.first)) || version) && !countsBehind(d, f.end) && !d.Tag(f.end).IsNoun() && d.Tag(f.end) != text.VBN
}

// opensText says whether a capital behind token i may only open what follows: a quotation, a bracket, a list item.
func opensText(d *text.Document, i int) bool {
	switch t := d.Tag(i); {
	case t == text.OpenQuote, t == text.Colon, t == text.NFP, t == text.OpenBracket:
		return true
	}
	return d.Lower(i) == `"` || d.Lower(i) == "'"
}

// isShortNumber says whether digits are at most four without marks between them, as in names.
func isShortNumber(w string) bool {
	return len(w) <= 4 && w[0] >= '0' && w[0] <= '9' && !strings.ContainsAny(w, ".,")
}

// isTitleCase says whether most words of a sentence begin with a capital, as in headlines.
func isTitleCase(d *text.Document, s text.Sentence) bool {
	words, capitals := 0, 0
	for i := s.First; i < s.End && i < s.First+30; i++ {
		if t := &d.Tokens[i]; t.Is(text.Alpha) && len(t.Lower) > 3 {
			words++
			if t.Is(text.Capital) {
				capitals++
			}
		}
	}
	return words >= 3 && capitals*10 >= words*8
}

// isGlued says whether the digits are part of a longer word: "COVID-19", "5G", "A-10", "two-car".
func (r *reader) isGlued(f *figure) bool {
	d, i := r.doc, f.first
	if isHyphen(d, i-1) && d.Tokens[i-2].Is(text.Alpha) && f.bound == "eq" && (f.kind == "count" || f.kind == "distance") {
		return true
	}
	if f.kind != "count" {
		return false
	}
	digits := d.Tokens[i].Is(text.Digit)
	if i > 0 && glued(d, i) && (d.Tokens[i-1].Is(text.Alpha) || d.Lower(i-1) == "/" || d.Lower(i-1) == "." && digits) {
		return true
	}
	if glued(d, f.end) && d.Tokens[f.end].Is(text.Alpha) && d.Tokens[f.end-1].Is(text.Digit) && !strings.HasPrefix(d.Lower(f.end), "'") {
		return true
	}
	return f.noun == 0 && isHyphen(d, f.end) && d.Tokens[f.end+1].Is(text.Alpha) && d.Lower(f.end+1) != "strong"
}

// isYear says whether a bare number of four digits is a year: firstYear to lastYear, no group mark, and nothing counted behind it.
func (r *reader) isYear(f *figure) bool {
	d := r.doc
	if f.kind != "count" || f.low < firstYear || f.high > lastYear || f.low != math.Trunc(f.low) || len(d.Lower(f.first)) != 4 || !d.Tokens[f.first].Is(text.Digit) {
		return false
	}
	if f.isRange {
		return !countsBehind(d, f.end)
	}
	switch f.bound {
	case "gt", "ge", "lt":
		return false
	}
	if f.end != f.first+1 || d.Tag(f.end) != text.NNS {
		return f.end == f.first+1
	}
	return beforeYears[d.Lower(f.first-1)] || isCapital(d, f.first-1)
}

// Bare numbers between these are years in news; larger and smaller ones are amounts.
const firstYear, lastYear = 1500, 2100

// beforeYears are words before a year that a plural follows: "the 2014 elections".
var beforeYears = wordSet("the in of since from by until during its their his her 's before after for this")

// numbersThing says whether a number numbers a thing: "chapter 3", "the 747", the number of a list item, or stands for people named before ("the two").
func (r *reader) numbersThing(f *figure) bool {
	d := r.doc
	if f.kind != "count" || f.end > f.first+1 && !f.isRange {
		return false
	}
	plural := d.Tag(f.end) == text.NNS
	if numbering[d.Lower(f.first-1)] || aircraft[d.Lower(f.first)] && f.bound == "eq" {
		return !plural
	}
	s := d.Sentences[d.Tokens[f.first].Sentence]
	if f.first == s.First && (s.End == f.end+1 && d.Lower(f.end) == "." || s.End == f.end && !s.Heading) {
		return true
	}
	alone := !d.Tag(f.end).IsNoun() && !countsBehind(d, f.end) && !isHyphen(d, f.end) && d.Tag(f.end) != text.VBN
	return d.Lower(f.first-1) == "the" && d.Tokens[f.first].Is(text.Alpha) && alone
}

// numbering are nouns before a number that numbers them.
var numbering = lexicon.Read("numbering_nouns.tsv").Set()

// aircraft are numbers that stand for a model of aircraft by themselves: "the 747 landed".
var aircraft = wordSet("707 727 737 747 757 767 777 787")
