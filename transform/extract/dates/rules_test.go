package dates

import (
	"os"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// phrase is a line of testdata/rules.txt.
type phrase struct {
	line      int
	rule      string // "" in the part of those that yield nothing
	value     string // "EDTF precision basis", "-" unresolved
	published string
	text      string // with brackets
}

func phrases(t testing.TB) []phrase {
	data, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []phrase
	p := phrase{published: "2025-08-07"}
	body := false
	for i, l := range strings.Split(string(data), "\n") {
		switch {
		case l == "":
			body = true
		case strings.HasPrefix(l, "# "):
			if body {
				p.rule, p.value = strings.TrimPrefix(l, "# "), ""
			}
		case strings.HasPrefix(l, "published "):
			p.published = strings.TrimPrefix(l, "published ")
		case strings.HasPrefix(l, "\t"):
			p.line, p.text = i+1, strings.TrimPrefix(l, "\t")
			all = append(all, p)
		default:
			p.value = l
		}
	}
	return all
}

// findIn reads a text that was published on a day, "none" for an unknown one.
func findIn(s, published string) []schema.DateMention {
	rec := &schema.Record{Article: schema.Article{ArticleID: "art_test", Text: s}}
	if d, err := schema.ParseDate(published); err == nil {
		rec.Article.PublishedDate = &d
	}
	doc := text.Split(s)
	model.Tag(doc)
	model.Names(doc)
	Find(doc, rec, nil)
	return rec.Dates
}

// unbracket takes the brackets off and returns the expression that they mark.
func unbracket(s string) (plain, marked string) {
	plain = strings.NewReplacer("[[", "", "]]", "").Replace(s)
	a, b := strings.IndexByte(plain, '['), strings.IndexByte(plain, ']')
	if a < 0 || b < a {
		return plain, ""
	}
	return plain[:a] + plain[a+1:b] + plain[b+1:], plain[a+1 : b]
}

func valueText(d schema.DateMention) string {
	if d.DateEDTF == "" {
		return "-"
	}
	return d.DateEDTF + " " + d.DatePrecision + " " + d.DateBasis
}

func TestPhrasesYieldTheirDates(t *testing.T) {
	for _, p := range phrases(t) {
		plain, marked := unbracket(p.text)
		found := findIn(plain, p.published)
		if strings.HasPrefix(p.rule, "none") {
			for _, d := range found {
				t.Errorf("rules.txt:%d: %q yields %q = %s by %s, want nothing", p.line, plain, d.Quote, valueText(d), d.Rule)
			}
			continue
		}
		hit := false
		for _, d := range found {
			if d.Quote != marked {
				continue
			}
			hit = true
			if got := valueText(d); got != p.value {
				t.Errorf("rules.txt:%d: %q = %s, want %s", p.line, plain, got, p.value)
			}
			if d.Rule != p.rule && !strings.HasPrefix(p.rule, "published") {
				t.Errorf("rules.txt:%d: %q was found by %s, want %s", p.line, plain, d.Rule, p.rule)
			}
		}
		if !hit {
			t.Errorf("rules.txt:%d: %q yields %s, want %q", p.line, plain, quotes(found), marked)
		}
	}
}

func quotes(all []schema.DateMention) string {
	var q []string
	for _, d := range all {
		q = append(q, `"`+d.Quote+`" by `+d.Rule)
	}
	return strings.Join(q, ", ")
}
