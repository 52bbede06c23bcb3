package figures

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// valuedBy finds what an amount of money is of: the noun behind it ("$33 million in assets", "a $10 million house"), before "worth", or the subject that earns it.
func (r *reader) valuedBy(f *figure, limit int) object {
	d, k := r.doc, f.after
	if n := f.before - 1; d.Lower(n) == "of" && d.Tag(n-1).IsNoun() && d.Lower(k) != "in" && d.Lower(k) != "(" { // "a fine of $5,000"
		if p, ok := model.NounPhrase(d, n-1); ok && measureNouns[lemmaOf(d, p.Head)].kind == "money" {
			return over(d, p.First, p.Head, f.after)
		}
	}
	for k < limit && (isPeriodAdverb(d.Lower(k)) || d.Lower(k) == "(" && k > f.after) {
		k++
	}
	if d.Lower(f.after) == "(" { // "40 million shekels ($11 million) in funding"
		for n := f.after; n < limit && n < f.after+8; n++ {
			if d.Lower(n) == ")" {
				k = n + 1
				break
			}
		}
	} else if d.Lower(f.after) == ")" {
		k = f.after + 1
	}
	if k == f.after || k > f.after {
		switch w := d.Lower(k); {
		case w == "in" || w == "of" || w == "as" || w == "for":
			if o, ok := phraseAt(d, skipOf(d, skipWord(d, k)), limit); ok && !isMonth(d, o.first) && !d.Tag(o.head).IsProper() {
				return o
			}
		case d.Tag(k).IsNoun() || d.Tag(k).IsAdjective():
			if o, ok := phraseAt(d, k, limit); ok && !d.Tag(o.head).IsProper() {
				return o
			}
		}
	}
	return r.subjectPhrase(f, object{after: f.after})
}

func skipWord(d *text.Document, k int) int {
	if d.Lower(k) == "of" {
		return k
	}
	return k + 1
}

// subjectPhrase is the noun before "worth" or the subject of the clause's verb; other where there is none.
func (r *reader) subjectPhrase(f *figure, other object) object {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k := f.before - 1; k >= s.First && k > f.before-maxReach; k-- {
		w, t := d.Lower(k), d.Tag(k)
		switch {
		case w == "worth" || w == "valued" || w == "totalling" || w == "totaling":
			return r.phraseBefore(k, other)
		case t.IsVerb():
			v, ok := model.VerbAt(d, k)
			if !ok {
				return other
			}
			if m := measureVerbs[model.Lemma(d.Lower(k), t)].money; f.kind == "money" && (m == "loss" || m == "fine") { // the words that say what the money is
				if o, ok := model.Object(d, v.Main); !ok || o.End > f.before || o.Head >= f.first {
					return object{v.Main, v.Main + 1, v.Main, "", f.after}
				}
			}
			if o, ok := model.Object(d, v.Main); ok && o.End <= f.before && f.kind == "money" && d.Lower(f.before-1) != "for" {
				return over(d, o.First, o.Head, f.after)
			}
			if p, ok := model.Subject(d, v.Main); ok && p.Head < f.first && r.subjectIsWorth(f, v) && !d.Tag(p.Head).IsProper() { // a name is who, not what
				return over(d, p.First, p.Head, f.after)
			}
			return other
		case t == text.Colon && w != "-":
			return other
		}
	}
	return other
}

// subjectIsWorth says whether the figure says something of the subject of v: what it earns, costs or is worth, how it changed, what it is.
func (r *reader) subjectIsWorth(f *figure, v model.Verb) bool {
	l := model.Lemma(r.doc.Lower(v.Main), r.doc.Tag(v.Main))
	if f.change != "" || changeVerb(l) != "" || standing[l] {
		return true
	}
	switch measureVerbs[l].money {
	case "revenue", "price", "value", "flow":
		return f.kind == "money"
	}
	return false
}

var standing = wordSet("be stand reach account represent average total hit remain amount equal exceed bring set close end trade open")

// phraseBefore is the noun phrase that ends before token k, adverbs and commas between.
func (r *reader) phraseBefore(k int, other object) object {
	d := r.doc
	n := k - 1
	for n > 0 && (d.Tag(n).IsAdverb() || d.Tag(n) == text.Comma || d.Tag(n).IsVerb() || d.Tag(n) == text.MD) {
		n--
	}
	if p, ok := model.NounPhrase(d, n); ok {
		return over(d, p.First, p.Head, other.after)
	}
	return other
}

// over makes an object of the phrase from first to head without its determiner; after is the token behind the number.
func over(d *text.Document, first, head, after int) object {
	for first < head && (d.Tag(first) == text.DT || d.Tag(first) == text.PDT || d.Tag(first) == text.PRPS) {
		first++
	}
	if !d.Tag(head).IsNoun() {
		return object{after: after}
	}
	for k := first; k <= head; k++ {
		if d.Tokens[k].Is(text.Digit) || d.Tag(k) == text.Dollar {
			return object{after: after} // another figure
		}
	}
	return object{first, head + 1, head, lemmaOf(d, head), after}
}

// measureOfMoney asks, in this order: a verb that decides (seized, fined, lost, stolen, frozen); the noun that the amount is of; any verb; the subject.
func (r *reader) measureOfMoney(f *figure) string {
	verb := r.moneyVerb(f)
	if decisive[verb] && !r.paid(f) {
		return verb
	}
	if n := measureNouns[f.object.lemma]; n.kind == "money" {
		if n.measure == "value" && verb != "" {
			return verb
		}
		return n.measure
	}
	if m := r.nounNear(f); m != "" && (verb == "" || r.paid(f) || verb == "value") {
		return m
	}
	return verb
}

var decisive = wordSet("seized_value frozen_value fine loss")

// moneyVerb is the measure of the nearest verb before an amount; "worth" and "valued" are looked through.
func (r *reader) moneyVerb(f *figure) string {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	value, paid := "", false
	for k := f.before - 1; k >= s.First && k > f.before-maxReach; k-- {
		switch t := d.Tag(k); {
		case d.Lower(k) == "worth" || d.Lower(k) == "valued":
			value = "value"
		case t.IsVerb():
			if v, ok := model.VerbAt(d, k); ok && k != v.Main {
				continue
			}
			m := measureVerbs[model.Lemma(d.Lower(k), t)].money
			if w := d.Lower(f.before - 1); m == "revenue" && w == "for" {
				return "price" // "it sold for $5m"
			}
			if m != "" {
				return m
			}
			paid = paid || d.Lower(k) == "pay"
			if l := model.Lemma(d.Lower(k), t); paid && (l == "order" || l == "sentence" || l == "require") {
				return "fine"
			}
			if !lookThrough[model.Lemma(d.Lower(k), t)] {
				return value
			}
		case t == text.Colon && d.Lower(k) != "-":
			return value
		}
	}
	return value
}

// paid says whether the amount is what somebody pays: its verb does not decide then.
func (r *reader) paid(f *figure) bool {
	k := f.before - 1
	for r.doc.Tag(k).IsAdverb() {
		k--
	}
	return r.doc.Lower(k) == "pay"
}

// lookThrough are verbs that say nothing of the amount by themselves.
var lookThrough = wordSet("be have include order estimate say report expect agree exceed reach total top pay help try plan")

// nounNear is the measure by a money noun up to eight tokens behind or before the amount: "to pay $5m as compensation", "a fine of $5m".
func (r *reader) nounNear(f *figure) string {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k := f.before - 1; k >= s.First && k > f.before-6; k-- {
		if n := measureNouns[lemmaOf(d, k)]; n.kind == "money" && d.Tag(k).IsNoun() {
			return n.measure
		}
	}
	if k := f.after + 1; d.Lower(f.after) == "to" && d.Lower(k) == "settle" {
		return "compensation"
	}
	for k := f.after; k < s.End && k < f.after+8; k++ {
		if n := measureNouns[lemmaOf(d, k)]; n.kind == "money" && d.Tag(k).IsNoun() {
			return n.measure
		}
		if d.Tokens[k].Lower == "." || d.Tag(k) == text.Comma {
			break
		}
	}
	return ""
}
