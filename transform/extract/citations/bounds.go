package citations

import (
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// clauseEnd returns where what c reports ends, when it begins with token from: at the next speaker, a contrast in the writer's own
// voice, the bracket that holds it, or the passage's end.
func (p *passage) clauseEnd(from int, c *cue) int {
	depth := 0
	for i := from; i < p.end && i < from+maxReach; i++ {
		if q := p.quoteAt(i); q >= 0 {
			i = p.quotes[q].close
			continue
		}
		if i > from && p.stops[i-p.first] {
			return i
		}
		switch w := p.lower(i); w {
		case "(", "[":
			depth++
		case ")", "]":
			if depth--; depth < 0 {
				return i
			}
		case ",":
			if i > from && p.turnsAway(i+1) || c.relative && p.tag(i+1).IsFinite() {
				return i
			}
		case ";":
			return i
		}
	}
	return min(p.end, from+maxReach)
}

// turnsAway says whether the words behind a comma leave what was said for the writer's own voice: "…, but experts doubt".
func (p *passage) turnsAway(i int) bool {
	switch p.lower(i) {
	case "but", "while", "whereas", "although", "though":
		return p.startsClause(i+1) && p.tag(i+1) != text.VBG && p.tag(i+1) != text.IN
	}
	return false
}

// markStops notes where the content of an earlier cue ends because a later one begins.
func (p *passage) markStops() {
	p.stops = make([]bool, p.len())
	for n, c := range p.cues {
		switch {
		case c.hangs && p.lower(c.first-1) == "," && c.lemma != "cite":
			p.stopAt(c.first - 1)
		case c.takes["that"] || c.takes["bare"] || c.takes["quote"] || c.shares && p.continues(n), c.found && !c.shares && !c.hangs && !c.relative && c.speaker.plausible():
			start := c.first
			if c.found && c.speaker.first < c.first && !c.hangs && !c.shares {
				start = c.speaker.first
			}
			switch p.lower(start - 1) {
			case "and", "but", "while", "whereas", ";":
				p.stopAt(start - 1)
			}
		}
	}
	for _, a := range p.phrases {
		p.stopAt(a.first)
	}
	for i := p.first; i+1 < p.end; i++ { // ", with a clear warning that …"
		if p.lower(i+1) != "that" || p.quoteAt(i) >= 0 || cueNouns[model.Lemma(p.lower(i), p.tag(i))] == "" {
			continue
		}
		if core, ok := p.baseLeft(i, p.first); ok && p.lower(core.first-1) == "with" && (p.lower(core.first-2) == "," || p.quoteAt(core.first-2) >= 0) {
			p.stopAt(core.first - 1)
		}
	}
}

// continues says whether cue number n, which shares the subject of a verb before "and", goes on with what the reporting verb before it
// began: both have one tense.
func (p *passage) continues(n int) bool {
	return n > 0 && p.cues[n-1].form == p.cues[n].form && p.cues[n-1].found && !p.cues[n-1].hangs
}

// stopAt notes a stop at token i, or at the comma before it.
func (p *passage) stopAt(i int) {
	if p.lower(i-1) == "," {
		i--
	}
	if p.holds(i) {
		p.stops[i-p.first] = true
	}
}

// skipAdjuncts returns the token behind adverbs, times, places of speaking and hearers that begin with token i: "on Monday in an
// interview with a newspaper".
func (p *passage) skipAdjuncts(i int) int {
	for n := 0; n < maxParts; n++ {
		k := p.skipAdjunct(i)
		if k == i {
			break
		}
		i = k
	}
	return i
}

func (p *passage) skipAdjunct(i int) int {
	w, t := p.lower(i), p.tag(i)
	switch {
	case p.quoteAt(i) >= 0:
		return i
	case isTimeWord(w), t.IsAdverb() && p.isSayingAdverb(i):
		return i + 1
	case t == text.IN || t == text.TO:
		return p.skipPlace(i)
	case (w == "this" || w == "last" || w == "that" || w == "next" || w == "early" || w == "late") && isTimeWord(p.lower(i+1)):
		return i + 2
	case t == text.CD && (isTimeWord(p.lower(i-1)) || isTimeWord(p.lower(i+1))):
		return i + 1
	case w == "," && p.closesAdjunct(i):
		return i + 1
	}
	return i
}

// isSayingAdverb says whether the adverb at token i says how or when something was said; "about 40", "nearly all", "not" belong to what
// is said.
func (p *passage) isSayingAdverb(i int) bool {
	w, next := p.lower(i), p.tag(i+1)
	if sayingAdverbs[w] {
		return true
	}
	return strings.HasSuffix(w, "ly") && w != "only" && next != text.CD && !next.IsAdjective() && next != text.DT && next != text.PDT && next != text.Dollar
}

var sayingAdverbs = set("also again earlier later then now too instead there here out forth anyway")

// skipPlace skips a prepositional phrase that says when, where or to whom something was said.
func (p *passage) skipPlace(i int) int {
	base, ok := p.baseRight(i + 1)
	if !ok || p.opensWithNumber(i) && !isTimeWord(p.lower(base.end-1)) {
		return i
	}
	last := p.lower(base.end - 1)
	switch w := p.lower(i); {
	case isTimeWord(last):
		return base.end
	case w == "to" && p.kindOf(base) != other && p.tag(base.first) != text.VB:
		return base.end
	case venue[last] || venue[p.lower(base.end-1)]:
		return base.end
	case (w == "with" || w == "to" || w == "on" || w == "in" || w == "at" || w == "from" || w == "for" || w == "of") && i > p.first && (venue[p.lower(i-1)] || isTimeWord(p.lower(i-1))):
		return base.end
	case (w == "in" || w == "on" || w == "at" || w == "from" || w == "via" || w == "through" || w == "after" || w == "during") && p.lower(base.end) == "that":
		return base.end
	}
	return i
}

// closesAdjunct says whether the comma at token i follows an adjunct and leads back to what is said.
func (p *passage) closesAdjunct(i int) bool {
	before := p.lower(i - 1)
	return isTimeWord(before) || venue[before] || p.tag(i-1) == text.CD
}

// skipHearer returns the token behind a hearer that begins with token i: "AFP", "reporters", "to reporters".
func (p *passage) skipHearer(i int) int {
	if p.lower(i) == "to" {
		i++
	}
	whole, _, ok := p.phraseRight(i)
	if !ok {
		return i
	}
	return p.skipAdjuncts(whole.end)
}
