package resolve

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// mint gives every actor, event and figure group its id: that of the previous dataset whose anchor it holds, else a fresh one.
func (p *Partition) mint(*Previous) {
	p.mintActors()
	for c := range p.Events {
		e := &p.Events[c]
		e.Anchor = p.smallest(e, func(k *Keys, n int32) string { return k.Events[n].Anchor })
		first := e.Members[0]
		e.ID = schema.ID("evt", p.key(int(first.Article)).Events[first.Number].Type, e.Anchor)
	}
	for g := range p.Groups {
		c := &p.Groups[g]
		c.Anchor = p.smallest(c, func(k *Keys, n int32) string { return k.Figures[n].ID })
		c.ID = schema.ID("fgr", c.Anchor)
	}
}

// smallest returns the least id of a cluster's members.
func (p *Partition) smallest(c *Cluster, id func(k *Keys, n int32) string) string {
	least := ""
	for _, m := range c.Members {
		if s := id(p.key(int(m.Article)), m.Number); least == "" || s < least {
			least = s
		}
	}
	return least
}

// mintActors makes ids from type and name; of actors that share both, all but the one with the smallest anchor add their anchor.
func (p *Partition) mintActors() {
	namesakes := map[string][]int{}
	for c := range p.Actors {
		k := p.Actors[c].Row.ActorType + "\x00" + plain(p.Actors[c].Row.Name)
		namesakes[k] = append(namesakes[k], c)
	}
	for c := range p.Actors {
		row := &p.Actors[c].Row
		name := plain(row.Name)
		same := namesakes[row.ActorType+"\x00"+name]
		first := slices.MinFunc(same, func(a, b int) int {
			return strings.Compare(p.Actors[a].Row.AnchorMentionID, p.Actors[b].Row.AnchorMentionID)
		})
		if c == first {
			row.ActorID = schema.ID("act", row.ActorType, name)
		} else {
			row.ActorID = schema.ID("act", row.ActorType, name, row.AnchorMentionID)
		}
	}
	for c := range p.Actors {
		p.affiliate(&p.Actors[c])
	}
}

// affiliate sets the body of the actor's position: that of the first member with the row's title and a body, else of the first with a body and no
// title. The body of another position is not this one's.
func (p *Partition) affiliate(a *Actor) {
	for _, title := range []string{a.Row.Title, ""} {
		for _, m := range a.Members {
			k := p.key(int(m.Article))
			local := &k.Actors[m.Number]
			if local.Affiliation < 0 || !strings.EqualFold(local.Title, title) {
				continue
			}
			body := &p.Actors[k.Actors[local.Affiliation].cluster].Row
			a.Row.AffiliationActorID, a.Row.Affiliation = body.ActorID, body.Name
			return
		}
	}
}
