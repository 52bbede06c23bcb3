package events

import (
	"slices"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// verbFrame takes subject and object of a verb, turned round for passives.
func (f *finder) verbFrame(a *act, active bool) bool {
	v, ok := model.VerbAt(f.doc, a.head)
	if !ok || v.Main != a.head {
		return false
	}
	if f.prenominal(v) || active && v.First != v.Main {
		return false
	}
	a.verb, a.hasVerb, a.passive = v, true, v.Passive && !active && !f.misreadPast(a, v)
	a.verb.Passive = a.passive
	a.pps = model.Prepositions(f.doc, a.head)
	subject, hasSubject := f.subjectOf(a, v)
	if a.passive {
		a.object = part{Phrase: subject, ok: hasSubject}
		by, hasBy := model.Agent(f.doc, a.head)
		a.subject = part{Phrase: by, ok: hasBy}
		if k := subject.First - 1; !hasBy && hasSubject && a.sense.eventType == "deployment" && f.lemma(k) == "have" { // "has 900 troops stationed there"
			owner, has := model.Subject(f.doc, k)
			a.subject = part{Phrase: owner, ok: has}
		}
		a.first = min(a.first, v.First)
		return true
	}
	a.subject = part{Phrase: subject, ok: hasSubject}
	object, hasObject := model.Object(f.doc, a.head)
	if !hasObject || object.First > a.head && bounds[f.doc.Lower(object.First)] {
		object, hasObject = f.counted(max(v.End, a.phraseEnd), object, hasObject)
	}
	if !hasObject && a.phraseEnd > v.End+1 { // "left 32 people dead"
		object, hasObject = f.phraseAt(v.End)
	}
	hasObject = hasObject && len(covering(f.dates, object.Head, object.Head+1)) == 0 // "died two years ago"
	hasObject = hasObject && (object.Head < a.head || object.Head >= a.phraseEnd || !slices.Contains(a.sense.words, f.lemma(object.Head)) && !slices.Contains(a.sense.words, f.doc.Lower(object.Head)))
	hasObject = hasObject && !slices.ContainsFunc(a.pps, func(pp model.PP) bool { return pp.Phrase.Head != object.Head && f.listedIn(pp.Phrase, object.Head) })
	if hasObject {
		object, a.given = f.payee(f.widened(v, object))
		object = f.sameObject(a, object)
	}
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
	if f.doc.Tag(v.Main) == text.VBN && v.First == v.Main {
		if p, ok := model.NounPhrase(f.doc, v.First-1); ok && p.End == v.First && v.Passive {
			return f.trimmed(p, true) // "among 230 men detained": the nearest noun
		}
	}
	p, ok := f.trimmed(model.Subject(f.doc, a.head))
	ok = ok && !f.semicolon(p.End, v.First)
	switch {
	case ok && f.isDateline(p):
		return f.listBefore(v.First, p.End)
	case ok && f.doc.Tag(p.Head) == text.CD && f.doc.Tag(p.First-1) == text.Comma && f.doc.Tag(p.End) == text.Comma: // "her son, 7, who"
		if q, has := model.NounPhrase(f.doc, p.First-2); has && q.End == p.First-1 {
			return q, true
		}
	case ok && f.doc.Lower(p.First-1) == "of" && len(f.members(p)) > 1: // "the ministers of Kenya, Chad and Mali met"
		if q, has := model.NounPhrase(f.doc, p.First-2); has && q.End == p.First-1 && f.canAct(q) {
			return q, true
		}
	case ok && len(covering(f.dates, p.Head, p.Head+1)) > 0:
		return f.describedBefore(a.from, v.First)
	case ok && (f.doc.Lower(p.End) == "after" || f.doc.Lower(p.End) == "before"): // "weeks after police freed them"
		if q, has := model.NounPhrase(f.doc, v.First-1); has && q.End == v.First && f.canAct(q) {
			return q, true
		}
	case ok && p.End == v.First && f.doc.Tag(p.First-1) == text.VBG: // "men accused of managing a site were charged"
		if q, has := model.Subject(f.doc, p.First-1); has && q.End < p.First {
			return q, true
		}
	case ok && v.Infinitive:
		if q, has := f.calledOn(v); has {
			return q, true
		}
	case !ok && f.doc.Tag(v.First-1) == text.Comma && v.First == v.Main:
		return f.beforeInsertion(v.First)
	case !ok && v.Infinitive:
		return f.commanded(v)
	case f.doc.Tag(v.Main) == text.VBG && v.First == v.Main:
		if q, has := f.exemplified(v); has || !ok {
			return q, has
		}
	}
	return p, ok
}

// semicolon says whether one stands in the range: what it parts are two sentences.
func (f *finder) semicolon(from, to int) bool {
	for k := from; k < to; k++ {
		if f.doc.Lower(k) == ";" {
			return true
		}
	}
	return false
}

// listBefore is the first thing of the list that ends before token k and begins behind the token after.
func (f *finder) listBefore(k, after int) (model.Phrase, bool) {
	var first model.Phrase
	for end := k; ; end = first.First - 1 {
		q, ok := model.NounPhrase(f.doc, end-1)
		if !ok || q.End != end || q.First <= after {
			return first, first.End > 0
		}
		first = q
		if t := f.doc.Tag(first.First - 1); t != text.CC && t != text.Comma {
			return first, true
		}
	}
}

// beforeInsertion is the noun before an inserted participle that ends at token k: "the directive, made public on Monday, ordered".
func (f *finder) beforeInsertion(k int) (model.Phrase, bool) {
	first, _ := f.bounds(k)
	for i := k - 2; i > first+1 && i > k-maxFronted; i-- {
		if f.inserted(i) {
			p, ok := model.NounPhrase(f.doc, i-2)
			return p, ok && p.End == i-1
		}
	}
	return model.Phrase{}, false
}

// isDateline says whether the phrase opens its sentence before a dash, comma or bracket, as the town of a report does, and names a place.
func (f *finder) isDateline(p model.Phrase) bool {
	t := f.doc.Tag(p.End)
	return p.First == f.doc.Sentences[f.doc.Tokens[p.Head].Sentence].First && (t == text.Hyphen || t == text.Colon || t == text.Comma || t == text.OpenBracket) &&
		len(covering(f.places, p.Head, p.Head+1)) > 0 && !f.canAct(p)
}

// describedBefore is the noun that a participle before the verb describes: "those abducted two years ago have been released".
func (f *finder) describedBefore(from, verb int) (model.Phrase, bool) {
	for k := verb - 1; k >= from && k > verb-reach; k-- {
		if u, ok := model.VerbAt(f.doc, k); ok && u.Main == k && u.First == k && f.doc.Tag(k) == text.VBN {
			p, has := model.Subject(f.doc, k)
			return p, has && !f.isDate(p)
		}
	}
	return model.Phrase{}, false
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

// prenominal says whether a bare verb form only describes the noun behind it: "elected officials say", "rescue workers should".
func (f *finder) prenominal(v model.Verb) bool {
	t := f.doc.Tag(v.Main)
	if v.First != v.Main || t != text.VBN && t != text.VBP && t != text.VB || !f.doc.Tag(v.End).IsNoun() {
		return false
	}
	before := f.doc.Tag(v.Main - 1)
	if t == text.VBN && (before == text.RBS || f.doc.Lower(v.Main-1) == "most") {
		return true // "the most visited countries"
	}
	if t == text.VBN && before.IsNoun() && f.doc.Tag(v.End) == text.NN && f.finiteBefore(v.First) {
		return true // "is the party's highest elected representative"
	}
	if before.IsNoun() || before == text.PRP || before.IsVerb() && t == text.VBN {
		return false
	}
	p, ok := f.phraseAt(v.End)
	if !ok {
		return false
	}
	_, under := f.verbUnder(p)
	return under
}

// finiteBefore says whether a finite verb stands shortly before token k, in its sentence.
func (f *finder) finiteBefore(k int) bool {
	first, _ := f.bounds(k)
	for i := k - 1; i >= first && i > k-12; i-- {
		if f.doc.Tag(i).IsFinite() {
			return true
		}
	}
	return false
}

// misreadPast says whether a bare participle is a past tense in truth: an object stands right behind it, or the preposition of its phrase
// ("called for"), and no verb before it could be its clause's own.
func (f *finder) misreadPast(a *act, v model.Verb) bool {
	if v.First != v.Main || f.doc.Tag(v.Main) != text.VBN {
		return false
	}
	if f.doc.Lower(v.Main-1) == "," || f.doc.Tag(v.Main-1).IsAdverb() && f.doc.Lower(v.Main-2) == "," {
		if first := f.doc.Sentences[a.sentence].First; f.doc.Sentences[a.sentence].Heading || f.finiteBetween(max(first, v.First-reach), v.First) || f.finiteBetween(v.End, a.to) {
			return false
		}
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
