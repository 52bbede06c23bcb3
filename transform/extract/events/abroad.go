package events

import (
	"slices"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// unknown is a number of countries of which none is sure.
const unknown = 2

// grounds are nouns for the land of a state, behind the word for its people: "on Kenyan soil".
var grounds = wordSet("territory soil waters jurisdiction airspace")

// soil is the country in whose land the clause of the mention puts it, "" for none.
func (f *finder) soil(a *act) string {
	for k := a.end; k < min(a.to, a.end+soilReach); k++ {
		c := demonyms[f.doc.Word(k)]
		if c == "" || !grounds[f.doc.Lower(k+1)] {
			continue
		}
		switch f.doc.Lower(k - 1) {
		case "in", "on", "within", "inside", "from":
			return c
		}
		return ""
	}
	return ""
}

// soilReach is how many tokens behind its trigger the land may stand.
const soilReach = 8

// beyond says whether the text puts something outside the place: "beyond Kenya's jurisdiction".
func (f *finder) beyond(p place) bool {
	w := f.doc.Lower(f.prepositionOf(p))
	return w == "outside" || w == "beyond"
}

// judged says whether the mention is only why a state speaks or punishes: "Norway sanctioned the trader over alleged slavery" puts no slavery
// there.
func (f *finder) judged(a *act) bool {
	k, first := min(a.first, a.noun.First)-1, f.doc.Sentences[a.sentence].First
	if a.sense.pos != 'n' || a.hasVerb || k < first+2 {
		return false
	}
	for t := f.doc.Tag(k); k > first+1 && (t == text.CC || t.IsNoun() || t.IsAdjective() || t == text.VBN); t = f.doc.Tag(k) { // "forced labour and"
		k--
	}
	if _, means, ok := cues.At(f.doc, k, k+1); ok && means == alleged { // "alleged"
		k--
	} else if _, means, ok := cues.At(f.doc, k-1, k+1); ok && means == alleged && f.doc.Lower(k) == "of" { // "allegations of"
		k -= 2
	}
	if w := f.doc.Lower(k); w != "over" && w != "for" && w != "about" {
		return false
	}
	distant := false // a verb or noun of speech or sanctions stands before the reason
	for i := k - 1; i >= first && i > k-reach; i-- {
		distant = distant || f.isDistant(i)
		v, ok := model.VerbAt(f.doc, i)
		if !ok || v.Main != i {
			continue
		}
		p, has := model.Subject(f.doc, i)
		if has && f.isState(p) {
			return distant
		}
		if f.doc.Tag(v.First).IsFinite() {
			return false
		}
	}
	return false
}

// isDistant says whether token i names an act of speech or a sanction, which are done from afar.
func (f *finder) isDistant(i int) bool {
	pos := byte('n')
	if f.doc.Tag(i).IsVerb() {
		pos = 'v'
	}
	return slices.ContainsFunc(senses[senseKey{pos, f.lemma(i)}], func(s *sense) bool { return placeless[s.eventType] })
}

// isState says whether the phrase names a state or an authority.
func (f *finder) isState(p model.Phrase) bool {
	return f.headIs(p, []string{"authority", "country"}) || slices.ContainsFunc(covering(f.places, p.Head, p.End), func(q place) bool {
		x, ok := f.placeOf(q)
		return ok && x.PlaceType == "country"
	})
}

// contested takes a country that was only guessed from the article from what courts do on paper, where police or courts of another country act
// in the same article: nobody knows whose warrant it is.
func contested(groups []*group) {
	acting := map[string]bool{}
	for _, g := range groups {
		if e := &g.event; e.CountryBasis == "agent" && (e.EventGroup == "enforce" || e.EventGroup == "justice") {
			acting[e.CountryCode] = true
		}
	}
	for _, g := range groups {
		e := &g.event
		if e.CountryBasis == "context" && onPaper[e.EventType] && len(acting) > 0 && !(len(acting) == 1 && acting[e.CountryCode]) {
			e.CountryCode, e.CountryBasis = "", ""
		}
	}
}

// onPaper are the types that are done at a desk, so that no place around them is theirs.
var onPaper = wordSet("warrant charge lawsuit verdict penalty investigation")
