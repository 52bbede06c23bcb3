package places_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/places"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

const story = "BANGKOK – Thailand closed the bridge to Myawaddy in Myanmar on Friday. Officers searched trucks in Paris, Texas, the Austin office said."

func read(s string) *schema.Record {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_example", Text: s}}
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	places.Find(doc, rec, nil)
	return rec
}

func ExampleFind() {
	rec := read(story)
	for _, p := range rec.Places {
		fmt.Printf("%s, %s in %s (%s)\n", p.Name, p.PlaceType, p.CountryCode, p.Gazetteer)
	}
	// Output:
	// Bangkok, city in THA (geonames:1609350)
	// Thailand, country in THA (geonames:1605651)
	// Myawaddy, city in MMR (geonames:1308052)
	// Myanmar, country in MMR (geonames:1327865)
	// Paris, city in USA (geonames:4717560)
	// Texas, admin1 in USA ()
	// Austin, city in USA (geonames:4671654)
}

func TestLongTextsTakeLinearTime(t *testing.T) {
	for _, s := range []string{strings.Repeat("Paris, ", 30000), strings.Repeat("San ", 50000), strings.Repeat("Koh Kong and U.S. ", 20000)} {
		read(s) // a quadratic step would take minutes
	}
}

func TestSameTextGivesTheSameRows(t *testing.T) {
	a, b := fmt.Sprintf("%+v", read(story).PlaceMentions), fmt.Sprintf("%+v", read(story).PlaceMentions)
	if a != b {
		t.Errorf("two runs differ:\n%s\n%s", a, b)
	}
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(story+"\n", 20)
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		places.Find(doc, &schema.Record{}, nil)
	}
}
