package transform

import (
	"testing"

	"github.com/newsledger/newsledger/schema"
)

func TestConfidenceIsThatOfTheRule(t *testing.T) {
	for rows, share := range measured() {
		if *share < 0 || *share > 1 {
			t.Errorf("%s: %v is no share", rows, *share)
		}
	}
	r := &schema.Record{
		Figures:   []schema.Figure{{Rule: "<number> [<scale>]"}, {Rule: "half a <unit>"}},
		Citations: []schema.Citation{{Rule: "<speaker> <says> that <clause>"}, {Rule: "no rule"}},
		Events:    []schema.Event{{EventGroup: "harm"}, {EventGroup: "other"}},
	}
	confide(r)
	for i, got := range [][2]*float64{{r.Figures[0].ExtractionConfidence, r.Figures[1].ExtractionConfidence}, {r.Citations[0].ExtractionConfidence, r.Citations[1].ExtractionConfidence},
		{r.Events[0].ExtractionConfidence, r.Events[1].ExtractionConfidence}} {
		if got[0] == nil || got[1] != nil {
			t.Errorf("table %d: %v and %v, want a share for the rule that was measured and null for the other", i, got[0], got[1])
		}
	}
}
