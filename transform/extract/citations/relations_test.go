package citations

import (
	"testing"

	"github.com/newsledger/newsledger/schema"
)

func TestRelationsInsideWordsNameTheirCitation(t *testing.T) {
	span := func(from, to int) schema.Span { return schema.Span{SpanStart: from, SpanEnd: to} }
	rec := &schema.Record{
		Citations: []schema.Citation{{CitationID: "whole", Kind: "indirect", Span: span(10, 90)}, {CitationID: "inner", Kind: "direct", Span: span(40, 80)}, {CitationID: "report", Kind: "document", Span: span(40, 60)},
			{CitationID: "split", Kind: "direct", Span: span(100, 190), Pieces: schema.List{"100-120", "160-190"}}},
		Relations: []schema.Relation{{Span: span(0, 8), Assertion: "stated"}, {Span: span(12, 30), Assertion: "stated"}, {Span: span(45, 55), Assertion: "alleged"},
			{Span: span(12, 30), Assertion: "stated", Relation: "position", Rule: "<title> <name>"}, {Span: span(41, 50), Assertion: "stated", Relation: "position", Rule: "<title> <name>"},
			{Span: span(130, 150), Assertion: "stated"}},
	}
	tieRelations(rec)
	for i, want := range []string{"", "whole", "inner", "whole", "inner", ""} {
		if got := rec.Relations[i].CitationID; got != want {
			t.Errorf("relation %d: citation %q, want %q", i, got, want)
		}
		if got, want := rec.Relations[i].Assertion, []string{"stated", "attributed", "alleged", "stated", "attributed", "stated"}[i]; got != want {
			t.Errorf("relation %d: assertion %q, want %q", i, got, want)
		}
	}
}
