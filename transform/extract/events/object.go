package events

import (
	"slices"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// payee cuts a phrase that runs from whom into how much ("the bank 30 million kroner") and gives both.
func (f *finder) payee(p model.Phrase) (model.Phrase, part) {
	for _, g := range within(f.figs, p.First+1, p.End) {
		if !f.doc.Tag(g.first-1).IsNoun() || f.rec.Figures[g.row].UnitKind != "money" {
			continue
		}
		return model.Phrase{First: p.First, Head: g.first - 1, End: g.first}, part{Phrase: model.Phrase{First: g.first, Head: p.Head, End: p.End}, ok: true}
	}
	return p, part{}
}

// sameObject is what a pronoun behind a second verb stands for, the object of the first: "questioned the captain but did not arrest him".
func (f *finder) sameObject(a *act, p model.Phrase) model.Phrase {
	w := f.doc.Lower(p.Head)
	if w != "him" && w != "her" && w != "it" && w != "them" || p.Head < a.head {
		return p
	}
	subject, ok := model.Subject(f.doc, a.head)
	for k := a.verb.First - 1; ok && k >= subject.End && k > a.head-maxFronted; k-- {
		if !f.doc.Tag(k).IsVerb() {
			continue
		}
		v, isVerb := model.VerbAt(f.doc, k)
		if !isVerb || v.Main != k {
			continue
		}
		first, shares := model.Subject(f.doc, k)
		q, has := model.Object(f.doc, k)
		if shares && first == subject && has && q.First > k && q.End <= a.verb.First && f.objectAgrees(w, q) {
			return q
		}
		return p
	}
	return p
}

// objectAgrees says whether pronoun w can mean the phrase.
func (f *finder) objectAgrees(w string, p model.Phrase) bool {
	several := f.doc.Tag(p.Head) == text.NNS || len(model.Conjuncts(f.doc, p)) > 0
	person := f.headIs(p, []string{"person"})
	switch w {
	case "them":
		return several
	case "it":
		return !several && !person && f.doc.Tag(p.Head) != text.PRP
	}
	return !several && person && f.doc.Tag(p.Head) != text.PRP
}

// widened is the object with a first noun of its list that stands alone before "and": "halted fuel and electricity exports"; or with the word
// that names people by what befell them: "the wounded".
func (f *finder) widened(v model.Verb, p model.Phrase) model.Phrase {
	if f.doc.Tag(p.Head) == text.DT && p.Head == p.First && slices.Contains(nounClasses[f.doc.Lower(p.End)], "person") {
		return model.Phrase{First: p.First, Head: p.End, End: p.End + 1}
	}
	if f.doc.Tag(p.First-1) == text.CC && p.First == v.End+2 && f.doc.Tag(v.End).IsNoun() {
		return model.Phrase{First: v.End, Head: p.Head, End: p.End}
	}
	return p
}
