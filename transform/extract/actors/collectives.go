package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// collectives finds bodies without a name of their own: a demonym or a country's genitive before a word for a body. "Thai cyber police",
// "Cambodia's government", "the German foreign ministry", "US officials".
func (f *finder) collectives() []naming {
	var all []naming
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.End; i++ {
			if !f.doc.Tokens[i].Is(text.Capital) {
				continue
			}
			m, ok := f.collective(i, s.End)
			if !ok {
				m, ok = f.seated(i, s)
			}
			if ok {
				all = append(all, m)
				i = m.end - 1
			}
		}
	}
	return all
}

// seated reads the ministry of the country whose capital token i names: "the foreign ministry in Berlin".
func (f *finder) seated(i int, s text.Sentence) (naming, bool) {
	p := f.place(i)
	if p == nil || p.PlaceType != "city" || i-3 < s.First || f.doc.Lower(i-1) != "in" || f.doc.Lower(i-2) != "ministry" {
		return naming{}, false
	}
	_, end := f.doc.TokensOf(f.rec.PlaceMentions[f.placeAt[i]-1].Span)
	_, kind := f.collectiveWord(i-3, i-1)
	return naming{first: i - 3, end: end, label: text.Organization, kind: kind, country: p.CountryCode, rule: "<ministry> in <capital>"}, kind != ""
}

// maxBetween is how many words may stand between the country and the word for the body: "Cambodia's one-party government".
const maxBetween = 4

func (f *finder) collective(i, limit int) (naming, bool) {
	alpha, k := f.demonymOf(i, limit)
	if alpha == "" {
		if alpha, k = f.genitive(i); alpha == "" {
			return naming{}, false
		}
	}
	m := naming{first: i, label: text.Organization, country: alpha, rule: "<country> <word for a body>"}
	for j := k; j < min(limit, k+maxBetween+1); j++ {
		if end, kind := f.collectiveWord(j, limit); kind != "" {
			if t := f.doc.Tag(end); t.IsNoun() && !f.sentence(i).Heading {
				return m, false // "Cambodia's Senate President"
			}
			m.end, m.kind, m.whole, m.known = end, kind, known().whole[f.collectiveWords(j, end)], known().body(f.words(m.first, end))
			f.embassy(&m)
			return m, true
		}
		if !f.between(j) {
			return m, false
		}
	}
	return m, false
}

// genitive reads a country with its ending: "Cambodia's".
func (f *finder) genitive(i int) (alpha string, end int) {
	p := f.place(i)
	if p == nil || p.PlaceType != "country" {
		return "", i
	}
	_, end = f.doc.TokensOf(f.rec.PlaceMentions[f.placeAt[i]-1].Span)
	if w := f.doc.Lower(end); w != "'s" && w != "'" {
		return "", i
	}
	return p.CountryCode, end + 1
}

// collectiveWord reads the longest word for a body at token j.
func (f *finder) collectiveWord(j, limit int) (end int, kind string) {
	for end := min(limit, j+4); end > j; end-- {
		if kind := known().collective[f.collectiveWords(j, end)]; kind != "" {
			return end, kind
		}
	}
	return j, ""
}

func (f *finder) collectiveWords(first, end int) string {
	return strings.ToLower(straight(f.words(first, end)))
}

// between says whether token j may stand between a country and its body: an adjective or noun in lower case, or a hyphen.
func (f *finder) between(j int) bool {
	switch t := f.doc.Tag(j); {
	case t == text.Hyphen:
		return true
	case f.doc.Tokens[j].Is(text.Capital):
		return f.sentence(j).Heading || t == text.CD
	default:
		return t.IsAdjective() || t == text.NN || t == text.CD
	}
}
