package places

import (
	"os"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// findIn reads a text as the pipeline does.
func findIn(s string) *schema.Record {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	Find(doc, rec, nil)
	return rec
}

// placeOf writes the place of a mention as testdata/rules.txt does.
func placeOf(rec *schema.Record, m schema.PlaceMention) string {
	for _, p := range rec.Places {
		if p.PlaceID == m.PlaceID {
			country := p.CountryCode
			if country == "" {
				country = "null"
			}
			return p.Name + ", " + p.PlaceType + ", " + country
		}
	}
	return "-"
}

func TestPhrasesYieldTheirPlaces(t *testing.T) {
	data, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	rule, want, body := "", "", false
	for i, l := range strings.Split(string(data), "\n") {
		switch {
		case l == "":
			body = true
		case strings.HasPrefix(l, "# ") && body:
			rule = l[2:]
		case strings.HasPrefix(l, "\t"):
			checkPhrase(t, i+1, l[1:], rule, want)
		case !strings.HasPrefix(l, "#"):
			want = l
		}
	}
}

func checkPhrase(t *testing.T, line int, phrase, rule, want string) {
	t.Helper()
	plain := strings.NewReplacer("[", "", "]", "").Replace(phrase)
	rec := findIn(plain)
	if rule == "none" {
		for _, m := range rec.PlaceMentions {
			t.Errorf("line %d: %q names no place, got %q by %s", line, plain, m.Quote, m.Rule)
		}
		return
	}
	marked := phrase[strings.IndexByte(phrase, '[')+1 : strings.IndexByte(phrase, ']')]
	for _, m := range rec.PlaceMentions {
		if m.Quote != marked {
			continue
		}
		if got := placeOf(rec, m); got != want || m.Rule != rule {
			t.Errorf("line %d: %q is %s by %s, want %s by %s", line, marked, got, m.Rule, want, rule)
		}
		return
	}
	t.Errorf("line %d: %q was not found in %q", line, marked, plain)
}

func TestCountriesAndCapitalsActWhereTheyAreDoers(t *testing.T) {
	for _, c := range []struct {
		text, quote string
		want        bool
	}{
		{"Beijing accused the company of theft.", "Beijing", true},
		{"Thailand has cut the power to the town.", "Thailand", true},
		{"The pact was signed by Laos.", "Laos", true},
		{"Analysts pointed to close ties with Beijing.", "Beijing", true},
		{"He was born in Beijing.", "Beijing", false},
		{"The man from Thailand was released.", "Thailand", false},
		{"Thailand's rivers rose again.", "Thailand", false},
	} {
		found := false
		for _, m := range findIn(c.text).PlaceMentions {
			if m.Quote == c.quote {
				found = true
				if m.IsActor != c.want {
					t.Errorf("%q: %s acts: %v, want %v", c.text, c.quote, m.IsActor, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: %s was not found", c.text, c.quote)
		}
	}
}

func TestOneNameMeansOnePlaceInAnArticle(t *testing.T) {
	rec := findIn("A fire broke out in London on Friday. Crews in London, Ontario, worked all night.")
	for _, m := range rec.PlaceMentions {
		if m.Quote == "London" && placeOf(rec, m) != "London, city, CAN" {
			t.Errorf("London at %d is %s, want the one in Canada that the text names", m.SpanStart, placeOf(rec, m))
		}
	}
}

func TestEveryAlternativeNameLeadsToItsPlace(t *testing.T) {
	g := atlas()
	for _, c := range []struct{ name, id string }{{"Kiev", "703448"}, {"O'Smach", "11591267"}, {"Myanmar", "1327865"}, {"Burma", "1327865"}, {"Tex.", "US.TX"}} {
		found := false
		for _, k := range g.byName[text.Fold(c.name)] {
			found = found || g.places[k].id == c.id
		}
		if !found {
			t.Errorf("%s does not lead to %s", c.name, c.id)
		}
	}
}
