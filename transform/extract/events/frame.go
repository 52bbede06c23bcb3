package events

import (
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
	given          part   // money that the object gets or has to pay: "fined the bank $2 million"
	pps            []model.PP
	passive        bool
	from, to       int // tokens of the clause
	status         string
	statusBy       int // token of the word that governs the status, -1
	assertion      string
	granularity    string
	citation       string // citation_id
	speechCitation string
	actors         []schema.EventActor
	operation      *act // the act of enforcement that it belongs to, nil for none
	dates          []place
	date           *schema.DateMention
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
func (f *finder) frame(s *sense, i, first, end int, active bool) *act {
	a := &act{sense: s, head: i, first: first, end: end, phraseEnd: end, sentence: f.doc.Tokens[i].Sentence, statusBy: -1}
	a.from, a.to = model.Clause(f.doc, i)
	a.from = f.fronted(a.from)
	var ok bool
	switch s.pos {
	case 'v':
		ok = f.verbFrame(a, active)
	case 'n':
		ok = f.nounFrame(a)
	default:
		ok = f.predicateFrame(a)
	}
	if !ok {
		return nil
	}
	surface := a.subject
	if a.passive {
		surface = a.object
	}
	if surface.ok && surface.First < a.from && f.listEnds(surface.Phrase, a.verb.First) {
		a.from = surface.First // the clause begins with the first of "police, soldiers and customs officers"
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
