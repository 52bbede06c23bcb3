package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// write appends the rows of the events to the record: ids in the order of the mentions, then everything that hangs on them.
func (f *finder) write(groups []*group) {
	for _, a := range f.ordered(groups) {
		f.mint(a)
	}
	for _, g := range groups {
		f.event(g)
	}
	neighbours(groups)
	contested(groups)
	sameDay(groups)
	for _, g := range groups {
		g.event.Summary = f.summary(g)
		f.rec.Events = append(f.rec.Events, g.event)
		f.rec.EventPlaces = append(f.rec.EventPlaces, g.places...)
		for _, a := range g.acts {
			a.mention.EventID = g.event.EventID
		}
	}
	for _, a := range f.ordered(groups) {
		slices.SortStableFunc(a.actors, func(x, y schema.EventActor) int { return *x.TextStart - *y.TextStart })
		f.rec.EventMentions = append(f.rec.EventMentions, a.mention)
		for _, r := range a.actors {
			r.EventID, r.MentionID = a.mention.EventID, a.mention.MentionID
			f.rec.EventActors = append(f.rec.EventActors, r)
		}
		f.tr.Won(station, a.sense.name, f.doc.SpanOf(a.first, a.end))
	}
}

// ordered are all mentions in the order of their sentences, then of their triggers.
func (f *finder) ordered(groups []*group) []*act {
	var all []*act
	for _, g := range groups {
		all = append(all, g.acts...)
	}
	slices.SortStableFunc(all, func(x, y *act) int {
		if x.sentence != y.sentence {
			return x.sentence - y.sentence
		}
		return x.first - y.first
	})
	return all
}

// mint makes the row of a mention, its event apart.
func (f *finder) mint(a *act) {
	evidence, trigger := f.evidence(a), f.doc.SpanOf(a.first, a.end)
	fields, words := dateFields(a.date)
	a.mention = schema.EventMention{
		MentionID:    f.rec.ID("event_mentions", evidence.Quote),
		ArticleID:    f.rec.Article.ArticleID,
		EvidenceSpan: schema.EvidenceSpan(evidence),
		SentenceNo:   a.sentence + 1,
		TriggerStart: trigger.SpanStart, TriggerEnd: trigger.SpanEnd, Trigger: trigger.Quote,
		Status: a.status, Assertion: a.assertion, DateEDTF: fields.DateEDTF, DateText: words, PlaceText: f.placeText(a),
		CitationID: a.citation, SpeechCitationID: a.speechCitation, Rule: a.sense.name,
	}
}

// evidence is the sentence of the mention; of a line without end only the words around its trigger.
func (f *finder) evidence(a *act) schema.Span {
	s := f.doc.Sentences[a.sentence]
	if s.End-s.First <= longSentence {
		return f.doc.Span(s.From, s.To)
	}
	return f.doc.SpanOf(max(s.First, a.first-reach), min(s.End, a.first+reach))
}

// longSentence is the number of tokens above which a sentence is a list or a page without stops. The longest in our articles has 120.
const longSentence = 240

// placeText is the scene in the mention's words, else where it goes: from the first to the last of several.
func (f *finder) placeText(a *act) string {
	all := a.scenesOf()
	if len(all) == 0 {
		all = a.goals()
	}
	if len(all) == 0 {
		return ""
	}
	if last := all[len(all)-1]; len(all) > 1 && f.doc.Tokens[all[0].first].Sentence == f.doc.Tokens[last.first].Sentence {
		return f.doc.Slice(all[0].first, last.end)
	}
	return f.doc.Slice(all[0].first, all[0].end)
}

// event fills the row of an event from its anchor; a date or place that the anchor lacks comes from another mention of the event.
func (f *finder) event(g *group) {
	a := g.anchor
	e := schema.Event{
		EventID: a.mention.MentionID, AnchorMentionID: a.mention.MentionID,
		EventGroup: a.sense.group, EventType: a.sense.eventType, Granularity: a.granularity, Status: a.status, Assertion: g.assertion(),
		FirstReported: f.rec.Article.PublishedDate, LastReported: f.rec.Article.PublishedDate, NArticles: 1, NOriginals: 1,
	}
	if f.rec.Article.Publisher != "" {
		e.NPublishers = 1
	}
	dated, placed := a, a
	for _, b := range g.acts {
		if dated.date == nil && b.date != nil {
			dated = b
		}
		if len(placed.scenes) == 0 && len(b.scenes) > 0 {
			placed = b
		}
		if e.DueText == "" && b.dueText != "" {
			e.DueText = b.dueText
			if b.due != nil {
				e.DueDate = b.due.DateEnd
			}
		}
	}
	e.DateFields, e.DateText = dateFields(dated.date)
	e.PloverRoot, e.PloverMode = plover(a.sense, e.Status, e.Assertion, f.refused(a), a.subject.ok && !f.isForce(a.subject.Phrase))
	e.Countable = countable(e)
	g.event = e
	f.placeEvent(g, placed)
}

// refused says whether the mention is what somebody refused to do.
func (f *finder) refused(a *act) bool {
	switch f.lemma(a.statusBy) {
	case "refuse", "decline", "reject", "refusal":
		return true
	}
	return false
}

// assertion is the strongest of the mentions: stated before attributed before alleged; a denial beside one of these is disputed.
func (g *group) assertion() string {
	has := map[string]bool{}
	for _, a := range g.acts {
		has[a.assertion] = true
	}
	if has[denied] && (has[stated] || has[attributed]) {
		return "disputed"
	}
	for _, s := range []string{stated, attributed, alleged} {
		if has[s] {
			return s
		}
	}
	return denied
}

// countable is what "count the events" means: see the column's definition.
func countable(e schema.Event) bool {
	return (e.Status == occurred || e.Status == ongoing) && (e.Assertion == stated || e.Assertion == attributed) &&
		(e.Granularity == incident || e.Granularity == campaign) && e.EventGroup != "speech" && e.EventGroup != "inform"
}

// placeEvent writes the places of the mention that names them, the scene when it is one, and the country.
func (f *finder) placeEvent(g *group, a *act) {
	e := &g.event
	scenes := a.scenesOf()
	for _, s := range a.scenes {
		row := schema.EventPlace{EventID: e.EventID, PlaceID: f.rec.PlaceMentions[s.row].PlaceID, PlaceText: f.rec.PlaceMentions[s.row].Quote, Role: s.role}
		if p, ok := f.placeOf(s.place); ok && rank(p) > 0 {
			row.GeoPrecision = schema.Ptr(rank(p))
		}
		g.places = append(g.places, row)
	}
	if len(scenes) == 1 {
		e.PlaceID, e.PlaceText = f.rec.PlaceMentions[scenes[0].row].PlaceID, f.rec.PlaceMentions[scenes[0].row].Quote
		if p, ok := f.placeOf(scenes[0].place); ok && rank(p) > 0 {
			e.GeoPrecision = schema.Ptr(rank(p))
		}
	}
	if len(scenes) == 0 && e.EventType == "trafficking" {
		scenes = a.goals() // people are exploited where they are brought
	}
	f.country(g, scenes)
}
