package actors

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// Positions settles title and affiliation of the people of rec once citations.Find has said who vouches for each relation: both come from one
// position, the one stated most often in the article's own voice. What only somebody quoted says of a person is no title of his.
func Positions(_ *text.Document, rec *schema.Record, _ *rule.Trace) {
	number := make(map[string]int, len(rec.Actors))
	for k := range rec.Actors {
		number[rec.Actors[k].ActorID] = k
	}
	ties := make([][]*schema.Relation, len(rec.Actors))
	for k := range rec.Relations {
		r := &rec.Relations[k]
		if i := number[r.SubjectActorID]; rec.Actors[i].ActorType == "person" && (r.Relation == "position" || r.Relation == "member_of") {
			ties[i] = append(ties[i], r)
		}
	}
	for k, rows := range ties {
		a := &rec.Actors[k]
		if len(rows) == 0 {
			continue
		}
		row := mainPosition(rows)
		if row == nil {
			disown(a, rows)
			continue
		}
		a.Title = row.Title
		if row.Status == "former" && !isFormer(row.Title) {
			a.Title = "" // "served as head": the words alone would say that he still does
		}
		if row.Status == "former" || row.ObjectActorID != "" || borrowed(a, rows) || ofCountryOnly(a, rec, number, row) {
			a.AffiliationActorID, a.Affiliation = "", ""
		}
		if i, has := number[row.ObjectActorID]; has && row.Status != "former" && rec.Actors[i].ActorType != "person" {
			a.AffiliationActorID, a.Affiliation = row.ObjectActorID, rec.Actors[i].Name
		}
	}
}

// mainPosition is the position that the article itself states most often, what holds now before what is over, and one with a body before one
// without; of its statements the first with a body, in the words used most. nil where it states none.
func mainPosition(rows []*schema.Relation) *schema.Relation {
	count, bodied := map[string]int{}, map[string]bool{}
	for _, r := range rows {
		if plain(r) {
			key := officeOf(r.Title)
			count[key] += 2
			if r.Status != "former" {
				count[key] += 2 * len(rows)
			}
			if r.ObjectActorID != "" && !bodied[key] {
				bodied[key] = true
				count[key]++
			}
		}
	}
	var best *schema.Relation
	most := 0
	for _, r := range rows {
		if plain(r) && count[officeOf(r.Title)] > most {
			best, most = r, count[officeOf(r.Title)]
		}
	}
	if best == nil {
		return nil
	}
	main := *best
	main.Title = commonTitle(rows, main)
	for _, r := range rows {
		if plain(r) && main.ObjectActorID == "" && officeOf(r.Title) == officeOf(main.Title) && r.Status == main.Status {
			main.ObjectActorID = r.ObjectActorID
		}
	}
	return &main
}

// commonTitle is the title that the statements of one position use most, the first of equal ones.
func commonTitle(rows []*schema.Relation, main schema.Relation) string {
	count := map[string]int{}
	best := main.Title
	for _, r := range rows {
		if plain(r) && r.Status == main.Status && officeOf(r.Title) == officeOf(main.Title) {
			count[titleKey(r.Title)]++
		}
	}
	for _, r := range rows {
		if plain(r) && r.Status == main.Status && officeOf(r.Title) == officeOf(main.Title) && count[titleKey(r.Title)] > count[titleKey(best)] {
			best = r.Title
		}
	}
	return best
}

// plain says whether a relation is a position of one person in the article's own voice; a bare rank or address ("Sheikh") is none.
func plain(r *schema.Relation) bool {
	return r.Relation == "position" && r.Assertion == "stated" && titleOf(r) != "" && !(r.ObjectActorID == "" && relationLists().classes[officeOf(r.Title)].rank)
}

// officeOf is the listed noun at the head of a title: "deputy head of the unit" and "head" are one office.
func officeOf(title string) string {
	words := strings.Fields(strings.ReplaceAll(titleKey(title), "-", " "))
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "in" || w == "to" || w == "at" || w == "on") {
			words = words[:i]
			break
		}
	}
	for i := range words {
		if s := strings.Join(words[i:], " "); relationLists().classes[s].relation == "position" {
			return s
		}
	}
	return words[len(words)-1]
}

// disown takes from a person the title and body that only others' words give him, and the sector that the body gave.
func disown(a *schema.Actor, rows []*schema.Relation) {
	bodied := a.AffiliationActorID != ""
	for _, r := range rows {
		if r.Assertion == "stated" {
			continue
		}
		if r.Title != "" && a.Title != "" && officeOf(r.Title) == officeOf(a.Title) {
			a.Title = ""
		}
		if r.ObjectActorID == a.AffiliationActorID && !statedBody(rows, r.ObjectActorID) {
			a.AffiliationActorID, a.Affiliation = "", ""
		}
	}
	if bodied && a.AffiliationActorID == "" {
		a.Sector = ""
	}
}

// statedBody says whether the article itself ties the person to a body.
func statedBody(rows []*schema.Relation, body string) bool {
	for _, r := range rows {
		if r.ObjectActorID == body && r.Assertion == "stated" {
			return true
		}
	}
	return false
}

// borrowed says whether a person's body is that of another of his positions.
func borrowed(a *schema.Actor, rows []*schema.Relation) bool {
	for _, r := range rows {
		if r.Relation == "position" && r.ObjectActorID != "" && r.ObjectActorID == a.AffiliationActorID {
			return true
		}
	}
	return false
}

// ofCountryOnly says whether a person's body is only the country that he is from: an Algerian author is not Algeria's.
func ofCountryOnly(a *schema.Actor, rec *schema.Record, number map[string]int, row *schema.Relation) bool {
	i, has := number[a.AffiliationActorID]
	return has && rec.Actors[i].ActorType == "country" && !relationLists().classes[officeOf(row.Title)].ofState()
}
