package figures

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// relate ties the figures to one another: the same amount again, parts of a whole, and what a number without words counts.
func (r *reader) relate() {
	for i := range r.figures {
		r.restates(i)
		r.partOf(i)
	}
	for range 2 { // a whole may stand behind its part, and a part be a whole itself
		for i := range r.figures {
			f := &r.figures[i]
			if f.whole >= 0 {
				f.inheritPart(&r.figures[f.whole], r)
			}
		}
	}
	for i := range r.figures {
		r.imply(i)
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

// partOf finds the whole of figure i.
func (r *reader) partOf(i int) {
	f, d := &r.figures[i], r.doc
	if f.kind != "count" && f.kind != "money" || f.whole >= 0 || f.same >= 0 {
		return
	}
	s := d.Sentences[d.Tokens[f.first].Sentence]
	switch next := d.Lower(f.after + 1); {
	case d.Lower(f.after) == "of" && (next == "whom" || next == "which" || next == "them"):
		f.whole = r.wholeBefore(i, f.first, 3)
		return
	case d.Lower(f.after) == "of" && i+1 < len(r.figures) && r.beginsBehindOf(i+1, f.after) && r.fits(i+1, i):
		f.whole = i + 1
		return
	case d.Lower(f.after) == "of" && (next == "the" || next == "these" || next == "those"):
		f.whole = r.sameNounBefore(i)
		return
	}
	if i > 0 && d.Lower(f.before-1) == "among" && r.fits(i, i-1) && r.figures[i-1].first >= s.First && r.figures[i-1].whole < 0 && !r.verbBetween(i-1, i) {
		r.figures[i-1].whole = i
		return
	}
	if cue, ok := r.partCue(f, s.First); ok {
		f.whole = r.wholeBefore(i, cue, 1)
		return
	}
	if verb, ok := r.listVerb(f, s.First); ok {
		f.whole = r.wholeBefore(i, verb, 8)
		return
	}
	f.whole = r.openedWhole(i, s.First)
	if i > 0 && d.Lower(f.before-1) == "with" && !f.object.named() && r.figures[i-1].first >= s.First && r.fits(i-1, i) {
		f.whole = i - 1
	}
}

// verbBetween says whether a finite verb stands between two figures.
func (r *reader) verbBetween(i, j int) bool {
	for k := r.figures[i].after; k < r.figures[j].before; k++ {
		if r.doc.Tag(k).IsFinite() {
			return true
		}
	}
	return false
}

// openedWhole is the figure that opens the sentence with "Of": "Of the 58 survivors, nine were minors and 12 were women."
func (r *reader) openedWhole(i, from int) int {
	d := r.doc
	for w := i - 1; w >= 0 && r.figures[w].first >= from; w-- {
		of := r.figures[w].before - 1
		if d.Tag(of) == text.DT {
			of--
		}
		if of >= from && d.Lower(of) == "of" && r.opensWith(of) && r.fits(w, i) && (!r.figures[i].object.named() || r.figures[i].class == "person") {
			return w
		}
	}
	return -1
}

// opensWith says whether token k opens its sentence or stands behind a comma.
func (r *reader) opensWith(k int) bool {
	s := r.doc.Sentences[r.doc.Tokens[k].Sentence]
	return k == s.First || r.doc.Lower(k-1) == "," || r.doc.Tag(k-1) == text.OpenQuote
}

// beginsBehindOf says whether figure i begins behind "of [the]" at token k: "three of the 12 suspects".
func (r *reader) beginsBehindOf(i, k int) bool {
	return skipOf(r.doc, k) == r.figures[i].before || skipOf(r.doc, k) == r.figures[i].first
}

// fits says whether figure part can be a part of figure whole: of one kind, and not more.
func (r *reader) fits(whole, part int) bool {
	w, p := &r.figures[whole], &r.figures[part]
	if w.kind != p.kind || w.low < p.low || w.kind == "money" && w.unit != p.unit {
		return false
	}
	if w.kind == "money" || !p.object.named() {
		return true
	}
	a, b := w.class, p.class
	if !w.object.named() && schemaPersons(w.measure) {
		a = "person"
	}
	return a == b && a != "other" || w.object.lemma == p.object.lemma
}

// schemaPersons says whether a measure counts people.
func schemaPersons(measure string) bool {
	switch schema.MeasureGroup(measure) {
	case "custody", "captivity", "freedom", "harm", "people":
		return true
	}
	return false
}

// wholeBefore is the nearest figure before token k, at most a number of sentences up, that figure i can be a part of; -1 for none.
func (r *reader) wholeBefore(i, k, sentences int) int {
	at := r.doc.Tokens[r.figures[i].first].Sentence
	for w := i - 1; w >= 0 && w > i-maxReach; w-- {
		g := &r.figures[w]
		if at-r.doc.Tokens[g.first].Sentence >= sentences {
			return -1
		}
		if g.end <= k && r.fits(w, i) && g.low > 0 {
			return w
		}
	}
	return -1
}

// sameNounBefore is the nearest figure before figure i that counts the same noun and is no less: "25 defendants … 23 of the defendants".
func (r *reader) sameNounBefore(i int) int {
	f := &r.figures[i]
	at := r.doc.Tokens[f.first].Sentence
	for w := i - 1; w >= 0 && w > i-maxReach && at-r.doc.Tokens[r.figures[w].first].Sentence <= 6; w-- {
		if g := &r.figures[w]; g.object.lemma != "" && g.object.lemma == f.object.lemma && r.fits(w, i) && g.low > f.low {
			return w
		}
	}
	return -1
}

// partCue looks back from the figure, over the list that it stands in, for words that open parts: "including", "among them".
func (r *reader) partCue(f *figure, from int) (int, bool) {
	d := r.doc
	for k := f.before - 1; k >= from && k > f.before-maxReach; k-- {
		switch w := d.Lower(k); {
		case w == ")":
			for k > from && d.Lower(k) != "(" {
				k--
			}
		case w == "including" || w == "include" && d.Lower(k-1) == "which" || w == "comprising" || w == "them" && d.Lower(k-1) == "among" || w == "whom" && (d.Lower(k-1) == "of" || d.Lower(k-1) == "among") || w == "these" && d.Lower(k-1) == "of" || w == "those" && d.Lower(k-1) == "of":
			return k, true
		case d.Tag(k).IsFinite() && d.Tag(k-1) != text.WP && d.Tag(k-1) != text.WDT, d.Tag(k) == text.VBG && !noVerbs[w]:
			return 0, false
		case w == ";" || w == ":":
			return 0, false
		}
	}
	return 0, false
}

var noVerbs = wordSet("including following according")

// listVerb looks back for "included", "comprise" with a definite subject: "The detainees included 200 …, 270 …".
func (r *reader) listVerb(f *figure, from int) (int, bool) {
	d := r.doc
	for k := f.before - 1; k >= from && k > f.before-maxReach; k-- {
		if d.Lower(k) == ")" {
			for k > from && d.Lower(k) != "(" {
				k--
			}
			continue
		}
		if !d.Tag(k).IsVerb() {
			continue
		}
		if l := model.Lemma(d.Lower(k), d.Tag(k)); l != "include" && l != "comprise" {
			return 0, false
		}
		p, ok := model.Subject(d, k)
		if !ok {
			if p, ok = model.NounPhrase(d, k-1); !ok {
				return 0, false
			}
		}
		switch d.Lower(p.First) {
		case "the", "those", "these", "they", "them", "all", "who", "which", "that", "victims", "detainees", "suspects", "casualties":
			return k, true
		}
		return 0, false
	}
	return 0, false
}

// inheritPart takes over what the part does not say itself.
func (f *figure) inheritPart(whole *figure, r *reader) {
	f.inherit(whole)
	if f.measure == "" || f.measure == "victims" && whole.measure != "" {
		f.measure = whole.measure
	}
	if !f.object.named() && f.kind == "count" {
		r.takeObject(f, whole)
	}
	if f.kind == "money" && !f.object.named() {
		f.object = whole.object
	}
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
	link, next := d.Lower(f.before-1), d.Tag(f.after)
	if link != "and" && link != "," && link != "or" && !(link == "to" && g.measure == "votes") || next != text.IN && next != text.Comma && next != text.Stop && next != text.CC {
		return false
	}
	r.takeObject(f, g)
	if f.measure == "" {
		f.measure = g.measure
	}
	return true
}

var parents = wordSet("mother father parent parents dad mum mom mother-of father-of")

// takeObject lets a bare number count what another counts; the predicate may restrict it ("nine were minors").
func (r *reader) takeObject(f, other *figure) {
	f.object = object{other.object.first, other.object.end, other.object.head, other.object.lemma, f.object.after}
	f.unit, f.class = other.unit, other.class
	if f.group.ObjectGroup == "" {
		f.group.ObjectGroup = other.group.ObjectGroup
	}
	r.readPredicate(f, f.after)
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

// imply gives a number without words what it counts: what the figure before it in the sentence counts ("killing six civilians and wounding 120"),
// else people, where its measure is one of people.
func (r *reader) imply(i int) {
	f := &r.figures[i]
	if f.kind == "count" && !f.object.named() && f.unit == "" && i > 0 && r.doc.Lower(f.after) == "more" && r.figures[i-1].kind == "count" && r.figures[i-1].object.named() && r.doc.Tokens[r.figures[i-1].first].Sentence == r.doc.Tokens[f.first].Sentence {
		g := &r.figures[i-1] // "40 people were hurt and 20 more are missing"
		r.takeObject(f, g)
		if f.measure == "" {
			f.measure = g.measure
		}
		return
	}
	if f.kind == "count" && !f.object.named() && f.unit == "" && r.doc.Lower(f.before-1) == "of" && parents[r.doc.Lower(f.before-2)] {
		f.unit, f.class, f.measure = "child", "person", ""
		return
	}
	if r.elided(i) {
		return
	}
	if f.kind != "count" || f.object.named() || f.unit != "" || !schemaPersons(f.measure) {
		return
	}
	f.unit, f.class = "person", "person"
	if i == 0 {
		return
	}
	if g := &r.figures[i-1]; g.kind == "count" && g.class == "person" && g.object.named() && g.object.first > g.first && r.doc.Tokens[g.first].Sentence == r.doc.Tokens[f.first].Sentence && f.low > 1 {
		r.takeObject(f, g)
	}
}
