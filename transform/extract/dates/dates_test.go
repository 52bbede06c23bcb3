package dates

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// allRules are the rules of all layers.
func allRules() rules {
	e := earlier{}
	return join(points, within(e), parts(e), ranges(e))
}

func TestEveryRuleHasThreePhrases(t *testing.T) {
	n := map[string]int{}
	for _, p := range phrases(t) {
		n[p.rule]++
	}
	seen := map[string]bool{}
	for _, r := range allRules() {
		if seen[r.Name] {
			t.Errorf("two rules are called %q", r.Name)
		}
		seen[r.Name] = true
		if n[r.Name] < 3 {
			t.Errorf("rule %q has %d phrases in testdata/rules.txt, want 3", r.Name, n[r.Name])
		}
	}
}

// TestRowsHoldTogether checks what must be true of every row, on all phrases and days of publication.
func TestRowsHoldTogether(t *testing.T) {
	precisions := schema.Vocabularies["date_precision"]
	for _, p := range phrases(t) {
		plain, _ := unbracket(p.text)
		for _, day := range []string{p.published, "2024-02-29", "2025-12-31", "2026-01-01", "none"} {
			end := 0
			for _, d := range findIn(plain, day) {
				if d.SpanStart < end {
					t.Errorf("%q: %q overlaps the row before", plain, d.Quote)
				}
				end = d.SpanEnd
				if d.DateEDTF == "" {
					if d.DateStart != nil || d.DateEnd != nil || d.DatePrecision != "" || d.DateBasis != "" {
						t.Errorf("%q: %q has no date but a part of one: %+v", plain, d.Quote, d.DateFields)
					}
					continue
				}
				start, last, _, ok := Bounds(d.DateEDTF)
				if !ok || !cmp.Equal(start, d.DateStart) || !cmp.Equal(last, d.DateEnd) {
					t.Errorf("%q: %q: %s reads as %v, %v, %v; the row has %v, %v", plain, d.Quote, d.DateEDTF, start, last, ok, d.DateStart, d.DateEnd)
				}
				if d.DateStart != nil && d.DateEnd != nil && *d.DateStart > *d.DateEnd {
					t.Errorf("%q: %q ends before it starts: %s", plain, d.Quote, d.DateEDTF)
				}
				if !precisions.Has(d.DatePrecision) {
					t.Errorf("%q: %q: precision %q", plain, d.Quote, d.DatePrecision)
				}
			}
		}
	}
}

// TestOpenersOpenEveryRule compares with the slow way: all rules at every token.
func TestOpenersOpenEveryRule(t *testing.T) {
	for _, p := range phrases(t) {
		plain, _ := unbracket(p.text)
		doc := text.Split(plain)
		model.Tag(doc)
		slow := rule.Find(doc, "dates", points, nil)
		fast := rule.FindWhere(doc, "dates", points, begins, nil)
		for i := range slow {
			if i >= len(fast) || fast[i].First != slow[i].First || fast[i].Rule != slow[i].Rule {
				t.Errorf("%q: %s begins with %q, which is no opener", plain, slow[i].Rule, doc.Word(slow[i].First))
				break
			}
		}
	}
}

func TestSameTextSameRows(t *testing.T) {
	s := "He was held from July 14 to 16, 2024, and again last week. In the third quarter of 2023, or late in May, nobody knew. That year ended well."
	first := findIn(s, "2025-08-07")
	for range 5 {
		if diff := cmp.Diff(first, findIn(s, "2025-08-07")); diff != "" {
			t.Fatalf("second run (-first +second):\n%s", diff)
		}
	}
}

func TestLongTextsStayQuick(t *testing.T) {
	for _, s := range []string{strings.Repeat("May ", 50_000), strings.Repeat("from July 14 to ", 12_000), strings.Repeat("2025-", 40_000), strings.Repeat("the first ", 20_000)} {
		findIn(s, "2025-08-07") // the test's time limit is the check
	}
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for _, p := range phrases(b) {
		plain, _ := unbracket(p.text)
		s.WriteString(plain + " The men had come by road, and nobody in the village knew them or asked where they were going with their lorries.\n")
	}
	doc := text.Split(s.String())
	model.Tag(doc)
	day := schema.DateOf(2025, 8, 7)
	b.SetBytes(int64(s.Len()))
	for b.Loop() {
		Find(doc, &schema.Record{Article: schema.Article{PublishedDate: &day}}, nil)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func FuzzFind(f *testing.F) {
	for _, p := range phrases(f) {
		plain, _ := unbracket(p.text)
		f.Add(plain)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		runes := []rune(s)
		for _, d := range findIn(s, "2025-08-07") {
			if got := string(runes[d.SpanStart:d.SpanEnd]); got != d.Quote {
				t.Fatalf("span holds %q, quote is %q", got, d.Quote)
			}
			if d.DateStart != nil && d.DateEnd != nil && *d.DateStart > *d.DateEnd {
				t.Fatalf("%q ends before it starts: %s", d.Quote, d.DateEDTF)
			}
		}
	})
}
