package resolve

import (
	"sort"

	"github.com/newsledger/newsledger/schema"
)

// actorRow finds the merged row of an actor by its id, nil for none.
func (w *writer) actorRow(id string) *schema.Actor {
	if c, ok := w.actorByID[id]; ok {
		return &w.Actors[c].Row
	}
	return nil
}

// citation finds a citation of this article by its id, nil for none.
func (s *scope) citation(id string) *schema.Citation {
	if i := s.cited.of(id); i >= 0 {
		return &s.r.Citations[i]
	}
	return nil
}

func (s *scope) sourceName(c *schema.Citation) string {
	if a := s.actorRow(c.SourceActorID); a != nil {
		return a.Name
	}
	return c.SourceText
}

// eventFlat makes the flat row of an event.
func (s *scope) eventFlat(c int32, e *mergedEvent) schema.EventFlat {
	f := schema.EventFlat{EventID: e.EventID, DateStart: e.DateStart, DateEnd: e.DateEnd, DateText: e.DateText, DatePrecision: e.DatePrecision, FirstReported: e.FirstReported, LastReported: e.LastReported,
		EventGroup: e.EventGroup, EventType: e.EventType, Status: e.Status, Assertion: e.Assertion, Granularity: e.Granularity, Countable: e.Countable, Summary: e.Summary,
		PlaceName: s.placeName(e.PlaceID), CountryCode: e.CountryCode, CountryBasis: e.CountryBasis, GeoPrecision: e.GeoPrecision, DueText: e.DueText, DueDate: e.DueDate,
		Sentence: e.anchor.Quote, NArticles: e.NArticles, NOriginals: e.NOriginals, NPublishers: e.NPublishers, ArticleID: e.fields.ArticleID, ArticleTitle: e.fields.ArticleTitle, ArticleSource: e.fields.ArticleSource, URL: e.fields.URL,
		PossibleDuplicateOf: e.PossibleDuplicateOf, ExtractionConfidence: e.ExtractionConfidence}
	if p := s.writer.places[e.PlaceID]; p != nil {
		f.Latitude, f.Longitude = p.Latitude, p.Longitude
	}
	for _, p := range e.places {
		name := s.placeName(p.PlaceID)
		if name == "" {
			name = p.PlaceText
		}
		f.Places = addItem(f.Places, name)
	}
	for i := range e.parts {
		s.partFlat(&f, &e.parts[i])
	}
	s.tolls(c, &f)
	return f
}

// partFlat adds what one article says of an event to its flat row.
func (s *scope) partFlat(f *schema.EventFlat, p *eventPart) {
	f.Publishers = addItem(f.Publishers, p.fields.Publisher)
	for _, name := range p.said {
		f.SaidBy = addItem(f.SaidBy, name)
	}
	for i := range p.figures {
		f.FiguresText = addItem(f.FiguresText, thingText(&p.figures[i].row))
	}
	for _, a := range p.actors {
		row := s.actorRow(a.ActorID)
		name := a.ActorText
		if row != nil {
			name = row.Name
		}
		switch a.Role {
		case "ordered_by":
			f.OrderedBy = addItem(f.OrderedBy, name)
		case "agent":
			f.Agents = addItem(f.Agents, name)
			f.AgentIDs, f.AgentTypes, f.AgentCountries = addActor(f.AgentIDs, f.AgentTypes, f.AgentCountries, row)
		default:
			f.Targets = addItem(f.Targets, name)
			f.TargetIDs, f.TargetTypes, f.TargetCountries = addActor(f.TargetIDs, f.TargetTypes, f.TargetCountries, row)
		}
	}
}

func addActor(ids, types, countries schema.List, a *schema.Actor) (schema.List, schema.List, schema.List) {
	if a == nil {
		return ids, types, countries
	}
	return addItem(ids, a.ActorID), addItem(types, a.ActorType), addItem(countries, a.CountryCode)
}

// tolls sets the bounds of the people killed, injured, arrested and rescued in an event: of its figure groups without group triple that are
// no part of another.
func (s *scope) tolls(c int32, f *schema.EventFlat) {
	pairs := map[string][2]**float64{"killed": {&f.KilledLow, &f.KilledHigh}, "injured": {&f.InjuredLow, &f.InjuredHigh}, "arrested": {&f.ArrestedLow, &f.ArrestedHigh}, "rescued": {&f.RescuedLow, &f.RescuedHigh}}
	for _, g := range s.groupsOf(c) {
		row := &s.members(g)[0].row
		v := s.verdict(g)
		f.FiguresDiffer = f.FiguresDiffer || v.agreement == "differ"
		pair, ok := pairs[row.Measure]
		if ok && row.UnitKind == "count" && row.GroupCountry == "" && row.GroupSex == "" && row.GroupAge == "" && s.Groups[g].Whole < 0 {
			*pair[0], *pair[1] = least(*pair[0], v.lowest), greatest(*pair[1], v.highest)
		}
	}
}

// groupsOf returns the figure groups that measure an event, in their order.
func (s *scope) groupsOf(c int32) []int32 {
	var groups []int32
	for _, m := range s.Events[c].Members {
		k := s.writer.key(int(m.Article))
		for i := range k.Figures {
			if f := &k.Figures[i]; f.cluster >= 0 && f.ByEvent && f.Event == m.Number {
				groups = appendNew(groups, f.cluster)
			}
		}
	}
	return groups
}

// views sends out the flat rows of this article's figures and citations.
func (s *scope) views() error {
	for i := range s.r.Figures {
		if err := s.out.figuresFlat.add(s.figureFlat(i)); err != nil {
			return err
		}
	}
	for i := range s.r.Citations {
		if err := s.out.citationsFlat.add(s.citationFlat(&s.r.Citations[i])); err != nil {
			return err
		}
	}
	return nil
}

func (s *scope) figureFlat(i int) schema.FigureFlat {
	f := &s.r.Figures[i]
	row := schema.FigureFlat{FigureID: f.FigureID, ValueText: ValueText(f), Value: f.Value, ValueLow: f.ValueLow, ValueBest: f.ValueBest, ValueHigh: f.ValueHigh, Bound: f.Bound, Hedge: f.Hedge,
		UnitKind: f.UnitKind, Unit: f.Unit, CountClass: f.CountClass, Object: f.Object, Measure: f.Measure, MeasureGroup: f.MeasureGroup, Period: f.Period, GroupFields: f.GroupFields,
		TimeEDTF: f.TimeEDTF, TimeText: f.TimeText, PlaceName: s.placeName(f.PlaceID), Claimant: s.claimantName(f), ClaimantActorID: f.ClaimantActorID, ClaimantBasis: f.ClaimantBasis,
		CitationID: f.CitationID, Sentence: f.Sentence, PartOfFigureID: f.PartOfFigureID, WholeText: s.wholeText(f), SameAsFigureID: f.SameAsFigureID, FigureGroup: f.FigureGroup,
		EventID: f.EventID, ArticleFields: s.fields, SpanStart: f.SpanStart, SpanEnd: f.SpanEnd, ExtractionConfidence: f.ExtractionConfidence, Rule: f.Rule}
	if p := s.writer.places[f.PlaceID]; p != nil {
		row.CountryCode = p.CountryCode
	}
	if a := s.actorRow(f.ClaimantActorID); a != nil {
		row.ClaimantType, row.ClaimantCountry = a.ActorType, a.CountryCode
	}
	if g := s.key.Figures[i].cluster; g >= 0 {
		row.Agreement = s.verdict(g).agreement
	}
	if n := s.eventNumber(f.EventID); n >= 0 {
		e := s.event(n)
		row.EventType, row.EventSummary, row.EventDateStart = e.EventType, e.Summary, e.DateStart
	}
	return row
}

// eventNumber finds a local event by its id, -1 for none.
func (s *scope) eventNumber(id string) int { return int(s.local.of(id)) }

func (s *scope) citationFlat(c *schema.Citation) schema.CitationFlat {
	row := schema.CitationFlat{CitationID: c.CitationID, SourceName: s.sourceName(c), SourceActorID: c.SourceActorID, SourceTitle: c.SourceTitle, Anonymity: c.Anonymity, Kind: c.Kind, Cue: c.Cue,
		CueClass: c.CueClass, Content: c.Content, Verbatim: c.Verbatim, Sentence: c.Sentence, ParentCitationID: c.ParentCitation, SaidEDTF: c.SaidEDTF, DocumentTitle: c.DocumentTitle, DocumentURL: c.URL,
		ArticleFields: s.fields, SpanStart: c.SpanStart, SpanEnd: c.SpanEnd, ResolvedFrom: c.ResolvedFrom, ExtractionConfidence: c.ExtractionConfidence, Rule: c.Rule}
	if a := s.actorRow(c.SourceActorID); a != nil {
		row.SourceType, row.SourceSector, row.SourceCountry = a.ActorType, a.Sector, a.CountryCode
	}
	if a := s.actorRow(c.ViaActorID); a != nil {
		row.ViaName = a.Name
	}
	if parent := s.citation(c.ParentCitation); parent != nil {
		row.ParentContent = parent.Content
	}
	for _, m := range from(s.r.ActorMentions, c.SpanStart, func(m *schema.ActorMention) int { return m.SpanStart }) {
		if m.SpanStart >= c.SpanEnd {
			break
		}
		if c.Holds(m.Span) && m.Kind == "name" && m.ActorID != c.SourceActorID {
			row.About, row.AboutIDs = addItem(row.About, s.actorRow(m.ActorID).Name), addItem(row.AboutIDs, m.ActorID)
		}
	}
	for _, f := range from(s.r.Figures, c.SpanStart, func(f *schema.Figure) int { return f.SpanStart }) {
		if f.SpanStart >= c.SpanEnd {
			break
		}
		if c.Holds(f.Span) {
			row.FiguresText = addItem(row.FiguresText, thingText(&f))
		}
	}
	if m := s.speech[c.CitationID]; m != nil {
		row.SpeechEventID, row.SpeechEventType = m.EventID, s.r.Events[s.eventNumber(m.EventID)].EventType
	}
	return row
}

// from returns the rows, sorted by their starts, from the first that begins at start or later.
func from[R any](rows []R, start int, of func(*R) int) []R {
	return rows[sort.Search(len(rows), func(i int) bool { return of(&rows[i]) >= start }):]
}
