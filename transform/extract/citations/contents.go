package citations

import "github.com/newsledger/newsledger/transform/text"

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
	if q := p.quoteAt(whole.end); q >= 0 && p.isTitle(p.quotes[q]) {
		whole.end = p.quotes[q].close + 1 // the programme "Good Morning"
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

// numberFor takes what a number is given for: "the crowd at about 8,000".
func numberFor(p *passage, c *cue, i int) (said, bool) {
	whole, _, ok := p.phraseRight(i)
	if !ok || !p.startsObject(i) || !p.hasAt(whole) {
		return said{}, false
	}
	return said{span: span{i, p.clauseEnd(i, c)}}, true
}

// hasAt says whether a number stands behind an "at" inside a phrase or right behind it.
func (p *passage) hasAt(s span) bool {
	for k := s.first; k <= s.end; k++ {
		if p.lower(k) == "at" {
			return p.startsAmount(k + 1)
		}
	}
	return false
}

// startsAmount says whether a number, with its hedge or currency, stands within three tokens from i on.
func (p *passage) startsAmount(i int) bool {
	for k := i; k < i+4; k++ {
		switch t := p.tag(k); {
		case t == text.CD:
			return true
		case t.IsVerb() || t == text.None || t.IsNoun() || t == text.DT && k > i:
			return false
		}
	}
	return false
}

// countOf takes what somebody counted: "41 injured". "Counted on him" reports nothing.
func countOf(p *passage, c *cue, i int) (said, bool) {
	if p.tag(i) == text.DT || !p.startsAmount(i) {
		return said{}, false
	}
	return said{span: span{i, p.clauseEnd(i, c)}}, true
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

func gerund(p *passage, c *cue, i int) (said, bool) {
	if p.tag(i) == text.VBG {
		return said{span: span{i, p.clauseEnd(i, c)}}, true
	}
	return said{}, false
}

func object(p *passage, c *cue, i int) (said, bool) {
	if k := p.skipAdjuncts(i); !p.startsObject(i) && k > i && isTimeWord(p.lower(k-1)) {
		i = k
	}
	if !p.startsObject(i) && !(c.particle != "" && (p.tag(i) == text.VBG || p.tag(i+1) == text.VBG)) {
		return said{}, false
	}
	return said{span: span{i, p.thingEnd(i, c)}}, true
}

// thingEnd is clauseEnd of a thing without verb of its own: "and" with a finite verb behind it goes on with what the speaker did, "denies the
// charge and was released". Behind a relative pronoun the verbs are those of the thing.
func (p *passage) thingEnd(from int, c *cue) int {
	end := p.clauseEnd(from, c)
	for i := from; i < end; i++ {
		if q := p.quoteAt(i); q >= 0 {
			i = p.quotes[q].close
			continue
		}
		if relatives[p.lower(i)] || questionWords[p.lower(i)] || p.tag(i).IsFinite() {
			break
		}
		if w := p.lower(i); i > from && (w == "and" || w == "but") && p.tag(i+1).IsFinite() {
			return i
		}
	}
	return end
}

func preposition(word string) func(*passage, *cue, int) (said, bool) {
	return func(p *passage, c *cue, i int) (said, bool) {
		if k := p.skipAdjuncts(i); p.lower(i) != word && p.lower(k) == word {
			i = k
		}
		if p.lower(i) != word || !(p.startsObject(i+1) || p.tag(i+1) == text.VBG) {
			return said{}, false
		}
		return said{span: span{i + 1, p.thingEnd(i+1, c)}}, true
	}
}
