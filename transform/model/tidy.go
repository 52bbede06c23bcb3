package model

import "github.com/newsledger/newsledger/transform/text"

// tidy mends the bounds of names and drops what is none: titles, articles, lone demonyms, lone words for bodies.
func tidy(d *text.Document, names []text.Name) []text.Name {
	var marks []mark
	out := names[:0]
	for _, n := range names {
		n = wholeHyphens(d, n)
		marks = lists().mark(d, n.First, n.End, d.Word, marks)
		n = strip(d, n, marks)
		n = bodyAlone(d, n)
		if n.First < n.End && !isNoName(d, n, lists().mark(d, n.First, n.End, d.Word, marks)) && (len(out) == 0 || out[len(out)-1].End <= n.First) {
			out = append(out, n)
		}
	}
	return out
}

// wholeHyphens takes the rest of a hyphenated word into its name: "Kim Nam-guk".
func wholeHyphens(d *text.Document, n text.Name) text.Name {
	s := d.Sentences[d.Tokens[n.First].Sentence]
	for n.End+1 < s.End && d.Lower(n.End) == "-" && d.Tokens[n.End].Is(text.Glued) && d.Tokens[n.End+1].Is(text.Glued|text.Alpha) && n.Label == text.Person && !d.Tokens[n.End+1].Is(text.Capital) && !suffixWords[d.Lower(n.End+1)] {
		n.End += 2
	}
	return n
}

// suffixWords follow a name and a hyphen without being part of it: "Putin-led", "China-based".
var suffixWords = map[string]bool{"led": true, "based": true, "born": true, "era": true, "backed": true, "style": true, "run": true, "owned": true, "like": true, "controlled": true,
	"appointed": true, "linked": true, "inspired": true, "made": true, "aligned": true, "elect": true, "designate": true, "affiliated": true, "trained": true, "funded": true}

// strip takes titles and an article from the front and signs from the end.
func strip(d *text.Document, n text.Name, marks []mark) text.Name {
	first := n.First
	for n.First < n.End {
		m := marks[n.First-first]
		w := d.Lower(n.First)
		isTitle := n.Label == text.Person && n.End-n.First > 1 && m&(honorific|office|titleModifier) != 0 && m&(firstName|commonSurname) == 0
		if !isTitle && w != "the" && w != "a" && w != "an" && !d.Tokens[n.First].Is(text.Punct) {
			break
		}
		n.First++
	}
	switch n.Label {
	case text.Organization:
		if n.End-n.First > 1 && d.Tokens[n.First].Is(text.Digit) && len(d.Lower(n.First)) == 4 {
			n.First++ // "the 2015 National Assembly"
		}
		if n.End-n.First > 2 && marks[n.End-1-first]&month != 0 {
			n.End--
		}
	case text.Person:
		n = personAlone(d, n, marks[n.First-first:])
	}
	for n.End > n.First && (d.Tokens[n.End-1].Is(text.Punct) && d.Lower(n.End-1) != ")" || d.Lower(n.End-1) == "'s") {
		n.End--
	}
	return n
}

// personAlone takes a country or an acronym off the front of a full name: "RID Taweesak Chai", "Mongolia U. Khurelsukh".
func personAlone(d *text.Document, n text.Name, marks []mark) text.Name {
	if n.End-n.First < 2 {
		return n
	}
	t, next := &d.Tokens[n.First], &d.Tokens[n.First+1]
	acronym := n.End-n.First > 2 && t.Is(text.Upper) && len(t.Lower) < 6 && !next.Is(text.Upper) && !next.Is(text.Punct)
	country := marks[0]&countryName != 0 && marks[0]&(firstName|commonSurname|surname) == 0 && marks[1]&placeGoesOn == 0
	if (acronym || country) && next.Is(text.Capital) {
		n.First++
	}
	return n
}

// bodyAlone takes the position off the front of a body: "Director of the Health Bureau".
func bodyAlone(d *text.Document, n text.Name) text.Name {
	if n.Label != text.Organization {
		return n
	}
	word := func(i int) string { return unstopped(d.Lower(i)) }
	m, at := lists().lower.longest(word, n.First, n.End)
	for m&titleModifier != 0 && at < n.End {
		m, at = lists().lower.longest(word, at, n.End)
	}
	if m&office == 0 || m&bodyWord != 0 || at+1 >= n.End || d.Lower(at) != "of" && d.Lower(at) != "for" {
		return n
	}
	n.First = at + 1
	if d.Lower(n.First) == "the" && n.First+1 < n.End {
		n.First++
	}
	return n
}

// isNoName says whether a name is only a title, a demonym, a month or a word for any body.
func isNoName(d *text.Document, n text.Name, marks []mark) bool {
	all := ^mark(0)
	for _, m := range marks {
		all &= m
	}
	capital := false
	for i := n.First; i < n.End; i++ {
		capital = capital || d.Tokens[i].Is(text.Capital) || d.Tokens[i].Is(text.Digit)
	}
	switch {
	case !capital:
		return true
	case n.Label == text.Person:
		return all&(honorific|office|titleModifier) != 0 && all&(firstName|commonSurname) == 0 || all&demonym != 0
	case all&demonym != 0 && all&(countryName|place) == 0:
		return true
	case n.End-n.First == 1 && n.Label == text.Organization:
		return all&(office|honorific) != 0 && !d.Tokens[n.First].Is(text.Upper)
	}
	return false
}
