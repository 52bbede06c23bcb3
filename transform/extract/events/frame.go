package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// act is one mention of an event: its trigger, the clause around it, and what they say.
type act struct {
	sense          *sense
	head           int // token of the verb or noun
	first, end     int // tokens of the trigger with the head of its object, end exclusive
	phraseEnd      int // end of the words of the sense alone
	sentence       int
	noun           model.Phrase // of nouns: the phrase
	verb           model.Verb   // own verb group, or that of the supporting verb
	hasVerb        bool
	support        string // part that a supporting verb gives its subject, "" without one
	subject        part   // who does it, whatever the voice
	object         part   // whom it is done to
	pps            []model.PP
	passive        bool
	from, to       int // tokens of the clause
	conditional    bool
	status         string
	statusBy       int // token of the word that governs the status, -1
	assertion      string
	granularity    string
	citation       string // citation_id
	speechCitation string
	actors         []schema.EventActor
	dates          []place
	date           *schema.DateMention
	dateInherited  bool
	due            *schema.DateMention
	dueText        string
	scenes         []scene
	mention        schema.EventMention
}

// part is a participant as a noun phrase; ok is false when the clause names none.
type part struct {
	model.Phrase
	ok       bool
	inferred bool // taken over from another clause
}

// frame reads the clause of the trigger; nil when the word is no trigger here.
func (f *finder) frame(s *sense, i, first, end int) *act {
	a := &act{sense: s, head: i, first: first, end: end, phraseEnd: end, sentence: f.doc.Tokens[i].Sentence, statusBy: -1}
	a.from, a.to = model.Clause(f.doc, i)
	a.from = f.fronted(a.from)
	var ok bool
	switch s.pos {
	case 'v':
		ok = f.verbFrame(a)
	case 'n':
		ok = f.nounFrame(a)
	default:
		ok = f.predicateFrame(a)
	}
	if !ok {
		return nil
	}
	return a
}

// fronted takes an adverbial before the clause into it: "In March 2025, the country deported".
func (f *finder) fronted(from int) int {
	s := f.doc.Sentences[f.doc.Tokens[from].Sentence]
	if from-1 <= s.First || f.doc.Tag(from-1) != text.Comma {
		return from
	}
	for k := from - 2; k >= max(s.First, from-maxFronted); k-- {
		switch t := f.doc.Tag(k); {
		case t.IsVerb() || t == text.MD:
			return from
		case k == s.First || t == text.CC || t == text.OpenQuote || f.doc.Lower(k) == "that":
			return k
		}
	}
	return from
}

// maxFronted is how long an adverbial before a clause may be, in tokens.
const maxFronted = 12

// verbFrame takes subject and object of a verb, turned round for passives.
func (f *finder) verbFrame(a *act) bool {
	v, ok := model.VerbAt(f.doc, a.head)
	if !ok || v.Main != a.head {
		return false
	}
	if f.prenominal(v) {
		return false
	}
	a.verb, a.hasVerb, a.passive = v, true, v.Passive && !f.misreadPast(a, v)
	a.verb.Passive = a.passive
	a.pps = model.Prepositions(f.doc, a.head)
	subject, hasSubject := f.subjectOf(a, v)
	if a.passive {
		a.object = part{Phrase: subject, ok: hasSubject}
		by, hasBy := model.Agent(f.doc, a.head)
		a.subject = part{Phrase: by, ok: hasBy}
		a.first = min(a.first, v.First)
		return true
	}
	a.subject = part{Phrase: subject, ok: hasSubject}
	object, hasObject := model.Object(f.doc, a.head)
	if !hasObject || object.First > a.head && bounds[f.doc.Lower(object.First)] {
		object, hasObject = f.counted(max(v.End, a.phraseEnd), object, hasObject)
	}
	hasObject = hasObject && (object.Head < a.head || object.Head >= a.phraseEnd || len(a.sense.words) == 1)
	a.object = part{Phrase: object, ok: hasObject}
	if hasObject && object.First >= a.head && object.Head < a.head+maxTrigger {
		a.end = max(a.end, object.Head+1)
	}
	return true
}

// turn makes the subject of a verb that befalls it the object, once the needs of the sense are known to hold.
func (a *act) turn() {
	if a.sense.pos == 'v' && !a.passive && suffers(a.sense) && (!a.object.ok || verbNouns[a.sense.words[0]]) {
		a.object, a.subject = a.subject, part{}
	}
}

// verbNouns are verbs whose object belongs to the act ("faces trial", "lost its licence"): their subject suffers it.
var verbNouns = wordSet("face stand serve lose plead remain flee")

// suffers says whether the subject of an active verb is whom the event befalls: "two men died", "shares fell", "he faces trial".
func suffers(s *sense) bool {
	switch s.eventType {
	case "death", "accident", "market_move", "disease_outbreak", "displacement":
		return true
	}
	return verbNouns[s.words[0]] || s.words[0] == "go" && s.group == "justice"
}

// subjectOf is the surface subject. An -ing form behind a comma or a verb shares the subject of the verb that it continues.
func (f *finder) subjectOf(a *act, v model.Verb) (model.Phrase, bool) {
	if f.doc.Tag(v.Main) == text.VBG && v.First == v.Main {
		k := v.First - 1
		if f.doc.Tag(k).IsVerb() { // "began tracking", "considered cutting"
			return f.trimmed(model.Subject(f.doc, k))
		}
		if f.doc.Tag(k) == text.Comma {
			for k--; k >= a.from && k > v.First-40; k-- {
				if u, ok := model.VerbAt(f.doc, k); ok && u.Main == k && f.doc.Tag(u.First).IsFinite() && f.doc.Tag(u.First-1) != text.WDT && f.doc.Tag(u.First-1) != text.WP {
					return f.trimmed(model.Subject(f.doc, k))
				}
			}
		}
	}
	return f.trimmed(model.Subject(f.doc, a.head))
}

// trimmed cuts a weekday off the end of a subject: "An Egyptian court Saturday convicted".
func (f *finder) trimmed(p model.Phrase, ok bool) (model.Phrase, bool) {
	if !ok {
		return p, false
	}
	for _, d := range covering(f.dates, p.Head, p.Head+1) {
		if d.first > p.First && f.doc.Tag(d.first-1).IsNoun() {
			return model.Phrase{First: p.First, Head: d.first - 1, End: d.first}, true
		}
	}
	return p, true
}

// prenominal says whether a bare participle only describes the noun behind it: "elected officials say".
func (f *finder) prenominal(v model.Verb) bool {
	if v.First != v.Main || f.doc.Tag(v.Main) != text.VBN || !f.doc.Tag(v.End).IsNoun() {
		return false
	}
	before := f.doc.Tag(v.Main - 1)
	if before.IsNoun() || before == text.PRP || before.IsVerb() {
		return false
	}
	p, ok := f.phraseAt(v.End)
	if !ok {
		return false
	}
	_, under := f.verbUnder(p)
	return under
}

// misreadPast says whether a bare participle is a past tense in truth: an object stands right behind it, or the preposition of its phrase
// ("called for"), and no verb before it could be its clause's own.
func (f *finder) misreadPast(a *act, v model.Verb) bool {
	if v.First != v.Main || f.doc.Tag(v.Main) != text.VBN {
		return false
	}
	if f.doc.Lower(v.Main-1) == "," || f.doc.Tag(v.Main-1).IsAdverb() && f.doc.Lower(v.Main-2) == "," {
		return false
	}
	if len(a.sense.words) > 1 && f.doc.Lower(v.End) == a.sense.words[1] && !f.doc.Sentences[a.sentence].Heading {
		return true
	}
	p, ok := f.counted(v.End, model.Phrase{}, false)
	return ok && p.First == v.End && !f.isDate(p)
}

// bounds are words before a number that hide it from its verb: "over", "at least", "as many as".
var bounds = wordSet("more less fewer over under about around nearly almost some approximately roughly at least most up to than as many well an estimated only just")

// counted is the object behind a particle, or behind words of a bound: "arrested more than 1,000 people". Without a number the phrase given holds.
func (f *finder) counted(k int, given model.Phrase, has bool) (model.Phrase, bool) {
	i := k
	for i < k+6 && bounds[f.doc.Lower(i)] {
		i++
	}
	if i > k && f.doc.Tag(i) != text.CD && f.doc.Tag(i) != text.Dollar && !quantities[f.lemma(i)] {
		return given, has
	}
	if p, ok := model.NounPhrase(f.doc, i); ok && p.First <= i && p.Head >= i && i < f.doc.Sentences[f.doc.Tokens[k].Sentence].End {
		return model.Phrase{First: max(p.First, k), Head: p.Head, End: p.End}, true
	}
	return given, has
}

// maxTrigger is how many tokens a trigger may take with its object.
const maxTrigger = 12

func (f *finder) phraseAt(i int) (model.Phrase, bool) {
	p, ok := model.NounPhrase(f.doc, i)
	return p, ok && p.First == i && i < f.doc.Sentences[f.doc.Tokens[i].Sentence].End
}

// nounFrame takes the participants of a noun from its phrase, from "of" and "by", and from the verb that supports it.
func (f *finder) nounFrame(a *act) bool {
	p, ok := f.headPhrase(a.head, a.phraseEnd)
	if !ok {
		return false
	}
	a.noun = p
	a.first, a.end = min(a.first, f.afterDeterminer(p)), max(a.phraseEnd, p.Head+1)
	a.pps = model.Prepositions(f.doc, p.Head)
	f.supportOf(a)
	f.nounParts(a)
	return true
}

// afterDeterminer is the first token of p that is no determiner or possessive pronoun.
func (f *finder) afterDeterminer(p model.Phrase) int {
	for i := p.First; i < p.Head; i++ {
		if t := f.doc.Tag(i); t != text.DT && t != text.PRPS && t != text.PDT {
			return i
		}
	}
	return p.Head
}

// supportOf finds the verb that the noun is the object or subject of, when it is one that lends its tense.
func (f *finder) supportOf(a *act) {
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
	p, ok := f.possessor(a.noun)
	if !ok {
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

func (f *finder) prepositionPart(a *act, pp model.PP) {
	switch pp.Prep {
	case "of":
		if !a.object.ok && pp.Phrase.First == a.noun.End+1 {
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

// predicateFrame reads "N dead": behind a number, or of a subject that is or was left so.
func (f *finder) predicateFrame(a *act) bool {
	p, ok := model.NounPhrase(f.doc, a.head)
	if ok && f.doc.Tag(a.head-1) == text.CD {
		a.object = part{Phrase: model.Phrase{First: p.First, Head: a.head - 1, End: a.head}, ok: true}
		a.first = a.head - 1
		a.noun = a.object.Phrase
		return true
	}
	if q, ok := model.NounPhrase(f.doc, a.head-1); ok && q.End == a.head {
		a.object, a.first, a.noun = part{Phrase: q, ok: true}, q.Head, q
		return true
	}
	return false
}
