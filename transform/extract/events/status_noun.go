package events

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

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
	if v, ok := f.predicate(a.noun); ok && !a.passive && (v.Passive || f.lemma(v.Main) == "be") {
		if k, awaited := f.awaited(v); awaited {
			a.statusBy = k
			return planned
		}
		if s := f.governed(a, v.Main, v); s != "" {
			return s
		}
	}
	k := a.noun.First - 1
	if k < a.from || f.doc.Tag(k) != text.IN && f.doc.Tag(k) != text.TO || f.doc.Lower(k) == "after" {
		return ""
	}
	if f.doc.Lower(k) == "of" && a.sense.group == "incident" && perils[f.lemma(k-1)] {
		return idle // "warned of landslides"
	}
	if f.doc.Lower(k) == "without" || f.doc.Lower(k) == "to" && f.sentenced(a) {
		return idle
	}
	if p, ok := model.NounPhrase(f.doc, k-1); ok && p.End == k && f.doc.Lower(k) == "with" { // "threatened the bank with"
		if v, ok := model.VerbAt(f.doc, p.First-1); ok && v.Main == p.First-1 && f.lemma(v.Main) == "threaten" {
			return f.governed(a, v.Main, v)
		}
	}
	if v, ok := model.VerbAt(f.doc, k-1); ok && v.Main == k-1 { // "called for", "threatened with"
		if g, known := f.governorAt(k - 1); known && g.status == proposed && f.doc.Lower(k) == "for" && f.verbStatus(a, v, 1) != notOccurred {
			a.statusBy = k - 1
			return proposed // "pressed for the release"
		}
		return f.governed(a, k-1, v)
	}
	if g, ok := governors[f.lemma(k-1)]; ok && g.status != pass && f.doc.Tag(k-1).IsNoun() && (f.doc.Lower(k) == "of" || f.doc.Lower(k) == "for") { // "threat of", "call for"
		a.statusBy = k - 1
		return g.status
	}
	return ""
}

// predicate is the verb whose subject the phrase is; what a participle adds is not it: "the visit, planned for May, was cancelled".
func (f *finder) predicate(p model.Phrase) (model.Verb, bool) {
	v, ok := f.verbUnder(p)
	if v.End == 0 || v.First != v.Main || f.doc.Tag(v.Main) != text.VBN && !f.inserted(v.Main) {
		return v, ok
	}
	_, end := f.bounds(p.Head)
	for k := v.End; k < min(end, v.End+maxFronted); k++ {
		if !f.doc.Tag(k).IsFinite() || f.doc.Tag(v.Main-1) == text.Comma && f.doc.Tag(k-1) != text.Comma {
			continue
		}
		if u, has := model.VerbAt(f.doc, k); has {
			if s, other := model.Subject(f.doc, u.Main); !other || s.Head == p.Head {
				return u, true
			}
		}
	}
	return v, ok
}

// awaited says whether the verb only says when its subject is to come ("a verdict is expected in May", "the ruling is due on Friday"), and by
// which word.
func (f *finder) awaited(v model.Verb) (int, bool) {
	k := v.Main
	if f.lemma(k) == "be" {
		if k++; f.doc.Lower(k) != "due" {
			return k, false
		}
	}
	return k, awaits[f.lemma(k)] && f.doc.Tag(k+1) != text.TO && !v.Negated && f.present(v)
}

var awaits = wordSet("expect due schedule slate")

// perils are words whose "of" names what might come.
var perils = wordSet("warn warning risk danger fear possibility chance threat likelihood")

// sentenced says whether the noun is what a court condemns somebody to: nobody has died of it.
func (f *finder) sentenced(a *act) bool {
	for k := a.noun.First - 1; k >= a.from && k > a.noun.First-maxFronted; k-- {
		if f.doc.Tag(k).IsVerb() {
			return condemns[f.lemma(k)]
		}
	}
	return false
}

var condemns = wordSet("sentence condemn")

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
	g, ok := f.governorAt(i)
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
var announces = wordSet("appeal ask want need seek announce approve agree decide promise offer allow permit authorise authorize block reject hope expect prepare tell discuss debate encourage weigh stress fight resist oppose prevent explore sentence warn direct instruct meet press advise invite urge")
