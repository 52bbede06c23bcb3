package actors

import (
	"maps"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// kinds decides type and country of every actor that is no person.
func (f *finder) kinds() {
	f.readContext()
	for k := range f.cast {
		a := &f.cast[k]
		for _, j := range a.namings {
			n := &f.namings[j]
			if n.known != nil && a.kind == "" {
				a.kind, a.country = n.known.kind, n.known.country
			}
		}
		if a.kind == "" {
			a.kind = f.kindOf(a)
		}
		if a.country == "" && a.kind != "person" {
			a.country = f.countryOf(a)
		}
		if a.country == "" && ofState(a.kind) {
			a.country = f.home
		}
		if a.kind != "person" {
			a.sector = a.kind
		}
		if n := &f.namings[a.namings[0]]; a.kind == "facility" && f.place(n.first) != nil {
			a.placeID = f.place(n.first).PlaceID
		}
	}
}

// readContext finds the country that the article is about: it speaks of it at least twice as often as of any other, and of no country's towns
// and provinces more. A blast at the German consulate of an Afghan town is no German affair.
func (f *finder) readContext() {
	count, towns := map[string]int{}, map[string]int{}
	for i := range f.doc.Tokens {
		if f.doc.Tokens[i].Is(text.Capital) {
			if a := known().demonyms[f.doc.Word(i)]; a != "" {
				count[a]++
			}
		}
	}
	for m, k := range f.placeOf {
		if k >= 0 && f.rec.Places[k].CountryCode != "" {
			count[f.rec.Places[k].CountryCode]++
			if first, _ := f.doc.TokensOf(f.rec.PlaceMentions[m].Span); f.rec.Places[k].PlaceType != "country" && f.naming(first) == nil {
				towns[f.rec.Places[k].CountryCode]++
			}
		}
	}
	first, second := 0, 0
	for _, a := range slices.Sorted(maps.Keys(count)) {
		switch n := count[a]; {
		case n > first:
			first, second, f.home = n, first, a
		case n > second:
			second = n
		}
	}
	if first < leastHome || first < 2*second {
		f.home = ""
	}
	for _, n := range towns {
		if n > towns[f.home] {
			f.home = ""
		}
	}
}

// leastHome is how often an article must speak of a country, and at least twice as often as of any other, before a state body or office
// that it names without a country is taken to be that country's. Chosen on our own news articles.
const leastHome = 3

// ofState says whether bodies of a type belong to a state.
func ofState(kind string) bool {
	switch kind {
	case "government", "law_enforcement", "judiciary", "legislature", "military", "political_party", "regulator":
		return true
	}
	return false
}

// kindOf reads the type of a body off its names, then off the words around them.
func (f *finder) kindOf(a *actor) string {
	for _, j := range a.namings {
		if n := &f.namings[j]; f.twoStates(n) {
			a.country = ""
			return "igo"
		}
	}
	for _, j := range a.namings {
		if k := f.kindByName(&f.namings[j]); k != "" {
			return k
		}
	}
	for _, j := range a.namings {
		if k := f.kindByContext(&f.namings[j]); k != "" {
			return k
		}
	}
	return "organization"
}

// kindByName reads the words of a name: the legal form of a firm, the head noun at the end or before "of", else any word for a body.
func (f *finder) kindByName(n *naming) string {
	if f.isFirm(*n) {
		return "company"
	}
	words := strings.Fields(strings.ToLower(straight(n.text)))
	head := words
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "on" || w == "against" || w == "in" || w == "to" || w == "and" && i+1 < len(words) && words[i-1] != "research") {
			if k := headKind(words[:i]); k != "" {
				return k
			}
			if w != "and" {
				head = words[:i]
				break
			}
		}
	}
	if k := headKind(head); k != "" {
		return k
	}
	if k := headKind(words); k != "" && len(head) != len(words) {
		return k
	}
	for _, w := range words {
		switch w {
		case "police", "army", "navy", "ministry", "court", "parliament", "university", "embassy":
			return known().words[w]
		}
	}
	return ""
}

// twoStates says whether a name joins two countries: "Thailand-Cambodia General Border Committee".
func (f *finder) twoStates(n *naming) bool {
	first := ""
	for i := n.first; i < n.end; i++ {
		w := f.doc.Word(i)
		a := known().countries[text.Fold(w)]
		if a == "" || !f.doc.Tokens[i].Is(text.Capital) {
			a = known().demonyms[w]
		}
		if a != "" && first != "" && a != first {
			return true
		}
		if a != "" {
			first = a
		}
	}
	return false
}

// headKind is the type that the longest listed phrase at the end of words makes, "" for none.
func headKind(words []string) string {
	for i := max(0, len(words)-4); i < len(words); i++ {
		if k := known().words[strings.Join(words[i:], " ")]; k != "" && !(i == 0 && len(words) == 1 && k == "company") {
			return k
		}
	}
	return ""
}

// kindByContext reads the noun before a name ("the tech firm Huaxin") or in apposition behind it ("Shamrock, a coalition fighting …").
func (f *finder) kindByContext(n *naming) string {
	s := f.sentence(n.first)
	if i := n.first - 1; i >= s.First && f.doc.Tag(i).IsNoun() && !f.doc.Tokens[i].Is(text.Capital) {
		if k := known().words[f.doc.Lower(i)]; k != "" && k != "facility" {
			return k
		}
	}
	if f.doc.Lower(n.end) != "," || n.end+2 >= s.End {
		return ""
	}
	i := n.end + 1
	if w := f.doc.Lower(i); w != "a" && w != "an" && w != "the" {
		return ""
	}
	for k := i + 1; k < min(s.End, i+8); k++ {
		t := f.doc.Tag(k)
		if next := f.doc.Tag(k + 1); t.IsNoun() && !next.IsNoun() && next != text.Hyphen {
			return appositionKind(f.doc.Lower(k))
		}
		if !t.IsNoun() && !t.IsAdjective() && t != text.Hyphen && t != text.VBG && t != text.VBN && t != text.RB && t != text.JJS {
			return ""
		}
	}
	return ""
}

func appositionKind(noun string) string {
	switch noun {
	case "coalition", "group", "nonprofit", "non-profit", "organisation", "organization", "network", "initiative":
		return "ngo"
	}
	return known().words[noun]
}

// countryOf reads the country of a body off its name, the genitive or demonym before it, or an apposition.
func (f *finder) countryOf(a *actor) string {
	if a.kind == "igo" {
		return ""
	}
	for _, j := range a.namings {
		n := &f.namings[j]
		if c := f.countryIn(n); c != "" {
			return c
		}
		if c := f.countryBefore(n.first); c != "" {
			return c
		}
		if c := f.countryBehind(n); c != "" {
			return c
		}
	}
	return ""
}

// countryBefore reads "Thailand's …" and "the Cambodian firm …" before token i.
func (f *finder) countryBefore(i int) string {
	s := f.sentence(i)
	for k := i - 1; k >= max(s.First, i-4); k-- {
		if f.doc.Lower(k) == "'s" && k > s.First {
			if p := f.place(k - 1); p != nil && p.PlaceType == "country" {
				return p.CountryCode
			}
			return ""
		}
		if a := known().demonyms[f.doc.Word(k)]; a != "" {
			return a
		}
		if p := f.place(k); p != nil && p.PlaceType == "country" && isUpper(f.doc.Word(k)) {
			return p.CountryCode // "US firm"
		}
		if t := f.doc.Tag(k); !t.IsNoun() && !t.IsAdjective() && t != text.Hyphen || f.at[k] != 0 {
			return ""
		}
	}
	return ""
}

// countryBehind reads ", a Cambodian firm" and "of Cambodia" behind a name.
func (f *finder) countryBehind(n *naming) string {
	s := f.sentence(n.first)
	if f.doc.Lower(n.end) != "," {
		return ""
	}
	for k := n.end + 1; k < min(s.End, n.end+4); k++ {
		if a := known().demonyms[f.doc.Word(k)]; a != "" {
			return a
		}
		if t := f.doc.Tag(k); t != text.DT && !t.IsAdjective() {
			return ""
		}
	}
	return ""
}
