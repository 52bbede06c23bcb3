package events

import (
	"slices"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// holds says whether all needs of the sense hold, and whether a speech act has somebody who speaks.
func (f *finder) holds(a *act) bool {
	for _, n := range a.sense.needs {
		if f.met(a, n) == n.forbid {
			return false
		}
	}
	if a.sense.pos == 'n' && (f.bare(a) || f.epoch(a)) || a.sense.group == "diplomacy" && f.private(a) {
		return false
	}
	return !speaks[a.sense.eventType] || f.speaker(a)
}

// private says whether the one who tells does it: what "I" and "you" do is no diplomacy.
func (f *finder) private(a *act) bool {
	if !a.subject.ok {
		return false
	}
	w := f.doc.Lower(a.subject.Head)
	return w == "i" || w == "you"
}

// epoch says whether the noun only names a time that readers know: "the worst since the war".
func (f *finder) epoch(a *act) bool {
	before := f.doc.Lower(a.noun.First - 1)
	return a.sense.eventType == "armed_clash" && (before == "since" || before == "before" || before == "until") && f.definite(a) && len(a.pps) == 0 && f.afterDeterminer(a.noun) == a.head
}

// bare says whether an event noun stands alone: without determiner, number or modifier, participant, supporting verb, date or place.
// "Murder keeps them in power" tells of no event.
func (f *finder) bare(a *act) bool {
	if slices.ContainsFunc(a.sense.needs, func(n need) bool { return n.slot == "anchored" && !n.forbid }) {
		return false // has been asked for more already
	}
	if a.hasVerb || a.subject.ok || a.object.ok || len(a.sense.words) > 1 || a.noun.First < a.head || f.doc.Sentences[a.sentence].Heading {
		return false
	}
	if f.doc.Lower(a.noun.First-1) == "with" {
		return false // "threatened with sanctions"
	}
	first, end := max(a.from, a.head-bareReach), min(a.to, a.head+bareReach)
	return len(within(f.dates, first, end))+len(within(f.places, first, end))+len(within(f.mentions, first, end)) == 0
}

// bareReach is how near a date, place or actor must stand to a noun that stands alone.
const bareReach = 10

// speaks are the types that only a named actor's words make an event (GUIDELINES, "Events").
var speaks = wordSet("accusation denial warning support request")

// speaker says whether the subject is a named actor, or a body or pronoun that can speak.
func (f *finder) speaker(a *act) bool {
	if !a.subject.ok {
		return false
	}
	p := a.subject.Phrase
	return len(covering(f.mentions, p.First, p.End)) > 0 || len(covering(f.places, p.First, p.End)) > 0 || f.labelClasses(p.Head) != nil ||
		f.doc.Tag(p.Head) == text.PRP && !tellers[f.doc.Lower(p.Head)] || f.headIs(p, []string{"authority", "country"}) && f.doc.Tag(p.Head).IsNoun() ||
		f.headIs(p, []string{"person", "group", "organization"}) && len(within(f.mentions, p.First, min(a.verb.First, p.End+8))) > 0
}

// tellers are pronouns of those who speak in a quotation.
var tellers = wordSet("i you we us me")

// anchored says whether an abstract noun tells of something: somebody does or suffers it, a verb supports it, somebody is accused of it,
// or it is counted. "Corruption is a problem" tells of nothing.
func (f *finder) anchored(a *act) bool {
	if a.hasVerb || f.doc.Tag(a.noun.First) == text.CD {
		return true
	}
	if a.subject.ok && f.isActorLike(a.subject.Phrase) || a.object.ok && f.isActorLike(a.object.Phrase) {
		return true
	}
	for _, pp := range a.pps {
		if (pp.Prep == "with" || pp.Prep == "between" || pp.Prep == "from") && f.isActorLike(pp.Phrase) {
			return true
		}
	}
	if v, ok := f.verbOver(a.noun); ok {
		return f.hasActor(a) && !counters[f.lemma(v.Main)]
	}
	return f.accusedOf(a) || f.accusationBefore(a)
}

// counters are verbs whose object is what one fights, not what one tells of.
var counters = wordSet("stop prevent reduce combat fight curb tackle address end eradicate counter target battle tackle oppose eliminate discourage deter root")

// hasActor says whether an actor named in the clause stands before the noun.
func (f *finder) hasActor(a *act) bool { return len(within(f.mentions, a.from, a.noun.First)) > 0 }

// accusationBefore says whether "allegations of", "alleged" or their like stand before the noun.
func (f *finder) accusationBefore(a *act) bool {
	for i := max(a.from, a.noun.First-3); i < a.head; i++ {
		if _, means, ok := cues.At(f.doc, i, a.head); ok && means == alleged {
			return true
		}
	}
	return false
}

// met says whether one condition holds, whatever its sign.
func (f *finder) met(a *act, n need) bool {
	switch n.slot {
	case "obj":
		return a.object.ok && (n.words == nil || f.isAny(a.object.Phrase, n.words) || f.conjunctIs(a.object.Phrase, n.words) || slices.Contains(n.words, "money") && (a.given.ok || f.isMoney(a.object.Phrase)))
	case "noobj":
		return !a.object.ok
	case "subj":
		return a.subject.ok && f.isAny(a.subject.Phrase, n.words)
	case "mod":
		return f.modified(a, n.words)
	case "verb":
		return a.hasVerb && (n.words == nil || slices.Contains(n.words, f.lemma(a.verb.Main)))
	case "ctx":
		return f.around(a, n.words)
	case "doc":
		return slices.ContainsFunc(n.words, func(w string) bool { return f.words[w] })
	case "anchored":
		return f.anchored(a)
	case "passive":
		return a.passive
	case "plural":
		return f.plural(a)
	case "named":
		return f.namedReport(a)
	case "released":
		return f.doc.Tag(a.noun.End) == text.VBN || f.doc.Tag(a.noun.End).IsVerb() && slices.Contains([]string{"find", "say", "estimate", "warn", "reveal", "show"}, f.lemma(a.noun.End))
	case "count":
		return f.doc.Tag(a.head-1) == text.CD || f.doc.Tag(a.head-2) == text.CD || a.object.ok && f.doc.Tag(a.object.First) == text.CD
	case "plain":
		return f.plain(a)
	case "predicate":
		return a.passive && f.doc.Tag(a.verb.End).IsNoun()
	case "to":
		return n.words == nil && f.follows(a, n.slot) || n.words != nil && (f.preposition(a, n) || f.infinitive(a, n.words))
	case "that":
		return f.follows(a, n.slot)
	}
	return f.preposition(a, n)
}

// conjunctIs says whether one of the things that "and" adds to the phrase belongs to the classes.
func (f *finder) conjunctIs(p model.Phrase, words []string) bool {
	return slices.ContainsFunc(f.members(p), func(q model.Phrase) bool { return f.headIs(q, words) })
}

// preposition says whether a phrase with the preposition n.slot stands behind, with a word of the classes if the need names some.
func (f *finder) preposition(a *act, n need) bool {
	for _, pp := range a.pps {
		if pp.Prep == n.slot && (n.words == nil || f.isAny(pp.Phrase, n.words) || f.conjunctIs(pp.Phrase, n.words)) {
			return true
		}
	}
	if n.slot == "of" && a.object.ok && a.sense.pos == 'n' && f.doc.Lower(a.object.First-1) == "of" {
		return n.words == nil || f.isAny(a.object.Phrase, n.words)
	}
	return n.words == nil && (f.doc.Lower(max(a.end, a.phraseEnd)) == n.slot || f.doc.Lower(a.phraseEnd) == n.slot)
}

// infinitive says whether "to" and one of the verbs stand behind the trigger or its object: "forced them to work".
func (f *finder) infinitive(a *act, verbs []string) bool {
	for _, k := range []int{a.end, a.verb.End, a.object.End} {
		if f.doc.Lower(k) == "to" && slices.Contains(verbs, f.lemma(k+1)) {
			return true
		}
	}
	return false
}

// follows says whether the word stands right behind the trigger or its object.
func (f *finder) follows(a *act, word string) bool {
	if f.doc.Lower(a.end) == word || f.doc.Lower(a.phraseEnd) == word {
		return true
	}
	if !a.object.ok {
		return false
	}
	all := f.members(a.object.Phrase)
	return f.doc.Lower(a.object.End) == word || f.doc.Lower(all[len(all)-1].End) == word
}

// modified says whether a word before the noun, inside its phrase, is one of the words or of the classes; a possessor counts too.
func (f *finder) modified(a *act, words []string) bool {
	for i := a.noun.First; i < a.head; i++ {
		l := f.lemma(i)
		if slices.Contains(words, l) || slices.Contains(words, f.doc.Lower(i)) || slices.ContainsFunc(nounClasses[l], func(c string) bool { return slices.Contains(words, c) }) {
			return true
		}
		if f.doc.Tag(i) == text.CD && slices.Contains(words, "money") && f.isMoney(model.Phrase{First: i, Head: i, End: i + 1}) {
			return true
		}
	}
	return false
}

// around says whether one of the words, or a word of the classes, stands in the sentence.
func (f *finder) around(a *act, words []string) bool {
	first, end := f.bounds(a.head)
	for i := first; i < end; i++ {
		l := f.lemmas[i]
		if i != a.head && (slices.Contains(words, l) || slices.ContainsFunc(nounClasses[l], func(c string) bool { return slices.Contains(words, c) && len(c) > 4 })) {
			return true
		}
	}
	return false
}

func (f *finder) plural(a *act) bool {
	if a.sense.pos == 'n' {
		t := f.doc.Tag(a.head)
		return t == text.NNS || t == text.NNPS
	}
	return a.subject.ok && (f.doc.Tag(a.subject.Head) == text.NNS || len(f.members(a.subject.Phrase)) > 1)
}

// namedReport says whether the noun belongs to a named body ("an Amnesty report", "the UN's study") and is no mere source of a sentence.
func (f *finder) namedReport(a *act) bool {
	p, ok := f.possessor(a.noun)
	if !ok || f.doc.Tag(p.Head) == text.PRPS {
		return false
	}
	for _, m := range covering(f.mentions, p.First, p.End) {
		if i, known := f.actors[f.rec.ActorMentions[m.row].ActorID]; known && f.rec.Actors[i].ActorType == "media" {
			return false // what a newspaper reports is a source, no event
		}
	}
	return len(covering(f.mentions, p.First, p.End)) > 0
}

// notFires are verbs with which "fire" is no blaze.
var notFires = wordSet("open cease return set catch draw trade exchange hold hang come take")

// plain says whether a noun stands without modifiers and apart from idioms, or a verb's object ends its clause.
func (f *finder) plain(a *act) bool {
	if a.sense.pos == 'n' {
		v, ok := f.verbOver(a.noun)
		return !(ok && notFires[f.lemma(v.Main)]) && f.afterDeterminer(a.noun) == a.head && a.noun.First < a.head && f.doc.Lower(a.noun.First-1) != "under"
	}
	if !a.object.ok {
		return false
	}
	next := f.doc.Tag(a.object.End)
	return next != text.OpenQuote && next != text.CloseQuote && (next.IsPunct() || next == text.IN || next == text.TO || next == text.NNP || next.IsAdverb()) && !f.doc.Tag(a.object.Head).IsAdjective() && f.doc.Lower(a.object.End) != "a"
}
