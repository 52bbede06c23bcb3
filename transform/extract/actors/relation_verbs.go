package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// verbClass is what a verb says of its subject.
type verbClass struct {
	relation string
	frame    string // act, now, linked, to: see relation_verbs.tsv
	nouns    map[string]verbClass
}

// readRelationVerbs reads the verbs that tie. Those with a noun ("have ties") hold it under their verb.
func readRelationVerbs() map[string]verbClass {
	m := map[string]verbClass{}
	for _, r := range lexicon.Read("relation_verbs.tsv").Rows {
		verb, noun, two := strings.Cut(r[0], " ")
		if !two {
			m[verb] = verbClass{relation: r[1], frame: r[2], nouns: m[verb].nouns}
			continue
		}
		if m[verb].nouns == nil {
			m[verb] = verbClass{frame: m[verb].frame, relation: m[verb].relation, nouns: map[string]verbClass{}}
		}
		m[verb].nouns[noun] = verbClass{relation: r[1], frame: r[2]}
	}
	return m
}

// predicates reads ties off verbs.
func (b *binder) predicates() {
	for i := range b.doc.Tokens {
		t := b.doc.Tag(i)
		if !t.IsVerb() {
			if w := b.doc.Lower(i); t == text.JJ && (w == "linked" || w == "connected" || w == "affiliated" || w == "tied") {
				b.linked(i, i, relationLists().verbs["link"])
			}
			continue
		}
		c, ok := relationLists().verbs[model.Lemma(b.doc.Lower(i), t)]
		if !ok {
			continue
		}
		v, ok := model.VerbAt(b.doc, i)
		if !ok || v.Main != i || v.Negated || v.Modal != "" {
			if !ok && c.frame == "linked" && t == text.VBN {
				b.linked(i, i, c)
			}
			continue
		}
		b.predicate(v, c)
	}
}

func (b *binder) predicate(v model.Verb, c verbClass) {
	switch {
	case c.frame == "linked":
		if v.Passive || b.doc.Tag(v.Main) == text.VBN {
			b.linked(v.First, v.Main, c)
		}
	case c.nouns != nil && !v.Passive && !v.Infinitive:
		b.withNoun(v, c)
	case c.frame == "to" && !v.Passive && !v.Infinitive:
		b.toward(v, v.End, c)
	case (c.frame == "act" || c.frame == "now") && v.Passive:
		b.passive(v, c)
	case c.frame == "act" || c.frame == "now":
		b.active(v, c)
	}
}

// withNoun reads "<actor> has close ties to <actor>".
func (b *binder) withNoun(v model.Verb, c verbClass) {
	ph, ok := model.Object(b.doc, v.Main)
	if !ok {
		return
	}
	if n, has := c.nouns[b.doc.Lower(ph.Head)]; has && !b.denies(ph) {
		b.toward(v, ph.End, n)
	}
}

// denies says whether a phrase is none: "no ties".
func (b *binder) denies(ph model.Phrase) bool { return b.doc.Lower(ph.First) == "no" }

// toward reads "<actor> belongs to <actor>"; k is the token of the preposition.
func (b *binder) toward(v model.Verb, k int, c verbClass) {
	w := b.doc.Lower(k)
	s := b.sentenceOf(v.Main)
	if w != "to" && w != "with" || k+1 >= s.End {
		return
	}
	o, end, ok := b.objectAt(k+1, s.End)
	m, found := b.subjectOf(v.Main)
	if ok && found && end > m.end {
		b.add(b.predicated(bond{subject: m.actor, object: o.actor, relation: c.relation, status: "current", first: min(m.first, v.First), end: end, rule: "<actor> " + c.relation + " to <actor>"}, v.Main))
	}
}

// active reads "<actor> owns <actor>" and "<actor>, who is said to own <actor>".
func (b *binder) active(v model.Verb, c verbClass) {
	hedged := v.Infinitive && b.hedges(v.First-1) || b.doc.Tag(v.Main) == text.VBG && b.accuses(v.First-1)
	if (v.Infinitive || b.doc.Tag(v.Main) == text.VBG) && !hedged || c.frame == "now" && v.Past && !hedged {
		return
	}
	verb := v.Main
	if b.doc.Tag(v.Main) == text.VBG {
		verb = v.First - 2 // "accused of owning": the subject is that of "accused"
	}
	m, found := b.subjectOf(verb)
	ph, ok := model.Object(b.doc, v.Main)
	if !ok || !found {
		return
	}
	o, ok := b.headOf(ph)
	if !ok || !b.tied(c, m.actor, o.actor) {
		return
	}
	n := bond{subject: m.actor, object: o.actor, relation: c.relation, status: statusOfVerb(c, v.Past), first: min(m.first, v.First), end: max(o.end, v.End), rule: "<actor> <verb> <actor>: " + c.relation}
	if hedged {
		n.assertion, n.status = "alleged", ""
	}
	b.add(b.predicated(n, v.Main))
}

// statusOfVerb is "current" for what holds on, "" for an act of the past.
func statusOfVerb(c verbClass, past bool) string {
	if c.frame == "now" && !past {
		return "current"
	}
	return ""
}

// tied says whether subject and object can have this tie: people lead bodies, nobody owns a person.
func (b *binder) tied(c verbClass, subject, object int) bool {
	if b.isPerson(object) || b.kind(object) == "country" && c.relation != "position" {
		return false
	}
	return c.relation != "position" || b.isPerson(subject)
}

// passive reads "<body>, founded by <actor>" and "<body> is owned by <actor>".
func (b *binder) passive(v model.Verb, c verbClass) {
	ph, ok := model.Agent(b.doc, v.Main)
	o, found := spot{}, false
	if v.First == v.Main {
		o, found = b.described(v.First, b.sentenceOf(v.First))
	}
	if !found {
		o, found = b.subjectOf(v.Main)
	}
	if !ok || !found {
		return
	}
	m, ok := b.agentOf(ph)
	if !ok || !b.tied(c, m.actor, o.actor) {
		return
	}
	status := "current"
	if c.frame == "act" || v.First < v.Main && v.Past {
		status = ""
	}
	n := bond{subject: m.actor, object: o.actor, relation: c.relation, status: status, first: min(o.first, v.First), end: max(m.end, v.End), rule: "<actor> <verb> by <actor>: " + c.relation}
	b.add(b.predicated(n, v.Main))
}

// agentOf is the actor behind "by", a title before him passed over.
func (b *binder) agentOf(ph model.Phrase) (spot, bool) {
	m, end, ok := b.objectAt(ph.First, b.sentenceOf(ph.First).End)
	return m, ok && end >= ph.Head
}

// linked reads "<actor>, a firm linked to <actor>" and "<actor> is linked to <actor>". first to main are the verb group.
func (b *binder) linked(first, main int, c verbClass) {
	s := b.sentenceOf(main)
	if w := b.doc.Lower(main + 1); w != "to" && w != "with" || main+2 >= s.End {
		return
	}
	o, end, ok := b.objectAt(main+2, s.End)
	if !ok {
		return
	}
	m, found := b.described(first, s)
	if !found {
		m, found = b.subjectOf(main)
	}
	if !found || m.first >= first || b.kind(m.actor) == "country" {
		return
	}
	b.add(b.predicated(bond{subject: m.actor, object: o.actor, relation: c.relation, first: m.first, end: end, rule: "<actor> linked to <actor>"}, main))
}

// described is the actor that a participle describes: right before it, or before ", a firm".
func (b *binder) described(first int, s text.Sentence) (spot, bool) {
	k := first
	for k-1 >= s.First && (b.doc.Tag(k-1).IsAdverb() || b.doc.Lower(k-1) == ",") && k > first-3 {
		k--
	}
	if m, ok := b.named(k - 1); ok && m.end == k {
		return m, true
	}
	ph, ok := model.NounPhrase(b.doc, k-1)
	if !ok || ph.End != k || b.doc.Tag(ph.First) != text.DT || ph.First-1 <= s.First || !b.pauses(ph.First-1) {
		return spot{}, false
	}
	m, ok := b.named(ph.First - 2)
	return m, ok && m.end == ph.First-1
}
