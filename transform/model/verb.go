package model

import "github.com/newsledger/newsledger/transform/text"

// Verb is a verb group: "has not been arrested". First to End (exclusive) are its tokens, Main is the verb that carries the meaning.
type Verb struct {
	First, Main, End                                   int
	Passive, Negated, Perfect, Progressive, Infinitive bool   // Passive: also "men arrested in May", and "was held and charged"
	Modal                                              string // in lower case, as a word: "will", "can"; "" without one
	reduced                                            bool   // a relative clause without pronoun and auxiliary, its verb a participle whatever its tag
	Past, Future                                       bool   // Past: past tense, perfect, or a participle behind its noun. Future: "will", "shall", "is going to"
}

// VerbAt gives the verb group that holds token i: an auxiliary, "not" between them, or the main verb.
func VerbAt(d *text.Document, i int) (Verb, bool) {
	t := d.Tag(i)
	if !t.IsVerb() && t != text.MD && t != text.RB && t != text.TO || (t == text.VBN || t == text.VBG) && modifies(d, i) {
		return Verb{}, false
	}
	main, ok := mainOf(d, i)
	if !ok {
		return Verb{}, false
	}
	v := Verb{First: main, Main: main, End: main + 1}
	v.addAuxiliaries(d)
	if i < v.First {
		return Verb{}, false // an adverb before the group
	}
	v.shareAuxiliary(d)
	v.tense(d)
	return v, true
}

// mainOf walks right from auxiliary or adverb i to the main verb.
func mainOf(d *text.Document, i int) (int, bool) {
	for range 8 {
		next := skipAdverbs(d, i+1)
		if !(d.Tag(i).IsVerb() || d.Tag(i) == text.MD || d.Tag(i) == text.TO) {
			if i = next; d.Tag(i).IsVerb() || d.Tag(i) == text.MD {
				continue
			}
			return 0, false
		}
		if !governs(d, i, next) {
			return i, d.Tag(i).IsVerb()
		}
		i = next
	}
	return 0, false
}

func skipAdverbs(d *text.Document, i int) int {
	for k := 0; k < 3 && d.Tag(i).IsAdverb(); k++ {
		i++
	}
	return i
}

// governs says whether word a is an auxiliary of verb b.
func governs(d *text.Document, a, b int) bool {
	t := d.Tag(b)
	if !t.IsVerb() {
		return false
	}
	if d.Tag(a) == text.MD || d.Tag(a) == text.TO {
		return t == text.VB || t == text.VBP
	}
	if !d.Tag(a).IsVerb() {
		return false
	}
	switch Lemma(d.Lower(a), d.Tag(a)) {
	case "be", "get":
		return t == text.VBN || t == text.VBG || t == text.VBD && d.Tag(a) != text.VBG
	case "have":
		return t == text.VBN || t == text.VBD
	case "do":
		return t == text.VB || t == text.VBP
	}
	return false
}

// addAuxiliaries walks left from the main verb and notes what the auxiliaries say.
func (v *Verb) addAuxiliaries(d *text.Document) {
	last := v.Main // the verb that the next auxiliary to the left governs
	for range 8 {
		a, negated := last-1, false
		for k := 0; k < 3 && d.Tag(a).IsAdverb(); k++ {
			negated = negated || isNegation(d.Lower(a))
			a--
		}
		if !governs(d, a, last) || d.Tokens[a].Sentence != d.Tokens[v.Main].Sentence {
			if a+1 < last && negated {
				v.Negated = true // "never arrested"
			}
			return
		}
		v.Negated = v.Negated || negated
		v.note(d, a, last)
		v.First, last = a, a
	}
}

func isNegation(w string) bool { return w == "not" || w == "n't" || w == "never" }

func (v *Verb) note(d *text.Document, a, b int) {
	switch {
	case d.Tag(a) == text.TO:
		v.Infinitive = true
	case d.Tag(a) == text.MD:
		v.Modal = Lemma(d.Lower(a), text.MD)
		if d.Lower(a) == "'d" {
			v.Modal = "would"
		}
	default:
		switch Lemma(d.Lower(a), d.Tag(a)) {
		case "be", "get":
			v.Progressive = v.Progressive || d.Tag(b) == text.VBG
			v.Passive = v.Passive || d.Tag(b) != text.VBG && b == v.Main
		case "have":
			v.Perfect = true
		}
	}
}

// shareAuxiliary gives a bare participle the auxiliary of the group before it ("was held and charged") or makes it a passive behind its
// noun ("men arrested in May").
func (v *Verb) shareAuxiliary(d *text.Document) {
	if v.First == v.Main && d.Tag(v.Main) == text.VBD && isReduced(d, *v) {
		v.Passive, v.reduced = true, true
	}
	if v.First != v.Main || d.Tag(v.Main) != text.VBN {
		return
	}
	before := v.Main - 1
	for d.Tag(before).IsAdverb() {
		before--
	}
	if t := d.Tag(before); t != text.CC && t != text.Comma {
		v.Passive = true
		return
	}
	v.Passive = d.Tag(before) == text.Comma
	for k := before - 1; k > max(before-20, d.Sentences[d.Tokens[v.Main].Sentence].First-1); k-- {
		if d.Tag(k) != text.VBN && d.Tag(k) != text.VBD || modifies(d, k) {
			continue
		}
		if w := (Verb{First: k, Main: k, End: k + 1}); d.Tag(k) == text.VBN {
			w.addAuxiliaries(d)
			if w.First == k {
				continue
			}
			v.Passive, v.Perfect, v.Negated, v.Modal = w.Passive, w.Perfect, w.Negated, w.Modal
			v.Past = d.Tag(w.First) == text.VBD
		}
		return
	}
}

func (v *Verb) tense(d *text.Document) {
	first := d.Tag(v.First)
	v.Past = v.Past || first == text.VBD || v.Perfect || first == text.VBN
	v.Future = v.Modal == "will" || v.Modal == "shall" || v.Infinitive && d.Lower(v.First-1) == "going" && d.Tag(v.First-1) == text.VBG
}

// finite says whether the group can head a clause by itself.
func (v *Verb) finite(d *text.Document) bool { return d.Tag(v.First).IsFinite() && !v.reduced }

// isReduced says whether a verb that is tagged as past tense can only be a participle: a noun stands before it, a prepositional phrase
// and then a finite verb behind ("men arrested in May were freed").
func isReduced(d *text.Document, v Verb) bool {
	p, ok := phraseEnding(d, v.Main)
	return ok && !isRelative(d.Tag(p.First-1)) && d.Tag(v.Main-1).IsNoun() && d.Tag(v.End) == text.IN && !complementizers[d.Lower(v.End)] && !inverting[Lemma(d.Lower(v.Main), text.VBD)] &&
		isSubject(d, Phrase{End: v.End}, d.Sentences[d.Tokens[v.Main].Sentence].End)
}
