package model

import (
	"math"
	"math/rand/v2"

	"github.com/newsledger/newsledger/transform/text"
)

// TrainNames gives the payload of names.bin: a structured averaged perceptron over the entities of gold, the mean of one for each
// seed: single ones differ by more than most features bring. The same arguments give the same bytes.
func TrainNames(gold []Gold, bits uint, rounds int, seeds []uint64) []byte {
	var emission, transition []float64
	for _, seed := range seeds {
		t := newNameTrainer(gold, bits)
		random := rand.New(rand.NewPCG(seed, 2))
		for range rounds {
			random.Shuffle(len(t.places), func(i, j int) { t.places[i], t.places[j] = t.places[j], t.places[i] })
			for _, p := range t.places {
				t.window.blind = 0
				if random.Float64() < blindShare {
					t.window.blind |= factLists
				}
				if random.Float64() < blindShare {
					t.window.blind |= personLists
				}
				t.learn(gold[p[0]], t.articles[p[0]], gold[p[0]].Sentences[p[1]])
			}
		}
		emission = addTo(emission, t.emission.averages())
		transition = addTo(transition, t.transition.averages()[:nameClasses*nameClasses])
	}
	return packNames(bits, emission, transition)
}

// blindShare is how often a sentence is learned without the lists of places and bodies, and how often without those of persons: most
// names of the world are in none, and swapped copies hold only names that are. Without it recall falls by 0.02; above 0.5 persons and
// places are confused (0.01 less of the right label).
const blindShare = 0.2

// The lists of names, not those of words.
const (
	factLists   = knownBody | bodyGoesOn | bigPlace | place | placeGoesOn
	personLists = firstName | commonSurname | surname | namelikeWord
)

func addTo(sum, v []float64) []float64 {
	if sum == nil {
		return v
	}
	for i := range v {
		sum[i] += v[i]
	}
	return sum
}

func newNameTrainer(gold []Gold, bits uint) *nameTrainer {
	t := &nameTrainer{emission: newLearner(bits, nameClasses), transition: newLearner(4, nameClasses)}
	for i, g := range gold {
		t.articles = append(t.articles, readArticle(g.Document, &t.window))
		for s := range g.Sentences {
			if g.Skip == nil || !g.Skip[s] {
				t.places = append(t.places, [2]int{i, s})
			}
		}
	}
	return t
}

type nameTrainer struct {
	emission, transition *learner
	articles             []*article
	places               [][2]int
	window               nameWindow
	viterbi              viterbi
	features             [][]uint32
}

// learn finds the names of one sentence as Names would and corrects the weights where they were wrong.
func (t *nameTrainer) learn(g Gold, a *article, s text.Sentence) {
	t.window.prepare(a, s)
	n := s.End - s.First
	t.viterbi.reset(n)
	for len(t.features) < n {
		t.features = append(t.features, nil)
	}
	for k := range n {
		t.features[k] = append(t.features[k][:0], t.window.features(s.First+k)...)
		t.emission.scores(t.features[k], t.viterbi.emit[k*nameClasses:(k+1)*nameClasses])
	}
	var transition [nameClasses][nameClasses]int32
	for f := range nameClasses {
		copy(transition[f][:], t.transition.weight[f*nameClasses:])
	}
	t.viterbi.decode(&transition)
	want := goldClasses(g, s)
	before, wanted := 0, 0
	for k, c := range t.viterbi.path {
		if int(c) != want[k] {
			t.emission.reward(t.features[k], want[k], 1)
			t.emission.reward(t.features[k], int(c), -1)
		}
		if int(c) != want[k] || before != wanted {
			t.reward(wanted, want[k], 1)
			t.reward(before, int(c), -1)
		}
		before, wanted = int(c), want[k]
	}
	t.emission.step++
	t.transition.step++
}

func (t *nameTrainer) reward(from, to int, delta int32) {
	t.transition.reward([]uint32{uint32(from) << 28}, to, delta)
}

// goldClasses are the classes of a sentence's tokens.
func goldClasses(g Gold, s text.Sentence) []int {
	out := make([]int, s.End-s.First)
	for _, e := range g.Entities {
		for i := max(e.First, s.First); i < min(e.End, s.End); i++ {
			out[i-s.First] = insideClass(e.Label)
			if i == e.First {
				out[i-s.First] = beginClass(e.Label)
			}
		}
	}
	return out
}

// packNames stores weights for emissions as pack does, those for transitions in the same scale.
func packNames(bits uint, emission, transition []float64) []byte {
	b := pack(bits, nameClasses, 127, emission)
	top := 1e-9
	for _, v := range emission {
		top = math.Max(top, math.Abs(v))
	}
	for _, v := range transition {
		b = putUint32(b, uint32(int32(math.Round(v/top*127))))
	}
	return b
}
