package actors

import (
	"fmt"
	"strings"
	"testing"
)

func TestTitleAndBodyComeFromOnePosition(t *testing.T) {
	for _, c := range []struct{ name, phrase, title, affiliation, want string }{
		{"a description borrows no office's body", "Tycoon {Ola Berg} met tycoon {Berg=Ola Berg}. {Ola Berg}, chairman of {Fjord Bank:company NOR}, left.", "", "Fjord Bank", "Tycoon @ "},
		{"of two stated as often, the one with a body", "Activist {Ola Berg}, director of {Fjord Bank:company NOR}, left.", "Activist", "Fjord Bank", "director @ Fjord Bank"},
		{"what holds goes before what is over", "Former minister {Ola Berg}, chairman of {Fjord Bank:company NOR}, left.", "Former minister", "", "chairman @ Fjord Bank"},
		{"an author is not his country's", "{Norway:country NOR}'s author {Ola Berg} left.", "author", "Norway", "author @ "},
		{"what is over gives no body", "{Ola Berg} served as director of {Fjord Bank:company NOR}.", "director", "Fjord Bank", " @ "},
		{"only quoted words say so", "\"{Ola Berg}, director of {Fjord Bank:company NOR}, knew,\" she said.", "director", "Fjord Bank", " @ "},
	} {
		d, rec := marked(c.phrase)
		relations(d, rec, nil)
		person := 0
		for k := range rec.Actors {
			if rec.Actors[k].Name == "Ola Berg" {
				person = k
			}
		}
		a := &rec.Actors[person]
		a.Title, a.Affiliation, a.AffiliationActorID = c.title, c.affiliation, ""
		for _, o := range rec.Actors {
			if o.Name == c.affiliation {
				a.AffiliationActorID = o.ActorID
			}
		}
		Positions(d, rec, nil)
		if got := fmt.Sprint(a.Title, " @ ", a.Affiliation); got != c.want || strings.HasSuffix(got, "@ ") != (a.AffiliationActorID == "") {
			t.Errorf("%s: got %q, want %q; relations %s", c.name, got, c.want, statedRelations(rec))
		}
	}
}
