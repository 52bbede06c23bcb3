package resolve

import (
	"strconv"

	"github.com/newsledger/newsledger/schema"
	"github.com/zeebo/xxh3"
)

// byEvent are the measures whose figures share a group only when they measure one event; the others need one place and time.
var byEvent = map[string]bool{"sites_raided": true, "sites_closed": true, "participants": true}

// eventGroups are the groups of measures of which the same holds.
var eventGroups = map[string]bool{"custody": true, "freedom": true, "harm": true, "penalties": true}

// groupless are the groups of measures that stand in no figure group.
var groupless = map[string]bool{"": true, "share": true, "time": true, "votes": true}

func (k *Keys) figures(r *schema.Record, events numbered) {
	figures := numbers(r.Figures, func(f *schema.Figure) string { return f.FigureID })
	k.Figures = make([]FigureKey, len(r.Figures))
	for i := range r.Figures {
		f := &r.Figures[i]
		key := FigureKey{ID: shared(f.FigureID), ByEvent: -1, Whole: -1}
		if f.Measure != "" && !groupless[f.MeasureGroup] {
			key.Thing = thing(f)
			if eventGroups[f.MeasureGroup] || byEvent[f.Measure] || f.MeasureGroup == "things" && f.EventID != "" {
				key.ByEvent = events.of(f.EventID)
			} else if f.PlaceID != "" {
				key.Where = xxh3.HashString(f.PlaceID+"\x00"+f.TimeEDTF) | 1
			}
			if w := figures.of(f.PartOfFigureID); w >= 0 && r.Figures[w].Measure == f.Measure {
				key.Whole = w
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

// figures puts figures of one thing into one group. A figure that nothing joins stands alone in its own.
func (p *Partition) figures() {
	groups := map[string]int32{}
	for i := range p.Articles {
		k := p.key(i)
		for n := range k.Figures {
			f := &k.Figures[n]
			f.cluster = -1
			if f.Thing == 0 {
				continue
			}
			block := p.groupBlock(k, f)
			g, ok := groups[block]
			if !ok || block == "" {
				g = int32(len(p.Groups))
				p.Groups = append(p.Groups, Cluster{Whole: -1})
				if block != "" {
					groups[block] = g
				}
			}
			f.cluster = g
			p.Groups[g].Members = append(p.Groups[g].Members, Member{int32(i), int32(n)})
		}
	}
	for g := range p.Groups {
		p.Groups[g].spread()
		p.Groups[g].Whole = p.wholeOf(int32(g))
	}
}

// groupBlock names the group of a figure, "" when it stands alone.
func (p *Partition) groupBlock(k *Keys, f *FigureKey) string {
	switch {
	case f.ByEvent >= 0:
		return strconv.FormatUint(f.Thing, 16) + "e" + strconv.Itoa(int(k.Events[f.ByEvent].cluster))
	case f.Where != 0:
		return strconv.FormatUint(f.Thing, 16) + "w" + strconv.FormatUint(f.Where, 16)
	}
	return ""
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
