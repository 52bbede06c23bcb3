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
	if f.conditional(a) || f.asked(a) || f.scarcely(a) {
		return idle
	}
	if a.sense.pos == 'v' {
		return f.verbStatus(a, a.verb, 0)
	}
	if s := f.nounStatus(a); s != "" {
		return s
	}
	if a.hasVerb && !f.lasts(a) {
		return f.verbStatus(a, a.verb, 0)
	}
	return f.bareStatus(a)
}

// lasts says whether a participle only tells who runs the scams or where: "fraud operations set up in the capital".
func (f *finder) lasts(a *act) bool {
	return lasting[a.sense.eventType] && a.sense.group == "harm" && a.verb.Passive && a.verb.First == a.verb.Main && a.verb.First >= a.noun.End
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
		case (w == "until" || w == "before") && a.sense.pos == 'v' && !a.verb.Past:
			return true // "until she stands trial"
		case f.doc.Tag(k).IsFinite() && a.sense.pos == 'v' || f.doc.Tag(k) == text.Comma || w == ";" || w == "that":
			return false
		}
	}
	return false
}

// conditionReach is how far "if" may stand before the verb that it governs, in tokens.
const conditionReach = 15

// asked says whether the sentence is a question: it tells of nothing.
func (f *finder) asked(a *act) bool {
	s := f.doc.Sentences[a.sentence]
	for k := s.End - 1; k >= max(s.First, s.End-3); k-- {
		if f.doc.Lower(k) == "?" {
			return true
		}
	}
	return false
}

// verbStatus is the status of a verb group; depth bounds chains of governors.
func (f *finder) verbStatus(a *act, v model.Verb, depth int) string {
	t := f.doc.Tag(v.Main)
	switch {
	case depth > 3:
		return occurred
	case v.Negated || f.negatedSubject(v) || f.negatedObject(a, v):
		return notOccurred
	case v.Modal != "" || v.Future:
		return modalStatus(v)
	case v.Infinitive || t == text.VB && f.doc.Lower(v.First-1) == "to": // the "to" of a headline may pass for a preposition
		return f.governorStatus(a, v, depth)
	case t == text.VB && v.First == v.Main:
		return f.sharedStatus(a, v, depth)
	case t == text.VBG && v.First == v.Main:
		return f.gerundStatus(a, v, depth)
	case f.doc.Lower(v.First) == "being" && v.First < v.Main && f.doc.Tag(v.First-1) == text.Comma:
		return f.mainStatus(a, v, depth) // "are held there, being beaten"
	case (t == text.VBN || t == text.VBD) && v.First == v.Main:
		if s := f.wished(a, v); s != "" {
			return s
		}
	}
	return f.tenseStatus(a, v)
}

// wished is the status of what somebody wants or orders done: "want the man detained"; "" for other participles.
func (f *finder) wished(a *act, v model.Verb) string {
	p, ok := model.NounPhrase(f.doc, v.First-1)
	if !ok || p.End != v.First || p.First == 0 {
		return ""
	}
	switch l := f.lemma(p.First - 1); {
	case !f.doc.Tag(p.First - 1).IsVerb():
		return ""
	case l == "want" || l == "need" || l == "prefer":
		a.statusBy = p.First - 1
		return proposed
	case l == "order":
		a.statusBy = p.First - 1
		return ordered
	}
	return ""
}

func modalStatus(v model.Verb) string {
	switch v.Modal {
	case "may", "might", "could", "can", "cannot":
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
	case a.support == "happen" && !lasts[f.lemma(v.Main)]:
		return occurred
	case promises[f.lemma(v.Main)] && (a.sense.group == "economy" || a.sense.group == "protect"):
		return planned
	case f.doc.Sentences[a.sentence].Heading && !v.Progressive || atOnce[a.sense.eventType] && f.lemma(a.head) != "trial":
		return occurred
	case v.Progressive:
		return ongoing
	case f.present(v) && !v.Perfect:
		return ongoing
	}
	return occurred
}

// lasts are the verbs of an event noun whose present says that the event goes on; others only place it ("the arrest comes days after").
var lasts = wordSet("continue rage loom spread resume intensify escalate persist")

// promises are verbs of money or help that is still to be given.
var promises = wordSet("pledge promise")

// atOnce are the types that have happened once they are spoken of in the present: "is serving a sentence", "accuses".
var atOnce = wordSet("accusation denial warning support request report_published agreement verdict charge warrant law leadership_change order")
