package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
)

// who is a local actor of a made-up record.
type who struct{ name, kind, country string }

// what is a local event of a made-up record; agents and targets are numbers of its actors.
type what struct {
	kind, status, start, end, country string
	agents, targets                   []int
}

// record makes a record of actors and events; its article is published on day.
func record(n int, day string, actors []who, events ...what) *schema.Record {
	r := &schema.Record{Ordinal: n, RawSHA256: fmt.Sprint("raw", n), Article: schema.Article{ArticleID: schema.ID("art", fmt.Sprint(n)), Source: fmt.Sprintf("a%03d.txt", n), Status: "extracted", TextSHA256: fmt.Sprint("text", n)}}
	if day != "" {
		d, _ := schema.ParseDate(day)
		r.Article.PublishedDate = &d
	}
	for _, a := range actors {
		id := r.ID("actor_mentions", a.name)
		r.Actors = append(r.Actors, schema.Actor{ActorID: id, Name: a.name, ActorType: a.kind, CountryCode: a.country, AnchorMentionID: id, NMentions: 1})
		r.ActorNames = append(r.ActorNames, schema.ActorName{ActorID: id, Name: a.name, NameType: "primary", NMentions: 1})
		r.ActorMentions = append(r.ActorMentions, schema.ActorMention{MentionID: id, ActorID: id, ArticleID: r.Article.ArticleID, Kind: "name", SentenceNo: 1, Rule: "test"})
	}
	for i, e := range events {
		id := r.ID("event_mentions", fmt.Sprint("sentence ", n, i))
		row := schema.Event{EventID: id, EventType: e.kind, EventGroup: schema.EventGroup(e.kind), Status: e.status, Assertion: "stated", Granularity: "incident", CountryCode: e.country, Summary: "x", AnchorMentionID: id}
		if e.start != "" {
			from, _ := schema.ParseDate(e.start)
			to, _ := schema.ParseDate(e.end)
			row.DateStart, row.DateEnd, row.DatePrecision = &from, &to, "interval"
		}
		r.Events = append(r.Events, row)
		r.EventMentions = append(r.EventMentions, schema.EventMention{MentionID: id, EventID: id, ArticleID: r.Article.ArticleID, EvidenceSpan: schema.EvidenceSpan{Quote: fmt.Sprint("sentence ", n, i)}, Status: e.status, Assertion: "stated", Rule: "test"})
		for role, list := range map[string][]int{"agent": e.agents, "target": e.targets} {
			for _, a := range list {
				r.EventActors = append(r.EventActors, schema.EventActor{EventID: id, MentionID: id, ActorID: r.Actors[a].ActorID, ActorText: r.Actors[a].Name, Role: role})
			}
		}
	}
	return r
}

func keysOf(records []*schema.Record) []Keys {
	var keys []Keys
	for i, r := range records {
		keys = append(keys, KeysOf(i, r))
	}
	return keys
}

func actorNames(p *Partition) [][]string {
	var all [][]string
	for _, a := range p.Actors {
		var names []string
		for _, n := range a.Names {
			names = append(names, n.Name)
		}
		slices.Sort(names)
		all = append(all, names)
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

func TestOneActorAcrossSpellings(t *testing.T) {
	p := resolved(keysOf([]*schema.Record{
		record(1, "", []who{{"Thatchai Pitaneelaboot", "person", "THA"}, {"Hun Manet", "person", "KHM"}, {"UN", "igo", ""}}),
		record(2, "", []who{{"Tatchai Pitaneelaboot", "person", ""}, {"Hun Sen", "person", "KHM"}, {"United Nations", "igo", ""}}),
		record(3, "", []who{{"Thatchai Pitaneelabutr", "person", "THA"}, {"Lisa", "person", ""}, {"John F. Kennedy", "person", ""}}),
		record(4, "", []who{{"Lisa", "person", ""}, {"John Kennedy", "person", ""}, {"Jón Kennedy", "person", ""}}),
	}), nil)
	want := [][]string{{"Hun Manet"}, {"Hun Sen"}, {"John F. Kennedy", "John Kennedy"}, {"Jón Kennedy"}, {"Lisa"}, {"Lisa"},
		{"Tatchai Pitaneelaboot", "Thatchai Pitaneelaboot", "Thatchai Pitaneelabutr"}, {"UN", "United Nations"}}
	if diff := cmp.Diff(want, actorNames(p)); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
}

func TestOneGovernmentHoweverCalled(t *testing.T) {
	p := resolved(keysOf([]*schema.Record{
		record(1, "", []who{{"Cambodian authorities", "government", "KHM"}, {"Thai police", "law_enforcement", "THA"}, {"German police", "law_enforcement", "DEU"}}),
		record(2, "", []who{{"Cambodia’s One-Party Government", "government", "KHM"}, {"Royal Thai Police", "law_enforcement", "THA"}, {"Bavarian government", "government", "DEU"}}),
		record(3, "", []who{{"Cambodian local authorities", "government", "KHM"}, {"German government", "government", "DEU"}, {"German federal police", "law_enforcement", "DEU"}}),
	}), nil)
	want := [][]string{{"Bavarian government"}, {"Cambodian authorities", "Cambodia’s One-Party Government"}, {"Cambodian local authorities"},
		{"German federal police"}, {"German government"}, {"German police"}, {"Royal Thai Police", "Thai police"}}
	if diff := cmp.Diff(want, actorNames(p)); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
}

func TestAShortNameJoinsWhatOneArticleExplains(t *testing.T) {
	explained := func(n int, full, short string) *schema.Record {
		r := record(n, "", []who{{full, "organization", ""}})
		r.ActorNames = append(r.ActorNames, schema.ActorName{ActorID: r.Actors[0].ActorID, Name: short, NameType: "alias", NMentions: 1})
		return r
	}
	bare := func(n int, name string) *schema.Record { return record(n, "", []who{{name, "organization", ""}}) }
	p := resolved(keysOf([]*schema.Record{
		explained(1, "Norland Falcons", "Falcons"), bare(2, "Falcons"), bare(3, "Fjordsoft Inc."), bare(4, "Fjordsoft"),
		explained(5, "Bergen Hawks", "Hawks"), explained(6, "Molde Hawks", "Hawks"), bare(7, "Hawks"),
	}), nil)
	want := [][]string{{"Bergen Hawks", "Hawks"}, {"Falcons", "Norland Falcons"}, {"Fjordsoft", "Fjordsoft Inc."}, {"Hawks"}, {"Hawks", "Molde Hawks"}}
	if diff := cmp.Diff(want, actorNames(p)); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
}

func TestTitleAndBodyAreOfOnePosition(t *testing.T) {
	held := func(n int, day, title, body string) *schema.Record {
		r := record(n, day, []who{{"Ola Berg", "person", "NOR"}, {"Norway", "country", "NOR"}, {"Fjord Bank", "company", "NOR"}})
		r.Actors[0].Title = title
		for _, a := range r.Actors[1:] {
			if a.Name == body {
				r.Actors[0].AffiliationActorID = a.ActorID
			}
		}
		return r
	}
	for _, c := range []struct {
		name    string
		records []*schema.Record
		want    string
	}{
		{"the most frequent, whatever its capitals", []*schema.Record{held(1, "", "tycoon", ""), held(2, "", "Senator", "Norway"), held(3, "", "senator", "Norway")}, "Senator of Norway"},
		{"of equal ones the one with a body", []*schema.Record{held(1, "", "tycoon", ""), held(2, "", "senator", "Norway")}, "senator of Norway"},
		{"then the latest", []*schema.Record{held(1, "2024-01-02", "minister", "Norway"), held(2, "2025-01-02", "chairman", "Fjord Bank")}, "chairman of Fjord Bank"},
		{"no body of another position", []*schema.Record{held(1, "", "tycoon", ""), held(2, "", "tycoon", ""), held(3, "", "senator", "Norway")}, "tycoon of "},
		{"a body without a title", []*schema.Record{held(1, "", "analyst", ""), held(2, "", "", "Fjord Bank")}, "analyst of Fjord Bank"},
	} {
		p := resolved(keysOf(c.records), nil)
		for _, a := range p.Actors {
			if got := a.Row.Title + " of " + a.Row.Affiliation; a.Row.Name == "Ola Berg" && got != c.want {
				t.Errorf("%s: got %q, want %q", c.name, got, c.want)
			}
		}
	}
}

func TestConflictInsideAComponentKeepsActorsApart(t *testing.T) {
	p := resolved(keysOf([]*schema.Record{
		record(1, "", []who{{"Supreme Court", "judiciary", "THA"}}), record(2, "", []who{{"Supreme Court", "judiciary", ""}}), record(3, "", []who{{"Supreme Court", "judiciary", "KEN"}}),
		record(4, "", []who{{"Jordan River", "person", ""}}), record(5, "", []who{{"Jordan River", "company", ""}}),
	}), nil)
	if len(p.Actors) != 4 {
		t.Errorf("%d actors %v, want 4: two courts, a person and a firm", len(p.Actors), actorNames(p))
	}
}

func TestLinksJoinOnlyWhatOneMentionNames(t *testing.T) {
	actors := []who{{"Amnesty International", "ngo", ""}, {"Cambodia", "country", "KHM"}, {"Hun Sen", "person", "KHM"}, {"Thailand", "country", "THA"}}
	r := record(1, "", actors, what{"accusation", "occurred", "", "", "", []int{0}, []int{1}})
	id := r.Events[0].EventID
	for role, n := range map[string]int{"agent": 2, "target": 3} { // a second mention of the same event
		r.EventActors = append(r.EventActors, schema.EventActor{EventID: id, MentionID: "men_second", ActorID: r.Actors[n].ActorID, ActorText: r.Actors[n].Name, Role: role})
	}
	p := resolved(keysOf([]*schema.Record{r}), nil)
	var got []string
	for _, pair := range p.pairs(0) {
		got = append(got, p.Actors[pair[0]].Row.Name+" - "+p.Actors[pair[1]].Row.Name)
	}
	if diff := cmp.Diff([]string{"Amnesty International - Cambodia", "Hun Sen - Thailand"}, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestAWrongCountryOfTheFirstKeepsOnlyTheFirstApart(t *testing.T) {
	p := resolved(keysOf([]*schema.Record{
		record(1, "", []who{{"Salva Mayen", "person", "SDN"}}), record(2, "", []who{{"Salva Mayen", "person", "SSD"}}), record(3, "", []who{{"Salva Mayen", "person", "SSD"}}), record(4, "", []who{{"Salva Mayen", "person", "SSD"}}),
	}), nil)
	if len(p.Actors) != 2 {
		t.Errorf("%d actors, want 2", len(p.Actors))
	}
}

func TestOneRaidInTwoArticles(t *testing.T) {
	police := []who{{"Cambodian police", "law_enforcement", "KHM"}, {"Ly Yong Phat", "person", "KHM"}, {"Thailand", "country", "THA"}}
	raid := what{"raid", "occurred", "2025-07-14", "2025-07-16", "KHM", []int{0}, nil}
	for _, c := range []struct {
		name string
		a, b what
		want int
	}{
		{"same days, country and agent", raid, raid, 1},
		{"a planned raid is no raid", raid, what{"raid", "planned", "2025-07-14", "2025-07-16", "KHM", []int{0}, nil}, 2},
		{"other days", raid, what{"raid", "occurred", "2025-08-14", "2025-08-16", "KHM", []int{0}, nil}, 2},
		{"other country", raid, what{"raid", "occurred", "2025-07-14", "2025-07-16", "THA", []int{0}, nil}, 2},
		{"undated sanction of one man by one state", what{"sanction", "occurred", "", "", "", []int{2}, []int{1}}, what{"sanction", "occurred", "", "", "", []int{2}, []int{1}}, 1},
		{"undated dispute of two states", what{"dispute", "occurred", "", "", "", []int{2}, []int{0}}, what{"dispute", "occurred", "", "", "", []int{2}, []int{0}}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := resolved(keysOf([]*schema.Record{record(1, "2025-07-17", police, c.a), record(2, "2025-07-18", police, c.b)}), nil)
			if len(p.Events) != c.want {
				t.Errorf("%d events, want %d", len(p.Events), c.want)
			}
		})
	}
}

// saying gives the events of a record sentences of their own.
func saying(r *schema.Record, sentences ...string) *schema.Record {
	for i, s := range sentences {
		r.EventMentions[i].Quote = s
	}
	return r
}

func TestOneEventInOtherWords(t *testing.T) {
	quake, arrest := what{kind: "natural_disaster", status: "occurred"}, what{kind: "arrest", status: "occurred"}
	seize := what{kind: "seizure", status: "occurred"}
	day := what{"arrest", "occurred", "2025-07-14", "2025-07-14", "KHM", []int{0}, nil}
	police := []who{{"Cambodian police", "law_enforcement", "KHM"}, {"Anna Bell", "person", ""}, {"Peter Hale", "person", ""}}
	of := func(e what, n int) what { e.targets = []int{n}; return e }
	for _, c := range []struct {
		name string
		a, b *schema.Record
		want int
	}{
		{"two articles of one story", saying(record(1, "", nil, quake), "A strong tremor damaged the harbour of Osorno, its bridge and two mills."),
			saying(record(2, "", nil, quake), "The tremor that damaged bridge and mills in Osorno lasted a minute."), 1},
		{"one kind, two stories", saying(record(1, "", nil, quake), "A strong tremor damaged the harbour of Osorno, its bridge and two mills."),
			saying(record(2, "", nil, quake), "Villages near Tomsk shook when a tremor broke windows on Sunday."), 2},
		{"one story, two people", saying(record(1, "", police, of(arrest, 1)), "Officers arrested singer Anna Bell for drunken driving near Osorno harbour."),
			saying(record(2, "", police, of(arrest, 2)), "Officers arrested singer Peter Hale for drunken driving near Osorno harbour."), 2},
		{"what goes with an event in common", saying(record(1, "", police, day, seize), "Police arrested clerks.", "Officers seized telephones and ledgers in flats across several quarters of town."),
			saying(record(2, "", police, day, seize), "Clerks were held.", "Hundreds of telephones, computers and other goods were seized by customs officers in raids."), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			records := []*schema.Record{c.a, c.b}
			for n := range 8 { // articles about other things, so that words weigh
				records = append(records, saying(record(10+n, "", nil, arrest), fmt.Sprintf("Sheriffs of county%d arrested farmer%d over goats%d.", n, n, n)))
			}
			p := resolved(keysOf(records), nil)
			last := c.a.Events[len(c.a.Events)-1].EventType
			got := 0
			for _, e := range p.Events {
				if m := e.Members[0]; m.Article < 2 && p.key(int(m.Article)).Events[m.Number].Type == last {
					got++
				}
			}
			if got != c.want {
				t.Errorf("%d events of type %s, want %d", got, last, c.want)
			}
		})
	}
}

func TestWhoAccusesTwiceSaysTwoThings(t *testing.T) {
	actors := []who{{"Amnesty International", "ngo", ""}, {"Port Company", "company", ""}}
	says := what{"accusation", "occurred", "", "", "", []int{0}, []int{1}}
	p := resolved(keysOf([]*schema.Record{record(1, "", actors, says, says), record(2, "", actors, says)}), nil)
	if len(p.Events) != 2 {
		t.Errorf("%d accusations, want 2: those that one article tells apart", len(p.Events))
	}
}

func TestPartitionIsIndependentOfOrder(t *testing.T) {
	var records []*schema.Record
	for n := range 60 {
		r := rand.New(rand.NewPCG(uint64(n), 1))
		var actors []who
		for range 4 {
			actors = append(actors, who{[]string{"Thatchai Pitan", "Tatchai Pitan", "UN", "United Nations", "Supreme Court", "Anna Bell", "Ana Bell"}[r.IntN(7)], []string{"person", "igo", "judiciary"}[r.IntN(3)], []string{"", "THA", "KHM"}[r.IntN(3)]})
		}
		day := fmt.Sprintf("2025-07-%02d", 10+r.IntN(4))
		records = append(records, record(n, day, actors, what{"arrest", "occurred", day, day, "KHM", []int{r.IntN(4)}, []int{r.IntN(4)}}))
	}
	first := ids(resolved(keysOf(records), nil))
	for seed := range uint64(5) {
		keys := keysOf(records)
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		if diff := cmp.Diff(first, ids(resolved(keys, nil))); diff != "" {
			t.Fatalf("order %d (-sorted +shuffled):\n%s", seed, diff)
		}
	}
}

func ids(p *Partition) []string {
	var all []string
	for _, a := range p.Actors {
		all = append(all, a.Row.ActorID)
	}
	for _, e := range p.Events {
		all = append(all, e.ID)
	}
	return all
}

func TestNearCopiesNameAnArticleThatIsNone(t *testing.T) {
	var records []*schema.Record
	for n := range 8 {
		r := record(n, "", nil)
		r.Signature = make([]uint64, 64)
		for i := range r.Signature {
			if r.Signature[i] = uint64(i); n >= 4 { // two families of copies, each member with a few values of its own
				r.Signature[i] += 1000
			}
			if i < n%4 {
				r.Signature[i] = uint64(5000 + 100*n + i)
			}
		}
		records = append(records, r)
	}
	p := resolved(keysOf(records), nil)
	copies := 0
	for _, a := range p.Articles {
		if a.DuplicateOf >= 0 {
			copies++
			if p.Articles[a.DuplicateOf].DuplicateOf >= 0 || a.Similarity < nearCopy {
				t.Errorf("a copy of %d with similarity %v", a.DuplicateOf, a.Similarity)
			}
		}
	}
	if copies != 6 {
		t.Errorf("%d copies, want 6", copies)
	}
}

func TestEveryArticleIsTalliedOnce(t *testing.T) {
	day := func(n int, day string, change func(*schema.Record)) *schema.Record {
		r := record(n, day, nil)
		change(r)
		return r
	}
	other := make([]uint64, 64)
	for i := range other {
		other[i] = uint64(i)
	}
	records := []*schema.Record{
		day(1, "2025-07-01", func(r *schema.Record) { r.Signature = make([]uint64, 64) }),
		day(2, "2025-07-02", func(r *schema.Record) { r.Signature = make([]uint64, 64) }),                                  // a near copy
		day(3, "2025-07-03", func(r *schema.Record) { r.Article.ArticleID = schema.ID("art", "1") }),                       // a newer text of 1: that is superseded
		day(4, "2025-07-01", func(r *schema.Record) { r.Article.Status = "other_language" }),                               // foreign
		day(5, "2025-07-01", func(r *schema.Record) { r.Article = record(4, "", nil).Article; r.Article.Source = "copy" }), // its copy
		day(6, "2025-07-01", func(r *schema.Record) { r.Article.ArticleID, r.Signature = schema.ID("art", "2"), other }),   // another text at the address of 2
	}
	p := resolved(keysOf(records), nil)
	want := Tally{Read: 2, OtherLanguage: 1, Copies: 1, Superseded: 1, Clashing: 1}
	if got := p.Tally(); got != want || got.Articles() != len(p.Articles) {
		t.Errorf("%+v of %d articles, want %+v", got, len(p.Articles), want)
	}
}

// counter is a sink that counts rows.
type counter map[string]int

func (c counter) Write(b schema.Batch) error { c[b.Table.Name] += b.Len(); return nil }

func TestCountsAreWhatIsWritten(t *testing.T) {
	police := []who{{"Cambodian police", "law_enforcement", "KHM"}, {"Ly Yong Phat", "person", "KHM"}}
	raid := what{"raid", "occurred", "2025-07-14", "2025-07-16", "KHM", []int{0}, []int{1}}
	make2 := func() []*schema.Record {
		return []*schema.Record{record(1, "2025-07-17", police, raid), record(2, "2025-07-18", police, raid)}
	}
	records := make2()
	p := resolved(keysOf(records), nil)
	got := counter{}
	err := p.Write(func(numbers []int, yield func(int, *schema.Record) error) error {
		fresh := make2() // a stream decodes anew: Write changes what it is given
		for _, n := range numbers {
			if err := yield(n, fresh[n]); err != nil {
				return err
			}
		}
		return nil
	}, got, Omit{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p.Counts(), map[string]int(got)); diff != "" {
		t.Errorf("rows (-announced +written):\n%s", diff)
	}
	if got["events"] != 1 || got["links_flat"] != 1 {
		t.Errorf("%d events and %d links, want 1 and 1", got["events"], got["links_flat"])
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var records []*schema.Record
			for i := range n {
				a := []who{{fmt.Sprintf("Anna Bell%d", i%(n/3)), "person", ""}, {"United Nations", "igo", ""}, {fmt.Sprintf("Body %d", i), "company", ""}}
				day := fmt.Sprintf("2025-%02d-%02d", 1+i%12, 1+i%28)
				records = append(records, record(i, day, a, what{"arrest", "occurred", day, day, "KHM", []int{1}, []int{0}}))
			}
			b.ResetTimer()
			for b.Loop() {
				resolved(keysOf(records), nil)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// resolved is the partition of a dataset that continues none.
func resolved(keys []Keys, previous *schema.Previous) *Partition {
	p, err := Resolve(keys, previous, nil)
	if err != nil {
		panic(err)
	}
	return p
}
