package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// roles lists who plays which part in the mention.
func (f *finder) roles(a *act) {
	if a.subject.ok && !f.sameHead(a.subject, a.object) && f.willed(a) && !(a.sense.eventType == "death" && finders[a.sense.words[0]]) {
		f.addPart(a, a.subject, "agent")
	}
	if a.object.ok {
		f.addObject(a)
	}
	f.orderedBy(a)
	for _, pp := range a.pps {
		if role := f.prepositionRole(a, pp); role != "" && !f.meets(a, pp) {
			f.addPart(a, part{Phrase: pp.Phrase, ok: true}, role)
		}
	}
}

// meets says whether the phrase names those of another event: "agreed on a plan after talks between officials".
func (f *finder) meets(a *act, pp model.PP) bool {
	k := pp.Phrase.First - 2
	if a.sense.pos != 'v' || k == a.head || pp.Prep != "between" && pp.Prep != "with" || a.object.ok && k < a.object.End {
		return false
	}
	for _, s := range senses[senseKey{'n', f.lemma(k)}] {
		if both[s.eventType] {
			return true
		}
	}
	return false
}

// addObject adds whom or what the event is done to. Money, shares and licences are no participants: whose licence it is, is.
func (f *finder) addObject(a *act) {
	if q, ok := f.apposed(a.object.Phrase); ok {
		a.object.Phrase = q
	}
	p := a.object.Phrase
	switch {
	case f.headIs(p, []string{"licence", "sentence", "term"}):
		f.addOwner(a, p)
	case itself[a.sense.eventType] && !f.isActorLike(p) || a.sense.eventType == "attack" && wields[a.sense.words[0]]:
	case objectRole(a.sense) == "recipient" && !f.canAct(p) && !f.isActorLike(p): // "offers training"
	case f.headIs(p, []string{"money", "percent", "cent"}) && f.doc.Tag(p.Head) != text.PRP || f.isMoney(p):
	default:
		f.addPart(a, a.object, objectRole(a.sense))
		if owned[a.sense.eventType] && !f.canAct(p) {
			f.addOwner(a, p)
		}
	}
}

// wields are verbs of attacks whose object is the weapon.
var wields = wordSet("fire launch throw use deploy detonate")

// owned are the types that hit whoever the thing belongs to: "a breach of the bank's network".
var owned = wordSet("asset_freeze cyber_attack")

// addOwner adds whose the thing is as a target: "the bank's licence", "the licence of the bank".
func (f *finder) addOwner(a *act, p model.Phrase) {
	q, ok := f.possessor(p)
	if !ok && f.doc.Lower(p.End) == "of" {
		q, ok = f.phraseAt(p.End + 1)
	}
	if ok && f.canAct(q) {
		f.addPart(a, part{Phrase: q, ok: true}, "target")
	}
}

// unwilled are the types that nobody does.
var unwilled = wordSet("natural_disaster accident disease_outbreak market_move")

// willed says whether somebody does it: a price is raised by a government, and not by what befalls the market.
func (f *finder) willed(a *act) bool {
	return !unwilled[a.sense.eventType] || a.sense.eventType == "market_move" && a.sense.pos == 'v' && a.object.ok && f.headIs(a.subject.Phrase, []string{"authority", "business"})
}

// finders are verbs of a death that only tell who came upon it: "was found dead by officers".
var finders = wordSet("find declare pronounce presume confirm")

// itself are the types whose verb has the event for its object: "signed a treaty", "won the election".
var itself = wordSet("law agreement report_published election verdict meeting business_deal weapons_test market_move funding")

func (f *finder) sameHead(x, y part) bool { return x.ok && y.ok && x.Head == y.Head }

// inferAgents gives nouns of enforcement without a doer the authority that acts in the same clause ("police arrested forty people in raids"),
// and those that take up what was told ("the raids") the authority of the sentences before. The row says that it is inferred.
func (f *finder) inferAgents(acts []*act) {
	for i, a := range acts {
		if a.sense.pos != 'n' || a.sense.group != "enforce" || a.subject.ok {
			continue
		}
		if b := f.doerNear(acts, i); b != nil {
			a.operation = b
			f.addPart(a, part{Phrase: b.subject.Phrase, ok: true, inferred: true}, "agent")
		}
	}
}

// doerNear is an act of enforcement by an authority: in the clause of act i, or, when that points back, in the two sentences before.
func (f *finder) doerNear(acts []*act, i int) *act {
	a := acts[i]
	for j := max(0, i-6); j < min(len(acts), i+5); j++ {
		b := acts[j]
		if b.sense.pos != 'v' || b.sense.group != "enforce" || !b.subject.ok || real(b.status) != real(a.status) || !f.headIs(b.subject.Phrase, []string{"authority"}) {
			continue
		}
		if b.sentence == a.sentence && b.from == a.from || f.definite(a) && b.sentence < a.sentence && a.sentence-b.sentence <= 2 {
			return b
		}
	}
	return nil
}

// objectRole is the part of whom the event is done to.
func objectRole(s *sense) string {
	switch {
	case s.group == "harm" && s.eventType != "fraud_operation" && s.eventType != "corruption" && s.eventType != "cyber_attack":
		return "victim"
	case s.eventType == "assistance":
		return "recipient"
	}
	return "target"
}

// both are the types whose "with", "between" and "and" name equals.
var both = wordSet("meeting agreement joint_action dispute armed_clash business_deal")

// prepositionRole is the part that a prepositional phrase names, "" for none.
func (f *finder) prepositionRole(a *act, pp model.PP) string {
	if f.isDate(pp.Phrase) || f.headIs(pp.Phrase, []string{"crime"}) || !f.isActorLike(pp.Phrase) {
		return ""
	}
	switch t := a.sense.eventType; pp.Prep {
	case "with", "between":
		if t == "armed_clash" && a.sense.pos == 'v' && a.subject.ok {
			return "target"
		}
		if both[t] {
			return "agent"
		}
	case "into":
		if t == "attack" {
			return "target"
		}
	case "for":
		if t == "funding" || t == "assistance" {
			return "recipient"
		}
	case "to":
		if t == "service_cutoff" {
			return "target"
		}
		if t == "assistance" || t == "funding" || t == "extradition" || t == "release" && f.headIs(pp.Phrase, []string{"authority"}) {
			return "recipient"
		}
	case "against", "at", "on":
		if a.object.ok && a.object.Head == pp.Phrase.Head || targetPrepositions[a.sense.group] == nil || !targetPrepositions[a.sense.group][pp.Prep] {
			return ""
		}
		if a.sense.pos == 'v' && (pp.Prep == "at" || pp.Prep == "on" && a.object.ok) || pp.Prep == "at" && a.sense.group != "force" && a.sense.group != "unrest" {
			return "" // where, not whom
		}
		return "target"
	}
	return ""
}

// isActorLike says whether the phrase names people, a body, a state, or a site that can be acted on.
func (f *finder) isActorLike(p model.Phrase) bool {
	return f.isAny(p, []string{"person", "authority", "organization", "business", "country", "criminal", "site", "group", "refugee", "worker", "place"})
}

// orderedBy adds who ordered or asked for the act, when its status rests on such a verb.
func (f *finder) orderedBy(a *act) {
	if a.statusBy < 0 || a.status != ordered {
		return
	}
	if v, ok := model.VerbAt(f.doc, a.statusBy); ok && v.Main == a.statusBy {
		p, has := model.Subject(f.doc, v.Main)
		if v.Passive {
			p, has = model.Agent(f.doc, v.Main)
		}
		if has && !(a.subject.ok && a.subject.Head == p.Head) {
			f.addPart(a, part{Phrase: p, ok: true}, "ordered_by")
		} else if has {
			f.rename(a, p, "ordered_by")
		}
	}
}

// rename gives the row of phrase p another role: who orders a raid does not raid.
func (f *finder) rename(a *act, p model.Phrase, role string) {
	start := f.doc.SpanOf(p.First, p.End).SpanStart
	for i := range a.actors {
		if r := &a.actors[i]; r.Role == "agent" && *r.TextEnd > start && *r.TextStart <= f.doc.SpanOf(p.Head, p.End).SpanStart {
			r.Role = role
		}
	}
}

// addPart adds rows for a phrase and what "and" adds to it.
func (f *finder) addPart(a *act, p part, role string) {
	for _, q := range append(f.members(p.Phrase), f.examples(p.Phrase)...) {
		if q.First >= a.to && p.First < a.to && q.First > p.First {
			break // "raided farms, and the army did so": the next clause
		}
		if p.First > a.head && q.First > p.First && f.doc.Tag(q.End).IsFinite() {
			break // "struck a depot and Russia shelled a town"
		}
		if f.isNobody(q) && !f.quantity(q) {
			continue
		}
		if role == "agent" || role == "ordered_by" {
			var able bool
			if q, able = f.doer(q); !able {
				continue
			}
		} else if tellers[f.doc.Lower(q.Head)] {
			if named, ok := f.antecedent(q); ok {
				q = named
			}
		}
		if row, ok := f.actorRow(q); ok {
			row.Role = role
			row.IsInferred = p.inferred || q.First < a.from || q.First >= a.to
			if !slices.ContainsFunc(a.actors, func(x schema.EventActor) bool { return *x.TextStart == *row.TextStart && x.Role == role }) {
				a.actors = append(a.actors, row)
			}
		}
	}
}

// examples are the named actors that the text gives of the phrase: "critics, including the council and the mayor".
func (f *finder) examples(p model.Phrase) []model.Phrase {
	k := p.End
	if f.doc.Tag(k) == text.Comma {
		k++
	}
	switch {
	case f.doc.Lower(k) == "including" || f.doc.Lower(k) == "like":
		k++
	case f.doc.Lower(k) == "such" && f.doc.Lower(k+1) == "as":
		k += 2
	default:
		return nil
	}
	q, ok := f.phraseAt(k)
	if !ok {
		return nil
	}
	var named []model.Phrase
	for _, x := range f.members(q) {
		if len(covering(f.mentions, x.Head, x.Head+1)) > 0 {
			named = append(named, x)
		}
	}
	return named
}
