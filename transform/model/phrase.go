package model

import "github.com/newsledger/newsledger/transform/text"

// Phrase is a base noun phrase: from its determiner, number or possessor up to its head noun. What hangs on it behind the head
// (prepositional phrases, relative clauses) is not part of it; of "A and B" it is the first.
type Phrase struct{ First, Head, End int }

// reach bounds every search from one token: helpers stay linear on a text without sentence ends.
const reach = 80

// NounPhrase gives the base noun phrase that holds token i ("about 40 armed men", "the ministry's new spokesman", "they").
func NounPhrase(d *text.Document, i int) (Phrase, bool) {
	if i < 0 || i >= len(d.Tokens) || !inPhrase(d, i) {
		return Phrase{}, false
	}
	s := d.Sentences[d.Tokens[i].Sentence]
	first, end := i, i+1
	for first > max(s.First, i-reach) && !breaks(d, first) && inPhrase(d, first-1) {
		first--
	}
	for end < min(s.End, i+reach) && !breaks(d, end) && inPhrase(d, end) {
		end++
	}
	for end > i+1 && !canEnd(d.Tag(end-1)) {
		end--
	}
	for first < i && !canStart(d, first) {
		first++
	}
	head := headOf(d, first, end)
	if head < 0 {
		return Phrase{}, false
	}
	return Phrase{quantifierStart(d, first, s.First), head, end}, true
}

// inPhrase says whether token i can be part of a base noun phrase.
func inPhrase(d *text.Document, i int) bool {
	switch t := d.Tag(i); t {
	case text.DT, text.PDT, text.PRPS, text.WPS, text.CD, text.NN, text.NNS, text.NNP, text.NNPS, text.PRP, text.EX, text.FW, text.POS, text.JJ, text.JJR, text.JJS,
		text.Dollar, text.Hash, text.AFX, text.GW, text.ADD:
		return true
	case text.Hyphen:
		return inPhraseWord(d.Tag(i-1)) && inPhraseWord(d.Tag(i+1))
	case text.VBN, text.VBG:
		return modifies(d, i)
	case text.SYM:
		return d.Tag(i-1) == text.CD
	case text.RB, text.RBR, text.RBS:
		next := d.Tag(i + 1)
		return next == text.CD || next.IsAdjective() && d.Tag(i-1) != text.None && !d.Tag(i-1).IsVerb() && startsPhrase(d.Tag(i-1))
	case text.NFP:
		return false
	}
	return false
}

func startsPhrase(t text.Tag) bool {
	return t == text.DT || t == text.PRPS || t == text.POS || t == text.PDT
}

func inPhraseWord(t text.Tag) bool {
	return t.IsNoun() || t.IsAdjective() || t == text.CD || t == text.VBN || t == text.VBG || t == text.AFX || t == text.FW || t == text.RB || t == text.IN || t == text.VB
}

// modifies says whether participle i stands before a noun of its own phrase ("the arrested men", "state-run media").
func modifies(d *text.Document, i int) bool {
	before := d.Tag(i - 1)
	if !(startsPhrase(before) || before.IsAdjective() || before == text.CD || before == text.Hyphen || before == text.RB && startsPhrase(d.Tag(i-2))) {
		return false
	}
	for k := i + 1; k < i+4; k++ {
		if t := d.Tag(k); t.IsNoun() {
			return true
		} else if !t.IsAdjective() && t != text.CD && t != text.Hyphen && t != text.VBG && t != text.VBN {
			return false
		}
	}
	return false
}

// breaks says whether a new phrase begins with token i although the one before it could go on.
func breaks(d *text.Document, i int) bool {
	before, t := d.Tag(i-1), d.Tag(i)
	switch {
	case before == text.PRP || before == text.EX || t == text.PRP || t == text.EX:
		return true
	case t == text.DT || t == text.PRPS || t == text.WPS:
		return before != text.PDT && !(before == text.DT && d.Lower(i-1) == "all")
	case t == text.PDT:
		return true
	case t.IsAdjective() && (before == text.NN || before == text.NNS):
		return d.Tag(i-2) != text.Hyphen // "family - friendly"
	}
	return false
}

func canEnd(t text.Tag) bool {
	return t != text.POS && t != text.Hyphen && t != text.RB && t != text.RBR && t != text.Dollar && t != text.Hash && t != text.PDT
}

func canStart(d *text.Document, i int) bool {
	t := d.Tag(i)
	return t != text.POS && t != text.Hyphen
}

// headOf is the last noun of a phrase, else its pronoun, number, adjective or determiner.
func headOf(d *text.Document, first, end int) int {
	for i := end - 1; i >= first; i-- {
		if t := d.Tag(i); t.IsNoun() || t == text.PRP || t == text.EX || t == text.ADD {
			return i
		}
	}
	if end > first && canEnd(d.Tag(end-1)) && d.Tag(end-1) != text.PRPS && d.Tag(end-1) != text.WPS {
		return end - 1
	}
	return -1
}

// quantifierStart takes "more than", "at least", "up to" before a number into its phrase, so that they are not prepositions.
func quantifierStart(d *text.Document, first, from int) int {
	if d.Tag(first) == text.CD || d.Tag(first) == text.Dollar {
		switch {
		case first-2 >= from && twoWordBounds[d.Lower(first-2)+" "+d.Lower(first-1)]:
			return first - 2
		}
	}
	if first > from && twoWordBounds[d.Lower(first-1)+" "+d.Lower(first)] {
		return first - 1
	}
	return first
}

var twoWordBounds = map[string]bool{"more than": true, "less than": true, "fewer than": true, "at least": true, "at most": true, "up to": true, "close to": true}

// phraseEnding gives the phrase whose last token is before end.
func phraseEnding(d *text.Document, end int) (Phrase, bool) {
	p, ok := NounPhrase(d, end-1)
	return p, ok && p.End == end
}
