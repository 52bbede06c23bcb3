package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/exporters/datapackage"
	"github.com/newsledger/newsledger/exporters/parquetfile"
	"github.com/newsledger/newsledger/schema"
)

// dataset is a small one by hand: one article, its actor, event and two figures of one group.
type dataset struct {
	articles []schema.Article
	actors   []schema.Actor
	names    []schema.ActorName
	mentions []schema.ActorMention
	events   []schema.Event
	reports  []schema.EventMention
	parts    []schema.EventActor
	figures  []schema.Figure
	groups   []schema.FigureGroup
	flat     []schema.FigureFlat
}

const articleText = "Police in Żary arrested 12 men. “At least 12,” Nowak said."

func hashText(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func span(t *testing.T, quote string) schema.Span {
	i := strings.Index(articleText, quote)
	if i < 0 {
		t.Fatalf("%q is not in the text", quote)
	}
	from := len([]rune(articleText[:i]))
	return schema.Span{SpanStart: from, SpanEnd: from + len([]rune(quote)), Quote: quote}
}

func valid(t *testing.T) *dataset {
	twelve := schema.Ptr(12.0)
	sentence := span(t, "Police in Żary arrested 12 men.")
	trigger := span(t, "arrested")
	figure := func(id string, s schema.Span) schema.Figure {
		return schema.Figure{FigureID: id, ArticleID: "art_1", Span: s, SentenceNo: 1, Value: twelve, ValueLow: twelve, ValueBest: twelve, ValueHigh: twelve, Bound: "eq", UnitKind: "count", Unit: "man",
			CountClass: "person", Measure: "arrested", MeasureGroup: "custody", EventID: "evt_1", FigureGroup: "fgr_1", Rule: "r"}
	}
	atLeast := figure("fig_2", span(t, "At least 12"))
	atLeast.Bound, atLeast.ValueBest, atLeast.ValueHigh = "ge", nil, nil
	d := &dataset{
		articles: []schema.Article{{ArticleID: "art_1", Source: "a.txt", Status: "extracted", Text: articleText, TextSHA256: hashText(articleText), NChars: len([]rune(articleText))}},
		actors:   []schema.Actor{{ActorID: "act_1", Name: "Nowak", ActorType: "person", FtmSchema: "Person", AnchorMentionID: "men_1", NArticles: 1, NMentions: 1}},
		names:    []schema.ActorName{{ActorID: "act_1", Name: "Nowak", NameType: "primary", NMentions: 1}},
		mentions: []schema.ActorMention{{MentionID: "men_1", ActorID: "act_1", ArticleID: "art_1", Span: span(t, "Nowak"), Kind: "name", SentenceNo: 2, Rule: "r"}},
		events: []schema.Event{{EventID: "evt_1", EventGroup: "enforce", EventType: "arrest", Summary: "arrest", Granularity: "incident", Status: "occurred", Assertion: "stated", Countable: true,
			NArticles: 1, NOriginals: 1, AnchorMentionID: "men_2"}},
		reports: []schema.EventMention{{MentionID: "men_2", EventID: "evt_1", ArticleID: "art_1", EvidenceSpan: schema.EvidenceSpan(sentence), SentenceNo: 1, TriggerStart: trigger.SpanStart, TriggerEnd: trigger.SpanEnd,
			Trigger: "arrested", Status: "occurred", Assertion: "stated", Rule: "r"}},
		parts:   []schema.EventActor{{EventID: "evt_1", MentionID: "men_2", ActorText: "Police", Role: "agent"}},
		figures: []schema.Figure{figure("fig_1", span(t, "12")), atLeast},
		groups: []schema.FigureGroup{{FigureGroup: "fgr_1", AnchorFigureID: "fig_1", What: "arrested", Measure: "arrested", MeasureGroup: "custody", CountClass: "person", Unit: "man", EventID: "evt_1",
			Lowest: twelve, Highest: twelve, Agreement: "same_number", NFigures: 2, NArticles: 1, FigureIDs: schema.List{"fig_1", "fig_2"}}},
	}
	for _, f := range d.figures {
		d.flat = append(d.flat, schema.FigureFlat{FigureID: f.FigureID, ValueText: "12", Bound: f.Bound, UnitKind: f.UnitKind, ArticleFields: schema.ArticleFields{ArticleID: f.ArticleID, ArticleSource: "a.txt"}, Rule: f.Rule})
	}
	return d
}

func (d *dataset) batches() []schema.Batch {
	return []schema.Batch{schema.BatchOf(schema.Articles, d.articles), schema.BatchOf(schema.Actors, d.actors), schema.BatchOf(schema.ActorNames, d.names), schema.BatchOf(schema.ActorMentions, d.mentions),
		schema.BatchOf(schema.Events, d.events), schema.BatchOf(schema.EventMentions, d.reports), schema.BatchOf(schema.EventActors, d.parts), schema.BatchOf(schema.Figures, d.figures),
		schema.BatchOf(schema.FigureGroups, d.groups), schema.BatchOf(schema.FiguresFlat, d.flat), schema.BatchOf(schema.EventTypes, schema.EventTypeRows)}
}

type writer interface {
	Write(schema.Batch) error
	Close() error
}

func (d *dataset) write(t *testing.T, format string) string {
	t.Helper()
	dir := t.TempDir()
	var w writer
	var err error
	if format == "parquet" {
		w, err = parquetfile.Create(dir, parquetfile.Options{})
	} else {
		w, err = csvfile.Create(dir, csvfile.Options{Excel: format == "excel"})
	}
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, b := range d.batches() {
		counts[b.Table.Name] = b.Len()
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := datapackage.Write(dir, counts, datapackage.Options{CSVExcel: format == "excel"}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func check(t *testing.T, dir string) []string {
	t.Helper()
	problems, err := Dataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return lines
}

func TestGoodDatasetHasNoProblem(t *testing.T) {
	for _, format := range []string{"csv", "excel", "parquet"} {
		t.Run(format, func(t *testing.T) {
			for _, p := range check(t, valid(t).write(t, format)) {
				t.Error(p)
			}
		})
	}
}

// TestBrokenRowsAreNamed breaks one promise at a time; each test names the one problem that must be found, by file, row and column.
func TestBrokenRowsAreNamed(t *testing.T) {
	tests := []struct {
		want  string
		spoil func(d *dataset)
	}{
		{`articles:1: n_chars: 7, and the text has 58`, func(d *dataset) { d.articles[0].NChars = 7 }},
		{`articles:1: text_sha256: not the hash`, func(d *dataset) { d.articles[0].TextSHA256 = "00" }},
		{`articles:1: status: "read" is no word of vocabulary`, func(d *dataset) { d.articles[0].Status = "read" }},
		{`actors:1: name: empty`, func(d *dataset) { d.actors[0].Name = "" }},
		{`actors:1: n_mentions: 2, and 1 mentions are listed`, func(d *dataset) { d.actors[0].NMentions = 2 }},
		{`actors:1: aliases: list item "a | b"`, func(d *dataset) { d.actors[0].Aliases = schema.List{"a | b"} }},
		{`actor_mentions:1: span_start: the text reads "Nowa", the quote "Nowak"`, func(d *dataset) { d.mentions[0].SpanEnd-- }},
		{`actor_mentions:1: span_start: 90-95 does not lie in a text of 58 characters`, func(d *dataset) { d.mentions[0].SpanStart, d.mentions[0].SpanEnd = 90, 95 }},
		{`actor_mentions:1: actor_id: act_9 is no row of actors`, func(d *dataset) { d.mentions[0].ActorID = "act_9" }},
		{`actor_mentions:1: article_id: art_9 is no row of articles`, func(d *dataset) { d.mentions[0].ArticleID = "art_9" }},
		{`events:1: countable: true, and`, func(d *dataset) { d.events[0].Status = "planned" }},
		{`events:1: event_group: justice, and arrest belongs to enforce`, func(d *dataset) { d.events[0].EventGroup = "justice" }},
		{`events:1: date_end: 2025-01-01 is before 2025-01-02`, func(d *dataset) {
			d.events[0].DateStart, d.events[0].DateEnd = schema.Ptr(schema.DateOf(2025, 1, 2)), schema.Ptr(schema.DateOf(2025, 1, 1))
		}},
		{`event_mentions:1: trigger_start: the text reads`, func(d *dataset) { d.reports[0].TriggerStart++ }},
		{`figures:2: bound: ge allows`, func(d *dataset) { d.figures[1].ValueHigh = d.figures[1].Value }},
		{`figures:2: span_start: 24-26 stands behind 33-44`, func(d *dataset) { slices.Reverse(d.figures) }},
		{`figures:2: figure_id: fig_1 stands in row 1 too`, func(d *dataset) { d.figures[1].FigureID = "fig_1" }},
		{`figures:1: measure_group: harm, and arrested belongs to custody`, func(d *dataset) { d.figures[0].MeasureGroup = "harm" }},
		{`figures:1: figure_group: "", and`, func(d *dataset) { d.figures[0].FigureGroup = "" }},
		{`figure_groups:1: agreement: not what`, func(d *dataset) { d.groups[0].Agreement = "same" }},
		{`figure_groups:1: lowest: not what`, func(d *dataset) { d.groups[0].Lowest = schema.Ptr(11.0) }},
		{`figure_groups:1: figure_ids: not what`, func(d *dataset) { slices.Reverse(d.groups[0].FigureIDs) }},
		{`figure_groups:1: figure_ids: fig_9 is no row of figures`, func(d *dataset) { d.groups[0].FigureIDs[1] = "fig_9" }},
		{`figures_flat:1: figure_id: fig_2 is row 2 of figures`, func(d *dataset) { slices.Reverse(d.flat) }},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			d := valid(t)
			test.spoil(d)
			format := "csv"
			if strings.Contains(test.want, "|") { // in CSV an item with the separator is two items
				format = "parquet"
			}
			got := check(t, d.write(t, format))
			table, rest, _ := strings.Cut(test.want, ":")
			want := format + "/" + table + "." + format + ":" + rest
			if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
				t.Errorf("no problem begins with %q among\n%s", want, strings.Join(got, "\n"))
			}
		})
	}
}

func TestChangedFilesAreNamed(t *testing.T) {
	path := func(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	edit := func(name, from, to string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			raw, err := os.ReadFile(path(dir, name))
			if err != nil || !strings.Contains(string(raw), from) {
				t.Fatalf("%s holds no %q (%v)", name, from, err)
			}
			if err := os.WriteFile(path(dir, name), []byte(strings.Replace(string(raw), from, to, 1)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := []struct {
		want  string
		spoil func(t *testing.T, dir string)
	}{
		{"csv/actors.csv: changed since it was published", edit("csv/actors.csv", "Nowak", "Kowal")},
		{"datapackage.json: csv/actors.csv has", edit("csv/actors.csv", "Nowak", "Nowakowska")},
		{`csv/actors.csv:1: n_articles: "many" is no int`, edit("csv/actors.csv", ",1,1,", ",many,1,")},
		{"csv/actors.csv: header: column 2 is not name", edit("csv/actors.csv", "actor_id,name", "actor_id,full_name")},
		{"csv/actors.csv: row 1: 18 fields, and the table has 17 columns", edit("csv/actors.csv", "Nowak,", "Nowak,,")},
		{"csv/figures.csv: listed in SHA256SUMS and missing", func(_ *testing.T, dir string) { os.Remove(path(dir, "csv/figures.csv")) }},
		{"notes.txt: not listed in SHA256SUMS", func(_ *testing.T, dir string) { os.WriteFile(path(dir, "notes.txt"), nil, 0o644) }},
		{"SHA256SUMS: missing", func(_ *testing.T, dir string) { os.Remove(path(dir, "SHA256SUMS")) }},
		{"datapackage.json: missing: this is no newsledger dataset", func(_ *testing.T, dir string) { os.Remove(path(dir, "datapackage.json")) }},
		{"datapackage.json: csv/figures.csv has 2 rows, and 3 are stated", edit("datapackage.json", `"rows": 2`, `"rows": 3`)},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			dir := valid(t).write(t, "csv")
			test.spoil(t, dir)
			got := check(t, dir)
			if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, test.want) }) {
				t.Errorf("no problem begins with %q among\n%s", test.want, strings.Join(got, "\n"))
			}
		})
	}
}

func TestManyProblemsOfOneColumnAreCounted(t *testing.T) {
	d := valid(t)
	for range 50 {
		d.names = append(d.names, schema.ActorName{ActorID: "act_1", Name: "Nowak", NameType: "nickname", NMentions: 1})
	}
	got := check(t, d.write(t, "csv"))
	if want := "csv/actor_names.csv: name_type: 30 more like these"; len(got) != maxProblems+1 || got[maxProblems] != want {
		t.Errorf("%d lines, the last %q, want %d and %q", len(got), got[len(got)-1], maxProblems+1, want)
	}
}

func TestMissingDirectoryIsAnError(t *testing.T) {
	if _, err := Dataset(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("no error")
	}
}
