package model

import (
	"encoding/binary"
	"math"
	"sync"

	"github.com/newsledger/newsledger/transform/text"
)

// Parser gives dependencies: a greedy arc-hybrid parser. It reads a sentence once from left to right; after every step a small network
// chooses between shifting the next word to the stack and making an arc, and names the arc. Where it is not sure, linear models over
// hashed features are asked too and their scores added: the two err in different places.
type Parser struct {
	structure, labels             *table
	structureWeight, labelsWeight int64             // of a step in the tables' sums, beside the network's scores
	seen                          map[uint32]uint64 // relations that occur between two tags in a direction, a bit each
	network                       *network          // nil without one
	thinkers                      sync.Pool
}

var parser = sync.OnceValue(func() *Parser { return ReadParser(load("parser.bin"), load("network.bin")) })

// ReadParser reads what TrainParser and TrainNetwork gave; without the latter the tables decide alone.
func ReadParser(payload, network []byte) *Parser {
	p := &Parser{seen: map[uint32]uint64{}}
	if network != nil {
		p.network = readNetwork(network)
	}
	p.thinkers.New = func() any { return &thinker{network: p.network} }
	// EWT dev and GUM dev are best when the tables count a 130th for the structure, an 80th for labels.
	p.structureWeight = int64(binary.LittleEndian.Uint32(payload)) * scoreUnit / (130 << 16)
	p.labelsWeight = int64(binary.LittleEndian.Uint32(payload[4:])) * scoreUnit / (80 << 16)
	p.structure, payload = readTable(payload[8:])
	p.labels, payload = readTable(payload)
	for ; len(payload) >= 12; payload = payload[12:] {
		p.seen[binary.LittleEndian.Uint32(payload)] = binary.LittleEndian.Uint64(payload[4:])
	}
	return p
}

// Parse gives the dependencies of sentence s, which Tag must have seen. It parses each sentence once, when it is asked for.
func Parse(d *text.Document, s int) *text.Tree {
	if len(d.Trees) != len(d.Sentences) {
		d.Trees = make([]*text.Tree, len(d.Sentences))
	}
	if d.Trees[s] == nil {
		d.Trees[s] = parser().Parse(d, s)
	}
	return d.Trees[s]
}

// Parse gives the dependencies of sentence s.
func (p *Parser) Parse(d *text.Document, s int) *text.Tree {
	c := newConfiguration(d, d.Sentences[s])
	t := p.thinkers.Get().(*thinker)
	defer p.thinkers.Put(t)
	if t.on = p.network != nil && c.n <= maxThought; t.on {
		t.begin(c)
	}
	for !c.done() {
		action := p.action(c, t)
		if head, child := c.arc(action); head >= 0 {
			c.relation[child] = p.label(c, t, head, child)
		}
		c.do(action)
	}
	return c.tree()
}

// action is the best next one.
func (p *Parser) action(c *configuration, t *thinker) int {
	var scores [actions]int64
	var allowed uint64
	if t.on {
		t.think(c)
	}
	for a := range actions {
		if c.allows(a) {
			allowed |= 1 << a
			if t.on {
				scores[a] = t.score(a)
			}
		}
	}
	best, lead := leader(scores[:], allowed)
	if lead >= sure {
		return best
	}
	var features [parseFeatures]uint32
	c.structureFeatures(&features)
	var sum sums
	for _, h := range features {
		p.structure.add(&sum, h)
	}
	for a := range scores {
		scores[a] += int64(sum.lane(a)) * p.structureWeight
	}
	best, _ = leader(scores[:], allowed)
	return best
}

// sure is the network's lead from which the tables are not asked: they change nothing there, and would take most of the time.
const sure = 2 * scoreUnit

// leader is the highest of the allowed scores, and how far it is ahead.
func leader(scores []int64, allowed uint64) (best int, lead int64) {
	best = -1
	second := int64(math.MinInt64 / 2)
	for i, s := range scores {
		switch {
		case allowed>>i&1 == 0:
		case best < 0:
			best = i
		case s > scores[best]:
			best, second = i, scores[best]
		case s > second:
			second = s
		}
	}
	return best, scores[best] - second
}

// label names the arc from head to child.
func (p *Parser) label(c *configuration, t *thinker, head, child int) text.Relation {
	if head == c.n {
		return text.RelRoot
	}
	allowed, ok := p.seen[c.pair(head, child)]
	if !ok {
		allowed = 1<<text.NRelations - 1<<(text.RelRoot+1)
	}
	var scores [text.NRelations]int64
	if t.on {
		for r := range text.NRelations {
			if allowed>>r&1 != 0 {
				scores[r] = t.score(relationClass(head, child, r))
			}
		}
	}
	best, lead := leader(scores[:], allowed)
	if lead >= sure {
		return text.Relation(best)
	}
	var features [labelFeatures]uint32
	c.arcFeatures(&features, head, child)
	var sum sums
	for _, h := range features {
		p.labels.add(&sum, h)
	}
	for r := range scores {
		scores[r] += int64(sum.lane(r)) * p.labelsWeight
	}
	best, _ = leader(scores[:], allowed)
	return text.Relation(best)
}
