package model

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/transform/text"
)

func TestTreesOfNews(t *testing.T) {
	d := tagged("Border police arrested fourteen men in Poipet on Monday.")
	tree := Parse(d, 0)
	for _, c := range []struct{ word, head, relation string }{
		{"police", "arrested", "nsubj"}, {"men", "arrested", "obj"}, {"fourteen", "men", "nummod"}, {"in", "Poipet", "case"},
	} {
		i := at(t, d, c.word)
		if got := d.Word(tree.Head(i)) + " " + tree.Relation(i).String(); got != c.head+" "+c.relation {
			t.Errorf("%s hangs as %q, want %q", c.word, got, c.head+" "+c.relation)
		}
	}
	if root := at(t, d, "arrested"); tree.Head(root) != -1 || tree.Relation(root) != text.RelRoot {
		t.Errorf("root: head %d, relation %v", tree.Head(root), tree.Relation(root))
	}
	if Parse(d, 0) != tree {
		t.Error("a sentence is parsed twice")
	}
}

func TestParserTrainingGivesTheSameBytesTwice(t *testing.T) {
	sample := func() []Gold {
		g := sampleGold()
		g[0].Heads, g[0].Relations = []int{1, 2, -1, 2, 5, 6, -1, 6}, strings.Fields("det nsubj root punct nummod nsubj root punct")
		return g
	}
	one, two := TrainParser(sample(), 10, 8, 5, 7), TrainParser(sample(), 10, 8, 5, 7)
	if !bytes.Equal(one, two) {
		t.Fatal("two runs differ")
	}
	g := sample()[0]
	tree := ReadParser(one).Parse(g.Document, 1)
	for i := range tree.Heads {
		if want := g.Heads[tree.First+i]; int(tree.Heads[i]) != want || tree.Relations[i].String() != g.Relations[tree.First+i] {
			t.Errorf("word %d: head %d, relation %v, want %d, %s", i, tree.Heads[i], tree.Relations[i], want, g.Relations[tree.First+i])
		}
	}
}

func TestEveryTreeHasOneRootAndNoCycle(t *testing.T) {
	for _, s := range []string{"A", ". . . .", strings.Repeat("and ", 3000), strings.Repeat("who said that ", 500), "He said \"go\" (now) - 5% of $3bn!", "\xff\xfe ก ข"} {
		d := tagged(s)
		for k := range d.Sentences {
			tree := Parse(d, k)
			roots := 0
			for i := range tree.Heads {
				if tree.Heads[i] < 0 {
					roots++
				}
				steps := 0
				for j := tree.First + i; j >= 0 && steps <= len(tree.Heads); j = tree.Head(j) {
					steps++
				}
				if steps > len(tree.Heads) {
					t.Fatalf("%.20q: a cycle at word %d", s, i)
				}
				if len(tree.Heads) > 2000 && i > 50 {
					break // chains are long there; the roots of the first words will do
				}
			}
			if len(tree.Heads) <= 2000 && roots != 1 {
				t.Errorf("%.20q: %d roots, want 1", s, roots)
			}
		}
	}
}

func BenchmarkTagParseAndNames(b *testing.B) {
	d := text.Split(strings.Repeat("The health ministry said on Monday that at least 14 people had died in Surin province since June, Dr Somsak Chai told the Bangkok Post. ", 50))
	run := func() {
		Tag(d)
		Names(d)
		for s := range d.Sentences {
			parser().Parse(d, s)
		}
	}
	run()
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func ExampleParse() {
	d := text.Split("Villagers rebuilt the old bridge.")
	Tag(d)
	tree := Parse(d, 0)
	for i := range d.Tokens {
		fmt.Println(d.Word(i), tree.Relation(i))
	}
	// Output:
	// Villagers nsubj
	// rebuilt root
	// the det
	// old amod
	// bridge obj
	// . punct
}
