package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/lexicon"
)

// Actor is one actor across articles.
type Actor struct {
	Row     schema.Actor // all but first_seen and last_seen of later articles is final
	Names   []NameKey    // most frequent first
	Members []Member
}

// actorRef is a local actor with what its component must agree in.
type actorRef struct {
	Member
	key *ActorKey
}

// edge is a reason to take two actors for one; the stronger ones are used first.
type edge struct {
	strength int
	a, b     int32
	alike    float64 // between edges of one strength, the greater first
}

// The reasons, strongest first.
const (
	sameFullName = iota
	knownAlias
	definedShort
	otherSpelling
)

// actors finds which local actors are one. Single names of people ("Lisa") never join articles.
func (p *Partition) actors() {
	refs := p.actorRefs()
	edges := slices.Concat(nameEdges(refs), spellingEdges(refs))
	edges = append(edges, shortEdges(refs)...)
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(x.strength, y.strength), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	s := newSets(len(refs))
	bond := newBonds(refs)
	for _, e := range edges {
		if a, b := s.find(e.a), s.find(e.b); a != b && bond[a].agrees(bond[b]) {
			kept, gone := s.join(a, b)
			bond[kept] = bond[kept].with(bond[gone])
		}
	}
	of, n := s.clusters()
	members := make([][]actorRef, n)
	for i, c := range of {
		refs[i].key.cluster = c
		members[c] = append(members[c], refs[i])
	}
	p.Actors = make([]Actor, n)
	for c := range members {
		p.Actors[c] = p.mergedActor(members[c])
	}
}

func (p *Partition) actorRefs() []actorRef {
	var refs []actorRef
	for i := range p.Articles {
		for n := range p.key(i).Actors {
			refs = append(refs, actorRef{Member{int32(i), int32(n)}, &p.key(i).Actors[n]})
		}
	}
	return refs
}

// bonds are what the members of a component agree in.
type bonds struct{ kind, country string }

func newBonds(refs []actorRef) []bonds {
	b := make([]bonds, len(refs))
	for i, r := range refs {
		b[i] = bonds{r.key.Type, r.key.Country}
	}
	return b
}

// agrees says whether two components may be one: no other country, and the same type or one that says less.
func (b bonds) agrees(o bonds) bool {
	return (b.country == "" || o.country == "" || b.country == o.country) && (b.kind == o.kind || sayLess[b.kind] && o.kind != "person" && o.kind != "country" || sayLess[o.kind] && b.kind != "person" && b.kind != "country")
}

// sayLess are types that are given when nothing better is known.
var sayLess = map[string]bool{"organization": true}

func (b bonds) with(o bonds) bonds {
	if sayLess[b.kind] {
		b.kind = o.kind
	}
	if b.country == "" {
		b.country = o.country
	}
	return b
}

// aliases maps plain forms and initials of well-known bodies to the plain form of one name.
var aliases = knownAliases()

func knownAliases() map[string]string {
	m := map[string]string{}
	for _, row := range lexicon.Read("bodies.tsv").Rows {
		name, of, acronym, note := row[0], row[1], row[2], row[5]
		if of == "" {
			of = name
		}
		if note != "weak" {
			m[plain(name)] = plain(of)
		}
		if acronym != "" && note != "ambiguous" {
			m[plain(acronym)] = plain(of)
		}
	}
	return m
}

// nameEdges joins actors that share a full name. Every block is a star around its first actor.
func nameEdges(refs []actorRef) []edge {
	var edges []edge
	first := map[string]int32{}
	star := func(i int32, block string, strength int) {
		if j, ok := first[block]; ok && j != i {
			edges = append(edges, edge{strength: strength, a: j, b: i})
		} else if !ok {
			first[block] = i
		}
	}
	for i, r := range refs {
		if r.key.Type == "country" && r.key.Country != "" {
			star(int32(i), "country\x00"+r.key.Country, sameFullName)
			continue
		}
		for _, n := range r.key.Names {
			name := plain(n.Name)
			if known, ok := aliases[name]; ok && r.key.Type != "person" && n.Type != "weak" {
				star(int32(i), blockOf(r.key)+known, knownAlias)
			}
			if n.Type == "weak" || isShortName(r.key, n) || name == "" || r.key.Type == "person" && !strings.Contains(name, " ") {
				continue
			}
			if r.key.Type != "person" {
				name = firmName(name)
			}
			if whole := wholeOf(name, r.key.Country); whole != "" && r.key.Type != "person" {
				star(int32(i), "whole\x00"+whole+r.key.Country, sameFullName)
			}
			star(int32(i), blockOf(r.key)+name, sameFullName)
			if r.key.Country != "" { // the first of that name may be of another country
				star(int32(i), blockOf(r.key)+name+"\x00"+r.key.Country, sameFullName)
			}
			if short, ok := ends(name); ok && r.key.Type == "person" {
				star(int32(i), blockOf(r.key)+short, otherSpelling)
			}
		}
	}
	return edges
}

// blockOf keeps people apart from all else, and of all else what has another country.
func blockOf(k *ActorKey) string {
	if k.Type == "person" {
		return "person\x00"
	}
	return "body\x00"
}

// isShortName says whether a name is the initials of a body or one word of its name, which others may share.
func isShortName(k *ActorKey, n NameKey) bool {
	return n.Type == "acronym" || n.Type == "alias" && k.Type != "person" && !strings.Contains(n.Name, " ")
}

// shortEdges joins a body known only by its initials or one word of its name with the one body of which an article gives both. Short names of
// two bodies join nothing.
func shortEdges(refs []actorRef) []edge {
	full, bare := map[string][]int32{}, map[string][]int32{}
	for i, r := range refs {
		if r.key.Type == "person" || r.key.Type == "country" {
			continue
		}
		primary := primaryName(r.key)
		for _, n := range r.key.Names {
			switch {
			case isShortName(r.key, n) && n.Name != primary:
				full[plain(n.Name)] = append(full[plain(n.Name)], int32(i))
			case n.Name == primary && !strings.Contains(firmName(plain(primary)), " "):
				bare[firmName(plain(n.Name))] = append(bare[firmName(plain(n.Name))], int32(i))
			}
		}
	}
	var edges []edge
	for name, short := range bare {
		for _, i := range short[1:] {
			edges = append(edges, edge{strength: definedShort, a: short[0], b: i})
		}
		if long := full[name]; len(long) > 0 && oneName(refs, long) {
			for _, i := range short {
				edges = append(edges, edge{strength: definedShort, a: min(long[0], i), b: max(long[0], i)})
			}
		}
	}
	return edges
}

func oneName(refs []actorRef, members []int32) bool {
	for _, i := range members[1:] {
		if firmName(plain(primaryName(refs[i].key))) != firmName(plain(primaryName(refs[members[0]].key))) {
			return false
		}
	}
	return true
}

func isAcronym(s string) bool {
	return len(s) >= 2 && len(s) <= 8 && s == strings.ToUpper(s) && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

func primaryName(k *ActorKey) string {
	for _, n := range k.Names {
		if n.Type == "primary" {
			return n.Name
		}
	}
	return ""
}

// maxSpellings bounds the comparisons inside one block of spellings: larger blocks are of names too common to tell apart.
const maxSpellings = 64

// spellingEdges joins people whose full names are spellings of one another.
func spellingEdges(refs []actorRef) []edge {
	type form struct {
		folded string
		first  int32
	}
	blocks := map[string][]form{}
	var edges []edge
	for i, r := range refs {
		folded := romanised(primaryName(r.key))
		if r.key.Type != "person" || !strings.Contains(folded, " ") {
			continue
		}
		block := skeleton(folded)
		known := false
		for _, f := range blocks[block] {
			if f.folded == folded || sameSpelling(f.folded, folded) {
				edges = append(edges, edge{strength: otherSpelling, a: f.first, b: int32(i)})
			}
			known = known || f.folded == folded
		}
		if !known && len(blocks[block]) < maxSpellings {
			blocks[block] = append(blocks[block], form{folded, int32(i)})
		}
	}
	return edges
}
