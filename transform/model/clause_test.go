package model

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsledger/newsledger/transform/text"
)

// at is the token of the first word that is written like w.
func at(t *testing.T, d *text.Document, w string) int {
	t.Helper()
	for i := range d.Tokens {
		if d.Word(i) == w {
			return i
		}
	}
	t.Fatalf("no %q in %q", w, d.Text)
	return -1
}

func quote(d *text.Document, p Phrase, ok bool) string {
	if !ok {
		return ""
	}
	return d.Slice(p.First, p.End)
}

func TestWhoDidWhatToWhom(t *testing.T) {
	for _, c := range []struct{ text, verb, subject, object, agent string }{
		{"Thai police on Friday arrested about 40 armed men in Poipet.", "arrested", "Thai police", "about 40 armed men", ""},
		{"The spokesman of the ministry, who lives in Paris, said the men had fled.", "said", "The spokesman", "", ""},
		{"The spokesman of the ministry, who lives in Paris, said the men had fled.", "fled", "the men", "", ""},
		{"The spokesman of the ministry, who lives in Paris, said the men had fled.", "lives", "the ministry", "", ""},
		{"Fourteen men were arrested and charged by the border police on Monday.", "charged", "Fourteen men", "", "the border police"},
		{"The man whom police arrested in May was later released.", "arrested", "police", "The man", ""},
		{"The man whom police arrested in May was later released.", "released", "The man", "", ""},
		{"“We will rebuild the bridge,” said Governor Sok Lou.", "said", "Governor Sok Lou", "", ""},
		{"Officials agreed to close the camp.", "close", "Officials", "the camp", ""},
		{"The court ordered the company to pay a fine.", "pay", "the company", "a fine", ""},
		{"Thailand and Cambodia signed a deal on Tuesday.", "signed", "Thailand", "a deal", ""},
		{"There were 14 deaths in the town.", "were", "14 deaths", "", ""},
		{"The minister said the dam that engineers inspected in June may burst.", "burst", "the dam", "", ""},
		{"He said at least 19 people, among them three minors, had been rescued.", "rescued", "at least 19 people", "", ""},
		{"Farmers fled because soldiers from the northern camp had burned the crops.", "burned", "soldiers", "the crops", ""},
		{"Voters who had waited since dawn left after officials closed the gates.", "closed", "officials", "the gates", ""},
	} {
		d := tagged(c.text)
		v := at(t, d, c.verb)
		p, ok := Subject(d, v)
		o, hasObject := Object(d, v)
		a, hasAgent := Agent(d, v)
		got := []string{quote(d, p, ok), quote(d, o, hasObject), quote(d, a, hasAgent)}
		if diff := cmp.Diff([]string{c.subject, c.object, c.agent}, got); diff != "" {
			t.Errorf("%s %q: subject, object, agent (-want +got):\n%s", c.text, c.verb, diff)
		}
	}
}

func TestVerbGroupsSayTheirVoiceAndTense(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"They have not been charged.", "have", "have not been charged: passive negated perfect past"},
		{"The bank will be selling bonds.", "selling", "will be selling: progressive will future"},
		{"He was never told to leave.", "leave", "to leave: infinitive"},
		{"Men arrested in May were freed.", "arrested", "arrested: passive past"},
		{"It could collapse soon.", "collapse", "could collapse: could"},
	} {
		d := tagged(c.text)
		v, ok := VerbAt(d, at(t, d, c.word))
		got := "none"
		if ok {
			got = d.Slice(v.First, v.End) + ":"
			for _, f := range []struct {
				is   bool
				name string
			}{{v.Passive, "passive"}, {v.Negated, "negated"}, {v.Perfect, "perfect"}, {v.Progressive, "progressive"}, {v.Infinitive, "infinitive"}, {v.Modal != "", v.Modal}, {v.Past, "past"}, {v.Future, "future"}} {
				if f.is {
					got += " " + f.name
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestClausesEndWhereAnotherBegins(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Police raided the house, and soldiers closed the road.", "raided", "Police raided the house,"},
		{"Police raided the house, and soldiers closed the road.", "closed", "and soldiers closed the road."},
		{"The man who killed the guard was arrested in Surin.", "killed", "who killed the guard"},
		{"He said that the bridge had collapsed.", "collapsed", "that the bridge had collapsed."},
		{"The plant closed after workers fell ill.", "closed", "The plant closed"},
	} {
		d := tagged(c.text)
		first, end := Clause(d, at(t, d, c.word))
		if got := d.Slice(first, end); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

func TestLemmas(t *testing.T) {
	for _, c := range []struct {
		word string
		tag  text.Tag
		want string
	}{
		{"arrested", text.VBD, "arrest"}, {"banned", text.VBN, "ban"}, {"seizing", text.VBG, "seize"}, {"rated", text.VBN, "rate"}, {"died", text.VBD, "die"}, {"said", text.VBD, "say"},
		{"carries", text.VBZ, "carry"}, {"deaths", text.NNS, "death"}, {"men", text.NNS, "man"}, {"policemen", text.NNS, "policeman"}, {"companies", text.NNS, "company"},
		{"crises", text.NNS, "crisis"}, {"singing", text.VBG, "sing"}, {"agreed", text.VBD, "agree"}, {"worst", text.JJS, "bad"}, {"'ve", text.VBP, "have"}, {"crossing", text.VBG, "cross"}, {"using", text.VBG, "use"}, {"led", text.VBD, "lead"},
	} {
		if got := Lemma(c.word, c.tag); got != c.want {
			t.Errorf("Lemma(%q, %v) = %q, want %q", c.word, c.tag, got, c.want)
		}
	}
}

func TestHelpersStayLinear(t *testing.T) {
	for _, s := range []string{strings.Repeat("police and who said, ", 1<<14), strings.Repeat("the ", 1<<16), strings.Repeat("was ", 1<<16), strings.Repeat("to not ", 1<<15)} {
		d := tagged(s)
		for i := range d.Tokens {
			Subject(d, i)
			Object(d, i)
			if i%16 == 0 {
				Agent(d, i)
				Prepositions(d, i)
			}
		}
	}
}

func ExampleSubject() {
	d := text.Split("The ministry of health, in a statement on Monday, confirmed three deaths in Surin.")
	Tag(d)
	verb := d.TokenAt(strings.Index(d.Text, "confirmed"))
	s, _ := Subject(d, verb)
	o, _ := Object(d, verb)
	fmt.Println(d.Slice(s.First, s.End), "|", d.Slice(o.First, o.End))
	for _, p := range Prepositions(d, verb) {
		fmt.Println(p.Prep, "|", d.Slice(p.Phrase.First, p.Phrase.End))
	}
	// Output:
	// The ministry | three deaths
	// in | Surin
}
