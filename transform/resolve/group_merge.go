package resolve

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// figurePart is one figure of a group.
type figurePart struct {
	article  int32
	row      schema.Figure
	claimant string // name of who states it, "" for the article itself
	whole    string // the figure that it is a part of, in words
}

// figurePart gathers figure n.
func (s *scope) figurePart(n int) figurePart {
	f := s.r.Figures[n]
	return figurePart{s.number, f, s.claimantName(&f), s.wholeText(&f)}
}

func (s *scope) claimantName(f *schema.Figure) string {
	if a := s.actorRow(f.ClaimantActorID); a != nil {
		return a.Name
	}
	return f.ClaimantText
}

// wholeText is the figure that f is a part of, in words.
func (s *scope) wholeText(f *schema.Figure) string {
	if w := s.figure.of(f.PartOfFigureID); w >= 0 {
		return thingText(&s.r.Figures[w])
	}
	return ""
}

// members returns the figures of group g: gathered before when they or their event stand in several articles, else those of this article.
func (s *scope) members(g int32) []figurePart {
	if parts := s.figs[g]; parts != nil {
		return parts
	}
	var parts []figurePart
	for _, m := range s.Groups[g].Members {
		parts = append(parts, s.figurePart(int(m.Number)))
	}
	return parts
}

// groups sends out the figure groups that this article mentions first.
func (s *scope) groups() error {
	for i := range s.r.Figures {
		g := s.key.Figures[i].cluster
		if g < 0 || s.done.groups[g] {
			continue
		}
		s.done.groups[g] = true
		if err := s.out.figureGroups.add(s.group(g, i)); err != nil {
			return err
		}
	}
	return nil
}

// group makes the row of group g, whose first figure is figure n of this article.
func (s *scope) group(g int32, n int) schema.FigureGroup {
	parts := s.members(g)
	f := &s.r.Figures[n]
	row := schema.FigureGroup{FigureGroup: s.Groups[g].ID, AnchorFigureID: s.Groups[g].Anchor, What: whatText(f), Measure: f.Measure, MeasureGroup: f.MeasureGroup, CountClass: f.CountClass,
		GroupCountry: f.GroupCountry, GroupSex: f.GroupSex, GroupAge: f.GroupAge, Period: f.Period, NFigures: len(parts), NArticles: s.Groups[g].Articles}
	s.groupScene(&row, parts, n)
	if w := s.Groups[g].Whole; w >= 0 && s.Groups[w].Whole != int(g) {
		row.PartOfGroup = s.Groups[w].ID
	}
	for i := range parts {
		p := &parts[i]
		row.Stated = addItem(row.Stated, ValueText(&p.row))
		row.Claimants = addItem(row.Claimants, p.claimant)
		row.FigureIDs = append(row.FigureIDs, p.row.FigureID)
		row.WholeText = cmp.Or(row.WholeText, p.whole)
	}
	row.NClaimants = len(row.Claimants)
	v := s.verdict(g)
	row.Unit, row.Lowest, row.Highest, row.Agreement = v.unit, v.lowest, v.highest, v.agreement
	return row
}

// groupScene sets event, place and time of the group whose first figure is number n: those of its event, else those that a member states.
// Members of no event that tell of one in passing share it when all do.
func (s *scope) groupScene(row *schema.FigureGroup, parts []figurePart, n int) {
	k := &s.key.Figures[n]
	if k.Event >= 0 && !slices.ContainsFunc(parts, func(p figurePart) bool { return p.row.EventID != parts[0].row.EventID }) {
		e := s.event(int(k.Event))
		row.EventID, row.EventSummary, row.EventCountable = e.EventID, e.Summary, e.Countable
		if k.ByEvent {
			row.CountryCode, row.PlaceID = e.CountryCode, e.PlaceID
		}
	}
	if !k.ByEvent {
		for i := range parts {
			row.PlaceID, row.TimeEDTF = cmp.Or(row.PlaceID, parts[i].row.PlaceID), cmp.Or(row.TimeEDTF, parts[i].row.TimeEDTF)
		}
		if p := s.writer.places[row.PlaceID]; p != nil {
			row.CountryCode = p.CountryCode
		}
	}
	row.PlaceName = s.placeName(row.PlaceID)
}

// verdict is what the figures of a group come to.
type verdict struct {
	unit            string
	lowest, highest *float64
	agreement       string
}

// verdict compares the figures of group g, once: every figure of a group that many articles share asks.
func (s *scope) verdict(g int32) verdict {
	v, ok := s.verdicts[g]
	if !ok {
		parts := s.members(g)
		v.unit, v.lowest, v.highest, v.agreement = agreement(parts)
		if len(parts) > 1 {
			s.verdicts[g] = v
		}
	}
	return v
}

// agreement compares the figures of a group. The same amount in another currency counts neither for the bounds nor for agreement.
func agreement(parts []figurePart) (unit string, lowest, highest *float64, agreement string) {
	own := slices.DeleteFunc(slices.Clone(parts), func(p figurePart) bool { return p.row.SameAsFigureID != "" })
	if len(own) == 0 {
		own = parts
	}
	first := &own[0].row
	unit, agreement = first.Unit, "same"
	oneUnit := true
	for i := range own {
		f := &own[i].row
		oneUnit = oneUnit && f.Unit == first.Unit
		for _, v := range []*float64{f.ValueLow, f.ValueBest, f.ValueHigh} {
			lowest, highest = least(lowest, v), greatest(highest, v)
		}
		switch {
		case number(f) != number(first) || f.Unit != first.Unit && f.UnitKind == "money":
			agreement = "differ"
		case f.Bound != first.Bound && agreement == "same":
			agreement = "same_number"
		}
	}
	if len(own) == 1 {
		agreement = "single"
	}
	if !oneUnit {
		unit = ""
		if first.UnitKind == "money" {
			lowest, highest = nil, nil
		}
	}
	return unit, lowest, highest, agreement
}

// number is what makes two figures equal but for their bounds.
func number(f *schema.Figure) [2]float64 {
	switch {
	case f.Value != nil:
		return [2]float64{*f.Value, *f.Value}
	case f.ValueLow != nil && f.ValueHigh != nil:
		return [2]float64{*f.ValueLow, *f.ValueHigh}
	case f.ValueLow != nil:
		return [2]float64{*f.ValueLow, *f.ValueLow}
	}
	return [2]float64{}
}

func least(a, b *float64) *float64 {
	if a == nil || b != nil && *b < *a {
		return b
	}
	return a
}

func greatest(a, b *float64) *float64 {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}
