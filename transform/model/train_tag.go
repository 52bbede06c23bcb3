package model

import (
	"math/rand/v2"

	"github.com/newsledger/newsledger/transform/text"
)

// TrainTagger gives the payload of tagger.bin: an averaged perceptron over the tags of gold, trained for a number of rounds on the
// sentences in an order drawn from seed. The same arguments give the same bytes.
func TrainTagger(gold []Gold, bits uint, rounds int, seed uint64) []byte {
	l := newLearner(bits, int(text.NTags))
	type place struct{ doc, sentence int }
	var places []place
	for i, g := range gold {
		for s := range g.Sentences {
			places = append(places, place{i, s})
		}
	}
	random := rand.New(rand.NewPCG(seed, 1))
	var buffer []form
	for range rounds {
		random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		for _, p := range places {
			buffer = learnTags(l, gold[p.doc].Document, gold[p.doc].Sentences[p.sentence], buffer)
		}
	}
	return pack(bits, int(text.NTags), 127, l.averages())
}

// learnTags tags one sentence as Tag would and corrects the weights where it was wrong. Features see the predicted tags.
func learnTags(l *learner, d *text.Document, s text.Sentence, buffer []form) []form {
	buffer = forms(d, s.First, s.End, buffer)
	var features [tagFeatures]uint32
	var scores [text.NTags]int32
	before, last := text.None, text.None
	for i := s.First; i < s.End; i++ {
		fillTagFeatures(&features, buffer[i-s.First:], last, before)
		l.scores(features[:], scores[:])
		guess := 1
		for c := 2; c < len(scores); c++ {
			if scores[c] > scores[guess] {
				guess = c
			}
		}
		if want := int(d.Tokens[i].Tag); want != guess && want != 0 {
			l.reward(features[:], want, 1)
			l.reward(features[:], guess, -1)
		}
		l.step++
		before, last = last, text.Tag(guess)
	}
	return buffer
}
