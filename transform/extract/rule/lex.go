package rule

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// Lexicon looks phrases up: lower-case words with single spaces (tokens as text.Split cuts them), to a value.
type Lexicon struct {
	entries map[string]string
	longest map[string]int // first word to the number of tokens of the longest phrase that begins with it
}

// NewLexicon makes a Lexicon of phrases and their values. A phrase is cut into tokens as a text would be.
func NewLexicon(values map[string]string) *Lexicon {
	l := &Lexicon{map[string]string{}, map[string]int{}}
	for phrase, v := range values {
		d := text.Split(phrase)
		if len(d.Tokens) == 0 {
			continue
		}
		l.entries[key(d, 0, len(d.Tokens))] = v
		first := d.Tokens[0].Lower
		l.longest[first] = max(l.longest[first], len(d.Tokens))
	}
	return l
}

func key(d *text.Document, first, end int) string {
	if end-first == 1 {
		return d.Tokens[first].Lower
	}
	var b strings.Builder
	for k := first; k < end; k++ {
		if k > first {
			b.WriteByte(' ')
		}
		b.WriteString(d.Tokens[k].Lower)
	}
	return b.String()
}

// At returns the longest phrase that begins at token i and ends before limit: its end (exclusive) and value.
func (l *Lexicon) At(d *text.Document, i, limit int) (end int, value string, ok bool) {
	for n := min(l.longest[d.Tokens[i].Lower], limit-i); n > 0; n-- {
		if v, hit := l.entries[key(d, i, i+n)]; hit {
			return i + n, v, true
		}
	}
	return i, "", false
}

// Lex matches the longest phrase of l and names it; Match.Text gives its value.
func Lex(name string, l *Lexicon) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		if i >= m.limit {
			return false
		}
		for n := min(l.longest[m.Doc.Tokens[i].Lower], m.limit-i); n > 0; n-- {
			if v, hit := l.entries[key(m.Doc, i, i+n)]; hit && m.with(named{name: name, first: i, end: i + n, text: v}, next) {
				return true
			}
		}
		return false
	}
}
