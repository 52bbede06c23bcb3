package events

import (
	"testing"
	"unicode/utf8"
)

// Whatever the text, Find ends, and every trigger and participant quotes the text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", benchmarkText, "to arrest", "\"arrested,", "of of of raid of", "by by in in at", "shot dead, said to have been to be", "Police arrested 40 men within 15 days, Turin, Italy; raids"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		rec := read(s)
		runes := []rune(s)
		for _, m := range rec.EventMentions {
			if got := string(runes[m.TriggerStart:m.TriggerEnd]); got != m.Trigger {
				t.Fatalf("trigger %q is %q in the text", m.Trigger, got)
			}
		}
		for _, a := range rec.EventActors {
			if got := string(runes[*a.TextStart:*a.TextEnd]); got != a.ActorText {
				t.Fatalf("participant %q is %q in the text", a.ActorText, got)
			}
		}
	})
}
