package figures

import (
	"math"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// datedTokens marks the tokens inside the time expressions of the record.
func datedTokens(d *text.Document, rec *schema.Record) []bool {
	dated := make([]bool, len(d.Tokens))
	for i := range rec.Dates {
		first, end := d.TokensOf(rec.Dates[i].Span)
		for k := first; k < end; k++ {
			dated[k] = true
		}
	}
	return dated
}

// refuses says why a number is no figure, "" when it is one.
func (r *reader) refuses(f *figure) string {
	d := r.doc
	switch {
	case f.none:
		return "no amount"
	case r.isDated(f):
		return "part of a time expression"
	case f.kind == "duration" && isRelative(d, f):
		return "a time relative to another"
	case f.unit == "day" && f.low == 1 && d.Lower(f.first) == "one" && f.bound == "eq" && !spanning[d.Lower(f.first-1)] && !isHyphen(d, f.first+1):
		return "some day"
	case r.isInName(f):
		return "part of a name"
	case isGlued(d, f):
		return "part of a word"
	case f.kind == "count" && d.Lower(f.first) == "zero" && (d.Lower(f.end) == "of" || !countsBehind(d, f.end)):
		return "zero as a word"
	case f.kind == "count" && isYear(d, f):
		return "a year"
	case f.kind == "count" && isOrdinalLike(d, f):
		return "numbers a thing"
	case f.low == 1 && f.high == 1 && d.Lower(f.first) == "one" && f.kind == "count" && f.bound == "eq" && !r.mayCountOne(f):
		return "one as pronoun or article"
	}
	return ""
}

// spanning are words before "one day" that make it a length.
var spanning = wordSet("for in within only just after lasted took lasts takes every exactly and or least")

// isDated says whether the number itself stands inside a time expression.
func (r *reader) isDated(f *figure) bool {
	for k := f.first; k < f.end; k++ {
		if r.dated[k] {
			return f.kind == "count" || f.kind == "duration" || f.kind == "ratio"
		}
	}
	return false
}

// isRelative says whether a duration only places something in time: "two years ago", "three days later".
func isRelative(d *text.Document, f *figure) bool {
	switch d.Lower(f.after) {
	case "ago", "later", "earlier", "hence", "previously", "beforehand", "afterwards":
		return true
	case "from":
		return d.Lower(f.after+1) == "now" || d.Lower(f.after+1) == "today"
	case "after", "before":
		return f.low == 1 && f.high == 1 && f.unit == "day"
	}
	return false
}

// isInName says whether the number belongs to a name: a number word with a capital inside a sentence ("Six Day War"), or digits inside or behind a capitalised name ("Case 3000").
func (r *reader) isInName(f *figure) bool {
	d := r.doc
	if f.kind != "count" && !(f.kind == "duration" && isCapital(d, f.first)) {
		return false
	}
	s := d.Sentences[d.Tokens[f.first].Sentence]
	title := s.Heading || isTitleCase(d, s)
	if d.Tokens[f.first].Is(text.Capital) && f.first > s.First && !title {
		switch before := d.Tag(f.first - 1); {
		case before == text.OpenQuote || before == text.Colon || d.Lower(f.first-1) == `"` || d.Lower(f.first-1) == "'" || before == text.NFP || before == text.OpenBracket:
		case f.bound != "eq":
		default:
			return true
		}
	}
	if d.Tokens[f.first].Is(text.Digit) && f.end == f.first+1 && f.bound == "eq" && f.first > s.First+1 && isCapital(d, f.first-1) && d.Tag(f.first-1).IsProper() && !title {
		return !countsBehind(d, f.end) && !d.Tag(f.end).IsNoun() && !isMonth(d, f.first-1) && f.low < 5000 && d.Tag(f.end) != text.VBN && !strings.Contains(d.Lower(f.first), ".") && !strings.Contains(d.Lower(f.first), ",")
	}
	return false
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

// isGlued says whether the digits are part of a longer word: "COVID-19", "5G", "A-10", "3D".
func isGlued(d *text.Document, f *figure) bool {
	if isHyphen(d, f.first-1) && d.Tokens[f.first-2].Is(text.Alpha) && f.bound == "eq" && (f.kind == "count" || f.kind == "distance") {
		return true
	}
	if glued(d, f.first) && f.first > 0 && (d.Tokens[f.first-1].Is(text.Alpha) || d.Lower(f.first-1) == "/" || d.Lower(f.first-1) == "." && d.Tokens[f.first].Is(text.Digit)) && f.kind == "count" {
		return true
	}
	return f.kind == "count" && glued(d, f.end) && d.Tokens[f.end].Is(text.Alpha) && d.Tokens[f.end-1].Is(text.Digit) && !strings.HasPrefix(d.Lower(f.end), "'") ||
		f.kind == "count" && f.noun == 0 && isHyphen(d, f.end) && d.Tokens[f.end+1].Is(text.Alpha) && d.Lower(f.end+1) != "strong"
}

// isYear says whether a bare number of four digits is a year: 1500 to 2100 without a group mark, hedge or plural person behind.
func isYear(d *text.Document, f *figure) bool {
	if f.isRange && f.low >= 1500 && f.high <= 2100 && f.low == math.Trunc(f.low) && len(d.Lower(f.first)) == 4 && !countsBehind(d, f.end) {
		return true
	}
	if f.end != f.first+1 || len(d.Lower(f.first)) != 4 || !d.Tokens[f.first].Is(text.Digit) || f.low < 1500 || f.low > 2100 || f.bound == "gt" || f.bound == "ge" || f.bound == "lt" {
		return false
	}
	if d.Tag(f.end) != text.NNS {
		return true
	}
	switch d.Lower(f.first - 1) {
	case "the", "in", "of", "since", "from", "by", "until", "during", "its", "their", "his", "her", "'s", "before", "after", "for", "this":
		return true
	}
	return isCapital(d, f.first-1)
}

// isOrdinalLike says whether a number numbers a thing: "number 5", "chapter 3", "page 12", or is the number of a list item.
func isOrdinalLike(d *text.Document, f *figure) bool {
	if f.end > f.first+1 && !f.isRange {
		return false
	}
	switch d.Lower(f.first - 1) {
	case "number", "numbers", "chapter", "page", "section", "article", "paragraph", "line", "part", "phase", "level", "grade", "route", "flight", "highway", "exit", "channel", "version", "step", "tier", "category", "type", "stage", "week", "game", "round", "row", "gate", "room", "ranked", "episode", "season", "aged", "flights", "routes", "highways", "sections", "articles", "chapters", "pages", "rooms", "region", "day", "year":
		return d.Tag(f.end) != text.NNS
	}
	if aircraft[d.Lower(f.first)] && d.Tag(f.end) != text.NNS && f.bound == "eq" {
		return true
	}
	s := d.Sentences[d.Tokens[f.first].Sentence]
	if f.first == s.First && s.End == f.end+1 && d.Lower(f.end) == "." || f.first == s.First && s.End == f.end && !s.Heading {
		return true
	}
	return d.Lower(f.first-1) == "the" && !d.Tag(f.end).IsNoun() && !countsBehind(d, f.end) && d.Tokens[f.first].Is(text.Alpha) && !isHyphen(d, f.end) && d.Tag(f.end) != text.VBN
}

// aircraft are numbers that stand for a model of aircraft by themselves: "the 747 landed".
var aircraft = wordSet("707 727 737 747 757 767 777 787")

// mayCountOne says whether "one" may be a number: before a noun and no pronoun or article by itself. Whether it is one is decided when its clause is known (drop).
func (r *reader) mayCountOne(f *figure) bool {
	d := r.doc
	if d.Lower(f.first-1) == "no" || d.Lower(f.first-1) == "the" || d.Lower(f.first-1) == "this" || d.Lower(f.first-1) == "that" || d.Lower(f.first-1) == "any" || d.Lower(f.first-1) == "every" {
		return false
	}
	return d.Tag(f.end).IsNoun() || d.Tag(f.end).IsAdjective() || d.Tag(f.end) == text.VBN || d.Lower(f.end) == "of"
}

// drop removes what turned out to be none: "one" that counts nobody taken, freed or hurt, and numbers that nothing supports.
func (r *reader) drop(tr *rule.Trace) {
	keep := make([]int, len(r.figures)) // new number of each figure, -1 when dropped
	kept := r.figures[:0]
	for i := range r.figures {
		f := r.figures[i]
		keep[i] = len(kept)
		if why := r.unsupported(&f); why != "" {
			tr.Lost("figures", f.rule, r.doc.SpanOf(f.first, f.end), why)
			keep[i] = -1
			continue
		}
		kept = append(kept, f)
	}
	for i := range kept {
		if w := kept[i].whole; w >= 0 {
			kept[i].whole = keep[w]
		}
		if s := kept[i].same; s >= 0 {
			kept[i].same = keep[s]
		}
	}
	r.figures = kept
}

func (r *reader) unsupported(f *figure) string {
	if f.kind != "count" || f.low != 1 || f.high != 1 || r.doc.Lower(f.first) != "one" || f.bound != "eq" {
		return ""
	}
	if onlyBefore[r.doc.Lower(f.first-1)] {
		return ""
	}
	switch schema.MeasureGroup(f.measure) {
	case "custody", "captivity", "freedom", "harm", "votes":
		if r.doc.Lower(f.end) != "of" {
			return ""
		}
	}
	return "one as pronoun or article"
}

var onlyBefore = wordSet("only exactly")
