package citations

import "github.com/newsledger/newsledger/transform/text"

// parenthesis tries the verb as one that stands behind or inside what is said: "…," she said; "…, police said, …".
func (f *finder) parenthesis(p *passage, c *cue, dr *draft) bool {
	if !c.takes["quote"] && !c.takes["bare"] && !c.takes["whom"] || c.hangs || c.relative || c.shares {
		return false
	}
	start, end := c.first, c.end
	if c.inverted {
		end = c.speaker.end
	} else {
		start = min(start, c.speaker.first)
	}
	left := start - 1
	if p.lower(left) == "," || p.lower(left) == "-" || p.lower(left) == "--" {
		left--
	} else if t := p.tag(left); p.quoteAt(left) < 0 && (t == text.VBN || t == text.VBD) && p.quoteAt(left-1) >= 0 && !c.inverted {
		dr.source.first, left = left, left-1 // "…," retired general Lee said
	} else if p.quoteAt(left) < 0 {
		return false
	}
	if left < p.free {
		return false
	}
	after := end
	if !c.inverted {
		if after = p.skipAdjuncts(end); c.takes["whom"] {
			if h, _, ok := p.phraseRight(end); ok {
				dr.hearer, after = h, p.skipAdjuncts(h.end)
			}
		}
	} else {
		after = p.skipAdjuncts(end)
	}
	if p.lower(after-1) == "," {
		after--
	}
	if q := p.quoteAt(left); q >= 0 {
		return f.afterQuotation(p, c, dr, q, after)
	}
	return f.afterClause(p, c, dr, left, after)
}

// behindQuote says whether the speaker and verb stand right behind a quotation.
func (p *passage) behindQuote(c *cue) bool {
	i := min(c.first, c.speaker.first) - 1
	return p.quoteAt(i) >= 0 || p.lower(i) == "," && p.quoteAt(i-1) >= 0
}

// leadsOn says whether what stands before the speaker is an opening ("On the programme “Today,” Lee said that …") and no saying, so that
// the content is to be looked for behind the verb.
func (p *passage) leadsOn(c *cue) bool {
	if c.inverted || !c.found {
		return false
	}
	end := min(c.first, c.speaker.first)
	if p.lower(p.free) == "asked" && p.lower(end-1) == "," {
		return true
	}
	first := p.free
	if p.tag(first) == text.CC {
		first++
	}
	if t := p.tag(first); first >= end || t != text.IN && t != text.VBN && t != text.VBG || p.hasFinite(first, end) {
		return false
	}
	for _, q := range p.quotesIn(span{p.free, end}) {
		if p.isSentence(q) && q.close-q.open > 6 {
			return false
		}
	}
	return true
}

// afterQuotation makes the content of a quotation number q, the clause around it, and what follows behind the verb.
func (f *finder) afterQuotation(p *passage, c *cue, dr *draft, q int, after int) bool {
	quote := p.quotes[q]
	if p.isTitle(quote) {
		return false
	}
	start := p.free
	if w := p.lower(start); (p.tag(start) == text.CC || w == ",") && start+1 == quote.open {
		start++
	}
	if before := p.lower(quote.open - 1); before == ":" || quote.open <= start {
		start = quote.open
	}
	dr.pieces = p.pieces(span{start, quote.close + 1}, dr)
	dr.rule = "<quotation>, <speaker> <says>"
	if dr.kind == "mixed" {
		dr.rule = "<clause with quotation>, <speaker> <says>"
	}
	p.free = after
	for p.lower(after) == "," || p.lower(after) == ":" || p.tag(after) == text.CC && p.quoteAt(after+1) >= 0 || p.lower(after) == "." && p.quoteAt(after+1) >= 0 {
		after++
	}
	if k := p.nextPiece(after, quote); k >= 0 && dr.kind == "direct" {
		dr.pieces = append(dr.pieces, trimmed(p, p.quotes[k].parts)...)
		dr.rule = "<quotation>, <speaker> <says>, <quotation>"
		p.free = p.quotes[k].close + 1
	}
	return len(dr.pieces) > 0
}

// nextPiece returns the number of the quotation that goes on with quote behind the speaker, adjuncts and participles, or -1: it stands
// behind a comma, and no other verb comes between.
func (p *passage) nextPiece(from int, quote quotation) int {
	for i := from; i < p.end && i < from+maxApposition; i++ {
		if k := p.quoteAt(i); k >= 0 {
			goesOn := i == from || p.lower(quote.close-1) == "," && p.lower(i-1) == ","
			if goesOn && p.quotes[k].open == i && p.wholeSaying(p.quotes[k], true) {
				return k
			}
			return -1
		}
		if p.tag(i).IsFinite() || p.tag(i) == text.VBG && verbs[p.lower(i)] != nil {
			return -1
		}
	}
	return -1
}

// afterClause makes the content of a clause before a speaker and verb between commas.
func (f *finder) afterClause(p *passage, c *cue, dr *draft, left, after int) bool {
	next := p.lower(after)
	if next != "," && next != "." && next != "" && next != ";" && next != "-" && next != "--" && next != "?" && next != "!" && next != ")" && !(p.tag(after) == text.CC) && !(p.tag(after) == text.IN && (c.inverted || p.trailsOff(after))) {
		return false
	}
	before := span{p.free, left + 1}
	if w := p.lower(left); p.tag(left) == text.CC || w == "which" || w == "who" || w == "that" || w == "where" { // "and, police said, has been …"
		rest := span{after + 1, p.clauseEnd(after+1, c)}
		dr.rule, dr.pieces = "<conjunction>, <speaker> <says>, <clause>", p.pieces(rest, dr)
		p.free = rest.end
		return next == "," && len(dr.pieces) > 0
	}
	if before.len() < 2 {
		return false
	}
	dr.rule = "<clause>, <speaker> <says>"
	if next == "," && (before.len() <= 3 || p.lower(after+1) == "that" || !p.hasFinite(before.first, before.end) || subordinators[p.lower(before.first)]) {
		rest := span{after + 1, p.clauseEnd(after+1, c)}
		if !p.hasFinite(rest.first, rest.end) {
			return false
		}
		dr.rule = "<clause>, <speaker> <says>, <clause>"
		dr.pieces = append(p.pieces(before, dr), p.pieces(rest, dr)...)
		p.free = rest.end
		return len(dr.pieces) > 0
	}
	if !p.hasFinite(before.first, before.end) && len(p.quotesIn(before)) == 0 {
		return false
	}
	dr.pieces = p.pieces(before, dr)
	p.free = after
	return len(dr.pieces) > 0
}

// trailsOff says whether the sentence ends with a short phrase that begins with token i: "…, Lee reports from Rome."
func (p *passage) trailsOff(i int) bool {
	for k := i; k < i+maxParts+maxParts; k++ {
		switch w := p.lower(k); {
		case w == "." || w == "":
			return true
		case w == "that", w == ",", p.tag(k).IsFinite(), p.quoteAt(k) >= 0:
			return false
		}
	}
	return false
}

var subordinators = set("if as when while because although though after before since until unless whether once")
