package resolve

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// eventPart is what one article says of an event.
type eventPart struct {
	article  int32
	row      schema.Event
	mentions []schema.EventMention
	actors   []schema.EventActor
	places   []schema.EventPlace
	said     schema.List // names of who reports it
	fields   schema.ArticleFields
	figures  []figurePart
}

// mergedEvent is an event with all that its articles say of it.
type mergedEvent struct {
	schema.Event
	parts  []eventPart
	places []schema.EventPlace
	anchor schema.EventMention // the mention whose date and place stand in the row
	fields schema.ArticleFields
}

// eventPart gathers the rows of local event n.
func (s *scope) eventPart(n int) eventPart {
	p := eventPart{article: s.number, row: s.r.Events[n], fields: s.fields}
	rows := s.byEvent[p.row.EventID]
	for _, i := range rows.mentions {
		m := s.r.EventMentions[i]
		p.mentions = append(p.mentions, m)
		if c := s.citation(m.CitationID); c != nil {
			p.said = addItem(p.said, s.sourceName(c))
		}
	}
	for _, i := range rows.actors {
		p.actors = append(p.actors, s.r.EventActors[i])
	}
	for _, i := range rows.places {
		p.places = append(p.places, s.r.EventPlaces[i])
	}
	for _, i := range rows.figures {
		p.figures = append(p.figures, s.figurePart(i))
	}
	return p
}

// event returns the merged row of local event n: gathered before when several articles report it, else made here.
func (s *scope) event(n int) *mergedEvent {
	c := s.key.Events[n].cluster
	if m := s.merged[c]; m != nil {
		return m
	}
	if s.parts[c] == nil {
		s.parts[c] = s.mergeEvent(c, []eventPart{s.eventPart(n)})
	}
	return s.parts[c]
}

// mergeEvent makes one row of what the articles say. Its date and place are those of the part that says most; nothing is averaged.
func (w *writer) mergeEvent(c int32, parts []eventPart) *mergedEvent {
	base := slices.MinFunc(parts, func(a, b eventPart) int {
		return cmp.Or(cmp.Compare(detail(&b.row), detail(&a.row)), cmp.Compare(a.row.AnchorMentionID, b.row.AnchorMentionID))
	})
	m := &mergedEvent{Event: base.row, parts: parts, fields: base.fields}
	for _, x := range base.mentions {
		if x.MentionID == base.row.AnchorMentionID {
			m.anchor = x
		}
	}
	for i := range parts {
		fill(&m.Event, &parts[i].row)
		for _, pl := range parts[i].places {
			if !slices.ContainsFunc(m.places, func(q schema.EventPlace) bool { return placeRow(q) == placeRow(pl) }) {
				m.places = append(m.places, pl)
			}
		}
	}
	w.count(m)
	m.Status, m.PloverRoot, m.PloverMode = status(parts)
	m.Assertion = assertion(parts)
	if d := w.Events[c].Maybe; d >= 0 {
		m.PossibleDuplicateOf = w.Events[d].ID
	}
	m.Countable = m.IsCountable()
	return m
}

// detail says how much a row knows of day and spot.
func detail(e *schema.Event) int {
	n := 0
	if e.DateStart != nil {
		n += 4
	}
	if e.DatePrecision == "day" {
		n += 2
	}
	if e.PlaceID != "" {
		n++
	}
	return n
}

// fill takes over what the row does not know: the date as a whole, the place as a whole, the deadline, the country.
func fill(m, o *schema.Event) {
	if m.DateText == "" && m.DateEDTF == "" {
		m.DateFields, m.DateText = o.DateFields, o.DateText
	}
	if m.PlaceID == "" && m.PlaceText == "" {
		m.PlaceID, m.PlaceText, m.GeoPrecision = o.PlaceID, o.PlaceText, o.GeoPrecision
	}
	if m.CountryCode == "" {
		m.CountryCode, m.CountryBasis = o.CountryCode, o.CountryBasis
	}
	if m.DueText == "" {
		m.DueText, m.DueDate = o.DueText, o.DueDate
	}
}

// count sets what is counted over the articles that report the event.
func (w *writer) count(m *mergedEvent) {
	articles, originals, publishers := map[int32]bool{}, map[int32]bool{}, map[string]bool{}
	m.FirstReported, m.LastReported = nil, nil
	for _, p := range m.parts {
		articles[p.article], originals[w.original(p.article)] = true, true
		if p.fields.Publisher != "" {
			publishers[p.fields.Publisher] = true
		}
		m.FirstReported, m.LastReported = widened(m.FirstReported, m.LastReported, p.fields.PublishedDate)
	}
	m.NArticles, m.NOriginals, m.NPublishers = len(articles), len(originals), len(publishers)
}

// realness orders statuses: without dates the most realised one holds.
var realness = map[string]int{"occurred": 9, "ongoing": 8, "attempted": 7, "ordered": 6, "planned": 5, "threatened": 4, "proposed": 3, "cancelled": 2, "not_occurred": 1}

// status is that of the part published last; without dates, or among equals, the most realised one. The PLOVER root goes with it.
func status(parts []eventPart) (status, root, mode string) {
	best := slices.MaxFunc(parts, func(a, b eventPart) int {
		return cmp.Or(compareTimes(a.fields.PublishedDate, b.fields.PublishedDate), cmp.Compare(realness[a.row.Status], realness[b.row.Status]))
	})
	return best.row.Status, best.row.PloverRoot, best.row.PloverMode
}

// assertion: stated before attributed before alleged; disputed when one part denies what another states.
func assertion(parts []eventPart) string {
	seen := map[string]bool{}
	for _, p := range parts {
		seen[p.row.Assertion] = true
	}
	if seen["disputed"] || seen["denied"] && (seen["stated"] || seen["attributed"]) {
		return "disputed"
	}
	for _, a := range []string{"stated", "attributed", "alleged"} {
		if seen[a] {
			return a
		}
	}
	return "denied"
}

// events sends out the events that this article mentions first, with their places, flat rows and links.
func (s *scope) events() error {
	if err := s.links(); err != nil {
		return err
	}
	byID := numbers(s.r.Events, func(e *schema.Event) string { return e.EventID })
	for _, m := range s.r.EventMentions {
		n := byID.of(m.EventID)
		if n < 0 || s.done.events[s.key.Events[n].cluster] {
			continue
		}
		c := s.key.Events[n].cluster
		s.done.events[c] = true
		e := s.event(int(n))
		if err := s.out.events.add(e.Event); err != nil {
			return err
		}
		if err := s.out.eventPlaces.add(e.places...); err != nil {
			return err
		}
		if err := s.out.eventsFlat.add(s.eventFlat(c, e)); err != nil {
			return err
		}
		if err := s.eventLinks(c, e); err != nil {
			return err
		}
	}
	return nil
}
