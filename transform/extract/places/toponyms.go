package places

import (
	"github.com/newsledger/newsledger/transform/text"
)

// own notes which name and which known body every token belongs to.
func (f *finder) own() {
	f.names = make([]int32, len(f.doc.Tokens))
	f.bodies = make([]bool, len(f.doc.Tokens))
	for k, n := range f.doc.Names {
		for i := n.First; i < n.End; i++ {
			f.names[i] = int32(k + 1)
		}
	}
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.End; i++ {
			if !f.doc.Tokens[i].Is(text.Capital) {
				continue
			}
			if end := knownBodies().at(f.doc, i, s.End); end > i+1 {
				for ; i < end; i++ {
					f.bodies[i] = true
				}
				i--
			}
		}
	}
}

// name is the name that token i belongs to, nil for none.
func (f *finder) name(i int) *text.Name {
	if i < 0 || i >= len(f.names) || f.names[i] == 0 {
		return nil
	}
	return &f.doc.Names[f.names[i]-1]
}

// toponyms finds the mentions, in order, not overlapping.
func (f *finder) toponyms() {
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.End; {
			m, ok := f.toponymAt(i, s)
			if !ok {
				i++
				continue
			}
			f.typed(&m, s)
			f.mentions = append(f.mentions, m)
			i = m.end
		}
	}
}

// toponymAt reads the toponym that begins at token i, if one does.
func (f *finder) toponymAt(i int, s text.Sentence) (mention, bool) {
	if !f.opens(i) || f.bodies[i] {
		return mention{}, false
	}
	n := f.name(i)
	end, found := f.lookup(i, s.End)
	m := mention{first: i, end: end, places: found, place: -1, container: -1}
	switch {
	case f.isDateline(&m, s):
		return m, true
	case n == nil:
		return m, f.bare(&m, s)
	case n.First != i:
		return m, false
	case n.Label == text.PlaceName:
		m = f.labelled(m, n)
		return m, m.places != nil || f.likely(&m, s)
	case end == n.End:
		return m, f.mislabelled(&m, n, s)
	}
	return m, false
}

// opens says whether a toponym can begin with token i: a capital, or an Arabic article glued to one.
func (f *finder) opens(i int) bool {
	t := &f.doc.Tokens[i]
	if t.Is(text.Capital) {
		return true
	}
	n := f.name(i)
	return n != nil && n.First == i && n.Label == text.PlaceName
}

// lookup finds the longest name of the gazetteer that begins at token i.
func (f *finder) lookup(i, limit int) (end int, found []int32) {
	if i >= limit || i >= len(f.doc.Tokens) {
		return i, nil
	}
	first := text.Fold(f.doc.Word(i))
	words := f.gaz.longest[first]
	if words == 0 && (first == "st" || first == "o" || first == "ko" || len(first) <= 2) {
		words = 4
	}
	for k := min(limit, i+2*words); k > i; k-- {
		if t := &f.doc.Tokens[k-1]; t.Is(text.Punct) {
			continue
		}
		key := text.Fold(f.doc.Slice(i, k))
		if found := f.gaz.byName[key]; found != nil && (!f.gaz.upper[key] || isUpper(f.doc.Slice(i, k))) {
			return k, found
		}
	}
	return i + 1, nil
}

func isUpper(s string) bool {
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			return false
		}
	}
	return true
}

// labelled is a name that the model takes for a place. Where the gazetteer knows only its first words, the rest must be a word for a
// kind of place, else the place stays open.
func (f *finder) labelled(m mention, n *text.Name) mention {
	m.rule = "<name of a place>"
	switch {
	case m.end == n.End && m.places != nil:
	case m.end > n.End && m.places != nil: // "U.S", and a gazetteer name that is longer than the label
	case m.places != nil && f.onlyKinds(m.end, n.End):
		m.rule = "<name of a place> <kind of place>"
		m.kind = placeKinds()[f.doc.Lower(n.End-1)]
		m.end = n.End
	default:
		m.end, m.places = n.End, nil
		if k, found := f.lookup(n.First+1, n.End); k == n.End && directions[f.doc.Lower(n.First)] {
			m.places = found // "northern Iraq"
			m.rule = "<direction> <name of a place>"
		}
	}
	return m
}

// likely says whether a name that the gazetteer does not know is a place for more reason than the model's label.
func (f *finder) likely(m *mention, s text.Sentence) bool {
	if f.asked(m, s) && !givenName(f.doc.Word(m.first)) {
		return true
	}
	return m.end < s.End && placeKinds()[f.doc.Lower(m.end)] != "" || placeKinds()[f.doc.Lower(m.end-1)] != ""
}

// isDateline says whether m opens a paragraph in capitals, before a dash, a bracket or a comma: "BANGKOK, Thailand (AP) –".
func (f *finder) isDateline(m *mention, s text.Sentence) bool {
	if m.places == nil || m.first != s.First || !isUpper(f.doc.Slice(m.first, m.end)) || m.end >= s.End {
		return false
	}
	m.rule = "<dateline>"
	switch f.doc.Lower(m.end) {
	case "-", "--", "–", "—", "(", ",", ":", "/":
		return true
	}
	return false
}

// directions stand before the name of a place whose part they mean.
var directions = map[string]bool{"north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true, "central": true,
	"northeastern": true, "northwestern": true, "southeastern": true, "southwestern": true, "upper": true, "lower": true, "greater": true, "downtown": true, "mainland": true, "rural": true}

// onlyKinds says whether tokens from first to end are words for kinds of places: "Sa Kaeo Province".
func (f *finder) onlyKinds(first, end int) bool {
	for i := first; i < end; i++ {
		if _, ok := placeKinds()[f.doc.Lower(i)]; !ok {
			return false
		}
	}
	return true
}

// mislabelled says whether a name that the model takes for something else is a place all the same: a country, or a large town where
// the words before it ask for a place.
func (f *finder) mislabelled(m *mention, n *text.Name, s text.Sentence) bool {
	if m.places == nil {
		return false
	}
	p := &f.gaz.places[m.places[0]]
	person := n.Label == text.Person || givenName(f.doc.Word(m.first)) && m.end == m.first+1
	m.rule = "<country or division>"
	if (p.kind == "country" || f.isDivision(m)) && !person && !f.inRun(m, s) {
		return true
	}
	m.rule = "<preposition of place> <name that the gazetteer knows>"
	return !person && f.asked(m, s) && f.largest(m) >= 3e5 && !p.word
}

// bare says whether capitals that the model takes for no name are a place.
func (f *finder) bare(m *mention, s text.Sentence) bool {
	if m.places == nil || f.inRun(m, s) || s.Heading && m.end-m.first == 1 && f.largest(m) < 1e6 {
		return false
	}
	p := &f.gaz.places[m.places[0]]
	single := m.end == m.first+1
	if len(f.doc.Word(m.first)) <= 2 && single && p.kind != "country" {
		m.rule = "<place>, <abbreviation of a division>"
		return p.kind == "admin1" && f.behindComma(m)
	}
	if p.kind == "country" {
		m.rule = "<country>"
		return !(single && givenName(f.doc.Word(m.first))) || f.asked(m, s)
	}
	m.rule = "<preposition of place> <name that the gazetteer knows>"
	if p.word || single && givenName(f.doc.Word(m.first)) {
		return false
	}
	return f.asked(m, s) && f.largest(m) >= 2e4 || f.largest(m) >= 1e6
}

// behindComma says whether a mention stands directly before, then a comma, then m.
func (f *finder) behindComma(m *mention) bool {
	return len(f.mentions) > 0 && f.mentions[len(f.mentions)-1].end == m.first-1 && f.doc.Lower(m.first-1) == ","
}

// isDivision says whether m names a large first-order division and no larger town.
func (f *finder) isDivision(m *mention) bool {
	division, town := 0.0, 0.0
	for _, k := range m.places {
		if p := &f.gaz.places[k]; p.kind == "admin1" {
			division = max(division, p.population)
		} else {
			town = max(town, p.population)
		}
	}
	return division > 5e5 && division > town
}

func (f *finder) largest(m *mention) float64 {
	best := 0.0
	for _, k := range m.places {
		best = max(best, f.gaz.places[k].population)
	}
	return best
}

// asked says whether the words before m ask for a place.
func (f *finder) asked(m *mention, s text.Sentence) bool {
	if m.first == s.First {
		return false
	}
	switch w := f.doc.Lower(m.first - 1); w {
	case "in", "at", "from", "near", "to", "outside", "around", "across", "via", "through", "into", "toward", "towards", "between", "throughout", "within", "northern", "southern", "eastern",
		"western", "central", "downtown":
		return true
	case ",", "and", "or":
		return len(f.mentions) > 0 && f.mentions[len(f.mentions)-1].end == m.first-1
	}
	return false
}

// inRun says whether m is part of a longer run of capitalised words that is no sequence of names: "China Airlines", "Jordan Smith".
func (f *finder) inRun(m *mention, s text.Sentence) bool {
	if m.end < s.End && f.loud(m.end) && f.names[m.end] == 0 && !s.Heading && f.doc.Tag(m.end).IsProper() && demonym(f.doc.Word(m.end)) == "" && !isTitle(f.doc.Lower(m.end)) {
		return placeKinds()[f.doc.Lower(m.end)] == ""
	}
	b := m.first - 1
	return b > s.First && f.loud(b) && f.names[b] == 0 && !s.Heading && f.doc.Tag(b).IsProper() && demonym(f.doc.Word(b)) == "" && !isTitle(f.doc.Lower(b)) && !directions[f.doc.Lower(b)]
}

func (f *finder) loud(i int) bool { return f.doc.Tokens[i].Is(text.Alpha | text.Capital) }

// typed reads the word for a kind of place around m, which stays outside of it: "Koh Kong province", "the town of Bavet".
func (f *finder) typed(m *mention, s text.Sentence) {
	if m.kind != "" {
		return
	}
	if m.end < s.End {
		m.kind = placeKinds()[f.doc.Lower(m.end)]
	}
	if m.kind == "" && m.first-2 >= s.First && f.doc.Lower(m.first-1) == "of" {
		m.kind = placeKinds()[f.doc.Lower(m.first-2)]
	}
}
