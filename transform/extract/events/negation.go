package events

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// nobody are words that open a phrase of those to whom nothing happened: "none of them", "neither man", "no arrests".
var nobody = wordSet("no none nobody nothing neither")

// nobodyIn says whether the phrase names nobody. "No fewer than ten" are ten.
func (f *finder) nobodyIn(p model.Phrase) bool {
	if !nobody[f.doc.Lower(p.First)] {
		before, one := f.doc.Lower(p.First-1), f.doc.Lower(p.First)
		return before == "neither" || before == "not" && (one == "a" || one == "an" || one == "one") // "neither the army nor the police", "not a shot"
	}
	next := f.doc.Lower(p.First + 1)
	return next != "fewer" && next != "less" && next != "more"
}

// isNobody says whether the phrase is only such a word: there is nobody to list.
func (f *finder) isNobody(p model.Phrase) bool {
	w := f.doc.Lower(p.Head)
	return nobody[w] || w == "one" && f.doc.Lower(p.First) == "no"
}

// negatedSubject says whether the verb is said of nobody, or hangs on "nor".
func (f *finder) negatedSubject(v model.Verb) bool {
	before := f.doc.Tag(v.First - 1)
	if before == text.WP || before == text.WDT {
		return false // "no man who was held": the men held are there
	}
	p, ok := model.Subject(f.doc, v.Main)
	w := f.doc.Lower(v.First - 1)
	return ok && p.End <= v.First && f.nobodyIn(p) || w == "nor" || w == "neither"
}

// negatedObject says whether the verb of the mention is done to nobody: "arrested nobody", "convicted none of the men".
func (f *finder) negatedObject(a *act, v model.Verb) bool {
	return a.sense.pos == 'v' && v.Main == a.head && !a.passive && a.object.ok && f.nobodyIn(a.object.Phrase)
}

// scarcely says whether the event is said to be rare, or to have befallen few: it tells of none. So does one that nobody suffered for a
// reason: "nobody was arrested for a placard" denies the reason.
func (f *finder) scarcely(a *act) bool {
	if a.sense.pos != 'v' {
		return false
	}
	for k := a.verb.Main - 1; k >= a.verb.First || f.doc.Tag(k).IsAdverb(); k-- {
		if rarely[f.doc.Lower(k)] {
			return true
		}
	}
	if !a.object.ok {
		return false
	}
	if f.doc.Lower(a.object.First) == "few" {
		return true
	}
	return f.isNobody(a.object.Phrase) && f.doc.Lower(a.verb.End) == "for"
}

// rarely are adverbs that leave little or nothing of their verb.
var rarely = wordSet("hardly scarcely rarely seldom")
