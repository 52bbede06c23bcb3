package citations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// build turns the drafts into rows, in the order of the text.
func (f *finder) build() {
	rows := make([]schema.Citation, 0, len(f.drafts))
	for _, dr := range f.drafts {
		rows = append(rows, f.row(dr))
	}
	slices.SortStableFunc(rows, func(a, b schema.Citation) int {
		if a.SpanStart != b.SpanStart {
			return a.SpanStart - b.SpanStart
		}
		return a.SpanEnd - b.SpanEnd
	})
	for i := range rows {
		rows[i].CitationID = f.rec.ID("citations", rows[i].Quote)
	}
	f.rec.Citations = append(f.rec.Citations, rows...)
}

// row makes the row of a draft, without its id.
func (f *finder) row(dr *draft) schema.Citation {
	slices.SortFunc(dr.pieces, func(a, b span) int { return a.first - b.first })
	first, last := dr.pieces[0], dr.pieces[len(dr.pieces)-1]
	c := schema.Citation{ArticleID: f.rec.Article.ArticleID, Kind: dr.kind, CueClass: dr.class, Rule: dr.rule,
		Span: f.d.SpanOf(first.first, last.end), Anonymity: "anonymous", ResolvedFrom: "none"}
	var texts []string
	for _, s := range dr.pieces {
		at := f.d.SpanOf(s.first, s.end)
		texts = append(texts, at.Quote)
		c.Pieces = append(c.Pieces, strconv.Itoa(at.SpanStart)+"-"+strconv.Itoa(at.SpanEnd))
	}
	c.Content = strings.Join(texts, " … ")
	c.Verbatim = f.verbatim(dr)
	if dr.cue.len() > 0 {
		c.Cue = f.d.Slice(dr.cue.first, dr.cue.end)
	}
	sentence := f.d.Tokens[first.first].Sentence
	c.Sentence, c.SentenceNo = f.d.SentenceText(sentence), sentence+1
	f.setSource(&c, dr)
	return c
}

// verbatim joins the words inside quotation marks.
func (f *finder) verbatim(dr *draft) string {
	if dr.kind == "direct" {
		var texts []string
		for _, s := range dr.pieces {
			texts = append(texts, f.d.Slice(s.first, s.end))
		}
		return strings.Join(texts, " … ")
	}
	if dr.kind != "mixed" {
		return ""
	}
	var texts []string
	p := f.passages[dr.passage]
	for _, s := range dr.pieces {
		for _, q := range p.quotesIn(s) {
			for _, part := range q.parts {
				texts = append(texts, f.d.Slice(part.first, part.end))
			}
		}
	}
	return strings.Join(texts, " … ")
}

// setSource fills the columns of the source.
func (f *finder) setSource(c *schema.Citation, dr *draft) {
	s := dr.source
	if s.len() == 0 {
		return
	}
	at := f.d.SpanOf(s.first, s.end)
	c.SourceText, c.SourceStart, c.SourceEnd = at.Quote, schema.Ptr(at.SpanStart), schema.Ptr(at.SpanEnd)
}
