package resolve

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// kind is what the three sorts of things with continued ids differ in.
type kind struct {
	previous *schema.PreviousIDs
	n        int
	members  func(c int) []Member
	anchor   func(k *Keys, n int32) string
	mentions func(r *schema.Record, each func(rowID string, n int32)) // the mentions of a record, each with the number of its local thing
	cluster  func(k *Keys, n int32) int32
	set      func(c int, id string)
}

func (p *Partition) kinds(previous *schema.Previous) []kind {
	return []kind{
		{
			&previous.Actors, len(p.Actors), func(c int) []Member { return p.Actors[c].Members }, func(k *Keys, n int32) string { return k.Actors[n].Anchor },
			func(r *schema.Record, each func(string, int32)) {
				actors := numbers(r.Actors, func(a *schema.Actor) string { return a.ActorID })
				for _, m := range r.ActorMentions {
					each(m.MentionID, actors.of(m.ActorID))
				}
			},
			func(k *Keys, n int32) int32 { return k.Actors[n].cluster }, func(c int, id string) { p.Actors[c].Row.ActorID = id },
		}, {
			&previous.Events, len(p.Events), func(c int) []Member { return p.Events[c].Members }, func(k *Keys, n int32) string { return k.Events[n].Anchor },
			func(r *schema.Record, each func(string, int32)) {
				events := numbers(r.Events, func(e *schema.Event) string { return e.EventID })
				for _, m := range r.EventMentions {
					each(m.MentionID, events.of(m.EventID))
				}
			},
			func(k *Keys, n int32) int32 { return k.Events[n].cluster }, func(c int, id string) { p.Events[c].ID = id },
		}, {
			&previous.Groups, len(p.Groups), func(c int) []Member { return p.Groups[c].Members }, func(k *Keys, n int32) string { return k.Figures[n].ID },
			func(r *schema.Record, each func(string, int32)) {
				for i := range r.Figures {
					each(r.Figures[i].FigureID, int32(i))
				}
			},
			func(k *Keys, n int32) int32 { return k.Figures[n].cluster }, func(c int, id string) { p.Groups[c].ID = id },
		},
	}
}

// inherit gives the ids of the previous dataset to the clusters that hold their anchors. In a merge the oldest id stays, and Merged tells of the
// others; in a split the id stays with its anchor. An id whose anchor is gone goes to the cluster of the smallest member that it had left.
func (p *Partition) inherit(k kind, read Stream) error {
	claims := make([][]inherited, k.n)
	at := map[string]int{} // cluster of each anchor
	for c := range k.n {
		for _, m := range k.members(c) {
			at[k.anchor(p.key(int(m.Article)), m.Number)] = c
		}
	}
	lost := map[string]bool{}
	claimed := func(c int, id, anchor string) {
		claims[c] = append(claims[c], inherited{id, anchor, max(k.previous.Since[id], 1)})
	}
	for anchor, id := range k.previous.ByAnchor { // claims are sorted below
		if c, ok := at[anchor]; ok {
			claimed(c, id, anchor)
		} else {
			lost[id] = true
		}
	}
	left, err := p.leftMembers(k, lost, read)
	if err != nil {
		return err
	}
	for id, m := range left {
		claimed(m.cluster, id, m.rowID)
	}
	for c, all := range claims {
		slices.SortFunc(all, older)
		for i, claim := range all {
			if i == 0 {
				k.set(c, claim.id)
			} else {
				p.Merged[claim.id] = all[0].id
			}
		}
	}
	return nil
}

// leftMember is the smallest member that a lost id has left.
type leftMember struct {
	rowID   string
	cluster int
}

// leftMembers looks for what is left of ids whose anchors are gone, in the records of the articles that mentioned them.
func (p *Partition) leftMembers(k kind, lost map[string]bool, read Stream) (map[string]leftMember, error) {
	left := map[string]leftMember{}
	if len(lost) == 0 {
		return left, nil
	}
	members, err := k.previous.Members(lost)
	if err != nil {
		return nil, err
	}
	had := map[string]string{} // id by mention
	mentioned := map[string]bool{}
	for _, m := range members {
		had[m.RowID], mentioned[m.ArticleID] = m.ID, true
	}
	var articles, records []int
	for i := range p.Articles {
		if mentioned[p.key(i).ArticleID] {
			articles, records = append(articles, i), append(records, p.key(i).Number)
		}
	}
	next := 0
	err = read(records, func(_ int, r *schema.Record) error {
		key := p.key(articles[next])
		next++
		k.mentions(r, func(rowID string, n int32) {
			id := had[rowID]
			if id == "" || n < 0 || k.cluster(key, n) < 0 {
				return
			}
			if was, ok := left[id]; !ok || rowID < was.rowID {
				left[id] = leftMember{rowID, int(k.cluster(key, n))}
			}
		})
		return nil
	})
	return left, err
}
