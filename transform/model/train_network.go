package model

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

// TrainNetwork gives the payload of network.bin, trained on heads and relations as TrainParser, by Adagrad, with a share of the hidden
// units left out, and averaged over the second half. Gold must hold predicted tags. The same arguments give the same
// bytes on one kind of machine.
func TrainNetwork(gold []Gold, rounds int, seed uint64) []byte {
	t := newNetTrainer(gold, seed)
	places := sentences(gold)
	for round := range rounds {
		t.explore = round > 0
		t.random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		for i, p := range places {
			t.learn(gold[p[0]], gold[p[0]].Sentences[p[1]])
			if i%batch == batch-1 || i == len(places)-1 {
				t.update()
				if round >= rounds/2 {
					t.average()
				}
			}
		}
	}
	return t.pack()
}

// sentences lists every sentence as document and number.
func sentences(gold []Gold) [][2]int {
	var out [][2]int
	for i, g := range gold {
		for s := range g.Sentences {
			out = append(out, [2]int{i, s})
		}
	}
	return out
}

const (
	batch     = 6    // sentences before the weights change
	rate      = 0.03 // of Adagrad
	dropped   = 0.3  // share of the hidden units left out in training
	unseen    = 0.25 // a word met n times is hidden in unseen/(unseen+n) of its sentences, so that unknown words are learned
	atLeast   = 2    // times that something must be met to get numbers
	exploring = 0.9  // how often training goes on with its own action instead of the best
)

// netTrainer holds the network's numbers in one row: of inputs, weights, facts with the bias, classes, biases of classes.
type netTrainer struct {
	hashes                  []uint32 // of inputs, sorted; row i+1 holds the numbers of hashes[i]
	rows                    map[uint32]int32
	count                   map[uint32]int
	value, slope, total     []float32
	sum                     []float64
	steps                   int
	weights, facts, out, ob int // where each part begins
	touched                 []int32
	isTouched               []bool
	random                  *rand.Rand
	explore                 bool
	sentence                netSentence
}

// netSentence is one sentence in training.
type netSentence struct {
	rows   [][netInputs]int32
	x, dx  [][netWidth]float32
	p, dp  [][netHidden]float32 // what a word adds at a place
	filled []bool
}

func newNetTrainer(gold []Gold, seed uint64) *netTrainer {
	t := &netTrainer{rows: map[uint32]int32{}, count: map[uint32]int{}, random: rand.New(rand.NewPCG(seed, 5))}
	for _, p := range sentences(gold) {
		g := gold[p[0]]
		c := newConfiguration(g.Document, g.Sentences[p[1]])
		for i := range c.n + 2 {
			for _, h := range c.inputs(i) {
				t.count[h]++
			}
		}
	}
	for h, n := range t.count {
		if n >= atLeast && h != 0 {
			t.hashes = append(t.hashes, h)
		}
	}
	slices.Sort(t.hashes)
	for i, h := range t.hashes {
		t.rows[h] = int32(i + 1)
	}
	t.weights = (len(t.hashes) + 1) * netWidth
	t.facts = t.weights + netWords*netWidth*netHidden
	t.out = t.facts + (netFactRows+1)*netHidden
	t.ob = t.out + netClasses*netHidden
	n := t.ob + netClasses
	t.value, t.slope, t.total, t.sum = make([]float32, n), make([]float32, n), make([]float32, n), make([]float64, n)
	t.isTouched = make([]bool, len(t.hashes)+1)
	t.fill(t.value[netWidth:t.weights], 0.1)
	t.fill(t.value[t.weights:t.facts], 0.08)
	t.fill(t.value[t.facts:t.out], 0.05)
	t.fill(t.value[t.out:t.ob], 0.1)
	return t
}

func (t *netTrainer) fill(v []float32, limit float32) {
	for i := range v {
		v[i] = (2*t.random.Float32() - 1) * limit
	}
}

// begin looks the words of a sentence up.
func (t *netTrainer) begin(c *configuration) {
	s := &t.sentence
	n := c.n + 2
	if len(s.rows) < n {
		s.rows, s.x, s.dx = make([][netInputs]int32, n), make([][netWidth]float32, n), make([][netWidth]float32, n)
		s.p, s.dp, s.filled = make([][netHidden]float32, n*netWords), make([][netHidden]float32, n*netWords), make([]bool, n*netWords)
	}
	clear(s.filled[:n*netWords])
	for i := range n {
		s.x[i], s.dx[i] = [netWidth]float32{}, [netWidth]float32{}
		for k, h := range c.inputs(i) {
			r := t.rows[h]
			if k == 0 && i < c.n && t.random.Float64() < unseen/(unseen+float64(t.count[h])) {
				r = 0
			}
			s.rows[i][k] = r
			for e, v := range t.value[r*netWidth:][:netWidth] {
				s.x[i][e] += v
			}
		}
	}
}

// add adds a times w to sum.
func add(sum *[netHidden]float32, a float32, w *[netHidden]float32) {
	for h := range sum {
		sum[h] += float32(a * w[h])
	}
}

func (t *netTrainer) row(of []float32, at, i int) *[netHidden]float32 {
	return (*[netHidden]float32)(of[at+i*netHidden:])
}

// word is what word i adds at a place.
func (t *netTrainer) word(i, place int) int {
	s, k := &t.sentence, i*netWords+place
	if !s.filled[k] {
		s.filled[k] = true
		s.p[k], s.dp[k] = [netHidden]float32{}, [netHidden]float32{}
		for e, x := range &s.x[i] {
			add(&s.p[k], x, t.row(t.value, t.weights, place*netWidth+e))
		}
	}
	return k
}

// update changes all numbers that have a slope.
func (t *netTrainer) update() {
	for _, r := range t.touched {
		t.step(int(r)*netWidth, int(r+1)*netWidth)
		t.isTouched[r] = false
	}
	t.touched = t.touched[:0]
	t.step(t.weights, len(t.value))
}

func (t *netTrainer) step(from, to int) {
	for i := from; i < to; i++ {
		if s := t.slope[i]; s != 0 {
			t.total[i] += float32(s * s)
			t.value[i] -= float32(rate*s) / float32(math.Sqrt(float64(t.total[i])+1e-6))
			t.slope[i] = 0
		}
	}
}

func (t *netTrainer) average() {
	t.steps++
	for i, v := range t.value {
		t.sum[i] += float64(v)
	}
}

// pack rounds the averages: inputs to a byte, weights to two, what is added in lanes to their unit.
func (t *netTrainer) pack() []byte {
	mean := make([]float64, len(t.sum))
	for i, v := range t.sum {
		mean[i] = v / float64(max(t.steps, 1))
	}
	unit := func(from, to int, limit float64) float64 { return largest(mean[from:to]) / limit }
	inputs, weights := unit(0, t.weights, 127), unit(t.weights, t.facts, 20000)
	b := putUint32(putUint32(nil, uint32(len(t.hashes))), uint32(math.Round(inputs*weights*laneUnit*(1<<laneScale))))
	for _, h := range t.hashes {
		b = putUint32(b, h)
	}
	for _, v := range mean[t.ob:] {
		b = putUint32(b, uint32(int32(math.Round(v*scoreUnit))))
	}
	for _, v := range mean[netWidth:t.weights] {
		b = append(b, byte(int8(math.Round(v/inputs))))
	}
	short := func(v []float64, unit float64) {
		for _, v := range v {
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(max(min(math.Round(v/unit), math.MaxInt16), -math.MaxInt16))))
		}
	}
	short(mean[t.weights:t.facts], weights)
	short(mean[t.out:t.ob], laneUnit/float64(scoreUnit))
	short(mean[t.facts:t.out], 1.0/laneUnit)
	return b
}
