package events

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// contradict says whether two mentions cannot be one event: another status, date, place, number, or other people in one part.
func (f *finder) contradict(a, b *act) bool {
	if real(a.status) != real(b.status) || (a.assertion == denied) != (b.assertion == denied) {
		return true
	}
	if a.sentence == b.sentence && a.sense.pos == b.sense.pos && a.sense.pos == 'v' && !f.doc.Sentences[a.sentence].Heading && !f.participle(a) && !f.oneRuling(a, b) {
		return true // two verbs of one sentence tell two events
	}
	if f.rivals(a, b) || f.terms(a, b) || f.otherOwners(a, b) {
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

// oneRuling says whether a court did both to the same people: "was convicted and sentenced".
func (f *finder) oneRuling(a, b *act) bool {
	return a.sense.eventType == "verdict" && a.from == b.from && (common(ids(a, "target"), ids(b, "target")) || a.object.ok && a.object.Phrase == b.object.Phrase)
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

// rivals says whether two mentions are parts of one statement ("the meeting followed the talks"), or weapons or disasters of two kinds.
func (f *finder) rivals(a, b *act) bool {
	if a.sense.mode != "" && b.sense.mode != "" && a.sense.mode != b.sense.mode && a.sense.group == "force" {
		return true
	}
	if a.sense.eventType == "natural_disaster" && disaster(f.lemma(a.head)) != disaster(f.lemma(b.head)) {
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
	return f.timed(a) || f.timed(b) || f.besides(a, b)
}

// otherOwners says whether the sentences of two standing situations name people, firms or groups and none in common: what one family runs is
// not what another does.
func (f *finder) otherOwners(a, b *act) bool {
	if a.granularity != standing || b.granularity != standing {
		return false
	}
	x, y := f.owners(a), f.owners(b)
	return len(x) > 0 && len(y) > 0 && !common(x, y)
}

// owners are the people, firms and groups named in the sentence of the mention.
func (f *finder) owners(a *act) []string {
	var all []string
	first, end := f.bounds(a.head)
	for _, m := range within(f.mentions, first, end) {
		id := f.rec.ActorMentions[m.row].ActorID
		i, ok := f.actors[id]
		if !ok {
			continue
		}
		switch f.rec.Actors[i].ActorType {
		case "person", "company", "criminal_group", "facility":
			all = append(all, id)
		}
	}
	return all
}

// besides says whether two nouns of one sentence name two events: words of different stems, in phrases of their own, neither said to be the
// other ("the attack in retaliation for shelling").
func (f *finder) besides(a, b *act) bool {
	return a.sense.pos == 'n' && b.sense.pos == 'n' && !sameStem(f.lemma(a.head), f.lemma(b.head)) &&
		(a.noun.End <= b.noun.First || b.noun.End <= a.noun.First) && !f.calledSo(a, b) && !f.calledSo(b, a) && !f.coordinated(a, b)
}

// sever takes from each of two rivals the dates and places that stand on the side of the other: in "the meeting followed the talks on Monday
// in Oslo" day and city are those of the talks.
func (f *finder) sever(acts []*act) {
	for i, b := range acts {
		for j := i - 1; j >= max(0, i-severed) && acts[j].sentence == b.sentence; j-- {
			a := acts[j]
			if a.sense.group != b.sense.group || a.sense.pos != 'n' || b.sense.pos != 'n' || !f.rivals(a, b) {
				continue
			}
			if b.head < a.head {
				a, b = b, a
			}
			f.keep(a, a.from, b.first)
			f.keep(b, a.end, b.to)
		}
	}
}

// severed is how many mentions back in a sentence a rival is looked for.
const severed = 8

// keep leaves the mention the date and the places that begin in a range of tokens.
func (f *finder) keep(a *act, from, to int) {
	out := func(p place) bool { return p.first < from || p.first >= to }
	for _, d := range a.dates {
		if a.date == &f.rec.Dates[d.row] && out(d) {
			a.date = nil
		}
	}
	a.dates = slices.DeleteFunc(a.dates, out)
	a.scenes = slices.DeleteFunc(a.scenes, func(s scene) bool { return out(s.place) })
}

// disaster is the kind of natural disaster that a word names: "quake" and "tremor" are one, "tsunami" is another.
func disaster(word string) string {
	if k, ok := disasterKinds[word]; ok {
		return k
	}
	return word
}

var disasterKinds = map[string]string{"quake": "earthquake", "tremor": "earthquake", "temblor": "earthquake", "aftershock": "earthquake", "hurricane": "storm", "typhoon": "storm", "cyclone": "storm",
	"burst": "flood", "bank": "flood", "overflow": "flood", "flooding": "flood", "mudslide": "landslide", "bushfire": "wildfire"}

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
		return !common(x, y) && !(f.underHeading(a, b) && f.namesakes(x, y))
	}
	if role == "agent" || len(x)+len(y) > 0 || !a.object.ok || !b.object.ok || f.those(a) || f.those(b) {
		return false
	}
	h, k := f.lemma(a.object.Head), f.lemma(b.object.Head)
	return h != k && !(f.headIs(a.object.Phrase, []string{"person"}) && f.headIs(b.object.Phrase, []string{"person"}))
}

// underHeading says whether a stands in the sentence below the heading of b.
func (f *finder) underHeading(a, b *act) bool {
	return a.sentence == b.sentence+1 && f.doc.Sentences[b.sentence].Heading
}

// namesakes says whether an actor of x and one of y have the first word of their names in common: a group and its firm.
func (f *finder) namesakes(x, y []string) bool {
	first := func(id string) string {
		w, _, _ := strings.Cut(f.rec.Actors[f.actors[id]].Name, " ")
		return w
	}
	return slices.ContainsFunc(x, func(p string) bool {
		return slices.ContainsFunc(y, func(q string) bool { return first(p) == first(q) })
	})
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
