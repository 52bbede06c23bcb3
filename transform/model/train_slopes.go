package model

import (
	"math"

	"github.com/newsledger/newsledger/transform/text"
)

// learn parses one sentence and gathers how every number should change.
func (t *netTrainer) learn(g Gold, s text.Sentence) {
	c, o := newConfiguration(g.Document, s), newOracle(g, s)
	t.begin(c)
	var v view
	for !c.done() {
		c.look(&v)
		hidden := t.think(&v)
		var slope [netHidden]float32
		guess, best := t.learnAction(c, o, &hidden, &slope)
		action := best
		if t.explore && t.random.Float64() < exploring {
			action = guess
		}
		if head, child := c.arc(action); head == c.n {
			c.relation[child] = text.RelRoot
		} else if head >= 0 {
			c.relation[child] = t.learnRelation(o, head, child, &hidden, &slope)
		}
		t.back(&v, &hidden, &slope)
		c.do(action)
	}
	t.end(c.n + 2)
}

// think computes the hidden layer, with some units left out.
func (t *netTrainer) think(v *view) [netHidden]float32 {
	hidden := *t.row(t.value, t.facts, netFactRows)
	for place, w := range v.words {
		add(&hidden, 1, &t.sentence.p[t.word(w, place)])
	}
	for _, f := range v.facts {
		add(&hidden, 1, t.row(t.value, t.facts, f))
	}
	for h := range hidden {
		if hidden[h] < 0 || t.random.Float32() < dropped {
			hidden[h] = 0
		} else {
			hidden[h] /= 1 - dropped
		}
	}
	return hidden
}

func (t *netTrainer) score(class int, hidden *[netHidden]float32) float64 {
	sum := t.value[t.ob+class]
	for h, w := range t.row(t.value, t.out, class) {
		sum += float32(hidden[h] * w)
	}
	return float64(sum)
}

// learnAction makes the actions that lose nothing likelier and gives the likeliest action and the likeliest of those.
func (t *netTrainer) learnAction(c *configuration, o *oracle, hidden, slope *[netHidden]float32) (guess, best int) {
	var p [actions]float64
	var costs [actions]int
	guess, best = -1, -1
	least, all, good := 1<<30, 0.0, 0.0
	for a := range actions {
		if c.allows(a) {
			costs[a] = o.cost(c, a)
			least = min(least, costs[a])
			p[a] = math.Exp(min(t.score(a, hidden), 60))
			all += p[a]
		}
	}
	for a := range actions {
		if !c.allows(a) {
			continue
		}
		if guess < 0 || p[a] > p[guess] {
			guess = a
		}
		if costs[a] == least {
			good += p[a]
			if best < 0 || p[a] > p[best] {
				best = a
			}
		}
	}
	for a := range actions {
		if !c.allows(a) {
			continue
		}
		s := p[a] / all
		if costs[a] == least {
			s -= p[a] / good
		}
		t.blame(a, float32(s), hidden, slope)
	}
	return guess, best
}

// learnRelation gives the likeliest relation and, when the arc is right, makes the right one likelier.
func (t *netTrainer) learnRelation(o *oracle, head, child int, hidden, slope *[netHidden]float32) text.Relation {
	var p [text.NRelations]float64
	best, all := text.RelRoot+1, 0.0
	for r := text.RelRoot + 1; r < text.NRelations; r++ {
		p[r] = math.Exp(min(t.score(relationClass(head, child, r), hidden), 60))
		all += p[r]
		if p[r] > p[best] {
			best = r
		}
	}
	if o.head[child] != head {
		return best
	}
	for r := text.RelRoot + 1; r < text.NRelations; r++ {
		s := p[r] / all
		if r == o.relation[child] {
			s--
		}
		if math.Abs(s) > 1e-4 {
			t.blame(relationClass(head, child, r), float32(s), hidden, slope)
		}
	}
	return best
}

// blame takes the slope of a class's score back to the hidden layer.
func (t *netTrainer) blame(class int, s float32, hidden, slope *[netHidden]float32) {
	add(t.row(t.slope, t.out, class), s, hidden)
	t.slope[t.ob+class] += s
	add(slope, s, t.row(t.value, t.out, class))
}

// back takes slopes from the hidden layer to words and facts.
func (t *netTrainer) back(v *view, hidden, slope *[netHidden]float32) {
	for h := range slope {
		if hidden[h] == 0 {
			slope[h] = 0
		}
		slope[h] /= 1 - dropped
	}
	for place, w := range v.words {
		add(&t.sentence.dp[t.word(w, place)], 1, slope)
	}
	for _, f := range v.facts {
		add(t.row(t.slope, t.facts, f), 1, slope)
	}
	add(t.row(t.slope, t.facts, netFactRows), 1, slope)
}

// end takes slopes from what words add to weights and inputs.
func (t *netTrainer) end(n int) {
	s := &t.sentence
	for i := range n {
		for place := range netWords {
			k := i*netWords + place
			if !s.filled[k] {
				continue
			}
			for e := range netWidth {
				at := place*netWidth + e
				add(t.row(t.slope, t.weights, at), s.x[i][e], &s.dp[k])
				sum := float32(0)
				for h, w := range t.row(t.value, t.weights, at) {
					sum += float32(w * s.dp[k][h])
				}
				s.dx[i][e] += sum
			}
		}
		for _, r := range s.rows[i] {
			if r == 0 {
				continue
			}
			if !t.isTouched[r] {
				t.isTouched[r], t.touched = true, append(t.touched, r)
			}
			for e, d := range &s.dx[i] {
				t.slope[int(r)*netWidth+e] += d
			}
		}
	}
}
