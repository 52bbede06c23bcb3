package schema

// EventFlat is an event with names beside ids.
type EventFlat struct {
	EventID              string   `csv:"event_id" col:"key,ref=events" doc:"identifier of the event"`
	DateStart            *Date    `csv:"date_start" col:"part=year" doc:"first possible day"`
	DateEnd              *Date    `csv:"date_end" doc:"last possible day"`
	DateText             string   `csv:"date_text" col:"null" doc:"words of the date"`
	DatePrecision        string   `csv:"date_precision" col:"null,vocab=date_precision" doc:"what kind of stretch it is"`
	FirstReported        *Date    `csv:"first_reported" doc:"first publication date of an article that reports it"`
	LastReported         *Date    `csv:"last_reported" doc:"last publication date of an article that reports it"`
	EventGroup           string   `csv:"event_group" col:"vocab=event_group" doc:"group of its type"`
	EventType            string   `csv:"event_type" col:"vocab=event_type" doc:"its type"`
	Status               string   `csv:"status" col:"vocab=status" doc:"how real it is"`
	Assertion            string   `csv:"assertion" col:"vocab=assertion" doc:"who vouches for it"`
	Granularity          string   `csv:"granularity" col:"vocab=granularity" doc:"extent"`
	Countable            bool     `csv:"countable" doc:"count these, and only these, to count what happened"`
	Summary              string   `csv:"summary" col:"free" doc:"who did what to whom, where"`
	Agents               List     `csv:"agents" doc:"who did it"`
	AgentIDs             List     `csv:"agent_ids" col:"ref=actors" doc:"their identifiers, of those named"`
	AgentTypes           List     `csv:"agent_types" doc:"the kinds among those named, each once: event_actors pairs actor and kind"`
	AgentCountries       List     `csv:"agent_countries" doc:"the countries among those named, each once"`
	Targets              List     `csv:"targets" doc:"targets, victims and recipients"`
	TargetIDs            List     `csv:"target_ids" col:"ref=actors" doc:"their identifiers, of those named"`
	TargetTypes          List     `csv:"target_types" doc:"the kinds among those named, each once"`
	TargetCountries      List     `csv:"target_countries" doc:"the countries among those named, each once"`
	OrderedBy            List     `csv:"ordered_by" doc:"who ordered it"`
	PlaceName            string   `csv:"place_name" col:"null" doc:"the scene, when it is one place"`
	Places               List     `csv:"places" doc:"all its places"`
	CountryCode          string   `csv:"country_code" col:"null,part=country" doc:"country of the scene, ISO 3166-1 alpha-3"`
	CountryBasis         string   `csv:"country_basis" col:"null,vocab=country_basis" doc:"what the country rests on"`
	Latitude             *float64 `csv:"latitude" col:"unit=degrees" doc:"of the scene, WGS 84"`
	Longitude            *float64 `csv:"longitude" col:"unit=degrees" doc:"of the scene, WGS 84"`
	GeoPrecision         *int     `csv:"geo_precision" doc:"1 site to 7 international or online, as in events"`
	KilledLow            *float64 `csv:"killed_low" col:"unit=people" doc:"least number stated of people killed; empty: none is stated, never 0"`
	KilledHigh           *float64 `csv:"killed_high" col:"unit=people" doc:"greatest number stated of people killed"`
	InjuredLow           *float64 `csv:"injured_low" col:"unit=people" doc:"least number stated of people injured"`
	InjuredHigh          *float64 `csv:"injured_high" col:"unit=people" doc:"greatest number stated of people injured"`
	ArrestedLow          *float64 `csv:"arrested_low" col:"unit=people" doc:"least number stated of people arrested"`
	ArrestedHigh         *float64 `csv:"arrested_high" col:"unit=people" doc:"greatest number stated of people arrested"`
	RescuedLow           *float64 `csv:"rescued_low" col:"unit=people" doc:"least number stated of people rescued"`
	RescuedHigh          *float64 `csv:"rescued_high" col:"unit=people" doc:"greatest number stated of people rescued"`
	FiguresText          List     `csv:"figures_text" doc:"its figures in words"`
	FiguresDiffer        bool     `csv:"figures_differ" doc:"rival numbers are stated of it"`
	DueText              string   `csv:"due_text" col:"null" doc:"deadline of what is planned or ordered, in its words"`
	DueDate              *Date    `csv:"due_date" doc:"that deadline"`
	SaidBy               List     `csv:"said_by" doc:"who reports it, when it stands inside somebody's words"`
	Sentence             string   `csv:"sentence" col:"null,free" doc:"sentence of its anchor mention"`
	NArticles            int      `csv:"n_articles" col:"unit=articles" doc:"articles that report it"`
	NOriginals           int      `csv:"n_originals" col:"unit=articles" doc:"of them, those that are not copies of one another"`
	NPublishers          int      `csv:"n_publishers" col:"unit=publishers" doc:"distinct publishers among them"`
	Publishers           List     `csv:"publishers" doc:"these publishers"`
	ArticleID            string   `csv:"article_id" col:"ref=articles" doc:"article of its anchor mention"`
	ArticleTitle         string   `csv:"article_title" col:"null,free" doc:"title of that article"`
	ArticleSource        string   `csv:"article_source" doc:"file that it was read from: many articles have no title"`
	URL                  string   `csv:"url" col:"null,free" doc:"its address"`
	PossibleDuplicateOf  string   `csv:"possible_duplicate_of" col:"null,ref=events" doc:"event that this one may be"`
	ExtractionConfidence *float64 `csv:"extraction_confidence" doc:"0 to 1: measured precision of the rules behind the row; says nothing about truth"`
}

// FigureFlat is a figure with names beside ids.
type FigureFlat struct {
	FigureID     string   `csv:"figure_id" col:"key,ref=figures" doc:"identifier of the figure"`
	ValueText    string   `csv:"value_text" doc:"the number with its bound and unit, as in > 1,000 or ≈ THB 30 million"`
	Value        *float64 `csv:"value" doc:"the number as written, in base units, whatever the bound"`
	ValueLow     *float64 `csv:"value_low" doc:"lower bound"`
	ValueBest    *float64 `csv:"value_best" doc:"best value"`
	ValueHigh    *float64 `csv:"value_high" doc:"upper bound"`
	Bound        string   `csv:"bound" col:"vocab=bound" doc:"what the number says of the value"`
	Hedge        string   `csv:"hedge" col:"null" doc:"words of the bound"`
	UnitKind     string   `csv:"unit_kind" col:"vocab=unit_kind" doc:"what it measures"`
	Unit         string   `csv:"unit" col:"null" doc:"its unit"`
	CountClass   string   `csv:"count_class" col:"null,vocab=count_class" doc:"of counts: class of what is counted"`
	Object       string   `csv:"object" col:"null" doc:"counted or valued thing in the text's words"`
	Measure      string   `csv:"measure" col:"null,vocab=measure" doc:"what the number counts or values"`
	MeasureGroup string   `csv:"measure_group" col:"null,vocab=measure_group" doc:"group of the measure"`
	Period       string   `csv:"period" col:"null" doc:"rate period"`
	GroupFields
	TimeEDTF        string `csv:"time_edtf" col:"null" doc:"time that the number is about, EDTF"`
	TimeText        string `csv:"time_text" col:"null" doc:"its words"`
	PlaceName       string `csv:"place_name" col:"null" doc:"place that the number is about"`
	CountryCode     string `csv:"country_code" col:"null,part=country" doc:"country of that place, ISO 3166-1 alpha-3"`
	Claimant        string `csv:"claimant" col:"null" doc:"who says so; empty: the article itself"`
	ClaimantActorID string `csv:"claimant_actor_id" col:"null,ref=actors" doc:"identifier of who says so"`
	ClaimantType    string `csv:"claimant_type" col:"null,vocab=actor_type" doc:"kind of who says so"`
	ClaimantCountry string `csv:"claimant_country" col:"null" doc:"country of who says so"`
	ClaimantBasis   string `csv:"claimant_basis" col:"null,vocab=claimant_basis" doc:"what ties it to the claimant"`
	CitationID      string `csv:"citation_id" col:"null,ref=citations" doc:"the words that it stands in"`
	Sentence        string `csv:"sentence" col:"null,free" doc:"the sentence that it stands in"`
	PartOfFigureID  string `csv:"part_of_figure_id" col:"null,ref=figures" doc:"figure that this one is a part of"`
	WholeText       string `csv:"whole_text" col:"null" doc:"that figure in words"`
	SameAsFigureID  string `csv:"same_as_figure_id" col:"null,ref=figures" doc:"figure that states the same amount in another currency or unit"`
	FigureGroup     string `csv:"figure_group" col:"null,ref=figure_groups" doc:"figures of one thing share a group"`
	Agreement       string `csv:"agreement" col:"null,vocab=agreement" doc:"how the figures of that group agree"`
	EventID         string `csv:"event_id" col:"null,ref=events" doc:"event that it measures"`
	EventType       string `csv:"event_type" col:"null,vocab=event_type" doc:"type of that event"`
	EventSummary    string `csv:"event_summary" col:"null,free" doc:"summary of that event"`
	EventDateStart  *Date  `csv:"event_date_start" doc:"first possible day of that event"`
	ArticleFields
	SpanStart            int      `csv:"span_start" doc:"first character, counted in code points of articles.text from 0"`
	SpanEnd              int      `csv:"span_end" doc:"character after the last one"`
	ExtractionConfidence *float64 `csv:"extraction_confidence" doc:"0 to 1: measured precision of the rules behind the row; says nothing about truth"`
	Rule                 string   `csv:"rule" doc:"name of the rule that found it"`
}

// ArticleFields is the article that a flat row stands in.
type ArticleFields struct {
	ArticleID     string `csv:"article_id" col:"ref=articles" doc:"the article"`
	ArticleTitle  string `csv:"article_title" col:"null,free" doc:"its title"`
	ArticleSource string `csv:"article_source" doc:"file that it was read from: many articles have no title"`
	Publisher     string `csv:"publisher" col:"null" doc:"its publisher"`
	PublisherType string `csv:"publisher_type" col:"null,vocab=publisher_type" doc:"kind of publisher"`
	PublishedDate *Date  `csv:"published_date" col:"part=year" doc:"its day of publication"`
	URL           string `csv:"url" col:"null,free" doc:"its address"`
}

// CitationFlat is a citation with names beside ids.
type CitationFlat struct {
	CitationID       string `csv:"citation_id" col:"key,ref=citations" doc:"identifier of the citation"`
	SourceName       string `csv:"source_name" col:"null" doc:"who says it"`
	SourceActorID    string `csv:"source_actor_id" col:"null,ref=actors" doc:"identifier of who says it"`
	SourceType       string `csv:"source_type" col:"null,vocab=actor_type" doc:"kind of who says it"`
	SourceSector     string `csv:"source_sector" col:"null,vocab=actor_type" doc:"kind of body that the source speaks for"`
	SourceCountry    string `csv:"source_country" col:"null,part=country" doc:"country of who says it"`
	SourceTitle      string `csv:"source_title" col:"null" doc:"the source's title in this article's words"`
	Anonymity        string `csv:"anonymity" col:"vocab=anonymity" doc:"how the source is named"`
	Kind             string `csv:"kind" col:"vocab=citation_kind" doc:"kind of citation"`
	Cue              string `csv:"cue" col:"null" doc:"reporting word"`
	CueClass         string `csv:"cue_class" col:"null,vocab=cue_class" doc:"what it does"`
	Content          string `csv:"content" col:"free" doc:"what is said"`
	Verbatim         string `csv:"verbatim" col:"null,free" doc:"only the words inside quotation marks"`
	Sentence         string `csv:"sentence" col:"null,free" doc:"the sentence that it stands in"`
	About            List   `csv:"about" doc:"actors named in the content"`
	AboutIDs         List   `csv:"about_ids" col:"ref=actors" doc:"their identifiers"`
	FiguresText      List   `csv:"figures_text" doc:"figures in the content, in words"`
	ViaName          string `csv:"via_name" col:"null" doc:"whom it was told"`
	ParentCitationID string `csv:"parent_citation_id" col:"null,ref=citations" doc:"speech or document that this one is quoted from"`
	ParentContent    string `csv:"parent_content" col:"null,free" doc:"what that one says"`
	SpeechEventID    string `csv:"speech_event_id" col:"null,ref=events" doc:"event that this citation is: an accusation, denial, warning or order"`
	SpeechEventType  string `csv:"speech_event_type" col:"null,vocab=event_type" doc:"type of that event"`
	SaidEDTF         string `csv:"said_edtf" col:"null" doc:"when it was said, EDTF"`
	DocumentTitle    string `csv:"document_title" col:"null" doc:"title of the document"`
	DocumentURL      string `csv:"document_url" col:"null" doc:"address of the document"`
	ArticleFields
	SpanStart            int      `csv:"span_start" doc:"first character, counted in code points of articles.text from 0"`
	SpanEnd              int      `csv:"span_end" doc:"character after the last one"`
	ResolvedFrom         string   `csv:"resolved_from" col:"vocab=resolved_from" doc:"how the source was recognised"`
	ExtractionConfidence *float64 `csv:"extraction_confidence" doc:"0 to 1: measured precision of the rules behind the row; says nothing about truth"`
	Rule                 string   `csv:"rule" doc:"name of the rule that found it"`
}

// LinkFlat is an edge between two actors, for network tools.
type LinkFlat struct {
	SourceID   string `csv:"source_id" col:"ref=actors" doc:"from whom"`
	SourceName string `csv:"source_name" doc:"name"`
	SourceType string `csv:"source_type" col:"vocab=actor_type" doc:"kind of actor"`
	TargetID   string `csv:"target_id" col:"ref=actors" doc:"to whom"`
	TargetName string `csv:"target_name" doc:"name"`
	TargetType string `csv:"target_type" col:"vocab=actor_type" doc:"kind of actor"`
	Link       string `csv:"link" doc:"the relation or event type"`
	LinkClass  string `csv:"link_class" col:"vocab=link_class" doc:"class of the link"`
	Label      string `csv:"label" col:"null" doc:"title of the relation or summary of the event"`
	Status     string `csv:"status" col:"null" doc:"status of the relation or event"`
	Assertion  string `csv:"assertion" col:"vocab=assertion" doc:"who vouches for it"`
	DateStart  *Date  `csv:"date_start" col:"part=year" doc:"first possible day"`
	NArticles  int    `csv:"n_articles" col:"unit=articles" doc:"articles that state it"`
	Sentence   string `csv:"sentence" col:"null,free" doc:"a sentence that states it"`
	ArticleID  string `csv:"article_id" col:"ref=articles" doc:"its article"`
	RowID      string `csv:"row_id" doc:"relation_id or event_id"`
}

// The flat views.
var (
	EventsFlat    = TableOf[EventFlat]("events_flat", View, "as events", "Events with the names of their actors and places beside the ids.")
	FiguresFlat   = TableOf[FigureFlat]("figures_flat", View, "as figures", "Figures with claimants, places, groups and events in words.")
	CitationsFlat = TableOf[CitationFlat]("citations_flat", View, "as citations", "Citations with the names of sources and of those they speak about.")
	LinksFlat     = TableOf[LinkFlat]("links_flat", View, "by article: its ties as in relations, then its events as in events", "Ties and events between named actors: an edge list for network tools.")
)
