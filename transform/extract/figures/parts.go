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

// partOf finds the whole of figure i, or makes it the whole of the figure before it ("119 Thais among 230 foreigners").
func (r *reader) partOf(i int) {
	f, d := &r.figures[i], r.doc
	if f.kind != "count" && f.kind != "money" || f.whole >= 0 || f.same >= 0 {
		return
	}
	from := d.Sentences[d.Tokens[f.first].Sentence].First
	before := i > 0 && r.figures[i-1].first >= from // a figure before it in the sentence
	switch {
	case d.Lower(f.after) == "of" && r.ofWhole(i):
	case before && d.Lower(f.before-1) == "among" && r.fits(i, i-1) && r.figures[i-1].whole < 0 && !r.verbBetween(i-1, i):
		r.figures[i-1].whole = i
	case r.listedIn(i, from):
	case before && d.Lower(f.before-1) == "with" && !f.object.named() && r.fits(i-1, i): // "1,000 citizens, with 67 rescued in May"
		f.whole = i - 1
	default:
		f.whole = r.openedWhole(i, from)
	}
}

// ofWhole ties figure i to the whole behind its "of": "five of whom", "three of the 12 suspects", "23 of the defendants".
func (r *reader) ofWhole(i int) bool {
	f, d := &r.figures[i], r.doc
	switch d.Lower(f.after + 1) {
	case "whom", "which", "them":
		f.whole = r.wholeBefore(i, f.first, 3)
		return true
	}
	if i+1 < len(r.figures) && r.beginsBehindOf(i+1, f.after) && r.fits(i+1, i) {
		f.whole = i + 1
		return true
	}
	switch d.Lower(f.after + 1) {
	case "the", "these", "those":
		if f.whole = r.sameNounBefore(i); f.whole < 0 && stateWords[d.Lower(f.after+2)] != "" { // "nine of the dead"
			f.whole = r.sameMeasureBefore(i)
		}
		return true
	}
	return false
}

// listedIn ties figure i to the whole of the list that it stands in: behind "including" in its sentence, behind "The detainees include" before it.
func (r *reader) listedIn(i, from int) bool {
	f := &r.figures[i]
	if cue, ok := r.partCue(f, from); ok {
		sentences := 1
		if cue <= from+1 { // "Among them were …" speaks of the sentence before
			sentences = 3
		}
		f.whole = r.wholeBefore(i, cue, sentences)
		return true
	}
	if verb, ok := r.listVerb(f, from); ok {
		f.whole = r.wholeBefore(i, verb, listReach)
		return true
	}
	return false
}

// listReach is how many sentences up the whole of a definite subject ("the detainees") may stand.
const listReach = 8

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
	for w := i - 1; w >= 0 && w > i-maxReach && r.figures[w].first >= from; w-- {
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

// sameMeasureBefore is the nearest figure before figure i of people with the same measure that is no less.
func (r *reader) sameMeasureBefore(i int) int {
	f := &r.figures[i]
	for w := i - 1; w >= 0 && w > i-maxReach; w-- {
		if g := &r.figures[w]; g.measure == f.measure && g.kind == "count" && g.low >= f.low {
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
		case partCues[w] || partCues[d.Lower(k-1)+" "+w]:
			return k, true
		case d.Tag(k).IsFinite() && partCues[d.Lower(k-2)+" "+d.Lower(k-1)]: // "Among them were 22 women"
		case d.Tag(k).IsFinite() && d.Tag(k-1) != text.WP && d.Tag(k-1) != text.WDT, d.Tag(k) == text.VBG && !noVerbs[w]:
			return 0, false
		case w == ";" || w == ":":
			return 0, false
		}
	}
	return 0, false
}

// partCues are words and pairs of words behind which the parts of a whole stand.
var partCues = map[string]bool{"including": true, "comprising": true, "which include": true, "among them": true, "among whom": true, "of whom": true, "of these": true, "of those": true}

// noVerbs are participles used as prepositions.
var noVerbs = wordSet("including following according")

// listVerb looks back for "included", "comprise", or any verb and a colon, with a definite subject: "The detainees included 200 …, 270 …", "The
// detainees come from six countries: 150 …".
func (r *reader) listVerb(f *figure, from int) (int, bool) {
	d, colon := r.doc, false
	for k := f.before - 1; k >= from && k > f.before-maxReach; k-- {
		if d.Lower(k) == ")" {
			for k > from && d.Lower(k) != "(" {
				k--
			}
			continue
		}
		colon = colon || d.Lower(k) == ":"
		if !d.Tag(k).IsVerb() {
			continue
		}
		if l := model.Lemma(d.Lower(k), d.Tag(k)); l != "include" && l != "comprise" && !(colon && d.Tag(k).IsFinite()) {
			return 0, false
		}
		p, ok := model.Subject(d, k)
		if !ok {
			if p, ok = model.NounPhrase(d, k-1); !ok {
				return 0, false
			}
		}
		return k, definite[d.Lower(p.First)]
	}
	return 0, false
}

// definite are words that open a subject whose members a list gives.
var definite = wordSet("the those these they them all who which that victims detainees suspects casualties")

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
