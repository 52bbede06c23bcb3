package events

import (
	"slices"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// actorClasses are the classes of a named actor by its type, in the words of event_classes.tsv.
var actorClasses = map[string][]string{
	"person":           {"person", "leader", "president", "minister"},
	"country":          {"country", "place", "authority", "organization", "territory"},
	"government":       {"authority", "government", "organization"},
	"law_enforcement":  {"authority", "police", "organization"},
	"military":         {"authority", "military", "organization", "force"},
	"judiciary":        {"authority", "court", "organization"},
	"legislature":      {"authority", "organization", "parliament"},
	"political_party":  {"organization", "group", "party"},
	"regulator":        {"authority", "organization"},
	"igo":              {"authority", "organization"},
	"ngo":              {"organization"},
	"company":          {"business", "organization"},
	"media":            {"business", "organization"},
	"criminal_group":   {"criminal", "gang", "organization", "network", "group"},
	"armed_group":      {"criminal", "militant", "organization", "military", "group"},
	"facility":         {"site", "building", "place", "business"},
	"population_group": {"person", "people", "group"},
	"organization":     {"organization", "body"},
}

// quantities stand before what they count: "hundreds of phones" are phones.
var quantities = wordSet("hundred thousand dozen number million lot score handful group series ton kilogram kilo piece couple majority part half wave string billion share tens total rest some many most several all lack none neither")

// isAny says whether the phrase belongs to one of the classes or has one of the words as its head.
func (f *finder) isAny(ph model.Phrase, words []string) bool {
	if f.headIs(ph, words) {
		return true
	}
	if f.quantity(ph) {
		if inner, ok := model.NounPhrase(f.doc, ph.End+1); ok && inner.First == ph.End+1 {
			return f.headIs(inner, words)
		}
	}
	return false
}

// quantity says whether the phrase only counts or measures what an "of" behind it names.
func (f *finder) quantity(ph model.Phrase) bool {
	h := f.lemma(ph.Head)
	return f.doc.Lower(ph.End) == "of" && ph.End+1 < len(f.doc.Tokens) && (quantities[h] || f.doc.Tag(ph.Head) == text.CD || f.doc.Tag(ph.Head) == text.DT)
}

func (f *finder) headIs(ph model.Phrase, words []string) bool {
	h := f.lemma(ph.Head)
	if slices.Contains(words, h) {
		return true
	}
	for _, c := range nounClasses[h] {
		if slices.Contains(words, c) {
			return true
		}
	}
	if ph.Head > ph.First {
		for _, c := range nounClasses[f.lemma(ph.Head-1)+" "+h] {
			if slices.Contains(words, c) {
				return true
			}
		}
	}
	return slices.ContainsFunc(f.givenClasses(ph), func(c string) bool { return slices.Contains(words, c) })
}

// givenClasses are the classes that follow from earlier stations and from the kind of word: named actors, places, peoples, pronouns, bare numbers.
func (f *finder) givenClasses(ph model.Phrase) []string {
	switch t := f.doc.Tag(ph.Head); {
	case t == text.PRP || t == text.WP:
		return pronounClasses(f.doc.Lower(ph.Head))
	case t == text.CD && !f.isMoney(ph):
		return []string{"person"}
	case t == text.CD:
		return []string{"money"}
	}
	var all []string
	for _, m := range covering(f.mentions, ph.Head, ph.Head+1) {
		if i, ok := f.actors[f.rec.ActorMentions[m.row].ActorID]; ok {
			all = append(all, actorClasses[f.rec.Actors[i].ActorType]...)
		}
	}
	for _, m := range covering(f.places, ph.Head, ph.Head+1) {
		all = append(all, "place")
		if i, ok := f.gazette[f.rec.PlaceMentions[m.row].PlaceID]; ok {
			all = append(all, placeClasses[f.rec.Places[i].PlaceType]...)
		}
	}
	if t := f.doc.Tag(ph.Head); t == text.NNPS && len(all) == 0 || demonyms[f.doc.Word(ph.Head)] != "" {
		all = append(all, "person", "foreigner")
	}
	return append(all, f.labelClasses(ph.Head)...)
}

// placeClasses are the classes of a named place by its type, "place" apart.
var placeClasses = map[string][]string{"country": {"country", "territory", "authority"}, "region": {"territory"}, "site": {"site", "building"}, "admin1": {"territory"}, "admin2": {"territory"}}

// labelClasses are the classes of a name that no actor stands behind.
func (f *finder) labelClasses(i int) []string {
	if !f.names[i] {
		return nil
	}
	for _, n := range f.doc.Names[nameBefore(f.doc, i):] {
		if n.First > i {
			break
		}
		if i < n.End {
			switch n.Label {
			case text.Person:
				return []string{"person"}
			case text.Organization:
				return []string{"organization"}
			case text.PlaceName:
				return []string{"place"}
			}
		}
	}
	return nil
}

// pronounClasses says what a pronoun can stand for.
func pronounClasses(w string) []string {
	switch w {
	case "it", "which", "that":
		return []string{"organization", "country"}
	case "they", "them", "we", "us":
		return []string{"person", "authority", "organization"}
	}
	if tellers[w] {
		return []string{"person"}
	}
	return []string{"person", "authority"}
}

// isMoney says whether a currency sign or a magnitude belongs to the number.
func (f *finder) isMoney(ph model.Phrase) bool {
	for i := ph.First; i < ph.End; i++ {
		if f.doc.Tag(i) == text.Dollar {
			return true
		}
	}
	for _, g := range covering(f.figs, ph.First, ph.End) {
		if k := f.rec.Figures[g.row].UnitKind; k == "money" || k == "percent" {
			return true
		}
	}
	return false
}
