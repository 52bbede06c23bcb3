package actors

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// positions sets title, affiliation, sector and country of the people of rec from their relations, where they are still empty: the title that
// is stated most often of those that they hold, its body, and what kind of body and of which country it is. Only a sector that came from a
// title gives way to that of the body. It does not read the text.
func positions(rec *schema.Record) {
	number := make(map[string]int, len(rec.Actors))
	for k := range rec.Actors {
		number[rec.Actors[k].ActorID] = k
	}
	held := make([][]*schema.Relation, len(rec.Actors))
	for k := range rec.Relations {
		r := &rec.Relations[k]
		if i, ok := number[r.SubjectActorID]; ok && (r.Relation == "position" || r.Relation == "member_of" || r.Relation == "represents") && r.Assertion != "alleged" && r.Assertion != "denied" {
			held[i] = append(held[i], r)
		}
	}
	for k := range rec.Actors {
		a := &rec.Actors[k]
		if a.ActorType != "person" || len(held[k]) == 0 {
			continue
		}
		if r := mostStated(held[k], titleOf); r != nil && a.Title == "" {
			a.Title = r.Title
		}
		r := mostStated(held[k], func(r *schema.Relation) string { return r.ObjectActorID })
		if r == nil || r.Status == "former" {
			continue
		}
		if body := &rec.Actors[number[r.ObjectActorID]]; body.ActorType != "person" {
			affiliate(a, body, r.Title)
		}
	}
}

// titleOf is the title of a position in lower case; that of several people ("leaders") is nobody's.
func titleOf(r *schema.Relation) string {
	title := strings.ToLower(r.Title)
	if relationLists().classes[title[strings.LastIndexByte(title, ' ')+1:]].plural {
		return ""
	}
	return title
}

// mostStated is the relation whose key is stated most often, the first of equal ones; what holds now goes before what is over. nil when no
// relation has a key.
func mostStated(all []*schema.Relation, key func(*schema.Relation) string) *schema.Relation {
	count := map[string]int{}
	for _, r := range all {
		count[key(r)]++
	}
	var best *schema.Relation
	most := 0
	for _, r := range all {
		n := count[key(r)]
		if r.Status != "former" {
			n += len(all)
		}
		if key(r) != "" && n > most {
			best, most = r, n
		}
	}
	return best
}

// affiliate fills what a person has from the body of his position.
func affiliate(a, body *schema.Actor, title string) {
	if a.AffiliationActorID == "" {
		a.AffiliationActorID, a.Affiliation = body.ActorID, body.Name
	}
	if a.Sector == "" || a.AffiliationActorID == body.ActorID && body.ActorType != "country" && body.ActorType != "facility" {
		a.Sector = sectorOf(body, title) // the body says it better than the word: a secretary-general may be of a regulator
	}
	if a.CountryCode == "" {
		a.CountryCode = body.CountryCode
	}
}

// sectorOf is the kind of body that somebody speaks for: that of his body, and of a state that of his title ("senator"), else its government.
func sectorOf(body *schema.Actor, title string) string {
	if body.ActorType != "country" {
		return body.ActorType
	}
	w := relationLists()
	words := strings.Fields(strings.ToLower(title))
	for k := range words {
		if c, has := w.classes[strings.Join(words[k:], " ")]; has && c.ofState() {
			return c.sector
		}
	}
	return "government"
}

// nationalities gives people the country of the demonym before their title where nothing else did, and those without a body the sector of
// their title ("political analyst" has none that the word says: it stays empty).
func (b *binder) nationalities() {
	for k := range b.rec.Actors {
		a := &b.rec.Actors[k]
		if code := b.people[k]; code != "" && a.CountryCode == "" && a.ActorType == "person" {
			a.CountryCode = code
		}
	}
	for _, n := range b.bonds {
		if a := &b.rec.Actors[n.subject]; a.ActorType == "person" && a.Sector == "" && n.relation == "position" && n.status != "former" && n.sector != "" && n.sector != "organization" {
			a.Sector = n.sector
		}
	}
}
