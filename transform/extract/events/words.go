package events

import (
	"sort"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// demonyms map a word for a people to its country, ISO 3166-1 alpha-3; capitals as listed.
var demonyms = lexicon.Read("demonyms.tsv").Map("alpha3")

// wordSet makes a set of the words.
func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// nameBefore is the index of the first name of the document that ends behind token i.
func nameBefore(d *text.Document, i int) int {
	return sort.Search(len(d.Names), func(k int) bool { return d.Names[k].End > i })
}

// pieceOf reads "start-end".
func pieceOf(s string) (from, to int, ok bool) {
	a, b, ok := strings.Cut(s, "-")
	if !ok {
		return 0, 0, false
	}
	from, err1 := strconv.Atoi(a)
	to, err2 := strconv.Atoi(b)
	return from, to, err1 == nil && err2 == nil
}
