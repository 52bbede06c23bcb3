package model

import (
	"encoding/binary"

	"github.com/newsledger/newsledger/transform/text"
)

// The sizes of the network.
const (
	netHidden  = 128                              // units of its one hidden layer
	netWidth   = 32                               // numbers that stand for a word
	netWords   = 21                               // words of a configuration that it looks at, see look
	netFacts   = 16                               // other facts that it looks at
	netClasses = actions + 2*int(text.NRelations) // the actions, then the relations of left arcs, then of right ones
	lanes      = netHidden / 4
)

// network scores the actions and relations of a parse: each word stands for the sum of the numbers of what its form shows, the hidden layer
// for what the words of a configuration are together. It sees likenesses that the table of features cannot hold; their scores are
// added. All its arithmetic is with whole numbers, so that every machine finds the same trees.
type network struct {
	rows    map[uint32]int32 // of what a word shows, by hash
	values  []int32          // netWidth a row
	weights []int64          // netHidden/2 a number, a word place; two weights in each, so that one multiplication does for both
	scale   int64            // of value times weight, in 1<<-laneScale
	facts   []uint64         // lanes a fact; the last ones are the bias
	out     []int32          // netHidden a class
	bias    []int64          // a class
}

const (
	laneUnit  = 224 // lanes hold multiples of 1/224
	laneBias  = 840 // what a lane holds besides its number; numbers beyond it are cut
	laneScale = 32
	scoreUnit = 1 << 20                              // scores are multiples of 1/scoreUnit
	laneSum   = (netWords + netFacts + 1) * laneBias // of all addends; twice this fits in 16 bits
)

// view is what the network sees of a configuration.
type view struct {
	words [netWords]int // words of the sentence, n the root, n+1 none
	facts [netFacts]int
}

// The rows of facts.
const (
	factLabels   = 0
	factDistance = factLabels + 9*int(text.NRelations)
	factValency  = factDistance + 2*10
	factBetween  = factValency + 3*32
	netFactRows  = factBetween + 2*28
)

// look fills v.
func (c *configuration) look(v *view) {
	k := len(c.stack)
	at := func(i int) int {
		if k < i {
			return -1
		}
		return c.stack[k-i]
	}
	of := func(children []int, i int) int {
		if i < 0 {
			return -1
		}
		return children[i]
	}
	s0, s1, b0 := at(1), at(2), c.next
	children := [9]int{of(c.leftmost, s0), of(c.secondLeft, s0), of(c.rightmost, s0), of(c.secondRight, s0),
		of(c.leftmost, s1), of(c.rightmost, s1), of(c.secondRight, s1), of(c.leftmost, b0), of(c.secondLeft, b0)}
	v.words = [netWords]int{s0, s1, at(3), b0, c.behind(1), c.behind(2), of(c.rightmost, children[2]), of(c.leftmost, children[2]), c.beside(s0, -1), c.beside(s0, 1), c.beside(s1, 1), c.beside(b0, -1)}
	copy(v.words[12:], children[:])
	for i, w := range v.words {
		if w < 0 {
			v.words[i] = c.n + 1
		}
	}
	for i, w := range children {
		v.facts[i] = factLabels + i*int(text.NRelations)
		if w >= 0 {
			v.facts[i] += int(c.relation[w])
		}
	}
	v.facts[9], v.facts[10] = factDistance+9, factDistance+19
	if s0 >= 0 {
		v.facts[9] = factDistance + int(bucket(b0-s0))
	}
	if s1 >= 0 {
		v.facts[10] = factDistance + 10 + int(bucket(s0-s1))
	}
	v.facts[11], v.facts[12], v.facts[13] = factValency+c.children(s0), factValency+32+c.children(s1), factValency+64+c.children(b0)
	v.facts[14], v.facts[15] = factBetween+int(c.between(s0, b0)), factBetween+28+int(c.between(s1, s0))
}

// beside is the word that stands n words behind word i, -1 for none.
func (c *configuration) beside(i, n int) int {
	if i < 0 || i+n >= c.n {
		return -1
	}
	return i + n
}

// children numbers how many there are on either side of word i.
func (c *configuration) children(i int) int {
	if i < 0 {
		return 31
	}
	return int(min(c.leftCount[i], 4)*5 + min(c.rightCount[i], 4))
}

// netInputs is how many things a word shows.
const netInputs = 10

// inputs hashes what word i of the configuration shows; n is the root, n+1 no word.
func (c *configuration) inputs(i int) [netInputs]uint32 {
	if i >= c.n {
		return [netInputs]uint32{feature(200, uint32(i-c.n))}
	}
	f := &c.forms[i+2]
	return [netInputs]uint32{
		feature(201, f.lower), feature(202, c.tags[i]), feature(203, f.suffix[2]), feature(204, f.suffix[1]), feature(205, f.prefix[2]),
		feature(206, f.cluster.p6), feature(207, f.cluster.p10), feature(208, f.cluster.all), feature(209, f.shape), feature(210, f.cluster.p4),
	}
}

// projection is what a word adds to the hidden layer, at every place where it may stand; places are filled in when asked for.
type projection struct {
	rows   [netInputs]int32
	filled uint32
	sums   [netWords][lanes]uint64
}

// thinker runs the network on one sentence after another and remembers words.
type thinker struct {
	*network
	on           bool // asked about this sentence
	seen, before map[uint64]*projection
	sentence     []*projection // by word, root and none last
	hidden       [netHidden]int32
	view         view
}

const (
	remembered = 1500 // words of some 5 kB that a thinker keeps before it begins anew; the last so many stay for those that come again
	maxThought = 1000 // words of the longest sentence that it looks at: what is longer is none
)

func (t *thinker) begin(c *configuration) {
	if len(t.seen) > remembered || t.seen == nil {
		t.seen, t.before = make(map[uint64]*projection, remembered), t.seen
	}
	t.sentence = t.sentence[:0]
	for i := range c.n + 2 {
		var rows [netInputs]int32
		key := uint64(14695981039346656037)
		for k, h := range c.inputs(i) {
			rows[k] = t.rows[h] // row 0 holds zeros
			key = (key ^ uint64(rows[k])) * 1099511628211
			key ^= key >> 29
		}
		p := t.seen[key]
		if p == nil {
			if p = t.before[key]; p == nil {
				p = &projection{rows: rows}
			}
			t.seen[key] = p
		}
		t.sentence = append(t.sentence, p)
	}
}

// project fills in what word p adds at a place.
func (t *thinker) project(p *projection, place int) {
	p.filled |= 1 << place
	var sum [netHidden / 2]int64
	for e := range netWidth {
		v := int32(0)
		for _, r := range p.rows {
			v += t.values[int(r)*netWidth+e]
		}
		w := (*[netHidden / 2]int64)(t.weights[(place*netWidth+e)*netHidden/2:])
		for h := 0; h < len(sum); h += 4 {
			sum[h] += int64(v) * w[h]
			sum[h+1] += int64(v) * w[h+1]
			sum[h+2] += int64(v) * w[h+2]
			sum[h+3] += int64(v) * w[h+3]
		}
	}
	for h, v := range sum {
		low := int64(int32(v))
		high := (v - low) >> 32
		p.sums[place][h/2] |= lane(int(low*t.scale>>laneScale), 2*h) | lane(int(high*t.scale>>laneScale), 2*h+1)
	}
}

// lane puts a number with its bias in its place.
func lane(v, h int) uint64 {
	return uint64(max(min(v, laneBias-1), 1-laneBias)+laneBias) << (h % 4 * 16)
}

// think computes the hidden layer for a configuration.
func (t *thinker) think(c *configuration) {
	c.look(&t.view)
	sum := *(*[lanes]uint64)(t.facts[netFactRows*lanes:])
	for place, w := range t.view.words {
		p := t.sentence[w]
		if p.filled>>place&1 == 0 {
			t.project(p, place)
		}
		for i, v := range &p.sums[place] {
			sum[i] += v
		}
	}
	for _, f := range t.view.facts {
		for i, v := range (*[lanes]uint64)(t.facts[f*lanes:]) {
			sum[i] += v
		}
	}
	for i, v := range sum {
		for k := range 4 {
			t.hidden[4*i+k] = max(int32(v>>(16*k)&0xffff)-laneSum, 0)
		}
	}
}

// score is what the network thinks of an action or relation.
func (t *thinker) score(class int) int64 {
	sum := t.bias[class]
	for h, w := range (*[netHidden]int32)(t.out[class*netHidden:]) {
		sum += int64(t.hidden[h]) * int64(w)
	}
	return sum
}

// relationClass is the class of relation r.
func relationClass(head, child int, r text.Relation) int {
	if head > child {
		return actions + int(r)
	}
	return actions + int(text.NRelations) + int(r)
}

// readNetwork reads what TrainNetwork gave.
func readNetwork(b []byte) *network {
	n := &network{rows: map[uint32]int32{}}
	take := func() int32 {
		v := int32(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	rows := int(take())
	n.scale = int64(take())
	for i := range rows {
		n.rows[uint32(take())] = int32(i + 1)
	}
	n.bias = make([]int64, netClasses)
	for i := range n.bias {
		n.bias[i] = int64(take())
	}
	n.values = make([]int32, (rows+1)*netWidth)
	for i := range rows * netWidth {
		n.values[netWidth+i] = int32(int8(b[i]))
	}
	b = b[rows*netWidth:]
	short := func(count int) []int32 {
		out := make([]int32, count)
		for i := range out {
			out[i] = int32(int16(binary.LittleEndian.Uint16(b[2*i:])))
		}
		b = b[2*count:]
		return out
	}
	n.weights = make([]int64, netWords*netWidth*netHidden/2)
	for i, w := range short(netWords * netWidth * netHidden) {
		n.weights[i/2] += int64(w) << (i % 2 * 32)
	}
	n.out = short(netClasses * netHidden)
	n.facts = make([]uint64, (netFactRows+1)*lanes)
	for i, v := range short((netFactRows + 1) * netHidden) {
		n.facts[i/4] |= lane(int(v), i)
	}
	return n
}
