package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// readNames reads a file with names, by its name: a treebank with entities or a table of words.
func readNames(name string) ([]annotated, error) {
	if strings.Contains(name, ".conllu") {
		return readEntities(name)
	}
	return readColumns(name)
}

// goldNames reads a file and adds swapped copies of its texts.
func goldNames(name string, swap *swapper, copies int) ([]model.Gold, error) {
	all, err := readNames(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var gold []model.Gold
	for _, a := range all {
		gold = append(gold, a.gold())
		for range copies {
			gold = append(gold, swap.swap(a).gold())
		}
	}
	for _, g := range gold {
		model.Tag(g.Document)
	}
	return gold, nil
}

// trainNames makes names.bin and says how right it is on the test files.
func trainNames(o options) error {
	o.defaults(4, 19)
	var gold []model.Gold
	swap := newSwapper(o.seed)
	for _, name := range o.train {
		g, err := goldNames(name, swap, o.copies)
		if err != nil {
			return err
		}
		if o.verbose {
			describe(name, g)
		}
		gold = append(gold, g...)
	}
	payload := model.TrainNames(gold, o.bits, o.rounds, o.seeds())
	header := []string{
		"what: names, structured averaged perceptron over hashed features",
		"data: " + baseNames(o.train) + " (GUM, CC BY 4.0; UNER over UD English EWT, CC BY-SA 4.0; wikigold, CC BY 4.0)",
		fmt.Sprintf("seeds: %d, rounds: %d, copies with other names: %d", o.seeds(), o.rounds, o.copies),
	}
	for _, name := range o.test {
		test, err := goldNames(name, nil, 0)
		if err != nil {
			return err
		}
		score := fmt.Sprintf("score: %s %v", filepath.Base(name), scoreNames(model.ReadNamer(payload).Names, test))
		fmt.Println(score)
		header = append(header, score)
	}
	return o.write("names.bin", model.File{Header: header, Payload: payload})
}

func describe(name string, gold []model.Gold) {
	sentences, skipped, entities := 0, 0, 0
	for _, g := range gold {
		sentences += len(g.Sentences)
		entities += len(g.Entities)
		for _, s := range g.Skip {
			if s {
				skipped++
			}
		}
	}
	fmt.Printf("%s: %d texts, %d sentences (%d skipped), %d names\n", filepath.Base(name), len(gold), sentences, skipped, entities)
}

// scoreNames counts persons, bodies and places that are found with their exact bounds and label.
func scoreNames(find func(*text.Document), test []model.Gold) tally {
	var t tally
	for _, g := range test {
		want := map[text.Name]bool{}
		for _, e := range g.Entities {
			if e.Label != text.OtherName {
				want[text.Name{First: e.First, End: e.End, Label: e.Label}] = true
				t.wanted++
			}
		}
		find(g.Document)
		for _, e := range g.Names {
			if e.Label == text.OtherName {
				continue
			}
			t.given++
			if want[text.Name{First: e.First, End: e.End, Label: e.Label}] {
				t.right++
			}
		}
	}
	return t
}

// seeds are as many as -models says, from -seed on.
func (o options) seeds() []uint64 {
	var all []uint64
	for i := range o.models {
		all = append(all, o.seed+uint64(i))
	}
	return all
}
