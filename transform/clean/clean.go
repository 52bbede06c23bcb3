// Package clean turns an article as it came in into a record with cleaned text and what is known about the article.
//
// Article repairs wrong decoding, takes off repeats and page furniture, and finds title, byline, dateline, publisher and date of
// publication. It does not split or tag, and changes nothing else in the text: no case, no quotation marks, no spaces inside lines.
package clean

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/source"
)

// Options say how articles are read.
type Options struct {
	IDFromText bool       // --article-id text: an article's id comes from its text also when it has a URL
	Publishers Publishers // a list of the user's own, which goes before ours; nil for none
}

// Article returns the record of an article: its row filled but for status, language and n_sentences, which later stations know, and
// its signature. The error is source.ErrEmpty when cleaning leaves no text.
func Article(raw source.Raw, o Options) (*schema.Record, error) {
	c := cleaned{text: raw.Text, repaired: raw.Repaired}
	c.run()
	if strings.TrimSpace(c.text) == "" {
		return nil, source.ErrEmpty
	}
	rec := &schema.Record{Ordinal: raw.Ordinal, RawSHA256: raw.RawSHA256, RecordID: raw.RecordID, Signature: Signature(c.text)}
	a := &rec.Article
	a.ArticleID = articleID(&raw, o)
	a.Source, a.URL, a.Title, a.Byline, a.Publisher = raw.Source, raw.URL, raw.Title, raw.Byline, raw.Publisher
	if raw.Language != "" {
		a.Language = strings.ReplaceAll(raw.Language, "_", "-")
	}
	a.Text = c.text
	sum := sha256.Sum256([]byte(c.text))
	a.TextSHA256 = hex.EncodeToString(sum[:])
	a.NChars, a.NWords = utf8.RuneCountInString(c.text), countWords(c.text)
	a.NRepaired, a.NRemoved = c.repaired, c.removed
	if a.Publisher == "" {
		a.Publisher = c.publisher
	}
	h := readHead(a)
	publisher(a, &raw, o.Publishers)
	published(rec, &raw)
	infer(a, &raw, h)
	return rec, nil
}

// cleaned is a text on its way, with what was done to it in characters.
type cleaned struct {
	text              string
	repaired, removed int
	publisher         string // platform whose page head was removed, "" for none
}

func (c *cleaned) run() {
	c.tags()
	c.entities()
	c.repair()
	c.controls()
	c.repeats()
	c.furniture()
}

// controls makes every line end LF and takes off byte order marks and control characters other than tab and LF.
func (c *cleaned) controls() {
	s := lineEnds.Replace(c.text)
	c.text = strings.Map(func(r rune) rune {
		if r == '\uFEFF' || unicode.IsControl(r) && r != '\n' && r != '\t' {
			c.removed++
			return -1
		}
		return r
	}, s)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// countWords counts the runs of letters and digits that white space sets apart.
func countWords(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
