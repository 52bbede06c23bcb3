package verify

import (
	"cmp"
	"math"

	"github.com/newsledger/newsledger/schema"
)

// spoken is what the mention tables say of a thing.
type spoken struct {
	first int // row of the first mention
	n     int // mentions
}

// speak remembers that a mention speaks of an actor, place or event, and that a figure belongs to its group.
func (v *checker) speak(b schema.Batch, i, row int) {
	switch rows := b.Rows.(type) {
	case []schema.ActorMention:
		v.mentioned("actors", rows[i].ActorID, row)
	case []schema.PlaceMention:
		v.mentioned("places", rows[i].PlaceID, row)
	case []schema.EventMention:
		v.mentioned("events", rows[i].EventID, row)
	case []schema.Figure:
		if rows[i].FigureGroup != "" {
			v.mentioned("figure_groups", rows[i].FigureGroup, row)
			v.stated(&rows[i])
		}
	}
}

func (v *checker) mentioned(table, id string, row int) {
	if id == "" {
		return
	}
	if v.spoken[table] == nil {
		v.spoken[table] = map[uint64]spoken{}
	}
	h := hashOf(id)
	s, ok := v.spoken[table][h]
	if !ok {
		s.first = row
	}
	s.n++
	v.spoken[table][h] = s
}

// place is where the row before stood in its table's order.
type place struct {
	keys [2]int
	text string
}

// derived checks order and arithmetic of the tables that are made from all articles.
func (v *checker) derived(b schema.Batch, first int, was *place) {
	name := v.tableAt[b.Table.Name]
	for i := range b.Len() {
		row := first + i
		switch rows := b.Rows.(type) {
		case []schema.Actor:
			v.byFirstMention(name, row, "actor_id", "actors", rows[i].ActorID, was)
			v.counted(name, row, "actors", rows[i].ActorID, rows[i].NMentions)
		case []schema.Place:
			v.byFirstMention(name, row, "place_id", "places", rows[i].PlaceID, was)
			v.counted(name, row, "places", rows[i].PlaceID, rows[i].NMentions)
		case []schema.Event:
			v.byFirstMention(name, row, "event_id", "events", rows[i].EventID, was)
		case []schema.FigureGroup:
			v.byFirstMention(name, row, "figure_group", "figure_groups", rows[i].FigureGroup, was)
			v.group(name, row, &rows[i])
		case []schema.ActorName:
			rank := -rows[i].NMentions
			if rows[i].NameType == "primary" {
				rank = math.MinInt
			}
			v.follows(name, row, "actor_id", place{[2]int{v.rowOf("actors", rows[i].ActorID), rank}, rows[i].Name}, was)
		case []schema.EventActor:
			v.follows(name, row, "mention_id", place{keys: [2]int{v.rowOf("event_mentions", rows[i].MentionID)}}, was)
		case []schema.EventPlace:
			v.follows(name, row, "event_id", place{keys: [2]int{v.rowOf("events", rows[i].EventID)}}, was)
		case []schema.EventFlat:
			v.inStep(name, row, "event_id", "events", rows[i].EventID)
		case []schema.FigureFlat:
			v.inStep(name, row, "figure_id", "figures", rows[i].FigureID)
		case []schema.CitationFlat:
			v.inStep(name, row, "citation_id", "citations", rows[i].CitationID)
		case []schema.Change:
			v.follows(name, row, "release", place{keys: [2]int{rows[i].Release}}, was)
		case []schema.RetiredID:
			v.follows(name, row, "release", place{keys: [2]int{rows[i].Release}}, was)
		}
	}
}

func (v *checker) rowOf(table, id string) int { return int(v.keys[table][hashOf(id)]) }

// follows checks that a row does not belong before the one that stands before it.
func (v *checker) follows(name string, row int, column string, is place, was *place) {
	if cmp.Or(cmp.Compare(was.keys[0], is.keys[0]), cmp.Compare(was.keys[1], is.keys[1]), cmp.Compare(was.text, is.text)) > 0 && row > 1 {
		v.add(name, row, column, "belongs before the row that stands before it")
	}
	*was = is
}

// byFirstMention checks that things stand in the order in which the mention tables name them first.
func (v *checker) byFirstMention(name string, row int, column, table, id string, was *place) {
	if s, ok := v.spoken[table][hashOf(id)]; ok {
		v.follows(name, row, column, place{keys: [2]int{s.first}}, was)
	}
}

// counted compares n_mentions with the rows of the mention table.
func (v *checker) counted(name string, row int, table, id string, n int) {
	if s := v.spoken[table][hashOf(id)]; s.n != n {
		v.add(name, row, "n_mentions", "%d, and %d mentions are listed", n, s.n)
	}
}

// inStep checks that row n of a flat view is about row n of its table.
func (v *checker) inStep(name string, row int, column, table, id string) {
	if at := v.rowOf(table, id); at != row && at > 0 {
		v.add(name, row, column, "%s is row %d of %s", id, at, table)
	}
}
