package places

import (
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// placeKinds maps words for kinds of places to the place_type they make.
var placeKinds = sync.OnceValue(func() map[string]string { return lexicon.Read("place_kinds.tsv").Map("place_type") })

var givenNames = sync.OnceValue(func() map[string]bool { return lexicon.Read("first_names.tsv").Set() })

// givenName says whether people bear the word as a first name.
func givenName(word string) bool { return givenNames()[word] }

var demonyms = sync.OnceValue(func() map[string]string { return lexicon.Read("demonyms.tsv").Map("alpha3") })

// demonym is the country whose people or things the word names, "" for none.
func demonym(word string) string { return demonyms()[word] }

var titles = sync.OnceValue(func() map[string]bool { return lexicon.Read("titles.tsv").Set() })

// isTitle says whether the word, in lower case, is a position, a rank or an honorific.
func isTitle(lower string) bool { return titles()[lower] }

// bodies are the names of known bodies.
type bodies struct {
	names   map[string]bool
	longest map[string]int // first word to the most tokens
}

var knownBodies = sync.OnceValue(func() *bodies {
	b := &bodies{map[string]bool{}, map[string]int{}}
	for _, r := range lexicon.Read("bodies.tsv").Rows {
		b.names[r[0]] = true
		d := text.Split(r[0])
		b.longest[d.Word(0)] = max(b.longest[d.Word(0)], len(d.Tokens))
	}
	return b
})

// at is the end of the longest name of a body that begins at token i, i for none.
func (b *bodies) at(d *text.Document, i, limit int) int {
	for end := min(limit, i+b.longest[d.Word(i)]); end > i; end-- {
		if b.names[d.Slice(i, end)] {
			return end
		}
	}
	return i
}
