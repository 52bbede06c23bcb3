package events

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// scene is a place of the event with its part.
type scene struct {
	place
	role string // vocabulary place_role
}

// placeRoles are the parts that prepositions give. Origin, destination and transit hold only of what moves.
var placeRoles = map[string]string{"in": "scene", "at": "scene", "near": "scene", "across": "scene", "inside": "scene", "outside": "scene", "around": "scene", "within": "scene", "throughout": "scene",
	"along": "scene", "off": "scene", "over": "scene", "on": "scene", "from": "origin", "to": "destination", "into": "destination", "toward": "destination", "towards": "destination", "via": "transit", "through": "transit"}

// moving are the types that go from a place to a place.
var moving = wordSet("trafficking deportation extradition repatriation displacement deployment withdrawal escape release assistance abduction")

// fromThere are the types that happen where people or things are taken from.
var fromThere = wordSet("rescue abduction escape seizure arrest")

// placeless are the types whose clause names places of what is said, not of the saying.
var placeless = wordSet("accusation denial warning support request order sanction")

// where takes the places of the clause by the preposition before them.
func (f *finder) where(a *act) {
	if placeless[a.sense.eventType] {
		return
	}
	previous := place{first: -9}
	for _, p := range within(f.places, max(a.from, a.head-placeReach), min(a.to, a.head+placeReach)) {
		role := f.placeRole(a, p)
		if role == "" && len(a.scenes) > 0 && f.listed(previous, p) {
			role = a.scenes[len(a.scenes)-1].role // "in Kratie, Pursat and Poipet"
		}
		if role == "" || f.holdsPrevious(previous, p) || f.otherEvent(a, p.first) {
			continue
		}
		if n := len(a.scenes); n > 0 && f.narrows(a.scenes[n-1].place, p) {
			a.scenes = a.scenes[:n-1]
		}
		a.scenes = append(a.scenes, scene{p, role})
		previous = p
	}
	a.scenes = f.nearest(a)
	if len(a.scenesOf()) == 0 {
		f.spanned(a)
	}
	if len(a.scenesOf()) == 0 && a.sense.group != "diplomacy" {
		f.opening(a)
	}
	if len(a.scenes) == 0 {
		f.lentScene(a)
	}
}

// lentScene takes the place of what the clause hangs on: of the event noun that it tells of, or what "when" or "where" explains.
func (f *finder) lentScene(a *act) {
	first, end := f.whenWhere(a)
	if p, ok := f.source(a); ok && p.Head < a.verb.First {
		first, end = p.First, a.verb.First
	}
	for _, p := range within(f.places, first, end) {
		if prep := f.prepositionOf(p); prep >= first && placeRoles[f.doc.Lower(prep)] == "scene" && !f.rec.PlaceMentions[p.row].IsActor {
			a.scenes = append(a.scenes, scene{p, "scene"})
			return
		}
	}
}

// prepositionOf is the token before the phrase of a place, over "the city of"; -1 for none.
func (f *finder) prepositionOf(p place) int {
	np, ok := model.NounPhrase(f.doc, p.first)
	if !ok {
		return -1
	}
	prep := np.First - 1
	if f.doc.Lower(prep) == "of" {
		if q, ok := model.NounPhrase(f.doc, prep-1); ok && q.End == prep && f.headIs(q, placeKinds) {
			prep = q.First - 1
		}
	}
	return prep
}

// placeKinds stand before "of" and the name of a place.
var placeKinds = []string{"city", "town", "village", "province", "district", "state", "region", "area", "island", "port", "capital", "county", "municipality", "republic"}

// spanning are verbs whose object is where their subject happens: "the raids spanned five provinces, including Kratie and Pursat".
var spanning = wordSet("span cover hit strike sweep reach engulf")

// spanned takes the places behind such a verb, up to the next one.
func (f *finder) spanned(a *act) {
	k := a.end
	for k < a.to && f.doc.Tag(k).IsAdverb() {
		k++
	}
	if a.sense.pos != 'n' || k >= a.to || !f.doc.Tag(k).IsVerb() || !spanning[f.lemma(k)] {
		return
	}
	for _, p := range within(f.places, k+1, min(f.doc.Sentences[a.sentence].End, k+placeReach)) {
		if f.finiteBetween(k+1, p.first) {
			return
		}
		if !f.rec.PlaceMentions[p.row].IsActor {
			a.scenes = append(a.scenes, scene{p, "scene"})
		}
	}
}

func (f *finder) finiteBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if f.doc.Tag(k).IsFinite() && !f.inserted(k) {
			return true
		}
	}
	return false
}

// opening takes the place that opens the sentence before its reporting clause: "In Malta alone, the agency says, people are held".
func (f *finder) opening(a *act) {
	s := f.doc.Sentences[a.sentence]
	if f.doc.Lower(s.First) != "in" || a.head > s.First+reach {
		return
	}
	for _, p := range within(f.places, s.First+1, min(s.First+4, s.End)) {
		for k := p.end; k < min(p.end+3, s.End); k++ {
			if f.doc.Tag(k) == text.Comma {
				a.scenes = append(a.scenes, scene{p, "scene"})
				return
			}
		}
	}
}

// narrows says whether p lies in the place right before it, in one phrase: "Italy's Turin".
func (f *finder) narrows(outer, p place) bool {
	if p.first > outer.end+1 {
		return false
	}
	x, ok1 := f.placeOf(outer)
	y, ok2 := f.placeOf(p)
	return ok1 && ok2 && x.CountryCode == y.CountryCode && rank(y) < rank(x)
}

// placeReach is how many tokens a place may stand from its trigger.
const placeReach = 30

// placeRole is the part of a place, "" when the clause does not put the event there.
func (f *finder) placeRole(a *act, p place) string {
	np, ok := model.NounPhrase(f.doc, p.first)
	if !ok {
		return ""
	}
	if a.sense.pos == 'n' && np.Head == a.noun.Head && p.end <= a.head && !f.rec.PlaceMentions[p.row].IsActor && len(covering(f.mentions, p.first, p.end)) == 0 && (f.doc.Tag(p.end) != text.POS || befalls[a.sense.group]) {
		return "scene" // "the Poipet raids"
	}
	if f.verbBetween(a, a.end, p.first) && !f.broughtTo(a, p) || p.first < a.head && f.verbBetween(a, p.end, a.first) {
		return ""
	}
	if a.object.ok && np.Head == a.object.Head && p.first <= np.Head && np.Head < p.end && seizesPlace[a.sense.eventType] {
		return "scene"
	}
	if a.sense.pos == 'n' && p.end <= a.noun.First && sequels[f.doc.Lower(a.noun.First-1)] {
		return "" // "moved to a camp near Lima after an escape": where they were moved
	}
	prep := f.prepositionOf(p)
	if prep < a.from || f.doc.Tag(prep) != text.IN && f.doc.Tag(prep) != text.TO {
		return ""
	}
	role := placeRoles[f.doc.Lower(prep)]
	switch {
	case np.Head >= p.end && (role != "scene" || a.subject.ok && np.Head == a.subject.Head):
		return ""
	case role == "origin" && fromThere[a.sense.eventType]:
		return "scene"
	case role == "scene" || moving[a.sense.eventType]:
		return role
	case a.sense.eventType == "meeting" && role == "destination" && f.lemma(a.head) == "visit":
		return "scene"
	}
	return ""
}

// sequels are prepositions that put the event behind them at another time, perhaps at another place.
var sequels = wordSet("after before following until")

// broughtTo says whether the place stands behind what trafficked people are to do there: "lured people to work in call centres in Chad".
func (f *finder) broughtTo(a *act, p place) bool {
	if a.sense.eventType != "trafficking" {
		return false
	}
	for k := p.first - 1; k > a.head; k-- {
		if v, ok := model.VerbAt(f.doc, k); ok && v.Main == k {
			return v.Infinitive && !f.verbBetween(a, a.end, v.First)
		}
	}
	return false
}

// befalls are the groups whose noun takes the place that suffers it as possessor: "Chile's quake", but not "Chile's attack on the rebels".
var befalls = wordSet("incident unrest harm")

// seizesPlace are the types whose object is the place where they happen.
var seizesPlace = wordSet("attack meeting raid armed_clash natural_disaster site_shutdown")

// listed says whether p follows the previous place in a list.
func (f *finder) listed(previous, p place) bool {
	if p.first <= previous.end || p.first > previous.end+2 {
		return false
	}
	for k := previous.end; k < p.first; k++ {
		if t := f.doc.Tag(k); t != text.Comma && t != text.CC {
			return false
		}
	}
	return true
}

// holdsPrevious says whether p is only the country or province that the previous place lies in: "in Poipet, Cambodia".
func (f *finder) holdsPrevious(previous, p place) bool {
	if p.first != previous.end+1 || f.doc.Tag(previous.end) != text.Comma {
		return false
	}
	inner, ok1 := f.placeOf(previous)
	outer, ok2 := f.placeOf(p)
	return ok1 && ok2 && inner.CountryCode == outer.CountryCode && rank(outer) > rank(inner)
}

func (f *finder) placeOf(p place) (schema.Place, bool) {
	i, ok := f.gazette[f.rec.PlaceMentions[p.row].PlaceID]
	if !ok {
		return schema.Place{}, false
	}
	return f.rec.Places[i], true
}

// rank orders places from spot to country; it is the geo_precision of a scene there, 0 for what has none.
func rank(p schema.Place) int {
	switch p.PlaceType {
	case "site":
		return 1
	case "city":
		return 2
	case "admin2":
		return 3
	case "admin1":
		return 4
	case "region", "water":
		return 5
	case "country":
		return 6
	}
	return 0
}

// nearest keeps, of scenes on both sides of the trigger, those behind it.
func (f *finder) nearest(a *act) []scene {
	behind := false
	for _, s := range a.scenes {
		behind = behind || s.role == "scene" && s.first > a.head
	}
	var kept []scene
	for _, s := range a.scenes {
		if s.role != "scene" || !behind || s.first > a.head || a.sense.pos == 'n' && s.first >= a.noun.First {
			kept = append(kept, s)
		}
	}
	return kept
}

// scenesOf are the places of the mention that are its scene.
func (a *act) scenesOf() []scene {
	var all []scene
	for _, s := range a.scenes {
		if s.role == "scene" {
			all = append(all, s)
		}
	}
	return all
}

// goals are the places that the mention leads to.
func (a *act) goals() []scene {
	var all []scene
	for _, s := range a.scenes {
		if s.role == "destination" {
			all = append(all, s)
		}
	}
	return all
}
