package model

import (
	"encoding/binary"
	"sync"

	"github.com/newsledger/newsledger/transform/text"
)

// nameClasses are outside, and begin and inside of every label.
const nameClasses = 1 + 2*int(text.OtherName)

func beginClass(l text.Label) int  { return 2*int(l) - 1 }
func insideClass(l text.Label) int { return 2 * int(l) }
func labelOf(class int) text.Label { return text.Label((class + 1) / 2) }

// Namer finds names.
type Namer struct {
	table      *table
	transition [nameClasses][nameClasses]int32 // from, to; [0] also holds the start of a sentence
}

var namer = sync.OnceValue(func() *Namer {
	go lists() // read at the same time: both are needed
	return ReadNamer(load("names.bin"))
})

// ReadNamer reads what TrainNames gave.
func ReadNamer(payload []byte) *Namer {
	t, rest := readTable(payload)
	n := &Namer{table: t}
	for from := range nameClasses {
		for to := range nameClasses {
			n.transition[from][to] = int32(binary.LittleEndian.Uint32(rest[4*(from*nameClasses+to):]))
		}
	}
	return n
}

// Names finds the names of people, bodies, places and other things and sets d.Names. Names carry no title, no leading article and no
// possessive ending. Tag must have run.
func Names(d *text.Document) { namer().Names(d) }

// Names finds the names of d.
func (n *Namer) Names(d *text.Document) {
	var w nameWindow
	a := readArticle(d, &w)
	d.Names = d.Names[:0]
	var v viterbi
	for _, s := range d.Sentences {
		w.prepare(a, s)
		v.reset(s.End - s.First)
		for i := s.First; i < s.End; i++ {
			features := w.features(i)
			var sum sums
			for _, h := range features {
				n.table.add(&sum, h)
			}
			for c := range nameClasses {
				v.emit[(i-s.First)*nameClasses+c] = int32(sum.lane(c) - n.table.bias*len(features))
			}
		}
		v.decode(&n.transition)
		d.Names = appendNames(d.Names, v.path, s.First)
	}
	d.Names = tidy(d, secondLook(d, tidy(d, d.Names)))
}

// readArticle looks over the whole document first.
func readArticle(d *text.Document, w *nameWindow) *article {
	a := &article{d: d, words: make(map[uint32]around, len(d.Tokens)/2)}
	for _, s := range d.Sentences {
		w.prepare(a, s)
		for i := s.First; i < s.End; i++ {
			a.note(i, s.First, s.End, w.marks, w.titled)
		}
	}
	return a
}

// appendNames reads names from a path of classes.
func appendNames(names []text.Name, path []uint8, first int) []text.Name {
	for i := 0; i < len(path); i++ {
		c := int(path[i])
		if c == 0 {
			continue
		}
		l := labelOf(c)
		end := i + 1
		for end < len(path) && int(path[end]) == insideClass(l) {
			end++
		}
		names = append(names, text.Name{First: first + i, End: first + end, Label: l, Rule: "names: as written"})
		i = end - 1
	}
	return names
}

// viterbi finds the best row of classes.
type viterbi struct {
	emit []int32 // a token, a class
	back []uint8
	path []uint8
}

func (v *viterbi) reset(n int) {
	if cap(v.emit) < n*nameClasses {
		v.emit, v.back, v.path = make([]int32, n*nameClasses), make([]uint8, n*nameClasses), make([]uint8, n)
	}
	v.emit, v.back, v.path = v.emit[:n*nameClasses], v.back[:n*nameClasses], v.path[:n]
}

// decode sets path. An inside class follows only its own begin or inside.
func (v *viterbi) decode(transition *[nameClasses][nameClasses]int32) {
	n := len(v.path)
	var score, next [nameClasses]int32
	const never = -1 << 30
	for c := range score {
		score[c] = never
	}
	score[0] = 0
	for i := range n {
		emit := v.emit[i*nameClasses : (i+1)*nameClasses]
		top := int32(never)
		for to := range nameClasses {
			best, from := int32(never), 0
			for f := range nameClasses {
				if to > 0 && to%2 == 0 && f != to && f != to-1 {
					continue
				}
				if s := score[f] + transition[f][to]; s > best {
					best, from = s, f
				}
			}
			next[to] = max(best+emit[to], never)
			v.back[i*nameClasses+to] = uint8(from)
			top = max(top, next[to])
		}
		for c := range next {
			score[c] = max(next[c]-top, never) // keeps sums small on any length
		}
	}
	last := 0
	for c := range score {
		if score[c] > score[last] {
			last = c
		}
	}
	for i := n - 1; i >= 0; i-- {
		v.path[i] = uint8(last)
		last = int(v.back[i*nameClasses+last])
	}
}
