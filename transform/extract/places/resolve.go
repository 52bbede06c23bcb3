package places

import (
	"math"

	"github.com/newsledger/newsledger/transform/text"
)

// context is what the article says about the countries it speaks of.
type context struct {
	countries map[string]float64 // mentions of a country, its people, its divisions
	divisions map[string]float64 // mentions of a first-order division, by code
}

// round is a step of resolve.
type round int

const (
	contained round = iota // mentions with a container behind them
	clear                  // mentions that are clear without the others
	rest
)

// resolve decides what every mention means. One name means one place in an article, so the evidence of all its mentions counts.
func (f *finder) resolve() {
	f.containers()
	c := f.context()
	decided := map[string]int32{}                           // by name and kind
	for _, round := range []round{contained, clear, rest} { // the clear ones first: what they mean is evidence for the rest
		for i := range f.mentions {
			m := &f.mentions[i]
			if m.place >= 0 || m.places == nil || round == contained && m.container < 0 {
				continue
			}
			key := text.Fold(f.doc.Slice(m.first, m.end)) + "\x00" + m.kind
			if k, ok := decided[key]; ok {
				m.place = k
				continue
			}
			if k := f.best(m, c, round); k >= 0 {
				m.place, decided[key] = k, k
				c.add(f.gaz, k, 0.5)
			}
		}
	}
	f.spread()
}

// spread gives a mention that stayed open the place of an equal one with a container or a kind.
func (f *finder) spread() {
	known := map[string]int32{}
	for _, m := range f.mentions {
		if m.place >= 0 {
			if key := text.Fold(f.doc.Slice(m.first, m.end)); known[key] == 0 {
				known[key] = m.place + 1
			}
		}
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if k := known[text.Fold(f.doc.Slice(m.first, m.end))]; m.place < 0 && m.places != nil && k > 0 {
			m.place = k - 1
		}
	}
}

// containers reads "Paris, Texas", "Paris (Texas)" and "Paris in Texas".
func (f *finder) containers() {
	for i := 0; i+1 < len(f.mentions); i++ {
		m, next := &f.mentions[i], &f.mentions[i+1]
		gap := next.first - m.end
		if f.doc.Tokens[m.first].Sentence != f.doc.Tokens[next.first].Sentence || gap > 5 || gap < 1 {
			continue
		}
		if !f.contains(m.end, next.first) {
			continue
		}
		for _, k := range next.places {
			if p := &f.gaz.places[k]; (p.kind == "country" || p.kind == "admin1") && f.holdsAny(p, m.places) {
				m.container = k
				if next.place < 0 && p.kind == "admin1" {
					next.place = k
				}
				break
			}
		}
	}
}

// contains says whether the words from token i to end put what follows around what goes before.
func (f *finder) contains(i, end int) bool {
	if placeKinds()[f.doc.Lower(i)] != "" { // "district, Sa Kaeo"
		i++
	}
	for i < end && (f.doc.Lower(i) == "in" || f.doc.Lower(i) == "," || f.doc.Lower(i) == "(" || f.doc.Lower(i) == "the" || directions[f.doc.Lower(i)]) {
		i++
	}
	return i == end
}

func (f *finder) holdsAny(container *place, places []int32) bool {
	for _, k := range places {
		if f.gaz.holds(container, &f.gaz.places[k]) {
			return true
		}
	}
	return false
}

// holds says whether a country or division contains a place.
func (g *gazetteer) holds(container, p *place) bool {
	if container == p || p.kind == "country" {
		return false
	}
	if container.kind == "country" {
		return container.country == p.country
	}
	return container.kind == "admin1" && p.division == container.id && p.kind != "admin1"
}

// context counts countries before anything is decided: by their own names, by demonyms, by names that only one country has.
func (f *finder) context() *context {
	c := &context{map[string]float64{}, map[string]float64{}}
	for i := range f.doc.Tokens {
		if a := demonym(f.doc.Word(i)); a != "" {
			c.countries[a]++
		}
	}
	for _, m := range f.mentions {
		if m.container >= 0 {
			c.add(f.gaz, m.container, 1)
		}
		if len(m.places) == 1 && (f.gaz.places[m.places[0]].kind == "country" || f.gaz.places[m.places[0]].population > 5e5) {
			c.add(f.gaz, m.places[0], 1)
		}
	}
	return c
}

func (c *context) add(g *gazetteer, k int32, weight float64) {
	p := &g.places[k]
	if p.country != "" {
		c.countries[p.country] += weight
	}
	if p.division != "" {
		c.divisions[p.division] += weight
	} else if p.kind == "admin1" {
		c.divisions[p.id] += weight
	}
}

// How clear the best place must be. Chosen on the development half of the toponym sets: a lower margin guesses, a higher one leaves
// capitals of small countries open.
const (
	clearMargin = 2.0 // in the first round
	leastMargin = 0.4
	smallTown   = 1e5 // below, a town needs a container or a country of the article; half of it when no other has the name
)

// best is the place that m means, -1 while that is open.
func (f *finder) best(m *mention, c *context, r round) int32 {
	first, second := int32(-1), int32(-1)
	var top, next float64
	for _, k := range m.places {
		s, ok := f.score(m, &f.gaz.places[k], c)
		if !ok {
			continue
		}
		switch {
		case first < 0 || s > top:
			second, next = first, top
			first, top = k, s
		case second < 0 || s > next:
			second, next = k, s
		}
	}
	if first < 0 {
		return -1
	}
	margin := leastMargin
	if r != rest {
		margin = clearMargin
	}
	if second >= 0 && !f.same(first, second) && top-next < margin {
		return -1
	}
	p := &f.gaz.places[first]
	small := smallTown
	if len(m.places) == 1 {
		small /= 2
	}
	if p.population < small && m.container < 0 && c.countries[p.country] == 0 && (p.kind == "city" || p.kind == "admin2") {
		return -1
	}
	return first
}

// same says whether two places are one for the reader: a city and its own division, or two points a walk apart.
func (f *finder) same(a, b int32) bool {
	p, q := &f.gaz.places[a], &f.gaz.places[b]
	return p.country == q.country && (p.division != "" && (p.division == q.id || p.division == q.division) || q.division == p.id) || math.Abs(p.lat-q.lat)+math.Abs(p.lon-q.lon) < 0.3
}

// isAbroad says whether a first-order division of another country has the name of country p.
func (f *finder) isAbroad(m *mention, p *place) bool {
	for _, k := range m.places {
		if q := &f.gaz.places[k]; q.kind == "admin1" && q.country != p.country && q.population > 1e6 {
			return true
		}
	}
	return false
}

// score weighs a place: size (a power of ten counts one), what the text says about containers and kinds, and the countries it speaks of.
func (f *finder) score(m *mention, p *place, c *context) (float64, bool) {
	s := math.Log10(p.population + 100)
	if m.container >= 0 {
		if !f.gaz.holds(&f.gaz.places[m.container], p) {
			return 0, false
		}
		s += 4
	}
	switch {
	case m.kind != "" && m.kind == p.kind, m.kind == "admin1" && p.kind == "admin2", m.kind == "admin2" && p.kind == "city":
		s += 2
	case m.kind == "city" && p.kind != "city", m.kind == "water" && p.kind != "water":
		s -= 2
	case p.kind == "admin1" && m.kind == "":
		s -= 1.2 // a name alone means the town, not the division that is named after it
	case p.kind == "admin2" && m.kind == "":
		s -= 0.5
	}
	if p.kind == "country" {
		s += 3
		if f.isAbroad(m, p) {
			s -= 2 // Georgia
		}
	}
	if p.capital {
		s += 1
	}
	if n := c.countries[p.country]; n > 0 && p.kind != "country" {
		s += 1.5 + math.Min(1, n/4)
	}
	if n := c.divisions[p.division]; n > 0 && p.division != "" {
		s += 1
	}
	return s, true
}
