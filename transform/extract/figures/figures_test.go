package figures

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// raid is an article of our own: a breakdown by nationality, parts of parts, amounts restated, a rate, shares.
const raid = `Harbour police held more than 1,200 people in raids on call centres this week.
The detainees include over 220 Vietnamese, 310 Indonesians (including 52 women), and 96 Cambodians, the ministry said.
Officers seized hundreds of phones and 24 million baht ($720,000) in cash.
Of 61 survivors interviewed by the charity, nine were minors.
The trade brings in about $40 billion a year, more than a third of the region's GDP.
Six of the survivors were sent home. The owner, 44, was fined 2 million baht.`

func TestPartsNameTheirWholeAndInheritFromIt(t *testing.T) {
	rows := find(raid, nil)
	id := map[string]string{}
	for i := range rows {
		id[rows[i].FigureID] = rows[i].Quote
	}
	got := map[string]string{}
	for _, f := range rows {
		if f.PartOfFigureID != "" {
			got[f.Quote] = strings.TrimSpace(fmt.Sprintf("of %s: %s %s %s %s", id[f.PartOfFigureID], f.Measure, f.GroupCountry, f.GroupSex, f.GroupAge))
		}
	}
	want := map[string]string{
		"220": "of 1,200: arrested VNM", "310": "of 1,200: arrested IDN", "52": "of 310: arrested IDN female", "96": "of 1,200: arrested KHM",
		"nine": "of 61: participants   minor", "Six": "of 61: repatriated",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
}

func TestTheSameAmountInAnotherCurrencyIsTied(t *testing.T) {
	rows := find(raid, nil)
	for i, f := range rows {
		if f.Quote != "$720,000" {
			continue
		}
		if f.SameAsFigureID != rows[i-1].FigureID || f.Measure != rows[i-1].Measure || f.Measure != "seized_value" {
			t.Errorf("%q: same as %q, measure %q; want the baht before it, seized_value", f.Quote, f.SameAsFigureID, f.Measure)
		}
		return
	}
	t.Error("no figure $720,000")
}

func TestClaimantIsTheSourceOfTheSmallestCitation(t *testing.T) {
	const s = `The minister said the charity had counted 40 camps. Ten were closed. The report found 53 centres. Guards watched 12 of them. Police said 7 men fled.`
	d := text.Split(s)
	model.Tag(d)
	cite := func(content, source, cue, class string) schema.Citation {
		from := strings.Index(s, content)
		at := strings.Index(s, source)
		return schema.Citation{CitationID: "cit_" + source, Kind: "indirect", Anonymity: "named", SourceText: source, SourceStart: &at, Cue: cue, CueClass: class, Span: d.Span(from, from+len(content)), SentenceNo: d.Tokens[d.TokenAt(from)].Sentence + 1}
	}
	rec := &schema.Record{Citations: []schema.Citation{
		cite("the charity had counted 40 camps", "The minister", "said", "say"), cite("40 camps", "the charity", "said", "say"),
		cite("53 centres", "The report", "found", "report"), cite("7 men fled", "Police", "said", "say"),
	}}
	Find(d, rec, nil)
	got := map[string]string{}
	for _, f := range rec.Figures {
		got[f.Quote] = f.ClaimantText + " " + f.ClaimantBasis
	}
	want := map[string]string{"40": "the charity clause", "Ten": " ", "53": "The report clause", "12": "The report carried", "7": "Police clause"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("claimants (-want +got):\n%s", diff)
	}
}

func TestNumbersInsideTimeExpressionsAreNone(t *testing.T) {
	const s = "Raids ran from July 14 to 16 in 20 towns."
	d := text.Split(s)
	model.Tag(d)
	from := strings.Index(s, "July")
	rec := &schema.Record{Dates: []schema.DateMention{{Span: d.Span(from, from+len("July 14 to 16")), DateFields: schema.DateFields{DateEDTF: "2025-07-14/2025-07-16"}}}}
	Find(d, rec, nil)
	if len(rec.Figures) != 1 || rec.Figures[0].Quote != "20" || rec.Figures[0].TimeEDTF != "2025-07-14/2025-07-16" || rec.Figures[0].TimeText != "July 14 to 16" {
		t.Errorf("found %+v, want 20 towns with the time of its clause", rec.Figures)
	}
}

func TestTwoRunsGiveTheSameRows(t *testing.T) {
	if diff := cmp.Diff(find(raid, nil), find(raid, nil)); diff != "" {
		t.Errorf("second run differs:\n%s", diff)
	}
}

// TestEveryRowHolds checks what schema demands of every row on the phrases and on odd texts.
func TestEveryRowHolds(t *testing.T) {
	texts := []string{raid, "", "1", "$", "½", "more than", "1 to", "between 5 and", "10 000 000 000", "-5", "$1,00", "3–", "a a a", strings.Repeat("7 ", 3000), strings.Repeat("(", 500) + "5", strings.Repeat("one of the two of the three of ", 220)}
	for _, p := range readPhrases(t) {
		texts = append(texts, p.text)
	}
	for _, s := range texts {
		for _, f := range find(s, nil) {
			checkRow(t, s, &f)
		}
	}
}

func checkRow(t *testing.T, s string, f *schema.Figure) {
	t.Helper()
	if got := string([]rune(s)[f.SpanStart:f.SpanEnd]); got != f.Quote {
		t.Errorf("%.60q: quote %q, the text has %q", s, f.Quote, got)
	}
	for column, word := range map[string]string{"bound": f.Bound, "unit_kind": f.UnitKind, "count_class": f.CountClass, "measure": f.Measure, "currency_basis": f.Currency, "change": f.Change, "sex": f.GroupSex, "age_group": f.GroupAge} {
		if word != "" && !schema.Vocabularies[column].Has(word) {
			t.Errorf("%.60q: %s has no word %q", s, column, word)
		}
	}
	if f.MeasureGroup != schema.MeasureGroup(f.Measure) || f.Measure != "" && f.MeasureGroup == "" {
		t.Errorf("%.60q: measure %q in group %q", s, f.Measure, f.MeasureGroup)
	}
	l, b, h := f.ValueLow != nil, f.ValueBest != nil, f.ValueHigh != nil
	ok := map[string]bool{"eq": l && b && h, "approx": !l && b && !h, "gt": l && !b && !h, "ge": l && !b && !h, "lt": !l && !b && h, "le": !l && !b && h, "range": l && !b && h && f.Value == nil, "vague": l && !b && !h && f.Value == nil}[f.Bound]
	if !ok {
		t.Errorf("%.60q: %q is %s with low %v, best %v, high %v", s, f.Quote, f.Bound, l, b, h)
	}
}

// TestVerbsAndNounsNameMeasures keeps the lists and the vocabulary together.
func TestVerbsAndNounsNameMeasures(t *testing.T) {
	has := func(list, word, measure string) {
		if measure != "" && !schema.Vocabularies["measure"].Has(measure) {
			t.Errorf("%s: %q: no measure %q", list, word, measure)
		}
	}
	for verb, m := range measureVerbs {
		for _, x := range []string{m.persons, m.subject, m.money, m.sites} {
			has("measure_verbs.tsv", verb, x)
		}
	}
	for noun, m := range measureNouns {
		has("measure_nouns.tsv", noun, m.measure)
	}
	for noun, class := range classes {
		if !schema.Vocabularies["count_class"].Has(class) {
			t.Errorf("count_classes.tsv: %q: no class %q", noun, class)
		}
	}
}

// TestOneLongLineStaysLinear reads lines of 256 kB in one sentence: a pattern that goes back over the sentence at every number would take minutes.
func TestOneLongLineStaysLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long lines")
	}
	for _, s := range []string{"7 men, ", "more than 5 of the 3 men, ", "1,200 killed and "} {
		if n := len(find(strings.Repeat(s, 1<<18/len(s)), nil)); n == 0 {
			t.Errorf("no figure in a line of %q", s)
		}
	}
}

func ExampleFind() {
	doc := text.Split("Police arrested more than 1,200 suspects, including 52 women, and seized €2.5 million.")
	model.Tag(doc)
	rec := &schema.Record{}
	Find(doc, rec, nil)
	for _, f := range rec.Figures {
		fmt.Printf("%s: %s %s, %s\n", f.Quote, f.Bound, f.Unit, f.Measure)
	}
	// Output:
	// 1,200: gt suspect, arrested
	// 52: eq woman, arrested
	// €2.5 million: eq EUR, seized_value
}

func BenchmarkFind(b *testing.B) {
	doc := text.Split(strings.Repeat(raid+"\n\n", 20))
	model.Tag(doc)
	n := 0
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		rec := &schema.Record{}
		Find(doc, rec, nil)
		n += len(rec.Figures)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "figures/s")
}
