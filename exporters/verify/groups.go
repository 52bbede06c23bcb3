package verify

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// groupFacts is what the figures of a group add up to.
type groupFacts struct {
	measure  string
	articles int
	last     string // article of the latest figure: figures come by article
	ids      uint64 // of the figures in their order
	n        int
	own, all tally // without and with the figures that state the same amount in another currency or unit
}

// tally compares figures as they come.
type tally struct {
	n            int
	first        schema.Figure
	low, high    *float64
	unitsDiffer  bool
	boundsDiffer bool
	differ       bool
}

func chain(ids uint64, id string) uint64 { return ids*0x9E3779B97F4A7C15 + hashOf(id) }

// stated adds a figure to its group.
func (v *checker) stated(f *schema.Figure) {
	h := hashOf(f.FigureGroup)
	g := v.groups[h]
	if g == nil {
		g = &groupFacts{measure: f.Measure}
		v.groups[h] = g
	}
	g.n++
	g.ids = chain(g.ids, f.FigureID)
	if f.ArticleID != g.last {
		g.articles++
		g.last = f.ArticleID
	}
	g.all.add(f)
	if f.SameAsFigureID == "" {
		g.own.add(f)
	}
}

func (t *tally) add(f *schema.Figure) {
	if t.n++; t.n == 1 {
		t.first = schema.Figure{Value: f.Value, ValueLow: f.ValueLow, ValueHigh: f.ValueHigh, Bound: f.Bound, Unit: f.Unit, UnitKind: f.UnitKind}
	}
	for _, v := range []*float64{f.ValueLow, f.ValueBest, f.ValueHigh} {
		if v != nil && (t.low == nil || *v < *t.low) {
			t.low = v
		}
		if v != nil && (t.high == nil || *v > *t.high) {
			t.high = v
		}
	}
	t.unitsDiffer = t.unitsDiffer || f.Unit != t.first.Unit
	t.boundsDiffer = t.boundsDiffer || f.Bound != t.first.Bound
	t.differ = t.differ || !sameNumber(f, &t.first) || f.UnitKind == "money" && f.Unit != t.first.Unit
}

// sameNumber says whether two figures are equal but for their bounds.
func sameNumber(a, b *schema.Figure) bool {
	na, nb := numbersOf(a), numbersOf(b)
	return slices.Equal(na, nb)
}

func numbersOf(f *schema.Figure) []float64 {
	if f.Value != nil {
		return []float64{*f.Value, *f.Value}
	}
	var n []float64
	for _, v := range []*float64{f.ValueLow, cmp.Or(f.ValueHigh, f.ValueLow)} {
		if v != nil {
			n = append(n, *v)
		}
	}
	return n
}

func (t *tally) agrees() string {
	switch {
	case t.n == 1:
		return "single"
	case t.differ:
		return "differ"
	case t.boundsDiffer:
		return "same_number"
	}
	return "same"
}

// group checks a row of figure_groups against its figures.
func (v *checker) group(name string, row int, g *schema.FigureGroup) {
	f := v.groups[hashOf(g.FigureGroup)]
	if f == nil {
		v.add(name, row, "figure_group", "no figure stands in the group")
		return
	}
	t := &f.own
	if t.n == 0 {
		t = &f.all
	}
	low, high := t.low, t.high
	if t.unitsDiffer && t.first.UnitKind == "money" {
		low, high = nil, nil
	}
	ids := uint64(0)
	for _, id := range g.FigureIDs {
		ids = chain(ids, id)
	}
	for _, c := range []struct {
		column string
		ok     bool
	}{
		{"measure", g.Measure == f.measure}, {"n_figures", g.NFigures == f.n}, {"n_articles", g.NArticles == f.articles}, {"figure_ids", ids == f.ids && len(g.FigureIDs) == f.n},
		{"lowest", equal(g.Lowest, low)}, {"highest", equal(g.Highest, high)}, {"agreement", g.Agreement == t.agrees()},
		{"unit", g.Unit == t.first.Unit || t.unitsDiffer && g.Unit == ""}, {"n_claimants", g.NClaimants == len(g.Claimants)},
		{"measure_group", g.MeasureGroup == schema.MeasureGroup(g.Measure)},
	} {
		if !c.ok {
			v.add(name, row, c.column, "not what its figures say")
		}
	}
	if whole := v.groups[hashOf(g.PartOfGroup)]; g.PartOfGroup != "" && whole != nil && whole.measure != f.measure {
		v.add(name, row, "part_of_group", "a part of %s in %s", whole.measure, f.measure)
	}
}

func equal(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }
