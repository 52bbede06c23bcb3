package model

import (
	"encoding/binary"
	"sync"

	"github.com/newsledger/newsledger/transform/text"
)

// Parser gives dependencies: a greedy arc-hybrid parser. It reads a sentence once from left to right; after every step a linear model
// over hashed features chooses between shifting the next word to the stack and making an arc, a second one names the arc.
type Parser struct {
	structure, labels *table
	seen              map[uint32]uint64 // relations that occur between two tags in a direction, a bit each
}

var parser = sync.OnceValue(func() *Parser { return ReadParser(load("parser.bin")) })

// ReadParser reads what TrainParser gave.
func ReadParser(payload []byte) *Parser {
	p := &Parser{seen: map[uint32]uint64{}}
	p.structure, payload = readTable(payload)
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
	var features [parseFeatures]uint32
	for !c.done() {
		c.structureFeatures(&features)
		var sum sums
		for _, h := range features {
			p.structure.add(&sum, h)
		}
		best := -1
		for a := range actions {
			if c.allows(a) && (best < 0 || sum.lane(a) > sum.lane(best)) {
				best = a
			}
		}
		if head, child := c.arc(best); head >= 0 {
			c.relation[child] = p.label(c, head, child)
		}
		c.do(best)
	}
	return c.tree()
}

// label names the arc from head to child.
func (p *Parser) label(c *configuration, head, child int) text.Relation {
	if head == c.n {
		return text.RelRoot
	}
	var features [labelFeatures]uint32
	c.arcFeatures(&features, head, child)
	var sum sums
	for _, h := range features {
		p.labels.add(&sum, h)
	}
	allowed := p.seen[c.pair(head, child)]
	if allowed == 0 {
		allowed = ^uint64(0)
	}
	best := text.NoRelation
	for r := text.RelRoot + 1; r < text.NRelations; r++ {
		if allowed>>r&1 != 0 && (best == text.NoRelation || sum.lane(int(r)) > sum.lane(int(best))) {
			best = r
		}
	}
	return best
}

// The actions of the arc-hybrid system. s0 is the top of the stack, s1 below it, b0 the next word.
const (
	shift   = iota // b0 goes onto the stack
	left           // s0 hangs on b0 and leaves the stack
	right          // s0 hangs on s1 and leaves the stack
	actions = 3
)

// configuration is the state of a parse. Words are numbered from 0 in the sentence; n is the root, behind the last word.
type configuration struct {
	d                                            *text.Document
	first, n                                     int
	forms                                        []form // two empty ones on either side
	tags                                         []uint32
	stack                                        []int
	next                                         int
	head                                         []int
	relation                                     []text.Relation
	leftmost, secondLeft, rightmost, secondRight []int // children so far, -1 for none
	leftCount, rightCount                        []uint32
}

func newConfiguration(d *text.Document, s text.Sentence) *configuration {
	c := &configuration{d: d, first: s.First, n: s.End - s.First, forms: forms(d, s.First, s.End, nil)}
	ints := make([]int, 6*(c.n+1))
	for i := range ints {
		ints[i] = -1
	}
	take := func() []int {
		part := ints[: c.n+1 : c.n+1]
		ints = ints[c.n+1:]
		return part
	}
	c.head, c.leftmost, c.secondLeft, c.rightmost, c.secondRight = take(), take(), take(), take(), take()
	c.stack = take()[:0]
	c.relation = make([]text.Relation, c.n+1)
	counts := make([]uint32, 3*(c.n+1))
	c.tags, c.leftCount, c.rightCount = counts[:c.n+1], counts[c.n+1:2*c.n+2], counts[2*c.n+2:]
	for i := range c.n {
		c.tags[i] = uint32(d.Tokens[s.First+i].Tag)
	}
	c.tags[c.n] = uint32(text.NTags)
	return c
}

func (c *configuration) done() bool { return c.next == c.n && len(c.stack) == 0 }

func (c *configuration) allows(action int) bool {
	switch action {
	case shift:
		return c.next < c.n
	case left:
		return len(c.stack) > 0 && (c.next < c.n || len(c.stack) == 1)
	default:
		return len(c.stack) > 1
	}
}

// arc gives head and child of the arc that an action makes, -1 for shift.
func (c *configuration) arc(action int) (head, child int) {
	k := len(c.stack)
	switch action {
	case left:
		return c.next, c.stack[k-1]
	case right:
		return c.stack[k-2], c.stack[k-1]
	}
	return -1, -1
}

// do carries an action out.
func (c *configuration) do(action int) {
	if action == shift {
		c.stack = append(c.stack, c.next)
		c.next++
		return
	}
	head, child := c.arc(action)
	c.head[child] = head
	if child < head {
		c.secondLeft[head], c.leftmost[head] = c.leftmost[head], child
		c.leftCount[head]++
	} else {
		c.secondRight[head], c.rightmost[head] = c.rightmost[head], child
		c.rightCount[head]++
	}
	c.stack = c.stack[:len(c.stack)-1]
}

func (c *configuration) tree() *text.Tree {
	t := &text.Tree{First: c.first, Heads: make([]int32, c.n), Relations: c.relation[:c.n]}
	for i := range t.Heads {
		t.Heads[i] = int32(c.first + c.head[i])
		if c.head[i] == c.n {
			t.Heads[i] = -1
		}
	}
	return t
}

// pair is the tags of an arc with its direction.
func (c *configuration) pair(head, child int) uint32 {
	p := c.tags[head]<<8 | c.tags[child]<<1
	if head > child {
		p |= 1
	}
	return p
}
