package resolve

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
)

// previousOf is what a dataset of these records and ids tells the next one.
func previousOf(p *Partition, records []*schema.Record, since map[string]int) *schema.Previous {
	ids := schema.PreviousIDs{ByAnchor: map[string]string{}, Since: since, Taken: map[string]bool{}}
	for i := range p.Actors {
		ids.ByAnchor[p.Actors[i].Row.AnchorMentionID], ids.Taken[p.Actors[i].Row.ActorID] = p.Actors[i].Row.ActorID, true
	}
	ids.Members = func(of map[string]bool) (found []schema.PreviousMember, err error) {
		for i := range p.Actors {
			for _, m := range p.Actors[i].Members {
				k := p.key(int(m.Article))
				if id := p.Actors[i].Row.ActorID; of[id] {
					found = append(found, schema.PreviousMember{RowID: k.Actors[m.Number].Anchor, ArticleID: k.ArticleID, ID: id})
				}
			}
		}
		return found, nil
	}
	empty := schema.PreviousIDs{Members: func(map[string]bool) ([]schema.PreviousMember, error) { return nil, nil }}
	return &schema.Previous{Actors: ids, Events: empty, Groups: empty}
}

// continued resolves records as the dataset that follows previous.
func continued(t *testing.T, records []*schema.Record, previous *schema.Previous) *Partition {
	t.Helper()
	p, err := Resolve(keysOf(records), previous, func(numbers []int, yield func(int, *schema.Record) error) error {
		for _, n := range numbers {
			if err := yield(n, records[n]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// idOf is the id of the one actor with a name among its names.
func idOf(t *testing.T, p *Partition, name string) string {
	t.Helper()
	id := ""
	for i := range p.Actors {
		for _, n := range p.Actors[i].Names {
			if n.Name == name {
				if id != "" && id != p.Actors[i].Row.ActorID {
					t.Fatalf("two actors are called %s", name)
				}
				id = p.Actors[i].Row.ActorID
			}
		}
	}
	if id == "" {
		t.Fatalf("nobody is called %s", name)
	}
	return id
}

var (
	full  = who{"Tatchai Pitaneelaboot", "person", "THA"}
	other = who{"Kok An", "person", "KHM"}
)

func TestIDsStayWhenNamesGrow(t *testing.T) {
	police := who{"Cambodian police", "law_enforcement", "KHM"}
	national := who{"Cambodian National Police", "law_enforcement", "KHM"}
	first := []*schema.Record{record(1, "", []who{police, other})}
	p := resolved(keysOf(first), nil)
	both := append(first, record(2, "", []who{national, police}))
	q := continued(t, both, previousOf(p, first, nil))
	for _, name := range []string{police.name, other.name} {
		if was, is := idOf(t, p, name), idOf(t, q, name); was != is {
			t.Errorf("%s was %s and is %s", name, was, is)
		}
	}
}

func TestAnIDWithoutItsAnchorGoesToTheSmallestMemberLeft(t *testing.T) {
	records := []*schema.Record{record(1, "", []who{full}), record(2, "", []who{full}), record(3, "", []who{full})}
	p := resolved(keysOf(records), nil)
	id := idOf(t, p, full.name)
	for gone := range records { // whichever holds the anchor
		var left []*schema.Record
		for i, r := range records {
			if i != gone {
				left = append(left, r)
			}
		}
		q := continued(t, left, previousOf(p, records, nil))
		if got := idOf(t, q, full.name); got != id {
			t.Errorf("without article %d the id is %s, want %s", gone+1, got, id)
		}
	}
}

func TestTheOldestIDStaysInAMerge(t *testing.T) {
	short := who{"Shamrock", "organization", ""}
	long := who{"Operation Shamrock", "organization", ""}
	records := []*schema.Record{record(1, "", []who{short}), record(2, "", []who{long})}
	p := resolved(keysOf(records), nil)
	a, b := idOf(t, p, short.name), idOf(t, p, long.name)
	if a == b {
		t.Fatal("the two are one without a bridge")
	}
	// The record that says both makes them one: as one actor with two names.
	bridge := record(3, "", []who{long})
	bridge.ActorNames = append(bridge.ActorNames, schema.ActorName{ActorID: bridge.Actors[0].ActorID, Name: short.name, NameType: "alias", NMentions: 1})
	all := append(records, bridge)
	for _, c := range []struct {
		since      map[string]int
		stays, got string
	}{{map[string]int{a: 2}, b, a}, {map[string]int{b: 2}, a, b}} {
		q := continued(t, all, previousOf(p, records, c.since))
		if idOf(t, q, short.name) != idOf(t, q, long.name) {
			t.Fatal("the bridge does not join them")
		}
		if got := idOf(t, q, long.name); got != c.stays {
			t.Errorf("since %v: %s stays, want %s", c.since, got, c.stays)
		}
		if diff := cmp.Diff(map[string]string{c.got: c.stays}, q.Merged); diff != "" {
			t.Errorf("merged (-want +got): %s", diff)
		}
	}
}

func TestAnIDThatWentIntoAnotherIsNotUsedAgain(t *testing.T) {
	records := []*schema.Record{record(1, "", []who{full})}
	fresh := idOf(t, resolved(keysOf(records), nil), full.name)
	previous := previousOf(&Partition{}, nil, nil)
	previous.Actors.Taken[fresh] = true
	if got := idOf(t, continued(t, records, previous), full.name); got == fresh {
		t.Errorf("%s is used again", fresh)
	}
}
