package citations

import (
	"sort"

	"github.com/newsledger/newsledger/transform/text"
)

// passage is a sentence as rules see it: a sentence boundary inside a quotation does not end it.
type passage struct {
	d         *text.Document
	span      // tokens
	quotes    []quotation
	inside    []int32 // for every token, 1 + the number of the quotation that holds it; 0 outside
	paragraph int
	heading   bool

	cues    []*cue
	phrases []sourcePhrase
	free    int    // first token that belongs to no citation to its left
	stops   []bool // for every token: the content of an earlier cue ends before it
}

// passages cuts the document into passages, each with the quotations that begin in it.
func passages(d *text.Document, quotes []quotation) []*passage {
	var all []*passage
	k := 0
	for s := 0; s < len(d.Sentences); {
		first := s
		p := &passage{d: d, span: span{d.Sentences[s].First, d.Sentences[s].End}, paragraph: d.Sentences[s].Paragraph, heading: d.Sentences[s].Heading}
		for s++; ; s++ {
			for k < len(quotes) && quotes[k].open < p.end {
				p.quotes = append(p.quotes, quotes[k])
				k++
			}
			if n := len(p.quotes); n == 0 || p.quotes[n-1].close < p.end && !p.speakerFollows(s) {
				break
			}
			p.end = d.Sentences[s].End
		}
		p.heading = p.heading && s == first+1
		all = append(all, p.splitAtQuotes()...)
	}
	for _, p := range all {
		p.mark()
	}
	return all
}

// speakerFollows says whether sentence s only says who spoke the question or cry that the passage ends with: “Who is there?” Lee asked.
func (p *passage) speakerFollows(s int) bool {
	q := p.quotes[len(p.quotes)-1]
	if s >= len(p.d.Sentences) || q.close != p.end-1 || p.d.Sentences[s].Paragraph != p.paragraph {
		return false
	}
	if w := p.d.Lower(q.close - 1); w != "?" && w != "!" {
		return false
	}
	next := p.d.Sentences[s]
	for i := next.First + 1; i+1 < next.End && i < next.First+2*maxParts; i++ {
		for _, v := range verbs[p.d.Lower(i)] {
			if !v.takes["quote"] || !p.d.Tag(i).IsFinite() {
				continue
			}
			w := p.d.Lower(i + 1)
			return w == "." || w == "," || p.d.Tag(i+1) == text.IN && w != "that" || isTimeWord(w)
		}
		if p.d.Tag(i).IsFinite() {
			return false
		}
	}
	return false
}

// splitAtQuotes cuts a passage where a quotation opens behind a full stop, which splitting into sentences may have missed.
func (p *passage) splitAtQuotes() []*passage {
	var all []*passage
	rest, from := *p, 0
	for n, q := range p.quotes {
		if q.open > rest.first && endsSpeech(p.d.Lower(q.open-1)) {
			part := rest
			part.end, part.quotes = q.open, p.quotes[from:n]
			all = append(all, &part)
			rest.first, from = q.open, n
		}
	}
	rest.quotes = p.quotes[from:]
	return append(all, &rest)
}

func endsSpeech(w string) bool { return w == "." || w == "!" || w == "?" }

// mark fills p.inside.
func (p *passage) mark() {
	p.inside = make([]int32, p.len())
	for k, q := range p.quotes {
		for i := q.open; i <= q.close && i < p.end; i++ {
			p.inside[i-p.first] = int32(k + 1)
		}
	}
}

// quoteAt returns the number in p.quotes of the quotation that holds token i, marks included, or -1.
func (p *passage) quoteAt(i int) int {
	if !p.holds(i) {
		return -1
	}
	return int(p.inside[i-p.first]) - 1
}

// quotesIn returns the quotations that stand wholly in s.
func (p *passage) quotesIn(s span) []quotation {
	var in []quotation
	for k := sort.Search(len(p.quotes), func(k int) bool { return p.quotes[k].open >= s.first }); k < len(p.quotes) && p.quotes[k].close < s.end; k++ {
		in = append(in, p.quotes[k])
	}
	return in
}

// lower and tag are "" and None outside of the passage: a rule never looks over its border.
func (p *passage) lower(i int) string {
	if !p.holds(i) {
		return ""
	}
	return p.d.Tokens[i].Lower
}

func (p *passage) tag(i int) text.Tag {
	if !p.holds(i) {
		return text.None
	}
	return p.d.Tokens[i].Tag
}

// trim cuts white marks off both ends of s: commas, full stops, colons, dashes; a question or exclamation mark stays.
func (p *passage) trim(s span) span {
	for s.first < s.end && isEdge(p.d, s.first) {
		s.first++
	}
	for s.end > s.first && isEdge(p.d, s.end-1) {
		s.end--
	}
	return s
}

// isEdge says whether token i is a mark that does not belong to what is said when it stands at the edge.
func isEdge(d *text.Document, i int) bool {
	switch d.Lower(i) {
	case ",", ".", ";", ":", "-", "--", "---":
		return true
	}
	return false
}
