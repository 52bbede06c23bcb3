package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// mint gives every actor, event and figure group its id: that of the previous dataset which rests on one of its members, else a fresh one.
func (p *Partition) mint(previous *schema.Previous, read Stream) error {
	for c := range p.Events {
		e := &p.Events[c]
		e.Anchor = p.smallest(e, func(k *Keys, n int32) string { return k.Events[n].Anchor })
	}
	for g := range p.Groups {
		p.Groups[g].Anchor = p.smallest(&p.Groups[g], func(k *Keys, n int32) string { return k.Figures[n].ID })
	}
	p.Merged = map[string]string{}
	if previous != nil {
		for _, k := range p.kinds(previous) {
			if err := p.inherit(k, read); err != nil {
				return err
			}
		}
	} else {
		previous = &schema.Previous{}
	}
	p.mintActors(&previous.Actors)
	mintClusters(p.Events, &previous.Events, func(c *Cluster) []string {
		first := c.Members[0]
		return []string{"evt", p.key(int(first.Article)).Events[first.Number].Type, c.Anchor}
	})
	mintClusters(p.Groups, &previous.Groups, func(c *Cluster) []string { return []string{"fgr", c.Anchor} })
	for c := range p.Actors {
		p.affiliate(&p.Actors[c])
	}
	return nil
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

// mintClusters gives an id to those that inherited none: the hash of their parts, the prefix first.
func mintClusters(clusters []Cluster, previous *schema.PreviousIDs, parts func(*Cluster) []string) {
	taken := takenIDs(previous)
	for c := range clusters {
		if clusters[c].ID == "" {
			of := parts(&clusters[c])
			clusters[c].ID = taken.fresh(of[0], of[1:]...)
		}
	}
}

// mintActors makes ids from type and name; of actors that share both, all but the one with the smallest anchor add their anchor.
func (p *Partition) mintActors(previous *schema.PreviousIDs) {
	namesakes := map[string][]int{}
	for c := range p.Actors {
		if p.Actors[c].Row.ActorID == "" {
			k := p.Actors[c].Row.ActorType + "\x00" + plain(p.Actors[c].Row.Name)
			namesakes[k] = append(namesakes[k], c)
		}
	}
	taken := takenIDs(previous)
	for c := range p.Actors {
		row := &p.Actors[c].Row
		if row.ActorID != "" {
			continue
		}
		name := plain(row.Name)
		same := namesakes[row.ActorType+"\x00"+name]
		first := slices.MinFunc(same, func(a, b int) int {
			return strings.Compare(p.Actors[a].Row.AnchorMentionID, p.Actors[b].Row.AnchorMentionID)
		})
		if id := schema.ID("act", row.ActorType, name); c == first && !taken[id] {
			row.ActorID = id
		} else {
			row.ActorID = taken.fresh("act", row.ActorType, name, row.AnchorMentionID)
		}
	}
}

// taken are the ids that nothing new may get.
type taken map[string]bool

func takenIDs(previous *schema.PreviousIDs) taken {
	t := taken{}
	for id := range previous.Taken {
		t[id] = true
	}
	return t
}

// fresh makes an id from the parts, and from their count when the first one is taken.
func (t taken) fresh(prefix string, parts ...string) string {
	id := schema.ID(prefix, parts...)
	for n := 2; t[id]; n++ {
		id = schema.ID(prefix, append(slices.Clone(parts), strconv.Itoa(n))...)
	}
	t[id] = true
	return id
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

// inherited is an id of the previous dataset that rests on a member of a cluster.
type inherited struct {
	id, anchor string
	since      int
}

// older orders claims: the oldest id stays in a merge.
func older(a, b inherited) int {
	return cmp.Or(cmp.Compare(a.since, b.since), cmp.Compare(a.anchor, b.anchor))
}
