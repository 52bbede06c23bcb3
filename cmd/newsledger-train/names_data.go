package main

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// entity is a name in bytes of a text.
type entity struct {
	from, to int
	label    text.Label
}

// annotated is a text with its names, before it is cut into our own tokens.
type annotated struct {
	text     string
	entities []entity
}

// gold cuts a text into our own tokens. Sentences where a name begins or ends inside a token, headings, and sentences with a capital
// that annotators left out although it looks like a name are not to be learned from: they teach that an unknown capital is none.
func (a annotated) gold() model.Gold {
	g := model.Gold{Document: text.Split(a.text)}
	g.Skip = make([]bool, len(g.Sentences))
	for _, e := range a.entities {
		first := sort.Search(len(g.Tokens), func(i int) bool { return g.Tokens[i].To > e.from })
		end := sort.Search(len(g.Tokens), func(i int) bool { return g.Tokens[i].From >= e.to })
		if first >= end {
			continue
		}
		s := g.Tokens[first].Sentence
		if g.Tokens[first].From != e.from || g.Tokens[end-1].To != e.to || g.Tokens[end-1].Sentence != s {
			g.Skip[s] = true
			continue
		}
		g.Entities = append(g.Entities, text.Name{First: first, End: end, Label: e.label})
	}
	inside := make([]bool, len(g.Tokens))
	for _, e := range g.Entities {
		for i := e.First; i < e.End; i++ {
			inside[i] = true
		}
	}
	for s, sentence := range g.Sentences {
		g.Skip[s] = g.Skip[s] || sentence.Heading || misleads(g.Document, sentence, inside)
	}
	return g
}

// misleads says whether a sentence holds a word with a capital, not its first, that is no name, title, month, weekday or demonym.
func misleads(d *text.Document, s text.Sentence, inside []bool) bool {
	for i := s.First + 1; i < s.End; i++ {
		t := &d.Tokens[i]
		if inside[i] || !t.Is(text.Capital) || t.Lower == "i" || innocent()[strings.TrimSuffix(t.Lower, ".")] || !utf8.ValidString(d.Word(i)) {
			continue
		}
		if before := d.Tokens[i-1]; before.Is(text.Alpha) || before.Is(text.Digit) || before.Lower == "," || before.Lower == "(" {
			return true
		}
	}
	return false
}

var innocents map[string]bool

// innocent are the words that are written with a capital and are no names.
func innocent() map[string]bool {
	if innocents != nil {
		return innocents
	}
	innocents = map[string]bool{}
	for w := range strings.FieldsSeq("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christian christians muslim muslims catholic islamic jewish internet god no tv dvd cd am pm a.m p.m") {
		innocents[w] = true
	}
	for _, r := range lexicon.Read("titles.tsv").Rows {
		for w := range strings.FieldsSeq(r[0]) {
			innocents[w] = true
		}
	}
	for _, r := range lexicon.Read("demonyms.tsv").Rows {
		innocents[strings.ToLower(r[0])] = true
	}
	return innocents
}

var labels = map[string]text.Label{"PER": text.Person, "ORG": text.Organization, "LOC": text.PlaceName, "MISC": text.OtherName}

// readColumns reads names that are marked word by word (IOB). Without treebank documents a line -DOCSTART- parts texts and white space
// is guessed; with them each sentence stands where its sent_id says.
func readColumns(name string) ([]annotated, error) {
	all, err := lines(name)
	if err != nil {
		return nil, err
	}
	var out []annotated
	var b columnText
	for _, l := range append(all, "", "-DOCSTART- O") {
		switch word, label, _ := strings.Cut(strings.ReplaceAll(l, "\t", " "), " "); {
		case strings.HasPrefix(l, "-DOCSTART-"):
			if b.text.Len() > 0 {
				out = append(out, b.done())
			}
			b = columnText{}
		case strings.HasPrefix(l, "# sent_id"):
			if doc := documentOf(l); doc != b.document {
				if b.text.Len() > 0 {
					out = append(out, b.done())
				}
				b = columnText{document: doc}
			}
		case l == "":
			b.endSentence()
		case l[0] != '#' || !strings.HasPrefix(l, "# "):
			b.word(word, label)
		}
	}
	return out, nil
}

// documentOf is the document in a sent_id: all before the last hyphen.
func documentOf(line string) string {
	id := line[strings.Index(line, "=")+1:]
	return id[:max(strings.LastIndex(id, "-"), 0)]
}

type columnText struct {
	document string
	text     strings.Builder
	entities []entity
	open     bool // the last word belongs to the last entity
	glue     bool // no space before the next word
	quoted   bool
}

// word adds a word, with a space before it unless its sign says otherwise.
func (b *columnText) word(w, label string) {
	switch w {
	case "``", "''":
		w = `"`
	case "-LRB-":
		w = "("
	case "-RRB-":
		w = ")"
	}
	quote := w == `"`
	closing := strings.Contains(",.;:!?)]}%...", w) || quote && b.quoted || strings.HasPrefix(w, "'") && w != "'" || strings.EqualFold(w, "n't")
	if b.text.Len() > 0 && !b.glue && !closing && !strings.HasSuffix(b.text.String(), "\n") {
		b.text.WriteByte(' ')
	}
	from := b.text.Len()
	b.text.WriteString(w)
	b.glue = w == "(" || w == "[" || w == "$" || quote && !b.quoted
	if quote {
		b.quoted = !b.quoted
	}
	kind, name, found := strings.Cut(label, "-")
	if !found {
		b.open = false
		return
	}
	if n := len(b.entities); kind == "I" && b.open && b.entities[n-1].label == labels[name] {
		b.entities[n-1].to = b.text.Len()
		return
	}
	b.entities, b.open = append(b.entities, entity{from, b.text.Len(), labels[name]}), true
}

func (b *columnText) endSentence() {
	if b.text.Len() > 0 && !strings.HasSuffix(b.text.String(), "\n") {
		s := b.text.String()
		if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsLetter(last) || unicode.IsDigit(last) {
			b.text.WriteString("\n") // a heading: no closing mark
		}
	}
	b.open, b.glue, b.quoted = false, false, false
}

func (b *columnText) done() annotated { return annotated{b.text.String(), b.entities} }
