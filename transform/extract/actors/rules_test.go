package actors

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// placesOf stands in for the station before: the places that these tests name, wherever they stand as words.
func placesOf(doc *text.Document, rec *schema.Record) {
	for _, p := range []schema.Place{
		{Name: "Peru", PlaceType: "country", CountryCode: "PER"}, {Name: "United States", PlaceType: "country", CountryCode: "USA"},
		{Name: "China", PlaceType: "country", CountryCode: "CHN"}, {Name: "Beijing", PlaceType: "city", CountryCode: "CHN"}, {Name: "Cambodia", PlaceType: "country", CountryCode: "KHM"},
	} {
		p.PlaceID = schema.ID("plc", p.Name)
		at := 0
		for at >= 0 && at+len(p.Name) < len(doc.Text) && (doc.Text[at:at+len(p.Name)] != p.Name || doc.Text[at+len(p.Name)] >= 'a') {
			if next := strings.Index(doc.Text[at+1:], p.Name); next >= 0 {
				at += 1 + next
			} else {
				at = -1
			}
		}
		if at < 0 || at+len(p.Name) >= len(doc.Text) {
			continue
		}
		rec.Places = append(rec.Places, p)
		span := doc.Span(at, at+len(p.Name))
		rec.PlaceMentions = append(rec.PlaceMentions, schema.PlaceMention{MentionID: schema.ID("men", p.Name), PlaceID: p.PlaceID, Span: span, IsActor: p.Name == "Beijing"})
	}
}

func findIn(s string) *schema.Record {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	placesOf(doc, rec)
	Find(doc, rec, nil)
	return rec
}

// castOf writes the actors of a record as testdata/rules.txt does.
func castOf(rec *schema.Record) string {
	var b strings.Builder
	null := func(s string) string {
		if s == "" {
			return "null"
		}
		return s
	}
	for _, a := range rec.Actors {
		fmt.Fprintf(&b, "%s, %s, %s, %s:", a.Name, a.ActorType, null(a.CountryCode), null(a.Title))
		var forms []string
		for _, n := range rec.ActorNames {
			if n.ActorID == a.ActorID {
				forms = append(forms, fmt.Sprintf(" %s (%d)", n.Name, n.NMentions))
			}
		}
		for _, kind := range []string{"role", "pronoun"} {
			n := 0
			for _, m := range rec.ActorMentions {
				n += btoi(m.ActorID == a.ActorID && m.Kind == kind)
			}
			if n > 0 {
				forms = append(forms, fmt.Sprintf(" ~%s (%d)", kind, n))
			}
		}
		b.WriteString(strings.Join(forms, ",") + "\n")
	}
	return b.String()
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestTextsYieldTheirActors(t *testing.T) {
	data, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq(string(data), "\n\n") {
		name, body, _ := strings.Cut(strings.TrimPrefix(part, "# "), "\n\t")
		s, want, _ := strings.Cut(body, "\n")
		if body == "" {
			continue // the head
		}
		t.Run(name, func(t *testing.T) {
			rec := findIn(s)
			if want = strings.TrimSpace(want); want != "" {
				want += "\n"
			}
			if got := castOf(rec); got != want {
				t.Errorf("%s\ngot\n%swant\n%s", s, got, want)
			}
			for _, m := range rec.ActorMentions {
				if r := []rune(s); string(r[m.SpanStart:m.SpanEnd]) != m.Quote {
					t.Errorf("span %d-%d does not quote %q", m.SpanStart, m.SpanEnd, m.Quote)
				}
			}
		})
	}
}

func TestPeopleToProtectAreMarked(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Amina, a 17-year-old Kenyan survivor, told the court about the house.", true},
		{"Amina Yusuf, a lawyer, told the court about the house.", false},
		{"Senator Amina Yusuf, a survivor of the attack, told the court about the house.", false},
	} {
		rec := findIn(c.text)
		if len(rec.Actors) == 0 || rec.Actors[0].IsSensitive != c.want {
			t.Errorf("%q: %+v, want sensitive %v", c.text, rec.Actors, c.want)
		}
	}
}

func TestNamesOfOnePerson(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Thanakorn Rattanaphan", "Thanakorn Ratanaphan", true},
		{"Hun Manet", "Hun Sen", false},
		{"John F. Kennedy", "John Kennedy", true},
		{"Mohammed Mursi", "Mohamed Mursi", true},
		{"Kim Minjun", "Kim Sejin", false},
		{"Anna Berg", "Hanna Berg", false},
		{"George Bush", "George Walker Bush", true},
	} {
		if got := sameName(nameParts(c.a), nameParts(c.b)); got != c.want {
			t.Errorf("%s and %s: one person %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestAcronymsTakeTheirLettersInOrder(t *testing.T) {
	for _, c := range []struct {
		word, name string
		want       bool
	}{
		{"OMS", "Office of Maritime Safety", true}, {"GBC", "Thailand-Cambodia General Border Committee", true}, {"UN", "United Nations", true},
		{"SMO", "Office of Maritime Safety", false}, {"CEO", "Central Bank", false}, {"AI", "Air India", true},
	} {
		if got := isAcronym(c.word, c.name); got != c.want {
			t.Errorf("%s for %s: %v, want %v", c.word, c.name, got, c.want)
		}
	}
}

func TestManyNamesTakeLinearTime(t *testing.T) {
	for _, s := range []string{"Mr John Smith met Ann Lee. ", "the Office of Safety (OS), ", "He said the company and the minister ", "Thai police and U.S. officials, "} {
		findIn(strings.Repeat(s, 6000)) // a quadratic step would take minutes
	}
}
