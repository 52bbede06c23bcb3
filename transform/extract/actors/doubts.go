package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// noName says whether a name is only a demonym, a title, a month or the like.
func (f *finder) noName(m naming, s string) bool {
	if _, ok := known().demonyms[s]; ok {
		return true
	}
	if end := f.titleFrom(m.first, min(m.end+4, len(f.doc.Tokens))); end > m.end {
		return true // the first words of a longer title: "Pol Lt Gen"
	}
	if m.label == text.Organization && f.endsInTitle(m) {
		return true
	}
	if t, ok := known().titles[titleKey(s)]; ok && (t.kind != "modifier" || m.label == text.Organization) {
		return known().sexes[s] == 0 || m.label != text.Person || f.titleFrom(m.end, min(m.end+4, len(f.doc.Tokens))) > m.end
	}
	if m.end > m.first+1 {
		return false
	}
	return len(s) < 2 || isManyInitials(s) || known().nobody[f.doc.Lower(m.first)] || strings.Contains(s, "$") || f.doc.Tokens[m.first].Is(text.Digit) || m.label == text.Person && (f.doc.Tag(m.first) == text.VB || f.doc.Tag(m.first) == text.VBP)
}

// isManyInitials says whether a word is the plural of initials, and so names nobody: "MPs", "NGOs".
func isManyInitials(s string) bool {
	initials, many := strings.CutSuffix(s, "s")
	return many && len(initials) > 1 && isUpper(initials)
}

// endsInTitle says whether a name without "of" is a position: "National Police Inspector General".
func (f *finder) endsInTitle(m naming) bool {
	for k := m.first; k < m.end; k++ {
		if f.doc.Lower(k) == "of" || f.doc.Lower(k) == "for" {
			return false
		}
		if t, ok := known().titles[titleKey(f.words(k, m.end))]; ok && t.kind == "office" && known().words[f.doc.Lower(m.end-1)] == "" {
			return true
		}
	}
	return false
}

// looksLikePerson says whether what the model takes for a body or place is a first name that is no word with a surname, where the
// text has a person: the name speaks, or belongs to a body.
func (f *finder) looksLikePerson(m naming) bool {
	w := f.doc.Word(m.first)
	if m.label == text.PlaceName && f.placeAt[m.first] == 0 && m.end-m.first > 1 && known().sexes[w] != 0 && !known().wordNames[w] && known().words[f.doc.Lower(m.end-1)] == "" {
		return !isLocative(f.doc.Lower(m.first - 1))
	}
	if m.end-m.first != 2 || known().sexes[w] == 0 || known().wordNames[w] || !known().surnames[f.doc.Word(m.end-1)] || f.doc.Lower(m.first-1) == "the" || f.place(m.first) != nil {
		return false
	}
	next := f.doc.Lower(m.end)
	return isSaying(f.lemma(m.first-1)) || isSaying(f.lemma(m.end)) || next == "from" || next == "," && f.doc.Tag(m.end+1) == text.DT || m.label == text.PlaceName
}

// isLocative says whether a word asks for a place behind it.
func isLocative(w string) bool {
	switch w {
	case "in", "at", "near", "to", "from", "around", "outside", "into":
		return true
	}
	return false
}

// endsInBody says whether the last of several words is one for a body, and not for a building: "Bangladesh Railway".
func (f *finder) endsInBody(m naming) bool {
	k := known().words[f.doc.Lower(m.end-1)]
	return m.end-m.first > 1 && k != "" && k != "facility" && f.doc.Tokens[m.end-1].Is(text.Capital)
}

// findBodies notes what the model takes for a place, though the gazetteer knows none, or for another thing, and the text calls a body or
// lets speak: it is one in the whole article.
func (f *finder) findBodies() {
	f.bodies = map[string]bool{}
	for _, n := range f.doc.Names {
		m := naming{first: n.First, end: n.End, label: n.Label}
		f.trim(&m)
		if m.first == m.end || f.doc.Tokens[m.end-1].Is(text.Digit) || n.Label != text.OtherName && (n.Label != text.PlaceName || f.placeAt[m.first] != 0) {
			continue
		}
		if f.endsInBody(m) || f.speaks(m) || f.kindByContext(&m) != "" {
			f.bodies[f.words(m.first, m.end)] = true
		}
	}
}

// speaks says whether a verb of saying in the past or present follows a name.
func (f *finder) speaks(m naming) bool {
	t := f.doc.Tag(m.end)
	return (t == text.VBD || t == text.VBZ) && isSaying(f.lemma(m.end))
}

func (f *finder) lemma(i int) string { return model.Lemma(f.doc.Lower(i), f.doc.Tag(i)) }

// inFamilyList says whether token i stands in a list of relatives: "his children – Ana, Luis and Eva".
func (f *finder) inFamilyList(i int) bool {
	s := f.sentence(i)
	for k := i - 1; k >= max(s.First, i-14); k-- {
		if _, ok := known().family[f.doc.Lower(k)]; ok {
			return true
		}
		if t := &f.doc.Tokens[k]; !t.Is(text.Capital) && !t.Is(text.Punct) && t.Lower != "and" {
			return false
		}
	}
	return false
}

// isFirm says whether a name ends in the legal form of a firm.
func (f *finder) isFirm(m naming) bool {
	_, ok := known().suffixes[strings.TrimSuffix(f.doc.Lower(m.end-1), ".")]
	return ok && m.end-m.first > 1
}
