package actors

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// name collects the namings: of overlapping ones the longest stays, of equal ones the earlier rule.
func (f *finder) name() {
	var all []naming
	all = append(all, f.collectives()...)
	all = append(all, f.fromNames()...)
	all = append(all, f.fromPlaces()...)
	all = append(all, f.knownBodies()...)
	all = append(all, f.acronyms(all)...)
	all = f.sift(all)
	slices.SortStableFunc(all, func(a, b naming) int { return (b.end - b.first) - (a.end - a.first) })
	f.at = make([]int32, len(f.doc.Tokens))
	for _, n := range all {
		if f.free(n.first, n.end) {
			n.text = f.words(n.first, n.end)
			f.namings = append(f.namings, n)
			f.mark(n, 1)
		} else {
			f.tr.Lost(station, n.rule, f.doc.SpanOf(n.first, n.end), "a longer name covers it")
		}
	}
	slices.SortFunc(f.namings, func(a, b naming) int { return a.first - b.first })
	for k, n := range f.namings {
		f.mark(n, int32(k+1))
	}
	f.shortForms()
}

// sift takes out single words that are titles or words for any body ("Imam", "the Board") unless a longer name of the article holds them, or
// the article writes them with a capital again and again.
func (f *finder) sift(all []naming) []naming {
	inside, lower, count := map[string]bool{}, f.smallWords(), map[string]int{}
	for _, n := range all {
		for i := n.first; i < n.end && n.end-n.first > 1; i++ {
			inside[f.doc.Word(i)] = true
		}
		if n.end-n.first == 1 {
			count[f.doc.Word(n.first)]++
		}
	}
	return slices.DeleteFunc(all, func(n naming) bool {
		if n.end-n.first > 1 || n.known != nil && !n.known.weak || n.kind != "" {
			return false
		}
		w := f.doc.Word(n.first)
		if _, office := known().titles[titleKey(w)]; office && n.label == text.Person {
			return true
		}
		again := count[w] >= 3 && !lower[f.doc.Lower(n.first)]
		return known().words[f.doc.Lower(n.first)] != "" && n.label != text.Person && !again && !(inside[w] && f.doc.Lower(n.first-1) == "the")
	})
}

func (f *finder) mark(n naming, k int32) {
	for i := n.first; i < n.end; i++ {
		f.at[i] = k
	}
}

func (f *finder) free(first, end int) bool {
	for i := first; i < end; i++ {
		if f.at[i] != 0 {
			return false
		}
	}
	return true
}

// words is the text of tokens on one line.
func (f *finder) words(first, end int) string {
	s := f.doc.Slice(first, end)
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// fromNames takes the names that the model found, without those that are places and what is no name of an actor.
func (f *finder) fromNames() []naming {
	var all []naming
	var loud []naming // of headings, where every word is a capital
	f.findBodies()
	for _, n := range f.doc.Names {
		m, ok := f.fromName(n)
		switch {
		case !ok:
		case f.sentence(m.first).Heading:
			loud = append(loud, m)
		default:
			all = append(all, m)
		}
	}
	return append(all, f.inHeadings(loud, all)...)
}

// inHeadings keeps of names in headings what the text names too, from the front: "Huione Group Banned in …". Of people a name of two words
// stands by itself.
func (f *finder) inHeadings(loud, all []naming) []naming {
	named := map[string]naming{}
	for _, n := range all {
		named[f.words(n.first, n.end)] = n
	}
	kept := loud[:0]
	for _, m := range loud {
		whole := m.end
		for ; m.end > m.first; m.end-- {
			if n, ok := named[f.words(m.first, m.end)]; ok {
				m.label, m.known = n.label, n.known
				break
			}
		}
		if m.end == m.first && (m.known != nil || m.label == text.Person && whole-m.first > 1) {
			m.end = whole
		}
		if m.end > m.first {
			kept = append(kept, m)
		}
	}
	return kept
}

func (f *finder) fromName(n text.Name) (naming, bool) {
	m := naming{first: n.First, end: n.End, label: n.Label, rule: n.Rule}
	f.trim(&m)
	if m.first >= m.end {
		return m, false
	}
	s := f.words(m.first, m.end)
	m.known = known().body(s)
	if k := f.placeAt[m.first]; k != 0 && f.placeAt[m.end-1] == k && (m.known == nil || m.known.weak) && f.covers(k, m) {
		return m, false // fromPlaces has it
	}
	switch {
	case m.known != nil && !(m.known.weak && n.Label == text.Person):
		m.label = text.Organization
		return m, true
	case f.noName(m, s):
		return m, false
	case m.label == text.OtherName && f.bodies[s]:
		m.label = text.Organization
	case m.label == text.OtherName:
		return m, false
	case m.label == text.Person && f.isFirm(m):
		m.label = text.Organization
	case m.label == text.Person:
	case f.inFamilyList(m.first), f.looksLikePerson(m):
		m.label = text.Person
	case m.label == text.PlaceName && f.placeAt[m.first] == 0 && f.bodies[s]:
		m.label = text.Organization
	case m.label == text.PlaceName:
		return m, false
	}
	if m.label == text.Organization {
		f.embassy(&m)
	}
	if m.label == text.Person && kindred[f.doc.Lower(m.end)] {
		m.end++ // "the Hun family" is none of its members
		m.label, m.kind = text.Organization, "population_group"
	}
	return m, true
}

// kindred are words that make of a name one for several people.
var kindred = map[string]bool{"family": true, "clan": true, "dynasty": true, "brothers": true, "sisters": true}

// covers says whether place mention k stands for an actor or a place by itself: then the naming follows from the place.
func (f *finder) covers(k int32, m naming) bool {
	first, end := f.doc.TokensOf(f.rec.PlaceMentions[k-1].Span)
	return first <= m.first && m.end <= end
}

// trim takes titles off the front and possessive endings and signs off the end.
func (f *finder) trim(m *naming) {
	for m.end > m.first && (f.doc.Lower(m.end-1) == "'s" || f.doc.Tokens[m.end-1].Is(text.Punct) && f.doc.Lower(m.end-1) != ")" && f.doc.Lower(m.end-1) != ".") {
		m.end--
	}
	for m.first < m.end && (f.doc.Lower(m.first) == "the" || f.doc.Tokens[m.first].Is(text.Punct)) {
		m.first++
	}
	f.wholeHyphen(m)
	f.genitiveInside(m)
	for i := m.first + 1; i < m.end; i++ {
		if f.doc.Lower(i) == "/" { // a photographer and his agency
			m.end = i
		}
	}
	if m.label != text.Person {
		return
	}
	if m.end-m.first > 1 && known().nobody[f.doc.Lower(m.end-1)] && known().sexes[f.doc.Word(m.first)] != 0 {
		m.end-- // "Mara Lind Saturday"
	}
	for m.end-m.first > 1 {
		end := f.titleFrom(m.first, m.end-1)
		if end == m.first || known().sexes[f.doc.Word(m.first)] != 0 && known().titles[f.doc.Lower(m.first)].kind != "honorific" {
			return
		}
		m.first = end
	}
}

// wholeHyphen takes the first part of a hyphenated word into its name: "O-Smach Resort".
func (f *finder) wholeHyphen(m *naming) {
	for i := m.first; i > 1 && i < m.end && f.doc.Lower(i-1) == "-" && f.doc.Tokens[i].Is(text.Glued|text.Capital) && f.doc.Tokens[i-1].Is(text.Glued) && f.doc.Tokens[i-2].Is(text.Capital); i = m.first {
		m.first = i - 2
	}
}

// genitiveInside cuts a name in which one owns the other: of "Cambodia's Senate" the last part is named, of "Amnesty's Report" the first.
func (f *finder) genitiveInside(m *naming) {
	for i := m.first + 1; i < m.end-1; i++ {
		if f.doc.Lower(i) != "'s" {
			continue
		}
		left := f.words(m.first, i)
		switch p := f.place(m.first); {
		case p != nil && p.PlaceType == "country":
			m.first = i + 1
		case known().body(left) != nil:
			m.end = i
		}
		return
	}
}

// titleFrom is the end of the longest title that begins at token i, i for none.
func (f *finder) titleFrom(i, limit int) int {
	for end := min(limit, i+6); end > i; end-- {
		if _, ok := known().titles[titleKey(f.words(i, end))]; ok {
			return end
		}
	}
	return i
}

// embassy takes the seat into the name of an embassy: "U.S. Embassy in Phnom Penh".
func (f *finder) embassy(m *naming) {
	if f.doc.Lower(m.end-1) != "embassy" || f.doc.Lower(m.end) != "in" {
		return
	}
	if p := f.place(m.end + 1); p != nil && p.PlaceType == "city" {
		_, m.end = f.doc.TokensOf(f.rec.PlaceMentions[f.placeAt[m.end+1]-1].Span)
	}
}

// fromPlaces takes countries, capitals that stand for their government, and sites that news speak of as somebody's.
func (f *finder) fromPlaces() []naming {
	var all []naming
	for k := range f.rec.PlaceMentions {
		pm := &f.rec.PlaceMentions[k]
		first, end := f.doc.TokensOf(pm.Span)
		p := f.place(first)
		m := naming{first: first, end: end, label: text.PlaceName, rule: pm.Rule}
		switch head := known().words[f.doc.Lower(end-1)]; {
		case p != nil && p.PlaceType == "country":
			m.kind, m.country = "country", p.CountryCode
		case p != nil && pm.IsActor && p.CountryCode != "":
			m.kind, m.country, m.rule = "country", p.CountryCode, "<capital that acts>"
		case p != nil && p.PlaceType == "site":
			m.kind, m.country = "facility", p.CountryCode
		case head == "facility" && end-first > 1 && p == nil && !f.looksLikePerson(m):
			m.kind = "facility"
		default:
			continue
		}
		all = append(all, m)
	}
	return all
}

// knownBodies takes the names of the list of bodies wherever they stand.
func (f *finder) knownBodies() []naming {
	var all []naming
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.End; i++ {
			n := known().longest[f.doc.Word(i)]
			for end := min(s.End, i+n); end > i && f.doc.Lower(i) != "the"; end-- {
				b := known().body(f.words(i, end))
				if b == nil || end == i+1 && (b.weak || !f.standsAlone(i, s)) {
					continue
				}
				all = append(all, naming{first: i, end: end, label: text.Organization, known: b, rule: "<known body>"})
				i = end - 1
				break
			}
		}
	}
	return all
}

// standsAlone says whether the capitalised word i is no part of a run of capitalised words that may be another name.
func (f *finder) standsAlone(i int, s text.Sentence) bool {
	loud := func(k int) bool {
		return k >= s.First && k < s.End && f.doc.Tokens[k].Is(text.Alpha|text.Capital) && f.doc.Tag(k).IsProper() && f.titleFrom(k, s.End) == k
	}
	if n := f.modelName(i); n != nil && n.Label == text.OtherName && n.First == i && !s.Heading {
		return true // "Interpol Red Notice"
	}
	return !s.Heading && f.doc.Tokens[i].Is(text.Capital) && !loud(i+1) && !(loud(i-1) && i-1 > s.First)
}

// modelName is the name that the model found over token i, nil for none.
func (f *finder) modelName(i int) *text.Name {
	k := sort.Search(len(f.doc.Names), func(k int) bool { return f.doc.Names[k].End > i })
	if k < len(f.doc.Names) && f.doc.Names[k].First <= i {
		return &f.doc.Names[k]
	}
	return nil
}

// acronyms takes capitals in brackets behind a body: "the Cyber Crime Bureau (CCB)".
func (f *finder) acronyms(all []naming) []naming {
	var more []naming
	for _, n := range all {
		i := n.end + 1
		if n.label == text.Person || i+1 >= len(f.doc.Tokens) || f.doc.Lower(n.end) != "(" || f.doc.Lower(i+1) != ")" || !f.doc.Tokens[i].Is(text.Capital) {
			continue
		}
		if isAcronym(f.doc.Word(i), f.words(n.first, n.end)) {
			more = append(more, naming{first: i, end: i + 1, label: text.Organization, rule: "<body> (<acronym>)"})
		}
	}
	return more
}

// isAcronym says whether the capitals of word are first letters of the words of name, in order, all but one of them at most.
func isAcronym(word, name string) bool {
	var initials []byte
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		initials = append(initials, w[0]|0x20)
	}
	hits, k := 0, 0
	letters := strings.ToLower(strings.ReplaceAll(word, ".", ""))
	for _, c := range []byte(letters) {
		if j := slices.Index(initials[k:], c); j >= 0 {
			hits, k = hits+1, k+j+1
		}
	}
	if len(letters) < 2 || len(letters) > 10 || hits < 2 {
		return false
	}
	return hits == len(letters) || hits == len(letters)-1 && letters[0] == name[0]|0x20
}
