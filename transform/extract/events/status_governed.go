package events

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// governorStatus is the status of an infinitive by the word that it hangs on; a free one tells a purpose, which is no event.
func (f *finder) governorStatus(a *act, v model.Verb, depth int) string {
	k := v.First - 1
	for k > a.from && (f.doc.Tag(k).IsAdverb() || f.doc.Lower(k) == "to") {
		k--
	}
	if k < 0 || f.doc.Tokens[k].Sentence != a.sentence {
		return idle
	}
	for range 4 { // over the objects and phrases behind them: "sent experts and police to the island to investigate"
		p, ok := model.NounPhrase(f.doc, k)
		if !ok || p.End != k+1 || f.doc.Tag(k).IsAdjective() {
			break
		}
		if g, ok := governors[f.lemma(p.Head)]; ok && f.doc.Tag(p.Head).IsNoun() && g.status != pass && g.status != occurred {
			a.statusBy = p.Head
			return g.status
		}
		k = p.First - 1
		if t := f.doc.Tag(k); (t == text.IN || t == text.TO || t == text.CC || t == text.Comma) && k > a.from {
			k--
		}
	}
	for f.doc.Tag(k) == text.RP && k > 0 {
		k--
	}
	g, known := f.governorAt(k)
	if !known {
		return idle
	}
	a.statusBy = k
	return f.through(a, g, k, depth)
}

// through combines what a governing word says with its own status.
func (f *finder) through(a *act, g governor, k, depth int) string {
	own := occurred
	if u, ok := model.VerbAt(f.doc, k); ok && u.Main == k {
		own = f.verbStatus(a, u, depth+1)
	}
	switch {
	case g.status == pass && own == occurred && begins[f.lemma(k)] && !f.doc.Tag(k).IsFinite():
		return ongoing
	case g.status == pass || g.status == occurred:
		return own
	case own == idle:
		return idle
	case own == notOccurred && g.status == notOccurred:
		return occurred
	case own == notOccurred:
		return notOccurred
	}
	return g.status
}

// sharedStatus is the status of a bare verb behind "and" or a comma: that of the verb before it ("to seize phones and arrest the men").
func (f *finder) sharedStatus(a *act, v model.Verb, depth int) string {
	first, _ := f.bounds(v.Main)
	for k := v.First - 1; k >= first && k > v.First-25; k-- {
		if !f.doc.Tag(k).IsVerb() {
			continue
		}
		if u, ok := model.VerbAt(f.doc, k); ok && u.Main == k {
			if g, known := f.governorAt(k); known && f.doc.Tag(k) != text.VB { // "helped arrest", "demanded that he resign"
				a.statusBy = k
				return f.through(a, g, k, depth)
			}
			return f.verbStatus(a, u, depth+1)
		}
	}
	return occurred
}

// begins are words whose perfect and present say that something goes on: "has begun tracking".
var begins = wordSet("begin start continue keep resume")

// gerundStatus is the status of an -ing form without auxiliary: by the verb or preposition before it, else that of its main verb.
func (f *finder) gerundStatus(a *act, v model.Verb, depth int) string {
	k := v.First - 1
	for k > a.from && f.doc.Tag(k).IsAdverb() {
		k--
	}
	if k < 0 || f.doc.Tokens[k].Sentence != a.sentence || f.doc.Lower(k) == "that" {
		return f.subjectStatus(v)
	}
	switch w := f.doc.Lower(k); {
	case w == "without":
		return notOccurred
	case w == "from" || w == "of" || w == "for" || w == "on" || w == "in" || w == "about" || w == "to" || w == "toward" || w == "towards" || w == "at":
		return f.prepositionStatus(a, k)
	case f.doc.Tag(k).IsVerb():
		if g, ok := f.governorAt(k); ok {
			a.statusBy = k
			return f.through(a, g, k, depth)
		}
		if u, ok := model.VerbAt(f.doc, k); ok && u.Modal != "" {
			return idle // "would involve arresting"
		}
	case w == "," || w == "by" || f.doc.Tag(k).IsNoun():
		return f.mainStatus(a, v, depth) // "will end it by closing the sites"
	}
	return occurred
}

// subjectStatus is the status of an -ing form that opens its clause: as the subject of a modal or present verb it tells of no event
// ("cutting the links may not be enough").
func (f *finder) subjectStatus(v model.Verb) string {
	_, end := f.bounds(v.Main)
	for k := v.End; k < min(end, v.End+maxFronted) && f.doc.Tag(k) != text.Comma; k++ {
		if t := f.doc.Tag(k); t.IsFinite() {
			if t != text.VBD {
				return idle
			}
			break
		}
	}
	return occurred
}

// prepositionStatus is the status of a gerund behind the preposition at token k, by the word before that: "banned from", "plans for".
func (f *finder) prepositionStatus(a *act, k int) string {
	at := k - 1
	if p, ok := model.NounPhrase(f.doc, at); ok && p.End == k {
		if g, ok := governors[f.lemma(p.Head)]; ok && g.status != pass && g.status != occurred && f.doc.Tag(p.Head).IsNoun() && !rewards[f.lemma(p.Head)] {
			a.statusBy = p.Head
			return g.status
		}
		at = p.First - 1
	}
	if at < 0 {
		return occurred
	}
	if w := f.doc.Lower(k); w == "to" || w == "toward" || w == "towards" || w == "at" {
		return idle // "a move towards dismantling", "aimed at curbing"
	}
	switch l := f.lemma(at); {
	case f.doc.Lower(k) == "from" && (l == "prevent" || l == "stop" || l == "ban" || l == "bar" || l == "prohibit" || l == "keep" || l == "refrain" || l == "deter"):
		if u, ok := model.VerbAt(f.doc, at); ok && u.Main == at && u.Negated {
			return occurred // "did not stop them from passing the bill"
		}
		return notOccurred
	case f.doc.Tag(at).IsVerb() && f.doc.Lower(k) != "of":
		if g, ok := f.governorAt(at); ok && (g.status == proposed || g.status == planned || g.status == threatened) {
			a.statusBy = at
			return g.status
		}
	}
	return occurred
}

// rewards are nouns whose "for" gives the reason, which is past: "a sentence for taking part".
var rewards = wordSet("sentence")

// mainStatus is that of the finite verb to the left: "plans raids, seizing phones" is all planned.
func (f *finder) mainStatus(a *act, v model.Verb, depth int) string {
	for k := v.First - 1; k >= a.from && k > v.First-30; k-- {
		if f.doc.Tag(k).IsFinite() {
			if u, ok := model.VerbAt(f.doc, k); ok {
				if s := f.verbStatus(a, u, depth+1); s != notOccurred {
					return s
				}
				return occurred
			}
		}
	}
	return occurred
}
