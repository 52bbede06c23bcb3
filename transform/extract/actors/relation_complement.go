package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// complement reads what hangs on a title behind it: the body ("of the Royal Thai Police"), else a subject that belongs to the title
// ("specialist in transnational crime").
func (b *binder) complement(p *duty, limit int) {
	prep := b.doc.Lower(p.end)
	switch prep {
	case "of", "for", "at", "with", "in", "on", "to":
	default:
		return
	}
	if p.end+1 >= limit {
		return
	}
	m, end, ok := b.objectAt(p.end+1, limit)
	switch {
	case ok && prep == "to" && p.relation == "position" && abroad(b.doc.Lower(p.end-1)):
		p.end, p.stop = end, end
	case ok && prep != "in" && prep != "on" && !(prep == "with" && !b.isBody(m.actor)):
		if p.object < 0 {
			p.take(m, false)
		}
		p.stop = end
	case !ok && p.relation == "position" && p.object < 0 && generic[b.doc.Lower(end-1)] && b.doc.Lower(p.end+1) == "the": // "head of the group": a body that is not known
		p.stop = end
	case !ok && p.relation == "position" && (p.object < 0 || p.before) && b.describes(p.end+1, end, prep):
		p.end, p.stop, p.described = end, end, true
		if p.rank {
			p.sector = "" // "specialist in transnational crime" is no soldier
		}
	}
}

// abroad says whether a position is held towards a country: "ambassador to Laos" is of the state that sends.
func abroad(w string) bool {
	return strings.HasPrefix(w, "ambassador") || w == "envoy" || w == "consul" || w == "delegate" || w == "representative" || w == "attaché"
}

// describes says whether the words behind a preposition say what a title is for: of "of" any noun, else common nouns; never a time.
func (b *binder) describes(first, end int, prep string) bool {
	if end <= first || prep == "to" || prep == "with" || prep == "at" {
		return false
	}
	for k := first; k < end; k++ {
		t := b.doc.Tag(k)
		if t == text.CD || notModifiers[b.doc.Lower(k)] || t.IsProper() && prep != "of" || t == text.PRPS || t == text.POS {
			return false
		}
	}
	return b.doc.Tag(end - 1).IsNoun()
}

// generic are nouns for a body that the text names elsewhere.
var generic = map[string]bool{"group": true, "company": true, "party": true, "firm": true, "organisation": true, "organization": true, "agency": true, "ministry": true, "bank": true,
	"country": true, "government": true, "army": true, "force": true, "police": true, "commission": true, "committee": true, "movement": true, "club": true, "team": true, "department": true}

// maxComplement is how many words may stand before the name in a complement: "of the right-wing religious party X".
const maxComplement = 12

// objectAt reads the noun phrase from token i on and gives the actor that it names; end is behind it. A genitive inside is passed over
// ("Thailand's Cyber Crime Bureau" is the bureau), and one "of" ("of the research department of X").
func (b *binder) objectAt(i, limit int) (m spot, end int, ok bool) {
	nested := false
	for j := i; j < min(limit, i+maxComplement); {
		if m, ok := b.mentionAt(j); ok {
			if b.doc.Tag(m.end) == text.POS && m.end < limit {
				j = m.end + 1
				continue
			}
			if j > i && b.isPerson(m.actor) && b.at[j] != 0 && !b.introduced(j, i) {
				return spot{}, j, false // "minister of health John Smith"
			}
			if b.compounded(m, limit) {
				j = m.end
				continue
			}
			return m, m.end, true
		}
		t := b.doc.Tag(j)
		switch {
		case t == text.DT || t == text.PRPS || t.IsAdjective() || t.IsNoun() || t == text.VBG && j > i || t == text.VBN || t == text.POS:
			j++
		case t == text.Hyphen && b.doc.Tokens[j].Is(text.Glued):
			j++
		case b.doc.Lower(j) == "of" && j > i && !nested:
			nested = true
			j++
		default:
			return spot{}, j, false
		}
	}
	return spot{}, min(limit, i+maxComplement), false
}

// mentionAt gives the mention that begins or stands at token j: a name, else a role; "his" only leads to what it owns.
func (b *binder) mentionAt(j int) (spot, bool) {
	if m, ok := b.named(j); ok {
		return m, true
	}
	if b.doc.Tag(j) == text.PRPS || b.doc.Tag(j) == text.DT && b.stands[j] == 0 {
		return spot{}, false
	}
	return b.standing(j)
}

// compounded says whether a name only describes the noun behind it: "the Shinawatra government", "the NBTC order".
func (b *binder) compounded(m spot, limit int) bool {
	if m.end >= limit || b.at[m.end] != 0 {
		return false
	}
	return b.doc.Tag(m.end).IsNoun() && !b.doc.Tokens[m.end].Is(text.Capital)
}

// introduced says whether a title, address or bare genitive stands right before the name at token j: "the cousin of Prime Minister X".
func (b *binder) introduced(j, from int) bool {
	if b.addresses(j-1) || b.doc.Tag(j-1) == text.POS || b.doc.Tag(j-1) == text.DT || b.doc.Tag(j-1).IsAdjective() {
		return true
	}
	for k := max(from, j-4); k < j; k++ {
		if _, end, ok := b.noun(k, j); ok && end == j {
			return true
		}
	}
	return false
}
