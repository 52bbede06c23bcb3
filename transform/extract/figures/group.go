package figures

import (
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// demonymRows are demonym, alpha3, forms; countryRows name, alpha3, alpha2, form.
var (
	demonymRows = lexicon.Read("demonyms.tsv").Rows
	countryRows = lexicon.Read("countries.tsv").Rows
)

var (
	demonymLexicon = phrases(demonymRows)
	countryLexicon = phrases(countryRows)
)

// demonymAt returns the country of the demonym that begins at token k ("Vietnamese", "South Koreans") and its end.
func demonymAt(d *text.Document, k int) (end int, country string, ok bool) {
	if k < 0 || k >= len(d.Tokens) || !isCapital(d, k) {
		return k, "", false
	}
	end, n, ok := demonymLexicon.At(d, k, len(d.Tokens))
	if !ok {
		return k, "", false
	}
	return end, row(demonymRows, n)[1], true
}

// countryAt returns the country named at token k and the end of its name.
func countryAt(d *text.Document, k int) (end int, country string, ok bool) {
	if k < 0 || k >= len(d.Tokens) || !isCapital(d, k) {
		return k, "", false
	}
	end, n, ok := countryLexicon.At(d, k, len(d.Tokens))
	if !ok {
		return k, "", false
	}
	r := row(countryRows, n)
	return end, r[1], asWritten(d, k, end, r[0]) && (r[3] != "ambiguous" || r[0] == "America")
}

// groupNouns are noun, sex, age.
var groupNouns = func() map[string][]string {
	m := map[string][]string{}
	for _, r := range lexicon.Read("group_nouns.tsv").Rows {
		m[r[0]] = r[1:3]
	}
	return m
}()

// readGroup reads nationality, sex and age from the words of what is counted, and nationality from "from" or a country's possessive around it.
func (r *reader) readGroup(f *figure) {
	switch f.kind {
	case "money":
		r.loser(f)
		return
	case "count", "age":
	case "ratio":
		if classes[f.object.lemma] == "" && f.object.lemma != "person" && f.object.lemma != "population" {
			return
		}
	default:
		return
	}
	d, o := r.doc, f.object
	var words []string
	for k := o.first; k < o.end; k++ {
		if end, country, ok := demonymAt(d, k); ok && !isHyphen(d, k-1) && !isHyphen(d, end) {
			f.group.GroupCountry = country
			words = append(words, d.Slice(k, end))
			k = end - 1
			continue
		}
		if end, country, ok := countryAt(d, k); ok && (k < o.head) && end <= o.head && !isHyphen(d, end) {
			f.group.GroupCountry = country
			if d.Tag(end) != text.POS {
				words = append(words, d.Slice(k, end))
			}
			k = end - 1
			continue
		}
		if g, ok := groupNouns[lemmaOf(d, k)]; ok && (k == o.head || d.Tag(k).IsAdjective() || d.Tag(k) == text.NN || d.Tag(k) == text.NNS) {
			f.setSexAge(g)
			if g[1] != "minor" || k == o.head {
				words = append(words, d.Word(k))
			}
		}
	}
	f.group.ObjectGroup = strings.Join(words, " ")
	if f.group.GroupCountry == "" {
		f.group.GroupCountry = r.countryBehind(f)
	}
	if f.group.GroupCountry == "" {
		r.possessor(f)
	}
	if f.kind == "count" && o.named() {
		r.readPredicate(f, o.after)
	}
}

// loser reads whose money it is where a people is subject of the verb: "Americans lost $100 million".
func (r *reader) loser(f *figure) {
	if !f.object.named() {
		return
	}
	head := f.object.head
	if r.doc.Tag(head).IsVerb() {
		p, ok := model.Subject(r.doc, head)
		if !ok {
			return
		}
		head = p.Head
	}
	if _, country, ok := demonymAt(r.doc, head); ok {
		f.group.GroupCountry, f.group.ObjectGroup = country, r.doc.Word(head)
	}
}

// possessor reads the country whose people are counted in "its citizens": the last one named before in the sentence.
func (r *reader) possessor(f *figure) {
	d, k := r.doc, f.object.first-1
	if f.object.named() && measureNouns[f.object.lemma].measure == "personnel" {
		f.group.GroupCountry = r.haver(f)
		return
	}
	home := f.measure == "repatriated" && (f.object.lemma == "national" || f.object.lemma == "citizen") // "South Korea brought home 64 nationals"
	if !f.object.named() || !home && (d.Lower(k) != "its" && d.Lower(k) != "their" || !subjects[f.object.lemma]) {
		return
	}
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k = f.before - 1; k >= s.First && k > f.before-maxReach; k-- {
		if end, country, ok := countryAt(d, k); ok {
			f.group.GroupCountry, f.group.ObjectGroup = country, d.Slice(k, end)
			return
		}
	}
}

// haver is the country that "has 1,000 troops" or sends them, "" when the subject is none.
func (r *reader) haver(f *figure) string {
	d, k := r.doc, f.before-1
	for d.Tag(k) == text.PRPS || d.Tag(k).IsAdverb() || d.Tag(k) == text.RP {
		k--
	}
	if !d.Tag(k).IsVerb() || !having[model.Lemma(d.Lower(k), d.Tag(k))] {
		return ""
	}
	p, ok := model.Subject(d, k)
	if !ok {
		return ""
	}
	for n := p.First; n < p.End; n++ {
		if end, country, ok := countryAt(d, n); ok && d.Tag(end) != text.POS {
			return country
		}
	}
	return ""
}

var having = wordSet("have deploy send station withdraw pull contribute keep lose")

var subjects = wordSet("citizen national resident soldier troop worker person diplomat officer policeman sailor")

func (f *figure) setSexAge(g []string) {
	if g[0] != "" {
		f.group.GroupSex = g[0]
	}
	if g[1] != "" {
		f.group.GroupAge = g[1]
	}
}

// countryBehind reads "… from India", "consumers in the United States": people and things that are said to be of a country right behind them.
func (r *reader) countryBehind(f *figure) string {
	d, k := r.doc, f.object.head+1
	if !f.object.named() || f.kind != "count" && f.kind != "ratio" {
		return ""
	}
	switch d.Lower(k) {
	case "from":
	case "in":
		if f.kind != "ratio" && !dwellers[f.object.lemma] {
			return ""
		}
	default:
		return ""
	}
	k++
	if d.Lower(k) == "the" {
		k++
	}
	if end, country, ok := countryAt(d, k); ok && !listsCountries(d, end) {
		return country
	}
	return ""
}

// dwellers are people who belong to the country that they are counted in; others may only be there.
var dwellers = wordSet("resident consumer customer user voter adult taxpayer household home-owner population inhabitant citizen subscriber worker student patient driver farmer")

// listsCountries says whether another country follows at token k: "from China, Laos and Thailand".
func listsCountries(d *text.Document, k int) bool {
	if d.Lower(k) != "and" && d.Lower(k) != "," && d.Lower(k) != "or" {
		return false
	}
	if d.Lower(k+1) == "the" || d.Lower(k+1) == "and" {
		k++
	}
	_, _, ok := countryAt(d, k+1)
	return ok || d.Lower(k) == "and" || d.Lower(k) == "or"
}

// classOf is the count_class of a count, "" for anything else and for a number of nothing named.
func (r *reader) classOf(f *figure) string {
	if f.kind != "count" {
		return ""
	}
	if !f.object.named() {
		return ""
	}
	f.unit = f.object.lemma
	if tallies[f.unit] != "" {
		f.unit = "person"
	}
	if f.unit == "person" {
		return "person"
	}
	if c := classes[f.unit]; c != "" {
		return c
	}
	if groupNouns[f.unit] != nil {
		return "person"
	}
	if i := strings.LastIndexByte(f.unit, '-'); i > 0 && classes[f.unit[i+1:]] != "" {
		return classes[f.unit[i+1:]]
	}
	return "other"
}

// inherit takes over what a part does not restate of its whole.
func (f *figure) inherit(whole *figure) {
	g, w := &f.group, whole.group
	if g.GroupCountry == "" {
		g.GroupCountry = w.GroupCountry
	}
	if g.GroupSex == "" {
		g.GroupSex = w.GroupSex
	}
	if g.GroupAge == "" {
		g.GroupAge = w.GroupAge
	}
}
