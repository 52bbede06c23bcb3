package figures

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
)

// currencyRows are surface, code, basis, place, minor.
var currencyRows = lexicon.Read("currencies.tsv").Rows

var (
	signs = currencyLexicon("before", "both")
	names = currencyLexicon("behind", "both")
)

func currencyLexicon(places ...string) *rule.Lexicon {
	m := map[string]string{}
	for i, r := range currencyRows {
		if slices.Contains(places, r[3]) {
			m[r[0]] = strconv.Itoa(i)
		}
	}
	return rule.NewLexicon(m)
}

// currencyOf returns the row that the part called name matched, nil when it did not match or is not written as it must be.
func currencyOf(m rule.Match, name string) []string {
	first, end := m.Tokens(name)
	if first == end {
		return nil
	}
	if r := row(currencyRows, m.Text(name)); asWritten(m.Doc, first, end, r[0]) {
		return r
	}
	return nil
}

// money builds what "<currency> <number>" and "<number> <currency>" and their ranges say.
func money(m rule.Match) (amount, bool) {
	r := currencyOf(m, "currency")
	if r == nil {
		return amount{}, false
	}
	a, ok := numbers(m)
	a.kind, a.unit, a.currency = "money", r[1], r[2]
	if s := currencyOf(m, "suffix"); s != nil && s[2] == "code" {
		a.unit, a.currency = s[1], s[2]
	}
	if s := currencyOf(m, "again"); s != nil && s[1] != r[1] {
		return a, false
	}
	if r[4] == "minor" {
		a.low, a.high = a.low/100, a.high/100
	}
	return a, ok && !isOtherWord(m, r, a)
}

// isOtherWord says whether a currency's word is meant otherwise: pounds of flour, a team that won, a real man, a p of "p.m.".
func isOtherWord(m rule.Match, r []string, a amount) bool {
	first, end := m.Tokens("currency")
	d := m.Doc
	switch r[0] {
	case "pound", "pounds":
		return !m.Has("low.scale") && !m.Has("high.scale") && !strings.Contains(d.Text, "£") && !strings.Contains(d.Text, "sterling") || d.Lower(end) == "of"
	case "won", "real", "rand", "dong", "quid", "lari", "som", "kip":
		return a.high < 1000 && !(first > 0 && isHyphen(d, first-1))
	case "p":
		return !glued(d, first) || d.Lower(end) == "." && d.Lower(end+1) == "m"
	case "cent", "cents":
		return d.Lower(first-1) == "per"
	}
	return false
}

// readBareMoney makes a bare number of millions money where its verb takes money ("swindled billions"); the currency is that of an amount shortly before.
func (r *reader) readBareMoney(i int) {
	f, d := &r.figures[i], r.doc
	if f.kind != "count" || f.object.named() || f.low < 1e5 || f.isRange {
		return
	}
	g := r.figures[:i]
	near := len(g) > 0 && g[len(g)-1].kind == "money" && d.Tokens[f.first].Sentence-d.Tokens[g[len(g)-1].first].Sentence <= 1
	if m := r.moneyVerb(f); m == "" || m == "value" || m == "price" || m == "loss" && d.Lower(f.after) == "of" || !near && !f.vague {
		return
	}
	f.kind = "money"
	if near {
		f.unit, f.currency = g[len(g)-1].unit, "symbol_assumed"
	}
	f.object = r.objectOf(f)
}

// shared maps currency words that several countries use to the codes by country.
var shared = func() map[string]map[string]string {
	m := map[string]map[string]string{}
	for _, r := range lexicon.Read("shared_currencies.tsv").Rows {
		if m[r[1]] == nil {
			m[r[1]] = map[string]string{}
		}
		m[r[1]][r[2]] = r[3]
	}
	return m
}()

// settleCurrency gives an amount in a currency word that several countries share ("kroner") the currency of the one that the article names most.
func (r *reader) settleCurrency(f *figure) {
	if f.kind != "money" || f.currency != "symbol_assumed" {
		return
	}
	codes := shared[r.doc.Word(f.first)]
	for k := f.first + 1; k < f.end && codes == nil; k++ {
		codes = shared[r.doc.Lower(k)]
	}
	if codes == nil {
		return
	}
	best := 0
	for _, country := range slices.Sorted(maps.Keys(codes)) {
		if n := r.countryCounts()[country]; n > best {
			best, f.unit = n, codes[country]
		}
	}
}

// countryCounts counts how often the article names each country or its people.
func (r *reader) countryCounts() map[string]int {
	if r.countries == nil {
		r.countries = map[string]int{}
		for k := range r.doc.Tokens {
			if _, c, ok := countryAt(r.doc, k); ok {
				r.countries[c]++
			} else if _, c, ok := demonymAt(r.doc, k); ok {
				r.countries[c]++
			}
		}
	}
	return r.countries
}
