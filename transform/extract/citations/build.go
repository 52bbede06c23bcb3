package citations

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/text"
)

// build turns the drafts into rows, in the order of the text.
func (f *finder) build() {
	for _, dr := range f.drafts {
		slices.SortFunc(dr.pieces, func(a, b span) int { return a.first - b.first })
	}
	slices.SortStableFunc(f.drafts, func(a, b *draft) int { return cmp.Or(a.at().first-b.at().first, a.at().end-b.at().end) })
	f.authors = map[string]string{}
	rows := make([]schema.Citation, len(f.drafts))
	for i, dr := range f.drafts {
		rows[i] = f.row(dr)
		rows[i].CitationID = f.rec.ID("citations", rows[i].Quote)
	}
	f.setParents(rows)
	f.rec.Citations = append(f.rec.Citations, rows...)
}

// at is where a draft stands: first to last piece.
func (dr *draft) at() span { return span{dr.pieces[0].first, dr.pieces[len(dr.pieces)-1].end} }

// row makes the row of a draft, without its id.
func (f *finder) row(dr *draft) schema.Citation {
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
	p := f.passages[dr.passage]
	f.setSource(&c, p, dr)
	f.setDocument(&c, dr)
	if dr.kind == "link" {
		c.URL = c.Quote
	}
	c.SaidEDTF = f.saidOn(p, dr)
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
func (f *finder) setSource(c *schema.Citation, p *passage, dr *draft) {
	s := dr.source
	if s.len() == 0 {
		return
	}
	words := f.passageOf(s.core.first).shortSource(s)
	at := f.d.SpanOf(words.first, words.end)
	c.SourceText, c.SourceStart, c.SourceEnd = at.Quote, schema.Ptr(at.SpanStart), schema.Ptr(at.SpanEnd)
	c.SourceActorID, c.ResolvedFrom = f.speaker(f.passageOf(s.core.first), s)
	c.Anonymity = anonymity(f.passageOf(s.core.first), s, c.SourceActorID)
	c.SourceTitle = f.title(f.passageOf(s.core.first), s, c.SourceActorID)
	for _, m := range f.actors.in(dr.hearer) {
		if m.row.Kind == "name" && m.row.ActorID != c.SourceActorID {
			c.ViaActorID = m.row.ActorID
			break
		}
	}
	if k := s.kind; dr.kind != "document" && dr.kind != "media_credit" && (c.SourceActorID != "" || k == named || k == role || k == unnamed) {
		f.lastSpeaker = lastSpeaker{c.SourceActorID, p.paragraph} // one without a name hides the speaker before him
	}
}

// shortSource is what names the source in the text: no relative clause, and of one without a name no article.
func (p *passage) shortSource(s source) span {
	short := s.span
	for i := s.core.end; i+1 < s.end; i++ {
		if w := p.lower(i + 1); p.lower(i) == "," && (w == "who" || w == "which" || w == "whose" || w == "where") {
			short.end = i
			break
		}
	}
	if s.kind != named && s.kind != pronoun {
		if cut := p.withoutArticle(short); cut.len() > 0 {
			short = cut
		}
	}
	return short
}

// passageOf returns the passage that holds token i.
func (f *finder) passageOf(i int) *passage {
	k, _ := slices.BinarySearchFunc(f.passages, i, func(p *passage, i int) int {
		switch {
		case p.end <= i:
			return -1
		case p.first > i:
			return 1
		}
		return 0
	})
	return f.passages[min(k, len(f.passages)-1)]
}

// title returns the title of the source in the text's words: what stands before the name ("NBTC Deputy Secretary-General"), else what
// the actor is called elsewhere in the article.
func (f *finder) title(p *passage, s source, id string) string {
	for _, m := range f.actors.in(s.core) {
		if m.row.Kind == "name" && m.row.ActorID == id && f.actors.isPerson(m) {
			before := p.withoutArticle(span{s.core.first, m.first})
			if before.len() > 0 && p.tag(before.end-1) != text.POS {
				return f.d.Slice(before.first, before.end)
			}
		}
	}
	if a := f.actors.byID[id]; a != nil && a.ActorType == "person" {
		return a.Title
	}
	return ""
}

// setDocument fills the columns of a document.
func (f *finder) setDocument(c *schema.Citation, dr *draft) {
	if dr.kind != "document" {
		return
	}
	if dr.title.len() > 0 {
		c.DocumentTitle = f.d.Slice(dr.title.first, dr.title.end)
	}
	if c.SourceActorID != "" {
		last := dr.pieces[0].end - 1
		for last >= dr.pieces[0].first && documentNouns[f.d.Lower(last)] == "" {
			last--
		}
		f.authors[f.d.Lower(max(last, 0))] = c.SourceActorID
	}
}

// saidOn returns the date of the saying, when one stands right behind the verb or its hearer, or opens the sentence.
func (f *finder) saidOn(p *passage, dr *draft) string {
	if dr.verb == nil || dr.kind == "document" {
		return ""
	}
	behind := span{dr.cue.end, max(f.passageOf(dr.cue.first).skipAdjuncts(dr.cue.end), dr.cue.end)}
	if dr.hearer.len() > 0 {
		behind.end = max(behind.end, f.passageOf(dr.cue.first).skipAdjuncts(dr.hearer.end))
	}
	home := f.passageOf(dr.cue.first)
	opening := span{home.first, home.first}
	if s := dr.source; s.len() > 0 && s.first > home.first && s.first-home.first <= maxOpening && home.lower(s.first-1) == "," && s.first < dr.at().first {
		opening.end = s.first
	}
	return cmp.Or(f.dateIn(behind), f.dateIn(opening))
}

// dateIn returns the first resolved date in s, "" for none.
func (f *finder) dateIn(s span) string {
	for i := sort.Search(len(f.dates), func(i int) bool { return f.dates[i].first >= s.first }); i < len(f.dates) && f.dates[i].first < s.end; i++ {
		if f.dates[i].within(s) && f.dates[i].edtf != "" {
			return f.dates[i].edtf
		}
	}
	return ""
}

// maxOpening is how many tokens an opening such as "On Monday," may have before the speaker.
const maxOpening = 6

// dated is a time expression in tokens.
type dated struct {
	span
	edtf string
}
