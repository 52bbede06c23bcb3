package citations

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

//go:embed testdata/rules.txt
var ruleTests string

// found is what a phrase test compares.
type found struct {
	Kind, Class, Rule, Source string
	Pieces                    []string
}

func find(s string) (*text.Document, *schema.Record) {
	d := text.Split(s)
	model.Tag(d)
	model.Names(d)
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	Find(d, rec, nil)
	return d, rec
}

func TestRulesFindTheirPhrases(t *testing.T) {
	rule, kind, class := "", "", ""
	tested := map[string]int{}
	for n, line := range strings.Split(ruleTests, "\n") {
		switch {
		case strings.HasPrefix(line, "# "):
			rule, kind, class = strings.TrimPrefix(line, "# "), "", ""
		case strings.HasPrefix(line, "\t") && rule == "none":
			if got := all(strings.TrimSpace(line), ""); len(got) > 0 {
				t.Errorf("line %d: %s: want nothing, got %v", n+1, line, got)
			}
		case strings.HasPrefix(line, "\t"):
			tested[rule]++
			plain, want := marked(strings.TrimPrefix(line, "\t"), found{Kind: kind, Class: class, Rule: rule})
			if diff := cmp.Diff(want, all(plain, rule)); diff != "" {
				t.Errorf("line %d: %s (-want +got):\n%s", n+1, plain, diff)
			}
		case line != "":
			kind, class, _ = strings.Cut(line, " ")
		}
	}
	for _, c := range complements {
		if tested[c.name] < 3 {
			t.Errorf("rule %q has %d phrases, want 3", c.name, tested[c.name])
		}
	}
}

// marked takes the marks out of a phrase and returns the citations that they stand for. A new source or a second source mark begins
// the next citation; all pieces of a phrase with one source are one.
func marked(s string, like found) (plain string, want []found) {
	s = strings.ReplaceAll(s, `\n`, "\n")
	cut := strings.NewReplacer("{", "", "}", "", "[", "", "]", "")
	plain = cut.Replace(s)
	sources := strings.Count(s, "{")
	now := like
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			now.Source = cut.Replace(s[i : i+strings.IndexByte(s[i:], '}')])
		case '[':
			now.Pieces = append(now.Pieces, cut.Replace(s[i:i+strings.IndexByte(s[i:], ']')]))
		}
		if sources > 1 && now.Source != "" && len(now.Pieces) > 0 {
			want = append(want, now)
			now = like
		}
	}
	if len(now.Pieces) > 0 {
		want = append(want, now)
	}
	return plain, want
}

// all returns the citations of a text that rule found; of every rule for "".
func all(s, rule string) []found {
	_, rec := find(s)
	var got []found
	for _, c := range rec.Citations {
		if rule != "" && c.Rule != rule {
			continue
		}
		g := found{Kind: c.Kind, Class: c.CueClass, Rule: c.Rule, Source: c.SourceText}
		g.Pieces = strings.Split(c.Content, " … ")
		got = append(got, g)
	}
	return got
}
