package schema

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
