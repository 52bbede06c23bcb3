package model

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsledger/newsledger/transform/text"
)

// TrainParser gives the payload of parser.bin: averaged perceptrons for structure and labels, trained with a dynamic oracle, so that the
// parser learns to go on well after its own mistakes. Gold must hold predicted tags. The same arguments give the same bytes.
func TrainParser(gold []Gold, structureBits, labelBits uint, rounds int, seed uint64) []byte {
	t := parseTrainer{
		structure: newLearner(structureBits, actions), labels: newLearner(labelBits, int(text.NRelations)),
		seen: map[uint32]uint64{}, random: rand.New(rand.NewPCG(seed, 4)),
	}
	places := sentences(gold)
	for round := range rounds {
		t.explore = round > 0
		t.random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		for _, p := range places {
			t.learn(gold[p[0]], gold[p[0]].Sentences[p[1]])
		}
	}
	structure, labels := t.structure.averages(), t.labels.averages()
	b := putUint32(putUint32(nil, step16(structure)), step16(labels))
	b = append(b, pack(structureBits, actions, 127, structure)...)
	b = append(b, pack(labelBits, int(text.NRelations), 127, labels)...)
	return append(b, packSeen(t.seen)...)
}

// step16 is what a step of packed weights stands for, in 1/65536.
func step16(avg []float64) uint32 { return uint32(math.Round(largest(avg) / 127 * 65536)) }

func packSeen(seen map[uint32]uint64) []byte {
	keys := make([]uint32, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b []byte
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint64(putUint32(b, k), seen[k])
	}
	return b
}

type parseTrainer struct {
	structure, labels *learner
	seen              map[uint32]uint64
	random            *rand.Rand
	explore           bool // go on with own mistakes
}

// The lead that the right answer must have in training: an answer that is barely right today is wrong on the next text.
const (
	structureMargin = 150
	labelMargin     = 150
)

// learn parses one sentence and corrects the weights where an action that loses an arc is not clearly behind one that loses none.
func (t *parseTrainer) learn(g Gold, s text.Sentence) {
	c := newConfiguration(g.Document, s)
	o := newOracle(g, s)
	var features [parseFeatures]uint32
	var scores [actions]int32
	for !c.done() {
		c.structureFeatures(&features)
		t.structure.scores(features[:], scores[:])
		best, wrong := o.rank(c, &scores)
		if wrong >= 0 && scores[best]-scores[wrong] < structureMargin {
			t.structure.reward(features[:], best, 1)
			t.structure.reward(features[:], wrong, -1)
		}
		t.structure.step++
		action := best
		if t.explore && t.random.Float64() < exploring && wrong >= 0 && (scores[wrong] > scores[best] || scores[wrong] == scores[best] && wrong < best) {
			action = wrong
		}
		if head, child := c.arc(action); head >= 0 {
			t.learnLabel(c, o, head, child)
		}
		c.do(action)
	}
}

// rank gives the likeliest of the actions that lose least and the likeliest of the others, -1 for none.
func (o *oracle) rank(c *configuration, scores *[actions]int32) (best, wrong int) {
	var costs [actions]int
	least := 1 << 30
	for a := range actions {
		if c.allows(a) {
			costs[a] = o.cost(c, a)
			least = min(least, costs[a])
		}
	}
	best, wrong = -1, -1
	for a := range actions {
		switch {
		case !c.allows(a):
		case costs[a] == least:
			if best < 0 || scores[a] > scores[best] {
				best = a
			}
		case wrong < 0 || scores[a] > scores[wrong]:
			wrong = a
		}
	}
	return best, wrong
}

// learnLabel names the arc and corrects the weights when the arc is right and its name is not clearly ahead.
func (t *parseTrainer) learnLabel(c *configuration, o *oracle, head, child int) {
	if head == c.n {
		c.relation[child] = text.RelRoot
		return
	}
	var features [labelFeatures]uint32
	var scores [text.NRelations]int32
	c.arcFeatures(&features, head, child)
	t.labels.scores(features[:], scores[:])
	guess := likeliest(&scores, text.NoRelation)
	if o.head[child] == head {
		want := o.relation[child]
		t.seen[c.pair(head, child)] |= 1 << want
		if wrong := likeliest(&scores, want); scores[want]-scores[wrong] < labelMargin {
			t.labels.reward(features[:], int(want), 1)
			t.labels.reward(features[:], int(wrong), -1)
		}
		t.labels.step++
	}
	c.relation[child] = guess
}

// likeliest is the relation with the highest score, but for one.
func likeliest(scores *[text.NRelations]int32, but text.Relation) text.Relation {
	best := text.NoRelation
	for r := text.RelRoot + 1; r < text.NRelations; r++ {
		if r != but && (best == text.NoRelation || scores[r] > scores[best]) {
			best = r
		}
	}
	return best
}

// oracle counts the arcs that an action makes impossible.
type oracle struct {
	head     []int // in the sentence; its length is the root
	relation []text.Relation
	children [][]int
}

func newOracle(g Gold, s text.Sentence) *oracle {
	n := s.End - s.First
	o := &oracle{head: make([]int, n+1), relation: make([]text.Relation, n), children: make([][]int, n+1)}
	o.head[n] = -1
	for i := range n {
		o.head[i] = n
		if h := g.Heads[s.First+i]; h >= 0 {
			o.head[i] = h - s.First
		}
		o.relation[i] = text.RelationNamed(g.Relations[s.First+i])
		o.children[o.head[i]] = append(o.children[o.head[i]], i)
	}
	return o
}

// childrenFrom counts the children of i from word k on.
func (o *oracle) childrenFrom(i, k int) int {
	count := 0
	for _, c := range o.children[i] {
		if c >= k {
			count++
		}
	}
	return count
}

func (o *oracle) cost(c *configuration, action int) int {
	k := len(c.stack)
	if action == shift {
		return o.shiftCost(c)
	}
	s0 := c.stack[k-1]
	cost := o.childrenFrom(s0, c.next)
	h := o.head[s0]
	switch {
	case action == left && (h > c.next || k > 1 && h == c.stack[k-2]):
		cost++
	case action == right && h >= c.next:
		cost++
	}
	return cost
}

func (o *oracle) shiftCost(c *configuration) int {
	cost, k := 0, len(c.stack)
	for i, s := range c.stack {
		if o.head[s] == c.next {
			cost++
		}
		if o.head[c.next] == s && i < k-1 {
			cost++
		}
	}
	return cost
}
