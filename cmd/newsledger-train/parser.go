package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// trainParser makes parser.bin and says how right it is on the test files, with predicted tags.
func trainParser(o options) error {
	o.defaults(6, 20)
	gold, err := readTreebanks(o.train)
	if err != nil {
		return err
	}
	tagByFolds(gold, o.seed)
	payload := model.TrainParser(gold, o.bits, 16, o.rounds, o.seed)
	header := []string{
		"what: dependency parser, greedy arc-hybrid, averaged perceptrons over hashed features",
		"data: " + baseNames(o.train) + " (UD English EWT, CC BY-SA 4.0; GUM, CC BY 4.0)",
		fmt.Sprintf("seed: %d, rounds: %d", o.seed, o.rounds),
	}
	return o.scoreParser("parser.bin", header, payload, payload, nil)
}

// trainNetwork makes network.bin, which the parser adds to its tables, and says how right both are together.
func trainNetwork(o options) error {
	o.defaults(10, 0)
	gold, err := readTreebanks(o.train)
	if err != nil {
		return err
	}
	tagByFolds(gold, o.seed)
	payload := model.TrainNetwork(gold, o.rounds, o.seed)
	b, err := os.ReadFile(filepath.Join(o.out, "parser.bin"))
	if err != nil {
		return err
	}
	tables, err := model.ParseFile(b)
	if err != nil {
		return err
	}
	header := []string{
		"what: the parser's network, one hidden layer over words of a configuration",
		"data: " + baseNames(o.train) + " (UD English EWT, CC BY-SA 4.0; GUM, CC BY 4.0)",
		fmt.Sprintf("seed: %d, rounds: %d", o.seed, o.rounds),
	}
	return o.scoreParser("network.bin", header, payload, tables.Payload, payload)
}

// scoreParser writes a file with the scores that tables and network reach on the test files.
func (o options) scoreParser(name string, header []string, payload, tables, network []byte) error {
	parser := model.ReadParser(tables, network)
	for _, test := range o.test {
		gold, err := readTreebank(test)
		if err != nil {
			return err
		}
		unlabelled, labelled := attachment(parser, gold)
		score := fmt.Sprintf("score: %s UAS %.4f LAS %.4f (predicted tags, punctuation counted)", filepath.Base(test), unlabelled, labelled)
		fmt.Println(score)
		header = append(header, score)
	}
	return o.write(name, model.File{Header: header, Payload: payload})
}

// tagByFolds tags every fifth document by a tagger that has not seen it: in training a parser must meet the mistakes that it will meet.
func tagByFolds(gold []model.Gold, seed uint64) {
	const folds = 5
	tags := make([][]text.Tag, len(gold))
	for fold := range folds {
		var rest []model.Gold
		for i, g := range gold {
			if i%folds != fold {
				rest = append(rest, g)
			}
		}
		tagger := model.ReadTagger(model.TrainTagger(rest, 16, 5, seed))
		for i := fold; i < len(gold); i += folds {
			kept := tagsOf(gold[i])
			tagger.Tag(gold[i].Document)
			tags[i] = tagsOf(gold[i])
			for k, t := range kept {
				gold[i].Tokens[k].Tag = t
			}
		}
	}
	for i, g := range gold {
		for k := range g.Tokens {
			g.Tokens[k].Tag = tags[i][k]
		}
	}
}

func tagsOf(g model.Gold) []text.Tag {
	tags := make([]text.Tag, len(g.Tokens))
	for i := range tags {
		tags[i] = g.Tag(i)
	}
	return tags
}

// attachment is the share of tokens whose head, and whose head and relation are right.
func attachment(p *model.Parser, test []model.Gold) (unlabelled, labelled float64) {
	heads, both, all := 0, 0, 0
	for _, g := range test {
		model.Tag(g.Document)
		for s := range g.Sentences {
			tree := p.Parse(g.Document, s)
			for i := range tree.Heads {
				k := tree.First + i
				all++
				if int(tree.Heads[i]) == g.Heads[k] {
					heads++
					if tree.Relations[i].String() == g.Relations[k] {
						both++
					}
				}
			}
		}
	}
	return float64(heads) / float64(max(all, 1)), float64(both) / float64(max(all, 1))
}
