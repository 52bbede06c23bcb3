package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// readNames reads a file with names, by its name: a treebank with entities or a table of words.
func readNames(name string) ([]model.Gold, error) {
	var gold []model.Gold
	var err error
	if strings.Contains(name, ".conllu") {
		gold, err = readEntities(name)
	} else {
		gold, err = readColumns(name)
	}
	for _, g := range gold {
		model.Tag(g.Document)
	}
	return gold, err
}

// trainNames makes names.bin and says how right it is on the test files.
func trainNames(o options) error {
	var gold []model.Gold
	for _, name := range o.train {
		g, err := readNames(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if o.verbose {
			describe(name, g)
		}
		gold = append(gold, g...)
	}
	payload := model.TrainNames(gold, o.bits, o.rounds, o.seed)
	header := []string{
		"what: names, structured averaged perceptron over hashed features",
		"data: " + baseNames(o.train) + " (GUM, CC BY 4.0; UNER over UD English EWT, CC BY-SA 4.0; wikigold, CC BY 4.0)",
		fmt.Sprintf("seed: %d, rounds: %d", o.seed, o.rounds),
	}
	for _, name := range o.test {
		test, err := readNames(name)
		if err != nil {
			return err
		}
		score := fmt.Sprintf("score: %s %v", filepath.Base(name), scoreNames(payload, test))
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
func scoreNames(payload []byte, test []model.Gold) tally {
	n := model.ReadNamer(payload)
	var t tally
	for _, g := range test {
		want := map[text.Name]bool{}
		for _, e := range g.Entities {
			if e.Label != text.OtherName {
				want[text.Name{First: e.First, End: e.End, Label: e.Label}] = true
				t.wanted++
			}
		}
		n.Names(g.Document)
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
