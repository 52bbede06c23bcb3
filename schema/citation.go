package schema

import (
	"strconv"
	"strings"
)

// Citation is one act of saying, or one source named.
type Citation struct {
	CitationID     string `csv:"citation_id" col:"key" doc:"identifier of the citation"`
	ArticleID      string `csv:"article_id" col:"ref=articles" doc:"the article"`
	Kind           string `csv:"kind" col:"vocab=citation_kind" doc:"kind of citation"`
	SourceActorID  string `csv:"source_actor_id" col:"null,ref=actors" doc:"who says it"`
	SourceText     string `csv:"source_text" col:"null" doc:"who says it, in the text's words"`
	SourceTitle    string `csv:"source_title" col:"null" doc:"the source's title in this article's words"`
	SourceStart    *int   `csv:"source_start" doc:"first character of the source's words"`
	SourceEnd      *int   `csv:"source_end" doc:"character after their last one"`
	Anonymity      string `csv:"anonymity" col:"vocab=anonymity" doc:"how the source is named"`
	Cue            string `csv:"cue" col:"null" doc:"reporting word"`
	CueClass       string `csv:"cue_class" col:"null,vocab=cue_class" doc:"what it does"`
	Content        string `csv:"content" col:"free" doc:"what is said; pieces of a split quote joined with …"`
	Verbatim       string `csv:"verbatim" col:"null,free" doc:"only the words inside quotation marks"`
	Span                  // first to last piece
	Pieces         List   `csv:"pieces" doc:"start-end of each piece"`
	ParentCitation string `csv:"parent_citation_id" col:"null,ref=citations" doc:"speech or document that this one is quoted from"`
	ViaActorID     string `csv:"via_actor_id" col:"null,ref=actors" doc:"whom it was told, as in: told DW"`
	SaidEDTF       string `csv:"said_edtf" col:"null" doc:"when it was said, EDTF"`
	DocumentTitle  string `csv:"document_title" col:"null" doc:"title of the document"`
	URL            string `csv:"url" col:"null" doc:"address"`
	ResolvedFrom   string `csv:"resolved_from" col:"vocab=resolved_from" doc:"how the source was recognised"`

	Sentence             string   `csv:"sentence" col:"null,free" doc:"the sentence that it stands in"`
	SentenceNo           int      `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	ExtractionConfidence *float64 `csv:"extraction_confidence" doc:"0 to 1: measured precision of the rules behind the row; says nothing about truth"`
	Rule                 string   `csv:"rule" doc:"name of the rule that found it"`
}

// Holds says whether a span lies in what is said, not between the pieces of a split quotation.
func (c *Citation) Holds(at Span) bool {
	for _, piece := range c.Pieces {
		a, b, _ := strings.Cut(piece, "-")
		from, err := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err == nil && err2 == nil && (Span{SpanStart: from, SpanEnd: to}).Contains(at) {
			return true
		}
	}
	return len(c.Pieces) == 0 && c.Contains(at)
}

// Citations is the table of citations.
var Citations = TableOf[Citation]("citations", Base, "by article, span_start, span_end, id", "Who said what, word for word where it is quoted.")
