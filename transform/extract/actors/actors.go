package actors

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

const station = "actors"

// Find appends to rec the actors of the document with their names, mentions and relations, each in the order of the text. model.Tag,
// model.Names and places.Find must have run.
func Find(doc *text.Document, rec *schema.Record, tr *rule.Trace) {
	f := &finder{doc: doc, rec: rec, tr: tr}
	f.places()
	f.name()
	f.assemble()
	f.kinds()
	f.positions()
	f.settle()
	f.roles()
	f.pronouns()
	f.write()
	relations(doc, rec, tr)
}

// finder is one article on its way.
type finder struct {
	doc     *text.Document
	rec     *schema.Record
	tr      *rule.Trace
	placeAt []int32         // of each token, 1 + the row of rec.PlaceMentions that holds it; 0 for none
	placeOf []int           // of each row of rec.PlaceMentions the row of rec.Places, -1 for none
	namings []naming        // in the order of the text, not overlapping
	at      []int32         // of each token, 1 + the naming that holds it; 0 for none
	bodies  map[string]bool // see findBodies
	cast    []actor
	others  []reference // roles and pronouns
	home    string      // alpha-3 of the country that the article is about, "" where it is about several
}

// naming is a stretch of text that names an actor.
type naming struct {
	first, end int // tokens, end exclusive; without title, article and possessive ending
	text       string
	label      text.Label // Person, Organization; PlaceName for facilities and countries
	kind       string     // actor_type that the pattern or the list says, "" for none
	country    string     // alpha-3 that the pattern or the list says, "" for none
	whole      string     // of a collective: government, forces; of a country that is named for all of it
	known      *body      // of the list of bodies, nil for none
	actor      int        // in finder.cast
	rule       string
}

// actor is somebody that namings name.
type actor struct {
	name        string
	kind        string // actor_type
	country     string // alpha-3
	whole       string // of a collective
	sector      string
	sex         byte // 'f', 'm', 0 unknown
	head        bool // called a head of state or government
	forms       []form
	namings     []int // in the order of the text
	titles      []string
	affiliation int // actor of the position, -1 for none
	placeID     string
	sensitive   bool // described as victim, survivor, witness or child
	public      bool // has a position, speaks for somebody
}

// form is a way in which an actor is named.
type form struct {
	text  string
	kind  string // name_type
	count int
}

// reference is a role or pronoun that stands for an actor.
type reference struct {
	first, end int
	actor      int
	kind       string // mention_kind
	rule       string
}

// places notes which place mention holds each token.
func (f *finder) places() {
	f.placeAt = make([]int32, len(f.doc.Tokens))
	row := map[string]int{}
	for k := range f.rec.Places {
		row[f.rec.Places[k].PlaceID] = k
	}
	for k, m := range f.rec.PlaceMentions {
		if p, ok := row[m.PlaceID]; ok {
			f.placeOf = append(f.placeOf, p)
		} else {
			f.placeOf = append(f.placeOf, -1)
		}
		first, end := f.doc.TokensOf(m.Span)
		for i := first; i < end; i++ {
			f.placeAt[i] = int32(k + 1)
		}
	}
}

// place is the place that the mention over token i means, nil for none.
func (f *finder) place(i int) *schema.Place {
	if i < 0 || i >= len(f.placeAt) || f.placeAt[i] == 0 {
		return nil
	}
	if p := f.placeOf[f.placeAt[i]-1]; p >= 0 {
		return &f.rec.Places[p]
	}
	return nil
}

// naming gives the naming that holds token i, nil for none.
func (f *finder) naming(i int) *naming {
	if i < 0 || i >= len(f.at) || f.at[i] == 0 {
		return nil
	}
	return &f.namings[f.at[i]-1]
}

func (f *finder) sentence(i int) text.Sentence { return f.doc.Sentences[f.doc.Tokens[i].Sentence] }
