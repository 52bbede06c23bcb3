package resolve

import "github.com/newsledger/newsledger/schema"

// Counts returns how many rows Write gives each table: writers that must know beforehand are told.
func (p *Partition) Counts() map[string]int {
	c := map[string]int{"articles": len(p.Articles), "actors": len(p.Actors), "events": len(p.Events), "events_flat": len(p.Events), "figure_groups": len(p.Groups),
		"event_types": len(schema.EventTypeRows), "changes": len(p.Changes), "retired_ids": len(p.Retired), "places": len(p.placeTotals()), "links_flat": len(p.ties())}
	for i := range p.Actors {
		c["actor_names"] += len(p.Actors[i].Names)
	}
	for i := range p.Articles {
		r := &p.key(i).Rows
		for _, t := range []struct {
			table string
			rows  int
		}{{"actor_mentions", r.ActorMentions}, {"relations", r.Relations}, {"dates", r.Dates}, {"place_mentions", r.PlaceMentions}, {"event_mentions", r.EventMentions}, {"event_actors", r.EventActors},
			{"figures", r.Figures}, {"figures_flat", r.Figures}, {"citations", r.Citations}, {"citations_flat", r.Citations}} {
			c[t.table] += t.rows
		}
	}
	for e := range p.Events {
		c["links_flat"] += len(p.pairs(int32(e)))
		var rows []uint64
		for _, m := range p.Events[e].Members {
			for _, row := range p.key(int(m.Article)).Events[m.Number].PlaceRows {
				rows = appendNew(rows, row)
			}
		}
		c["event_places"] += len(rows)
	}
	return c
}
