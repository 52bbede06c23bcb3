package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// evaluate says how right the embedded weights are on annotated files: of a treebank tags and dependencies, with its own tokens and from
// raw text; of a file with names those that are exactly right; and how fast it all goes on one processor.
func evaluate(o options) error {
	speedOn([]model.Gold{{Document: text.Split("Weights are loaded once.")}})
	for _, name := range o.test {
		fmt.Println(filepath.Base(name))
		if !strings.Contains(name, ".conllu") {
			gold, err := goldNames(name, nil, 0)
			if err != nil {
				return err
			}
			fmt.Println("  names exactly right:", scoreNames(model.Names, gold))
			continue
		}
		gold, err := readTreebank(name)
		if err != nil {
			return err
		}
		var given, raw parseTally
		for _, g := range gold {
			raw.addRaw(g)
		}
		speed := speedOn(gold)
		for _, g := range gold {
			given.addGiven(g)
		}
		fmt.Printf("  treebank's tokens: %v\n  raw text: words %.4f sentences %.4f %v\n  speed: %.0f tokens a second\n", given, raw.words.f1(), raw.sentences.f1(), raw, speed)
	}
	return nil
}

// parseTally counts words that are found with the right bounds, tag, head and relation, and sentences with the right bounds.
type parseTally struct{ words, sentences, tags, heads, both tally }

func (t parseTally) String() string {
	return fmt.Sprintf("XPOS %.4f UAS %.4f LAS %.4f", t.tags.f1(), t.heads.f1(), t.both.f1())
}

// addGiven scores a document in the treebank's tokens and sentences. It overwrites the tags.
func (t *parseTally) addGiven(g model.Gold) {
	want := tagsOf(g)
	t.addAligned(g, g.Document, want, ones(len(g.Tokens)))
}

// addRaw scores a document in our own tokens and sentences. Words are one when they take the same signs of the text, white space left
// out, and heads are right when they are one, as in the CoNLL shared task of 2018.
func (t *parseTally) addRaw(g model.Gold) {
	d := text.Split(g.Text)
	t.addAligned(g, d, tagsOf(g), align(g.Document, d))
	starts, ends := map[int]bool{}, map[[2]int]bool{}
	for _, s := range g.Sentences {
		ends[[2]int{g.Tokens[s.First].From, g.Tokens[s.End-1].To}] = true
	}
	for _, s := range d.Sentences {
		if ends[[2]int{d.Tokens[s.First].From, d.Tokens[s.End-1].To}] {
			starts[s.First] = true
		}
	}
	t.sentences.add(len(starts), len(d.Sentences), len(g.Sentences))
}

func ones(n int) []int {
	same := make([]int, n)
	for i := range same {
		same[i] = i
	}
	return same
}

// align gives for each token of d the token of gold with the same bounds, -1 for none.
func align(gold, d *text.Document) []int {
	at := map[[2]int]int{}
	for i, t := range gold.Tokens {
		at[[2]int{t.From, t.To}] = i
	}
	same := make([]int, len(d.Tokens))
	for i, t := range d.Tokens {
		k, ok := at[[2]int{t.From, t.To}]
		if same[i] = k; !ok {
			same[i] = -1
		}
	}
	return same
}

// addAligned tags and parses d and scores it against gold, whose tags are want.
func (t *parseTally) addAligned(g model.Gold, d *text.Document, want []text.Tag, same []int) {
	model.Tag(d)
	words, tags, heads, both := 0, 0, 0, 0
	for s := range d.Sentences {
		tree := model.Parse(d, s)
		for i, relation := range tree.Relations {
			k := same[tree.First+i]
			if k < 0 {
				continue
			}
			words++
			if d.Tag(tree.First+i) == want[k] {
				tags++
			}
			head := int(tree.Heads[i])
			if head >= 0 {
				if head = same[head]; head < 0 {
					continue
				}
			}
			if head == g.Heads[k] {
				heads++
				if relation.String() == g.Relations[k] {
					both++
				}
			}
		}
	}
	for _, c := range []struct {
		t     *tally
		right int
	}{{&t.words, words}, {&t.tags, tags}, {&t.heads, heads}, {&t.both, both}} {
		c.t.add(c.right, len(d.Tokens), len(g.Tokens))
	}
}

// speedOn tags, parses and finds names in all documents, sentence after sentence, and gives tokens a second.
func speedOn(gold []model.Gold) float64 {
	tokens, spent := 0, time.Duration(0)
	for _, g := range gold {
		d := text.Split(g.Text)
		tokens += len(d.Tokens)
		from := time.Now()
		model.Tag(d)
		model.Names(d)
		for s := range d.Sentences {
			model.Parse(d, s)
		}
		spent += time.Since(from)
	}
	return float64(tokens) / spent.Seconds()
}
