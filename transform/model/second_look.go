package model

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// secondLook makes the names of an article agree: one string, one label; parts of a person's full name are persons; an acronym behind a
// name in brackets is labelled as that name; and what is a name in one place is one where the first look passed it over.
func secondLook(d *text.Document, names []text.Name) []text.Name {
	l := look{d: d, votes: map[string]*ballot{}, parts: map[string]bool{}, acronyms: map[string]text.Label{}}
	for _, n := range names {
		l.vote(n)
	}
	l.readAcronyms(names)
	for i := range names {
		l.relabel(&names[i])
	}
	return l.fill(names)
}

// ballot counts the labels that a string got.
type ballot struct {
	count [text.OtherName + 1]int
	first text.Label
}

func (b *ballot) winner() text.Label {
	best := b.first
	for l, n := range b.count {
		if n > b.count[best] {
			best = text.Label(l)
		}
	}
	return best
}

type look struct {
	d        *text.Document
	votes    map[string]*ballot    // by the name as written
	parts    map[string]bool       // first and last words of full names of persons
	acronyms map[string]text.Label // capitals in brackets behind a name
}

func (l *look) string(n text.Name) string { return l.d.Slice(n.First, n.End) }

func (l *look) vote(n text.Name) {
	s := l.string(n)
	b := l.votes[s]
	if b == nil {
		b = &ballot{first: n.Label}
		l.votes[s] = b
	}
	b.count[n.Label]++
	if size := n.End - n.First; n.Label == text.Person && size >= 2 && size <= 5 {
		l.addPart(n.First)
		l.addPart(n.End - 1)
		if size > 2 && l.d.Tokens[n.End-1].Is(text.Glued) { // "Kim Nam-guk", and "Nam-guk"
			l.addPart(n.First + 1)
		}
	}
}

func (l *look) addPart(i int) {
	if w := l.d.Word(i); l.d.Tokens[i].Is(text.Capital) && len(w) > 2 && !strings.HasSuffix(w, ".") {
		l.parts[w] = true
	}
}

// readAcronyms finds "Name of a Body (NB)".
func (l *look) readAcronyms(names []text.Name) {
	for _, n := range names {
		if n.End+2 >= len(l.d.Tokens) || l.d.Lower(n.End) != "(" || l.d.Lower(n.End+2) != ")" || !l.d.Tokens[n.End+1].Is(text.Capital) {
			continue
		}
		if w := l.d.Word(n.End + 1); n.Label != text.Person && isAcronym(w, l.string(n)) {
			l.acronyms[w] = n.Label
			if l.votes[w] == nil {
				l.votes[w] = &ballot{first: n.Label}
			}
			l.votes[w].count[n.Label] += 2
		}
	}
}

// isAcronym says whether most letters of w are first letters of name, in order.
func isAcronym(w, name string) bool {
	hits, k := 0, 0
	initials := strings.Builder{}
	for f := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		initials.WriteByte(f[0])
	}
	s := strings.ToLower(initials.String())
	for _, c := range []byte(strings.ToLower(w)) {
		if j := strings.IndexByte(s[k:], c); j >= 0 {
			hits++
			k += j + 1
		}
	}
	return len(w) >= 2 && hits*2 >= len(w) && strings.EqualFold(w[:1], name[:1])
}

func (l *look) relabel(n *text.Name) {
	s := l.string(*n)
	label, rule := l.votes[s].winner(), "names: most often in this article"
	switch a, ok := l.acronyms[s]; {
	case ok:
		label, rule = a, "names: acronym behind its name"
	case n.End-n.First == 1 && l.parts[s] && n.Label != text.Organization:
		label, rule = text.Person, "names: part of a full name"
	}
	if label != n.Label {
		n.Label, n.Rule = label, rule
	}
}

// fill adds the names that stand elsewhere in the article and were passed over here. A word that is also written in lower case, or that
// opens its sentence, is left alone.
func (l *look) fill(names []text.Name) []text.Name {
	d := l.d
	known := phrases{map[uint64]phraseStep{}}
	for _, n := range names {
		known.addTokens(d, n)
	}
	for w := range l.acronyms {
		known.steps[step(0, w)] = phraseStep{mark: 1, more: known.steps[step(0, w)].more}
	}
	lower := map[string]bool{}
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Is(text.Alpha) && !t.Is(text.Capital) {
			lower[t.Lower] = true
		}
	}
	out := make([]text.Name, 0, len(names)+8)
	k := 0
	for i := 0; i < len(d.Tokens); {
		if k < len(names) && names[k].First == i {
			out = append(out, names[k])
			i, k = names[k].End, k+1
			continue
		}
		stop := d.Sentences[d.Tokens[i].Sentence].End
		if k < len(names) {
			stop = min(stop, names[k].First)
		}
		end := i
		if d.Tokens[i].Is(text.Capital) {
			if _, end = known.longest(d.Word, i, stop); end > i {
				n := text.Name{First: i, End: end, Rule: "names: elsewhere in this article"}
				if l.passedOver(&n, lower) {
					out = append(out, n)
				} else {
					end = i
				}
			}
		}
		i = max(end, i+1)
	}
	return out
}

func (p phrases) addTokens(d *text.Document, n text.Name) {
	if n.End-n.First > maxPhrase {
		return
	}
	h := uint64(0)
	for i := n.First; i < n.End; i++ {
		h = step(h, d.Word(i))
		s := p.steps[h]
		if i == n.End-1 {
			s.mark = 1
		} else {
			s.more = true
		}
		p.steps[h] = s
	}
}

// passedOver says whether a string that is a name elsewhere is one here, and labels it. It stands apart from other capitals.
func (l *look) passedOver(n *text.Name, lower map[string]bool) bool {
	d := l.d
	b := l.votes[l.string(*n)]
	if b == nil || b.winner() == text.OtherName {
		return false
	}
	n.Label = b.winner()
	s := d.Sentences[d.Tokens[n.First].Sentence]
	if s.Heading || n.First > s.First && d.Tokens[n.First-1].Is(text.Capital) || n.End < s.End && d.Tokens[n.End].Is(text.Capital) {
		return false
	}
	if _, ok := l.acronyms[l.string(*n)]; ok || n.End-n.First > 1 {
		return true
	}
	return !lower[d.Lower(n.First)] && len(d.Lower(n.First)) > 2 && (n.First > s.First || b.count[n.Label] > 1)
}
