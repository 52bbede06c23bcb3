package events

import (
	"slices"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// members are the things that a phrase and what "and" adds to it name. Words that share the head of the last one are no things of their
// own: "American, British and Canadian regulators" are one, and so are "all internet and mobile operators".
func (f *finder) members(p model.Phrase) []model.Phrase {
	all := append([]model.Phrase{p}, model.Conjuncts(f.doc, p)...)
	last := all[len(all)-1]
	kept, first := all[:0], -1
	for i, q := range all {
		if i < len(all)-1 && f.sharesHead(q, last) {
			if first < 0 {
				first = q.First
			}
			continue
		}
		if first >= 0 {
			q.First, first = first, -1
		}
		kept = append(kept, q)
	}
	return kept
}

// sharesHead says whether p is only a modifier of the head of the last phrase of its list: an adjective or word for a people, or a bare
// noun behind "all" or "the" that cannot act by itself.
func (f *finder) sharesHead(p, last model.Phrase) bool {
	t := f.doc.Tag(last.Head)
	if t != text.NNS && t != text.NN || last.First == last.Head || f.doc.Tag(last.First) == text.DT || f.doc.Tag(last.First) == text.CD {
		return false
	}
	if w := f.doc.Tag(p.Head); w.IsAdjective() || w.IsProper() && p.First == p.Head && demonyms[f.doc.Word(p.Head)] != "" && w != text.NNPS {
		return true
	}
	if f.doc.Tag(p.Head) == text.NN && p.First == p.Head && t == text.NNS && f.doc.Tag(last.First) == text.NN && last.First == last.Head-1 && !f.canAct(p) {
		return true // "fuel and electricity exports"
	}
	return f.doc.Tag(p.Head) == text.NN && t == text.NNS && (f.doc.Tag(p.First) == text.DT || f.doc.Tag(p.First) == text.PDT) && !f.canAct(p)
}

// doers are the classes of event_classes.tsv that can act.
var doers = []string{"person", "authority", "organization", "business", "country", "criminal", "group", "refugee", "worker", "gang", "network", "body", "military", "vessel", "aircraft", "court", "union"}

// people are further nouns for those who act: speakers, and what is counted as persons, bodies or countries.
var people = func() map[string]bool {
	m := map[string]bool{}
	for noun := range lexicon.Read("speaker_nouns.tsv").Map("kind") {
		m[noun] = true
	}
	for noun, class := range lexicon.Read("count_classes.tsv").Map("class") {
		if class == "person" || class == "organisation" || class == "country" || class == "household" {
			m[noun] = true
		}
	}
	return m
}()

// canAct says whether the phrase names somebody or a body: neither a thing, a deed or a thought, nor the town that a report is sent from.
func (f *finder) canAct(p model.Phrase) bool {
	if f.quantity(p) {
		if q, ok := f.phraseAt(p.End + 1); ok {
			p = q
		}
	}
	if named := covering(f.mentions, p.Head, p.Head+1); len(named) > 0 {
		i, ok := f.actors[f.rec.ActorMentions[named[0].row].ActorID]
		return !ok || f.rec.Actors[i].ActorType != "facility"
	}
	if placed := covering(f.places, p.Head, p.Head+1); len(placed) > 0 {
		if f.rec.PlaceMentions[placed[0].row].IsActor {
			return true
		}
		i, ok := f.gazette[f.rec.PlaceMentions[placed[0].row].PlaceID]
		return ok && f.rec.Places[i].PlaceType == "country"
	}
	switch t := f.doc.Tag(p.Head); {
	case t.IsProper(), t == text.PRP, t == text.WP, t == text.PRPS:
		return true
	case t == text.CD:
		return !f.isMoney(p)
	}
	return people[f.lemma(p.Head)] || f.headIs(p, doers)
}

// governorAt is what the word at token k governs and how. A verb with a particle is another word: "set up" plans nothing.
func (f *finder) governorAt(k int) (governor, bool) {
	l := f.lemma(k)
	if f.doc.Tag(k).IsVerb() && f.doc.Tag(k+1) == text.RP {
		l += " " + f.doc.Lower(k+1)
	}
	g, ok := governors[l]
	return g, ok
}

// listedIn says whether token i heads one of the things that the phrase names.
func (f *finder) listedIn(p model.Phrase, i int) bool {
	return slices.ContainsFunc(f.members(p), func(q model.Phrase) bool { return q.Head == i })
}
