package resolve

import (
	"strconv"

	"github.com/newsledger/newsledger/schema"
	"github.com/zeebo/xxh3"
)

// byEvent are the measures whose figures share a group only when they measure one event; others may be claims about one thing.
var byEvent = map[string]bool{"sites_raided": true, "sites_closed": true, "participants": true}

// eventGroups are the groups of measures of which the same holds.
var eventGroups = map[string]bool{"custody": true, "freedom": true, "harm": true, "penalties": true}

// groupless are the groups of measures that stand in no figure group.
var groupless = map[string]bool{"": true, "share": true, "time": true, "votes": true}

func (k *Keys) figures(r *schema.Record, actors, events numbered) {
	figures := numbers(r.Figures, func(f *schema.Figure) string { return f.FigureID })
	k.Figures = make([]FigureKey, len(r.Figures))
	for i := range r.Figures {
		f := &r.Figures[i]
		key := FigureKey{ID: shared(f.FigureID), Event: events.of(f.EventID), Whole: -1, SameAs: -1}
		if f.Measure != "" && !groupless[f.MeasureGroup] {
			key.Thing = thing(f)
			key.SameAs = figures.of(f.SameAsFigureID)
			if w := figures.of(f.PartOfFigureID); w >= 0 && r.Figures[w].Measure == f.Measure {
				key.Whole = w
			}
			if key.ByEvent = key.Event >= 0 && (eventGroups[f.MeasureGroup] || byEvent[f.Measure] || f.MeasureGroup == "things"); !key.ByEvent {
				key.Claim = claimOf(f, actors)
			}
		}
		k.Figures[i] = key
	}
}

// thing hashes what the figures of a group agree in: measure, class (of counts; else the kind of unit), group triple and period.
func thing(f *schema.Figure) uint64 {
	class := f.CountClass
	if f.UnitKind != "count" {
		class = f.UnitKind
	}
	return xxh3.HashString(f.Measure+"\x00"+class+"\x00"+f.GroupCountry+"\x00"+f.GroupSex+"\x00"+f.GroupAge+"\x00"+f.Period) | 1
}

// figures puts figures of one thing into one group: those of one event, the same amount in another currency, and what claims tells of those
// without event. A figure that nothing joins stands alone in its own.
func (p *Partition) figures() {
	refs, at := p.figureRefs()
	one := newSets(len(refs))
	first := map[string]int32{}
	for i, m := range refs {
		k := p.key(int(m.Article))
		f := &k.Figures[m.Number]
		if f.ByEvent {
			block := strconv.FormatUint(f.Thing, 16) + "e" + strconv.Itoa(int(k.Events[f.Event].cluster))
			if j, ok := first[block]; ok {
				one.join(j, int32(i))
			} else {
				first[block] = int32(i)
			}
		}
		if f.SameAs >= 0 && k.Figures[f.SameAs].Thing == f.Thing && k.Figures[f.SameAs].ByEvent == f.ByEvent {
			one.join(at[Member{m.Article, f.SameAs}], int32(i))
		}
	}
	p.claims(refs, one)
	p.gatherGroups(refs, one)
}

// figureRefs lists the figures that stand in groups, in the order of the tables.
func (p *Partition) figureRefs() (refs []Member, at map[Member]int32) {
	at = map[Member]int32{}
	for i := range p.Articles {
		k := p.key(i)
		for n := range k.Figures {
			if k.Figures[n].cluster = -1; k.Figures[n].Thing != 0 {
				m := Member{int32(i), int32(n)}
				at[m] = int32(len(refs))
				refs = append(refs, m)
			}
		}
	}
	return refs, at
}

func (p *Partition) gatherGroups(refs []Member, one sets) {
	of, n := one.clusters()
	p.Groups = make([]Cluster, n)
	for i, m := range refs {
		p.key(int(m.Article)).Figures[m.Number].cluster = of[i]
		p.Groups[of[i]].Members = append(p.Groups[of[i]].Members, m)
	}
	for g := range p.Groups {
		p.Groups[g].spread()
		p.Groups[g].Whole = p.wholeOf(int32(g))
	}
}

// wholeOf returns the group that the first member with a whole names as such, -1 for none.
func (p *Partition) wholeOf(g int32) int {
	for _, m := range p.Groups[g].Members {
		k := p.key(int(m.Article))
		if w := k.Figures[m.Number].Whole; w >= 0 && k.Figures[w].cluster >= 0 && k.Figures[w].cluster != g {
			return int(k.Figures[w].cluster)
		}
	}
	return -1
}
