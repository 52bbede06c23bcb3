package model

import "github.com/newsledger/newsledger/transform/text"

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
	passed                                       []uint32 // verbs, commas and conjunctions before each word, a byte each
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
	c.countPassed()
	return c
}

// countPassed counts what parts words: verbs, commas and conjunctions.
func (c *configuration) countPassed() {
	c.passed = make([]uint32, c.n+1)
	for i := range c.n {
		c.passed[i+1] = c.passed[i]
		switch t := c.d.Tokens[c.first+i].Tag; {
		case t.IsVerb() || t == text.MD:
			c.passed[i+1]++
		case t == text.Comma:
			c.passed[i+1] += 1 << 10
		case t == text.CC:
			c.passed[i+1] += 1 << 20
		}
	}
}

// between numbers what stands between words a and b, a first.
func (c *configuration) between(a, b int) uint32 {
	if a < 0 || a+1 >= b {
		return 0
	}
	n := c.passed[b] - c.passed[a+1]
	return 1 + min(n&0x3ff, 2) + 3*min(n>>10&0x3ff, 2) + 9*min(n>>20, 2)
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
