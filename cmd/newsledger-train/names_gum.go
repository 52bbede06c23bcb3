package main

import (
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// span is a noun phrase that GUM marks as an entity of a kind.
type span struct {
	first, end int
	kind       string
}

// readEntities reads the names in the Entity column of GUM. Its spans are whole noun phrases, nested: a name is the part around a head
// that is a proper noun.
func readEntities(name string) ([]annotated, error) {
	all, err := lines(name)
	if err != nil {
		return nil, err
	}
	var out []annotated
	var t treebankText
	for _, l := range append(all, "", "# newdoc") {
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			if len(t.words) > 0 {
				out = append(out, t.names())
			}
			t = treebankText{}
		case strings.HasPrefix(l, "# newpar"):
			t.paragraphs = append(t.paragraphs, len(t.words))
		case l == "":
			t.endSentence()
		case l[0] != '#':
			t.token(strings.Split(l, "\t"))
		}
	}
	return out, nil
}

// names turns entity spans into names, in a text with a line for each paragraph.
func (t *treebankText) names() annotated {
	g := t.gold()
	n := nameFinder{g: g, taken: make([]bool, len(g.Tokens)), countries: countries(), titles: titles()}
	for _, s := range t.spans() {
		n.take(s)
	}
	d := g.Document
	text := []byte(d.Text)
	for _, s := range t.paragraphs {
		if s < len(d.Sentences) && d.Sentences[s].From > 0 {
			text[d.Sentences[s].From-1] = '\n'
		}
	}
	return annotated{string(text), n.found()}
}

// spans reads the Entity column, outer spans before inner ones.
func (t *treebankText) spans() []span {
	var out []span
	open := map[string][]int{} // indices into out, by id
	for i, misc := range t.misc {
		_, v, ok := strings.Cut("|"+misc, "|Entity=")
		if !ok {
			continue
		}
		v, _, _ = strings.Cut(v, "|")
		for v != "" {
			if v[0] == '(' {
				end := strings.IndexAny(v[1:], "()") + 1
				if end == 0 {
					end = len(v)
				}
				f := strings.SplitN(v[1:end], "-", 3)
				if len(f) < 2 {
					break
				}
				out = append(out, span{first: i, end: i + 1, kind: f[1]})
				if end < len(v) && v[end] == ')' {
					v = v[end+1:]
					continue
				}
				open[f[0]] = append(open[f[0]], len(out)-1)
				v = v[end:]
				continue
			}
			id, rest, _ := strings.Cut(v, ")")
			if k := open[id]; len(k) > 0 {
				out[k[len(k)-1]].end = i + 1
				open[id] = k[:len(k)-1]
			}
			v = rest
		}
	}
	return out
}

type nameFinder struct {
	g         model.Gold
	taken     []bool
	entities  []text.Name
	countries map[string]bool
	titles    map[string]bool
}

var kinds = map[string]text.Label{"person": text.Person, "organization": text.Organization, "place": text.PlaceName, "object": text.OtherName, "event": text.OtherName, "abstract": text.OtherName}

// take adds the name inside a span, unless an outer span has it.
func (n *nameFinder) take(s span) {
	label, ok := kinds[s.kind]
	head := n.head(s)
	if !ok || head < 0 {
		return
	}
	if !n.proper(head) {
		if head = n.roleChild(s, head); head < 0 || label != text.Person {
			return
		}
	}
	first, end := n.around(s, head, label)
	if first >= end || n.taken[first] || n.taken[end-1] {
		return
	}
	if label == text.Organization && n.countries[n.g.Slice(first, end)] {
		label = text.PlaceName
	}
	if label == text.OtherName && !n.manyCapitals(first, end) || n.onlyTitles(first, end) {
		return
	}
	for i := first; i < end; i++ {
		n.taken[i] = true
	}
	n.entities = append(n.entities, text.Name{First: first, End: end, Label: label})
}

// manyCapitals says whether a name of another kind is more than a word that annotators happen to tag as proper.
func (n *nameFinder) manyCapitals(first, end int) bool {
	for i := first; i < end; i++ {
		if n.g.Tokens[i].Is(text.Capital) {
			return true
		}
	}
	return false
}

// onlyTitles says whether a name is a position without a person: "the President".
func (n *nameFinder) onlyTitles(first, end int) bool {
	for i := first; i < end; i++ {
		if !n.titles[strings.TrimSuffix(n.g.Lower(i), ".")] {
			return false
		}
	}
	return true
}

// head is the token of a span whose own head is outside it.
func (n *nameFinder) head(s span) int {
	for i := s.first; i < s.end; i++ {
		if h := n.g.Heads[i]; h < s.first || h >= s.end {
			return i
		}
	}
	return -1
}

func (n *nameFinder) proper(i int) bool {
	return n.g.Tag(i).IsProper() && n.g.Tokens[i].Is(text.Capital)
}

// roleChild goes from a role to the name that hangs on it: "striker Harry Kane".
func (n *nameFinder) roleChild(s span, head int) int {
	for i := head + 1; i < s.end; i++ {
		r := n.g.Relations[i]
		if n.g.Heads[i] == head && (strings.HasPrefix(r, "flat") || r == "appos") && n.proper(i) {
			return i
		}
	}
	return -1
}

// around grows a name from its head inside the span.
func (n *nameFinder) around(s span, head int, label text.Label) (first, end int) {
	first, end = head, head+1
	for end < s.end && n.goesOn(end, s.end, label) {
		end++
	}
	if label == text.Person {
		for first < end && n.titles[strings.TrimSuffix(n.g.Lower(first), ".")] && first+1 < end {
			first++
		}
		for first > s.first && n.proper(first-1) && !n.titles[strings.TrimSuffix(n.g.Lower(first-1), ".")] && n.g.Heads[first-1] == head && n.g.Relations[first-1] == "flat" {
			first--
		}
		return first, end
	}
	for first > s.first && n.goesBack(first-1) {
		first--
	}
	for first < end && !n.g.Tokens[first].Is(text.Capital) && !n.g.Tokens[first].Is(text.Digit) {
		first++
	}
	return first, end
}

func (n *nameFinder) goesOn(i, end int, label text.Label) bool {
	t := n.g.Tag(i)
	switch w := n.g.Lower(i); {
	case t.IsProper() || t == text.FW && n.g.Tokens[i].Is(text.Capital):
		return n.g.Tokens[i].Is(text.Capital) || n.g.Tokens[i].Is(text.Digit)
	case w == "-" || w == "&":
		return i+1 < end && n.g.Tokens[i+1].Is(text.Capital)
	case t == text.CD && label != text.Person:
		return n.g.Tag(i - 1).IsProper()
	case w == "of" || w == "for" || w == "and" && label == text.Organization || w == "de" || w == "bin" || w == "von" || w == "van" || w == "al" || w == "del" || w == "la":
		if (w == "of" || w == "for") && label == text.Person {
			return false
		}
		k := i + 1
		for k < end && (n.g.Lower(k) == "the" || n.g.Lower(k) == "la") {
			k++
		}
		return k < end && n.proper(k)
	case w == "the" || w == "la":
		return n.g.Lower(i-1) == "of" || n.g.Lower(i-1) == "for" || n.g.Lower(i-1) == "de"
	}
	return false
}

func (n *nameFinder) goesBack(i int) bool {
	t := n.g.Tag(i)
	switch {
	case n.g.Tokens[i].Is(text.Capital):
		return t.IsNoun() || t.IsAdjective() || t == text.VBN || t == text.VBG
	case t == text.Hyphen || n.g.Lower(i) == "&" || t == text.POS:
		return i > 0 && n.g.Tokens[i-1].Is(text.Capital)
	case t == text.CD:
		return true
	}
	return false
}

// found gives the names in order, as bytes.
func (n *nameFinder) found() []entity {
	label := make([]text.Label, len(n.taken))
	end := make([]int, len(n.taken))
	for _, e := range n.entities {
		label[e.First], end[e.First] = e.Label, e.End
	}
	var out []entity
	for i, l := range label {
		if l != text.NoLabel {
			out = append(out, entity{n.g.Tokens[i].From, n.g.Tokens[end[i]-1].To, l})
		}
	}
	return out
}

func countries() map[string]bool { return lexicon.Read("countries.tsv").Set() }

func titles() map[string]bool { return lexicon.Read("titles.tsv").Set() }
