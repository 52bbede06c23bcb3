package schema

// Place is a place that an article names and a gazetteer knows, or a named place of its own.
type Place struct {
	PlaceID     string   `csv:"place_id" col:"key" doc:"identifier of the place"`
	Name        string   `csv:"name" doc:"name"`
	PlaceType   string   `csv:"place_type" col:"vocab=place_type" doc:"kind of place"`
	Admin1      string   `csv:"admin1" col:"null" doc:"first-order division that it lies in"`
	Admin2      string   `csv:"admin2" col:"null" doc:"second-order division that it lies in"`
	CountryCode string   `csv:"country_code" col:"null" doc:"ISO 3166-1 alpha-3"`
	Latitude    *float64 `csv:"latitude" col:"unit=degrees" doc:"WGS 84"`
	Longitude   *float64 `csv:"longitude" col:"unit=degrees" doc:"WGS 84"`
	IsCentroid  bool     `csv:"is_centroid" doc:"the middle of a country, division, region or water, not a spot"`
	Gazetteer   string   `csv:"gazetteer" col:"null" doc:"entry in a gazetteer, as in geonames:1822214"`
	NArticles   int      `csv:"n_articles" col:"unit=articles" doc:"articles that name it"`
	NMentions   int      `csv:"n_mentions" col:"unit=mentions" doc:"mentions"`
	NEvents     int      `csv:"n_events" col:"unit=events" doc:"events there"`
}

// PlaceMention is one place where a text names a place.
type PlaceMention struct {
	MentionID string `csv:"mention_id" col:"key" doc:"identifier of the mention"`
	PlaceID   string `csv:"place_id" col:"null,ref=places" doc:"the place; empty when it was not found or is ambiguous"`
	ArticleID string `csv:"article_id" col:"ref=articles" doc:"the article"`
	Span
	IsActor    bool   `csv:"is_actor" doc:"a capital or country that stands for its government"`
	SentenceNo int    `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	Rule       string `csv:"rule" doc:"name of the rule that found it"`
}

// The tables of places.
var (
	Places        = TableOf[Place]("places", Derived, "by first mention", "The places that the articles name, one row each.")
	PlaceMentions = TableOf[PlaceMention]("place_mentions", Base, "by article, span_start, span_end, id", "Every place where a text names a place.")
)
