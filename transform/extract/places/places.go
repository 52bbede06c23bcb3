package places

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

const station = "places"

// Find appends to rec the place mentions of the document, in the order of the text, and a row for each place they mean. model.Tag and
// model.Names must have run. A mention whose place is unknown or open has no PlaceID.
func Find(doc *text.Document, rec *schema.Record, tr *rule.Trace) {
	f := &finder{doc: doc, gaz: atlas(), tr: tr, dateline: rec.Article.Dateline}
	f.own()
	f.toponyms()
	f.resolve()
	f.acting()
	f.rows(rec)
}

// finder is one article on its way.
type finder struct {
	doc      *text.Document
	gaz      *gazetteer
	tr       *rule.Trace
	dateline string
	names    []int32 // of each token, 1 + the number of its name in doc.Names; 0 for none
	bodies   []bool  // of each token, whether it is part of the name of a known body
	mentions []mention
}

// mention is a toponym in the text.
type mention struct {
	first, end int     // tokens, end exclusive
	places     []int32 // what the gazetteer knows by this name; nil for nothing
	kind       string  // place_type that the word behind says ("province"), "" for none
	place      int32   // what it means, -1 while that is open
	container  int32   // division or country that the text puts behind it, -1 for none
	actor      bool
	rule       string
}

// rows writes the mentions, and the places in the order of their first mention.
func (f *finder) rows(rec *schema.Record) {
	row := map[int32]int{}
	for _, m := range f.mentions {
		span := f.doc.SpanOf(m.first, m.end)
		pm := schema.PlaceMention{
			MentionID: rec.ID("place_mentions", span.Quote), ArticleID: rec.Article.ArticleID, Span: span,
			IsActor: m.actor, SentenceNo: f.doc.Tokens[m.first].Sentence + 1, Rule: m.rule,
		}
		f.tr.Won(station, m.rule, span)
		if m.place >= 0 {
			k, known := row[m.place]
			if !known {
				k = len(rec.Places)
				row[m.place] = k
				rec.Places = append(rec.Places, f.row(m.place))
			}
			pm.PlaceID = rec.Places[k].PlaceID
			rec.Places[k].NMentions++
		}
		rec.PlaceMentions = append(rec.PlaceMentions, pm)
	}
}

func (f *finder) row(k int32) schema.Place {
	p := &f.gaz.places[k]
	r := schema.Place{Name: p.name, PlaceType: p.kind, CountryCode: p.country, NArticles: 1, IsCentroid: p.kind != "city" && p.kind != "site"}
	if d, ok := f.gaz.divisions[p.division]; ok && d != k {
		r.Admin1 = f.gaz.places[d].name
	}
	if p.hasPoint {
		r.Latitude, r.Longitude = schema.Ptr(p.lat), schema.Ptr(p.lon)
	}
	if p.id[0] >= '0' && p.id[0] <= '9' {
		r.Gazetteer = "geonames:" + p.id
		r.PlaceID = schema.ID("plc", r.Gazetteer)
	} else {
		r.PlaceID = schema.ID("plc", p.name, p.country, p.kind, p.id)
	}
	return r
}
