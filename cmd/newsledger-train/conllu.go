package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// open opens a file, unpacking it when its name ends in .gz.
func open(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return f, err
	}
	return gzip.NewReader(f)
}

// lines reads all lines of a file.
func lines(name string) ([]string, error) {
	r, err := open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var all []string
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<22)
	for s.Scan() {
		all = append(all, s.Text())
	}
	return all, s.Err()
}

// readTreebank reads a CoNLL-U file, one Gold a document.
func readTreebank(name string) ([]model.Gold, error) {
	all, err := lines(name)
	if err != nil {
		return nil, err
	}
	var out []model.Gold
	var t treebankText
	for _, l := range append(all, "", "# newdoc") {
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			if len(t.words) > 0 {
				out = append(out, t.gold())
			}
			t = treebankText{}
		case l == "":
			t.endSentence()
		case l[0] != '#':
			t.token(strings.Split(l, "\t"))
		}
	}
	return out, nil
}

// treebankText collects the columns of one document.
type treebankText struct {
	words      [][]string
	glued      [][]bool
	tags       []text.Tag
	heads      []int
	relations  []string
	misc       []string
	last       int   // the last word of a token of several words: "don't"
	lastGlued  bool  // that token has no space behind it
	open       bool  // a sentence is being read
	before     bool  // the last token has no space behind it
	start      int   // first token of the sentence
	paragraphs []int // sentences that begin one
}

func (t *treebankText) token(f []string) {
	if len(f) == 10 && strings.Contains(f[0], "-") {
		t.together(f)
	}
	if len(f) != 10 || strings.ContainsAny(f[0], "-.") { // multi-word tokens and empty nodes
		return
	}
	if !t.open {
		t.words, t.glued = append(t.words, nil), append(t.glued, nil)
		t.open, t.start, t.before = true, len(t.tags), false
	}
	s := len(t.words) - 1
	t.words[s] = append(t.words[s], f[1])
	t.glued[s] = append(t.glued[s], t.before)
	t.before = strings.Contains(f[9], "SpaceAfter=No")
	if n, _ := strconv.Atoi(f[0]); n < t.last {
		t.before = true
	} else if n == t.last {
		t.before = t.lastGlued
	}
	t.tags = append(t.tags, text.TagNamed(f[4]))
	head, _ := strconv.Atoi(f[6])
	t.heads = append(t.heads, t.start+head-1)
	if head == 0 {
		t.heads[len(t.heads)-1] = -1
	}
	t.relations = append(t.relations, f[7])
	t.misc = append(t.misc, f[9])
}

// together notes a token that is several words.
func (t *treebankText) together(f []string) {
	_, last, _ := strings.Cut(f[0], "-")
	t.last, _ = strconv.Atoi(last)
	t.lastGlued = strings.Contains(f[9], "SpaceAfter=No")
}

func (t *treebankText) endSentence() { t.open, t.last = false, 0 }

func (t *treebankText) gold() model.Gold {
	g := model.Gold{Document: text.FromSentences(t.words, t.glued), Heads: t.heads, Relations: t.relations}
	for i := range g.Tokens {
		g.Tokens[i].Tag = t.tags[i]
	}
	return g
}
