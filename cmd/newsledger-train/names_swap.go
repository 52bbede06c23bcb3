package main

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// swapper puts other names of people and places into a text, the same for the same inside one text: a copy from which a model learns
// what stands around names rather than which names there are.
type swapper struct {
	random                           *rand.Rand
	firsts, lasts, places, countries []string
	isFirst, isCountry               map[string]bool
}

func newSwapper(seed uint64) *swapper {
	s := &swapper{random: rand.New(rand.NewPCG(seed, 3)), isFirst: map[string]bool{}, isCountry: map[string]bool{}}
	for _, r := range lexicon.Read("first_names.tsv").Rows {
		s.isFirst[r[0]] = true
		if r[2] == "" {
			s.firsts = append(s.firsts, r[0])
		}
	}
	for _, r := range lexicon.Read("surnames.tsv").Rows {
		if r[2] == "" {
			s.lasts = append(s.lasts, r[0])
		}
	}
	for _, r := range lexicon.Read("places.tsv").Rows {
		if people, _ := strconv.Atoi(r[9]); people >= 15_000 && r[10] == "" {
			s.places = append(s.places, r[1])
		}
	}
	for _, r := range lexicon.Read("countries.tsv").Rows {
		s.isCountry[r[0]] = true
		if r[3] == "name" {
			s.countries = append(s.countries, r[0])
		}
	}
	return s
}

// swap makes a copy of a with other names.
func (s *swapper) swap(a annotated) annotated {
	words, wholes := s.chooseWords(a), map[string]string{}
	var b strings.Builder
	var out annotated
	last := 0
	for _, e := range a.entities {
		if e.from < last {
			continue
		}
		b.WriteString(a.text[last:e.from])
		from := b.Len()
		b.WriteString(s.other(a.text[e.from:e.to], e.label, words, wholes))
		out.entities = append(out.entities, entity{from, b.Len(), e.label})
		last = e.to
	}
	b.WriteString(a.text[last:])
	out.text = b.String()
	return out
}

// chooseWords gives every word of every person's name another one.
func (s *swapper) chooseWords(a annotated) map[string]string {
	words := map[string]string{}
	for _, full := range []bool{true, false} { // parts of full names first, so that a lone surname is one
		for _, e := range a.entities {
			parts := strings.Fields(a.text[e.from:e.to])
			if e.label != text.Person || (len(parts) > 1) != full {
				continue
			}
			for i, w := range parts {
				if words[w] == "" {
					words[w] = s.word(w, i == len(parts)-1 && (full || !s.isFirst[w]))
				}
			}
		}
	}
	return words
}

// word chooses another first name or surname; initials, particles and odd words stay.
func (s *swapper) word(w string, last bool) string {
	r, _ := utf8.DecodeRuneInString(w)
	if utf8.RuneCountInString(w) < 3 || strings.ToLower(string(r)) == string(r) || strings.ContainsAny(w, ".'’\"()-0123456789") {
		return w
	}
	if last {
		return s.pick(s.lasts)
	}
	return s.pick(s.firsts)
}

func (s *swapper) pick(list []string) string { return list[s.random.IntN(len(list))] }

// other is what stands for a name in the copy.
func (s *swapper) other(name string, label text.Label, words, wholes map[string]string) string {
	switch label {
	case text.Person:
		parts := strings.Fields(name)
		for i, w := range parts {
			parts[i] = words[w]
		}
		return strings.Join(parts, " ")
	case text.PlaceName:
		if wholes[name] == "" {
			wholes[name] = s.pick(s.places)
			if s.isCountry[name] {
				wholes[name] = s.pick(s.countries)
			}
		}
		return wholes[name]
	}
	parts := strings.Fields(name)
	for i, w := range parts { // "University of Durham" where Durham is a place of this text
		if wholes[w] != "" {
			parts[i] = wholes[w]
		}
	}
	return strings.Join(parts, " ")
}
