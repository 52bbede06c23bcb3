package citations

import "github.com/newsledger/newsledger/transform/text"

// speakerBefore finds the subject that stands before the verb group of c.
func (p *passage) speakerBefore(c *cue) (source, bool) {
	j := c.first - 1
	for j > p.first && p.tag(j).IsAdverb() && p.quoteAt(j) < 0 {
		j--
	}
	switch w := p.lower(j); {
	case p.quoteAt(j) >= 0 || j < p.first:
		return source{}, false
	case relatives[w] && p.tag(j) != text.IN:
		return p.antecedent(j)
	case w == ",":
		if s, ok := p.beforeApposition(j); ok {
			return s, true
		}
		whole, core, ok := p.phraseLeft(j, p.first) // a stray comma between speaker and verb
		return source{whole, core, p.kindOf(core)}, ok && whole.first == p.first && !hasTimeOnly(p, core) && p.tag(c.main) == text.VBD
	case w == "-" || w == "--" || w == "---":
		return p.beforeApposition(j)
	}
	whole, core, ok := p.phraseLeft(j+1, p.first)
	if !ok || hasTimeOnly(p, core) || !p.opensClause(whole.first) {
		if s, hit := p.clauseSubject(j + 1); hit {
			return s, true
		}
	}
	if !ok || hasTimeOnly(p, core) || p.lower(core.end-1) == "there" {
		return source{}, false
	}
	if base, _ := p.baseLeft(j, p.first); p.kindOf(base) == document {
		if titled := p.titledCore(base); titled.first < base.first {
			return source{titled, titled, document}, true
		}
	}
	return source{whole, core, p.kindOf(core)}, true
}

// clauseSubject returns the noun phrase at the head of the clause that goes up to token end, with what hangs on it: "a report released
// last year". A finite verb between is none of its verb's subject.
func (p *passage) clauseSubject(end int) (source, bool) {
	first := end
	for first > p.first && end-first < maxApposition && !p.borders(first-1) {
		first--
	}
	if relatives[p.lower(first)] && end-first <= maxParts {
		return p.antecedent(first)
	}
	if p.tag(first) == text.CC {
		first++
	}
	whole, core, ok := p.phraseRight(first)
	if !ok || hasTimeOnly(p, core) || whole.end > end {
		return source{}, false
	}
	for i := whole.end; i < end; i++ {
		if t := p.tag(i); p.quoteAt(i) >= 0 || t.IsFinite() && !(t == text.VBD && issued[p.lower(i)] && i == whole.end) {
			return source{}, false
		}
	}
	return source{span{whole.first, end}, core, p.kindOf(core)}, true
}

// borders says whether token i ends a clause or introduces the next one.
func (p *passage) borders(i int) bool {
	if p.quoteAt(i) >= 0 {
		return true
	}
	switch p.lower(i) {
	case ",", ";", ":", "--", "---", "(", "that", "but", "while", "because", "although", "though", "whether", "so", "when", "if":
		return true
	}
	return false
}

var relatives = set("who which that")

// antecedent returns the noun phrase that the relative pronoun at token j belongs to.
func (p *passage) antecedent(j int) (source, bool) {
	end := j
	if p.lower(end-1) == "," {
		end--
	}
	core, ok := p.baseLeft(end-1, p.first)
	for n := 0; ok && n < maxParts && p.lower(j) == "which" && placing[p.lower(core.first-1)]; n++ {
		next, hit := p.baseLeft(core.first-2, p.first) // "talks in Bangkok, which": the talks
		if !hit {
			break
		}
		core = next
	}
	if !ok {
		return source{}, false
	}
	return source{core, core, p.kindOf(core)}, true
}

// placing are prepositions of place and time.
var placing = set("in at on near during")

// beforeApposition returns the noun phrase before an apposition that the comma or dash at token j closes.
func (p *passage) beforeApposition(j int) (source, bool) {
	mark, tries := p.lower(j), 0
	for k := j - 1; k > p.first && j-k < maxApposition && tries < 4; k-- {
		if p.quoteAt(k) >= 0 || p.lower(k) != mark {
			continue
		}
		tries++
		if !p.isApposition(span{k + 1, j}) {
			continue
		}
		whole, core, ok := p.phraseLeft(k, p.first)
		if !ok || hasTimeOnly(p, core) || linking[p.lower(whole.first-1)] || p.lower(whole.first-1) == "," && p.kindOf(core) != named {
			continue
		}
		s := source{span{whole.first, j}, core, p.kindOf(core)}
		if s.kind == other && p.tag(k+1).IsProper() {
			s.kind = named
		}
		return s, true
	}
	return source{}, false
}

// maxApposition is how many tokens an apposition between speaker and verb may have.
const maxApposition = 45

// isApposition says whether s can stand between a speaker and his verb, between commas: no clause of its own unless it is relative.
func (p *passage) isApposition(s span) bool {
	if s.len() < 1 {
		return false
	}
	if w := p.lower(s.first); w == "who" || w == "which" || w == "whose" || w == "whom" || w == "where" {
		return true
	}
	for i := s.first; i < s.end; i++ {
		if p.quoteAt(i) >= 0 {
			continue
		}
		if w := p.lower(i); w == "who" || w == "which" || w == "whose" || w == "that" || w == "where" {
			return true
		}
		if p.tag(i).IsFinite() && !p.tag(i-1).IsAdjective() && !(i == s.first && p.tag(i) == text.VBD) { // "made public in May"
			return false
		}
	}
	return true
}

// hasTimeOnly says whether a phrase is a time: "Thursday".
func hasTimeOnly(p *passage, s span) bool {
	times := 0
	for i := s.first; i < s.end; i++ {
		if isTimeWord(p.lower(i)) {
			times++
		} else if t := p.tag(i); t.IsNoun() || t == text.PRP {
			return false
		}
	}
	return times > 0
}

// speakerBehind finds the subject behind the verb of c: "…, said Sims, a specialist in crime."
func (p *passage) speakerBehind(c *cue) (source, bool) {
	whole, core, ok := p.phraseRight(c.end)
	if !ok || p.tag(whole.end).IsFinite() || hasTimeOnly(p, core) {
		return source{}, false
	}
	s := source{whole, core, p.kindOf(core)}
	if p.lower(whole.end) != "," {
		return s, true
	}
	for k := whole.end + 1; k <= p.end && k-whole.end < maxApposition; k++ {
		if k < p.end && p.lower(k) != "," && p.lower(k) != "." && p.quoteAt(k) < 0 {
			continue
		}
		in := span{whole.end + 1, k}
		if t := p.tag(in.first); p.isApposition(in) && (t.IsNoun() || t == text.DT || t.IsAdjective() || t == text.CD || t == text.WP) && p.lower(in.first) != "and" {
			s.end = k
		}
		break
	}
	return s, true
}

// maxReach is how many tokens a rule looks back or ahead inside one passage, so that a text without full stops costs linear time.
const maxReach = 400

// subjectOf finds the subject of the main clause that the participle, infinitive or second verb at token i hangs on.
func (p *passage) subjectOf(i int) (source, bool) {
	tries := 0
	for k := i - 1; k >= p.first && i-k < maxReach && tries < maxParts; k-- {
		if p.quoteAt(k) >= 0 || !p.tag(k).IsFinite() {
			continue
		}
		tries++
		c := &cue{span: span{k, k + 1}, main: k, governor: -1}
		for c.first > p.first && (p.tag(c.first-1).IsAdverb() || p.tag(c.first-1) == text.MD || beForms[p.lower(c.first-1)] || haveForms[p.lower(c.first-1)] && p.tag(c.first-1) != text.POS) {
			c.first--
		}
		if relatives[p.lower(c.first-1)] {
			continue
		}
		if s, ok := p.speakerBefore(c); ok {
			return s, true
		}
	}
	return source{}, false
}
