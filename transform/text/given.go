package text

import "strings"

// FromSentences makes a document of sentences whose tokens others have cut, one paragraph each.
func FromSentences(words [][]string, glued [][]bool) *Document {
	var b strings.Builder
	var froms []int
	for s, sentence := range words {
		for i, w := range sentence {
			if b.Len() > 0 && !glued[s][i] {
				b.WriteByte(' ')
			}
			froms = append(froms, b.Len())
			b.WriteString(w)
		}
	}
	d := NewDocument(b.String())
	k := 0
	for s, sentence := range words {
		first := len(d.Tokens)
		for _, w := range sentence {
			d.add(froms[k], froms[k]+len(w))
			k++
		}
		if len(sentence) > 0 {
			d.sentence(first, len(d.Tokens), s)
		}
	}
	return d
}
