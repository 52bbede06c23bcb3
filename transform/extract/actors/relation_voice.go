package actors

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// maxQuoted is how many tokens an opening quotation mark reaches: one that is never closed must not make the rest of an article a quotation.
const maxQuoted = 300

// readQuotes notes which tokens stand between double quotation marks of one paragraph.
func (b *binder) readQuotes() {
	b.quoted = make([]bool, len(b.doc.Tokens))
	open := -1
	for i := range b.doc.Tokens {
		if open >= 0 && (i-open > maxQuoted || b.doc.Sentences[b.doc.Tokens[i].Sentence].Paragraph != b.doc.Sentences[b.doc.Tokens[open].Sentence].Paragraph) {
			open = -1
		}
		switch w := b.doc.Word(i); {
		case w == "“" || w == "\"" && open < 0:
			open = i
		case (w == "”" || w == "\"") && open >= 0:
			for k := open; k < i; k++ {
				b.quoted[k] = true
			}
			open = -1
		}
	}
}

// hedgeWords say that what is told is not proven.
var hedgeWords = map[string]bool{"allegedly": true, "reportedly": true, "purportedly": true, "supposedly": true, "alleged": true, "suspected": true, "purported": true, "rumored": true, "rumoured": true}

// voice says who vouches for words of the article: alleged with a hedge inside or right before them, attributed inside quotation marks, else
// the article itself.
func (b *binder) voice(first, end int) string {
	for k := b.hedgeFrom(first); k < end; k++ {
		if hedgeWords[b.doc.Lower(k)] && k >= first-1 || b.hedges(k) && b.doc.Lower(k+1) == "to" {
			return "alleged"
		}
	}
	if b.quoted[first] {
		return "attributed"
	}
	return "stated"
}

// maxHedge is how many words stand between "said to" and what it takes back: "is said to have had his resort linked".
const maxHedge = 8

// hedgeFrom is where the words before token first begin that may hedge it: at most maxHedge back, in its part of the sentence.
func (b *binder) hedgeFrom(first int) int {
	k := first
	for k > max(b.sentenceOf(first).First, first-maxHedge) && (k == first || !b.doc.Tag(k).IsPunct()) {
		k--
	}
	return k
}

// predicated settles the assertion of a tie that verb i states: what somebody is reported to say is attributed to him.
func (b *binder) predicated(n bond, i int) bond {
	if n.assertion == "" {
		n.assertion = b.voice(n.first, n.end)
	}
	if b.hedged(i) {
		n.assertion = "alleged"
	}
	if n.assertion == "stated" && b.reported(i) {
		n.assertion = "attributed"
	}
	return n
}

// hedged says whether an adverb beside verb i takes its word back, or "said to be" stands before it.
func (b *binder) hedged(i int) bool {
	v, ok := model.VerbAt(b.doc, i)
	if !ok {
		return false
	}
	for k := max(0, v.First-1); k <= min(v.End, len(b.doc.Tokens)-1); k++ {
		if hedgeWords[b.doc.Lower(k)] {
			return true
		}
	}
	return v.Infinitive && b.hedges(v.First-1)
}

// hedges says whether token i is a passive verb of saying or believing before an infinitive: "said to own".
func (b *binder) hedges(i int) bool {
	switch b.doc.Lower(i) {
	case "said", "believed", "alleged", "reported", "thought", "rumoured", "rumored", "understood", "suspected", "claimed", "reputed":
		return b.doc.Tag(i) == text.VBN || b.doc.Tag(i) == text.VBD
	}
	return false
}

// accuses says whether token i is the "of" of "accused of".
func (b *binder) accuses(i int) bool {
	w := b.doc.Lower(i - 1)
	return b.doc.Lower(i) == "of" && (w == "accused" || w == "suspected")
}

// reported says whether the clause of verb i hangs on a verb of speech before it, or one closes it: "X said that …", "…, X said".
func (b *binder) reported(i int) bool {
	s := b.sentenceOf(i)
	first, end := model.Clause(b.doc, i)
	for k := first; k > max(s.First, first-4); k-- {
		if b.reports(k - 1) {
			return true
		}
	}
	for k := end; k < min(s.End, end+6); k++ {
		if b.reports(k) && b.doc.Tag(k).IsFinite() {
			return true
		}
	}
	return b.doc.Lower(s.First) == "according"
}
