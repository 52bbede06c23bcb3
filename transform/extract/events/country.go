package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// country is that of the scenes when they agree, else of the authority that acts at home, else of the sentence or article around.
func (f *finder) country(g *group, scenes []scene) {
	e := &g.event
	if len(scenes) > 0 {
		f.sceneCountry(e, scenes)
		return
	}
	if athome[e.EventType] {
		for _, a := range append([]*act{g.anchor}, g.acts...) {
			if c := f.agentCountry(a); c != "" {
				e.CountryCode, e.CountryBasis = c, "agent"
				return
			}
		}
	}
	if !athome[e.EventType] && (!physical[e.EventGroup] || anywhere[e.EventType]) {
		return
	}
	c, several := f.sitedCountry(g)
	if c == "" && !several {
		c = f.setting
	}
	if c != "" {
		e.CountryCode, e.CountryBasis = c, "context"
	}
}

// sitedCountry is the country that the sentence of the anchor names, else the one that those of the other mentions name; several says that
// they name more than one, so that nobody knows which.
func (f *finder) sitedCountry(g *group) (only string, several bool) {
	for i, a := range sited(g) {
		c, all := f.sentenceCountry(a)
		switch {
		case c != "" && i == 0:
			return c, false
		case c != "" && only != "" && c != only:
			return "", true
		case c != "":
			only = c
		}
		several = several || all > 1
	}
	return only, several && only == ""
}

// sited are the mentions whose sentences may name the country of the event: of what courts and governments do, none ("spying for Qatar").
func sited(g *group) []*act {
	if g.event.EventGroup == "justice" || g.event.EventGroup == "policy" {
		return nil
	}
	return append([]*act{g.anchor}, g.acts...)
}

// sceneCountry is the country of the scenes when it is one.
func (f *finder) sceneCountry(e *schema.Event, scenes []scene) {
	code := ""
	for _, s := range scenes {
		p, ok := f.placeOf(s.place)
		if !ok || p.CountryCode == "" || code != "" && code != p.CountryCode {
			return
		}
		code = p.CountryCode
	}
	e.CountryCode, e.CountryBasis = code, "place"
	if len(scenes) > 1 {
		e.GeoPrecision = schema.Ptr(5) // several areas
	}
}

// athome are the types that an authority does in its own country.
var athome = wordSet("raid arrest seizure site_shutdown warrant enforcement_campaign investigation charge verdict penalty deportation licence_action service_cutoff movement_restriction law institution_change order leadership_change election concession")

// physical are the groups of events that happen at a place, so that a place around them may be theirs.
var physical = wordSet("enforce justice protect harm force unrest incident")

// anywhere are types of those groups whose place says little: who investigates or breaks in may sit elsewhere.
var anywhere = wordSet("investigation cyber_attack assistance lawsuit extradition")

// agentCountry is the country of an authority that acts in the mention, "" for none: of the actor, or in the words ("an Egyptian court").
func (f *finder) agentCountry(a *act) string {
	for _, r := range a.actors {
		if r.Role != "agent" && r.Role != "ordered_by" {
			continue
		}
		if i, ok := f.actors[r.ActorID]; ok {
			x := &f.rec.Actors[i]
			if slices.Contains(actorClasses[x.ActorType], "authority") || slices.Contains(actorClasses[x.Sector], "authority") {
				return x.CountryCode
			}
		}
	}
	if a.subject.ok && f.headIs(a.subject.Phrase, []string{"authority"}) {
		for i := a.subject.First; i <= a.subject.Head; i++ {
			if c := demonyms[f.doc.Word(i)]; c != "" {
				return c
			}
		}
	}
	return ""
}

// sentenceCountry is the only country that the sentence of the mention names by a place, a state or a people, and how many it names.
func (f *finder) sentenceCountry(a *act) (string, int) {
	first, end := f.bounds(a.head)
	if c := f.soil(a); c != "" {
		return c, 1
	}
	if f.judged(a) {
		return "", unknown
	}
	seen := map[string]bool{}
	only := ""
	note := func(c string) {
		if c != "" {
			seen[c] = true
			only = c
		}
	}
	for _, p := range within(f.places, first, end) {
		if x, ok := f.placeOf(p); ok && !f.beyond(p) {
			note(x.CountryCode)
		}
	}
	for _, m := range within(f.mentions, first, end) {
		if i, ok := f.actors[f.rec.ActorMentions[m.row].ActorID]; ok && slices.Contains(actorClasses[f.rec.Actors[i].ActorType], "authority") {
			note(f.rec.Actors[i].CountryCode)
		}
	}
	for i := first; i < end; i++ {
		note(f.authorityOf(i))
	}
	if len(seen) != 1 {
		return "", len(seen)
	}
	return only, 1
}

// authorityOf is the country of a demonym that stands before an authority: "Egyptian police". A Chinese child may be anywhere.
func (f *finder) authorityOf(i int) string {
	c := demonyms[f.doc.Word(i)]
	if c == "" {
		return ""
	}
	for k := i + 1; k < min(i+4, len(f.lemmas)) && (f.doc.Tag(k).IsNoun() || f.doc.Tag(k).IsAdjective()); k++ {
		if slices.Contains(nounClasses[f.lemmas[k]], "authority") {
			return c
		}
	}
	return ""
}

// homeShare is the share of all places and demonyms of one country from which an article is about that country.
const homeShare = 0.7

// homeCountry is the country of nearly all places and demonyms of the article, "" for none.
func (f *finder) homeCountry() string {
	n, best, total := map[string]int{}, "", 0
	count := func(c string) {
		if c != "" {
			n[c]++
			total++
			if best == "" || n[c] > n[best] {
				best = c
			}
		}
	}
	for _, p := range f.places {
		if x, ok := f.placeOf(p); ok {
			count(x.CountryCode)
		}
	}
	for i := range f.doc.Tokens {
		count(demonyms[f.doc.Word(i)])
	}
	if total < 3 || float64(n[best]) < homeShare*float64(total) {
		return ""
	}
	return best
}

// neighbours gives events that happen somewhere, and whose own words name no country, the one where the events of their sentence and the
// sentence before took place, when it is one.
func neighbours(groups []*group) {
	known := map[int]string{} // country of the scenes in a sentence; "?" for several
	for _, g := range groups {
		if g.event.CountryBasis != "place" {
			continue
		}
		for _, a := range g.acts {
			if c := known[a.sentence]; len(a.scenes) > 0 && c != g.event.CountryCode {
				known[a.sentence] = g.event.CountryCode
				if c != "" {
					known[a.sentence] = "?"
				}
			}
		}
	}
	for _, g := range groups {
		e := &g.event
		if e.CountryCode != "" || len(g.places) > 0 || !physical[e.EventGroup] || anywhere[e.EventType] {
			continue
		}
		c := known[g.anchor.sentence]
		if c == "" {
			c = known[g.anchor.sentence-1]
		}
		if c != "" && c != "?" {
			e.CountryCode, e.CountryBasis = c, "context"
		}
	}
}
