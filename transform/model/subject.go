package model

import "github.com/newsledger/newsledger/transform/text"

// Subject gives the surface subject of the verb group whose main verb is token verb. Of a relative clause it is the noun before "who"; of a
// participle behind a noun, that noun; of an infinitive or a participle behind a comma, the subject of the verb it hangs on; of
// "A and B" it is A (Conjuncts gives the rest).
func Subject(d *text.Document, verb int) (Phrase, bool) {
	v, ok := VerbAt(d, verb)
	if !ok {
		return Phrase{}, false
	}
	t := treeOf(d, verb)
	if t == nil {
		return subject(d, v, 0)
	}
	i := predicateOf(t, v.Main)
	if p, ok := NounPhrase(d, subordinateSubject(d, t, i)); ok {
		return p, true
	}
	if p, ok := subject(d, v, 0); ok {
		return p, true
	}
	return NounPhrase(d, treeSubject(d, t, i, 0))
}

func subject(d *text.Document, v Verb, depth int) (Phrase, bool) {
	if depth > 3 {
		return Phrase{}, false
	}
	from := max(d.Sentences[d.Tokens[v.Main].Sentence].First, v.First-reach)
	switch {
	case isInverted(d, v):
		return NounPhrase(d, v.End)
	case v.Infinitive:
		return infinitiveSubject(d, v, from, depth)
	}
	w := walker{d: d, from: from, at: v.First - 1, finite: v.finite(d)}
	w.skipAdverbs()
	switch {
	case w.at < from:
		return Phrase{}, false
	case w.tag() == text.CC || w.tag() == text.Comma && !w.finite:
		if u, ok := w.verbBefore(w.at); ok && (u.finite(d) || !w.finite) {
			return subject(d, u, depth+1)
		}
		return Phrase{}, false
	}
	if p, ok := w.find(depth); ok {
		return existential(d, v, w.firstConjunct(p)), true
	}
	return Phrase{}, false
}

// existential gives what there is: the phrase behind the verb of "there were 14 deaths".
func existential(d *text.Document, v Verb, p Phrase) Phrase {
	if d.Tag(p.Head) == text.EX {
		if q, ok := NounPhrase(d, skipAdverbs(d, v.End)); ok {
			return q
		}
	}
	return p
}

// infinitiveSubject is the subject of the verb before "to", or its object where the verb makes others act ("ordered police to leave").
func infinitiveSubject(d *text.Document, v Verb, from, depth int) (Phrase, bool) {
	before := v.First - 1
	for before >= from && d.Tag(before).IsAdverb() {
		before--
	}
	if before < from {
		return Phrase{}, false
	}
	if p, ok := NounPhrase(d, before); ok && p.End == before+1 {
		if u, ok := VerbAt(d, p.First-1); ok && u.End == p.First && controls[Lemma(d.Lower(u.Main), d.Tag(u.Main))] {
			return p, true
		}
		return Phrase{}, false
	}
	if d.Tag(before).IsAdjective() || d.Tag(before) == text.CC {
		before--
	}
	if u, ok := VerbAt(d, before); ok && u.Main < v.First {
		return subject(d, u, depth+1)
	}
	return Phrase{}, false
}

// controls are verbs whose object is the subject of an infinitive behind it.
var controls = map[string]bool{"ask": true, "order": true, "tell": true, "urge": true, "want": true, "allow": true, "force": true, "expect": true, "persuade": true,
	"warn": true, "instruct": true, "invite": true, "require": true, "enable": true, "help": true, "encourage": true, "call": true, "press": true, "direct": true, "compel": true,
	"permit": true, "convince": true, "advise": true, "authorize": true, "authorise": true, "pressure": true, "get": true, "lead": true, "cause": true}

// isInverted says whether the subject stands behind the verb: “…,” said the minister.
func isInverted(d *text.Document, v Verb) bool {
	if v.First != v.Main || !d.Tag(v.Main).IsFinite() || !inverting[Lemma(d.Lower(v.Main), d.Tag(v.Main))] {
		return false
	}
	s := d.Sentences[d.Tokens[v.Main].Sentence]
	if before := d.Lower(v.First - 1); v.First > s.First && before != "," && before != `"` && before != "'" && before != "''" {
		return false
	}
	p, ok := NounPhrase(d, v.End)
	return ok && p.First == v.End && p.End <= s.End && !isTime(d, p) && !isSubject(d, p, s.End)
}

// inverting are the reporting verbs that stand before their subject in news.
var inverting = map[string]bool{"say": true, "add": true, "tell": true, "ask": true, "write": true, "explain": true, "warn": true, "note": true, "reply": true, "continue": true,
	"argue": true, "claim": true, "recall": true, "report": true, "announce": true, "state": true, "declare": true, "conclude": true, "insist": true, "quip": true, "tweet": true}

// Conjuncts gives the phrases that "and" or "or" adds to p: B and C of "A, B and C".
func Conjuncts(d *text.Document, p Phrase) []Phrase {
	var out []Phrase
	end := min(d.Sentences[d.Tokens[p.Head].Sentence].End, p.End+reach)
	closed := false
	for k := p.End; k < end && !closed; {
		if d.Tag(k) != text.Comma && d.Tag(k) != text.CC {
			break
		}
		if d.Tag(k) == text.Comma && d.Tag(k+1) == text.CC {
			k++
		}
		closed = d.Tag(k) == text.CC
		q, ok := NounPhrase(d, k+1)
		if !ok || q.First != k+1 {
			return nil
		}
		out = append(out, q)
		k = q.End
	}
	if !closed {
		return nil
	}
	return out
}
