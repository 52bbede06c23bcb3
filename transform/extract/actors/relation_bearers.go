package actors

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// bearers finds who has each position or tie, lets titles that are joined share bearer and body, and keeps the bonds.
func (b *binder) bearers() {
	for k := range b.posts {
		p := &b.posts[k]
		s := b.sentenceOf(p.first)
		for _, find := range []func(*duty, text.Sentence) bool{b.behindName, b.beforeName, b.afterBe, b.afterAs} {
			if find(p, s) {
				break
			}
		}
	}
	b.ownersByTitle()
	for k := 1; k < len(b.posts); k++ {
		b.join(&b.posts[k-1], &b.posts[k])
	}
	for k := len(b.posts) - 1; k > 0; k-- { // "chairman and chief executive X": the first has the bearer of the second
		p, q := &b.posts[k-1], &b.posts[k]
		if len(p.subjects) == 0 && q.prename && !q.article && b.joined(p, q) {
			p.subjects, p.prename, p.rule = q.subjects, true, "<title> and <title> <name>"
		}
		b.share(p, q)
	}
	for k := range b.posts {
		b.bind(&b.posts[k])
	}
}

// behindName reads "<name>, the <title> of <body>", also behind an age and behind a dash.
func (b *binder) behindName(p *duty, s text.Sentence) bool {
	k := p.start - 1
	if w := b.doc.Lower(k); k > s.First && (w == "now" || w == "then" || w == "currently" || w == "also" || w == "formerly") {
		k--
		if w == "then" || w == "formerly" {
			defer func() {
				if len(p.subjects) > 0 {
					p.status = "former"
				}
			}()
		}
	}
	if k <= s.First || !b.pauses(k) || !b.ends(p.stop) {
		return false
	}
	if b.doc.Lower(k) == "," && b.doc.Tag(k-1) == text.CD && b.doc.Lower(k-2) == "," {
		k -= 2
	}
	m, ok := b.named(k - 1)
	if !ok || m.end != k || !b.bears(p, m.actor) {
		return false
	}
	p.subjects, p.behind, p.rule = []spot{m}, true, "<name>, <title> of <body>"
	return true
}

// pauses says whether token i parts an apposition from its name.
func (b *binder) pauses(i int) bool {
	switch b.doc.Tag(i) {
	case text.Comma, text.OpenBracket:
		return true
	case text.Colon:
		return b.doc.Lower(i) != ";" && b.doc.Lower(i) != ":"
	}
	return false
}

// ends says whether a description is over at token i: no name and no noun goes on there, so it is not the title of the next person.
func (b *binder) ends(i int) bool {
	if i >= len(b.doc.Tokens) {
		return true
	}
	t := b.doc.Tag(i)
	return b.at[i] == 0 && !t.IsNoun() && !t.IsAdjective() && t != text.POS && !(t == text.Hyphen && b.doc.Tokens[i].Is(text.Glued)) && !b.addresses(i)
}

// bears says whether an actor can have the tie: positions and kin are of people.
func (b *binder) bears(p *duty, actor int) bool {
	switch p.relation {
	case "position", "family", "represents":
		return b.isPerson(actor) && actor != p.object
	case "part_of":
		return !b.isPerson(actor) && b.kind(actor) != "population_group" && actor != p.object
	}
	return actor != p.object
}

// beforeName reads "<title> <name>", with ranks between; "the <title> of <body>, <name>,"; "<name>'s children—<name>, <name> and <name>".
func (b *binder) beforeName(p *duty, s text.Sentence) bool {
	k, paused := p.stop, false
	if aspires(b.doc, p.start) {
		return false
	}
	if k < s.End && p.plural && (b.doc.Lower(k) == "," && b.doc.Lower(k+1) == "such" || b.doc.Lower(k) == "such") {
		k += 1
		if b.doc.Lower(k) == "such" {
			k++
		}
		k++
		return b.several(p, k, s.End, "<titles>, such as <name>")
	}
	if k < s.End && b.pauses(k) && b.doc.Tag(k) != text.OpenBracket {
		k, paused = k+1, true
	}
	for k < s.End && b.at[k] == 0 && b.addresses(k) {
		k++
	}
	if p.plural {
		return k < s.End && (!paused || p.definite) && b.several(p, k, s.End, "<titles> <name>, <name>")
	}
	m, ok := b.named(k)
	if k >= s.End || !ok || m.first != k || !b.bears(p, m.actor) {
		return false
	}
	if paused && !(p.definite && b.endsName(m.end, s.End) || p.article && p.object >= 0 && b.endsName(m.end, s.End)) {
		return false
	}
	p.subjects, p.prename, p.rule = []spot{m}, true, "<title> <name>"
	if paused {
		p.rule = "the <title> of <body>, <name>"
	}
	return true
}

// endsName says whether the name before token i stands alone there: no list and no genitive.
func (b *binder) endsName(i, limit int) bool {
	if i >= limit {
		return true
	}
	t := b.doc.Tag(i)
	return t != text.CC && t != text.POS && !t.IsNoun()
}

// several reads a list of names from token k on.
func (b *binder) several(p *duty, k, limit int, rule string) bool {
	for k < limit {
		for k < limit && b.at[k] == 0 && b.addresses(k) {
			k++
		}
		m, ok := b.named(k)
		if !ok || m.first != k || !b.bears(p, m.actor) {
			break
		}
		p.subjects = append(p.subjects, m)
		k = m.end
		if b.doc.Lower(k) == "," {
			k++
		}
		if b.doc.Lower(k) == "and" {
			k++
		}
		if k == m.end {
			break
		}
	}
	p.prename, p.rule = true, rule
	return len(p.subjects) > 0
}

// afterBe reads "<name> is the <title> of <body>", "<name>, who became …"; of what is denied or only possible it reads nothing.
func (b *binder) afterBe(p *duty, s text.Sentence) bool {
	k := p.start - 1
	for k > s.First && b.doc.Tag(k).IsAdverb() {
		if w := b.doc.Lower(k); w == "not" || w == "never" || w == "n't" || w == "hardly" {
			return false
		}
		k--
	}
	if k <= s.First || !b.ends(p.stop) {
		return false
	}
	v, ok := model.VerbAt(b.doc, k)
	if !ok || v.Main != k || v.Negated || v.Infinitive || v.Modal != "" || !b.doc.Tag(v.First).IsFinite() || b.supposed(v.Main) {
		return false
	}
	switch model.Lemma(b.doc.Lower(k), b.doc.Tag(k)) {
	case "be", "remain":
		if v.Past && p.relation == "position" {
			p.status = "" // "was the head": then, and perhaps still
		}
	case "become":
	default:
		return v.Passive && b.appointed(p, v)
	}
	m, ok := b.subjectOf(v.Main)
	if !ok || !b.bears(p, m.actor) {
		return false
	}
	p.subjects, p.rule = []spot{m}, "<name> is <title> of <body>"
	return true
}

// supposed says whether the clause of verb i only supposes: "if she is president".
func (b *binder) supposed(i int) bool {
	first, _ := model.Clause(b.doc, i)
	switch b.doc.Lower(first) {
	case "if", "whether", "unless", "once", "until", "when", "should", "were":
		return true
	}
	return false
}

// appointed reads "<name> was named <title>".
func (b *binder) appointed(p *duty, v model.Verb) bool {
	if !appoints[model.Lemma(b.doc.Lower(v.Main), b.doc.Tag(v.Main))] {
		return false
	}
	m, ok := b.subjectOf(v.Main)
	if !ok || !b.bears(p, m.actor) {
		return false
	}
	p.subjects, p.rule = []spot{m}, "<name> was appointed <title>"
	return true
}

// appoints are verbs that give a position.
var appoints = map[string]bool{"appoint": true, "name": true, "elect": true, "reelect": true, "re-elect": true, "install": true, "nominate": true, "choose": true, "pick": true, "confirm": true}

// serves are verbs that hold one "as".
var serves = map[string]bool{"serve": true, "work": true, "act": true}

// afterAs reads "<name> served as <title>", "appointed <name> as <title>", "appointed <name> <title>".
func (b *binder) afterAs(p *duty, s text.Sentence) bool {
	k := p.start - 1
	as := k > s.First && b.doc.Lower(k) == "as"
	if as {
		k--
	}
	if k <= s.First || !b.ends(p.stop) || p.relation == "family" {
		return false
	}
	if m, ok := b.named(k); ok && m.end == k+1 && b.bears(p, m.actor) {
		for j := m.first - 1; j >= max(s.First, m.first-4); j-- {
			if t := b.doc.Tag(j); t.IsVerb() {
				v, ok := model.VerbAt(b.doc, j)
				if !ok || v.Passive && v.First < v.Main || v.Negated || v.Infinitive || v.Modal != "" || !appoints[model.Lemma(b.doc.Lower(v.Main), b.doc.Tag(v.Main))] {
					return false
				}
				p.subjects, p.rule = []spot{m}, "appointed <name> as <title>"
				return true
			}
		}
		return false
	}
	v, ok := model.VerbAt(b.doc, k)
	if !as || !ok || v.Negated || v.Infinitive || v.Modal != "" {
		return false
	}
	lemma := model.Lemma(b.doc.Lower(v.Main), b.doc.Tag(v.Main))
	if v.Passive && appoints[lemma] {
		return b.appointed(p, v)
	}
	m, found := b.subjectOf(v.Main)
	if v.Passive || !serves[lemma] || !found || !b.bears(p, m.actor) {
		return false
	}
	if v.Past && !v.Perfect {
		p.status = "former"
	}
	p.subjects, p.rule = []spot{m}, "<name> serves as <title>"
	return true
}

// subjectOf is the actor that is the subject of a verb, by name, role or pronoun.
func (b *binder) subjectOf(verb int) (spot, bool) {
	ph, ok := model.Subject(b.doc, verb)
	if !ok {
		return spot{}, false
	}
	return b.headOf(ph)
}

// headOf is the actor that a noun phrase means: its head is a mention, not only its owner.
func (b *binder) headOf(ph model.Phrase) (spot, bool) {
	for _, over := range [][]int32{b.at, b.stands} {
		if m, ok := b.find(over, ph.Head); ok && b.doc.Tag(m.end) != text.POS && b.doc.Tag(ph.Head) != text.PRPS {
			return m, true
		}
	}
	return spot{}, false
}
