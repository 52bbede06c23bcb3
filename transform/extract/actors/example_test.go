package actors_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/actors"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

const story = "Danish police arrested Jonas Falk, the head of Nordhavn Bank, in May. Falk said he had done nothing wrong. Nordhavn gave no comment."

func split(s string) *text.Document {
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	return doc
}

func ExampleFind() {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_example", Text: story}}
	actors.Find(split(story), rec, nil)
	for _, a := range rec.Actors {
		fmt.Printf("%s (%s), mentions: %d, also %q\n", a.Name, a.ActorType, a.NMentions, []string(a.Aliases))
	}
	// Output:
	// Danish police (law_enforcement), mentions: 1, also []
	// Jonas Falk (person), mentions: 3, also ["Falk"]
	// Nordhavn Bank (company), mentions: 2, also ["Nordhavn"]
}

func TestSameTextGivesTheSameRows(t *testing.T) {
	var runs [2]string
	for i := range runs {
		rec := &schema.Record{Article: schema.Article{ArticleID: "art_example", Text: story}}
		actors.Find(split(story), rec, nil)
		runs[i] = fmt.Sprintf("%+v%+v%+v", rec.Actors, rec.ActorNames, rec.ActorMentions)
	}
	if runs[0] != runs[1] {
		t.Errorf("two runs differ:\n%s\n%s", runs[0], runs[1])
	}
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(story+"\n", 20)
	doc := split(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		actors.Find(doc, &schema.Record{}, nil)
	}
}
