package rule

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// Part is a piece of a pattern. It matches tokens from i on and hands every possible end to next, longest first, until next is satisfied.
type Part func(m *Match, i int, next func(end int) bool) bool

// Match is a pattern's hit: its tokens and its named parts.
type Match struct {
	Doc        *text.Document
	First, End int // tokens, End exclusive
	limit      int // end of the sentence
	parts      []named
}

type named struct {
	name       string
	first, end int
	text       string
	real       float64
}

// try is a match in the making, used for one pattern and place after the other. The first way through a pattern wins: optional parts are
// tried present first, alternatives in order.
type try struct {
	m      Match
	accept func(end int) bool
}

func newTry(d *text.Document) *try {
	t := &try{m: Match{Doc: d}}
	t.accept = func(end int) bool { t.m.End = end; return end > t.m.First }
	return t
}

func (t *try) at(p Part, i, limit int) (Match, bool) {
	t.m.First, t.m.limit, t.m.parts = i, limit, t.m.parts[:0]
	if !p(&t.m, i, t.accept) {
		return Match{}, false
	}
	m := t.m
	t.m.parts = nil // they belong to the match now
	return m, true
}

// Has says whether the part called name matched.
func (m Match) Has(name string) bool { _, ok := m.find(name); return ok }

// Text returns the value of the part called name: its lexicon value, else its lower-case words; "" when it did not match.
func (m Match) Text(name string) string { p, _ := m.find(name); return p.text }

// Real returns the number of the part called name, 0 when it did not match.
func (m Match) Real(name string) float64 { p, _ := m.find(name); return p.real }

// RealOr returns the number of the part called name, or other when it did not match.
func (m Match) RealOr(name string, other float64) float64 {
	if p, ok := m.find(name); ok {
		return p.real
	}
	return other
}

// Tokens returns the tokens of the part called name; first equals end when it did not match.
func (m Match) Tokens(name string) (first, end int) { p, _ := m.find(name); return p.first, p.end }

func (m Match) find(name string) (named, bool) {
	for i := len(m.parts) - 1; i >= 0; i-- {
		if m.parts[i].name == name {
			return m.parts[i], true
		}
	}
	return named{}, false
}

// with keeps a named part while the rest of the pattern is tried.
func (m *Match) with(p named, next func(int) bool) bool {
	n := len(m.parts)
	m.parts = append(m.parts, p)
	if next(p.end) {
		return true
	}
	m.parts = m.parts[:n]
	return false
}

// Word matches one token that is one of the words, in lower case.
func Word(words ...string) Part {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return func(m *Match, i int, next func(int) bool) bool {
		return i < m.limit && set[m.Doc.Tokens[i].Lower] && next(i+1)
	}
}

// Phrase matches one of the phrases, each some words with spaces between.
func Phrase(phrases ...string) Part {
	all := make([]Part, len(phrases))
	for k, p := range phrases {
		var words []Part
		for w := range strings.FieldsSeq(p) {
			words = append(words, Word(w))
		}
		all[k] = Seq(words...)
	}
	return Or(all...)
}

// Test matches one token that ok accepts.
func Test(ok func(d *text.Document, i int) bool) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		return i < m.limit && ok(m.Doc, i) && next(i+1)
	}
}

// Tagged matches one token that has one of the parts of speech.
func Tagged(tags ...text.Tag) Part {
	return Test(func(d *text.Document, i int) bool {
		for _, t := range tags {
			if d.Tokens[i].Tag == t {
				return true
			}
		}
		return false
	})
}

// Seq matches its parts one behind the other.
func Seq(parts ...Part) Part {
	switch len(parts) {
	case 0:
		return func(_ *Match, i int, next func(int) bool) bool { return next(i) }
	case 1:
		return parts[0]
	}
	first, rest := parts[0], Seq(parts[1:]...)
	return func(m *Match, i int, next func(int) bool) bool {
		n := len(m.parts) // most tries end at the first part: a look ahead spares them the closure
		if !first(m, i, anywhere) {
			return false
		}
		m.parts = m.parts[:n]
		return first(m, i, func(j int) bool { return rest(m, j, next) })
	}
}

// anywhere is satisfied with every end.
func anywhere(int) bool { return true }

// Or matches the first of its parts that leads to a match.
func Or(parts ...Part) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		for _, p := range parts {
			if p(m, i, next) {
				return true
			}
		}
		return false
	}
}

// Opt matches its parts one behind the other, or nothing.
func Opt(parts ...Part) Part {
	p := Seq(parts...)
	return func(m *Match, i int, next func(int) bool) bool { return p(m, i, next) || next(i) }
}

// Many matches its part at least min and at most max times, as often as it can.
func Many(min, max int, p Part) Part {
	var from func(m *Match, n, i int, next func(int) bool) bool
	from = func(m *Match, n, i int, next func(int) bool) bool {
		if n < max && p(m, i, func(j int) bool { return j > i && from(m, n+1, j, next) }) {
			return true
		}
		return n >= min && next(i)
	}
	return func(m *Match, i int, next func(int) bool) bool { return from(m, 0, i, next) }
}

// Ahead matches no token when p would match here.
func Ahead(p Part) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		n := len(m.parts)
		if p(m, i, anywhere) && next(i) {
			return true
		}
		m.parts = m.parts[:n]
		return false
	}
}

// Not matches no token unless p would match here.
func Not(p Part) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		n := len(m.parts)
		ok := p(m, i, anywhere)
		m.parts = m.parts[:n]
		return !ok && next(i)
	}
}

// After matches no token when the token before is one of the words.
func After(words ...string) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		before := m.Doc.Lower(i - 1)
		for _, w := range words {
			if w == before {
				return next(i)
			}
		}
		return false
	}
}

// As names what p matches; Match.Text gives its lower-case words.
func As(name string, p Part) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		return p(m, i, func(j int) bool {
			return m.with(named{name: name, first: i, end: j, text: straightLower(m.Doc, i, j)}, next)
		})
	}
}

func straightLower(d *text.Document, first, end int) string {
	switch end - first {
	case 0:
		return ""
	case 1:
		return d.Tokens[first].Lower
	}
	var b strings.Builder
	for k := first; k < end; k++ {
		if k > first && !d.Tokens[k].Is(text.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(d.Tokens[k].Lower)
	}
	return b.String()
}

// Glued matches no token when there is no white space before the next one.
var Glued Part = func(m *Match, i int, next func(int) bool) bool {
	return i < m.limit && m.Doc.Tokens[i].Is(text.Glued) && next(i)
}
