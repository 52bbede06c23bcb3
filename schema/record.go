package schema

import (
	"cmp"
	"slices"
)

// Record is everything that pass 1 gives of one article: the unit between the passes. It depends on the article, the options and the
// version alone, so it can be cached, sent to another machine and merged in any order. Actors and events are local: their ids are those
// of their anchor mentions until pass 2 mints better ones.
type Record struct {
	Article   Article
	InputHash string   // cache key: hash of raw bytes, metadata, options, and the fingerprint of rules, lexicons and weights
	Ordinal   int      // number of the record in its file, from 1
	RawSHA256 string   // of the raw text before cleaning
	RecordID  string   // the record's own id, "" for none
	Modified  *Time    // when the record says that it was last changed
	Signature []uint64 // MinHash of the 5-word shingles; nil under 50 words

	Actors        []Actor
	ActorNames    []ActorName
	ActorMentions []ActorMention
	Relations     []Relation
	Dates         []DateMention
	Places        []Place
	PlaceMentions []PlaceMention
	Events        []Event
	EventMentions []EventMention
	EventActors   []EventActor
	EventPlaces   []EventPlace
	Figures       []Figure
	Citations     []Citation

	ids *Minter
}

// ID mints the id of the next row of table with this quote. Ask in the order of the rows.
func (r *Record) ID(table, quote string) string {
	if r.ids == nil {
		r.ids = NewMinter(r.Article.ArticleID)
	}
	return r.ids.ID(table, quote)
}

// Settle finishes a record: it counts the mentions of actors and places, and brings the rows into the order of their tables: by span_start,
// span_end, id; what plays a part in an event by the event's mention.
func (r *Record) Settle() {
	r.count()
	bySpan(r.ActorMentions, func(m *ActorMention) (Span, string) { return m.Span, m.MentionID })
	bySpan(r.Relations, func(m *Relation) (Span, string) { return m.Span, m.RelationID })
	bySpan(r.Dates, func(m *DateMention) (Span, string) { return m.Span, m.DateID })
	bySpan(r.PlaceMentions, func(m *PlaceMention) (Span, string) { return m.Span, m.MentionID })
	bySpan(r.EventMentions, func(m *EventMention) (Span, string) { return Span(m.EvidenceSpan), m.MentionID })
	bySpan(r.Figures, func(m *Figure) (Span, string) { return m.Span, m.FigureID })
	bySpan(r.Citations, func(m *Citation) (Span, string) { return m.Span, m.CitationID })
	at := make(map[string]int, len(r.EventMentions))
	for i := range r.EventMentions {
		at[r.EventMentions[i].MentionID] = i
	}
	slices.SortStableFunc(r.EventActors, func(a, b EventActor) int { return at[a.MentionID] - at[b.MentionID] })
}

func bySpan[R any](rows []R, key func(*R) (Span, string)) {
	slices.SortFunc(rows, func(a, b R) int {
		s, id := key(&a)
		t, other := key(&b)
		return cmp.Or(cmp.Compare(s.SpanStart, t.SpanStart), cmp.Compare(s.SpanEnd, t.SpanEnd), cmp.Compare(id, other))
	})
}

func (r *Record) count() {
	actors, places := map[string]int{}, map[string]int{}
	for i := range r.ActorMentions {
		actors[r.ActorMentions[i].ActorID]++
	}
	for i := range r.PlaceMentions {
		places[r.PlaceMentions[i].PlaceID]++
	}
	for i := range r.Actors {
		r.Actors[i].NMentions = actors[r.Actors[i].ActorID]
	}
	for i := range r.Places {
		r.Places[i].NMentions = places[r.Places[i].PlaceID]
	}
}
