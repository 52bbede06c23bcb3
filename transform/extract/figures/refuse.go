package figures

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// refusals say why a number that a rule read is no figure; the first that holds is given to the trace.
var refusals = []struct {
	why   string
	holds func(r *reader, f *figure) bool
}{
	{"no amount", func(_ *reader, f *figure) bool { return f.none }},
	{"part of a time expression", (*reader).isDated},
	{"a time relative to another", (*reader).isRelative},
	{"some day", (*reader).isSomeDay},
	{"part of a name", (*reader).isInName},
	{"part of a word", (*reader).isGlued},
	{"part of an address", (*reader).isInAddress},
	{"zero as a word", (*reader).isZeroWord},
	{"a year", (*reader).isYear},
	{"numbers a thing", (*reader).numbersThing},
	{"one as pronoun or article", (*reader).isPronounOne},
}

// refuses says why a number is no figure, "" when it is one.
func (r *reader) refuses(f *figure) string {
	for _, x := range refusals {
		if x.holds(r, f) {
			return x.why
		}
	}
	return ""
}

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

// isDated says whether a number that may be part of a date stands inside a time expression; amounts with another unit never are.
func (r *reader) isDated(f *figure) bool {
	if f.kind != "count" && f.kind != "duration" && f.kind != "ratio" {
		return false
	}
	for k := f.first; k < f.end; k++ {
		if r.dated[k] {
			return true
		}
	}
	return false
}

// isRelative says whether a duration only places something in time: "two years ago", "three days later".
func (r *reader) isRelative(f *figure) bool {
	if f.kind != "duration" {
		return false
	}
	switch d := r.doc; d.Lower(f.after) {
	case "ago", "later", "earlier", "hence", "previously", "beforehand", "afterwards":
		return true
	case "from":
		return d.Lower(f.after+1) == "now" || d.Lower(f.after+1) == "today"
	case "after", "before":
		return f.low == 1 && f.high == 1 && f.unit == "day"
	}
	return false
}

// isSomeDay says whether "one day" means some day: no word before it makes it a length.
func (r *reader) isSomeDay(f *figure) bool {
	return f.unit == "day" && f.isBareOne(r.doc) && !spanning[r.doc.Lower(f.first-1)] && !isHyphen(r.doc, f.first+1)
}

// spanning are words before "one day" that make it a length.
var spanning = wordSet("for in within only just after lasted took lasts takes every exactly and or least")

// isBareOne says whether the number is the word "one" without a bound.
func (f *figure) isBareOne(d *text.Document) bool {
	return f.low == 1 && f.high == 1 && d.Lower(f.first) == "one" && f.bound == "eq"
}

// isPronounOne says whether "one" cannot count: it stands for a noun or behind words that make it a pronoun. Whether it does count is decided when its
// clause is known (drop).
func (r *reader) isPronounOne(f *figure) bool {
	d := r.doc
	if f.kind != "count" || !f.isBareOne(d) {
		return false
	}
	switch d.Lower(f.first - 1) {
	case "no", "the", "this", "that", "any", "every":
		return true
	}
	t := d.Tag(f.end)
	return !t.IsNoun() && !t.IsAdjective() && t != text.VBN && d.Lower(f.end) != "of"
}

// isZeroWord says whether "zero" counts nothing: "ground zero", "zero tolerance".
func (r *reader) isZeroWord(f *figure) bool {
	d := r.doc
	return f.kind == "count" && d.Lower(f.first) == "zero" && (d.Lower(f.end) == "of" || !countsBehind(d, f.end))
}

// drop removes each "one" that counts nobody taken, freed or hurt.
func (r *reader) drop(tr *rule.Trace) {
	keep := make([]int, len(r.figures)) // new number of each figure, -1 when dropped
	kept := r.figures[:0]
	for i := range r.figures {
		f := r.figures[i]
		keep[i] = len(kept)
		if r.isArticleOne(&f) {
			tr.Lost("figures", f.rule, r.doc.SpanOf(f.first, f.end), "one as pronoun or article")
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

// isArticleOne says whether a bare "one" is no more than an article: it counts neither people taken, freed or hurt nor votes, and "only" does not stress it.
func (r *reader) isArticleOne(f *figure) bool {
	if f.kind != "count" || !f.isBareOne(r.doc) {
		return false
	}
	switch r.doc.Lower(f.first - 1) {
	case "only", "exactly":
		return false
	case "of", "in", "from", "by", "with", "to":
		return true
	}
	switch schema.MeasureGroup(f.measure) {
	case "custody", "captivity", "freedom", "harm", "votes":
		return r.doc.Lower(f.end) == "of"
	}
	return true
}

// isInAddress says whether a number stands in a web address that spaces broke: back to "http" or "www" no two words follow each other without a sign
// between them, "www. example. com / 2019 / 02".
func (r *reader) isInAddress(f *figure) bool {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k := f.first - 1; k >= s.First && k > f.first-maxAddress; k-- {
		switch d.Lower(k) {
		case "http", "https", "www":
			return true
		}
		if isAlnum(&d.Tokens[k]) && isAlnum(&d.Tokens[k+1]) {
			return false
		}
	}
	return false
}

// maxAddress is the most tokens of a broken address: three for each of its words.
const maxAddress = 100

func isAlnum(t *text.Token) bool { return t.Is(text.Alpha) || t.Is(text.Digit) }
