package model

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsledger/newsledger/transform/text"
)

func named(s string) *text.Document {
	d := tagged(s)
	Names(d)
	return d
}

func listNames(d *text.Document) string {
	var out []string
	for _, n := range d.Names {
		out = append(out, [...]string{"", "person", "body", "place", "other"}[n.Label]+" "+d.Slice(n.First, n.End))
	}
	return strings.Join(out, "; ")
}

func TestNamesOfNews(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"title is no part", "President Joko Widodo met Prime Minister Hun Manet in Jakarta.", "person Joko Widodo; person Hun Manet; place Jakarta"},
		{"possessive is no part", "Kenya’s Ministry of Health said on Monday that it was ready.", "place Kenya; body Ministry of Health"},
		{"hyphenated name", "“We will appeal,” said Kim Nam-guk, a lawyer in Seoul.", "person Kim Nam-guk; place Seoul"},
		{"demonym is no name", "The Thai army and Cambodian police met on Friday.", ""},
		{"no name at all", "The minister told reporters that the plan would go ahead.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, listNames(named(c.text))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestNameTrainingGivesTheSameBytesTwice(t *testing.T) {
	sample := func() []Gold {
		d := text.Split("Mary Okafor lives in Lagos. Mary Okafor works for Zenith Bank in Lagos.")
		Tag(d)
		return []Gold{{Document: d, Entities: []text.Name{{First: 0, End: 2, Label: text.Person}, {First: 4, End: 5, Label: text.PlaceName}, {First: 6, End: 8, Label: text.Person}, {First: 10, End: 12, Label: text.Organization}, {First: 13, End: 14, Label: text.PlaceName}}}}
	}
	one, two := TrainNames(sample(), 12, 5, []uint64{3, 4}), TrainNames(sample(), 12, 5, []uint64{3, 4})
	if !bytes.Equal(one, two) {
		t.Fatal("two runs differ")
	}
	d := text.Split("Mary Okafor works for Zenith Bank in Lagos.")
	Tag(d)
	ReadNamer(one).Names(d)
	if got, want := listNames(d), "person Mary Okafor; body Zenith Bank; place Lagos"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

var oddTexts = []string{"", "....", strings.Repeat("A", 1<<20), strings.Repeat("Al-", 1<<17), strings.Repeat("Of The ", 1<<15), "\xff Bangkok \xfe", strings.Repeat("“", 1<<12), "Kim Nam-guk (KNG), 34, said."}

func TestNamesOfOddText(t *testing.T) {
	for _, s := range oddTexts {
		checkNames(t, s)
	}
}

// checkNames demands names in order, inside the text, and subjects and objects that are phrases of it.
func checkNames(t *testing.T, s string) {
	t.Helper()
	d := named(s)
	last := 0
	for _, n := range d.Names {
		if n.First < last || n.First >= n.End || n.End > len(d.Tokens) || n.Label == text.NoLabel {
			t.Fatalf("name %v of %.20q is out of place", n, s)
		}
		last = n.End
	}
	for i := 0; i < min(len(d.Tokens), 500); i++ {
		for _, find := range []func(*text.Document, int) (Phrase, bool){Subject, Object, Agent} {
			if p, ok := find(d, i); ok && (p.First < 0 || p.First > p.Head || p.Head >= p.End || p.End > len(d.Tokens)) {
				t.Fatalf("phrase %v of token %d of %.20q is out of place", p, i, s)
			}
		}
		if first, end := Clause(d, i); first > i || end <= i {
			t.Fatalf("clause %d to %d of token %d of %.40q", first, end, i, s)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range oddTexts {
		f.Add(s[:min(len(s), 200)])
	}
	f.Fuzz(checkNames)
}

func BenchmarkTagAndNames(b *testing.B) {
	d := text.Split(strings.Repeat("The health ministry said on Monday that at least 14 people had died in Surin province since June, Dr Somsak Chai told the Bangkok Post. ", 50))
	Tag(d)
	Names(d)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		Tag(d)
		Names(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
