package rule

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/transform/text"
)

func TestNumbersInDigitsAndWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  float64
		words int // tokens taken
	}{
		{"1,000 people", 1000, 1}, {"12.5 billion", 12.5, 1}, {"1.000.000 euros", 1e6, 1}, {"1,00,000 rupees", 1e5, 1},
		{"twenty-one men", 21, 3}, {"two hundred and fifty men", 250, 4}, {"three thousand two hundred", 3200, 4}, {"eight million 250", 8e6, 2}, {"seventy five", 75, 2},
		{"one million five hundred thousand", 1.5e6, 5},
	} {
		d := text.Split(c.text)
		got, end, ok := NumberAt(d, 0, len(d.Tokens))
		if !ok || got != c.want || end != c.words {
			t.Errorf("NumberAt(%q) = %v, %d, %v; want %v, %d", c.text, got, end, ok, c.want, c.words)
		}
	}
	for _, s := range []string{"2nd", "1990s", "and", "hundred people", "million", "1,00", "x"} {
		d := text.Split(s)
		if v, _, ok := NumberAt(d, 0, len(d.Tokens)); ok {
			t.Errorf("NumberAt(%q) = %v, want none", s, v)
		}
	}
}

func TestLongestMatchWinsThenTheEarlierRule(t *testing.T) {
	short := Rule[string]{"<number>", Number("n"), func(m Match) (string, bool) { return m.Text("n"), true }}
	long := Rule[string]{"<number> people", Seq(Number("n"), Word("people")), func(m Match) (string, bool) { return m.Text("n") + "!", true }}
	never := Rule[string]{"<number> people there", Seq(Number("n"), Phrase("people there")), func(Match) (string, bool) { return "", false }}
	tr := &Trace{}
	got := Find(text.Split("They saw 40 people there and 50."), "test", []Rule[string]{short, long, never}, tr)
	want := []Found[string]{{"<number> people", 2, 4, "40!"}, {"<number>", 6, 7, "50"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Find (-want +got):\n%s", diff)
	}
	var lost []string
	for _, s := range tr.Steps {
		if !s.Won {
			lost = append(lost, s.Rule+": "+s.Reason)
		}
	}
	if diff := cmp.Diff([]string{"<number>: shorter than: <number> people", "<number> people there: refused by the rule"}, lost); diff != "" {
		t.Errorf("lost (-want +got):\n%s", diff)
	}
}
