package model

import (
	"strconv"
	"strings"
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// mark says in which lists a token stands, alone or as part of a longer entry.
type mark uint32

// The lists.
const (
	firstName mark = 1 << iota
	commonSurname
	surname
	namelikeWord // a first name or surname that is more often another word
	honorific
	office
	titleModifier
	bodyWord
	companySuffix
	demonym
	countryName
	knownBody
	bodyGoesOn // inside a known body
	bigPlace
	place
	placeGoesOn // inside a place of several words
	month
	particle
	marks = iota // number of lists
)

// phrases finds the longest entry of several word lists by hashes of its words, one step a word.
type phrases struct {
	steps map[uint64]phraseStep
}

type phraseStep struct {
	mark mark // 0: only the beginning of a longer entry
	more bool
}

// maxPhrase is how many tokens an entry may have.
const maxPhrase = 10

func (p phrases) add(entry string, m mark) {
	h, words := uint64(0), wordsOf(entry)
	if len(words) > maxPhrase {
		return
	}
	for i, w := range words {
		h = step(h, unstopped(w))
		s := p.steps[h]
		if i == len(words)-1 {
			s.mark |= m
		} else {
			s.more = true
		}
		p.steps[h] = s
	}
}

// wordsOf cuts an entry into tokens as text.Split does, without its cost where white space is enough.
func wordsOf(entry string) []string {
	for i := 0; i < len(entry); i++ {
		if c := entry[i] | 0x20; entry[i] != ' ' && (c < 'a' || c > 'z') && entry[i] < 0x80 {
			d := text.Split(entry)
			words := make([]string, len(d.Tokens))
			for k := range words {
				words[k] = straightened(d.Word(k), d.Tokens[k].Lower)
			}
			return words
		}
	}
	return strings.Fields(entry)
}

// unstopped is a word without the full stop of an abbreviation: lists have "lt gen" and "inc".
func unstopped(w string) string {
	if n := len(w); n > 1 && w[n-1] == '.' {
		return w[:n-1]
	}
	return w
}

func step(h uint64, word string) uint64 {
	return (h+0x9E3779B97F4A7C15)*0xBF58476D1CE4E5B9 ^ uint64(hashString(word)) ^ uint64(len(word))<<40
}

// longest gives the mark and the end of the longest entry that begins at token i.
func (p phrases) longest(word func(int) string, i, end int) (mark, int) {
	best, at := mark(0), i
	h := uint64(0)
	for k := i; k < min(end, i+maxPhrase); k++ {
		h = step(h, word(k))
		s, ok := p.steps[h]
		if !ok {
			break
		}
		if s.mark != 0 {
			best, at = s.mark, k+1
		}
		if !s.more {
			break
		}
	}
	return best, at
}

// lexical holds the lists that features look at.
type lexical struct {
	words map[uint32]mark // by hash of the word as written
	lower phrases         // titles, body words, suffixes
	exact phrases         // places, countries, demonyms, known bodies
}

var lists = sync.OnceValue(func() *lexical {
	l := &lexical{words: make(map[uint32]mark, 1<<17), lower: phrases{map[uint64]phraseStep{}}, exact: phrases{make(map[uint64]phraseStep, 1<<17)}}
	l.readPersons()
	l.readBodies()
	l.readPlaces()
	for w := range strings.FieldsSeq("January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.") {
		l.words[hashString(w)] |= month
	}
	for w := range strings.FieldsSeq("al bin ibn bint van von der den de del della di da dos la le el du y e ap ben abu ould st na ter ten") {
		l.words[hashString(w)] |= particle
	}
	return l
})

func (l *lexical) readPersons() {
	for _, r := range lexicon.Read("first_names.tsv").Rows {
		l.words[hashString(r[0])] |= firstName | wordMark(r[2])
	}
	for _, r := range lexicon.Read("surnames.tsv").Rows {
		m := surname
		if r[1] == "1" {
			m = commonSurname
		}
		l.words[hashString(r[0])] |= m | wordMark(r[2])
	}
	for _, r := range lexicon.Read("titles.tsv").Rows {
		l.lower.add(r[0], map[string]mark{"honorific": honorific, "rank": honorific, "office": office, "modifier": titleModifier}[r[1]])
	}
}

func wordMark(word string) mark {
	if word == "yes" {
		return namelikeWord
	}
	return 0
}

func (l *lexical) readBodies() {
	for _, r := range lexicon.Read("body_words.tsv").Rows {
		l.lower.add(r[0], bodyWord)
	}
	for _, r := range lexicon.Read("company_suffixes.tsv").Rows {
		l.lower.add(r[0], companySuffix)
	}
	for _, r := range lexicon.Read("bodies.tsv").Rows {
		l.exact.add(r[0], knownBody)
	}
}

func (l *lexical) readPlaces() {
	for _, r := range lexicon.Read("countries.tsv").Rows {
		l.exact.add(r[0], countryName)
	}
	for _, r := range lexicon.Read("demonyms.tsv").Rows {
		l.exact.add(r[0], demonym)
	}
	for _, r := range lexicon.Read("places.tsv").Rows {
		m := placeMark(r[3], r[9])
		if m == 0 {
			continue
		}
		if r[10] == "word" {
			m |= namelikeWord
		}
		l.exact.add(r[1], m)
		for also := range strings.SplitSeq(r[2], "; ") {
			if also != "" {
				l.exact.add(also, m)
			}
		}
	}
}

// placeMark says how large a place is. Below 15,000 people a name is as likely a person's or a word.
func placeMark(kind, population string) mark {
	people, _ := strconv.Atoi(population)
	switch {
	case kind != "city" || people >= 200_000:
		return bigPlace
	case people >= 15_000:
		return place
	}
	return 0
}

// mark finds the lists in which the tokens first up to end (exclusive) stand. word gives a token as features see it.
func (l *lexical) mark(d *text.Document, first, end int, word func(int) string, out []mark) []mark {
	out = out[:0]
	for i := first; i < end; i++ {
		out = append(out, l.words[hashString(word(i))])
	}
	exact := func(i int) string { return unstopped(word(i)) }
	lower := func(i int) string { return unstopped(d.Lower(i)) }
	for i := first; i < end; {
		m, at := l.lower.longest(lower, i, end)
		for k := i; k < at; k++ {
			out[k-first] |= m
		}
		i = max(at, i+1)
	}
	for i := first; i < end; {
		if !d.Tokens[i].Is(text.Capital) && !d.Tokens[i].Is(text.Digit) {
			i++
			continue
		}
		m, at := l.exact.longest(exact, i, end)
		for k := i; k < at; k++ {
			out[k-first] |= m
			if k > i {
				out[k-first] |= goesOn(m)
			}
		}
		i = max(at, i+1)
	}
	return out
}

func goesOn(m mark) mark {
	switch {
	case m&knownBody != 0:
		return bodyGoesOn
	case m&(place|bigPlace|countryName) != 0:
		return placeGoesOn
	}
	return 0
}
