package xlsxfile

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// peopleMeasures are the measures that Summary shows.
var peopleMeasures = []string{"arrested", "rescued", "killed"}

// peopleGroup is what was stated of the people of one event.
type peopleGroup struct {
	event  string
	most   float64
	stated string
}

// countPeople notes a countable event that states how many people it was about.
func (f *facts) countPeople(e *schema.EventFlat) {
	for _, n := range []*float64{e.ArrestedLow, e.ArrestedHigh, e.RescuedLow, e.RescuedHigh, e.KilledLow, e.KilledHigh} {
		if n != nil {
			put(&f.counted, e.EventID, true)
			return
		}
	}
}

// keepPeople keeps the numbers of a group that speaks of all people of its event.
func (f *facts) keepPeople(g *schema.FigureGroup) {
	whole := g.PartOfGroup == "" && g.GroupCountry+g.GroupSex+g.GroupAge == ""
	if !whole || g.EventID == "" || (g.Measure != "arrested" && g.Measure != "rescued" && g.Measure != "killed") {
		return
	}
	p := peopleGroup{event: g.EventID, stated: strings.Join(g.Stated, " / ")}
	for _, n := range []*float64{g.Lowest, g.Highest} {
		if n != nil {
			p.most = max(p.most, *n)
		}
	}
	put(&f.people, g.Measure, append(f.people[g.Measure], p))
}

// largest is the greatest number of people that is stated of one countable event, as it is stated, and how many events state one. They are not
// summed: the same people may stand in two events that nobody could recognise as one.
func (f *facts) largest(measure string) (stated string, events int) {
	var most peopleGroup
	for _, p := range f.people[measure] {
		if !f.counted[p.event] {
			continue
		}
		events++
		if p.most > most.most {
			most = p
		}
	}
	return cmp.Or(most.stated, "none stated"), events
}

// tile is one of the large numbers of Summary.
type tile struct {
	value        any
	name, detail string
}

func (f *facts) tiles() []tile {
	all := []tile{{f.countable, "countable events", "of " + count(f.events, "event")}}
	for _, measure := range peopleMeasures {
		stated, n := f.largest(measure)
		detail := ""
		switch {
		case n == 1:
			detail = "in one event"
		case n > 1:
			detail = fmt.Sprintf("largest of %d events", n)
		}
		all = append(all, tile{excerpt(stated, 13), measure, detail})
	}
	return append(all, tile{f.differ, "rival numbers", "of " + count(f.groups, "row")}, tile{f.due, "with a due date", fmt.Sprintf("of %d planned", f.planned)})
}
