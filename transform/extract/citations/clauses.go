package citations

import "github.com/newsledger/newsledger/transform/text"

var questionWords = set("whether how what why when who where if which")

func questionClause(p *passage, c *cue, i int) (said, bool) {
	if questionWords[p.lower(i)] && p.quoteAt(i) < 0 && p.hasFinite(i+1, p.clauseEnd(i, c)) && !(p.lower(i) == "if" && c.class != "ask") && !((p.lower(i) == "when" || p.lower(i) == "where") && c.class != "ask") {
		return said{span: span{i, p.clauseEnd(i, c)}}, true
	}
	return said{}, false
}

// bareClause takes a clause without "that": a subject and a finite verb close behind.
func bareClause(p *passage, c *cue, i int) (said, bool) {
	for _, k := range []int{p.skipAdjuncts(i), i} {
		if !p.startsClause(k) || isTimeWord(p.lower(k)) {
			continue
		}
		end := p.clauseEnd(k, c)
		if p.verbIsOthers(k, end) || p.tag(k) == text.IN && !p.opensWithNumber(k) && !p.opensWithPhrase(k, end) {
			continue
		}
		if p.hasFinite(k+1, end) || p.hasPast(k+1, end) || nominative[p.lower(k)] || len(p.quotesIn(span{k, end})) > 0 && p.lower(k) != "," {
			return said{span: span{k, end}}, true
		}
	}
	return said{}, false
}

// verbIsOthers says whether the first finite verb behind token i stands right behind "and" or "but": it is the speaker's, as in "denied the
// charge and was released", and what stands before it is no clause.
func (p *passage) verbIsOthers(i, end int) bool {
	for k := i; k < end && k < i+maxReach; k++ {
		if p.quoteAt(k) < 0 && p.tag(k).IsFinite() {
			w := p.lower(k - 1)
			return k > i && (w == "and" || w == "but")
		}
	}
	return false
}

// nominative are pronouns that are always subjects.
var nominative = set("he she they we i it")

// reflexive pronouns begin no clause and are nothing that is said: "found himself".
var reflexive = set("himself herself itself themselves myself ourselves")

// opensWithNumber says whether a number with its bound begins at token i: "at least one man", "about 40 people".
func (p *passage) opensWithNumber(i int) bool {
	return p.tag(i+1) == text.CD || p.tag(i+2) == text.CD && (p.tag(i+1) == text.JJS || p.tag(i+1) == text.RBS)
}

// opensWithPhrase says whether a clause that begins with a preposition or conjunction comes to its own subject and verb: "under the old
// law, owners paid". "Before he died" alone is none.
func (p *passage) opensWithPhrase(first, end int) bool {
	for i := first; i < end && i < first+maxApposition; i++ {
		if p.quoteAt(i) < 0 && p.lower(i) == "," {
			return p.startsClause(i+1) && (p.hasFinite(i+1, end) || len(p.quotesIn(span{i + 1, end})) > 0)
		}
	}
	return p.lower(first) != "before" && p.lower(first) != "by" && !subordinators[p.lower(first)] && p.hasFinite(first, end) && !relatives[p.lower(first+1)] && p.subjectIn(first+1, end)
}

// subjectIn says whether two noun phrases follow each other in a clause that begins with a preposition: "in Bangkok the police raided".
func (p *passage) subjectIn(first, end int) bool {
	base, ok := p.baseRight(first)
	return ok && base.end < end && p.startsClause(base.end) && p.tag(base.end) != text.IN
}

// startsClause says whether a clause with its own subject can begin with token i.
func (p *passage) startsClause(i int) bool {
	t := p.tag(i)
	switch {
	case p.quoteAt(i) >= 0:
		return p.quotes[p.quoteAt(i)].open == i
	case t == text.CC:
		return p.lower(i) == "neither" || p.lower(i) == "both" || p.lower(i) == "either"
	case t == text.TO || p.lower(i) == "that" || t.IsVerb() && t != text.VBG || t == text.None:
		return false
	}
	if reflexive[p.lower(i)] {
		return false
	}
	if t == text.RB || t == text.RBR {
		next := p.tag(i + 1)
		return next == text.CD || next == text.DT || next == text.PDT || next.IsAdjective() || next.IsNoun() || next == text.IN
	}
	return t.IsNoun() || t == text.DT || t == text.PRP || t == text.PRPS || t.IsAdjective() || t == text.CD || t == text.EX || t == text.PDT || t == text.IN || t == text.Dollar || t == text.VBG || t == text.WRB
}

// hasFinite says whether a finite verb stands outside quotation marks in tokens first up to end.
func (p *passage) hasFinite(first, end int) bool {
	for i := first; i < end && i < first+maxReach; i++ {
		if p.quoteAt(i) < 0 && p.tag(i).IsFinite() {
			return true
		}
	}
	return false
}

// hasPast says whether a participle stands where the tagger may have missed a past tense: right behind a noun, number or pronoun.
func (p *passage) hasPast(first, end int) bool {
	for i := first; i < end && i < first+maxObject; i++ {
		if before := p.tag(i - 1); p.tag(i) == text.VBN && (before.IsNoun() || before == text.CD || before == text.PRP) && p.quoteAt(i) < 0 {
			return true
		}
	}
	return false
}

// startsObject says whether an object can begin with token i: no place or time.
func (p *passage) startsObject(i int) bool {
	t := p.tag(i)
	if q := p.quoteAt(i); q >= 0 {
		return p.quotes[q].open == i
	}
	if reflexive[p.lower(i)] {
		return false
	}
	if (t == text.VBN || t == text.VBG) && p.tag(i+1).IsNoun() {
		return true
	}
	if isTimeWord(p.lower(i+1)) && (t.IsAdjective() || t == text.DT) {
		return false
	}
	return (t.IsNoun() || t == text.DT || t == text.PRPS || t == text.PRP || t.IsAdjective() || t == text.CD || t == text.PDT || t == text.Dollar) && (!isTimeWord(p.lower(i)) || p.tag(i+1) == text.POS)
}
