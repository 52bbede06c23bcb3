package model

import "github.com/newsledger/newsledger/transform/text"

// Object gives the direct object of the verb group whose main verb is token verb: the noun phrase behind it, or the noun before a
// relative clause that lacks one ("the man whom police arrested"). Passives and "be" have none.
func Object(d *text.Document, verb int) (Phrase, bool) {
	v, ok := VerbAt(d, verb)
	lemma := Lemma(d.Lower(v.Main), d.Tag(v.Main))
	if !ok || v.Passive || lemma == "be" || isInverted(d, v) {
		return Phrase{}, false
	}
	t := treeOf(d, verb)
	if t == nil {
		return object(d, v, lemma)
	}
	p, ok := NounPhrase(d, treeObject(d, t, v.Main))
	switch {
	case !ok:
		return relativeObject(d, v)
	case p.First > v.End && (d.Tag(p.First-1) == text.IN || d.Tag(p.First-1) == text.TO): // the parser took a preposition's noun
		return object(d, v, lemma)
	}
	return p, true
}

// object is what the tags say: the phrase directly behind the verb.
func object(d *text.Document, v Verb, lemma string) (Phrase, bool) {
	end := d.Sentences[d.Tokens[v.Main].Sentence].End
	k := skipAdverbs(d, v.End)
	if d.Tag(k) == text.RP {
		k++
	}
	p, ok := NounPhrase(d, k)
	if k >= end || !ok || p.First > k || p.First < v.End || isTime(d, p) || isSubject(d, p, end) {
		return relativeObject(d, v)
	}
	if q, ok := NounPhrase(d, p.End); ok && q.First == p.End && q.First < end && gives[lemma] && !isTime(d, q) {
		return q, true
	}
	return p, true
}

// gives are verbs with two objects: "gave police the names".
var gives = map[string]bool{"give": true, "send": true, "offer": true, "show": true, "pay": true, "hand": true, "grant": true, "award": true, "tell": true, "teach": true, "lend": true}

// isSubject says whether a finite verb follows p, so that p is the subject of a clause without "that".
func isSubject(d *text.Document, p Phrase, end int) bool {
	k := p.End
	for range 3 {
		k = skipAdverbs(d, k)
		if k >= end {
			return false
		}
		if d.Tag(k).IsFinite() {
			return true
		}
		q, ok := NounPhrase(d, k+1)
		if d.Tag(k) != text.IN && d.Tag(k) != text.CC || !ok || q.First != k+1 || complementizers[d.Lower(k)] {
			return false
		}
		k = q.End
	}
	return false
}

// relativeObject is the noun before "whom police arrested".
func relativeObject(d *text.Document, v Verb) (Phrase, bool) {
	from := max(d.Sentences[d.Tokens[v.Main].Sentence].First, v.First-reach)
	p, ok := phraseEnding(d, v.First)
	if !ok || p.First <= from || !isRelative(d.Tag(p.First-1)) || d.Lower(p.First-1) == "what" {
		return Phrase{}, false
	}
	w := walker{d: d, from: from, at: p.First - 1}
	return w.antecedent()
}

// isTime says whether a phrase is a date or length of time rather than a thing: "Monday", "last week", "two years".
func isTime(d *text.Document, p Phrase) bool {
	switch w := d.Lower(p.Head); {
	case weekdays[w] || w == "today" || w == "yesterday" || w == "tomorrow":
		return true
	case times[w]:
		first := d.Lower(p.First)
		return d.Tag(p.First) == text.CD || first == "last" || first == "next" || first == "this" || first == "that" || first == "every" || first == "earlier" || first == "late" || first == "each" || first == "the"
	}
	return false
}

var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

var times = map[string]bool{"day": true, "days": true, "week": true, "weeks": true, "month": true, "months": true, "year": true, "years": true, "morning": true,
	"evening": true, "night": true, "afternoon": true, "weekend": true, "time": true, "hour": true, "hours": true, "minutes": true, "summer": true, "spring": true, "winter": true, "autumn": true}

// Agent gives who did what a passive says: the phrase behind "by".
func Agent(d *text.Document, verb int) (Phrase, bool) {
	v, ok := VerbAt(d, verb)
	if !ok || !v.Passive {
		return Phrase{}, false
	}
	_, end := Clause(d, v.Main)
	for k := v.End; k < min(end, v.End+25); k++ {
		if d.Tag(k).IsVerb() && !modifies(d, k) {
			return Phrase{}, false
		}
		if d.Lower(k) != "by" {
			continue
		}
		if p, ok := NounPhrase(d, k+1); ok && p.First == k+1 && !isTime(d, p) && d.Tag(p.Head) != text.CD {
			return p, true
		}
	}
	return Phrase{}, false
}
