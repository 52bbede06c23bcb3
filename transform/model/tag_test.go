package model

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsledger/newsledger/transform/text"
)

func tagged(s string) *text.Document {
	d := text.Split(s)
	Tag(d)
	return d
}

func TestTagsOfNews(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Police arrested 14 men in Phnom Penh on Friday.", "NNS VBD CD NNS IN NNP NNP IN NNP ."},
		{"“They haven’t been charged,” the minister said.", "`` PRP VBP RB VBN VBN , '' DT NN VBD ."},
		{"The company's shares will be sold by its owners.", "DT NN POS NNS MD VB VBN IN PRP$ NNS ."},
	} {
		d := tagged(c.text)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Tag(i).String())
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

func sampleGold() []Gold {
	d := text.FromSentences([][]string{{"A", "man", "walks", "."}, {"Two", "dogs", "bark", "."}}, [][]bool{{false, false, false, true}, {false, false, false, true}})
	for i, name := range strings.Fields("DT NN VBZ . CD NNS VBP .") {
		d.Tokens[i].Tag = text.TagNamed(name)
	}
	return []Gold{{Document: d}}
}

func TestTrainingGivesTheSameBytesTwice(t *testing.T) {
	one, two := TrainTagger(sampleGold(), 10, 4, 7), TrainTagger(sampleGold(), 10, 4, 7)
	if !bytes.Equal(one, two) {
		t.Fatal("two runs differ")
	}
	d := text.Split("A man walks.")
	ReadTagger(one).Tag(d)
	if d.Tag(1) != text.NN || d.Tag(2) != text.VBZ {
		t.Errorf("tags %v %v, want NN VBZ", d.Tag(1), d.Tag(2))
	}
	f := File{Header: []string{"what: a test"}, Payload: one}
	back, err := ParseFile(f.Bytes())
	if err != nil || !bytes.Equal(back.Payload, one) || back.Header[0] != f.Header[0] {
		t.Errorf("read back: %v, %v", back.Header, err)
	}
}

func TestOddTextIsTagged(t *testing.T) {
	for _, s := range []string{"", " ", "....", strings.Repeat("a", 1<<20), strings.Repeat("- ", 1<<18), "\xff\xfe ok", "ประเทศไทย 中国 ok."} {
		d := tagged(s)
		for i := range d.Tokens {
			if d.Tag(i) == text.None {
				t.Errorf("token %d of %.20q has no tag", i, s)
			}
		}
	}
}

func BenchmarkTag(b *testing.B) {
	d := text.Split(strings.Repeat("The health ministry said on Monday that at least 14 people had died in Surin province since June. ", 50))
	Tag(d)
	b.ResetTimer()
	for b.Loop() {
		Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
