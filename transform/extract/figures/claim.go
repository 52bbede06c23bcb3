package figures

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// claim fills who says so: the source of the smallest citation whose content holds the figure.
func (r *reader) claim(f *figure, row *schema.Figure) {
	c := r.enclosing(row.Span, "")
	if c == nil {
		return
	}
	row.CitationID = c.CitationID
	if c.CueClass == "order" { // an order claims nothing; who reports it does
		if c = r.enclosing(row.Span, "order"); c == nil {
			return
		}
	}
	basis := "clause"
	if c.SourceStart != nil && r.sentenceAt(*c.SourceStart) != row.SentenceNo {
		basis = "carried"
	}
	setClaimant(row, c, basis)
}

func setClaimant(row *schema.Figure, c *schema.Citation, basis string) {
	if c.SourceActorID == "" && c.SourceText == "" {
		return
	}
	row.ClaimantActorID, row.ClaimantText, row.ClaimantBasis = c.SourceActorID, c.SourceText, basis
}

// sentenceAt is the number, from 1, of the sentence that holds a code point.
func (r *reader) sentenceAt(point int) int {
	first, _ := r.doc.TokensOf(schema.Span{SpanStart: point, SpanEnd: point + 1})
	if first >= len(r.doc.Tokens) {
		return 0
	}
	return r.doc.Tokens[first].Sentence + 1
}

// enclosing is the citation with the smallest piece around the span, nil for none; citations of cue class but are passed over.
func (r *reader) enclosing(at schema.Span, but string) *schema.Citation {
	var best *schema.Citation
	size := 0
	for i := range r.rec.Citations {
		c := &r.rec.Citations[i]
		if c.Kind != "direct" && c.Kind != "mixed" && c.Kind != "indirect" || c.SpanStart > at.SpanStart || c.SpanEnd < at.SpanEnd || c.CueClass == but && but != "" {
			continue
		}
		for _, p := range pieces(c) {
			if n := p.SpanEnd - p.SpanStart; p.Contains(at) && (best == nil || n < size) {
				best, size = c, n
			}
		}
	}
	return best
}

// pieces are the spans of a citation's content; the whole where it lists none.
func pieces(c *schema.Citation) []schema.Span {
	if len(c.Pieces) == 0 {
		return []schema.Span{c.Span}
	}
	spans := make([]schema.Span, 0, len(c.Pieces))
	for _, p := range c.Pieces {
		a, b, _ := strings.Cut(p, "-")
		from, err1 := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err1 == nil && err2 == nil {
			spans = append(spans, schema.Span{SpanStart: from, SpanEnd: to})
		}
	}
	return spans
}

// carryClaims gives figures outside every citation the source of a report whose findings their paragraph tells, until the next cue.
func (r *reader) carryClaims(base int) {
	finding := r.findings()
	for i := base; i < len(r.rec.Figures); i++ {
		row := &r.rec.Figures[i]
		if row.CitationID != "" || row.ClaimantText != "" || row.ClaimantActorID != "" || row.Measure == "deadline" || row.UnitKind == "age" {
			continue
		}
		if c := finding[row.SentenceNo-1]; c != nil {
			setClaimant(row, c, "carried")
		}
	}
}

// findings maps each sentence without a citation of its own to the report whose findings its paragraph tells by then, nil for none. Another named
// source ends them; unnamed witnesses do not.
func (r *reader) findings() []*schema.Citation {
	d := r.doc
	out := make([]*schema.Citation, len(d.Sentences))
	last := make([]*schema.Citation, len(d.Sentences)) // last citation that begins in the sentence
	for i := range r.rec.Citations {
		if c := &r.rec.Citations[i]; c.Kind != "media_credit" && c.Kind != "link" && c.SentenceNo > 0 && c.SentenceNo <= len(last) {
			last[c.SentenceNo-1] = c
		}
	}
	var current *schema.Citation
	for s := range d.Sentences {
		if s == 0 || d.Sentences[s].Paragraph != d.Sentences[s-1].Paragraph {
			current = nil
		}
		switch c := last[s]; {
		case c == nil:
			out[s] = current
		case !isNamed(c): // a witness within the findings
		case tellsFindings(c):
			current = c
		default:
			current = nil
		}
	}
	return out
}

// isNamed says whether the source of a citation is a document, an actor, or called by name.
func isNamed(c *schema.Citation) bool {
	return c.Kind == "document" || c.SourceActorID != "" || c.Anonymity == "named"
}

// tellsFindings says whether a citation opens the findings of a report.
func tellsFindings(c *schema.Citation) bool {
	return c.Kind == "document" || c.CueClass == "report" || findCues[c.Cue]
}

var findCues = wordSet("found identified uncovered documented revealed recorded counted finds identifies documents reveals investigated")
