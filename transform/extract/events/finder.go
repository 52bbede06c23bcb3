package events

import (
	"sort"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// finder holds what the steps share for one article.
type finder struct {
	doc    *text.Document
	rec    *schema.Record
	tr     *rule.Trace
	lemmas []string // of every token

	mentions []place // of rec.ActorMentions, by first token
	places   []place // of rec.PlaceMentions
	dates    []place // of rec.Dates
	figs     []place // of rec.Figures

	voices  voices          // whose words stand where
	actors  map[string]int  // actor_id to its index in rec.Actors
	gazette map[string]int  // place_id to its index in rec.Places
	setting string          // country that the article is about, "" for none
	names   []bool          // tokens inside names of doc.Names
	words   map[string]bool // the lemmas of the article
}

// place is a row of the record as tokens.
type place struct {
	first, end int // End exclusive
	row        int // index in the record's slice
}

func newFinder(doc *text.Document, rec *schema.Record, tr *rule.Trace) *finder {
	f := &finder{doc: doc, rec: rec, tr: tr, lemmas: make([]string, len(doc.Tokens)), names: make([]bool, len(doc.Tokens)), words: map[string]bool{}}
	for i := range doc.Tokens {
		f.lemmas[i] = lemmaOf(&doc.Tokens[i])
		f.words[f.lemmas[i]] = true
	}
	for _, n := range doc.Names {
		for i := n.First; i < n.End; i++ {
			f.names[i] = true
		}
	}
	f.mentions = f.index(len(rec.ActorMentions), func(i int) schema.Span { return rec.ActorMentions[i].Span })
	f.places = f.index(len(rec.PlaceMentions), func(i int) schema.Span { return rec.PlaceMentions[i].Span })
	f.dates = f.index(len(rec.Dates), func(i int) schema.Span { return rec.Dates[i].Span })
	f.figs = f.index(len(rec.Figures), func(i int) schema.Span { return rec.Figures[i].Span })
	f.voices = voicesOf(rec.Citations)
	f.actors, f.gazette = map[string]int{}, map[string]int{}
	for i := range rec.Actors {
		f.actors[rec.Actors[i].ActorID] = i
	}
	for i := range rec.Places {
		f.gazette[rec.Places[i].PlaceID] = i
	}
	f.setting = f.homeCountry()
	return f
}

// lemmaOf is the dictionary form; capitals in headlines are tagged as names, so their plural s is taken off too.
func lemmaOf(t *text.Token) string {
	switch t.Tag {
	case text.NNPS:
		return model.Lemma(t.Lower, text.NNS)
	case text.NNP:
		return t.Lower
	}
	return model.Lemma(t.Lower, t.Tag)
}

func (f *finder) index(n int, span func(int) schema.Span) []place {
	all := make([]place, n)
	for i := range all {
		first, end := f.doc.TokensOf(span(i))
		all[i] = place{first, end, i}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	return all
}

// within returns the rows that begin from token first on and before end.
func within(all []place, first, end int) []place {
	i := sort.Search(len(all), func(k int) bool { return all[k].first >= first })
	j := i + sort.Search(len(all)-i, func(k int) bool { return all[i+k].first >= end })
	return all[i:j]
}

// covering returns the rows that share a token with first up to end.
func covering(all []place, first, end int) []place {
	i := sort.Search(len(all), func(k int) bool { return all[k].first >= first })
	for back := 0; i > 0 && back < 3 && all[i-1].end > first; back++ { // names are short and rarely nested
		i--
	}
	j := i
	for j < len(all) && all[j].first < end {
		j++
	}
	for i < j && all[i].end <= first {
		i++
	}
	return all[i:j]
}

// bounds returns the tokens of the sentence of token i, at most reach to either side: no scan runs over a line of a megabyte.
func (f *finder) bounds(i int) (first, end int) {
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence]
	return max(s.First, i-reach), min(s.End, i+reach)
}

// reach is how far the words around a trigger are looked at, in tokens: longer sentences are lists.
const reach = 60

func (f *finder) lemma(i int) string {
	if i < 0 || i >= len(f.lemmas) {
		return ""
	}
	return f.lemmas[i]
}
