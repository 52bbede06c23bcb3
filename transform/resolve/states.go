package resolve

import (
	"strings"
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
)

// stateNames are the words by which a text says that a body is a whole of a state: "Laotian authorities" and "Laos's one-party government" are
// its government.
type stateNames struct {
	states map[string]string // plain demonym, country or its genitive to alpha-3
	whole  map[string]string // plain words for a body to what they name all of, "" for a part
}

var readStateNames = sync.OnceValue(func() stateNames {
	n := stateNames{states: map[string]string{}, whole: map[string]string{}}
	for _, r := range lexicon.Read("countries.tsv").Rows {
		n.states[plain(r[0])], n.states[plain(r[0]+"s")] = r[1], r[1]
	}
	for words, alpha := range lexicon.Read("demonyms.tsv").Map("alpha3") {
		n.states[plain(words)] = alpha
	}
	for words, whole := range lexicon.Read("collective_bodies.tsv").Map("whole") {
		n.whole[plain(words)] = whole
	}
	return n
})

// maxStateWords is the most words of a demonym or country before a body: "United Arab Emirates".
const maxStateWords = 3

// wholeOf says what of its state a body's plain name names all of, "" for a part or a body of its own.
func wholeOf(plainName, country string) string {
	n := readStateNames()
	words := strings.Fields(plainName)
	for i := 1; i <= min(maxStateWords, len(words)-1); i++ {
		if country == "" || n.states[strings.Join(words[:i], " ")] != country {
			continue
		}
		for j := i; j < len(words); j++ {
			if whole, listed := n.whole[strings.Join(words[j:], " ")]; listed {
				return whole
			}
		}
	}
	return ""
}
