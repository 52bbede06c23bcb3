// Command newsledger-train makes the weights that transform/model embeds, from treebanks that are not in the repository.
//
// It takes files by flags, gives files in the folder -o, and does not fetch anything. The same files give the same bytes:
//
//	newsledger-train clusters -clusters word-clusters.tsv.gz
//	newsledger-train tagger -train ewt-train.conllu.gz,gum-train.conllu.gz -test ewt-test.conllu.gz,gum-test.conllu.gz
//	newsledger-train names -train gum-train.conllu.gz,ewt-names-dev.iob2.gz,wikigold.conll.gz,wikigold.conll.gz -test ewt-names-test.iob2.gz,gum-test.conllu.gz
//	newsledger-train parser -train ewt-train.conllu.gz,gum-train.conllu.gz -test ewt-test.conllu.gz,gum-test.conllu.gz
//	newsledger-train network -train ewt-train.conllu.gz,gum-train.conllu.gz -test ewt-test.conllu.gz,gum-test.conllu.gz
//
// Names and both parts of the parser are trained with the tagger, clusters and lists that are embedded: make them first, and build
// again. Each takes one processor, the network six minutes, the others about one. How right the embedded weights are:
//
//	newsledger-train evaluate -test ewt-test.conllu.gz,gum-test.conllu.gz,ewt-names-test.iob2.gz
//	newsledger-train helpers -test gum-dev.conllu.gz
//
// Names read the tagger, the clusters and the lexicons of first names, surnames, titles, body words, company suffixes, bodies, countries,
// demonyms and places: where one changes, so do the bytes. names.bin is what the tree of commit b51bced makes of the line above, byte for
// byte. It is not renewed until a newer one is as good: today's tree reaches 0.617 instead of 0.623 on the UNER test, twelve models
// instead of six 0.625, and both confuse persons and bodies in the news more often.
//
// evaluate gives tags and dependencies with the treebank's tokens and from raw text (aligned as in the CoNLL shared task of 2018,
// punctuation and subtypes of relations counted), names that are exactly right, and tokens a second; helpers gives the share of verbs
// whose subject, object and agent are right.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/transform/model"
)

// options are the flags; every trainer reads those it needs.
type options struct {
	clusters    string
	train, test []string
	out         string
	rounds      int
	bits        uint
	seed        uint64
	verbose     bool
	models      int
	copies      int
}

// trainers maps what can be made or scored to its maker.
var trainers = map[string]func(options) error{
	"clusters": packClusters,
	"tagger":   trainTagger,
	"names":    trainNames,
	"parser":   trainParser,
	"network":  trainNetwork,
	"helpers":  scoreHelpers,
	"evaluate": evaluate,
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "newsledger-train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 || trainers[args[0]] == nil {
		return fmt.Errorf("say what to do: clusters, tagger, names, parser, network, evaluate or helpers")
	}
	var o options
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.StringVar(&o.clusters, "clusters", "", "`file` of word clusters")
	train := flags.String("train", "", "`files` to train on, with commas between")
	test := flags.String("test", "", "`files` to score on, with commas between")
	flags.StringVar(&o.out, "o", "transform/model/weights", "`folder` to write to")
	flags.IntVar(&o.rounds, "rounds", 0, "rounds over the training data; 0: what was best")
	flags.UintVar(&o.bits, "bits", 0, "2^bits rows of weights; 0: what was best")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of the order of sentences")
	flags.IntVar(&o.models, "models", 6, "models to average, a seed each (names)")
	flags.IntVar(&o.copies, "copies", 2, "copies of every text with other names in it (names)")
	flags.BoolVar(&o.verbose, "v", false, "print what was wrong")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	o.train, o.test = split(*train), split(*test)
	return trainers[args[0]](o)
}

// defaults fills in rounds and bits that were not given.
func (o *options) defaults(rounds int, bits uint) {
	if o.rounds == 0 {
		o.rounds = rounds
	}
	if o.bits == 0 {
		o.bits = bits
	}
}

func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}

// write writes a weights file under the folder of -o.
func (o options) write(name string, f model.File) error {
	return os.WriteFile(filepath.Join(o.out, name), f.Bytes(), 0o644)
}

// packClusters makes clusters.bin.
func packClusters(o options) error {
	all, err := lines(o.clusters)
	if err != nil {
		return err
	}
	return o.write("clusters.bin", model.File{Header: []string{
		"what: word forms by the path of their Brown cluster",
		"data: " + filepath.Base(o.clusters) + " (spacy-lookups-data, MIT)",
	}, Payload: model.PackClusters(all)})
}
