package figures

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// phrase is a line of testdata/rules.txt with what stands above it.
type phrase struct {
	line        int
	rule, value string // value "" = nothing may be found
	text, quote string
}

func readPhrases(t *testing.T) []phrase {
	data, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []phrase
	var p phrase
	for i, l := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(l, "# "):
			p = phrase{rule: strings.TrimPrefix(l, "# ")}
		case strings.HasPrefix(l, "\t"):
			p.line, p.text, p.quote = i+1, strings.NewReplacer("[", "", "]", "").Replace(l[1:]), ""
			if open, end := strings.IndexByte(l, '['), strings.IndexByte(l, ']'); open >= 0 {
				p.quote = l[open+1 : end]
			}
			all = append(all, p)
		case l != "" && p.rule != "":
			p.value = l
		}
	}
	return all
}

func find(s string, tr *rule.Trace) []schema.Figure {
	d := text.Split(s)
	model.Tag(d)
	rec := &schema.Record{}
	Find(d, rec, tr)
	return rec.Figures
}

// valueText is the value of a figure as the lines of testdata/rules.txt write it.
func valueText(f *schema.Figure) string {
	n := func(v *float64) string { return schema.FormatReal(*v) }
	switch f.Bound {
	case "range":
		return n(f.ValueLow) + ".." + n(f.ValueHigh)
	case "vague":
		return n(f.ValueLow) + ".."
	}
	return map[string]string{"eq": "", "approx": "~", "gt": ">", "ge": ">=", "lt": "<", "le": "<="}[f.Bound] + n(f.Value)
}

func columns(f *schema.Figure) map[string]string {
	unit := f.Unit
	if unit == "" {
		unit = "-"
	}
	return map[string]string{"kind": f.UnitKind, "value": valueText(f), "unit": unit, "rule": f.Rule, "measure": f.Measure, "object": f.Object, "count_class": f.CountClass, "period": f.Period, "change": f.Change,
		"group_country": f.GroupCountry, "group_sex": f.GroupSex, "group_age": f.GroupAge, "currency_basis": f.Currency, "hedge": f.Hedge}
}

func TestPhrasesYieldTheirValueByTheirRule(t *testing.T) {
	for _, p := range readPhrases(t) {
		got := find(p.text, nil)
		if strings.HasPrefix(p.rule, "none") {
			for i := range got {
				t.Errorf("rules.txt:%d: %q: found %q by %s, want nothing", p.line, p.text, got[i].Quote, got[i].Rule)
			}
			continue
		}
		var f *schema.Figure
		for i := range got {
			if got[i].Quote == p.quote {
				f = &got[i]
			}
		}
		if f == nil {
			t.Errorf("rules.txt:%d: %q: no figure %q, found %d others", p.line, p.text, p.quote, len(got))
			continue
		}
		want, have := expected(p), map[string]string{}
		for k := range want {
			have[k] = columns(f)[k]
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("rules.txt:%d: %q (-want +got):\n%s", p.line, p.text, diff)
		}
	}
}

// expected reads a value line: kind, value, unit, then column=value; a column goes on up to the next one.
func expected(p phrase) map[string]string {
	fields := strings.Fields(p.value)
	m := map[string]string{"kind": fields[0], "value": fields[1], "rule": p.rule}
	column := "unit"
	for _, w := range fields[2:] {
		if k, v, ok := strings.Cut(w, "="); ok {
			column, w = k, v
		}
		m[column] = strings.TrimSpace(m[column] + " " + w)
	}
	return m
}

func TestEveryRuleHasPhrases(t *testing.T) {
	n := map[string]int{}
	for _, p := range readPhrases(t) {
		n[p.rule]++
	}
	for _, r := range rules {
		if !strings.HasPrefix(r.Name, "none") && n[r.Name] < 3 {
			t.Errorf("rule %q has %d phrases in testdata/rules.txt, want 3 or more", r.Name, n[r.Name])
		}
	}
}
