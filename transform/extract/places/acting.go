package places

import (
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// stateVerbs are verbs of which a country or capital is the doer only as a government: "Beijing accused", "Bangkok threatened".
var stateVerbs = sync.OnceValue(func() map[string]bool { return lexicon.Read("state_verbs.tsv").Set() })

// acting marks the countries and capitals that stand for their governments.
func (f *finder) acting() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.place < 0 {
			continue
		}
		if p := &f.gaz.places[m.place]; p.kind == "country" || p.capital {
			m.actor = f.acts(m) || f.addressed(m)
		}
	}
}

// acts says whether m is the subject of a verb of speech or state action, or the agent of a passive one.
func (f *finder) acts(m *mention) bool {
	before := f.doc.Tag(m.first - 1)
	if f.doc.Lower(m.first-1) == "by" {
		v, ok := model.VerbAt(f.doc, m.first-2)
		return ok && v.Passive && stateVerbs()[f.lemma(v.Main)]
	}
	if before == text.IN || before == text.TO || f.doc.Lower(m.end) == "'s" || f.doc.Lower(m.end) == "’s" {
		return false
	}
	for k := m.end; k < m.end+4; k++ {
		t := f.doc.Tag(k)
		if t.IsFinite() {
			v, ok := model.VerbAt(f.doc, k)
			return ok && !v.Passive && stateVerbs()[f.lemma(v.Main)]
		}
		if t == text.VBN && f.hasObject(k) {
			return stateVerbs()[f.lemma(k)]
		}
		if !t.IsAdverb() && t != text.Comma {
			return false
		}
	}
	return false
}

// hasObject says whether what looks like a participle is a past tense: an object follows directly, "Beijing accused the company".
func (f *finder) hasObject(i int) bool {
	switch t := f.doc.Tag(i + 1); t {
	case text.DT, text.PRP, text.PRPS, text.NNP, text.NNPS, text.NNS, text.CD:
		return f.doc.Tokens[i].Sentence == f.doc.Tokens[min(i+1, len(f.doc.Tokens)-1)].Sentence
	}
	return false
}

func (f *finder) lemma(i int) string { return model.Lemma(f.doc.Lower(i), f.doc.Tag(i)) }

// addressed says whether m is the government that somebody deals with: "ties with Beijing", "pushed Phnom Penh to act".
func (f *finder) addressed(m *mention) bool {
	switch f.doc.Lower(m.first - 1) {
	case "with", "between":
		switch f.doc.Lower(m.first - 2) {
		case "ties", "relations", "talks", "negotiations", "deal", "agreement", "tensions", "dispute", "cooperation", "alliance", "treaty", "pact", "tie":
			return true
		}
		return false
	case "on":
		return f.doc.Lower(m.first-2) == "pressure" || f.doc.Lower(m.first-2) == "sanctions"
	}
	if v, ok := model.VerbAt(f.doc, m.first-1); ok && v.Main == m.first-1 && !v.Passive {
		switch f.lemma(v.Main) {
		case "urge", "push", "press", "pressure", "ask", "tell", "accuse", "warn", "blame", "criticise", "criticize", "condemn", "sanction", "thank", "sue", "persuade", "lobby":
			return true
		}
	}
	return false
}
