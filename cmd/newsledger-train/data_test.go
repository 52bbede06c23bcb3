package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsledger/newsledger/transform/text"
)

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func describeNames(a annotated) string {
	var out []string
	for _, e := range a.entities {
		out = append(out, [...]string{"", "person", "body", "place", "other"}[e.label]+" "+a.text[e.from:e.to])
	}
	return strings.Join(out, "; ")
}

const treebank = `# newdoc id = a
# newpar
1	Minister	minister	NOUN	NN	_	4	nsubj	_	Entity=(1-person-new
2	Ann	Ann	PROPN	NNP	_	1	appos	_	_
3	Oduya	Oduya	PROPN	NNP	_	2	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-place-new
6	Port	Port	PROPN	NNP	_	4	obj	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Lagos	Lagos	PROPN	NNP	_	6	nmod	_	Entity=(3-place-new)2)|SpaceAfter=No
9	.	.	PUNCT	.	_	4	punct	_	_

`

func TestTreebanksKeepTagsAndHeads(t *testing.T) {
	gold, err := readTreebank(file(t, "a.conllu", treebank))
	if err != nil || len(gold) != 1 {
		t.Fatalf("%d texts, %v", len(gold), err)
	}
	g := gold[0]
	if want := "Minister Ann Oduya left the Port of Lagos."; g.Text != want {
		t.Errorf("text %q, want %q", g.Text, want)
	}
	if g.Tag(3) != text.VBD || g.Heads[3] != -1 || g.Heads[7] != 5 || g.Relations[7] != "nmod" {
		t.Errorf("tag %v, heads %v, relations %v", g.Tag(3), g.Heads, g.Relations)
	}
}

func TestWordsOfOneTokenStandTogether(t *testing.T) {
	gold, err := readTreebank(file(t, "a.conllu", `1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4	!	!	PUNCT	.	_	3	punct	_	_
`))
	if err != nil || len(gold) != 1 || gold[0].Text != "Don't go!" {
		t.Fatalf("%v, %v, want Don't go!", gold, err)
	}
	var tally parseTally
	tally.addRaw(gold[0])
	if tally.words.f1() != 1 || tally.sentences.f1() != 1 {
		t.Errorf("words %v, sentences %v are not all found", tally.words, tally.sentences)
	}
}

func TestEntitySpansBecomeNames(t *testing.T) {
	all, err := readEntities(file(t, "a.conllu", treebank))
	if err != nil || len(all) != 1 {
		t.Fatalf("%d texts, %v", len(all), err)
	}
	if diff := cmp.Diff("person Ann Oduya; place Port of Lagos", describeNames(all[0])); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestColumnsBecomeText(t *testing.T) {
	all, err := readColumns(file(t, "a.conll", "-DOCSTART- O\n\nAnn I-PER\nOduya I-PER\n's O\nbank O\n( O\nZenith I-ORG\n) O\nfell O\n. O\n"))
	if err != nil || len(all) != 1 {
		t.Fatalf("%d texts, %v", len(all), err)
	}
	if want := "Ann Oduya's bank (Zenith) fell."; all[0].text != want {
		t.Errorf("text %q, want %q", all[0].text, want)
	}
	if diff := cmp.Diff("person Ann Oduya; body Zenith", describeNames(all[0])); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestSwappedCopiesAgreeWithThemselves(t *testing.T) {
	a := annotated{"Ann Oduya left Lagos. Oduya said so.", []entity{{0, 9, text.Person}, {15, 20, text.PlaceName}, {22, 27, text.Person}}}
	b := newSwapper(1).swap(a)
	names := strings.Split(describeNames(b), "; ")
	if len(names) != 3 || names[0] == "person Ann Oduya" || !strings.HasSuffix(names[0], strings.TrimPrefix(names[2], "person ")) {
		t.Errorf("names of the copy: %q in %q", names, b.text)
	}
}

func TestUnknownTrainerIsNamed(t *testing.T) {
	if err := run([]string{"horoscope"}); err == nil || !strings.Contains(err.Error(), "tagger") {
		t.Errorf("error %v, want one that lists what there is", err)
	}
}
