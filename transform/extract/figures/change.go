package figures

import (
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// change is a word that says that a number changed: the direction, and whether it is a verb, a noun, both, or an adverb ("up").
type change struct{ direction, kind string }

var changes = func() map[string]change {
	m := map[string]change{}
	for _, r := range lexicon.Read("changes.tsv").Rows {
		m[r[0]] = change{r[1], r[2]}
	}
	return m
}()

// changeVerb is the direction of the verb with this lemma, "" for other verbs.
func changeVerb(lemma string) string {
	if c := changes[lemma]; c.kind == "verb" || c.kind == "both" {
		return c.direction
	}
	return ""
}

// changeNoun is the direction of the noun with this lemma, "" for other nouns.
func changeNoun(lemma string) string {
	if c := changes[lemma]; c.kind == "noun" || c.kind == "both" {
		return c.direction
	}
	return ""
}

// changeOf says whether the number is the amount of a change: behind a verb of change ("rose 6.5%", "cut it by 3 tons"), before a noun of change
// ("a 40% increase"), with a sign ("+0.2%"), or from one value to another.
func (r *reader) changeOf(f *figure) string {
	d := r.doc
	if f.isRange && d.Lower(f.before-1) == "from" && r.changesBefore(f.before-2) {
		return "from_to"
	}
	switch f.kind {
	case "percent":
		if c := r.signOrNoun(f); c != "" {
			return c
		}
	case "money", "other", "count", "temperature", "weight":
	default:
		return ""
	}
	k := f.before - 1
	by := d.Lower(k) == "by"
	if by {
		k--
	}
	if f.kind == "count" && !by {
		return ""
	}
	if c := changes[d.Lower(k)]; c.kind == "adverb" || d.Lower(k) == "lower" {
		return c.direction
	}
	for by && k > 0 && k > f.before-5 && d.Tag(k) != text.Comma && !d.Tag(k).IsVerb() {
		k-- // "cut emissions by 5%"
	}
	if d.Tag(k).IsVerb() && (f.kind == "percent" || by) {
		return changeVerb(model.Lemma(d.Lower(k), d.Tag(k)))
	}
	return ""
}

// signOrNoun is the change that the sign of a percentage says, or the noun behind it.
func (r *reader) signOrNoun(f *figure) string {
	switch w := r.doc.Lower(f.first); w {
	case "+":
		return "rise"
	case "-", "−", "minus":
		return "fall"
	}
	return changeNoun(lemmaOf(r.doc, f.after))
}

// changesBefore says whether a word of change stands at token k or shortly before it.
func (r *reader) changesBefore(k int) bool {
	for n := k; n >= 0 && n > k-5; n-- {
		t := r.doc.Tag(n)
		if changes[model.Lemma(r.doc.Lower(n), t)].direction != "" && (t.IsVerb() || t.IsNoun() || t == text.RB) {
			return true
		}
	}
	return false
}
