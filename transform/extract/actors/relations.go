package actors

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// relations appends to rec what the text states of ties between its actors: positions, kin, membership, ownership and others. It reads the
// rows of actors and their mentions; whose mention a word is, is decided there. It ends with positions.
//
//	duties      phrases that name a position or tie: "head of the bureau", "Hun Manet's cousin"
//	bearers     who has them: before, behind, "is", "as"
//	beside      "<person> of <body>", "<body>'s <person>", "<body>'s <body>"
//	predicates  verbs: "owns", "founded by", "linked to"
func relations(d *text.Document, rec *schema.Record, tr *rule.Trace) {
	b := newBinder(d, rec, tr)
	b.duties()
	b.bearers()
	b.beside()
	b.predicates()
	b.inferStates()
	b.write()
	positions(rec)
	b.nationalities()
}

// binder ties the actors of one article.
type binder struct {
	doc       *text.Document
	rec       *schema.Record
	tr        *rule.Trace
	spots     []spot  // mentions in the order of the text
	at        []int32 // of each token, 1 + the spot that names an actor there; 0 for none
	stands    []int32 // of each token, 1 + the spot that is a role or pronoun there
	quoted    []bool  // of each token, whether it stands between double quotation marks
	posts     []duty
	bonds     []bond
	states    map[string]int    // alpha-3 to the actor that is this country
	seats     map[string]string // place id to its country
	people    map[int]string    // of a person, the alpha-3 of a demonym before his title
	sentences map[string]int    // alpha-3 to the number of sentences that speak of the country; nil until asked
}

// spot is a mention of an actor as tokens.
type spot struct {
	first, end int // end exclusive
	actor      int // in rec.Actors
}

// bond is a relation before it becomes a row.
type bond struct {
	subject, object int // in rec.Actors; object -1 for none
	relation        string
	title           string
	status          string
	assertion       string
	first, end      int    // tokens of the shortest stretch that states it
	holder          bool   // a position of the state, when no other body is named
	country         string // alpha-3 of a demonym before the title
	sector          string
	rule            string
}

func newBinder(d *text.Document, rec *schema.Record, tr *rule.Trace) *binder {
	b := &binder{doc: d, rec: rec, tr: tr, at: make([]int32, len(d.Tokens)), stands: make([]int32, len(d.Tokens)), states: map[string]int{}, seats: map[string]string{}, people: map[int]string{}}
	number := make(map[string]int, len(rec.Actors))
	for k := range rec.Actors {
		a := &rec.Actors[k]
		number[a.ActorID] = k
		if _, has := b.states[a.CountryCode]; a.ActorType == "country" && !has {
			b.states[a.CountryCode] = k
		}
	}
	for _, p := range rec.Places {
		b.seats[p.PlaceID] = p.CountryCode
	}
	for _, m := range rec.ActorMentions {
		first, end := d.TokensOf(m.Span)
		b.spots = append(b.spots, spot{first, end, number[m.ActorID]})
		over := b.at
		if m.Kind != "name" {
			over = b.stands
		}
		for i := first; i < end; i++ {
			over[i] = int32(len(b.spots))
		}
	}
	b.readQuotes()
	return b
}

// named gives the mention by name that holds token i.
func (b *binder) named(i int) (spot, bool) { return b.find(b.at, i) }

// standing gives the role or pronoun that holds token i and means an actor.
func (b *binder) standing(i int) (spot, bool) { return b.find(b.stands, i) }

func (b *binder) find(over []int32, i int) (spot, bool) {
	if i < 0 || i >= len(over) || over[i] == 0 {
		return spot{}, false
	}
	return b.spots[over[i]-1], true
}

func (b *binder) kind(actor int) string { return b.rec.Actors[actor].ActorType }

func (b *binder) isPerson(actor int) bool { return actor >= 0 && b.kind(actor) == "person" }

// isBody says whether an actor is something that people belong to or work for.
func (b *binder) isBody(actor int) bool {
	switch b.kind(actor) {
	case "person", "country", "facility", "population_group":
		return false
	}
	return true
}

// sentence gives the bounds of the sentence of token i.
func (b *binder) sentenceOf(i int) text.Sentence { return b.doc.Sentences[b.doc.Tokens[i].Sentence] }

// add keeps a bond unless it ties an actor to itself.
func (b *binder) add(n bond) {
	if n.subject == n.object {
		return
	}
	if n.assertion == "" {
		n.assertion = b.voice(n.first, n.end)
	}
	b.bonds = append(b.bonds, n)
}

// write appends the rows in the order of the text, each statement once.
func (b *binder) write() {
	slices.SortStableFunc(b.bonds, func(x, y bond) int { return cmp.Or(x.first-y.first, x.end-y.end) })
	for k, n := range b.bonds {
		if b.repeated(k) {
			continue
		}
		span := b.doc.SpanOf(n.first, n.end)
		s := b.doc.Tokens[n.first].Sentence
		r := schema.Relation{
			RelationID: b.rec.ID("relations", span.Quote), SubjectActorID: b.rec.Actors[n.subject].ActorID, Relation: n.relation, Title: n.title, Status: n.status,
			Assertion: n.assertion, ArticleID: b.rec.Article.ArticleID, Span: span, Sentence: b.doc.SentenceText(s), SentenceNo: s + 1, Rule: n.rule,
		}
		if n.object >= 0 {
			r.ObjectActorID = b.rec.Actors[n.object].ActorID
		}
		b.tr.Won("actors", n.rule, span)
		b.rec.Relations = append(b.rec.Relations, r)
	}
}

// maxNear is how many bonds before one are compared with it: two rules read the same words close together.
const maxNear = 12

// repeated says whether bond k is stated by the words of one before it.
func (b *binder) repeated(k int) bool {
	n := &b.bonds[k]
	for j := max(0, k-maxNear); j < k; j++ {
		o := &b.bonds[j]
		if o.subject == n.subject && o.object == n.object && o.relation == n.relation && o.title == n.title && n.first < o.end {
			return true
		}
	}
	return false
}
