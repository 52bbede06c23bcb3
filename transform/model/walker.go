package model

import "github.com/newsledger/newsledger/transform/text"

// walker goes left from a verb to its subject.
type walker struct {
	d        *text.Document
	from, at int
	finite   bool
	skipped  bool // something stood between the verb and at
}

func (w *walker) tag() text.Tag { return w.d.Tag(w.at) }

func (w *walker) skipAdverbs() {
	for w.at >= w.from && (w.tag().IsAdverb() || w.tag() == text.UH) {
		w.at--
	}
}

// find walks over prepositional phrases, insertions between commas, relative clauses and brackets.
func (w *walker) find(depth int) (Phrase, bool) {
	for range 40 {
		w.skipAdverbs()
		if w.at < w.from {
			return Phrase{}, false
		}
		d, t := w.d, w.tag()
		switch {
		case t == text.WP || t == text.WDT:
			return w.antecedent()
		case t == text.CloseBracket:
			w.skipTo(text.OpenBracket)
		case t == text.CloseQuote:
			w.skipTo(text.OpenQuote)
		case t == text.Comma:
			if p, ok, done := w.overComma(depth); done {
				return p, ok
			}
		case t.IsVerb() || t == text.RP || t == text.IN && !w.skipped && d.Tag(w.at-1).IsVerb():
			if !w.overVerb() {
				return Phrase{}, false
			}
		default:
			p, ok := NounPhrase(d, w.at)
			if !ok {
				return Phrase{}, false
			}
			if w.accepts(p) {
				return p, true
			}
			if w.at >= p.First {
				return Phrase{}, false
			}
		}
	}
	return Phrase{}, false
}

// accepts says whether p can be the subject; else it has moved on over what p belongs to.
func (w *walker) accepts(p Phrase) bool {
	d, before := w.d, p.First-1
	if before < w.from {
		return true
	}
	t, word := d.Tag(before), d.Lower(before)
	switch {
	case t == text.TO || t == text.IN && !w.subordinates(before, word):
		w.at, w.skipped = before-1, true
		for w.at >= w.from && d.Tag(w.at) == text.IN && !complementizers[d.Lower(w.at)] { // "out of", "because of"
			w.at--
		}
		return false
	case t == text.CC:
		if q, ok := phraseEnding(d, before); ok && q.First > w.from && !w.clauseBefore(q.First) {
			if u := d.Tag(q.First - 1); u == text.IN && !complementizers[d.Lower(q.First-1)] || u == text.TO {
				w.at, w.skipped = q.First-2, true
				return false
			}
		}
	case t.IsVerb() || t == text.RP:
		u, ok := VerbAt(d, before)
		if ok && (!u.finite(d) && !inverting[Lemma(d.Lower(u.Main), d.Tag(u.Main))] || isRelative(d.Tag(u.First-1))) {
			w.at, w.skipped = before, true
			return false
		}
	}
	return true
}

func isRelative(t text.Tag) bool { return t == text.WP || t == text.WDT }

// complementizers open a clause and never a prepositional phrase.
var complementizers = map[string]bool{"that": true, "because": true, "if": true, "whether": true, "although": true, "though": true, "unless": true, "while": true, "whereas": true, "lest": true}

// subordinates says whether the word before a phrase opens a clause rather than a prepositional phrase. "After the vote protests rose" and
// "after police fired" look alike: it opens a clause when nothing could be the subject before it.
func (w *walker) subordinates(at int, word string) bool {
	if complementizers[word] {
		return true
	}
	if w.skipped {
		return false
	}
	switch word {
	case "after", "before", "since", "until", "as", "once", "like", "so":
		return at == w.from || w.clauseBefore(at) || w.d.Tag(at-1) == text.Comma
	}
	return false
}

// clauseBefore says whether a finite verb stands to the left of token k, in the same clause.
func (w *walker) clauseBefore(k int) bool {
	for k--; k >= w.from; k-- {
		t := w.d.Tag(k)
		if t.IsFinite() {
			return true
		}
		if t == text.Comma || t == text.Colon || t == text.OpenQuote || t == text.CloseQuote || t == text.WP || t == text.WDT || complementizers[w.d.Lower(k)] {
			return false
		}
	}
	return false
}

// overVerb moves over a reduced or full relative clause whose verb stands at w.at: "the man who fled", "the men arrested".
func (w *walker) overVerb() bool {
	k := w.at
	for k > w.from && !w.d.Tag(k).IsVerb() {
		k--
	}
	v, ok := VerbAt(w.d, k)
	if !ok || v.First <= w.from {
		return false
	}
	before := w.d.Tag(v.First - 1)
	switch {
	case isRelative(before):
		w.at = v.First - 2
	case v.finite(w.d):
		q, ok := phraseEnding(w.d, v.First) // "the man police arrested"
		if !ok || q.First <= w.from || !w.d.Tag(q.First-1).IsNoun() && !isRelative(w.d.Tag(q.First-1)) {
			return false
		}
		w.at = q.First - 1
		if isRelative(w.tag()) {
			w.at--
		}
	default:
		w.at = v.First - 1
	}
	if w.at > w.from && w.tag() == text.Comma {
		w.at--
	}
	w.skipped = true
	return true
}

// antecedent is the noun phrase before a relative pronoun; it is false for a question.
func (w *walker) antecedent() (Phrase, bool) {
	w.at--
	for w.at > w.from && (w.tag() == text.Comma || w.tag() == text.IN) {
		w.at--
	}
	if w.at < w.from {
		return Phrase{}, false
	}
	if w.tag() == text.CloseBracket {
		w.skipTo(text.OpenBracket)
	}
	return phraseEnding(w.d, w.at+1)
}

func (w *walker) skipTo(open text.Tag) {
	for w.at--; w.at >= w.from && w.tag() != open; w.at-- {
	}
	w.at--
	w.skipped = true
}

// overComma moves over an insertion between commas ("X, the minister, said"). Where the part between is a clause of its own, the verb
// behind shares its subject; done says that p, ok is the answer.
func (w *walker) overComma(depth int) (p Phrase, ok, done bool) {
	d := w.d
	k := w.at - 1
	for k >= w.from && d.Tag(k) != text.Comma && d.Tag(k) != text.OpenQuote && d.Tag(k) != text.CloseQuote && d.Tag(k) != text.Colon {
		k--
	}
	if k < w.from || d.Tag(k) != text.Comma {
		if u, found := w.verbBefore(w.at); found && u.finite(d) && w.finite && !isRelative(d.Tag(u.First-1)) {
			p, ok = subject(d, u, depth+1)
			return p, ok, true
		}
		return p, false, true
	}
	start := k + 1
	if d.Tag(start) == text.IN || d.Tag(start) == text.TO {
		for j := start; j < start+3; j++ {
			if isRelative(d.Tag(j)) { // ", of whom two"
				w.at, w.skipped = k-1, true
				return p, false, false
			}
		}
	}
	if u, found := w.verbBefore(w.at); found && u.First >= start && u.finite(d) && !isRelative(d.Tag(start)) && d.Tag(start) != text.WRB && d.Tag(start) != text.IN {
		p, ok = subject(d, u, depth+1)
		return p, ok, true
	}
	w.at, w.skipped = k-1, true
	return p, false, false
}

// verbBefore is the nearest verb group before token k that is no noun's participle.
func (w *walker) verbBefore(k int) (Verb, bool) {
	for k--; k >= w.from; k-- {
		if t := w.d.Tag(k); t.IsVerb() {
			if v, ok := VerbAt(w.d, k); ok && (!w.finite || v.finite(w.d)) {
				return v, true
			}
		}
	}
	return Verb{}, false
}

// firstConjunct goes from the last of "A, B and C" to A.
func (w *walker) firstConjunct(p Phrase) Phrase {
	d := w.d
	if p.First-2 < w.from || d.Tag(p.First-1) != text.CC {
		return p
	}
	q, ok := phraseEnding(d, p.First-1)
	if !ok || w.clauseBefore(q.First) || q.First > w.from && (d.Tag(q.First-1) == text.IN && !complementizers[d.Lower(q.First-1)] || d.Tag(q.First-1) == text.TO) {
		return p
	}
	for q.First-2 >= w.from && d.Tag(q.First-1) == text.Comma {
		r, ok := phraseEnding(d, q.First-1)
		if !ok {
			break
		}
		q = r
	}
	return q
}
