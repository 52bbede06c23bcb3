package figures

import (
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// object is the noun phrase that a number counts or values.
type object struct {
	first, end int // tokens of its words; equal when nothing is named
	head       int // token of the head noun
	lemma      string
	after      int // token behind the phrase, also of a number without one
}

func (o object) words(d *text.Document) string { return strings.TrimSpace(d.Slice(o.first, o.end)) }

func (o object) named() bool { return o.end > o.first }

// objectOf finds what f counts or values.
func (r *reader) objectOf(f *figure) object {
	d := r.doc
	none := object{after: f.after}
	limit := d.Sentences[d.Tokens[f.first].Sentence].End
	switch f.kind {
	case "count":
		return r.countedBy(f, limit)
	case "money":
		return r.valuedBy(f, limit)
	case "percent", "ratio":
		return r.sharedBy(f, limit)
	case "duration", "age", "distance", "area", "weight", "speed", "temperature", "other":
		if k := f.after; isHyphen(d, f.end-1) || d.Lower(k) == "of" || d.Tag(k).IsNoun() || d.Tag(k).IsAdjective() || d.Lower(k) == "in" && f.kind == "duration" {
			if d.Lower(k) == "in" {
				k++
			}
			if o, ok := phraseAt(d, skipOf(d, k), limit); ok && !d.Tag(o.head).IsProper() && o.lemma != "time" {
				return o
			}
		}
		if k := f.before - 1; f.kind == "duration" && lasting[model.Lemma(d.Lower(k), d.Tag(k))] {
			if p, ok := model.Subject(d, k); ok {
				return over(d, p.First, p.Head, f.after)
			}
		}
	}
	return none
}

// sharedBy finds what a percentage or ratio is of: "40% of voters", "a 5 per cent penalty", "a 10 per cent rise in prices"; else the subject of a change.
func (r *reader) sharedBy(f *figure, limit int) object {
	d, k := r.doc, f.after
	if d.Lower(k) == "of" || f.kind == "ratio" {
		if o, ok := phraseAt(d, skipOf(d, k), limit); ok {
			return o
		}
		if d.Lower(k) == "of" {
			return object{after: k}
		}
	}
	if changeNoun(lemmaOf(d, k)) != "" && d.Lower(k+1) == "in" {
		if o, ok := phraseAt(d, skipOf(d, k+2), limit); ok {
			return o
		}
	}
	if o, ok := phraseAt(d, k, limit); ok && !d.Tag(o.head).IsProper() {
		return o
	}
	return r.subjectPhrase(f, object{after: k})
}

var lasting = wordSet("last take continue run")

// countedBy finds the noun phrase behind a count: "scam centres", "of its citizens", and the noun inside "15-member".
func (r *reader) countedBy(f *figure, limit int) object {
	d := r.doc
	if f.noun > 0 {
		return object{f.noun, f.noun + 1, f.noun, lemmaOf(d, f.noun), f.noun + 1}
	}
	k := f.after
	if isHyphen(d, k) && d.Lower(k+1) == "strong" {
		k += 2
	}
	if w := d.Lower(k); w == "more" && !tagIn(d, k+1).IsNoun() && !tagIn(d, k+1).IsAdjective() {
		return object{after: k + 1}
	}
	if o, ok := phraseAt(d, k, limit); ok {
		return o
	}
	if d.Lower(k) == "of" {
		if o, ok := phraseAt(d, skipOf(d, k), limit); ok {
			return o
		}
	}
	return r.numberOf(f)
}

// numberOf finds what a number without a noun counts where "the number of …" stands before it in its sentence: "The number of cases rose to 18".
func (r *reader) numberOf(f *figure) object {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k := f.before - 1; k > s.First && k > f.before-maxReach && d.Lower(k) != ";"; k-- {
		if d.Lower(k) != "of" || d.Lower(k-1) != "number" && d.Lower(k-1) != "numbers" {
			continue
		}
		if o, ok := phraseAt(d, skipOf(d, k), f.before); ok {
			o.after = f.after
			return o
		}
	}
	return object{after: f.after}
}

// skipOf skips "of" and the determiners behind it.
func skipOf(d *text.Document, k int) int {
	if d.Lower(k) == "of" {
		k++
	}
	for t := d.Tag(k); t == text.DT || t == text.PRPS || t == text.PDT; t = d.Tag(k) {
		k++
	}
	return k
}

// phraseAt reads the counted phrase that begins at token i: modifiers and nouns up to the head. A demonym or "others" may stand alone.
func phraseAt(d *text.Document, i, limit int) (object, bool) {
	head, k := -1, i
	for ; k < limit && k < i+maxPhrase; k++ {
		t := tagIn(d, k)
		switch {
		case head < 0 && (weekdays[d.Lower(k)] || isMonth(d, k)):
			return object{after: i}, false
		case head < 0 && stateWords[d.Lower(k)] != "" && !nounSoon(d, k+1):
			return object{after: i}, false
		case t.IsNoun() || isAloneNoun(d, k, i):
			if head >= 0 && endsAt(d, head, k) {
				return objectOver(d, i, head, k)
			}
			head = k
		case head >= 0 && d.Tag(head).IsProper() && t.IsAdjective() && nounSoon(d, k+1): // "West Bank first aid stations"
		case head < 0 && (modifier(d, k, t) || k == i && t == text.VBD && strings.HasSuffix(d.Lower(k), "ed") && pluralAfter(d, k+1)):
		case isHyphen(d, k):
		case t == text.Hyphen && head < 0:
		case t == text.POS && head >= 0:
		case head >= 0 && isHyphen(d, k-1): // "asylum-seeking"
			head = k
		default:
			return objectOver(d, i, head, k)
		}
	}
	return objectOver(d, i, head, k)
}

// maxPhrase is the most tokens of a counted phrase: longer ones are mistakes of the tagger.
const maxPhrase = 12

func objectOver(d *text.Document, first, head, next int) (object, bool) {
	if head < 0 {
		return object{after: next}, false
	}
	for first < head && (d.Lower(first) == "more" || d.Lower(first) == "other" || d.Lower(first) == "such" || d.Tokens[first].Is(text.Punct)) && first+1 <= head {
		first++
	}
	return object{first, head + 1, head, lemmaOf(d, head), head + 1}, true
}

// modifier says whether token k can stand before the head: adjectives, participles that a noun follows, adverbs before these, quotation marks.
func modifier(d *text.Document, k int, t text.Tag) bool {
	switch {
	case t.IsAdjective(), t == text.OpenQuote, t == text.CloseQuote && k > 0, t == text.AFX:
		return true
	case t == text.VBN || t == text.VBG:
		return nounSoon(d, k+1)
	case t == text.RB || t == text.RBS || t == text.RBR:
		next := d.Tag(k + 1)
		return next.IsAdjective() || (next == text.VBN || next == text.VBG) && nounSoon(d, k+2)
	case t == text.CC && (d.Lower(k) == "and" || d.Lower(k) == "or") || t == text.Comma:
		return d.Tag(k-1).IsAdjective() && (d.Tag(k+1).IsAdjective() || d.Tag(k+1).IsNoun() && t == text.CC) && nounSoon(d, k+2)
	case t == text.CD:
		return isHyphen(d, k+1) && nounSoon(d, k+2)
	}
	return false
}

// pluralAfter says whether a plural noun follows, adjectives between: a past tense before it is a participle that the tagger mistook ("59 recommended changes").
func pluralAfter(d *text.Document, k int) bool {
	for d.Tag(k).IsAdjective() || d.Tag(k) == text.NN {
		k++
	}
	return d.Tag(k) == text.NNS
}

// nounSoon says whether a noun follows within a few modifiers.
func nounSoon(d *text.Document, k int) bool {
	for n := k; n < k+4 && n < len(d.Tokens); n++ {
		switch t := tagIn(d, n); {
		case t.IsNoun():
			return true
		case !t.IsAdjective() && t != text.VBN && t != text.VBG && t != text.CC && !isHyphen(d, n):
			return false
		}
	}
	return false
}

// endsAt says whether a phrase with the noun at head ends before the noun at k: a plural common noun takes no name behind ("people Friday").
func endsAt(d *text.Document, head, k int) bool {
	if isMonth(d, k) || weekdays[d.Lower(k)] {
		return true
	}
	if isHyphen(d, k-1) {
		return false
	}
	return d.Tag(head) == text.NNS && (d.Tag(k).IsProper() && !d.Tokens[head].Is(text.Capital)) || otherNouns[d.Lower(head)]
}

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight overnight")

var otherNouns = wordSet("people others")

// isAloneNoun says whether token k, tagged as an adjective, is the head by itself: a people ("200 Vietnamese,") or "others".
func isAloneNoun(d *text.Document, k, first int) bool {
	if d.Lower(k) == "others" {
		return true
	}
	if _, _, ok := demonymAt(d, k); !ok {
		return false
	}
	next := tagIn(d, k+1)
	return !next.IsNoun() && !next.IsAdjective() && !isHyphen(d, k+1) && !(next == text.VBN && nounSoon(d, k+2) && d.Tag(k+2).IsNoun()) && next != text.CD && next != text.VBG
}

// tagIn is the tag of token k, but in a headline a participle with a capital is one ("21 Schoolgirls Abducted").
func tagIn(d *text.Document, k int) text.Tag {
	t := d.Tag(k)
	if t.IsNoun() && d.Tokens[k].Is(text.Punct) && d.Tokens[k].Lower[0] != '#' {
		return text.SYM // a pictograph
	}
	if !t.IsNoun() || !isCapital(d, k) {
		return t
	}
	w := d.Lower(k)
	if !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "en") {
		return t
	}
	if _, known := measureVerbs[model.Lemma(w, text.VBN)]; known {
		return text.VBN
	}
	return t
}

// extend takes "of" and its noun phrase behind the object into its words ("members of the coast guard"), of money also "for" ("funding for schools").
func (r *reader) extend(f *figure) {
	d, o := r.doc, &f.object
	if !o.named() || o.end != o.head+1 || o.first < f.first && f.kind == "count" {
		return
	}
	w := d.Lower(o.end)
	population := w == "in" && o.lemma == "population"
	if w != "of" && !population && !(w == "for" && f.kind == "money" && o.first > f.first) {
		return
	}
	p, ok := model.NounPhrase(d, o.end+1)
	if !ok || p.First > o.end+1 || p.Head >= d.Sentences[d.Tokens[f.first].Sentence].End || p.Head-o.end > maxPhrase {
		return
	}
	for k := o.end; k <= p.Head; k++ {
		if d.Tokens[k].Is(text.Digit) || d.Tag(k) == text.CD || d.Tag(k) == text.Dollar || d.Tag(k) == text.PRP {
			return
		}
	}
	o.end = p.Head + 1
}

// lemmaOf is the singular of the noun at token k; people of a nation are persons.
func lemmaOf(d *text.Document, k int) string {
	w := d.Lower(k)
	switch w {
	case "people", "others", "other", "persons", "folks":
		return "person"
	}
	if _, _, ok := demonymAt(d, k); ok {
		return "person"
	}
	if end, _, ok := demonymAt(d, k-1); ok && end == k+1 { // "South Koreans"
		return "person"
	}
	t := d.Tag(k)
	if t == text.NNPS || t.IsProper() && strings.HasSuffix(w, "s") {
		t = text.NNS
	}
	if l, ok := irregular[w]; ok {
		return l
	}
	l := model.Lemma(w, t)
	if l == w && t != text.NN && strings.HasSuffix(w, "s") && classes[strings.TrimSuffix(w, "s")] != "" {
		return strings.TrimSuffix(w, "s")
	}
	return l
}

var irregular = map[string]string{"troops": "troop", "men": "man", "women": "woman", "children": "child", "personnel": "personnel", "staff": "staff", "police": "police", "crew": "crew"}

// classes maps nouns to count_class.
var classes = lexicon.Read("count_classes.tsv").Map("class")

// isCountable says whether token i is a noun that may be counted behind a hyphen ("15-member").
func isCountable(d *text.Document, i int) bool {
	w := d.Lower(i)
	return len(w) > 2 && (hyphenNouns[w] || classes[w] == "person" && personHyphen[w] || classes[w] == "country")
}

var hyphenNouns = wordSet("page seat room bed storey story member nation country hectare point")

var personHyphen = wordSet("member man person judge woman people")
