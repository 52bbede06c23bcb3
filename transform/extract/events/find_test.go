package events

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// read makes a record of a text, with an actor for every name, as the stations before this one would.
func read(s string) *schema.Record {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	types := map[text.Label]string{text.Person: "person", text.Organization: "organization", text.PlaceName: "country"}
	for _, n := range doc.Names {
		if t := types[n.Label]; t != "" {
			addActor(rec, doc.SpanOf(n.First, n.End), t)
		}
	}
	Find(doc, rec, nil)
	return rec
}

func addActor(rec *schema.Record, span schema.Span, kind string) {
	id := schema.ID("act", span.Quote)
	if len(rec.ActorMentions) == 0 || rec.ActorMentions[len(rec.ActorMentions)-1].ActorID != id {
		rec.Actors = append(rec.Actors, schema.Actor{ActorID: id, Name: span.Quote, ActorType: kind})
	}
	rec.ActorMentions = append(rec.ActorMentions, schema.ActorMention{MentionID: rec.ID("actor_mentions", span.Quote), ActorID: id, Kind: "name", Span: span})
}

// outline writes the events of a text in one line: type, status and, when it is not stated, assertion of each.
func outline(rec *schema.Record) string {
	var all []string
	for _, e := range rec.Events {
		w := e.EventType + " " + e.Status
		if e.Assertion != stated {
			w += " " + e.Assertion
		}
		all = append(all, w)
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

// TestRules reads testdata/rules.txt: a line is what the indented phrases below it must yield.
func TestRules(t *testing.T) {
	file, err := os.Open("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, n := "", 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		n++
		line := lines.Text()
		phrase, indented := strings.CutPrefix(line, "\t")
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case !indented:
			want = line
		default:
			if diff := cmp.Diff(want, outline(read(phrase))); diff != "" {
				t.Errorf("testdata/rules.txt:%d: %q (-want +got):\n%s", n, phrase, diff)
			}
		}
	}
}

func ExampleFind() {
	rec := read("Police in Oslo arrested three men on Monday. They plan to search a warehouse.")
	for _, e := range rec.Events {
		fmt.Printf("%s, %s: %s\n", e.EventType, e.Status, e.Summary)
	}
	// Output:
	// arrest, occurred: Police: arrest of three men
	// raid, planned: Police: raid on warehouse (planned)
}

const benchmarkText = `Officers of the Border Guard raided eleven houses in the harbour district on Tuesday and arrested forty men. The raids followed a warning from the mayor, who had accused the traders of smuggling.
Parliament passed a law against forced labour last week. The minister said the government would deport foreign workers who lost their licence. Thousands protested in the capital; two people were killed when a bus crashed into the crowd.
`

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(benchmarkText, 20)
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
		Find(doc, rec, nil)
	}
}

func TestFindGivesTheSameRowsEachTime(t *testing.T) {
	first := read(strings.Repeat(benchmarkText, 5))
	for range 3 {
		again := read(strings.Repeat(benchmarkText, 5))
		if diff := cmp.Diff(first.Events, again.Events); diff != "" {
			t.Fatalf("events (-first +again):\n%s", diff)
		}
		if diff := cmp.Diff(first.EventActors, again.EventActors); diff != "" {
			t.Fatalf("event actors (-first +again):\n%s", diff)
		}
	}
}

// BenchmarkLineWithoutEnd reads a sentence that goes on and on: bytes a second must not fall as it grows.
func BenchmarkLineWithoutEnd(b *testing.B) {
	for _, n := range []int{2_000, 16_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := strings.Repeat("police arrested men and seized phones and ", n)
			doc := text.Split(s)
			model.Tag(doc)
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Find(doc, &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}, nil)
			}
		})
	}
}

func TestAVictimWhoNobodyIsStaysOut(t *testing.T) {
	rec := read("Yesterday was quiet.\n\"The guards beat me in the hut and shot us.\"\n")
	for _, a := range rec.EventActors {
		if a.Role == "target" {
			t.Errorf("%q is nobody that the text names", a.ActorText)
		}
	}
	if len(rec.Events) == 0 {
		t.Error("no event")
	}
}
