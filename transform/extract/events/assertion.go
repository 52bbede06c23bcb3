package events

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// cues are words around an event that say who vouches for it or how far it extends.
var cues = rule.NewLexicon(lexicon.Read("event_cues.tsv").Map("means"))

// The words of the vocabulary assertion that one mention can have.
const (
	stated     = "stated"
	attributed = "attributed"
	alleged    = "alleged"
	denied     = "denied"
)

// assertion says who vouches for the mention, and in whose words it stands.
func (f *finder) assertion(a *act) {
	a.assertion = stated
	if c := f.enclosing(a.head); c != nil {
		a.citation = c.CitationID
		a.assertion = f.byCitations(a, c)
	}
	a.speechCitation = f.speech(a)
	if a.sense.group == "speech" || a.sense.group == "inform" {
		return
	}
	switch {
	case f.deniedBy(a):
		a.assertion = denied
	case f.allegedBy(a):
		a.assertion = alleged
	}
}

// enclosing is the smallest citation whose content holds token i, nil for none.
func (f *finder) enclosing(i int) *schema.Citation {
	var best *schema.Citation
	for _, k := range f.voices.at(f.doc.SpanOf(i, i+1).SpanStart) {
		c := &f.rec.Citations[k]
		if c.Kind != "direct" && c.Kind != "indirect" && c.Kind != "mixed" {
			continue
		}
		if best == nil || c.SpanEnd-c.SpanStart < best.SpanEnd-best.SpanStart {
			best = c
		}
	}
	return best
}

// byCitations is the assertion of a mention inside citation c. An order or request is the article's own news: what it asks for is not in
// doubt. A claim stays a claim when another voice passes it on.
func (f *finder) byCitations(a *act, c *schema.Citation) string {
	if c.CueClass == "order" || c.CueClass == "ask" || a.status == threatened && c.CueClass == "warn" {
		return stated
	}
	said := byCitation(c)
	if said == denied && a.sense.pos == 'n' && f.definite(a) {
		return attributed // "the meeting had nothing to do with it" denies no meeting
	}
	if said != attributed {
		return said
	}
	for _, k := range f.voices.at(f.doc.SpanOf(a.head, a.head+1).SpanStart) {
		if o := &f.rec.Citations[k]; o.CueClass == "accuse" || o.CueClass == "claim" {
			return alleged
		}
	}
	return said
}

// byCitation is the assertion of what stands inside a citation.
func byCitation(c *schema.Citation) string {
	switch {
	case c.CueClass == "deny":
		return denied
	case c.CueClass == "accuse" || c.CueClass == "claim" || c.Anonymity == "anonymous" && hides(c.SourceText):
		return alleged
	}
	return attributed
}

// hides says whether the words of a source keep it unknown: "sources", "an insider". A statement or a body without name is known.
func hides(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		switch w {
		case "source", "sources", "insider", "insiders", "unnamed", "unidentified", "anonymous", "anonymity", "rumours", "rumors":
			return true
		}
	}
	return false
}

// speech is the citation whose cue is the trigger of a speech act, "" for none.
func (f *finder) speech(a *act) string {
	if a.sense.group != "speech" && a.sense.eventType != "order" && a.sense.eventType != "request" || a.sense.pos != 'v' {
		return ""
	}
	return f.voices.cues[cue{a.sentence + 1, f.doc.Lower(a.head)}]
}

// allegedBy says whether words before the event, or inside its phrase, call it unproven.
func (f *finder) allegedBy(a *act) bool {
	if (a.verb.Modal == "may" || a.verb.Modal == "might" || a.verb.Modal == "could") && a.verb.Perfect {
		return true
	}
	first, end := max(a.from, a.first-allegedReach), min(a.head+2, a.to)
	if a.sense.pos == 'n' {
		first = max(min(a.noun.First, a.first)-6, f.doc.Sentences[a.sentence].First)
	}
	for i := first; i < end; i++ {
		stop, means, ok := cues.At(f.doc, i, end)
		if !ok || means != alleged {
			continue
		}
		if stop == i+1 && !strings.HasSuffix(f.doc.Lower(i), "ly") && !(i >= a.noun.First && i < a.noun.Head) && !(a.object.ok && a.subject.ok && i >= a.subject.First && i < a.subject.Head) {
			continue // "the alleged smuggler was arrested" doubts the smuggler
		}
		if last := f.doc.Lower(stop - 1); (last == "of" || last == "that" || last == "to") && stop < min(a.first, a.headFirst())-allegedNear {
			continue // "on suspicion of murder and was charged"
		}
		if stop <= a.head {
			return true
		}
	}
	return f.accusedOf(a) || f.chargedWith(a)
}

// chargedWith says whether the mention is an -ing form of what somebody is charged with: "charged an officer with beating a prisoner".
func (f *finder) chargedWith(a *act) bool {
	if a.sense.pos != 'v' || f.doc.Tag(a.head) != text.VBG || f.doc.Lower(a.head-1) != "with" {
		return false
	}
	for k := a.head - 2; k >= a.from && k > a.head-chargeReach; k-- {
		if f.doc.Tag(k).IsVerb() {
			return f.lemma(k) == "charge"
		}
	}
	return false
}

// chargeReach is how many tokens before what somebody is charged with the verb may stand.
const chargeReach = 15

// allegedReach is how many tokens before its event a word of doubt may stand.
const allegedReach = 8

// allegedNear is how many words may stand between "suspicion of" and the event that is suspected.
const allegedNear = 3

// headFirst is the first token of the phrase or verb group of the mention.
func (a *act) headFirst() int {
	if a.sense.pos == 'v' {
		return a.verb.First
	}
	return a.noun.First
}

// accusedOf says whether the event is what somebody is accused or suspected of.
func (f *finder) accusedOf(a *act) bool {
	k := a.head - 1
	if a.sense.pos == 'n' {
		k = a.noun.First - 1
	}
	if w := f.doc.Lower(k); w != "of" && w != "for" {
		return false
	}
	for j := k - 1; j >= a.from && j > k-10; j-- {
		if f.doc.Tag(j).IsVerb() {
			l := f.lemma(j)
			return l == "accuse" || l == "suspect" || l == "blame" && f.doc.Lower(k) == "for"
		}
	}
	return false
}

// deniedBy says whether the event is what somebody denies: the object of "deny", or a gerund behind it.
func (f *finder) deniedBy(a *act) bool {
	if a.sense.pos == 'n' {
		v, ok := f.verbOver(a.noun)
		return ok && f.lemma(v.Main) == "deny" || f.deniedClaim(a)
	}
	if f.deniedClaim(a) {
		return true
	}
	if f.doc.Tag(a.head) != text.VBG {
		return false
	}
	v, ok := model.VerbAt(f.doc, a.verb.First-1)
	return ok && f.lemma(v.Main) == "deny"
}

// deniedClaim says whether the event is what a denied claim is about: "denied claims of bribery", "rejected reports that it had paid".
func (f *finder) deniedClaim(a *act) bool {
	k := a.noun.First - 1
	if a.sense.pos == 'v' {
		k = f.thatBefore(a.verb.First)
	}
	if w := f.doc.Lower(k); k < 1 || w != "that" && w != "of" || a.sense.pos == 'n' && f.definite(a) {
		return false
	}
	p, ok := model.NounPhrase(f.doc, k-1)
	if !ok || p.End != k || !claimed[f.lemma(p.Head)] {
		return false
	}
	v, ok := f.verbOver(p)
	return ok && denies[f.lemma(v.Main)] && !v.Negated
}

// thatBefore is the "that" before the verb group at token i, with no finite verb between; -1 for none.
func (f *finder) thatBefore(i int) int {
	for k := i - 1; k > i-maxFronted && k >= 0 && !f.doc.Tag(k).IsFinite(); k-- {
		if f.doc.Lower(k) == "that" {
			return k
		}
	}
	return -1
}

// claimed are nouns for what somebody says without proof; denies are verbs that call it wrong.
var (
	claimed = wordSet("claim allegation accusation report suggestion suspicion rumour rumor charge")
	denies  = wordSet("deny reject dismiss refute rebut rebuff")
)
