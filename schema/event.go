package schema

// Event is one thing that happened, is happening, or is planned, ordered, threatened or denied, across articles.
type Event struct {
	EventID     string `csv:"event_id" col:"key" doc:"identifier of the event"`
	EventGroup  string `csv:"event_group" col:"vocab=event_group" doc:"group of its type"`
	EventType   string `csv:"event_type" col:"vocab=event_type" doc:"its type"`
	PloverRoot  string `csv:"plover_root" col:"null" doc:"PLOVER root, from type, status and assertion; empty where there is no honest equivalent"`
	PloverMode  string `csv:"plover_mode" col:"null" doc:"PLOVER mode"`
	Summary     string `csv:"summary" col:"free" doc:"who did what to whom, where; composed from the row's parts"`
	Granularity string `csv:"granularity" col:"vocab=granularity" doc:"extent"`
	Status      string `csv:"status" col:"vocab=status" doc:"how real it is"`
	Assertion   string `csv:"assertion" col:"vocab=assertion" doc:"who vouches for it"`
	Countable   bool   `csv:"countable" doc:"count these, and only these, to count what happened"`
	DateFields
	DateText             string   `csv:"date_text" col:"null" doc:"the words of the date"`
	FirstReported        *Date    `csv:"first_reported" doc:"first publication date of an article that reports it"`
	LastReported         *Date    `csv:"last_reported" doc:"last publication date of an article that reports it"`
	DueText              string   `csv:"due_text" col:"null" doc:"deadline of what is planned or ordered, in its words"`
	DueDate              *Date    `csv:"due_date" doc:"that deadline"`
	PlaceID              string   `csv:"place_id" col:"null,ref=places" doc:"the scene, when it is one place"`
	PlaceText            string   `csv:"place_text" col:"null" doc:"the scene in the text's words"`
	GeoPrecision         *int     `csv:"geo_precision" doc:"1 site, 2 city, 3 second-order division, 4 first-order division, 5 border zone or several areas, 6 country, 7 international or online"`
	CountryCode          string   `csv:"country_code" col:"null" doc:"country of the scene, ISO 3166-1 alpha-3"`
	CountryBasis         string   `csv:"country_basis" col:"null,vocab=country_basis" doc:"what the country rests on"`
	NArticles            int      `csv:"n_articles" col:"unit=articles" doc:"articles that report it"`
	NOriginals           int      `csv:"n_originals" col:"unit=articles" doc:"of them, those that are not copies of one another"`
	NPublishers          int      `csv:"n_publishers" col:"unit=publishers" doc:"distinct publishers among them"`
	ExtractionConfidence *float64 `csv:"extraction_confidence" doc:"0 to 1: measured precision of the rules behind the row; says nothing about truth"`
	PossibleDuplicateOf  string   `csv:"possible_duplicate_of" col:"null,ref=events" doc:"event that this one may be, when that is likely but not certain"`
	AnchorMentionID      string   `csv:"anchor_mention_id" col:"ref=event_mentions" doc:"mention whose date and place stand in the row"`
}

// IsCountable says whether an event counts as one that happened: what "count the events" means, and never anything else.
func (e *Event) IsCountable() bool {
	return (e.Status == "occurred" || e.Status == "ongoing") && (e.Assertion == "stated" || e.Assertion == "attributed") &&
		(e.Granularity == "incident" || e.Granularity == "campaign") && e.EventGroup != "speech" && e.EventGroup != "inform" && e.PossibleDuplicateOf == ""
}

// EventMention is one sentence that reports an event; its quote is that sentence.
type EventMention struct {
	MentionID string `csv:"mention_id" col:"key" doc:"identifier of the mention"`
	EventID   string `csv:"event_id" col:"ref=events" doc:"the event"`
	ArticleID string `csv:"article_id" col:"ref=articles" doc:"the article"`
	EvidenceSpan
	SentenceNo       int    `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	TriggerStart     int    `csv:"trigger_start" doc:"first character of the words that name the event"`
	TriggerEnd       int    `csv:"trigger_end" doc:"character after their last one"`
	Trigger          string `csv:"trigger" doc:"these words"`
	Status           string `csv:"status" col:"vocab=status" doc:"how real this mention calls it"`
	Assertion        string `csv:"assertion" col:"vocab=assertion" doc:"who vouches for it in this mention"`
	DateEDTF         string `csv:"date_edtf" col:"null" doc:"date that this mention gives, EDTF"`
	DateText         string `csv:"date_text" col:"null" doc:"its words"`
	PlaceText        string `csv:"place_text" col:"null" doc:"place that this mention gives"`
	CitationID       string `csv:"citation_id" col:"null,ref=citations" doc:"whose words it stands in"`
	SpeechCitationID string `csv:"speech_citation_id" col:"null,ref=citations" doc:"the citation that this event is: an accusation, denial, warning or order"`
	Rule             string `csv:"rule" doc:"name of the rule that found it"`
}

// EvidenceSpan is a Span whose quote --omit-sentences leaves out.
type EvidenceSpan struct {
	SpanStart int    `csv:"span_start" doc:"first character of the evidence, counted in code points of articles.text from 0"`
	SpanEnd   int    `csv:"span_end" doc:"character after the last one"`
	Quote     string `csv:"quote" col:"null,free" doc:"the evidence sentence; empty with --omit-sentences"`
}

// EventActor is the part that an actor plays in an event, as one mention says.
type EventActor struct {
	EventID      string `csv:"event_id" col:"ref=events" doc:"the event"`
	MentionID    string `csv:"mention_id" col:"ref=event_mentions" doc:"the event mention that says so"`
	ActorID      string `csv:"actor_id" col:"null,ref=actors" doc:"the actor; empty when no named one stands behind the words"`
	ActorText    string `csv:"actor_text" doc:"the words"`
	TextStart    *int   `csv:"text_start" doc:"first character of the words"`
	TextEnd      *int   `csv:"text_end" doc:"character after the last one"`
	Role         string `csv:"role" col:"vocab=event_role" doc:"the part"`
	GroupCountry string `csv:"group_country" col:"null" doc:"nationality of an unnamed group, ISO 3166-1 alpha-3"`
	GroupSex     string `csv:"group_sex" col:"null,vocab=sex" doc:"its sex"`
	GroupAge     string `csv:"group_age" col:"null,vocab=age_group" doc:"its age"`
	IsInferred   bool   `csv:"is_inferred" doc:"taken from another clause or sentence"`
}

// EventPlace is a place of an event.
type EventPlace struct {
	EventID      string `csv:"event_id" col:"ref=events" doc:"the event"`
	PlaceID      string `csv:"place_id" col:"null,ref=places" doc:"the place; empty when it was not found or is ambiguous"`
	PlaceText    string `csv:"place_text" doc:"the words"`
	Role         string `csv:"role" col:"vocab=place_role" doc:"the part that it plays"`
	GeoPrecision *int   `csv:"geo_precision" doc:"as in events"`
}

// The tables of events.
var (
	Events        = TableOf[Event]("events", Derived, "by first mention", "What happened, is happening, or is planned, ordered, threatened or denied: one row a real-world event.")
	EventMentions = TableOf[EventMention]("event_mentions", Base, "by article, span_start, span_end, id", "Every sentence that reports an event.")
	EventActors   = TableOf[EventActor]("event_actors", Base, "by event mention, then as in the text", "Who plays which part in an event.")
	EventPlaces   = TableOf[EventPlace]("event_places", Base, "by event, then as in the text", "Where an event is.")
)
