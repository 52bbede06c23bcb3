package model

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func sampleTrees() []Gold {
	g := sampleGold()
	g[0].Heads, g[0].Relations = []int{1, 2, -1, 2, 5, 6, -1, 6}, strings.Fields("det nsubj root punct nummod nsubj root punct")
	return g
}

// checkSample demands the trees of sampleTrees.
func checkSample(t *testing.T, p *Parser) {
	t.Helper()
	g := sampleTrees()[0]
	for s := range g.Sentences {
		tree := p.Parse(g.Document, s)
		for i := range tree.Heads {
			if want := g.Heads[tree.First+i]; int(tree.Heads[i]) != want || tree.Relations[i].String() != g.Relations[tree.First+i] {
				t.Errorf("sentence %d, word %d: head %d, relation %v, want %d, %s", s, i, tree.Heads[i], tree.Relations[i], want, g.Relations[tree.First+i])
			}
		}
	}
}

func TestParserTrainingGivesTheSameBytesTwice(t *testing.T) {
	one, two := TrainParser(sampleTrees(), 10, 8, 5, 7), TrainParser(sampleTrees(), 10, 8, 5, 7)
	if !bytes.Equal(one, two) {
		t.Fatal("two runs differ")
	}
	checkSample(t, ReadParser(one, nil))
}

func TestNetworkTrainingGivesTheSameBytesTwice(t *testing.T) {
	var many []Gold // inputs that are met once get no numbers
	for range 20 {
		many = append(many, sampleTrees()...)
	}
	one, two := TrainNetwork(many, 3, 7), TrainNetwork(many, 3, 7)
	if !bytes.Equal(one, two) {
		t.Fatal("two runs differ")
	}
	blind := TrainParser(sampleTrees(), 4, 4, 0, 1) // tables that know nothing
	binary.LittleEndian.PutUint64(blind, 0)
	checkSample(t, ReadParser(blind, one))
}

func TestWordsRememberedOrNotGiveTheSameTree(t *testing.T) {
	d := tagged("The ministry that police had searched in May closed the border, and nobody said why.")
	want := parser().Parse(d, 0)
	fresh := ReadParser(load("parser.bin"), load("network.bin"))
	if diff := cmp.Diff(want, fresh.Parse(d, 0)); diff != "" {
		t.Errorf("a parser that has seen nothing before (-want +got):\n%s", diff)
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

func TestParsingStaysLinear(t *testing.T) {
	for _, word := range []string{"word%d ", "-;.:\"%d", "ข่าว%d中文Ünï", "and who%d said, "} {
		b := strings.Builder{}
		for i := 0; b.Len() < 1<<17; i++ {
			fmt.Fprintf(&b, word, i)
		}
		d := tagged(b.String())
		for s := range d.Sentences {
			Parse(d, s)
		}
	}
}

func BenchmarkLoadParser(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ReadParser(load("parser.bin"), load("network.bin"))
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
