package citations

import (
	"slices"

	"github.com/newsledger/newsledger/transform/text"
)

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
			dr.pieces = append(p.pieces(p.untilApposition(c.speaker), dr), p.pieces(span{i, k}, dr)...)
			p.free = whole.end
			return len(dr.pieces) > 0
		}
		break
	}
	return false
}

// untilApposition is a phrase without what follows its first comma.
func (p *passage) untilApposition(s source) span {
	for i := s.core.end; i < s.end; i++ {
		if p.lower(i) == "," {
			return span{s.first, i}
		}
	}
	return s.span
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
