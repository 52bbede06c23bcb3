package events

import "testing"

func TestPloverFollowsStatusAndAssertion(t *testing.T) {
	for _, c := range []struct {
		name, eventType, status, assertion string
		refused, byAgent                   bool
		want                               string
	}{
		{"an arrest made", "arrest", occurred, stated, false, true, "COERCE"},
		{"an arrest announced", "arrest", planned, stated, false, true, "THREATEN"},
		{"an arrest that somebody calls for", "arrest", proposed, stated, false, true, ""},
		{"talks agreed", "meeting", planned, attributed, false, true, "AGREE"},
		{"talks asked for", "meeting", proposed, stated, false, true, "REQUEST"},
		{"talks called off", "meeting", cancelled, stated, false, true, "REJECT"},
		{"sanctions lifted before they began", "sanction", cancelled, stated, false, true, "CONCEDE"},
		{"sanctions threatened", "sanction", threatened, stated, false, true, "THREATEN"},
		{"troops that a state refuses to send", "deployment", notOccurred, stated, true, true, "REJECT"},
		{"troops not sent", "deployment", notOccurred, stated, false, true, ""},
		{"prisoners released", "release", occurred, stated, false, true, "RETREAT"},
		{"abuse alleged", "abuse", occurred, alleged, false, true, ""},
		{"a bribe denied", "abuse", occurred, denied, false, true, ""},
		{"somebody killed", "death", occurred, stated, false, true, ""},
		{"a protest planned", "protest", planned, stated, false, true, "PROTEST"},
		{"a law", "law", occurred, stated, false, true, ""},
	} {
		s := &sense{eventType: c.eventType}
		if got, _ := plover(s, c.status, c.assertion, c.refused, c.byAgent); got != c.want {
			t.Errorf("%s: plover(%s, %s, %s) = %q, want %q", c.name, c.eventType, c.status, c.assertion, got, c.want)
		}
	}
}

func TestADeathIsAnAssaultOnlyWhenSomebodyKills(t *testing.T) {
	killed := &sense{eventType: "death", root: "ASSAULT"}
	if got, _ := plover(killed, occurred, stated, false, true); got != "ASSAULT" {
		t.Errorf("killed by somebody: %q, want ASSAULT", got)
	}
	if got, _ := plover(killed, occurred, stated, false, false); got != "" {
		t.Errorf("killed by nobody named: %q, want none", got)
	}
}

func TestRootsAreThoseOfTheCodebook(t *testing.T) {
	known := wordSet("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT")
	for eventType, root := range roots {
		if root != "" && !known[root] {
			t.Errorf("event_types.tsv: %s: %q is no PLOVER root", eventType, root)
		}
	}
	for _, all := range senses {
		for _, s := range all {
			if s.root != "" && !known[s.root] {
				t.Errorf("event_triggers.tsv: %s: %q is no PLOVER root", s.name, s.root)
			}
		}
	}
}
