package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// trainTagger makes tagger.bin and says how right it is on the test files.
func trainTagger(o options) error {
	o.defaults(10, 16)
	gold, err := readTreebanks(o.train)
	if err != nil {
		return err
	}
	payload := model.TrainTagger(gold, o.bits, o.rounds, o.seed)
	header := []string{
		"what: part-of-speech tagger, averaged perceptron over hashed features",
		"data: " + baseNames(o.train) + " (UD English EWT, CC BY-SA 4.0; GUM, CC BY 4.0)",
		fmt.Sprintf("seed: %d, rounds: %d", o.seed, o.rounds),
	}
	for _, name := range o.test {
		test, err := readTreebank(name)
		if err != nil {
			return err
		}
		score := fmt.Sprintf("score: %s XPOS %.4f", filepath.Base(name), tagAccuracy(payload, test))
		fmt.Println(score)
		header = append(header, score)
	}
	return o.write("tagger.bin", model.File{Header: header, Payload: payload})
}

func readTreebanks(names []string) ([]model.Gold, error) {
	var all []model.Gold
	for _, name := range names {
		gold, err := readTreebank(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, gold...)
	}
	return all, nil
}

func baseNames(names []string) string {
	var base []string
	for _, n := range names {
		base = append(base, strings.TrimSuffix(filepath.Base(n), ".gz"))
	}
	return strings.Join(base, ", ")
}

// tagAccuracy is the share of tokens, cut as the annotators did, that get the annotators' tag.
func tagAccuracy(payload []byte, test []model.Gold) float64 {
	tagger := model.ReadTagger(payload)
	right, all := 0, 0
	for _, g := range test {
		want := make([]text.Tag, len(g.Tokens))
		for i := range want {
			want[i] = g.Tokens[i].Tag
		}
		tagger.Tag(g.Document)
		for i := range want {
			all++
			if g.Tokens[i].Tag == want[i] {
				right++
			}
			g.Tokens[i].Tag = want[i]
		}
	}
	return float64(right) / float64(max(all, 1))
}
