package citations

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// baseLeft returns the base noun phrase whose last token is j ("the Thai foreign minister"), not looking before token limit.
func (p *passage) baseLeft(j, limit int) (span, bool) {
	if !p.endsPhrase(j) {
		return span{}, false
	}
	k := j
	if p.lower(j) == ")" {
		if k = p.bracketLeft(j) - 1; k < limit || !p.endsPhrase(k) {
			return span{}, false
		}
	}
	if p.tag(k) == text.PRP {
		return span{k, j + 1}, true
	}
	for k > limit && p.joins(k-1, k) {
		k--
		if t := p.tag(k); t == text.DT || t == text.PRPS && p.tag(k-1) != text.PDT {
			break
		}
	}
	return span{k, j + 1}, true
}

// endsPhrase says whether token j can be the last of a noun phrase.
func (p *passage) endsPhrase(j int) bool {
	t := p.tag(j)
	if t.IsNoun() || t == text.PRP || p.lower(j) == ")" && p.bracketLeft(j) > p.first {
		return true
	}
	if t == text.VBZ && kinds[speakerNouns[model.Lemma(p.lower(j), text.NNS)]] != noSource {
		return p.tag(j-1).IsNoun() || p.tag(j-1).IsAdjective() // "rights advocates" read as a verb
	}
	if t == text.JJ && speakerNouns[p.lower(j)] != "" {
		return true
	}
	if nameEnds[p.lower(j)] {
		return p.tag(j - 1).IsProper()
	}
	return (t == text.DT || t == text.JJ || t == text.CD || t == text.JJS) && loneSpeakers[p.lower(j)]
}

// nameEnds are what stands behind a name and belongs to it.
var nameEnds = set("ii iii iv jr jr. sr sr.")

// loneSpeakers are words that are no nouns and speak by themselves.
var loneSpeakers = set("some many most others both several few one another all none either")

// joins says whether token k belongs to the noun phrase that token next is in.
func (p *passage) joins(k, next int) bool {
	if p.quoteAt(k) >= 0 {
		return false
	}
	switch t := p.tag(k); {
	case t.IsNoun(), t.IsAdjective(), t == text.AFX, t == text.DT, t == text.CD, t == text.PRPS, t == text.PDT, t == text.Hyphen, t == text.Dollar:
		return true
	case t == text.POS:
		return p.tag(k - 1).IsNoun()
	case t == text.VBN || t == text.VBG:
		before := p.tag(k - 1)
		return before == text.DT || before == text.Hyphen || before == text.PRPS || before.IsAdjective() || before == text.POS
	case t == text.RB || t == text.RBS || t == text.RBR:
		return p.tag(next).IsAdjective() && p.tag(k-1) == text.DT
	}
	return p.lower(k) == "&" && p.tag(k-1).IsNoun()
}

// bracketLeft returns the opening bracket of the closing one at token j, or -1. Brackets before speakers are short.
func (p *passage) bracketLeft(j int) int {
	for k := j - 1; k >= p.first && k > j-12; k-- {
		if p.lower(k) == "(" {
			return k
		}
	}
	return -1
}

// phraseLeft returns the noun phrase that ends before token end with its prepositional phrases and partners, and its core: the
// base phrase that the rest hangs on ("officials" of "officials in Phnom Penh and Bangkok").
func (p *passage) phraseLeft(end, limit int) (whole, core span, ok bool) {
	core, ok = p.baseLeft(end-1, limit)
	if !ok {
		return whole, core, false
	}
	whole = core
	for n := 0; n < maxParts; n++ {
		k := whole.first - 1
		if k-1 < limit {
			break
		}
		link := p.lower(k)
		switch {
		case linking[link] && p.tag(k-1).IsNoun() || linking[link] && p.lower(k-1) == ")":
		case link == "and" && (p.tag(k-1).IsNoun() || p.lower(k-1) == ")"):
		default:
			return whole, core, true
		}
		base, hit := p.baseLeft(k-1, limit)
		if !hit || !p.leadsBack(base.first, limit) {
			break
		}
		whole.first, core = base.first, base
	}
	return whole, core, true
}

// maxParts is how many noun phrases a speaker may be made of; longer chains are enumerations read wrongly.
const maxParts = 6

// leadsBack says whether the phrase that starts at token i goes on to the left, by preposition or "and", to the start of a clause.
func (p *passage) leadsBack(i, limit int) bool {
	for n := 0; n < maxParts; n++ {
		if p.opensClause(i) {
			return true
		}
		k := i - 1
		if k-1 < limit || !linking[p.lower(k)] && p.lower(k) != "and" {
			return false
		}
		base, ok := p.baseLeft(k-1, limit)
		if !ok {
			return false
		}
		i = base.first
	}
	return false
}

// linking are prepositions that tie a place, body or topic to a speaker.
var linking = set("of in for at from on with to near including under behind by within")

// opensClause says whether a clause can begin with token i: what stands before it ends or introduces one.
func (p *passage) opensClause(i int) bool {
	if i <= p.first || p.quoteAt(i-1) >= 0 {
		return true
	}
	switch p.lower(i - 1) {
	case ",", ";", ":", "-", "--", "---", "...", "(", "and", "but", "or", "that", "as", "while", "when", "if", "because", "although", "though", "whether", "since", "after", "before", "until", "where", "so", "than", "what", "how", "why", "which", "who", "unless":
		return true
	}
	t := p.tag(i - 1)
	return t.IsAdverb() && p.opensClause(i-1) || t.IsPunct()
}

// phraseRight returns the noun phrase that begins with token i, with its prepositional phrases and partners, and its core.
func (p *passage) phraseRight(i int) (whole, core span, ok bool) {
	core, ok = p.baseRight(i)
	if !ok {
		return whole, core, false
	}
	whole = core
	for n := 0; n < maxParts; n++ {
		k := whole.end
		if !(linking[p.lower(k)] || p.lower(k) == "and") || p.lower(k) == "on" && isTimeWord(p.lower(k+1)) {
			break
		}
		next, hit := p.baseRight(k + 1)
		if !hit || isTimeWord(p.lower(next.end-1)) || p.lower(k) == "and" && p.tag(next.end).IsFinite() || venue[p.lower(next.end-1)] {
			break
		}
		whole.end = next.end
	}
	return whole, core, true
}

// baseRight returns the base noun phrase that begins with token i.
func (p *passage) baseRight(i int) (span, bool) {
	k, noun := i, false
	for ; k < p.end && p.quoteAt(k) < 0; k++ {
		t := p.tag(k)
		switch {
		case t == text.PRP:
			if k == i {
				return span{i, k + 1}, true
			}
			return span{i, k}, noun
		case t.IsNoun():
			noun = true
			continue
		case t == text.POS && noun, t.IsAdjective(), t == text.AFX, t == text.CD, t == text.SYM && k > i && p.tag(k-1) == text.CD, t == text.Hyphen && k > i, t == text.Dollar:
			continue
		case (t == text.DT || t == text.PRPS || t == text.PDT) && (k == i || p.tag(k-1) == text.PDT):
			continue
		case (t == text.VBN || t == text.VBG) && k > i && !noun, t.IsAdverb() && k > i && !noun && p.tag(k+1).IsAdjective():
			continue
		}
		break
	}
	if !noun && k == i+1 && loneSpeakers[p.lower(i)] {
		noun = true
	}
	for noun && k > i && !p.tag(k-1).IsNoun() && !loneSpeakers[p.lower(k-1)] && !nameEnds[p.lower(k-1)] && p.tag(k-1) != text.CD {
		k--
	}
	if noun && p.lower(k) == "(" {
		if c := p.bracketRight(k); c > 0 {
			k = c + 1
		}
	}
	return span{i, k}, noun && k > i
}

// bracketRight returns the closing bracket of the opening one at token k, or -1.
func (p *passage) bracketRight(k int) int {
	for j := k + 1; j < p.end && j < k+12; j++ {
		if p.lower(j) == ")" {
			return j
		}
	}
	return -1
}

// isTimeWord says whether w names a day, month or time of day.
func isTimeWord(w string) bool { return timeWords[w] }

var timeWords = set(`monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat. sun. january february march april may june july august september october november december
jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. yesterday today tomorrow tonight morning afternoon evening night week month year weekend day midday noon earlier later recently now then again ago`)

// venue are nouns of where something was said: "said Sims in an interview".
var venue = set("statement interview briefing conference speech letter email e-mail tweet post video message address report press debate call rally hearing phone telephone television radio twitter facebook telegram comment note memo release text remarks event meeting court podcast broadcast")
