package transform

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/clean"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/resolve"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/spool"
	"github.com/newsledger/newsledger/transform/text"
)

const storm = "Police arrested more than 1,000 people in Phnom Penh on 16 July 2025, including 270 Indonesians. “We will go on,” said Prime Minister Hun Manet."

func TestReadDependsOnTheArticleAlone(t *testing.T) {
	raw := source.Raw{Source: "storm.txt", File: "storm.txt", Text: storm, Ordinal: 1}
	first, err := Read(raw, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	traced, err := Read(raw, Options{}, &rule.Trace{})
	if err != nil {
		t.Fatal(err)
	}
	a, _ := spool.Marshal(first)
	b, _ := spool.Marshal(traced)
	if !bytes.Equal(a, b) {
		t.Error("a trace changes the record")
	}
	if len(first.Figures) != 2 || len(first.Events) == 0 || len(first.Citations) == 0 || len(first.Actors) == 0 || len(first.Places) == 0 || len(first.Dates) != 1 {
		t.Errorf("%d figures, %d events, %d citations, %d actors, %d places, %d dates", len(first.Figures), len(first.Events), len(first.Citations), len(first.Actors), len(first.Places), len(first.Dates))
	}
}

func TestHeadlineMeasuresTheEventOfTheText(t *testing.T) {
	rec, err := Read(source.Raw{Source: "a.txt", File: "a.txt", Ordinal: 1, Text: "Over 300 Arrested as Gangs Are Broken Up\n\nPolice in Lima arrested more than 300 people on Monday, the ministry said. Later that week 12 men were arrested in Cusco."}, Options{Language: "en"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	events := map[string]string{}
	for _, f := range rec.Figures {
		events[fmt.Sprint(f.SpanStart, " ", f.Quote)] = f.EventID
	}
	if len(rec.Figures) != 3 || rec.Figures[0].EventID == "" || rec.Figures[0].EventID != rec.Figures[1].EventID || rec.Figures[2].EventID == rec.Figures[1].EventID {
		t.Errorf("events of the figures: %v, want one for both 300 and another for 12", events)
	}
}

func TestWhatHappensNowAndThenIsNoCountableEvent(t *testing.T) {
	rec, err := Read(source.Raw{Source: "a.txt", File: "a.txt", Ordinal: 1, Text: "Some 5,000 labourers live in the camps, being beaten and sometimes even killed. On Monday guards killed two men in Tripoli."}, Options{Language: "en"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	for _, e := range rec.Events {
		if e.EventType == "death" && e.IsCountable() {
			counted++
		}
	}
	if counted != 1 {
		t.Errorf("%d countable deaths in %+v, want the one on Monday", counted, rec.Events)
	}
}

func TestAnOrderKeepsItsDeadline(t *testing.T) {
	rec, err := Read(source.Raw{Source: "a.txt", File: "a.txt", Ordinal: 1, Text: "The governor of Bali, Made Suarta, has ordered officers to clear the beaches of illegal stalls within six weeks."}, Options{Language: "en"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range rec.Events {
		if e.EventType == "order" && e.DueText == "within six weeks" {
			return
		}
	}
	t.Errorf("no order with its deadline in %+v", rec.Events)
}

// rows keeps every row as text, by table.
type rows map[string][]string

func (r rows) Write(b schema.Batch) error {
	for i := range b.Len() {
		var cells []string
		for k := range b.Table.Columns {
			cells = append(cells, b.String(&b.Table.Columns[k], i))
		}
		r[b.Table.Name] = append(r[b.Table.Name], strings.Join(cells, "\t"))
	}
	return nil
}

func TestRowsAreTheSameWhateverTheNumberOfJobs(t *testing.T) {
	dir := t.TempDir()
	for i := range 30 {
		text := strings.ReplaceAll(storm, "270", fmt.Sprint(100+i))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("a%02d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, jobs := range []int{1, 2, 7} {
		d, err := Gather(t.Context(), []string{dir}, nil, Options{Jobs: jobs}, Events{})
		if err != nil {
			t.Fatal(err)
		}
		out := rows{}
		if err := errors.Join(resolvedOf(d).Write(out, resolve.Omit{}), d.Close()); err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprint(out))
	}
	if all[0] != all[1] || all[0] != all[2] {
		t.Error("rows differ")
	}
}

func TestGatherReportsWhatItSkipsAndGoesOn(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": storm, "b.txt": "", "c.jsonl": `{"id":"x","text":"` + "Ten men were arrested in Poipet." + `"}` + "\n{\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var skipped []string
	read := 0
	d, err := Gather(t.Context(), []string{dir}, nil, Options{}, Events{Skipped: func(err error) { skipped = append(skipped, err.Error()) }, Read: func(*schema.Article) { read++ }})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if read != 2 || len(skipped) != 2 || !strings.Contains(strings.Join(skipped, "\n"), "c.jsonl:2") {
		t.Errorf("read %d, skipped %q", read, skipped)
	}
}

func TestCacheKeyChangesWithWhateverChangesTheRecord(t *testing.T) {
	base := source.Raw{Source: "a.txt", Text: "x", Ordinal: 1}
	seen := map[string]string{(&Options{}).key(&base): "the article itself"}
	for name, change := range map[string]func(*source.Raw, *Options){
		"source": func(r *source.Raw, _ *Options) { r.Source = "b.txt" }, "text": func(r *source.Raw, _ *Options) { r.Text = "y" }, "title": func(r *source.Raw, _ *Options) { r.Title = "t" },
		"ordinal": func(r *source.Raw, _ *Options) { r.Ordinal = 2 }, "id": func(r *source.Raw, _ *Options) { r.RecordID = "i" }, "url": func(r *source.Raw, _ *Options) { r.URL = "u" },
		"byline": func(r *source.Raw, _ *Options) { r.Byline = "b" }, "publisher": func(r *source.Raw, _ *Options) { r.Publisher = "p" }, "type": func(r *source.Raw, _ *Options) { r.PublisherType = "news" },
		"published": func(r *source.Raw, _ *Options) { r.Published = "2025" }, "basis": func(r *source.Raw, _ *Options) { r.PublishedFrom = "option" }, "modified": func(r *source.Raw, _ *Options) { r.Modified = "2025" },
		"stated language": func(r *source.Raw, _ *Options) { r.Language = "de" }, "format": func(r *source.Raw, _ *Options) { r.Format = source.JSON }, "raw hash": func(r *source.Raw, _ *Options) { r.RawSHA256 = "h" },
		"--language": func(_ *source.Raw, o *Options) { o.Language = "en" }, "--article-id": func(_ *source.Raw, o *Options) { o.IDFromText = true },
		"--publishers": func(_ *source.Raw, o *Options) { o.Publishers = clean.Publishers{"a.example": {Type: "ngo"}} },
	} {
		r, o := base, Options{}
		change(&r, &o)
		if other, taken := seen[o.key(&r)]; taken {
			t.Errorf("%s gives the key of %s", name, other)
		}
		seen[o.key(&r)] = name
	}
}

func TestGatherEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	cause := errors.New("enough")
	cancel(cause)
	if _, err := Gather(ctx, []string{t.TempDir()}, nil, Options{}, Events{}); !errors.Is(err, cause) {
		t.Errorf("error %v, want %v", err, cause)
	}
}

// FuzzReadGivesARecordThatHolds feeds pass 1 with whatever text: it neither panics nor gives a row that breaks its table.
func FuzzReadGivesARecordThatHolds(f *testing.F) {
	articles, _ := filepath.Glob(filepath.Join("..", "testdata", "articles", "*"))
	for _, name := range articles {
		if data, err := os.ReadFile(name); err == nil && utf8.Valid(data) {
			f.Add(string(data))
		}
	}
	for _, s := range []string{storm, "“", "He said", "“Yes,” said", "In", "according to", "Mr.", "$", "the", "0,0,0", "between 3 and", "1–", "May", "He was arrested by", strings.Repeat("(", 50), "\"a\" 'b' ‘c’ said"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		_, err := Read(source.Raw{Source: "f.txt", File: "f.txt", Text: s, Ordinal: 1, Published: "2025-07-18", PublishedFrom: "option"}, Options{Language: "en"}, nil)
		if err != nil && !errors.Is(err, source.ErrEmpty) {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	raw := source.Raw{Source: "storm.txt", File: "storm.txt", Text: strings.Repeat(storm+"\n\n", 10), Ordinal: 1}
	b.SetBytes(int64(len(raw.Text)))
	for b.Loop() {
		if _, err := Read(raw, Options{}, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func TestGatherWaitsForNoStationWhenItsContextEnds(t *testing.T) {
	entered, forever := make(chan struct{}, 1), make(chan struct{})
	before := stations
	stations = append(slices.Clone(before), func(*text.Document, *schema.Record, *rule.Trace) {
		entered <- struct{}{}
		<-forever
	})
	t.Cleanup(func() { close(forever); stations = before })
	why := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	go func() { <-entered; cancel(why) }()
	if _, err := Gather(ctx, []string{"-"}, strings.NewReader(storm), Options{Jobs: 1}, Events{}); !errors.Is(err, why) {
		t.Errorf("%v, want the cause of the end", err)
	}
}

// resolvedOf is a dataset that continues none.
func resolvedOf(d *Dataset) *Resolved {
	r, err := d.Resolve(nil)
	if err != nil {
		panic(err)
	}
	return r
}
