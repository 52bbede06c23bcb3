package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// contradict says whether two mentions cannot be one event: another status, date, place, number, or other people in one part.
func (f *finder) contradict(a, b *act) bool {
	if real(a.status) != real(b.status) || (a.assertion == denied) != (b.assertion == denied) {
		return true
	}
	if a.sentence == b.sentence && a.sense.pos == b.sense.pos && a.sense.pos == 'v' && !f.doc.Sentences[a.sentence].Heading && !f.participle(a) {
		return true // two verbs of one sentence tell two events
	}
	if f.rivals(a, b) || f.terms(a, b) {
		return true
	}
	if a.date != nil && b.date != nil && apart(a.date, b.date) || f.openDated(a, b) || f.openDated(b, a) {
		return true
	}
	if x, y := a.scenesOf(), b.scenesOf(); len(x) > 0 && len(y) > 0 && f.elsewhere(x, y) {
		return true
	}
	if x, y := f.objectCount(a), f.objectCount(b); x > 0 && y > 0 && x != y {
		return true
	}
	return f.others(a, b, "agent") || f.others(a, b, objectRole(a.sense))
}

// openDated says whether a has words for a time that nothing resolves ("this week") and b, without a date of its own, stands in a sentence
// that opens with a known one ("In March 2025, …"): they may be one event, and nothing says so.
func (f *finder) openDated(a, b *act) bool {
	if a.date == nil || a.date.DateEDTF != "" || b.date != nil {
		return false
	}
	first := f.doc.Sentences[b.sentence].First
	return slices.ContainsFunc(within(f.dates, first, first+2), func(p place) bool { return f.rec.Dates[p.row].DateEDTF != "" })
}

// rivals says whether two mentions are parts of one statement ("the meeting followed the talks"), or weapons of two kinds.
func (f *finder) rivals(a, b *act) bool {
	if a.sense.mode != "" && b.sense.mode != "" && a.sense.mode != b.sense.mode && a.sense.group == "force" {
		return true
	}
	if a.sentence != b.sentence || a.granularity == standing {
		return false
	}
	for k := min(a.end, b.end); k < max(a.first, b.first); k++ {
		if f.doc.Tag(k).IsVerb() && orders[f.lemma(k)] {
			return true
		}
	}
	return f.timed(a) || f.timed(b)
}

// orders are verbs that set one event before another.
var orders = wordSet("follow precede trigger spark prompt cause provoke")

// timed says whether the noun only dates another event of its sentence: "attacked the building after the blast".
func (f *finder) timed(a *act) bool {
	if a.sense.pos != 'n' {
		return false
	}
	w := f.doc.Lower(a.noun.First - 1)
	return w == "after" || w == "before" || w == "following" || w == "since"
}

// terms says whether two rulings or penalties are of another length or amount: "three years", "a life sentence".
func (f *finder) terms(a, b *act) bool {
	if a.sense.group != "justice" {
		return false
	}
	x, y := f.term(a), f.term(b)
	return x != "" && y != "" && x != y
}

// term is what a punishment in the mention measures, as written: the first length of time or amount behind its trigger; "life" for life.
func (f *finder) term(a *act) string {
	for k := a.first; k < a.end; k++ {
		if f.doc.Lower(k) == "life" || f.doc.Lower(k) == "death" {
			return f.doc.Lower(k)
		}
	}
	for _, g := range within(f.figs, a.first, min(a.to, a.end+8)) {
		if fig := &f.rec.Figures[g.row]; fig.UnitKind == "duration" || fig.UnitKind == "money" {
			return f.doc.Slice(g.first, g.first+1)
		}
	}
	return ""
}

// real maps a status to the classes within which mentions may be one event.
func real(status string) string {
	switch status {
	case ongoing:
		return occurred
	case planned, ordered, proposed, threatened:
		return planned
	}
	return status
}

// apart says whether two dates have no day in common.
func apart(a, b *schema.DateMention) bool {
	if a.DateStart == nil || a.DateEnd == nil || b.DateStart == nil || b.DateEnd == nil {
		return a.DateEDTF != "" && b.DateEDTF != "" && a.DateEDTF != b.DateEDTF
	}
	return *a.DateEnd < *b.DateStart || *b.DateEnd < *a.DateStart
}

// elsewhere says whether no place of x can be a place of y: neither the same nor one inside the other.
func (f *finder) elsewhere(x, y []scene) bool {
	for _, s := range x {
		for _, t := range y {
			p, ok1 := f.placeOf(s.place)
			q, ok2 := f.placeOf(t.place)
			if !ok1 || !ok2 {
				if f.rec.PlaceMentions[s.row].Quote == f.rec.PlaceMentions[t.row].Quote {
					return false
				}
				continue
			}
			if p.PlaceID == q.PlaceID || p.CountryCode == q.CountryCode && (p.PlaceType == "country" || q.PlaceType == "country") {
				return false
			}
		}
	}
	return true
}

func (f *finder) objectCount(a *act) float64 {
	if !a.object.ok {
		return 0
	}
	return f.count(a.object.Phrase)
}

// others says whether both mentions name actors in the role and none in common, or count different things.
func (f *finder) others(a, b *act, role string) bool {
	x, y := ids(a, role), ids(b, role)
	if len(x) > 0 && len(y) > 0 {
		return !slices.ContainsFunc(x, func(id string) bool { return slices.Contains(y, id) })
	}
	if role == "agent" || len(x)+len(y) > 0 || !a.object.ok || !b.object.ok {
		return false
	}
	h, k := f.lemma(a.object.Head), f.lemma(b.object.Head)
	return h != k && !(f.headIs(a.object.Phrase, []string{"person"}) && f.headIs(b.object.Phrase, []string{"person"}))
}

// ids are the actors of a mention in the role.
func ids(a *act, role string) []string {
	var all []string
	for _, r := range a.actors {
		if r.Role == role && r.ActorID != "" {
			all = append(all, r.ActorID)
		}
	}
	return all
}
