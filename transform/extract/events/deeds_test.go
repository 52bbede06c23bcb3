package events

import (
	"slices"
	"strings"
	"testing"
)

func TestWhoActsWhereTheClauseHasOnlyAPronoun(t *testing.T) {
	for text, want := range map[string]string{
		"The ship was too small, the ministry said. It closed the port.":           "ministry",
		"The government denies the rumour and says it will close the port.":        "government, government",
		"The bank said on Monday that the clerks had left. It closed the factory.": "bank",
		"The minister called on Kenya to reopen the border.":                       "minister, Kenya",
		"The men went home weeks after police freed them from a compound.":         "police",
		"The clerks had left the bank.\n\nIt closed the factory.":                  "",
		"Two men were charged; a third, Mara Lind, escaped from a prison.":         "Mara Lind",
		"The ship was too small, the fishermen said. It will be raided on Sunday.": "",
	} {
		rec := readGiven(text, given{})
		var got []string
		for _, a := range rec.EventActors {
			if a.Role == "agent" {
				got = append(got, a.ActorText)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: agents %q, want %q", text, got, want)
		}
	}
}

func TestWhomWhereTheVerbHasTwoObjectsOrAPronoun(t *testing.T) {
	for text, want := range map[string]string{
		"Police questioned the captain but have not arrested him.":  "investigation: captain, arrest: captain",
		"The judge convicted eight men and sentenced them to life.": "verdict: eight men",
		"The regulator has fined the bank 340 million kroner.":      "penalty: bank",
		"Kenya halted fuel and electricity exports.":                "service_cutoff: fuel and electricity exports",
		"Two men accused of managing the site will be charged.":     "charge: Two men",
		"A third, Mara Lind, was convicted of forgery.":             "verdict: Mara Lind",
		"Russia struck a depot and Kenya shelled a town.":           "attack: depot, attack: town",
		"The gang sold us to a brothel.":                            "",
		"Nobody was hurt. Police arrested none of them.":            "",
		"Police arrested two of them.":                              "arrest: two",
		"Police fired rubber bullets.":                              "",
		"The court convicted none of the men.":                      "verdict: men",
	} {
		rec := readGiven(text, given{money: []string{"340 million kroner"}})
		var got []string
		for _, a := range rec.EventActors {
			for _, e := range rec.Events {
				if words := e.EventType + ": " + a.ActorText; e.EventID == a.EventID && a.Role == "target" && !slices.Contains(got, words) {
					got = append(got, words)
				}
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: targets %q, want %q", text, got, want)
		}
	}
}

func TestWhatIsToComeIsNotOnTheLastSuchDay(t *testing.T) {
	g := given{dates: map[string]string{"Thursday": "2021-05-06"}, published: "2021-05-09"}
	for text, want := range map[string]string{
		"The mediator has proposed talks on Thursday.":   "2021-05-13",
		"The mediator held talks with both on Thursday.": "2021-05-06",
	} {
		if rec := readGiven(text, g); len(rec.Events) != 1 || rec.Events[0].DateEDTF != want {
			t.Errorf("%q: %+v, want one event on %s", text, rec.Events, want)
		}
	}
}

func TestASummarySaysMoreThanTheType(t *testing.T) {
	for text, want := range map[string]string{
		"A border dispute went on.":                                   "dispute “border dispute”",
		"An investigation is under way.":                              "investigation “An investigation is under way”",
		"Police fired rubber bullets at the gate.":                    "Police: attack “fired rubber bullets at the gate”",
		"Police arrested three men.":                                  "Police: arrest of three men",
		"The government denies that it protects anybody, and laughs.": "government: denial “denies that it protects anybody”",
	} {
		if rec := read(text); len(rec.Events) != 1 || rec.Events[0].Summary != want {
			t.Errorf("%q: %+v, want %s", text, rec.Events, want)
		}
	}
	for _, e := range readGiven("The dispute between the clerk and Mara Lind went on.", given{private: "Mara Lind"}).Events {
		if strings.Contains(e.Summary, "Lind") {
			t.Errorf("summary %q names a private person", e.Summary)
		}
	}
}
