package events

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// wording is how a type reads in a summary: its noun, and the preposition before whom or what it is done to. Every type has one.
var wording = map[string]string{"raid": "raid on", "arrest": "arrest of", "seizure": "seizure of", "site_shutdown": "closure of", "warrant": "warrant for", "enforcement_campaign": "crackdown on", "investigation": "investigation into",
	"charge": "charges against", "lawsuit": "lawsuit against", "verdict": "verdict against", "penalty": "penalty for", "extradition": "extradition of", "deportation": "deportation of", "rescue": "rescue of", "release": "release of",
	"escape": "escape from", "repatriation": "repatriation of", "assistance": "assistance to", "death": "death of", "abuse": "abuse of", "trafficking": "trafficking of", "abduction": "abduction of", "fraud_operation": "fraud involving",
	"corruption": "corruption involving", "cyber_attack": "cyber attack on", "sanction": "sanctions on", "asset_freeze": "freezing of", "licence_action": "licence action on", "service_cutoff": "cut-off of", "movement_restriction": "restriction of",
	"order": "order to", "law": "law on", "institution_change": "founding or change of", "leadership_change": "change of office of", "election": "election of", "concession": "concession on", "meeting": "meeting with", "agreement": "agreement on",
	"joint_action": "cooperation with", "request": "request to", "dispute": "dispute with", "accusation": "accusation of", "denial": "denial of", "warning": "warning to", "support": "support for", "report_published": "report on", "attack": "attack on",
	"armed_clash": "fighting with", "deployment": "deployment of", "withdrawal": "withdrawal of", "weapons_test": "weapons test of", "protest": "protest over", "strike": "strike over", "accident": "accident of", "natural_disaster": "natural disaster at",
	"disease_outbreak": "outbreak of", "displacement": "displacement of", "business_deal": "deal over", "funding": "funding for", "market_move": "market move of", "other": "event of"}

// maxNamed is how many participants of one part a summary names.
const maxNamed = 3

// summary composes "who: what of whom, in where (status)" from the rows of the event, with its own words where it is done to nobody named.
func (f *finder) summary(g *group) string {
	var b strings.Builder
	if agents := f.named(g, "agent", "ordered_by"); agents != "" {
		b.WriteString(agents + ": ")
	}
	what := wording[g.event.EventType]
	targets := f.named(g, "target", "victim", "recipient")
	if targets == "" {
		what = bare(what)
	}
	b.WriteString(what)
	if targets != "" {
		b.WriteString(" " + targets)
	}
	where := g.where()
	if targets == "" {
		if words := f.matter(g.anchor, b.Len() == len(what) && where == ""); words != "" && !strings.EqualFold(words, what) {
			b.WriteString(" “" + words + "”")
		}
	}
	if where != "" {
		b.WriteString(", " + where)
	}
	var notes []string
	if g.event.Status != occurred && g.event.Status != ongoing {
		notes = append(notes, strings.ReplaceAll(g.event.Status, "_", " "))
	}
	if g.event.Assertion == alleged || g.event.Assertion == denied {
		notes = append(notes, g.event.Assertion)
	}
	if len(notes) > 0 {
		b.WriteString(" (" + strings.Join(notes, ", ") + ")")
	}
	return b.String()
}

// bare cuts the last preposition from a wording: "cut-off of", "founding or change of".
func bare(what string) string { return what[:strings.LastIndexByte(what, ' ')] }

// named lists the participants in the roles: by name where one is known, never a private person who only suffered.
func (f *finder) named(g *group, roles ...string) string {
	var all []string
	for _, a := range append([]*act{g.anchor}, g.acts...) {
		for _, r := range a.actors {
			if !slices.Contains(roles, r.Role) {
				continue
			}
			if w := f.display(r); w != "" && !slices.Contains(all, w) && len(all) < maxNamed {
				all = append(all, w)
			}
		}
		if len(all) > 0 {
			break
		}
	}
	return strings.Join(all, ", ")
}

func (f *finder) display(r schema.EventActor) string {
	if r.ActorID == "" {
		return strings.Join(strings.Fields(r.ActorText), " ")
	}
	i, ok := f.actors[r.ActorID]
	switch {
	case !ok:
		return ""
	case f.rec.Actors[i].IsSensitive:
		return "a private person"
	}
	return f.rec.Actors[i].Name
}

// where names the scenes.
func (g *group) where() string {
	var all []string
	for _, p := range g.places {
		if p.Role == "scene" && !slices.Contains(all, p.PlaceText) && len(all) < maxNamed {
			all = append(all, p.PlaceText)
		}
	}
	return strings.Join(all, ", ")
}
