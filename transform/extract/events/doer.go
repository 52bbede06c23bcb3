package events

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// doer is who acts where the phrase is given as agent: itself, or whose it is where it cannot act ("Oxfam's report says"). Storms and
// quakes do nothing to anybody, and neither do plans and crises.
func (f *finder) doer(p model.Phrase) (model.Phrase, bool) {
	if f.isForce(p) {
		return p, false
	}
	if q, ok := f.antecedent(p); ok {
		return q, true
	}
	if q, ok := f.apposed(p); ok {
		return q, true
	}
	if f.canAct(p) {
		return p, true
	}
	q, ok := f.possessor(p)
	return q, ok && f.canAct(q)
}

// isForce says whether the phrase names a storm, quake or another force of nature: nobody acts.
func (f *finder) isForce(p model.Phrase) bool {
	for i := p.First; i < p.End; i++ {
		for _, c := range nounClasses[f.lemmas[i]] {
			if c == "disaster" {
				return true
			}
		}
	}
	return false
}

// antecedent is whom a pronoun that nobody resolved stands for where the text itself says so: the speaker of a quotation ("we are
// reviewing"), the subject of the verb that reports the clause ("the bank said it would"), or, of a sentence that "it" or "they" opens, who
// spoke or acted in the sentence before.
func (f *finder) antecedent(p model.Phrase) (model.Phrase, bool) {
	for range 3 { // "he denies that it was his, and says it will"
		if f.doc.Tag(p.Head) != text.PRP || len(covering(f.mentions, p.Head, p.Head+1)) > 0 {
			return p, false
		}
		w := f.doc.Lower(p.Head)
		if tellers[w] && w != "you" {
			return f.quoted(p.Head)
		}
		q, ok := f.reporter(p)
		if !ok {
			q, ok = f.topic(p.Head)
		}
		if !ok || q.First >= p.First {
			return q, false
		}
		if f.doc.Tag(q.Head) != text.PRP || len(covering(f.mentions, q.Head, q.Head+1)) > 0 {
			return q, f.agrees(w, q) && f.canAct(q)
		}
		p = q
	}
	return p, false
}

// reporter is the subject of the verb that stands right before the pronoun or its "that".
func (f *finder) reporter(p model.Phrase) (model.Phrase, bool) {
	k := p.First - 1
	if f.doc.Lower(k) == "that" {
		k--
	}
	v, ok := model.VerbAt(f.doc, k)
	if !ok || v.Main != k || v.Passive {
		return p, false
	}
	return f.trimmed(model.Subject(f.doc, v.Main))
}

// topic is the first subject of the sentence of token i, or, where that token opens it, who spoke or acted in the sentence before, in the
// same paragraph.
func (f *finder) topic(i int) (model.Phrase, bool) {
	w := f.doc.Lower(i)
	if w != "it" && w != "they" {
		return model.Phrase{}, false
	}
	n := f.doc.Tokens[i].Sentence
	s := f.doc.Sentences[n]
	if i > s.First {
		return f.firstSubject(s, i)
	}
	if n == 0 || f.doc.Sentences[n-1].Paragraph != s.Paragraph || f.doc.Sentences[n-1].Heading {
		return model.Phrase{}, false
	}
	s = f.doc.Sentences[n-1]
	if p, ok := f.lastSpeaker(s); ok {
		return p, true
	}
	return f.firstSubject(s, s.End)
}

// firstSubject is the subject of the first finite verb of the sentence before token end.
func (f *finder) firstSubject(s text.Sentence, end int) (model.Phrase, bool) {
	for k := s.First; k < min(end, s.First+reach); k++ {
		if v, ok := model.VerbAt(f.doc, k); ok && f.doc.Tag(v.First).IsFinite() {
			return f.trimmed(model.Subject(f.doc, v.Main))
		}
	}
	return model.Phrase{}, false
}

// lastSpeaker is who is said to have spoken at the end of the sentence: "…, the ministry said".
func (f *finder) lastSpeaker(s text.Sentence) (model.Phrase, bool) {
	for k := s.End - 1; k > max(s.First, s.End-speakerReach); k-- {
		if f.doc.Tag(k) == text.VBD && f.lemma(k) == "say" {
			return f.trimmed(model.Subject(f.doc, k))
		}
	}
	return model.Phrase{}, false
}

// speakerReach is how many tokens before its end a sentence may name its speaker: "said on Friday".
const speakerReach = 5

// quoted is the source of the direct quotation around token i.
func (f *finder) quoted(i int) (model.Phrase, bool) {
	c := f.enclosing(i)
	if c == nil || c.Kind == "indirect" || c.SourceStart == nil || c.SourceEnd == nil {
		return model.Phrase{}, false
	}
	first, end := f.doc.TokensOf(schema.Span{SpanStart: *c.SourceStart, SpanEnd: *c.SourceEnd})
	if first >= end {
		return model.Phrase{}, false
	}
	p, ok := model.NounPhrase(f.doc, end-1)
	return p, ok && f.canAct(p)
}

// agrees says whether pronoun w can stand for the phrase: "they" for several or a body, "it" for one body, "he" and "she" for one person.
func (f *finder) agrees(w string, p model.Phrase) bool {
	t := f.doc.Tag(p.Head)
	several := t == text.NNS || len(model.Conjuncts(f.doc, p)) > 0
	person := f.headIs(p, []string{"person"})
	switch w {
	case "they":
		return several || !person
	case "it":
		return !several && !person
	case "he", "she":
		return !several && person
	}
	return false
}

// commanded is the first of those whom the verb before an infinitive makes act: "told banks and brokers to freeze the accounts".
func (f *finder) commanded(v model.Verb) (model.Phrase, bool) {
	p, ok := model.NounPhrase(f.doc, v.First-1)
	for ok && p.End <= v.First {
		k := p.First - 1
		if g, known := f.governorAt(k); known && f.doc.Tag(k).IsVerb() {
			return p, g.byObject && f.listEnds(p, v.First)
		}
		if t := f.doc.Tag(k); t != text.CC && t != text.Comma {
			break
		}
		p, ok = model.NounPhrase(f.doc, k-1)
	}
	return model.Phrase{}, false
}

// calledOn is whom somebody calls on to do what the infinitive says: "called on Kenya to open the border".
func (f *finder) calledOn(v model.Verb) (model.Phrase, bool) {
	p, ok := model.NounPhrase(f.doc, v.First-1)
	if w := f.doc.Lower(p.First - 1); !ok || p.End != v.First || w != "on" && w != "upon" {
		return model.Phrase{}, false
	}
	return p, f.lemma(p.First-2) == "call"
}

// listEnds says whether what "and" adds to p ends before token k.
func (f *finder) listEnds(p model.Phrase, k int) bool {
	all := f.members(p)
	return all[len(all)-1].End == k
}

// exemplified is whose measures or plans an -ing form gives as an example: "the ministry's steps, such as closing crossing points".
func (f *finder) exemplified(v model.Verb) (model.Phrase, bool) {
	first, _ := f.bounds(v.Main)
	for k := v.First - 1; k > first+1 && k > v.First-exampleReach && !f.doc.Tag(k).IsFinite(); k-- {
		if w := f.doc.Lower(k); w != "including" && (w != "as" || f.doc.Lower(k-1) != "such") {
			continue
		} else if w == "as" {
			k--
		}
		if f.doc.Tag(k-1) == text.Comma {
			k--
		}
		if p, ok := model.NounPhrase(f.doc, k-1); ok && p.End == k {
			q, has := f.possessor(p)
			return q, has && f.canAct(q)
		}
		return model.Phrase{}, false
	}
	return model.Phrase{}, false
}

// exampleReach is how many tokens behind "such as" an example may stand.
const exampleReach = 20
