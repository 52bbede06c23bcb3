package events

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// given are rows that the stations before this one would have made: a word of the text and what it is.
type given struct {
	cities  map[string]string // city to country
	dates   map[string]string // words to EDTF day
	months  map[string]string // words to EDTF month
	figures map[string]string // words of a count to its measure
	money   []string          // words of an amount
	denials []string          // contents of citations by a named source

	private   string // name of a private person who only suffered
	published string // day that the dates were resolved by, "" where they are explicit
}

// readGiven is read with places, dates, figures and citations beside the actors.
func readGiven(s string, g given) *schema.Record {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	each := func(words string, add func(schema.Span)) {
		if i := strings.Index(s, words); i >= 0 {
			add(doc.Span(i, i+len(words)))
		}
	}
	for _, n := range doc.Names {
		if _, isCity := g.cities[doc.Slice(n.First, n.End)]; n.Label != text.OtherName && !isCity {
			addActor(rec, doc.SpanOf(n.First, n.End), "person")
			rec.Actors[len(rec.Actors)-1].IsSensitive = doc.Slice(n.First, n.End) == g.private
		}
	}
	for city, country := range g.cities {
		each(city, func(span schema.Span) {
			rec.Places = append(rec.Places, schema.Place{PlaceID: "plc_" + city, Name: city, PlaceType: "city", CountryCode: country})
			rec.PlaceMentions = append(rec.PlaceMentions, schema.PlaceMention{PlaceID: "plc_" + city, Span: span})
		})
	}
	basis := "explicit"
	if day, err := schema.ParseDate(g.published); err == nil {
		rec.Article.PublishedDate, basis = &day, "relative_to_publication"
	}
	for words, day := range g.dates {
		each(words, func(span schema.Span) {
			d, err := schema.ParseDate(day)
			if err != nil {
				panic(err)
			}
			rec.Dates = append(rec.Dates, schema.DateMention{Span: span, DateFields: schema.DateFields{DateEDTF: day, DateStart: &d, DateEnd: &d, DatePrecision: "day", DateBasis: basis}})
		})
	}
	for words, month := range g.months {
		each(words, func(span schema.Span) {
			first, err := schema.ParseDate(month + "-01")
			if err != nil {
				panic(err)
			}
			last := first + 27
			rec.Dates = append(rec.Dates, schema.DateMention{Span: span, DateFields: schema.DateFields{DateEDTF: month, DateStart: &first, DateEnd: &last, DatePrecision: "month", DateBasis: "explicit"}})
		})
	}
	for words, measure := range g.figures {
		each(words, func(span schema.Span) {
			rec.Figures = append(rec.Figures, schema.Figure{FigureID: "fig_" + words, Span: span, UnitKind: "count", Bound: "approximate", Measure: measure, MeasureGroup: schema.MeasureGroup(measure), ValueBest: schema.Ptr(float64(len(words)))})
		})
	}
	for _, words := range g.money {
		each(words, func(span schema.Span) {
			rec.Figures = append(rec.Figures, schema.Figure{FigureID: "fig_" + words, Span: span, UnitKind: "money"})
		})
	}
	for _, words := range g.denials {
		each(words, func(span schema.Span) {
			rec.Citations = append(rec.Citations, schema.Citation{CitationID: "cit_1", Kind: "indirect", Anonymity: "named", CueClass: "say", Span: span})
		})
	}
	Find(doc, rec, nil)
	return rec
}

// parts writes who plays which part: "agent police, target three men".
func parts(rec *schema.Record) string {
	var all []string
	for _, a := range rec.EventActors {
		w := a.Role + " " + a.ActorText
		if a.IsInferred {
			w += "?"
		}
		all = append(all, w)
	}
	return strings.Join(all, ", ")
}

func TestEveryoneHasTheirPart(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"active", "Police arrested three men.", "agent Police, target three men"},
		{"passive", "Three men were arrested by soldiers.", "target Three men, agent soldiers"},
		{"a conjunct is a row of its own", "Customs officers seized phones and laptops.", "agent Customs officers, target phones, target laptops"},
		{"whom it befalls", "Five miners died.", "victim Five miners"},
		{"of a noun", "The killing of two teachers shocked the village.", "victim two teachers"},
		{"a verb lends its subject to a noun", "Prosecutors opened an investigation into the bank.", "agent Prosecutors, target bank"},
		{"a passive noun phrase", "Warrants were issued for the brothers.", "target brothers"},
		{"who ordered it", "The governor ordered soldiers to raid the casino.", "agent governor, target soldiers, ordered_by governor, agent soldiers, target casino"},
		{"money is no participant", "The bank lent $40 million to the city.", "agent bank, recipient city"},
		{"the subject of a participle", "Police raided a casino, seizing phones.", "agent Police, target casino, agent Police, target phones"},
		{"a list of doers", "Police, soldiers and customs officers raided a farm.", "agent Police, agent soldiers, agent customs officers, target farm"},
		{"adjectives of one noun", "The bureau met with British, Dutch and French envoys.", "agent bureau, agent British, Dutch and French envoys"},
		{"a list that is told what to do", "The ministry told banks and brokers to freeze the accounts.", "ordered_by ministry, agent banks, agent brokers, target accounts"},
		{"what cannot act does nothing", "A crisis of trust defrauded savers. The scheme defrauded widows.", "target savers, target widows"},
		{"whose report it is", "Oxfam's report accused Norway of slavery.", "agent Oxfam, agent Oxfam, target Norway"},
		{"the speaker of the sentence", "Nokia said it was investigating the breach.", "agent Nokia?, target breach"},
		{"whose measures they are", "The ministry's steps, such as closing crossing points, hurt traders.", "agent ministry, target crossing points"},
		{"who publishes what opens the sentence", "In a report published in May, Oxfam identified forty camps.", "agent Oxfam?"},
		{"the age is nobody", "Her son, 7, was beaten by guards.", "victim son, agent guards"},
		{"of a visit and of an attack on others", "The visit of the minister followed the attack of the rebels on Chad.", "agent minister, agent rebels, target Chad"},
		{"at whom it aims", "Raids targeting scam compounds began.", "target scam compounds?"},
		{"whose licence it is", "The regulator revoked the licence of Acme.", "agent regulator, target Acme"},
		{"who gets it, not what", "The clinic offers free training to nurses.", "agent clinic, recipient nurses"},
		{"whose troops they are", "The army has 900 troops stationed there.", "agent army, target 900 troops"},
		{"who finds the dead kills nobody", "The couple were found dead by officers.", "victim couple"},
		{"with whom another event was", "The mayor discussed the plan with Norway at a meeting with Chad.", "agent mayor, agent Norway, agent Chad"},
		{"the name behind the title", "The club's spokeswoman, Kristy Bell, visited Norway.", "agent Kristy Bell, target Norway"},
		{"who takes part", "Nurses took part in an illegal protest.", "agent Nurses"},
		{"pronouns that nobody resolved give no row", "They arrested him.", ""},
	} {
		if diff := cmp.Diff(c.want, parts(read(c.text))); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

func TestANumberKeepsItsBound(t *testing.T) {
	for _, c := range []struct{ text, figure, want string }{
		{"As many as 40 boats were seized by customs officers.", "40", "customs officers: seizure of As many as 40 boats"},
		{"Norway seized over 90 of its ships.", "90", "Norway: seizure of over 90 of its ships"},
		{"Only two farms were raided by police.", "two", "police: raid on two farms"},
		{"Some 300 sailors are sometimes beaten by guards.", "300", "guards: abuse of sailors"},
	} {
		rec := readGiven(c.text, given{figures: map[string]string{c.figure: "other"}})
		if got := rec.Events[len(rec.Events)-1].Summary; got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestOneEventIsOneRow(t *testing.T) {
	for _, c := range []struct {
		name, text       string
		events, mentions int
	}{
		{"taken up with the", "Soldiers raided a compound on the island. The raid lasted an hour.", 1, 2},
		{"the headline and the body", "Soldiers raid island compound\n\nSoldiers raided a compound on the island at dawn.", 1, 2},
		{"another number is another event", "Police arrested 40 men in the north. Later they arrested 12 men in the south.", 2, 2},
		{"planned and done are two", "Police arrested the smugglers. Police will arrest the smugglers again.", 2, 2},
		{"the latest raids are not those of a month named", "Soldiers raided compounds on the coast. In March 2021 the court freed men held in island raids. The latest raids drew praise.", 3, 4},
		{"the attack is not what it avenges", "The militia staged the attack in retaliation for shelling in the valley.", 2, 2},
		{"what two people run is not one", "Officers said the family of Anna Bell profits from scam operations. Investigators tied Peter Hale to scam operations.", 2, 2},
		{"a quake and an older wave are two", "The quake shook the coast. Many remember the tsunami.", 2, 2},
		{"two verbs of a sentence are two", "Police arrested a baker and arrested a painter.", 2, 2},
	} {
		rec := readGiven(c.text, given{figures: map[string]string{"40": "arrested", "12 ": "arrested"}, months: map[string]string{"March 2021": "2021-03"}})
		if len(rec.Events) != c.events || len(rec.EventMentions) != c.mentions {
			t.Errorf("%s: %d events with %d mentions (%s), want %d with %d", c.name, len(rec.Events), len(rec.EventMentions), outline(rec), c.events, c.mentions)
		}
	}
}

func TestDateAndPlaceComeFromTheClause(t *testing.T) {
	g := given{cities: map[string]string{"Turin": "ITA", "Lyon": "FRA"}, dates: map[string]string{"4 May 2021": "2021-05-04"}}
	rec := readGiven("On 4 May 2021, police arrested two brokers in Turin, and prosecutors in Lyon charged a third with fraud.", g)
	want := []string{"arrest 2021-05-04 Turin ITA", "charge  Lyon FRA"}
	var got []string
	for _, e := range rec.Events {
		got = append(got, e.EventType+" "+e.DateEDTF+" "+e.PlaceText+" "+e.CountryCode)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestTwoMeetingsOfASentenceKeepTheirOwnDays(t *testing.T) {
	rec := readGiven("The meeting followed the border talks on 4 May 2021 in Turin.", given{cities: map[string]string{"Turin": "ITA"}, dates: map[string]string{"4 May 2021": "2021-05-04"}})
	var got []string
	for _, e := range rec.Events {
		got = append(got, e.EventType+" "+e.DateEDTF+" "+e.PlaceText)
	}
	if diff := cmp.Diff([]string{"meeting  ", "meeting 2021-05-04 Turin"}, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestADateBelongsToTheEventOfItsOwnPhrase(t *testing.T) {
	g := given{cities: map[string]string{"Turin": "ITA"}, dates: map[string]string{"4 May 2021": "2021-05-04"}}
	for _, c := range []struct{ text, want string }{
		{"The militia staged the attack in retaliation for shelling on 4 May 2021 in Turin.", "attack , attack 2021-05-04 Turin"},
		{"Police arrested the clerk for investigation of fraud on 4 May 2021.", "arrest 2021-05-04, investigation 2021-05-04"},
		{"Air strikes on 4 May 2021 in Turin that left nine farmers dead were condemned.", "attack 2021-05-04 Turin, death 2021-05-04 Turin"},
		{"Police raid farms (as in Turin on 4 May 2021, when forty people were rescued).", "rescue 2021-05-04 Turin"},
		{"Police raided a farm in Turin on 4 May 2021, seizing phones.", "raid 2021-05-04 Turin, seizure 2021-05-04 Turin"},
		{"The mayor's decree, made public on 4 May 2021, ordered the guards to leave.", "order 2021-05-04"},
		{"Gangs lured people from nine countries to work in mines in Turin.", "trafficking  Turin"},
		{"The decree, issued on 4 May 2021, shocked the traders.", "law 2021-05-04"},
		{"He led the coup on 4 May 2021 following mass protests.", "leadership_change 2021-05-04, protest "},
		{"Germany won 4 May 2021's election.", "election 2021-05-04"},
		{"Police on 4 May 2021 searched a farm and seized phones.", "raid 2021-05-04, seizure 2021-05-04"},
		{"Police searched a farm on 4 May 2021 and arrested nine men.", "raid 2021-05-04, arrest 2021-05-04"},
		{"The mayor expects a ruling by 4 May 2021 and warned of arrests.", "verdict 2021-05-04, warning , arrest "},
	} {
		var got []string
		for _, m := range readGiven(c.text, g).EventMentions {
			kind := strings.Split(m.Rule, "/")[2]
			got = append(got, strings.TrimSuffix(kind+" "+m.DateEDTF+" "+m.PlaceText, " "))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestOneOperationHasOneDate(t *testing.T) {
	rec := readGiven("Police arrested nine men in raids on farms. The nationwide operation, which took place on 4 May 2021, shocked them.", given{dates: map[string]string{"4 May 2021": "2021-05-04"}})
	var got []string
	for _, e := range rec.Events {
		got = append(got, e.EventType+" "+e.DateEDTF+" "+e.DateBasis)
	}
	if diff := cmp.Diff([]string{"arrest 2021-05-04 inferred_from_document", "raid 2021-05-04 explicit"}, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestFiguresFindTheirEvent(t *testing.T) {
	rec := readGiven("Police arrested forty people at the port. Eleven were women. The port handles ninety ships.", given{figures: map[string]string{"forty": "arrested", "Eleven": "arrested", "ninety": ""}})
	want := map[string]string{"forty": "clause", "Eleven": "carried", "ninety": ""}
	for _, f := range rec.Figures {
		if f.EventBasis != want[f.Quote] || (f.EventID != "") != (want[f.Quote] != "") {
			t.Errorf("figure %q has event %q by %q, want %q", f.Quote, f.EventID, f.EventBasis, want[f.Quote])
		}
	}
}

func TestWhatASourceSaysIsAttributed(t *testing.T) {
	rec := readGiven("The minister said soldiers had raided the camp.", given{denials: []string{"soldiers had raided the camp"}})
	if len(rec.EventMentions) != 1 || rec.EventMentions[0].Assertion != attributed || rec.EventMentions[0].CitationID != "cit_1" {
		t.Errorf("mentions %+v, want one, attributed to cit_1", rec.EventMentions)
	}
}

func TestRowsHoldTogether(t *testing.T) {
	rec := read(strings.Repeat(benchmarkText, 3))
	events, mentions := map[string]bool{}, map[string]bool{}
	for _, m := range rec.EventMentions {
		mentions[m.MentionID] = true
		if got := rec.Article.Text[m.TriggerStart:m.TriggerEnd]; got != m.Trigger {
			t.Errorf("trigger %q is %q in the text", m.Trigger, got)
		}
		if !strings.Contains(m.Quote, m.Trigger) {
			t.Errorf("trigger %q is not in its evidence %q", m.Trigger, m.Quote)
		}
	}
	for _, e := range rec.Events {
		events[e.EventID] = true
		if !mentions[e.AnchorMentionID] || e.EventID != e.AnchorMentionID || e.Summary == "" {
			t.Errorf("event %+v has no anchor or summary", e)
		}
	}
	for _, m := range rec.EventMentions {
		if !events[m.EventID] {
			t.Errorf("mention %q belongs to no event", m.Trigger)
		}
	}
	for _, a := range rec.EventActors {
		if !events[a.EventID] || !mentions[a.MentionID] || rec.Article.Text[*a.TextStart:*a.TextEnd] != a.ActorText {
			t.Errorf("actor row %+v hangs in the air", a)
		}
	}
}

func TestEveryTypeHasItsWording(t *testing.T) {
	for _, e := range schema.EventTypeRows {
		if w := wording[e.EventType]; !strings.Contains(w, " ") || strings.HasSuffix(w, " ") {
			t.Errorf("%s reads %q: want a noun and a preposition", e.EventType, w)
		}
	}
}
