package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// mergedActor makes one row of the local actors of a component, which stand in the order of the tables.
func (p *Partition) mergedActor(members []actorRef) Actor {
	a := Actor{Names: mergedNames(members), Row: schema.Actor{IsSensitive: true}}
	row := &a.Row
	articles := map[int32]bool{}
	for _, m := range members {
		k := m.key
		a.Members = append(a.Members, m.Member)
		row.NMentions += k.Mentions
		row.IsSensitive = row.IsSensitive && k.Sensitive
		if row.AnchorMentionID == "" || k.Anchor < row.AnchorMentionID {
			row.AnchorMentionID = k.Anchor
		}
		row.CountryCode = cmp.Or(row.CountryCode, k.Country)
		row.PlaceID = cmp.Or(row.PlaceID, k.PlaceID)
		if row.ActorType == "" || sayLess[row.ActorType] {
			row.ActorType, row.FtmSchema = k.Type, k.Ftm
		}
		row.Sector = cmp.Or(row.Sector, k.Sector)
		articles[m.Article] = true
		row.FirstSeen, row.LastSeen = widened(row.FirstSeen, row.LastSeen, p.key(int(m.Article)).Published)
	}
	if row.ActorType != "person" {
		row.Sector = row.ActorType
	}
	row.NArticles = len(articles)
	row.Title = p.mainTitle(members)
	row.Name = a.Names[0].Name
	for _, n := range a.Names[1:] {
		if n.Name != row.Name {
			row.Aliases = append(row.Aliases, n.Name)
		}
	}
	return a
}

// mergedNames adds up the forms of a name. The fullest primary one, by words, then mentions, comes first and stays the only primary;
// the others follow by mentions, then bytes.
func mergedNames(members []actorRef) []NameKey {
	at := map[string]int{}
	var all []NameKey
	for _, m := range members {
		for _, n := range m.key.Names {
			if i, ok := at[n.Name]; ok {
				all[i].Mentions += n.Mentions
				if n.Type == "primary" {
					all[i].Type = n.Type
				}
			} else {
				at[n.Name] = len(all)
				all = append(all, n)
			}
		}
	}
	slices.SortFunc(all, func(a, b NameKey) int {
		return cmp.Or(isPrimary(b)-isPrimary(a), cmp.Compare(fullness(b), fullness(a)), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
	})
	for i := range all[1:] {
		if n := &all[1+i]; n.Type == "primary" {
			n.Type = "alias"
			if sameSpelling(romanised(n.Name), romanised(all[0].Name)) {
				n.Type = "spelling"
			}
		}
	}
	slices.SortFunc(all[1:], func(a, b NameKey) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
	})
	return all
}

func isPrimary(n NameKey) int {
	if n.Type == "primary" {
		return 1
	}
	return 0
}

// fullness counts the words of a name; initials alone count as none.
func fullness(n NameKey) int {
	if isAcronym(n.Name) {
		return 0
	}
	words := 1
	for _, r := range n.Name {
		if r == ' ' {
			words++
		}
	}
	return words
}

// mainTitle is the title that most of the members have, whatever its capitals; of equal ones one with a body, then the one of the latest article,
// then the first.
func (p *Partition) mainTitle(members []actorRef) string {
	count, bodied, latest := map[string]int{}, map[string]int{}, map[string]schema.Date{}
	for _, m := range members {
		t := strings.ToLower(m.key.Title)
		count[t]++
		if m.key.Affiliation >= 0 {
			bodied[t] = 1
		}
		if day := p.key(int(m.Article)).Published; day != nil {
			latest[t] = max(latest[t], *day)
		}
	}
	best := ""
	for _, m := range members {
		t, b := strings.ToLower(m.key.Title), strings.ToLower(best)
		if t != "" && (b == "" || cmp.Or(count[t]-count[b], bodied[t]-bodied[b], cmp.Compare(latest[t], latest[b])) > 0) {
			best = m.key.Title
		}
	}
	return best
}

// widened stretches first and last over d.
func widened(first, last, d *schema.Date) (*schema.Date, *schema.Date) {
	if d == nil {
		return first, last
	}
	if first == nil || *d < *first {
		first = d
	}
	if last == nil || *d > *last {
		last = d
	}
	return first, last
}
