package model

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsledger/newsledger/transform/text"
)

// form is what features see of one token: hashes of the word and its parts.
type form struct {
	lower, exact uint32
	suffix       [4]uint32 // of 1 to 4 bytes of lower
	prefix       [4]uint32
	shape        uint32 // kinds of signs in a row: "Xx", "d-d" …
	capital      bool
	cluster      *cluster
}

// noForm stands for the places before and behind a sentence.
var noForm = form{lower: 1, exact: 1, shape: 1, cluster: &cluster{}}

// forms computes the forms of tokens first up to end (exclusive), with two empty ones on either side. In a sentence that is written in
// capitals, words are taken as they are usually written.
func forms(d *text.Document, first, end int, out []form) []form {
	out = append(out[:0], noForm, noForm)
	table, capitals := clusters(), allCapitals(d, first, end)
	for i := first; i < end; i++ {
		t := &d.Tokens[i]
		word := straightened(d.Word(i), t.Lower)
		if capitals && t.Is(text.Alpha) {
			word = usual(table, word, t.Lower)
		}
		out = append(out, formOf(table, word, t.Lower))
	}
	return append(out, noForm, noForm)
}

// straightened gives the word, or its straightened lower-case form where the word holds signs that the treebanks write otherwise.
func straightened(word, lower string) string {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			if len(word) != len(lower) { // a curly sign was replaced
				if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
					return titled(lower)
				}
				return lower
			}
			break
		}
	}
	return word
}

// allCapitals says whether most words of a sentence are written in capitals.
func allCapitals(d *text.Document, first, end int) bool {
	upper, words := 0, 0
	for i := first; i < end; i++ {
		if t := &d.Tokens[i]; t.Is(text.Alpha) && len(t.Lower) > 1 {
			words++
			if t.Is(text.Upper) {
				upper++
			}
		}
	}
	return upper >= 3 && upper*10 >= words*7
}

// usual writes a word in capitals as it is usually written: with a capital, in lower case, or as it stands (abbreviations).
func usual(table *clusterTable, word, lower string) string {
	title := titled(lower)
	switch {
	case table.proper(title):
		return title
	case table.proper(word):
		return word
	}
	return lower
}

func titled(lower string) string {
	r, n := utf8.DecodeRuneInString(lower)
	return string(unicode.ToTitle(r)) + lower[n:]
}

func formOf(table *clusterTable, word, lower string) form {
	f := form{lower: hashString(lower), exact: hashString(word), cluster: table.of(word, lower), shape: shapeHash(word)}
	r, _ := utf8.DecodeRuneInString(word)
	f.capital = unicode.IsUpper(r)
	for n := range 4 {
		if n >= len(lower) {
			f.suffix[n], f.prefix[n] = f.lower, f.lower
			continue
		}
		f.suffix[n] = hashString(lower[len(lower)-n-1:])
		f.prefix[n] = hashString(lower[:n+1])
	}
	return f
}

// shapeHash hashes the kinds of a word's signs, each run of one kind as one, at most ten runs.
func shapeHash(word string) uint32 {
	h, last, runs := uint32(2166136261), byte(0), 0
	for _, r := range word {
		k := kindOf(r)
		if k != last {
			if runs++; runs > 10 {
				break
			}
			h = (h ^ uint32(k)) * 16777619
		}
		last = k
	}
	if utf8.RuneCountInString(word[:min(len(word), 8)]) == 1 {
		h ^= 0x5bd1e995
	}
	return mix(h)
}

func kindOf(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r >= '0' && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return '?'
}
