package schema

// Figure is one number that an article states.
type Figure struct {
	FigureID  string `csv:"figure_id" col:"key" doc:"identifier of the figure"`
	ArticleID string `csv:"article_id" col:"ref=articles" doc:"the article"`
	Span
	Sentence   string   `csv:"sentence" col:"null,free" doc:"the sentence that it stands in"`
	SentenceNo int      `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	Value      *float64 `csv:"value" doc:"the number as written, in base units, whatever the bound; empty for a range and for vague words"`
	ValueLow   *float64 `csv:"value_low" doc:"lower bound; empty when none is stated"`
	ValueBest  *float64 `csv:"value_best" doc:"best value; empty when only a bound is stated"`
	ValueHigh  *float64 `csv:"value_high" doc:"upper bound; empty when none is stated"`
	Bound      string   `csv:"bound" col:"vocab=bound" doc:"what the number says of the value"`
	Hedge      string   `csv:"hedge" col:"null" doc:"the words of the bound"`
	UnitKind   string   `csv:"unit_kind" col:"vocab=unit_kind" doc:"what it measures"`
	Unit       string   `csv:"unit" col:"null" doc:"ISO 4217 code; second to year; percent; singular noun counted; SI symbol"`
	Currency   string   `csv:"currency_basis" col:"null,vocab=currency_basis" doc:"what the currency rests on"`
	CountClass string   `csv:"count_class" col:"null,vocab=count_class" doc:"of counts: class of what is counted"`
	Object     string   `csv:"object" col:"null" doc:"counted or valued thing in the text's words"`
	GroupFields
	Measure              string   `csv:"measure" col:"null,vocab=measure" doc:"what the number counts or values"`
	MeasureGroup         string   `csv:"measure_group" col:"null,vocab=measure_group" doc:"group of the measure"`
	Period               string   `csv:"period" col:"null" doc:"rate period, as in year for annually"`
	TimeEDTF             string   `csv:"time_edtf" col:"null" doc:"time that the number is about, EDTF"`
	TimeText             string   `csv:"time_text" col:"null" doc:"its words"`
	PlaceID              string   `csv:"place_id" col:"null,ref=places" doc:"place that the number is about"`
	Change               string   `csv:"change" col:"null,vocab=change" doc:"of numbers that state a change"`
	PartOfFigureID       string   `csv:"part_of_figure_id" col:"null,ref=figures" doc:"figure that this one is a part of"`
	SameAsFigureID       string   `csv:"same_as_figure_id" col:"null,ref=figures" doc:"figure that states the same amount in another currency or unit"`
	EventID              string   `csv:"event_id" col:"null,ref=events" doc:"event that it measures"`
	EventBasis           string   `csv:"event_basis" col:"null,vocab=event_basis" doc:"what ties it to the event"`
	CitationID           string   `csv:"citation_id" col:"null,ref=citations" doc:"the words that it stands in"`
	ClaimantActorID      string   `csv:"claimant_actor_id" col:"null,ref=actors" doc:"who says so; empty: the article itself, or claimant_text"`
	ClaimantText         string   `csv:"claimant_text" col:"null" doc:"who says so, in the text's words"`
	ClaimantBasis        string   `csv:"claimant_basis" col:"null,vocab=claimant_basis" doc:"what ties it to the claimant"`
	FigureGroup          string   `csv:"figure_group" col:"null,ref=figure_groups" doc:"figures of one thing share a group"`
	ExtractionConfidence *float64 `csv:"extraction_confidence" doc:"0 to 1: measured precision of the rules behind the row; says nothing about truth"`
	Rule                 string   `csv:"rule" doc:"name of the rule that found it"`
}

// GroupFields restricts what is counted to a group of people or things.
type GroupFields struct {
	ObjectGroup  string `csv:"object_group" col:"null" doc:"words of a restriction by nationality, sex or age"`
	GroupCountry string `csv:"group_country" col:"null" doc:"nationality, ISO 3166-1 alpha-3"`
	GroupSex     string `csv:"group_sex" col:"null,vocab=sex" doc:"sex"`
	GroupAge     string `csv:"group_age" col:"null,vocab=age_group" doc:"age"`
}

// FigureGroup is one thing that is counted or valued, with all that was stated of it.
type FigureGroup struct {
	FigureGroup    string   `csv:"figure_group" col:"key" doc:"identifier of the group"`
	AnchorFigureID string   `csv:"anchor_figure_id" col:"ref=figures" doc:"figure that the identifier rests on"`
	What           string   `csv:"what" doc:"what is counted or valued, in words"`
	Measure        string   `csv:"measure" col:"vocab=measure" doc:"what the numbers count or value"`
	MeasureGroup   string   `csv:"measure_group" col:"vocab=measure_group" doc:"group of the measure"`
	CountClass     string   `csv:"count_class" col:"null,vocab=count_class" doc:"of counts: class of what is counted"`
	Unit           string   `csv:"unit" col:"null" doc:"unit; empty when units differ"`
	GroupCountry   string   `csv:"group_country" col:"null" doc:"nationality, ISO 3166-1 alpha-3"`
	GroupSex       string   `csv:"group_sex" col:"null,vocab=sex" doc:"sex"`
	GroupAge       string   `csv:"group_age" col:"null,vocab=age_group" doc:"age"`
	EventID        string   `csv:"event_id" col:"null,ref=events" doc:"event that they measure"`
	PlaceID        string   `csv:"place_id" col:"null,ref=places" doc:"place that they are about"`
	CountryCode    string   `csv:"country_code" col:"null" doc:"country of that place or event, ISO 3166-1 alpha-3"`
	TimeEDTF       string   `csv:"time_edtf" col:"null" doc:"time that they are about, EDTF"`
	Period         string   `csv:"period" col:"null" doc:"rate period"`
	Lowest         *float64 `csv:"lowest" doc:"least of all values and bounds; empty when currencies differ"`
	Highest        *float64 `csv:"highest" doc:"greatest of all values and bounds; empty when currencies differ"`
	Stated         List     `csv:"stated" doc:"the distinct figures as stated"`
	Agreement      string   `csv:"agreement" col:"vocab=agreement" doc:"how they agree"`
	NFigures       int      `csv:"n_figures" col:"unit=figures" doc:"figures"`
	NArticles      int      `csv:"n_articles" col:"unit=articles" doc:"articles that state them"`
	NClaimants     int      `csv:"n_claimants" col:"unit=claimants" doc:"distinct claimants"`
	Claimants      List     `csv:"claimants" doc:"who states them"`
	PartOfGroup    string   `csv:"part_of_group" col:"null,ref=figure_groups" doc:"group that this one is a part of: sum the groups without one, or one level of a breakdown"`
	PlaceName      string   `csv:"place_name" col:"null" doc:"name of the place"`
	WholeText      string   `csv:"whole_text" col:"null" doc:"the whole that it is a part of, in words"`
	EventSummary   string   `csv:"event_summary" col:"null" doc:"summary of the event"`
	EventCountable bool     `csv:"event_countable" doc:"whether the event that they measure is countable: numbers of planned, denied or doubled events are in no sum; false without event"`
	FigureIDs      List     `csv:"figure_ids" col:"ref=figures" doc:"the figures"`
}

// The tables of figures.
var (
	Figures      = TableOf[Figure]("figures", Base, "by article, span_start, span_end, id", "Every number that an article states, with its bounds and who claims it. Never sum this table.")
	FigureGroups = TableOf[FigureGroup]("figure_groups", Derived, "by first mention", "What is counted or valued, with all numbers that were stated of it. Sum one measure of different events, at rows whose part_of_group is empty or at one level of a breakdown, never both; estimates of one state are rivals and are never summed.")
)
