package citations

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

const article = `OSLO – The harbour will stay closed until May, the port authority said on Monday.

“We found cracks in two piers,” said Ingrid Dahl, the authority’s chief engineer. “Nobody was hurt.”

She told Reuters that the repairs would cost “at least” 40 million kroner. According to the fishermen’s union, 300 boats are idle.

Mayor Lars Vik accused the ministry of neglect, adding that a report by the Coast Institute had warned of the cracks in 2019.

Sources: Reuters, Harbour Post`

func ExampleFind() {
	doc := text.Split(article)
	model.Tag(doc)
	model.Names(doc)
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_example", Text: article}}
	Find(doc, rec, nil)
	for _, c := range rec.Citations {
		fmt.Printf("%s, %s: %s\n", c.Kind, c.SourceText, c.Content)
	}
	// Output:
	// indirect, port authority: The harbour will stay closed until May
	// direct, Ingrid Dahl, the authority’s chief engineer: We found cracks in two piers … Nobody was hurt
	// media_credit, Reuters: Reuters
	// mixed, She: the repairs would cost “at least” 40 million kroner
	// indirect, fishermen’s union: 300 boats are idle
	// indirect, Mayor Lars Vik: the ministry of neglect
	// document, Coast Institute: a report by the Coast Institute
	// indirect, Mayor Lars Vik: a report by the Coast Institute had warned of the cracks in 2019
	// indirect, report by the Coast Institute: the cracks in 2019
	// media_credit, Reuters: Reuters
	// media_credit, Harbour Post: Harbour Post
}

// withActors runs Find on a text whose actors are given as type and names.
func withActors(t *testing.T, s string, actors ...[]string) *schema.Record {
	t.Helper()
	d := text.Split(s)
	model.Tag(d)
	model.Names(d)
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	for _, a := range actors {
		id := "men_" + strings.ReplaceAll(a[1], " ", "_")
		rec.Actors = append(rec.Actors, schema.Actor{ActorID: id, Name: a[1], ActorType: a[0]})
		for _, name := range a[1:] {
			for at := 0; ; {
				k := strings.Index(s[at:], name)
				if k < 0 {
					break
				}
				rec.ActorMentions = append(rec.ActorMentions, schema.ActorMention{ActorID: id, Span: d.Span(at+k, at+k+len(name)), Kind: "name"})
				at += k + len(name)
			}
		}
	}
	Find(d, rec, nil)
	return rec
}

func TestSourcesResolveToActors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		actors     [][]string
		want       []string // actor, resolved_from, anonymity, source_title of each citation by speech
	}{
		{"name before the verb", "Ana Ruiz said that it rained.", [][]string{{"person", "Ana Ruiz"}}, []string{"men_Ana_Ruiz name named "}},
		{"title before the name", "Justice Minister Ana Ruiz said that it rained.", [][]string{{"person", "Ana Ruiz"}}, []string{"men_Ana_Ruiz name named Justice Minister"}},
		{"name in apposition", "The bank’s spokesman, Ole Berg, said that it rained.", [][]string{{"person", "Ole Berg"}}, []string{"men_Ole_Berg name named "}},
		{"pronoun behind its speaker", "Ana Ruiz said that it rained. She added that it was cold.", [][]string{{"person", "Ana Ruiz"}}, []string{"men_Ana_Ruiz name named ", "men_Ana_Ruiz pronoun named "}},
		{"author of a report", "Amnesty’s report found that rents rose.", [][]string{{"ngo", "Amnesty"}}, []string{"men_Amnesty name named "}},
		{"role without a name", "A police spokesman said that it rained.", nil, []string{" none role_only "}},
		{"group", "Analysts say that it rained.", nil, []string{" none collective "}},
		{"unnamed", "A source said that it rained.", nil, []string{" none anonymous "}},
		{"pronoun with two people before", "Ana Ruiz met Ole Berg. He said that it rained.", [][]string{{"person", "Ana Ruiz"}, {"person", "Ole Berg"}}, []string{" none anonymous "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range withActors(t, c.text, c.actors...).Citations {
				if r.Kind != "document" {
					got = append(got, strings.Join([]string{r.SourceActorID, r.ResolvedFrom, r.Anonymity, r.SourceTitle}, " "))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("sources (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHearerAndDateAndDocument(t *testing.T) {
	s := "On Monday, Ana Ruiz told Reuters that it rained. A report by Amnesty said that rents rose."
	d := text.Split(s)
	model.Tag(d)
	model.Names(d)
	rec := withActors(t, s, []string{"person", "Ana Ruiz"}, []string{"media", "Reuters"}, []string{"ngo", "Amnesty"})
	rec.Citations = nil
	rec.Dates = []schema.DateMention{{Span: d.Span(3, 9), DateFields: schema.DateFields{DateEDTF: "2025-07-14"}}}
	Find(d, rec, nil)
	byKind := map[string]schema.Citation{}
	for _, c := range rec.Citations {
		byKind[c.Kind+" "+c.SourceText] = c
	}
	told := byKind["indirect Ana Ruiz"]
	if told.ViaActorID != "men_Reuters" || told.SaidEDTF != "2025-07-14" {
		t.Errorf("told: via %q, said %q", told.ViaActorID, told.SaidEDTF)
	}
	report, says := byKind["document Amnesty"], byKind["indirect report by Amnesty"]
	if report.CitationID == "" || says.ParentCitation != report.CitationID || says.SourceActorID != "men_Amnesty" {
		t.Errorf("document %+v\nits words %+v", report, says)
	}
}

func TestQuotationsSurviveOddMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a mark without partner costs only itself", "He said “one. She said “two,” and left.\n“Three,” he said.", []string{"two,", "Three,"}},
		{"straight odd mark", "A 6\" pipe broke.\n\"It is late,\" he said.", []string{"It is late,"}},
		{"opened curly, closed straight", "“It is late,\" he said.", []string{"It is late,"}},
		{"apostrophes are no marks", "It's the dogs' bowl, O'Hara said. 'Not mine,' she said.", []string{"Not mine,"}},
		{"nested", "“He told me ‘no’ twice,” she said.", []string{"He told me ‘no’ twice,"}},
		{"double in double", "“He said “no” twice,” she said.", []string{"He said “no” twice,"}},
		{"several paragraphs", "“It began at night.\n“Then it rained.\n“We left,” he said.", []string{"It began at night. | Then it rained. | We left,"}},
		{"paragraph left open for good", "“It began at night.\nThen it rained, he said.", nil},
		{"guillemets and German marks", "«Non», he said. „Nein“, she said.", []string{"Non", "Nein"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := text.Split(c.text)
			var got []string
			for _, q := range quotations(d) {
				var parts []string
				for _, s := range q.parts {
					parts = append(parts, d.Slice(s.first, s.end))
				}
				got = append(got, strings.Join(parts, " | "))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("quotations (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSpansQuoteTheText(t *testing.T) {
	_, rec := find("Ünal: “Größe,” sagte er. " + article)
	runes := []rune("Ünal: “Größe,” sagte er. " + article)
	for _, c := range rec.Citations {
		if got := string(runes[c.SpanStart:c.SpanEnd]); got != c.Quote {
			t.Errorf("slice %q, quote %q", got, c.Quote)
		}
		if c.SourceStart != nil && string(runes[*c.SourceStart:*c.SourceEnd]) != c.SourceText {
			t.Errorf("source %q", c.SourceText)
		}
		for _, piece := range c.Pieces {
			var from, to int
			if _, err := fmt.Sscanf(piece, "%d-%d", &from, &to); err != nil || from < c.SpanStart || to > c.SpanEnd || !strings.Contains(c.Content, string(runes[from:to])) {
				t.Errorf("piece %s of %q", piece, c.Content)
			}
		}
	}
}

func TestSameTextGivesSameRows(t *testing.T) {
	_, a := find(article)
	_, b := find(article)
	if diff := cmp.Diff(a.Citations, b.Citations); diff != "" {
		t.Errorf("second run differs:\n%s", diff)
	}
}

func TestTraceKeepsWhatLost(t *testing.T) {
	d := text.Split("The move underlined the danger.")
	model.Tag(d)
	tr := &rule.Trace{}
	Find(d, &schema.Record{}, tr)
	if len(tr.Steps) != 1 || tr.Steps[0].Won || tr.Steps[0].Reason == "" {
		t.Errorf("steps %+v, want one that lost with its reason", tr.Steps)
	}
}

// BenchmarkHostile repeats what opens a quotation or names a speaker, without a full stop: a quadratic rule would be a tenth as fast on the
// longer text.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{`" `, "“ ", "'a ", "said ", "he said that ", ", said he, ", "according to ", "a, b, said ", "“no,” he said, ", "( ", "the report by ", "and said "} {
		for _, size := range []int{20_000, 200_000} {
			b.Run(fmt.Sprintf("%s/%d", strings.TrimSpace(unit), size), func(b *testing.B) {
				d := text.Split(strings.Repeat(unit, size/len(unit)))
				model.Tag(d)
				b.SetBytes(int64(len(d.Text)))
				for b.Loop() {
					Find(d, &schema.Record{}, nil)
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	d := text.Split(strings.Repeat(article+"\n\n", 10))
	model.Tag(d)
	model.Names(d)
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Find(d, &schema.Record{}, nil)
	}
}
