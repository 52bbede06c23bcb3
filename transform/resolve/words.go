package resolve

import (
	"slices"
	"strings"
	"unicode"

	"github.com/zeebo/xxh3"
)

// minWord is the length from which a word counts as a content word: most shorter ones are articles, prepositions and auxiliaries.
const minWord = 4

// functionWords are the longer words that say nothing of what a sentence is about.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("about above after again against also although among another around because been before being between both could does doing down during each ever every from have having here into itself just like made make many more most much must only other over said same says should since some such than that their them then there these they this those through told under until upon very were what when where which while will with within without would your according") {
		m[w] = true
	}
	return m
}()

// contentWords returns the hashes of the content words of a sentence, sorted, each once; numbers are content.
func contentWords(sentence string) []uint32 {
	var words []uint32
	for w := range strings.FieldsFuncSeq(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= minWord && !functionWords[w] || w[0] >= '0' && w[0] <= '9' {
			words = append(words, uint32(xxh3.HashString(stem(w))))
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// stem cuts the commonest endings, so that "arrests" and "arrested", "damage" and "damages" are one word here.
func stem(w string) string {
	for _, end := range []string{"ing", "ed", "es", "s", "e"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) >= minWord {
			return s
		}
	}
	return w
}

// commonWords counts the words that two sorted lists share.
func commonWords(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}
