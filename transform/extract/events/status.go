package events

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// The words of the vocabulary status that rules speak of.
const (
	occurred    = "occurred"
	ongoing     = "ongoing"
	proposed    = "proposed"
	planned     = "planned"
	ordered     = "ordered"
	attempted   = "attempted"
	threatened  = "threatened"
	cancelled   = "cancelled"
	notOccurred = "not_occurred"
	pass        = "pass" // of governors: as the governing word itself
	idle        = "idle" // a purpose or possibility: no event
)

// statusOf says how real the mention calls its event: by negation, modal, governing word and tense.
func (f *finder) statusOf(a *act) string {
	if f.conditional(a) {
		return idle
	}
	if a.sense.pos == 'v' {
		return f.verbStatus(a, a.verb, 0)
	}
	if s := f.nounStatus(a); s != "" {
		return s
	}
	if a.hasVerb {
		return f.verbStatus(a, a.verb, 0)
	}
	return f.bareStatus(a)
}

// conditional says whether "if", "unless" or "whether" opens the clause of the mention: nobody says that it happened.
func (f *finder) conditional(a *act) bool {
	at := a.noun.First
	if a.sense.pos == 'v' {
		at = a.verb.First
	}
	s := f.doc.Sentences[a.sentence]
	for k := at - 1; k >= max(s.First, at-conditionReach); k-- {
		switch w := f.doc.Lower(k); {
		case w == "if" || w == "unless" || w == "whether":
			return true
		case f.doc.Tag(k).IsFinite() && a.sense.pos == 'v' || f.doc.Tag(k) == text.Comma || w == ";" || w == "that":
			return false
		}
	}
	return false
}

// conditionReach is how far "if" may stand before the verb that it governs, in tokens.
const conditionReach = 15

// bareStatus is the status of an event noun that no verb supports: by the verb of its clause when that looks ahead or lasts, and by its
// own meaning. Bills are proposed laws; scams, abuse and bribery without a date go on.
func (f *finder) bareStatus(a *act) string {
	before := f.doc.Lower(a.noun.First - 1)
	for k := a.noun.First - 1; k >= a.from && k > a.noun.First-20; k-- {
		if !f.doc.Tag(k).IsVerb() {
			continue
		}
		v, ok := model.VerbAt(f.doc, k)
		switch {
		case !ok:
			continue
		case v.Future || v.Modal == "will" || v.Modal == "would":
			return planned
		case (before == "under" || before == "through") && f.present(v) && !v.Perfect && a.sense.group != "speech" && a.sense.group != "inform":
			return ongoing
		}
		break
	}
	switch {
	case f.lemma(a.head) == "bill":
		return proposed
	case lasting[a.sense.eventType] && a.sense.group == "harm" && len(within(f.dates, a.from, a.to)) == 0:
		return ongoing
	}
	return occurred
}

// present says whether the group stands in the present tense.
func (f *finder) present(v model.Verb) bool {
	t := f.doc.Tag(v.First)
	return t == text.VBZ || t == text.VBP
}

// nounAdjectives say of an event noun how real it is.
var nounAdjectives = map[string]string{"planned": planned, "upcoming": planned, "next": planned, "future": planned, "forthcoming": planned, "scheduled": planned, "proposed": proposed, "possible": proposed,
	"potential": proposed, "draft": proposed, "controversial": "", "attempted": attempted, "failed": attempted, "foiled": attempted, "threatened": threatened, "cancelled": cancelled, "canceled": cancelled,
	"postponed": cancelled, "imminent": planned, "impending": planned, "ongoing": ongoing, "continuing": ongoing, "no": notOccurred, "any": ""}

// nounStatus is the status by the words before an event noun, "" when they say nothing.
func (f *finder) nounStatus(a *act) string {
	over, governed := f.verbOver(a.noun)
	if governed && governors[f.lemma(over.Main)].status == cancelled && !over.Passive {
		return f.governed(a, over.Main, over)
	}
	for i := a.noun.First; i < a.noun.Head; i++ {
		if s := nounAdjectives[f.doc.Lower(i)]; s != "" {
			return s
		}
	}
	if w := f.lemma(f.phraseHead(a)); w == "attempt" || w == "bid" || w == "plot" {
		return attempted
	}
	if governed {
		if counters[f.lemma(over.Main)] && (over.Infinitive || f.doc.Tag(over.Main) == text.VBG) {
			return idle // "failed to prevent abuse"
		}
		if forbids[f.lemma(over.Main)] || eases[f.lemma(over.Main)] && !over.Passive {
			return idle
		}
		return f.governed(a, over.Main, over)
	}
	if v, ok := f.verbUnder(a.noun); ok && v.Passive && !a.passive {
		if s := f.governed(a, v.Main, v); s != "" {
			return s
		}
	}
	k := a.noun.First - 1
	if k < a.from || f.doc.Tag(k) != text.IN && f.doc.Tag(k) != text.TO || f.doc.Lower(k) == "after" {
		return ""
	}
	if f.doc.Lower(k) == "without" {
		return idle
	}
	if v, ok := model.VerbAt(f.doc, k-1); ok && v.Main == k-1 { // "called for", "threatened with"
		return f.governed(a, k-1, v)
	}
	if g, ok := governors[f.lemma(k-1)]; ok && g.status != pass && f.doc.Tag(k-1).IsNoun() && (f.doc.Lower(k) == "of" || f.doc.Lower(k) == "for") { // "threat of", "call for"
		a.statusBy = k - 1
		return g.status
	}
	return ""
}

// phraseHead is the last word of the noun's whole phrase: "attempt" of "escape attempt".
func (f *finder) phraseHead(a *act) int {
	if p, ok := model.NounPhrase(f.doc, a.head); ok {
		return p.Head
	}
	return a.head
}

// forbids are verbs whose object is what must not be.
var forbids = wordSet("ban prohibit outlaw forbid")

// eases are verbs that end what their object names: that is the event ("lifted the curfew").
var eases = wordSet("lift ease relax loosen waive reduce cut slash violate breach")

// governed is what the verb at token i makes of the noun that it governs; "" when it only reports, starts or supports it.
func (f *finder) governed(a *act, i int, v model.Verb) string {
	g, ok := governors[f.lemma(i)]
	if !ok || g.status == pass || g.status == occurred || announces[f.lemma(i)] {
		return ""
	}
	if g.status == notOccurred && v.Negated {
		return occurred
	}
	if s := f.verbStatus(a, v, 1); s == notOccurred {
		return notOccurred
	}
	a.statusBy = i
	return g.status
}

// announces are governors of infinitives that, with a noun, report what is done: "announced sanctions", "approved the transfer".
var announces = wordSet("appeal ask want need seek announce approve agree decide promise offer allow permit set authorise authorize block reject hope expect prepare tell discuss debate encourage weigh stress fight resist oppose prevent explore sentence warn direct instruct meet press advise invite urge")

// verbStatus is the status of a verb group; depth bounds chains of governors.
func (f *finder) verbStatus(a *act, v model.Verb, depth int) string {
	t := f.doc.Tag(v.Main)
	switch {
	case depth > 3:
		return occurred
	case v.Negated || f.negatedSubject(v):
		return notOccurred
	case v.Modal != "" || v.Future:
		return modalStatus(v)
	case v.Infinitive:
		return f.governorStatus(a, v, depth)
	case t == text.VB && v.First == v.Main:
		return f.sharedStatus(a, v, depth)
	case t == text.VBG && v.First == v.Main:
		return f.gerundStatus(a, v, depth)
	}
	return f.tenseStatus(a, v)
}

// negatedSubject says whether "no", "none" or "nobody" stands before the verb as its subject.
func (f *finder) negatedSubject(v model.Verb) bool {
	p, ok := model.NounPhrase(f.doc, v.First-1)
	if !ok || p.End != v.First {
		return false
	}
	w := f.doc.Lower(p.First)
	return w == "no" || w == "none" || w == "nobody" || w == "nothing" || w == "neither"
}

func modalStatus(v model.Verb) string {
	switch v.Modal {
	case "may", "might", "could", "can":
		if v.Perfect {
			return occurred
		}
		return idle
	case "must", "should", "ought", "need":
		return proposed
	}
	return planned
}

// tenseStatus: the present of news headlines and of speech is past; other present is what goes on.
func (f *finder) tenseStatus(a *act, v model.Verb) string {
	switch {
	case f.doc.Sentences[a.sentence].Heading && !v.Progressive || atOnce[a.sense.eventType]:
		return occurred
	case v.Progressive:
		return ongoing
	case f.present(v) && !v.Perfect:
		return ongoing
	}
	return occurred
}

// atOnce are the types that have happened once they are spoken of in the present: "is serving a sentence", "accuses".
var atOnce = wordSet("accusation denial warning support request report_published agreement verdict charge warrant law leadership_change order")

// governorStatus is the status of an infinitive by the word that it hangs on; a free one tells a purpose, which is no event.
func (f *finder) governorStatus(a *act, v model.Verb, depth int) string {
	k := v.First - 1
	for k > a.from && f.doc.Tag(k).IsAdverb() {
		k--
	}
	if k < 0 || f.doc.Tokens[k].Sentence != a.sentence {
		return idle
	}
	for range 4 { // over the object and phrases behind it: "sent experts to the island to investigate"
		p, ok := model.NounPhrase(f.doc, k)
		if !ok || p.End != k+1 || f.doc.Tag(k).IsAdjective() {
			break
		}
		if g, ok := governors[f.lemma(p.Head)]; ok && f.doc.Tag(p.Head).IsNoun() && g.status != pass && g.status != occurred {
			a.statusBy = p.Head
			return g.status
		}
		k = p.First - 1
		if t := f.doc.Tag(k); (t == text.IN || t == text.TO) && k > a.from {
			k--
		}
	}
	for f.doc.Tag(k) == text.RP && k > 0 {
		k--
	}
	g, known := governors[f.lemma(k)]
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
			if g, known := governors[f.lemma(k)]; known && f.doc.Tag(k) != text.VB { // "helped arrest", "demanded that he resign"
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
	if k < 0 || f.doc.Tokens[k].Sentence != a.sentence {
		return occurred
	}
	switch w := f.doc.Lower(k); {
	case w == "without":
		return notOccurred
	case w == "from" || w == "of" || w == "for" || w == "on" || w == "in" || w == "about" || w == "to" || w == "toward" || w == "towards" || w == "at":
		return f.prepositionStatus(a, k)
	case f.doc.Tag(k).IsVerb():
		if g, ok := governors[f.lemma(k)]; ok {
			a.statusBy = k
			return f.through(a, g, k, depth)
		}
		if u, ok := model.VerbAt(f.doc, k); ok && u.Modal != "" {
			return idle // "would involve arresting"
		}
	case w == "," || f.doc.Tag(k).IsNoun():
		return f.mainStatus(a, v, depth)
	}
	return occurred
}

// prepositionStatus is the status of a gerund behind the preposition at token k, by the word before that: "banned from", "plans for".
func (f *finder) prepositionStatus(a *act, k int) string {
	at := k - 1
	if p, ok := model.NounPhrase(f.doc, at); ok && p.End == k {
		if g, ok := governors[f.lemma(p.Head)]; ok && g.status != pass && g.status != occurred && f.doc.Tag(p.Head).IsNoun() {
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
		return notOccurred
	case f.doc.Tag(at).IsVerb() && f.doc.Lower(k) != "of":
		if g, ok := governors[l]; ok && (g.status == proposed || g.status == planned || g.status == threatened) {
			a.statusBy = at
			return g.status
		}
	}
	return occurred
}

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
