package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// duty is a phrase that names a position or tie, with the body or person that it names.
type duty struct {
	dutyClass
	noun            int // where its noun begins
	first, end      int // the words of the title, end exclusive; the complement belongs to it where it names no actor ("specialist in crime")
	start, stop     int // with article, owner and complement
	status          string
	alleged         bool
	described       bool // the title goes on behind its noun: "specialist in crime"
	definite        bool // "the", an owner or a compound before it
	article         bool // begins with an article
	object          int  // -1 for none
	objectAt        spot
	before          bool   // the object stands before the title: titles that follow may share it
	country         string // alpha-3 of a demonym before the title
	countryFirst    int    // where that demonym begins
	ownerTitle      string // of an owner that is only a title, "prime minister" of "the prime minister's cousin"
	ownerFirst      int    // where that title begins
	subjects        []spot
	behind, prename bool // where it stands: behind its bearer's name, or before it
	rule            string
}

// duties reads every phrase for a position or tie.
func (b *binder) duties() {
	for _, s := range b.doc.Sentences {
		for i := s.First; i < s.End; {
			if m, ok := b.named(i); ok {
				i = m.end
				continue
			}
			p, ok := b.duty(i, s)
			if !ok {
				i++
				continue
			}
			b.posts = append(b.posts, p)
			i = max(p.head(b), i+1)
		}
	}
}

// head is the token behind the nouns of the title.
func (p *duty) head(b *binder) int {
	for k := p.first; k < p.end; k++ {
		if t := b.doc.Tag(k); t == text.IN || t == text.TO {
			return k
		}
	}
	return p.end
}

// duty reads the phrase whose noun begins at token i.
func (b *binder) duty(i int, s text.Sentence) (duty, bool) {
	c, end, ok := b.noun(i, b.nameFrom(i, s.End))
	if !ok || c.relation == "none" {
		return duty{}, false
	}
	for end < s.End && b.at[end] == 0 && c.relation == "position" {
		next, e, ok := b.noun(end, b.nameFrom(end, s.End))
		if !ok || next.rank || next.relation != "position" || b.addresses(end) {
			break
		}
		next.holder, end = next.holder || c.holder, e
		c = next
	}
	p := duty{dutyClass: c, noun: i, first: i, end: end, start: i, stop: end, object: -1, countryFirst: -1, status: "current"}
	if !b.closes(&p, s) {
		return p, false
	}
	k := b.modifiers(&p, s.First)
	if !b.owner(&p, k, s.First) {
		return p, false
	}
	b.complement(&p, s.End)
	return p, true
}

// nameFrom is the first token of the next name from i on, at most limit.
func (b *binder) nameFrom(i, limit int) int {
	for k := i; k < min(limit, i+8); k++ {
		if b.at[k] != 0 {
			return k
		}
	}
	return limit
}

// closes says whether the noun is the head of its phrase, and reads "-elect". A noun, a hyphen or a genitive ending behind it makes it part of
// another: "head office", "president's men".
func (b *binder) closes(p *duty, s text.Sentence) bool {
	if p.end >= s.End {
		return true
	}
	t := b.doc.Tag(p.end)
	if t == text.Hyphen && b.doc.Tokens[p.end].Is(text.Glued) && p.end+1 < s.End && b.doc.Tokens[p.end+1].Is(text.Glued) {
		if w := b.doc.Lower(p.end + 1); w != "elect" && w != "designate" {
			return false
		}
		p.end += 2
		p.stop, p.status = p.end, "designate"
		return true
	}
	if w := b.doc.Lower(p.end - 1); w == "elect" || w == "designate" {
		p.status = "designate"
	}
	return t != text.POS && !(t.IsNoun() && b.at[p.end] == 0 && !b.addresses(p.end))
}

// modifiers takes the words before the noun into the title and returns where they begin: "former deputy", "rights" before "activist". A demonym
// before them gives the country and ends the title.
func (b *binder) modifiers(p *duty, from int) int {
	k, closed := p.first, false
	for range 6 {
		if k-1 < from || b.at[k-1] != 0 {
			break
		}
		if alpha, first := b.demonymBefore(k, from); alpha != "" && p.country == "" {
			p.country, p.countryFirst, k, closed = alpha, first, first, true
			continue
		}
		w := b.doc.Lower(k - 1)
		if !b.modifies(k-1, w) {
			break
		}
		k--
		b.statusBy(p, w)
		if !closed && !praise[w] && w != "alleged" && w != "reputed" && w != "suspected" && b.doc.Tag(k) != text.Hyphen {
			p.first = k
		}
	}
	p.start = k
	return k
}

// praise are adjectives that are no part of a position.
var praise = map[string]bool{"prominent": true, "powerful": true, "influential": true, "wealthy": true, "famous": true, "well": true, "known": true, "notorious": true, "controversial": true}

// notModifiers are adjectives and nouns that belong to no title: they count, compare or tell the time.
var notModifiers = map[string]bool{"other": true, "many": true, "several": true, "such": true, "own": true, "same": true, "more": true, "most": true, "last": true, "next": true, "new": true,
	"yesterday": true, "today": true, "tomorrow": true, "week": true, "month": true, "year": true, "morning": true, "evening": true, "night": true, "born": true, "afternoon": true, "year-old": true}

func (b *binder) modifies(i int, w string) bool {
	if relationLists().modifier[w] || w == "ex" {
		return true
	}
	if b.doc.Tokens[i].Is(text.Capital) && b.at[i] == 0 && b.doc.Tokens[i+1].Is(text.Capital) && (relationLists().bodies[w] || overModifiers[b.doc.Lower(i-1)]) {
		return true // "Police Inspector General", "former Islamist President"
	}
	t := b.doc.Tag(i)
	switch {
	case notModifiers[w]:
		return false
	case t == text.Hyphen:
		return b.doc.Tokens[i].Is(text.Glued) && b.doc.Tokens[i+1].Is(text.Glued)
	case t == text.NN && b.doc.Tokens[i+1].Is(text.Capital) && !b.doc.Tokens[i].Is(text.Capital):
		return relationLists().bodies[w] // "police Chief Lind", but "the network President Lind owns"
	case t.IsAdjective() || t == text.NN:
		return !b.doc.Tokens[i].Is(text.Capital) || b.doc.Tokens[i+1].Is(text.Capital)
	case t == text.VBN || t == text.NNS || t == text.RB || t == text.VBG: // "rights activist", "well-known", "now-retired"
		return b.doc.Tag(i+1) == text.Hyphen && b.doc.Tokens[i+1].Is(text.Glued) || b.doc.Tag(i-1) == text.Hyphen && b.doc.Tokens[i].Is(text.Glued) || t == text.NNS && b.doc.Tag(i+1).IsNoun()
	}
	return false
}

// overModifiers may stand before a capital word that belongs to the title.
var overModifiers = map[string]bool{"former": true, "late": true, "ousted": true, "deposed": true}

// statusBy reads the status off a modifier.
func (b *binder) statusBy(p *duty, w string) {
	switch w {
	case "former", "ex", "one-time", "onetime", "erstwhile", "ousted", "deposed", "late", "then", "retired", "past", "previous", "disgraced", "slain":
		p.status = "former"
	case "incoming":
		p.status = "designate"
	case "alleged", "reputed", "suspected":
		p.alleged = true
	}
}

// owner reads what stands before title and modifiers, which begin at token k: article, "his", a genitive, a compound. False refuses the phrase:
// "no minister", "any member".
func (b *binder) owner(p *duty, k, from int) bool {
	j := k - 1
	if j < from {
		return true
	}
	switch t := b.doc.Tag(j); {
	case b.at[j] != 0:
		return b.compound(p, j, from)
	case t == text.POS:
		p.definite, p.start = true, j
		if m, ok := b.endingAt(j); ok {
			p.take(m, true)
			p.start = m.first
		} else {
			b.titledOwner(p, j, from)
		}
	case t == text.PRPS || t == text.WPS:
		p.definite, p.start = true, j
		if m, ok := b.possessor(j); ok {
			p.take(m, true)
		}
	case t == text.DT:
		switch b.doc.Lower(j) {
		case "the", "a", "an":
		default:
			return false
		}
		p.start, p.definite, p.article = j, b.doc.Lower(j) == "the", true
	}
	return true
}

// titledOwner reads the title whose genitive ending is token j: "the prime minister's".
func (b *binder) titledOwner(p *duty, j, from int) {
	for k := max(from+1, j-3); k < j; k++ {
		if c, end, ok := b.noun(k, j); ok && end == j && c.relation == "position" && !c.plural && b.doc.Lower(k-1) == "the" {
			p.ownerTitle, p.ownerFirst = strings.ToLower(b.doc.Slice(k, j)), k-1
			return
		}
	}
}

// compound reads "NBTC spokesman": the body's name before its officer. Where both are one listed title, it is read as that: "Senate President".
func (b *binder) compound(p *duty, j, from int) bool {
	m, _ := b.named(j)
	if c, end, ok := b.noun(m.first, p.first+1); ok && end == p.first+1 && c.relation == "position" && !c.rank && p.end == end {
		p.dutyClass, p.first = c, m.first
		return b.owner(p, b.modifiers(p, from), from)
	}
	if b.isPerson(m.actor) && p.relation == "position" && !personal(b.doc.Lower(p.end-1)) {
		return true
	}
	if b.kind(m.actor) == "country" {
		p.country, p.countryFirst = b.rec.Actors[m.actor].CountryCode, m.first
	} else {
		p.take(m, true)
	}
	p.start, p.definite = m.first, true
	if m.first > from && b.doc.Tag(m.first-1) == text.DT {
		p.start = m.first - 1
		p.article = true
	}
	return true
}

// personal says whether a position is often one with a person: "Berg spokesman Lind".
func personal(w string) bool {
	switch w {
	case "aide", "adviser", "advisor", "strategist", "manager", "assistant", "secretary", "surrogate", "biographer", "chairman", "chairwoman", "staff":
		return true
	}
	return strings.HasPrefix(w, "spokes")
}

// endingAt gives the mention that ends before token j, by name or by role.
func (b *binder) endingAt(j int) (spot, bool) {
	if m, ok := b.named(j - 1); ok && m.end <= j {
		return m, true
	}
	m, ok := b.standing(j - 1)
	return m, ok && m.end <= j
}

// possessor is whom "his" or "whose" at token j means: as resolved, else the name right before "and his", ", whose".
func (b *binder) possessor(j int) (spot, bool) {
	if m, ok := b.standing(j); ok {
		m.first, m.end = j, j+1
		return m, true
	}
	if w := b.doc.Lower(j - 1); w == "and" || w == "with" || w == "," {
		if m, ok := b.named(j - 2); ok && m.end == j-1 && (b.isPerson(m.actor) || b.doc.Lower(j) == "its" || b.doc.Lower(j) == "whose") {
			return m, true
		}
	}
	return spot{}, false
}

// take makes m the object.
func (p *duty) take(m spot, before bool) {
	p.object, p.objectAt, p.before = m.actor, m, before
}
