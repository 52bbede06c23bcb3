package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// beside reads ties of names that stand beside each other: "<person> of <body>", "<body>'s <person>", "<body> of the <body>",
// "<country>'s <body>". Who has a position in a body is no longer said to be its member.
func (b *binder) beside() {
	held := map[[2]int]bool{}
	for _, n := range b.bonds {
		held[[2]int{n.subject, n.object}] = true
	}
	for k := range b.spots {
		m := b.spots[k]
		if b.at[m.first] != int32(k+1) {
			continue
		}
		s := b.sentenceOf(m.first)
		n, ok := b.ofBody(m, s)
		if !ok {
			n, ok = b.genitiveBody(m, s)
		}
		if !ok {
			n, ok = b.ownName(m, s)
		}
		if ok && !held[[2]int{n.subject, n.object}] {
			b.add(n)
		}
	}
}

// ofBody reads "<person> of <body>", "<person> from the <body> said", "<body> of the <body>".
func (b *binder) ofBody(m spot, s text.Sentence) (bond, bool) {
	k := m.end
	comma := b.doc.Lower(k) == ","
	if comma {
		k++
	}
	prep := b.doc.Lower(k)
	if k+1 >= s.End || prep != "of" && prep != "from" && !(comma && prep == "with") {
		return bond{}, false
	}
	o, end, ok := b.objectAt(k+1, s.End)
	if !ok || b.at[o.first] == 0 || !b.isBody(o.actor) || o.actor == m.actor {
		return bond{}, false
	}
	n := bond{subject: m.actor, object: o.actor, status: "current", first: m.first, end: end}
	switch {
	case !b.isPerson(m.actor):
		n.relation, n.rule = "part_of", "<body> of the <body>"
		return n, prep == "of" && !comma && b.isUnit(m)
	case comma && !b.pausesOrEnds(end, s.End):
		return n, false
	case prep == "from" && !b.speaks(m, end, s):
		return n, false
	}
	n.relation, n.rule = "member_of", "<person> "+prep+" <body>"
	return n, true
}

func (b *binder) pausesOrEnds(i, limit int) bool { return i >= limit || b.doc.Tag(i).IsPunct() }

// speaks says whether a person with "from <body>" behind him is the one who speaks, so that "from" says where he belongs and not what he was
// taken from ("expelled X from the party").
func (b *binder) speaks(m spot, end int, s text.Sentence) bool {
	if m.first > s.First && b.reports(m.first-1) {
		return true
	}
	if b.doc.Lower(end) == "," {
		end++
	}
	return end < s.End && b.reports(end)
}

// reports says whether token i is a verb of speech.
func (b *binder) reports(i int) bool {
	t := b.doc.Tag(i)
	return t.IsVerb() && relationLists().cues[model.Lemma(b.doc.Lower(i), t)]
}

// genitiveBody reads "<body>'s <person>" and "<country>'s <body>".
func (b *binder) genitiveBody(m spot, s text.Sentence) (bond, bool) {
	j := m.first - 1
	if j <= s.First || b.doc.Tag(j) != text.POS {
		return bond{}, false
	}
	o, ok := b.named(j - 1)
	if !ok || o.end != j || o.actor == m.actor {
		return bond{}, false
	}
	n := bond{subject: m.actor, object: o.actor, status: "current", first: o.first, end: m.end}
	if b.isPerson(m.actor) {
		n.relation, n.rule = "member_of", "<body>'s <person>"
		return n, b.isBody(o.actor) && b.doc.Tag(m.end) != text.POS
	}
	n.relation, n.rule = "part_of", "<body>'s <body>"
	return n, !b.isPerson(o.actor) && b.isUnit(m) && !b.compounded(m, s.End) && (b.kind(o.actor) == "country" || b.isBody(o.actor))
}

// ownName reads "<person>'s <facility>" and "his <company>": a building is somebody's own, a firm may only be near to him.
func (b *binder) ownName(m spot, s text.Sentence) (bond, bool) {
	kind := b.kind(m.actor)
	if kind != "facility" && kind != "company" || m.first-1 <= s.First || b.compounded(m, s.End) {
		return bond{}, false
	}
	j := m.first - 1
	o, ok := spot{}, false
	switch b.doc.Tag(j) {
	case text.POS:
		o, ok = b.named(j - 1)
		ok = ok && o.end == j
	case text.PRPS:
		o, ok = b.possessor(j)
	}
	if !ok || !b.isPerson(o.actor) {
		return bond{}, false
	}
	n := bond{subject: o.actor, object: m.actor, relation: "linked", status: "current", first: o.first, end: m.end, rule: "<person>'s <firm>"}
	if kind == "facility" {
		n.relation, n.rule = "owner", "<person>'s <facility>"
	}
	return n, true
}

// unitWords end the names of parts of bodies and of state bodies.
var unitWords = map[string]bool{"division": true, "department": true, "bureau": true, "unit": true, "office": true, "branch": true, "wing": true, "directorate": true, "section": true,
	"committee": true, "command": true, "institute": true, "school": true, "faculty": true, "agency": true, "services": true, "service": true, "commission": true, "ministry": true, "arm": true}

// isUnit says whether a name is that of a part of something: a body of the state, or by its words.
func (b *binder) isUnit(m spot) bool {
	name := strings.ToLower(b.rec.Actors[m.actor].Name)
	head, _, _ := strings.Cut(name, " of ")
	head, _, _ = strings.Cut(head, " for ")
	return unitWords[head[strings.LastIndexByte(head, ' ')+1:]] && b.isBody(m.actor)
}
