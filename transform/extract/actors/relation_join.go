package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// ownersByTitle finds whose "the prime minister's cousin" is: of the only person to whom the article gives that title, in its words.
func (b *binder) ownersByTitle() {
	holders := map[string]int{} // title to its holder, -1 for several
	for k := range b.posts {
		p := &b.posts[k]
		for _, m := range p.subjects {
			noun := strings.ToLower(b.doc.Slice(p.noun, p.head(b)))
			if other, has := holders[noun]; has && other != m.actor {
				holders[noun] = -1
			} else {
				holders[noun] = m.actor
			}
		}
	}
	for k := range b.posts {
		p := &b.posts[k]
		if holder, has := holders[p.ownerTitle]; has && holder >= 0 && p.object < 0 && p.ownerTitle != "" {
			p.take(spot{p.ownerFirst, p.start, holder}, true)
		}
	}
}

// joined says whether only "and" or a comma stands between two titles.
func (b *binder) joined(p, q *duty) bool {
	if p.stop > q.start || b.doc.Tokens[p.first].Sentence != b.doc.Tokens[q.first].Sentence || p.plural || q.plural {
		return false
	}
	k := p.stop
	if b.doc.Lower(k) == "," {
		k++
	}
	if b.doc.Tag(k) == text.CC && b.doc.Lower(k) != "or" {
		k++
	}
	return k > p.stop && k == q.start
}

// join gives a title the bearer of the one before it: "X, head of A and chairman of B".
func (b *binder) join(p, q *duty) {
	if len(q.subjects) == 0 && len(p.subjects) > 0 && !p.prename && b.joined(p, q) && b.ends(q.stop) {
		q.subjects, q.behind, q.rule = p.subjects, p.behind, p.rule
	}
	b.share(p, q)
}

// share lets titles of one bearer share the body that only one of them names.
func (b *binder) share(p, q *duty) {
	if len(p.subjects) == 0 || len(q.subjects) == 0 || p.subjects[0] != q.subjects[0] || p.relation != "position" || q.relation != "position" || !b.joined(p, q) {
		return
	}
	switch {
	case q.object < 0 && p.object >= 0 && p.before && q.country == "" && b.suits(q, p.object):
		q.take(p.objectAt, true)
	case q.object < 0 && q.country == "" && p.country != "" && q.ofState():
		q.country, q.countryFirst = p.country, p.countryFirst
	case p.object < 0 && p.country == "" && q.object >= 0 && !q.before && p.end == p.stop && p.first == p.noun && !p.holder && b.suits(p, q.object):
		p.take(q.objectAt, false)
	}
}

// suits says whether a body is the body of a position: a country only of those of the state.
func (b *binder) suits(p *duty, object int) bool {
	if b.kind(object) == "country" {
		return p.ofState() || isLeader(b.doc.Lower(p.end-1))
	}
	return !p.holder || object == p.object
}

func isLeader(w string) bool {
	return w == "leader" || w == "ruler" || w == "strongman" || w == "leaders"
}

// bind turns a title and its bearers into bonds.
func (b *binder) bind(p *duty) {
	object, ok := b.objectOf(p)
	if !ok {
		return
	}
	for _, m := range p.subjects {
		n := bond{subject: m.actor, object: object, relation: p.relation, title: b.doc.Slice(p.first, p.end), status: p.status, first: min(m.first, p.first), end: max(m.end, p.end),
			holder: p.holder, country: p.country, sector: p.sector, rule: p.rule}
		if object >= 0 && p.objectAt.end > 0 {
			n.first, n.end = min(n.first, p.objectAt.first), max(n.end, p.objectAt.end)
		}
		if p.countryFirst >= 0 && object >= 0 && p.objectAt.end == 0 {
			n.first = min(n.first, p.countryFirst)
		}
		if p.alleged {
			n.assertion = "alleged"
		}
		if p.inverse {
			n.subject, n.object, n.title = n.object, n.subject, ""
		}
		if p.country != "" && b.isPerson(m.actor) {
			b.people[m.actor] = p.country
		}
		b.add(n)
	}
}

// commands says whether a rank is also the name of a post: "Taliban commander X", not "Army Col. X".
func commands(w string) bool {
	return strings.HasPrefix(w, "command") || strings.HasSuffix(w, "chief") || strings.HasPrefix(w, "spokes") || w == "commissioner" || w == "agent" || w == "officer" || w == "warlord"
}

// objectOf is the body or person of a title, -1 for none; false refuses a tie that needs one.
func (b *binder) objectOf(p *duty) (int, bool) {
	object := p.object
	if object >= 0 && p.relation == "position" && !b.suits(p, object) {
		p.objectAt, object = spot{}, -1
	}
	if p.relation == "family" && object >= 0 && !b.isPerson(object) {
		return -1, false
	}
	if object < 0 && p.relation == "position" && p.country != "" && (p.ofState() || isLeader(b.doc.Lower(p.end-1))) {
		if k, has := b.states[p.country]; has {
			object, p.objectAt = k, spot{}
		}
	}
	if p.rank && (object < 0 && !(p.described && !p.prename) || p.before && p.prename && !commands(b.doc.Lower(p.end-1))) {
		return -1, false // a rank is a position only in a body: "commander of the Northern Brigade", not "Gen. Lind"
	}
	return object, object >= 0 || p.relation == "position"
}
