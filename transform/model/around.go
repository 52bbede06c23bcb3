package model

import "github.com/newsledger/newsledger/transform/text"

// around says how a word is written and what stands beside it anywhere in the article: what one place does not show another may.
type around uint32

// What can be seen of a word.
const (
	inLower around = 1 << iota
	capitalInside
	inCapitals
	afterTitle
	afterFirstName
	afterInitial
	afterThe
	afterPlacePreposition
	beforeSaying
	beforePossessive
	besideBodyWord
	aloneInBrackets
	afterCapital
	beforeCapital
	afterComma
	beforeComma
	afterAge // "Name, 34,"
	arounds  = 17
)

// article is what all features of a document share.
type article struct {
	d     *text.Document
	words map[uint32]around // by hash of the lower-case word
}

// note looks at token i, in a sentence whose tokens first … have the marks given, and adds what it shows.
func (a *article) note(i, first, end int, marks []mark, titled bool) {
	d := a.d
	t := &d.Tokens[i]
	if !t.Is(text.Alpha) {
		return
	}
	h := hashString(t.Lower)
	if !t.Is(text.Capital) {
		a.words[h] |= inLower
		return
	}
	if titled {
		return
	}
	var s around
	if t.Is(text.Upper) {
		s |= inCapitals
	}
	if i > first {
		s |= a.before(i, first, marks)
	}
	if i+1 < end {
		s |= a.behind(i, end, marks[i-first:])
	}
	a.words[h] |= s
}

func (a *article) before(i, first int, marks []mark) around {
	d, m := a.d, marks[i-first-1]
	b := &d.Tokens[i-1]
	var s around
	if b.Is(text.Alpha) || b.Lower == "," {
		s |= capitalInside
	}
	switch {
	case m&(honorific|office) != 0:
		s |= afterTitle
	case m&firstName != 0 && b.Is(text.Capital):
		s |= afterFirstName
	}
	switch b.Lower {
	case "the":
		s |= afterThe
	case "in", "at", "from", "near", "into":
		s |= afterPlacePreposition
	case ",":
		s |= afterComma
	case "(":
		if i+1 < len(d.Tokens) && d.Lower(i+1) == ")" {
			s |= aloneInBrackets
		}
	}
	if b.Is(text.Capital) {
		s |= afterCapital
		if len(b.Lower) == 2 && b.Lower[1] == '.' {
			s |= afterInitial
		}
	}
	if m&bodyWord != 0 && b.Is(text.Capital) {
		s |= besideBodyWord
	}
	return s
}

// behind looks at what follows token i; marks begin with its own.
func (a *article) behind(i, end int, marks []mark) around {
	d := a.d
	n := &d.Tokens[i+1]
	var s around
	switch n.Lower {
	case "'s", "'":
		s |= beforePossessive
	case ",":
		s |= beforeComma
		if i+3 < end && d.Tokens[i+2].Is(text.Digit) && d.Lower(i+3) == "," {
			s |= afterAge
		}
	case "said", "says", "told", "added", "say", "asked", "wrote", "tells", "added:", "who":
		s |= beforeSaying
	}
	if n.Is(text.Capital) {
		s |= beforeCapital
		if marks[1]&(bodyWord|companySuffix) != 0 {
			s |= besideBodyWord
		}
	}
	return s
}
