// Package text holds the cleaned text of an article as sentences and tokens, and converts places in it.
//
// It takes a string and gives a Document: Split cuts it into paragraphs, sentences and tokens, every byte of the text belonging to
// exactly one token or to the white space behind it. Later stations write what they find into the tokens (parts of speech) and
// Document.Names. Inside the program places are byte offsets and token numbers; Span is the only way to the code points of the tables.
package text

import (
	"sort"
	"unicode/utf8"

	"github.com/newsledger/newsledger/schema"
)

// Document is the cleaned text of one article.
type Document struct {
	Text      string
	Sentences []Sentence
	Tokens    []Token
	Names     []Name  // names of people, bodies and places, in order, not overlapping; set by model.Names
	Trees     []*Tree // dependencies by sentence; set by model.Parse when a rule asks

	points []int32 // code points before byte i*block; nil while the text is ASCII
}

// Sentence is a sentence, heading or list item.
type Sentence struct {
	From, To   int // bytes of Document.Text, without the white space behind
	First, End int // tokens, End exclusive
	Paragraph  int // number of the paragraph, from 0
	Heading    bool
}

// Token is a word, number, punctuation mark or sign. The white space up to the next token's From belongs to it.
type Token struct {
	From, To int    // bytes of Document.Text, To exclusive
	Lower    string // lower case; curly quotes and long dashes straightened
	Shape    Shape
	Tag      Tag // part of speech; None until model.Tag has run
	Sentence int // its sentence
}

// Shape says how a token is written.
type Shape uint8

// The properties of a token's shape.
const (
	Alpha   Shape = 1 << iota // begins with a letter
	Digit                     // begins with a digit
	Capital                   // begins with a capital letter
	Upper                     // has at least two letters, all capital
	Punct                     // punctuation or sign
	Glued                     // no white space before it
)

// Is says whether t has all properties of s.
func (t *Token) Is(s Shape) bool { return t.Shape&s == s }

// Label is the kind of a name.
type Label uint8

// The labels of names.
const (
	NoLabel Label = iota
	Person
	Organization
	PlaceName
	OtherName // works, laws, prizes, products …
)

// Name is a run of tokens that names something.
type Name struct {
	First, End int // tokens, End exclusive; titles and a leading article are not part of it
	Label      Label
	Rule       string // what found or labelled it
}

// NewDocument wraps a text without splitting it.
func NewDocument(s string) *Document {
	d := &Document{Text: s}
	d.countPoints()
	return d
}

// Word returns the text of token i.
func (d *Document) Word(i int) string { return d.Text[d.Tokens[i].From:d.Tokens[i].To] }

// Slice returns the text of tokens first up to end (exclusive), with the white space between them.
func (d *Document) Slice(first, end int) string {
	if first >= end {
		return ""
	}
	return d.Text[d.Tokens[first].From:d.Tokens[end-1].To]
}

// Lower returns the lower-case form of token i, "" outside the document.
func (d *Document) Lower(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Lower
}

// Tag returns the part of speech of token i, None outside the document.
func (d *Document) Tag(i int) Tag {
	if i < 0 || i >= len(d.Tokens) {
		return None
	}
	return d.Tokens[i].Tag
}

// Span returns the place of bytes from to to (exclusive) in code points, with the quote. It is the only maker of spans.
func (d *Document) Span(from, to int) schema.Span {
	return schema.Span{SpanStart: d.point(from), SpanEnd: d.point(to), Quote: d.Text[from:to]}
}

// SpanOf returns the place of tokens first up to end (exclusive).
func (d *Document) SpanOf(first, end int) schema.Span {
	return d.Span(d.Tokens[first].From, d.Tokens[end-1].To)
}

// SentenceText returns the text of sentence s (from 0).
func (d *Document) SentenceText(s int) string {
	return d.Text[d.Sentences[s].From:d.Sentences[s].To]
}

// TokenAt returns the token that holds byte b, or the one before the white space that holds it; -1 before the first.
func (d *Document) TokenAt(b int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].From > b }) - 1
}

// TokensOf returns the tokens first up to end (exclusive) that a span of code points covers; both are the same when it covers none.
func (d *Document) TokensOf(s schema.Span) (first, end int) {
	from, to := d.byteAt(s.SpanStart), d.byteAt(s.SpanEnd)
	first = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].To > from })
	end = first + sort.Search(len(d.Tokens)-first, func(i int) bool { return d.Tokens[first+i].From >= to })
	return first, end
}

// block is how many bytes share one entry of Document.points.
const block = 64

func (d *Document) countPoints() {
	ascii := true
	for i := 0; i < len(d.Text) && ascii; i++ {
		ascii = d.Text[i] < utf8.RuneSelf
	}
	if ascii {
		return
	}
	d.points = make([]int32, 0, len(d.Text)/block+1)
	n := int32(0)
	for i := 0; i < len(d.Text); i++ {
		if i%block == 0 {
			d.points = append(d.points, n)
		}
		if utf8.RuneStart(d.Text[i]) {
			n++
		}
	}
}

// point is the number of code points before byte b, which must begin a code point or end the text.
func (d *Document) point(b int) int {
	if d.points == nil {
		return b
	}
	k := min(b/block, len(d.points)-1)
	n := int(d.points[k])
	for i := k * block; i < b; i++ {
		if utf8.RuneStart(d.Text[i]) {
			n++
		}
	}
	return n
}

// byteAt is the byte where code point p begins.
func (d *Document) byteAt(p int) int {
	if d.points == nil {
		return p
	}
	k := sort.Search(len(d.points), func(i int) bool { return int(d.points[i]) > p }) - 1
	i, n := k*block, int(d.points[k])
	for ; i < len(d.Text); i++ {
		if utf8.RuneStart(d.Text[i]) {
			if n == p {
				break
			}
			n++
		}
	}
	return i
}
