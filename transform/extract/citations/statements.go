package citations

import "github.com/newsledger/newsledger/transform/text"

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
	if c.inverted && c.first == p.first { // "Said Ellis: …"
		s, ok := quotationBehind(p, c, c.speaker.end)
		if ok {
			dr.pieces, dr.rule = p.pieces(s.span, dr), "<says> <speaker>: <quotation>"
		}
		return len(dr.pieces) > 0
	}
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
	if takes == "order" { // an object with an infinitive hardly follows a participle
		return c.speaker.plausible()
	}
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
