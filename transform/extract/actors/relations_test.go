package actors

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// marked makes a document and its actor rows from a phrase that marks its mentions: {Mara Lind} is a person, {Harbour Police:law_enforcement NOR}
// something else, {Lind=Mara Lind} another name, {he@Mara Lind} a role or pronoun.
func marked(phrase string) (*text.Document, *schema.Record) {
	type mention struct {
		from, to int
		name     string
		kind     string
	}
	var b strings.Builder
	var all []mention
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test"}}
	number := map[string]string{}
	for rest := phrase; ; {
		before, inside, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		inside, rest, _ = strings.Cut(inside, "}")
		words, facts, _ := strings.Cut(inside, ":")
		kind := "name"
		words, name, other := strings.Cut(words, "=")
		if w, n, role := strings.Cut(words, "@"); role {
			words, name, kind, other = w, n, "role", true
		}
		if !other {
			name = words
		}
		all = append(all, mention{b.Len(), b.Len() + len(words), name, kind})
		b.WriteString(words)
		if number[name] == "" {
			number[name] = fmt.Sprint("men_", len(number)+1)
			actorType, country, _ := strings.Cut(cmp.Or(facts, "person"), " ")
			rec.Actors = append(rec.Actors, schema.Actor{ActorID: number[name], Name: name, ActorType: actorType, CountryCode: country})
		}
	}
	d := text.Split(b.String())
	model.Tag(d)
	rec.Article.Text = d.Text
	for _, m := range all {
		rec.ActorMentions = append(rec.ActorMentions, schema.ActorMention{ActorID: number[m.name], Span: d.Span(m.from, m.to), Kind: m.kind})
	}
	return d, rec
}

// stated lists the relations of a record as "subject | relation | title | object | status | assertion", joined with " ; ".
func statedRelations(rec *schema.Record) string {
	name := map[string]string{}
	for _, a := range rec.Actors {
		name[a.ActorID] = a.Name
	}
	var all []string
	for _, r := range rec.Relations {
		all = append(all, strings.Join([]string{name[r.SubjectActorID], r.Relation, cmp.Or(r.Title, "-"), cmp.Or(name[r.ObjectActorID], "-"), cmp.Or(r.Status, "-"), r.Assertion}, " | "))
	}
	return cmp.Or(strings.Join(all, " ; "), "none")
}

// Each phrase of testdata/relations.txt stands under the relations that it must yield.
func TestRelationPhrases(t *testing.T) {
	file, err := os.Open("testdata/relations.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, n := "", 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		phrase, inside := strings.CutPrefix(line, "\t")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !inside:
			want = line
		default:
			n++
			d, rec := marked(phrase)
			relations(d, rec, nil)
			if got := statedRelations(rec); got != want {
				t.Errorf("%s\n\t got %s\n\twant %s", phrase, got, want)
			}
			checkRelations(t, d, rec)
		}
	}
	if n < 60 {
		t.Errorf("only %d phrases", n)
	}
}

// checkRelations holds every row to the contract: its quote is its span, its words are of the vocabularies, its actors exist.
func checkRelations(t *testing.T, d *text.Document, rec *schema.Record) {
	t.Helper()
	runes := []rune(d.Text)
	for _, r := range rec.Relations {
		switch {
		case string(runes[r.SpanStart:r.SpanEnd]) != r.Quote:
			t.Errorf("%q is not its span", r.Quote)
		case !strings.Contains(r.Quote, r.Title):
			t.Errorf("%q does not hold the title %q", r.Quote, r.Title)
		case !strings.Contains(r.Sentence, r.Quote):
			t.Errorf("%q is not in its sentence", r.Quote)
		case !schema.Vocabularies["relation"].Has(r.Relation) || !schema.Vocabularies["assertion"].Has(r.Assertion):
			t.Errorf("%q: %s, %s", r.Quote, r.Relation, r.Assertion)
		case r.Status != "" && !schema.Vocabularies["relation_status"].Has(r.Status):
			t.Errorf("%q: status %s", r.Quote, r.Status)
		case r.Rule == "" || r.RelationID == "" || r.CitationID != "":
			t.Errorf("%q: rule %q, id %q, citation %q", r.Quote, r.Rule, r.RelationID, r.CitationID)
		}
	}
	if !slices.IsSortedFunc(rec.Relations, func(x, y schema.Relation) int { return cmp.Or(x.SpanStart-y.SpanStart, x.SpanEnd-y.SpanEnd) }) {
		t.Error("not in the order of the text")
	}
}

func TestPositionsFillWhatIsEmpty(t *testing.T) {
	for _, c := range []struct{ phrase, want string }{
		{"{Mara Lind}, head of the {Harbour Police:law_enforcement NOR}, spoke.", "head @ Harbour Police, law_enforcement NOR"},
		{"{Kenya:country KEN}'s Health Minister {Amina Odo} spoke.", "Health Minister @ Kenya, government KEN"},
		{"Kenyan senator {Amina Odo} of {Kenya:country KEN} spoke.", "senator @ Kenya, legislature KEN"},
		{"{Ola Berg} of the {Nordic Refugee Fund:ngo} spoke.", " @ Nordic Refugee Fund, ngo "},
		{"Former Finance Minister {Ola Berg}, now chairman of {Fjord Bank:company NOR}, spoke.", "chairman @ Fjord Bank, company NOR"},
		{"Swedish economist {Ola Berg} spoke.", "economist @ , company SWE"},
		{"The {Harbour Police:law_enforcement NOR} spoke to the alleged leader {Ola Berg}.", " @ , "},
	} {
		d, rec := marked(c.phrase)
		relations(d, rec, nil)
		for _, a := range rec.Actors {
			if a.ActorType != "person" {
				continue
			}
			got := fmt.Sprintf("%s @ %s, %s %s", a.Title, a.Affiliation, a.Sector, a.CountryCode)
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(c.want), " ") {
				t.Errorf("%s: got %s, want %s", c.phrase, got, c.want)
			}
		}
	}
}

// What actors found themselves stays.
func TestPositionsKeepWhatIsThere(t *testing.T) {
	d, rec := marked("{Mara Lind}, head of the {Harbour Police:law_enforcement NOR}, spoke.")
	rec.Actors[0].Title, rec.Actors[0].CountryCode = "chief", "SWE"
	relations(d, rec, nil)
	if a := rec.Actors[0]; a.Title != "chief" || a.CountryCode != "SWE" || a.AffiliationActorID != rec.Actors[1].ActorID {
		t.Errorf("%+v", a)
	}
}

func TestRelationsAreTheSameTwice(t *testing.T) {
	const phrase = "{Ola Berg}, head of {Fjord Bank:company NOR} and chairman of {Nordlys:media NOR}, met {Berg=Ola Berg}'s brother {Kai Berg}. {Fjord Bank} owns {Nordlys}."
	d, rec := marked(phrase)
	relations(d, rec, nil)
	again, rec2 := marked(phrase)
	relations(again, rec2, nil)
	if !reflect.DeepEqual(rec.Relations, rec2.Relations) || len(rec.Relations) != 4 {
		t.Errorf("got %s\nthen %s", statedRelations(rec), statedRelations(rec2))
	}
}

// BenchmarkRelationsInALongLine repeats a sentence that opens many readings, with and without full stops: bytes a second must not fall as the
// text grows.
func BenchmarkRelationsInALongLine(b *testing.B) {
	const unit = "{Mara Lind}, head of the {Harbour Police:law_enforcement}, and \"the former president, {Ola Berg}, who owns {Nordlys:media}, "
	for _, end := range []string{"", ". "} {
		for _, n := range []int{200, 2000} {
			b.Run(fmt.Sprintf("%d%s", n, end), func(b *testing.B) {
				d, rec := marked(strings.Repeat(unit+end, n))
				b.SetBytes(int64(len(d.Text)))
				for b.Loop() {
					rec.Relations = nil
					relations(d, rec, nil)
				}
			})
		}
	}
}

func BenchmarkRelations(b *testing.B) {
	d, rec := marked(strings.Repeat("{Mara Lind}, head of the {Harbour Police:law_enforcement}, met President {Ola Berg}. {Fjord Bank:company} is owned by {Kai Berg}. ", 50))
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		rec.Relations = nil
		relations(d, rec, nil)
	}
}

func Example_relations() {
	d, rec := marked("{Ola Berg}, the cousin of Prime Minister {Mara Lind}, is said to own the {Crown Hotel:facility}.")
	relations(d, rec, nil)
	for _, r := range rec.Relations {
		fmt.Printf("%s (%s): %s\n", r.Relation, r.Assertion, r.Quote)
	}
	// Output:
	// family (stated): Ola Berg, the cousin of Prime Minister Mara Lind
	// owner (alleged): Ola Berg, the cousin of Prime Minister Mara Lind, is said to own the Crown Hotel
	// position (stated): Prime Minister Mara Lind
}
