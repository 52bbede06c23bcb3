package citations

import (
	"slices"

	"github.com/newsledger/newsledger/transform/text"
)

// statements finds what the passage number k reports.
func (f *finder) statements(k int, p *passage) {
	p.free = p.afterDateline()
	next := 0
	for _, c := range p.cues {
		for next < len(p.phrases) && p.phrases[next].first < c.first {
			f.byPhrase(k, p, p.phrases[next])
			next++
		}
		f.byVerb(k, p, c)
	}
	for ; next < len(p.phrases); next++ {
		f.byPhrase(k, p, p.phrases[next])
	}
	f.byNouns(k, p)
}

// afterDateline returns the first token behind a dateline: "OSLO (AP) –".
func (p *passage) afterDateline() int {
	if !p.d.Tokens[p.first].Is(text.Upper) {
		return p.first
	}
	for i := p.first + 1; i < p.end && i < p.first+maxOpening+maxParts; i++ {
		if w := p.lower(i); (w == "-" || w == "--" || w == "---") && !p.d.Tokens[i].Is(text.Glued) {
			return i + 1
		}
		if p.tag(i).IsVerb() {
			break
		}
	}
	return p.first
}

// byVerb makes the citation of a reporting verb, when it has a speaker and a content.
func (f *finder) byVerb(k int, p *passage, c *cue) {
	dr := &draft{source: c.speaker, cue: c.span, class: c.class, passage: k, verb: c}
	if !f.passive(p, c, dr) {
		if c.passive || c.negated || !c.found || hypothetical[c.modal] && !p.behindQuote(c) {
			return
		}
		if p.leadsOn(c) {
			if !f.behind(p, c, dr) && !f.parenthesis(p, c, dr) {
				return
			}
		} else if !f.parenthesis(p, c, dr) && !f.behind(p, c, dr) {
			return
		}
	}
	f.add(dr)
}

var hypothetical = set("would could should may might must can")

// behind tries the complements behind the verb.
func (f *finder) behind(p *passage, c *cue, dr *draft) bool {
	if c.inverted || !p.mayReport(c) {
		return false
	}
	for _, r := range complements {
		if !c.takes[r.takes] {
			continue
		}
		s, ok := r.find(p, c, c.end)
		if !ok {
			continue
		}
		if c.reduced && !p.likelyPast(c, r.takes) {
			f.tr.Lost("citations", r.name, f.d.SpanOf(c.first, c.end), "a participle, no past tense")
			continue
		}
		if !speech[r.takes] && !c.speaker.plausible() && !(r.takes == "gerund" && c.class == "deny") {
			f.tr.Lost("citations", r.name, f.d.SpanOf(c.first, c.end), "no likely speaker")
			continue
		}
		if dr.pieces = p.pieces(s.span, dr); len(dr.pieces) == 0 {
			continue
		}
		dr.hearer, dr.rule = s.hearer, r.name
		p.free = s.end
		return true
	}
	return false
}

// speech are the complements that only speech takes.
var speech = set("that bare quote whom question")

// likelyPast says whether a participle without auxiliary is a past tense that the tagger took for a participle: the police called for
// calm, but "a breach disclosed last year", "a man called Lee".
func (p *passage) likelyPast(c *cue, takes string) bool {
	if p.lower(c.end) == "by" {
		return false
	}
	if speech[takes] {
		return true
	}
	k := c.speaker.kind
	return k == named || takes != "name" && (k == role || k == group || k == body || k == pronoun) && !isTimeWord(p.lower(c.end))
}

// mayReport says whether the verb c can report with its speaker at all.
func (p *passage) mayReport(c *cue) bool {
	s := c.speaker
	switch {
	case p.lower(min(c.first, s.first)-1) == "what", c.lemma == "cite" && c.hangs, c.relative && !s.plausible():
		return false
	case c.takes["media"]:
		return s.kind == named || s.kind == body
	case c.takes["finding"]:
		return s.plausible() && s.kind != pronoun || s.kind == pronoun && p.lower(s.core.first) != "it"
	case c.takes["belief"]:
		return s.kind == named || s.kind == role || s.kind == group || s.kind == body || s.kind == unnamed
	}
	w := p.lower(s.core.end - 1)
	return w != "this" && w != "that" && w != "which" && w != "what" && w != "i"
}

// pieces trims a content, and decides with its marks whether it is direct.
func (p *passage) pieces(s span, dr *draft) []span {
	s = p.trim(s)
	if s.len() == 0 {
		return nil
	}
	for _, q := range p.quotesIn(s) {
		if q.open == s.first && q.close == s.end-1 {
			dr.kind = "direct"
			return trimmed(p, q.parts)
		}
	}
	if dr.kind = "indirect"; len(p.quotesIn(s)) > 0 {
		dr.kind = "mixed"
	}
	return []span{s}
}

func trimmed(p *passage, parts []span) []span {
	var all []span
	for _, s := range parts {
		if s = p.trim(s); s.len() > 0 {
			all = append(all, s)
		}
	}
	return all
}

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
	if p.free >= end || p.tag(p.free) != text.IN && p.tag(p.free) != text.VBN && p.tag(p.free) != text.VBG || p.hasFinite(p.free, end) {
		return false
	}
	for _, q := range p.quotesIn(span{p.free, end}) {
		if p.isSentence(q) && q.close-q.open > 6 {
			return false
		}
	}
	return true
}

// behindQuote says whether the speaker and verb stand right behind a quotation.
func (p *passage) behindQuote(c *cue) bool {
	i := min(c.first, c.speaker.first) - 1
	return p.quoteAt(i) >= 0 || p.lower(i) == "," && p.quoteAt(i-1) >= 0
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
	if next != "," && next != "." && next != "" && next != ";" && next != "-" && next != "--" && next != "?" && next != "!" && next != ")" && !(p.tag(after) == text.CC) && !(p.tag(after) == text.IN && c.inverted) {
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

var subordinators = set("if as when while because although though after before since until unless whether once")

// passive makes the citation of "is said to …" and of a passive with its speaker: "was described by Sims as …".
func (f *finder) passive(p *passage, c *cue, dr *draft) bool {
	if !c.passive || c.negated {
		return false
	}
	i := c.end
	if p.lower(i) == "to" && p.tag(i+1) == text.VB && hearsay[c.lemma] {
		dr.source, dr.rule = source{}, "<somebody> is said to <do>"
		dr.pieces = p.pieces(span{i, p.clauseEnd(i, c)}, dr)
		p.free = dr.pieces[0].end
		return true
	}
	if p.lower(i) == "that" && p.lower(c.first-1) == "it" && (hearsay[c.lemma] || c.takes["that"]) {
		dr.source, dr.rule = source{}, "it is said that <clause>"
		dr.pieces = p.pieces(span{i + 1, p.clauseEnd(i+1, c)}, dr)
		return len(dr.pieces) > 0
	}
	if p.lower(i) == "by" {
		return f.passiveBy(p, c, dr, i)
	}
	return c.takes["as"] && p.lower(i) == "as" && f.passiveAs(p, c, dr, i)
}

// passiveAs reads "<something> was described as <something> by <speaker>".
func (f *finder) passiveAs(p *passage, c *cue, dr *draft, i int) bool {
	for k := i + 1; k < p.end && k < i+maxObject; k++ {
		if p.quoteAt(k) >= 0 || p.lower(k) != "by" {
			continue
		}
		whole, core, ok := p.phraseRight(k + 1)
		if s := (source{whole, core, p.kindOf(core)}); ok && c.found && s.plausible() {
			dr.source, dr.rule = s, "<something> is described as <something> by <speaker>"
			dr.pieces = append(p.pieces(c.speaker.span, dr), p.pieces(span{i, k}, dr)...)
			p.free = whole.end
			return len(dr.pieces) > 0
		}
		break
	}
	return false
}

// hearsay are verbs whose passive with an infinitive reports what is said without saying by whom.
var hearsay = set("say report allege believe think rumour understand reckon suspect claim")

// passiveBy reads "<something> was described by <speaker> as <something>".
func (f *finder) passiveBy(p *passage, c *cue, dr *draft, i int) bool {
	whole, core, ok := p.phraseRight(i + 1)
	if !ok || !c.found {
		return false
	}
	k := whole.end
	fits := c.takes["as"] && p.lower(k) == "as" || c.takes["of"] && p.lower(k) == "of" || c.takes["order"] && p.tag(k) == text.TO
	if !fits {
		return false
	}
	dr.source = source{whole, core, p.kindOf(core)}
	dr.rule = "<something> is described by <speaker> as <something>"
	dr.pieces = append(p.pieces(c.speaker.core, dr), p.pieces(span{k, p.clauseEnd(k, c)}, dr)...)
	slices.SortFunc(dr.pieces, func(a, b span) int { return a.first - b.first })
	p.free = dr.pieces[len(dr.pieces)-1].end
	return true
}

// sourcePhrase is a phrase that names a source: "according to the ministry".
type sourcePhrase struct {
	span        // phrase and source
	cue    span // "according to"
	class  string
	source source
}

// sourcePhrases finds the source phrases of a passage outside of quotation marks.
func sourcePhrases(p *passage) []sourcePhrase {
	var all []sourcePhrase
	for i := p.first; i+1 < p.end; i++ {
		if q := p.quoteAt(i); q >= 0 {
			i = p.quotes[q].close
			continue
		}
		if p.lower(i) != "according" || p.lower(i+1) != "to" {
			continue
		}
		whole, core, ok := p.phraseRight(i + 2)
		if !ok && p.tag(i+2).IsVerb() { // "to exit polls", "to show insiders": "to" misleads the tagger
			whole, core, ok = p.phraseRight(i + 3)
			whole.first, core.first = i+2, i+2
		}
		if !ok {
			continue
		}
		all = append(all, sourcePhrase{span{i, whole.end}, span{i, i + 2}, "say", source{whole, core, p.kindOf(core)}})
	}
	return all
}
