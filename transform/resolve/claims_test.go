package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsledger/newsledger/schema"
)

// claim is a figure that measures no event: number, object, place, and the sentence that it stands in.
type claim struct {
	value                   float64
	object, place, sentence string
}

// claimed makes a record of one figure in each sentence.
func claimed(n int, measure, group, class string, claims ...claim) *schema.Record {
	r := record(n, "", nil)
	for i, c := range claims {
		f := schema.Figure{FigureID: fmt.Sprintf("f%d.%d", n, i), Value: &c.value, ValueLow: &c.value, ValueBest: &c.value, ValueHigh: &c.value, Bound: "eq", UnitKind: "count",
			CountClass: class, Object: c.object, Measure: measure, MeasureGroup: group, PlaceID: c.place}
		f.Quote, f.Sentence, f.SentenceNo = schema.FormatReal(c.value), c.sentence, i+1
		r.Figures = append(r.Figures, f)
	}
	return r
}

func groupsOf(records ...*schema.Record) (groups []string) {
	p := resolved(keysOf(records), nil)
	for _, g := range p.Groups {
		var ids []string
		for _, m := range g.Members {
			ids = append(ids, p.key(int(m.Article)).Figures[m.Number].ID)
		}
		groups = append(groups, strings.Join(ids, " "))
	}
	slices.Sort(groups)
	return groups
}

func TestClaimsAboutOneThingStandTogether(t *testing.T) {
	held := func(n int, claims ...claim) *schema.Record {
		return claimed(n, "held", "captivity", "person", claims...)
	}
	sites := func(n int, claims ...claim) *schema.Record { return claimed(n, "sites", "sites", "site", claims...) }
	for _, c := range []struct {
		name    string
		records []*schema.Record
		want    []string
	}{
		{"one number that comes again, whatever the people are called", []*schema.Record{
			held(1, claim{9000, "workers", "norland", "Some 9,000 workers are trapped in compounds of Norland."}),
			held(2, claim{9000, "people", "", "In compounds across Norland 9,000 people are enslaved."})}, []string{"f1.0 f2.0"}},
		{"another number at the same place is a rival", []*schema.Record{
			held(1, claim{9000, "workers", "norland", "Some 9,000 workers are trapped there."}), held(2, claim{4000, "people", "norland", "The police speak of 4,000."})}, []string{"f1.0 f2.0"}},
		{"other places, other things", []*schema.Record{
			held(1, claim{9000, "people", "norland", "In compounds of Norland 9,000 people are trapped."}), held(2, claim{9000, "people", "sudland", "In compounds of Sudland 9,000 people are trapped."})}, []string{"f1.0", "f2.0"}},
		{"a claim without place joins the one, and not the other through it", []*schema.Record{
			held(1, claim{9000, "people", "norland", "In compounds there 9,000 people are trapped."}), held(2, claim{9000, "people", "", "In compounds there 9,000 people are trapped."}),
			held(3, claim{9000, "people", "sudland", "In compounds there 9,000 people are trapped."})}, []string{"f1.0 f2.0", "f3.0"}},
		{"equal numbers of other stories", []*schema.Record{
			sites(1, claim{300, "schools", "", "The ministry closed 300 schools after the storm."}), sites(2, claim{300, "schools", "", "A rich widow left her fortune to 300 schools."})}, []string{"f1.0", "f2.0"}},
		{"small numbers need more", []*schema.Record{
			sites(1, claim{3, "schools", "", "The ministry closed three schools after heavy storms."}), sites(2, claim{3, "schools", "", "The ministry opened three schools near heavy traffic."})}, []string{"f1.0", "f2.0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, groupsOf(c.records...)); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			slices.Reverse(c.records)
			if d := cmp.Diff(c.want, groupsOf(c.records...)); d != "" {
				t.Errorf("in another order (-want +got)\n%s", d)
			}
		})
	}
}

func TestEqualNumbersOfOneSentenceAreTwo(t *testing.T) {
	r := claimed(1, "sites", "sites", "site", claim{500, "houses", "", "Flooding took 500 houses here and 500 houses there."}, claim{500, "houses", "", "Flooding took 500 houses here and 500 houses there."})
	r.Figures[1].SentenceNo = 1
	if d := cmp.Diff([]string{"f1.0", "f1.1"}, groupsOf(r)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestTheSameAmountInAnotherCurrencyIsNoOtherThing(t *testing.T) {
	r := claimed(1, "value", "funds", "", claim{40, "fund", "", "A fund of 40 million crowns ($4 million)."}, claim{4, "fund", "", "A fund of 40 million crowns ($4 million)."})
	for i := range r.Figures {
		r.Figures[i].UnitKind, r.Figures[i].SentenceNo = "money", 1
	}
	r.Figures[1].SameAsFigureID = "f1.0"
	if d := cmp.Diff([]string{"f1.0 f1.1"}, groupsOf(r)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
