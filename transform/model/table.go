package model

import (
	"encoding/binary"
	"math"
)

// table holds the weights of a linear model over hashed features: one row a bucket, one 16-bit lane a class. Weights are stored with
// a bias, so that lanes never borrow from each other and four of them are added at once in a uint64. Sums must fit: 65,535 is at least
// twice the bias for each feature.
type table struct {
	bits    uint // 1<<bits rows
	classes int
	stride  int // uint64s a row
	bias    int // what every lane of a row holds besides its weight
	rows    []uint64
}

// maxClasses bounds the classes of a table: lanes of sums are kept on the stack.
const maxClasses = 64

type sums [maxClasses / 4]uint64

func newTable(bits uint, classes int) *table {
	t := &table{bits: bits, classes: classes, stride: (classes + 3) / 4}
	t.rows = make([]uint64, t.stride<<bits)
	return t
}

// readTable reads what pack wrote: bits, classes, the largest weight, then class after class of every row; two bytes a weight, all low
// ones first, when the largest does not fit in one.
func readTable(b []byte) (*table, []byte) {
	t := newTable(uint(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:])))
	t.bias = int(binary.LittleEndian.Uint32(b[8:])) + 1
	b = b[12:]
	n := t.classes << t.bits
	low, high := b[:n], []byte(nil)
	if t.bias > 128 {
		high, b = b[n:2*n], b[n:]
	}
	empty := uint64(t.bias) * (1<<48 | 1<<32 | 1<<16 | 1)
	for i := range t.rows {
		t.rows[i] = empty
	}
	for c := range t.classes {
		shift := c % 4 * 16
		for row := range 1 << t.bits {
			k := c<<t.bits + row
			v := int(int8(low[k]))
			if high != nil {
				v = int(int16(uint16(high[k])<<8 | uint16(low[k])))
			}
			if v != 0 { // most are
				lane := &t.rows[row*t.stride+c/4]
				*lane += uint64(v) << shift // lanes neither borrow nor carry: -bias < v < bias
			}
		}
	}
	return t, b[n:]
}

// add adds the row of feature hash h to s.
func (t *table) add(s *sums, h uint32) {
	k := int(h>>(32-t.bits)) * t.stride
	for i, v := range t.rows[k : k+t.stride] {
		s[i] += v
	}
}

// lane is the sum of class c.
func (s *sums) lane(c int) int { return int(uint16(s[c/4] >> (c % 4 * 16))) }

// best is the class from first on with the highest sum; the lower one of equals.
func (s *sums) best(first, classes int) int {
	best, top := first, s.lane(first)
	for c := first + 1; c < classes; c++ {
		if v := s.lane(c); v > top {
			best, top = c, v
		}
	}
	return best
}

// learner is a table in training: an averaged perceptron's weights, their running totals and when they last changed.
type learner struct {
	bits    uint
	classes int
	weight  []int32
	total   []int64
	stamp   []int32
	step    int32
}

func newLearner(bits uint, classes int) *learner {
	n := classes << bits
	return &learner{bits: bits, classes: classes, weight: make([]int32, n), total: make([]int64, n), stamp: make([]int32, n)}
}

func (l *learner) scores(features []uint32, out []int32) {
	clear(out)
	for _, h := range features {
		k := int(h>>(32-l.bits)) * l.classes
		for c, v := range l.weight[k : k+l.classes] {
			out[c] += v
		}
	}
}

// reward moves the weights of class c under all features by delta.
func (l *learner) reward(features []uint32, c int, delta int32) {
	for _, h := range features {
		k := int(h>>(32-l.bits))*l.classes + c
		l.total[k] += int64(l.step-l.stamp[k]) * int64(l.weight[k])
		l.stamp[k] = l.step
		l.weight[k] += delta
	}
}

// averages gives the mean of every weight over all steps.
func (l *learner) averages() []float64 {
	avg := make([]float64, len(l.weight))
	for k, w := range l.weight {
		total := l.total[k] + int64(l.step-l.stamp[k])*int64(w)
		avg[k] = float64(total) / float64(max(l.step, 1))
	}
	return avg
}

// pack stores averages as whole numbers up to limit, scaled by the largest: cutting off large weights costs far more than coarse small
// ones. With 127 they take a byte each.
func pack(bits uint, classes, limit int, avg []float64) []byte {
	top := largest(avg)
	b := putUint32(putUint32(putUint32(nil, uint32(bits)), uint32(classes)), uint32(limit))
	var high []byte
	for c := range classes {
		for row := range 1 << bits {
			v := int16(math.Round(avg[row*classes+c] / top * float64(limit)))
			b = append(b, byte(v))
			if limit > 127 {
				high = append(high, byte(uint16(v)>>8))
			}
		}
	}
	return append(b, high...)
}

// largest is the largest absolute value.
func largest(values []float64) float64 {
	top := 1e-9
	for _, v := range values {
		top = math.Max(top, math.Abs(v))
	}
	return top
}
