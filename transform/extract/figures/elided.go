package figures

import (
	"github.com/newsledger/newsledger/transform/text"
)

// imply gives a number without words what it counts: children of a parent, what the number before it in the sentence counts ("killing six
// civilians and wounding 120"), else people, where its measure is one of people.
func (r *reader) imply(i int) {
	f := &r.figures[i]
	switch {
	case f.kind != "count" || f.object.named() || f.unit != "":
	case r.doc.Lower(f.before-1) == "of" && parents[r.doc.Lower(f.before-2)]:
		f.unit, f.class, f.measure = "child", "person", ""
	case r.elided(i):
	case schemaPersons(f.measure):
		f.unit, f.class = "person", "person"
		if i > 0 && f.low > 1 && r.sharesNoun(&r.figures[i-1], f) {
			r.takeObject(f, &r.figures[i-1])
		}
	}
}

// sharesNoun says whether people that f counts may be those that g names before it in the sentence.
func (r *reader) sharesNoun(g, f *figure) bool {
	same := r.doc.Tokens[g.first].Sentence == r.doc.Tokens[f.first].Sentence
	return same && g.kind == "count" && g.class == "person" && g.object.named() && g.object.first > g.first
}

// elided lets a bare number in a list count what the one before it counts: "120,000 people are held in one country and 100,000 in another".
func (r *reader) elided(i int) bool {
	f, d := &r.figures[i], r.doc
	if i == 0 || f.kind != "count" || f.object.named() || f.unit != "" || f.whole >= 0 {
		return false
	}
	g := &r.figures[i-1]
	if g.kind != "count" || g.unit == "" || d.Tokens[g.first].Sentence != d.Tokens[f.first].Sentence {
		return false
	}
	switch link := d.Lower(f.before - 1); {
	case d.Lower(f.after) == "more": // "40 people were hurt and 20 more are missing"
	case link == "to" && g.measure == "votes":
	case (link == "and" || link == "," || link == "or") && endsItem(d.Tag(f.after)):
	default:
		return false
	}
	r.takeObject(f, g)
	if f.measure == "" {
		f.measure = g.measure
	}
	return true
}

// endsItem says whether a word with tag t behind a number can end an item of a list: a preposition, a comma, a full stop, "and".
func endsItem(t text.Tag) bool {
	return t == text.IN || t == text.Comma || t == text.Stop || t == text.CC
}

// parents are words before "of four" that make it four children.
var parents = wordSet("mother father parent parents dad mum mom")

// takeObject lets a bare number count what another counts; the predicate may restrict it ("nine were minors").
func (r *reader) takeObject(f, other *figure) {
	f.object = object{other.object.first, other.object.end, other.object.head, other.object.lemma, f.object.after}
	f.unit, f.class = other.unit, other.class
	if f.group.ObjectGroup == "" {
		f.group.ObjectGroup = other.group.ObjectGroup
	}
	r.readPredicate(f, f.object.after)
}

// readPredicate reads the group that the words behind the counted say: "nine were minors", "606 of them women", "1,028 were Vietnamese".
func (r *reader) readPredicate(f *figure, k int) {
	d := r.doc
	if w := d.Lower(k + 1); d.Lower(k) == "of" && (w == "them" || w == "whom" || w == "these" || w == "those") {
		k += 2
	}
	verb := d.Lower(k) == "were" || d.Lower(k) == "are" || d.Lower(k) == "was" || d.Lower(k) == "is"
	if verb {
		k++
	} else if k == f.after {
		return
	}
	next := d.Tag(k + 1)
	if next.IsNoun() && !next.IsProper() {
		return // "were Chinese companies"
	}
	if g, ok := groupNouns[lemmaOf(d, k)]; ok && d.Tag(k) != text.VBN {
		f.setSexAge(g)
		f.group.ObjectGroup = d.Word(k)
	} else if end, country, ok := demonymAt(d, k); ok {
		f.group.GroupCountry, f.group.ObjectGroup = country, d.Slice(k, end)
	}
}

// restates ties "$900,000" in "30 million baht ($900,000)" to the amount before the bracket.
func (r *reader) restates(i int) {
	if i == 0 {
		return
	}
	f, g, d := &r.figures[i], &r.figures[i-1], r.doc
	if f.kind != g.kind || f.unit == g.unit || f.kind == "count" || f.kind == "ratio" || f.kind == "percent" || d.Lower(f.before-1) != "(" {
		return
	}
	if f.before-1-g.after > 3 { // "40 million shekels a year ($11 million)"
		return
	}
	f.same = i - 1
	if !f.object.named() || g.object.named() && f.object.first < f.first {
		f.object = g.object
	}
	if !g.object.named() {
		g.object = f.object
	}
	if g.measure == "" {
		g.measure = f.measure
	}
	f.measure, f.period, f.change = g.measure, g.period, g.change
	if f.bound == "eq" && !g.isRange && !g.vague && !f.isRange { // what bounds the one bounds the other
		f.bound, f.hedge = g.bound, g.hedge
	}
}
