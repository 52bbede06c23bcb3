package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// tally counts answers against what annotators say.
type tally struct{ right, given, wanted int }

func (t tally) String() string {
	p, r := float64(t.right)/float64(max(t.given, 1)), float64(t.right)/float64(max(t.wanted, 1))
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f (%d wanted)", p, r, t.f1(), t.wanted)
}

func (t tally) f1() float64 { return 2 * float64(t.right) / float64(max(t.given+t.wanted, 1)) }

func (t *tally) add(right, given, wanted int) {
	t.right, t.given, t.wanted = t.right+right, t.given+given, t.wanted+wanted
}

func (t *tally) count(got model.Phrase, ok bool, want int) bool {
	if ok {
		t.given++
	}
	if want >= 0 {
		t.wanted++
	}
	hit := ok && want >= got.First && want < got.End
	if hit {
		t.right++
	}
	return hit || !ok && want < 0
}

// scoreHelpers says how often Subject, Object and Agent find what the treebanks' annotators found, with predicted tags.
func scoreHelpers(o options) error {
	for _, name := range o.test {
		gold, err := readTreebank(name)
		if err != nil {
			return err
		}
		var subjects, objects, agents tally
		for _, g := range gold {
			verbs := make([]bool, len(g.Tokens))
			for i := range verbs {
				verbs[i] = g.Tag(i).IsVerb() && g.Relations[i] != "aux" && g.Relations[i] != "aux:pass" && g.Relations[i] != "cop" && g.Relations[i] != "amod"
			}
			model.Tag(g.Document)
			for i, isVerb := range verbs {
				if !isVerb || !g.Tag(i).IsVerb() {
					continue
				}
				want, fair := goldSubject(g, i)
				if p, ok := model.Subject(g.Document, i); fair {
					if !subjects.count(p, ok, want) && o.verbose {
						show(g, "subject", i, p, ok, want)
					}
				}
				want, fair = goldObject(g, i)
				if p, ok := model.Object(g.Document, i); fair {
					if !objects.count(p, ok, want) && o.verbose {
						show(g, "object", i, p, ok, want)
					}
				}
				p, ok := model.Agent(g.Document, i)
				agents.count(p, ok, child(g, i, "obl:agent"))
			}
		}
		fmt.Printf("%s\n  subjects %v\n  objects  %v\n  agents   %v\n", filepath.Base(name), subjects, objects, agents)
	}
	return nil
}

func show(g model.Gold, what string, verb int, p model.Phrase, ok bool, want int) {
	got, right := "-", "-"
	if ok {
		got = g.Slice(p.First, p.End)
	}
	if want >= 0 {
		right = g.Word(want)
	}
	fmt.Fprintf(os.Stdout, "%s of %q: got %q, want %q: %s\n", what, g.Word(verb), got, right, g.SentenceText(g.Tokens[verb].Sentence))
}

// child is the first dependent of token i with one of the relations, -1 for none.
func child(g model.Gold, i int, relations ...string) int {
	s := g.Sentences[g.Tokens[i].Sentence]
	for k := s.First; k < s.End; k++ {
		for _, r := range relations {
			if g.Heads[k] == i && g.Relations[k] == r {
				return k
			}
		}
	}
	return -1
}

// goldSubject is the subject of verb i, a relative pronoun's antecedent for it; fair is false where the helper answers more than the
// treebank marks (participles, infinitives, verbs that share a subject).
func goldSubject(g model.Gold, i int) (want int, fair bool) {
	want = child(g, i, "nsubj", "nsubj:pass")
	if want < 0 {
		return -1, g.Relations[i] == "root" || g.Relations[i] == "ccomp" || g.Relations[i] == "parataxis"
	}
	return antecedent(g, i, want), true
}

func goldObject(g model.Gold, i int) (want int, fair bool) {
	want = child(g, i, "obj")
	return antecedent(g, i, want), want >= 0 || g.Relations[i] != "acl:relcl"
}

func antecedent(g model.Gold, verb, want int) int {
	if want >= 0 && (g.Tag(want) == text.WDT || g.Tag(want) == text.WP) && g.Relations[verb] == "acl:relcl" {
		return g.Heads[verb]
	}
	return want
}
