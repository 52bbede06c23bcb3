package citations

import "github.com/newsledger/newsledger/transform/text"

// complement is what a reporting verb takes behind it.
type complement struct {
	name  string // the pattern in words; goes into the column rule
	takes string // entry of cue_verbs.tsv that allows it
	find  func(p *passage, c *cue, i int) (said, bool)
}

// said is what a rule found behind a verb.
type said struct {
	span        // the content, untrimmed
	hearer span // whom it was told; empty for none
}

// complements are tried in this order; the first that fits wins.
var complements = []complement{
	{"<speaker> <says> that <clause>", "that", thatClause},
	{"<speaker> <says>: <quotation>", "quote", quotationBehind},
	{"<speaker> <tells> <hearer> that <clause>", "whom", clauseForHearer},
	{"<speaker> <urges> <somebody> to <do>", "order", somebodyToDo},
	{"<speaker> <vows> to <do>", "infinitive", infinitive},
	{"<speaker> <accuses> <somebody> of <something>", "of", objectWith("of")},
	{"<speaker> <blames> <somebody> for <something>", "for", objectWith("for")},
	{"<speaker> <describes> <something> as <something>", "as", objectWith("as")},
	{"<speaker> <likens> <something> to <something>", "to", objectWith("to")},
	{"<speaker> <calls> <something> <something>", "name", nameFor},
	{"<speaker> <asks> whether <clause>", "question", questionClause},
	{"<speaker> <says> <clause>", "bare", bareClause},
	{"<speaker> <denies> <doing>", "gerund", gerund},
	{"<speaker> <confirms> <something>", "object", object},
	{"<speaker> <complains> about <something>", "about", preposition("about")},
	{"<speaker> <warns> against <something>", "against", preposition("against")},
}

func thatClause(p *passage, c *cue, i int) (said, bool) {
	for _, k := range []int{i, p.skipAdjuncts(i)} {
		if p.lower(k) != "that" || p.quoteAt(k) >= 0 {
			continue
		}
		if p.tag(k+1).IsFinite() && p.tag(k+1) != text.MD {
			k-- // "said that was a mistake"
		}
		return said{span: span{k + 1, p.clauseEnd(k+1, c)}}, true
	}
	return said{}, false
}

// quotationBehind takes words in quotation marks right behind the verb, or behind a comma or colon.
func quotationBehind(p *passage, c *cue, i int) (said, bool) {
	tries := []int{i, p.skipAdjuncts(i)}
	if c.takes["whom"] || p.lower(i) == "to" {
		tries = append(tries, p.skipHearer(i))
	}
	for _, k := range tries {
		colon := false
		for p.lower(k) == "," || p.lower(k) == ":" || p.lower(k) == "-" {
			colon = true
			k++
		}
		q := p.quoteAt(k)
		if q < 0 || p.quotes[q].open != k {
			continue
		}
		if k = p.quotes[q].close + 1; p.wholeSaying(p.quotes[q], colon) {
			return said{span: span{p.quotes[q].open, k}}, true
		}
		return said{span: span{p.quotes[q].open, p.clauseEnd(p.quotes[q].open, c)}}, true
	}
	return said{}, false
}

// wholeSaying says whether a quotation behind a verb is all that is said: the clause does not go on behind it.
func (p *passage) wholeSaying(q quotation, colon bool) bool {
	last := p.lower(q.close - 1)
	if last == "," || last == "." || last == "?" || last == "!" || colon {
		return true
	}
	switch w, t := p.lower(q.close+1), p.tag(q.close+1); {
	case w == "", w == ",", w == ".", w == ";", w == ":", t == text.VBG, w == "-", w == "--", w == "---", w == ")":
		return true
	}
	return false
}

func clauseForHearer(p *passage, c *cue, i int) (said, bool) {
	whole, _, ok := p.phraseRight(i)
	if !ok {
		return said{}, false
	}
	for n := 0; n < 2; n++ {
		for _, k := range []int{whole.end, p.skipAdjuncts(whole.end)} {
			if s, hit := thatClause(p, c, k); hit {
				return said{s.span, whole}, true
			}
			if s, hit := quotationBehind(p, c, k); hit {
				return said{s.span, whole}, true
			}
			if s, hit := questionClause(p, c, k); hit {
				return said{s.span, whole}, true
			}
			if s, hit := bareClause(p, c, k); hit {
				return said{s.span, whole}, true
			}
		}
		base, hit := p.baseRight(i) // "told reporters in Bangkok the plan …": try the short hearer
		if !hit || base.end == whole.end {
			break
		}
		whole = base
	}
	return said{}, false
}

func somebodyToDo(p *passage, c *cue, i int) (said, bool) {
	whole, _, ok := p.phraseRight(i)
	if !ok {
		return said{}, false
	}
	for k := whole.end; k < whole.end+4; k++ {
		if p.tag(k) == text.TO && (p.tag(k+1) == text.VB || p.tag(k+1).IsAdverb() || p.lower(k+1) == "not" || p.quoteAt(k+1) >= 0) {
			return said{span: span{i, p.clauseEnd(i, c)}}, true
		}
		if !p.tag(k).IsAdverb() && p.lower(k) != "not" {
			break
		}
	}
	return said{}, false
}

func infinitive(p *passage, c *cue, i int) (said, bool) {
	if p.lower(i) == "to" && (p.tag(i+1) == text.VB || p.tag(i+1).IsAdverb() || p.quoteAt(i+1) >= 0) {
		return said{span: span{i, p.clauseEnd(i, c)}}, true
	}
	return said{}, false
}

// objectWith takes an object and a phrase with the preposition behind it: "Thailand of deflecting blame".
func objectWith(preposition string) func(*passage, *cue, int) (said, bool) {
	return func(p *passage, c *cue, i int) (said, bool) {
		base, ok := p.baseRight(i)
		if !ok {
			if q := p.quoteAt(i); q < 0 || p.quotes[q].open != i {
				return said{}, false
			}
			base = span{i, p.quotes[p.quoteAt(i)].close + 1}
		}
		for k := base.end; k < p.end && k < base.end+maxObject; k++ {
			if p.quoteAt(k) >= 0 {
				continue
			}
			if w := p.lower(k); w == preposition {
				return said{span: span{i, p.clauseEnd(i, c)}}, true
			} else if w == "," || w == ";" || p.tag(k).IsFinite() {
				break
			}
		}
		return said{}, false
	}
}

// maxObject is how many tokens an object may have before its preposition.
const maxObject = 20

func nameFor(p *passage, c *cue, i int) (said, bool) {
	if whole, _, ok := p.phraseRight(i); ok && p.startsObject(i) {
		k := whole.end
		if t := p.tag(k); p.quoteAt(k) >= 0 || t == text.DT || t.IsAdjective() || t.IsNoun() || p.tag(i) == text.PRP && t.IsAdverb() {
			return said{span: span{i, p.clauseEnd(i, c)}}, true
		}
		if len(p.quotesIn(span{i, p.clauseEnd(i, c)})) > 0 {
			return said{span: span{i, p.clauseEnd(i, c)}}, true
		}
	}
	return said{}, false
}

var questionWords = set("whether how what why when who where if which")

func questionClause(p *passage, c *cue, i int) (said, bool) {
	if questionWords[p.lower(i)] && p.quoteAt(i) < 0 && p.hasFinite(i+1, p.clauseEnd(i, c)) && !(p.lower(i) == "if" && c.class != "ask") && !(p.lower(i) == "when" && c.class == "say") {
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
		if p.tag(k) == text.IN && !p.opensWithNumber(k) && !p.opensWithPhrase(k, end) {
			continue
		}
		if p.hasFinite(k+1, end) || p.hasPast(k+1, end) || nominative[p.lower(k)] || len(p.quotesIn(span{k, end})) > 0 && p.lower(k) != "," {
			return said{span: span{k, end}}, true
		}
	}
	return said{}, false
}

// nominative are pronouns that are always subjects.
var nominative = set("he she they we i it")

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
	return t.IsNoun() || t == text.DT || t == text.PRP || t == text.PRPS || t.IsAdjective() || t == text.CD || t == text.EX || t == text.PDT || t == text.RB || t == text.RBR || t == text.IN || t == text.Dollar || t == text.VBG || t == text.WRB
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

func gerund(p *passage, c *cue, i int) (said, bool) {
	if p.tag(i) == text.VBG {
		return said{span: span{i, p.clauseEnd(i, c)}}, true
	}
	return said{}, false
}

// startsObject says whether an object can begin with token i: no place or time.
func (p *passage) startsObject(i int) bool {
	t := p.tag(i)
	if q := p.quoteAt(i); q >= 0 {
		return p.quotes[q].open == i
	}
	if (t == text.VBN || t == text.VBG) && p.tag(i+1).IsNoun() {
		return true
	}
	if isTimeWord(p.lower(i+1)) && (t.IsAdjective() || t == text.DT) {
		return false
	}
	return (t.IsNoun() || t == text.DT || t == text.PRPS || t == text.PRP || t.IsAdjective() || t == text.CD || t == text.PDT || t == text.Dollar) && (!isTimeWord(p.lower(i)) || p.tag(i+1) == text.POS)
}

func object(p *passage, c *cue, i int) (said, bool) {
	if k := p.skipAdjuncts(i); !p.startsObject(i) && k > i && isTimeWord(p.lower(k-1)) {
		i = k
	}
	if !p.startsObject(i) && !(c.particle != "" && (p.tag(i) == text.VBG || p.tag(i+1) == text.VBG)) {
		return said{}, false
	}
	return said{span: span{i, p.clauseEnd(i, c)}}, true
}

func preposition(word string) func(*passage, *cue, int) (said, bool) {
	return func(p *passage, c *cue, i int) (said, bool) {
		if k := p.skipAdjuncts(i); p.lower(i) != word && p.lower(k) == word {
			i = k
		}
		if p.lower(i) != word || !(p.startsObject(i+1) || p.tag(i+1) == text.VBG) {
			return said{}, false
		}
		return said{span: span{i + 1, p.clauseEnd(i+1, c)}}, true
	}
}
