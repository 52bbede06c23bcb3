package events

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// nounFrame takes the participants of a noun from its phrase, from "of" and "by", and from the verb that supports it.
func (f *finder) nounFrame(a *act) bool {
	p, ok := f.headPhrase(a.head, a.phraseEnd)
	if !ok {
		return false
	}
	a.noun = p
	a.first, a.end = min(a.first, f.afterDeterminer(p)), max(a.phraseEnd, p.Head+1)
	a.pps = f.ownPrepositions(a, p)
	f.supportOf(a)
	f.nounParts(a)
	return true
}

// ownPrepositions are the phrases behind the noun; a particle of the sense is no preposition ("the handing over of").
func (f *finder) ownPrepositions(a *act, p model.Phrase) []model.PP {
	pps := model.Prepositions(f.doc, p.Head)
	for i := range pps {
		if first, rest, two := strings.Cut(pps[i].Prep, " "); two && slices.Contains(a.sense.words, first) {
			pps[i].Prep = rest
		}
	}
	return pps
}

// afterDeterminer is the first token of p that is no determiner or possessive pronoun.
func (f *finder) afterDeterminer(p model.Phrase) int {
	for i := p.First; i < p.Head; i++ {
		if t := f.doc.Tag(i); t != text.DT && t != text.PRPS && t != text.PDT && f.doc.Lower(i) != "only" {
			return i
		}
	}
	return p.Head
}

// supportOf finds the verb that the noun is the object or subject of, when it is one that lends its tense.
func (f *finder) supportOf(a *act) {
	if w := f.doc.Lower(a.noun.First - 1); w == "under" || w == "on" && f.lemma(a.head) == "trial" {
		f.undergoing(a)
		return
	}
	if v, kind := f.partaking(a.noun); kind != "" {
		subject, has := model.Subject(f.doc, v.Main)
		a.verb, a.hasVerb, a.support = v, true, kind
		if v.Passive && a.sense.group == "justice" { // who is involved in a probe is whom it is about
			a.object = part{Phrase: subject, ok: has}
		} else {
			a.subject = part{Phrase: subject, ok: has}
		}
		return
	}
	if v, ok := f.verbOver(a.noun); ok {
		kind := supportVerbs[f.lemma(v.Main)]
		if v.Passive && v.First == v.Main { // a past tense that looks like a participle: its object stands behind it
			v.Passive, v.Past = false, true
		}
		if v.Passive {
			if v.First < v.Main && hands[f.lemma(v.Main)] { // "was handed a sentence"
				subject, has := model.Subject(f.doc, v.Main)
				a.verb, a.hasVerb, a.support, a.object = v, true, "undergo", part{Phrase: subject, ok: has}
			}
			return
		}
		if kind == "do" || kind == "undergo" {
			subject, has := model.Subject(f.doc, v.Main)
			a.verb, a.hasVerb, a.support = v, true, kind
			if kind == "do" {
				a.subject = part{Phrase: subject, ok: has}
			} else {
				a.object = part{Phrase: subject, ok: has}
			}
			a.pps = append(a.pps, f.behind(v.Main, a.noun.End, a.pps)...)
		}
		return
	}
	if v, ok := f.verbUnder(a.noun); ok {
		kind := supportVerbs[f.lemma(v.Main)]
		if v.Passive && (kind == "do" || kind == "undergo") || kind == "happen" && !v.Passive {
			a.verb, a.hasVerb, a.support = v, true, kind
			by, has := model.Agent(f.doc, v.Main)
			a.subject = part{Phrase: by, ok: has}
			a.pps = append(a.pps, f.behind(v.Main, a.noun.End, a.pps)...)
		}
	}
}

// partaking is the verb that lends itself to the noun by a preposition, and its kind: "took part in a protest", "engaged in fraud".
func (f *finder) partaking(p model.Phrase) (model.Verb, string) {
	k := p.First - 1
	if f.doc.Tag(k) != text.IN {
		return model.Verb{}, ""
	}
	words := " " + f.doc.Lower(k)
	if k--; f.doc.Tag(k).IsNoun() { // "part"
		words = " " + f.doc.Lower(k) + words
		k--
	}
	v, ok := model.VerbAt(f.doc, k)
	if !ok || v.Main != k {
		return model.Verb{}, ""
	}
	return v, supportVerbs[f.lemma(k)+words]
}

// undergoing reads "is under investigation", "is on trial": the subject of "be" undergoes the event.
func (f *finder) undergoing(a *act) {
	v, ok := model.VerbAt(f.doc, a.noun.First-2)
	if !ok || f.lemma(v.Main) != "be" && f.lemma(v.Main) != "come" && f.lemma(v.Main) != "remain" {
		return
	}
	if p, has := model.Subject(f.doc, v.Main); has {
		a.verb, a.hasVerb, a.support, a.object = v, true, "undergo", part{Phrase: p, ok: true}
	}
}

// hands are verbs whose passive keeps an object: "was given a life sentence".
var hands = wordSet("hand give award grant offer deny")

// behind are the prepositional phrases of a supporting verb that stand behind the noun and are not the noun's own.
func (f *finder) behind(verb, end int, own []model.PP) []model.PP {
	var more []model.PP
	for _, pp := range model.Prepositions(f.doc, verb) {
		if pp.Phrase.First > end && !slices.Contains(own, pp) {
			more = append(more, pp)
		}
	}
	return more
}

// verbOver is the verb whose direct object the phrase is: the one right before it.
func (f *finder) verbOver(p model.Phrase) (model.Verb, bool) {
	k := p.First - 1
	for k > p.First-4 && k >= 0 && (f.doc.Tag(k) == text.RP || f.doc.Tag(k).IsAdverb() || particles[f.doc.Lower(k)]) {
		k--
	}
	if k >= 0 && f.doc.Tag(k) == text.CC { // "imposed curfews and bans"
		if q, ok := model.NounPhrase(f.doc, k-1); ok && q.End == k {
			k = q.First - 1
		}
	}
	if k < 0 || f.doc.Tokens[k].Sentence != f.doc.Tokens[p.Head].Sentence {
		return model.Verb{}, false
	}
	v, ok := model.VerbAt(f.doc, k)
	return v, ok && v.Main == k
}

// particles can stand between a verb and its object.
var particles = wordSet("out up down off over")

// verbUnder is the verb whose subject the phrase is, the first one behind it.
func (f *finder) verbUnder(p model.Phrase) (model.Verb, bool) {
	end := min(f.doc.Sentences[f.doc.Tokens[p.Head].Sentence].End, p.End+20)
	for k := p.End; k < end; k++ {
		if t := f.doc.Tag(k); !t.IsVerb() && t != text.MD {
			continue
		}
		v, ok := model.VerbAt(f.doc, k)
		if !ok {
			continue
		}
		s, has := model.Subject(f.doc, v.Main)
		return v, has && s.Head == p.Head || v.First == p.End
	}
	return model.Verb{}, false
}

// undergone are the types whose noun takes whom it happens to as possessor: "the girls' release", "his arrest".
var undergone = wordSet("arrest release death abduction rescue extradition deportation repatriation verdict charge leadership_change displacement abuse trafficking accident")

// nounParts takes participants from the phrase of the noun and the prepositional phrases behind it.
func (f *finder) nounParts(a *act) {
	for _, pp := range a.pps {
		f.prepositionPart(a, pp)
	}
	if !a.object.ok && (a.sense.group == "enforce" || a.sense.group == "force" || a.sense.eventType == "cyber_attack") {
		a.object = f.aimedAt(a)
	}
	p, ok := f.possessor(a.noun)
	if !ok {
		f.author(a)
		return
	}
	suffered := undergone[a.sense.eventType] && !f.headIs(p, []string{"authority"})
	switch {
	case suffered && !a.object.ok:
		a.object = part{Phrase: p, ok: true}
	case !a.subject.ok && !suffered:
		a.subject = part{Phrase: p, ok: true}
	}
}

// aimedAt is the object of the verb behind the noun that says at whom or what it aims: "raids targeting scam compounds".
func (f *finder) aimedAt(a *act) part {
	k := a.noun.End
	if f.doc.Tag(k) == text.WDT {
		k++
	}
	if l := f.lemma(k); l != "target" && l != "hit" || !f.doc.Tag(k).IsVerb() || f.doc.Tag(k) == text.VBN {
		return part{}
	}
	p, ok := model.Object(f.doc, k)
	return part{Phrase: p, ok: ok && p.First > k && !f.isDate(p)}
}

// author is who tells what stands in a report that opens the sentence: "In a report released on Monday, the union said".
func (f *finder) author(a *act) {
	s := f.doc.Sentences[a.sentence]
	if a.sense.group != "inform" || a.subject.ok || f.doc.Lower(s.First) != "in" || a.noun.First != s.First+1 {
		return
	}
	for k := a.noun.End; k < min(s.End, a.noun.End+maxFronted); k++ {
		if f.doc.Tag(k) != text.Comma {
			continue
		}
		if p, ok := f.phraseAt(k + 1); ok && f.canAct(p) && f.doc.Tag(p.End).IsFinite() {
			a.subject = part{Phrase: p, ok: true}
			return
		}
	}
}

// gatherings are the types whose "of" names those who do it: "the visit of the president".
var gatherings = wordSet("meeting joint_action")

// doneBy says whether an "of" behind the noun names who does it: of a visit, and of an attack on somebody else.
func (f *finder) doneBy(a *act, of model.PP) bool {
	if a.subject.ok || !f.canAct(of.Phrase) || f.isDate(of.Phrase) {
		return false
	}
	return gatherings[a.sense.eventType] || a.sense.group == "force" && slices.ContainsFunc(a.pps, func(pp model.PP) bool {
		return (pp.Prep == "on" || pp.Prep == "against") && f.isActorLike(pp.Phrase)
	})
}

func (f *finder) prepositionPart(a *act, pp model.PP) {
	if f.doc.Lower(pp.Phrase.Head) == "own" {
		return // "a fine of its own"
	}
	switch pp.Prep {
	case "of":
		if f.doneBy(a, pp) {
			a.subject = part{Phrase: pp.Phrase, ok: true}
		} else if !a.object.ok && pp.Phrase.First == max(a.noun.End, a.phraseEnd)+1 {
			a.object = part{Phrase: pp.Phrase, ok: true}
		}
	case "from":
		if !a.subject.ok && (a.sense.eventType == "order" || a.sense.eventType == "warning" || a.sense.eventType == "request") && !f.isDate(pp.Phrase) {
			a.subject = part{Phrase: pp.Phrase, ok: true}
		}
	case "by":
		if !a.subject.ok && !f.isDate(pp.Phrase) {
			a.subject = part{Phrase: pp.Phrase, ok: true}
		}
	case "against", "on", "at", "into", "to", "for", "with":
		if !a.object.ok && !f.isDate(pp.Phrase) && targetPrepositions[a.sense.group] != nil && targetPrepositions[a.sense.group][pp.Prep] {
			a.object = part{Phrase: pp.Phrase, ok: true}
		}
	}
}

// targetPrepositions are the prepositions behind which a noun of the group names whom it is directed at.
var targetPrepositions = map[string]map[string]bool{
	"enforce": wordSet("against on at for"), "justice": wordSet("against into for"), "harm": wordSet("against on"), "control": wordSet("against on"),
	"diplomacy": wordSet("to"), "speech": wordSet("against to for"), "force": wordSet("against on at"), "unrest": wordSet("against at"), "protect": wordSet("to for"), "economy": wordSet("for to"),
}

// isDate says whether the phrase holds a time expression.
func (f *finder) isDate(p model.Phrase) bool { return len(covering(f.dates, p.First, p.End)) > 0 }

// possessor is the phrase before 's, a possessive pronoun, or the named actor that stands before the noun ("US air strikes").
func (f *finder) possessor(p model.Phrase) (model.Phrase, bool) {
	for i := p.First; i < p.Head; i++ {
		switch f.doc.Tag(i) {
		case text.PRPS:
			return model.Phrase{First: i, Head: i, End: i + 1}, true
		case text.POS:
			if i > p.First && !f.isDate(model.Phrase{First: p.First, Head: i - 1, End: i}) {
				return model.Phrase{First: p.First, Head: i - 1, End: i}, true
			}
		}
	}
	for _, m := range within(f.mentions, p.First, p.Head) {
		if m.end <= p.Head {
			return model.Phrase{First: m.first, Head: m.end - 1, End: m.end}, true
		}
	}
	return model.Phrase{}, false
}
