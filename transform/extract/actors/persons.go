package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// persons makes actors of people: full names first, then surnames and given names of those already named.
func (f *finder) persons() {
	x := people{byLetter: map[byte][]int{}, byPart: map[string][]int{}, byText: map[string]int{}}
	for k := range f.namings {
		n := &f.namings[k]
		if n.label != text.Person || n.actor >= 0 || n.end-n.first < 2 {
			continue
		}
		parts := nameParts(n.text)
		if n.actor = x.same(n.text, parts); n.actor < 0 {
			n.actor = f.enter(n)
			f.cast[n.actor].kind = "person"
		}
		x.add(n, parts)
	}
	for k := range f.namings {
		n := &f.namings[k]
		if n.label != text.Person || n.actor >= 0 {
			continue
		}
		if n.actor = x.partOf(n); n.actor < 0 {
			n.actor = f.enter(n)
			f.cast[n.actor].kind = "person"
			x.add(n, nameParts(n.text))
		}
	}
}

// people are the names of persons met so far.
type people struct {
	names    []personName
	byLetter map[byte][]int   // first letter of the first part to names
	byPart   map[string][]int // part of a name to names
	byText   map[string]int   // name as written to its actor
}

type personName struct {
	parts  []string
	first  int // token
	actor  int
	joined string
}

func (x *people) add(n *naming, parts []string) {
	if _, known := x.byText[n.text]; known || len(parts) == 0 {
		return
	}
	x.byText[n.text] = n.actor
	k := len(x.names)
	x.names = append(x.names, personName{parts, n.first, n.actor, strings.Join(parts, " ")})
	x.byLetter[parts[0][0]] = append(x.byLetter[parts[0][0]], k)
	for i, w := range parts {
		x.byPart[w] = append(x.byPart[w], k)
		if i > 0 && i < len(parts)-1 { // surnames of two words: "al Barnawi"
			rest := strings.Join(parts[i:], " ")
			x.byPart[rest] = append(x.byPart[rest], k)
		}
	}
}

// same finds the actor whose full name this is another form or spelling of, -1 for none.
func (x *people) same(name string, parts []string) int {
	if a, ok := x.byText[name]; ok {
		return a
	}
	if len(parts) == 0 {
		return -1
	}
	for _, k := range x.byLetter[parts[0][0]] {
		if sameName(parts, x.names[k].parts) {
			return x.names[k].actor
		}
	}
	for _, k := range x.byPart[parts[len(parts)-1]] {
		if sameName(parts, x.names[k].parts) {
			return x.names[k].actor
		}
	}
	return -1
}

// partOf finds the person whose surname or given name n is: the one named last before it, else the first behind. -1 for none.
func (x *people) partOf(n *naming) int {
	w := strings.Join(nameParts(n.text), " ")
	best, quality := -1, 0
	for _, k := range x.byPart[w] {
		o := &x.names[k]
		q := 2
		switch {
		case w == o.joined:
			q = 5
		case strings.HasSuffix(o.joined, " "+w):
			q = 4
		case w == o.parts[0]:
			q = 3
		}
		if o.first < n.first {
			q += 10
		}
		if q >= quality && !(q == quality && o.first > n.first) { // names are in the order of the text: the last before wins
			best, quality = o.actor, q
		}
	}
	return best
}

// nameParts are the words of a person's name, folded, without initials' stops and generation marks.
func nameParts(s string) []string {
	parts := strings.Fields(text.Fold(s))
	for len(parts) > 1 {
		switch parts[len(parts)-1] {
		case "jr", "sr", "ii", "iii", "iv", ",":
			parts = parts[:len(parts)-1]
			continue
		}
		break
	}
	return parts
}

// sameName says whether two full names are one person's within an article: equal words, words left out in the middle or at the front
// with first or last word kept, or spellings of each other.
func sameName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) {
		return spelling(a, b)
	}
	if len(a) < 2 {
		return false
	}
	k := 0
	for _, w := range b {
		if k < len(a) && (a[k] == w || len(a[k]) == 1 && a[k][0] == w[0]) {
			k++
		}
	}
	return k == len(a) && (a[0] == b[0] || a[len(a)-1] == b[len(b)-1])
}

// spelling says whether names of equal length differ by little: one word apart, and that by a letter or two, or by another way of
// writing the same sounds. "Hun Manet" and "Hun Sen" are two.
func spelling(a, b []string) bool {
	differ := 0
	for i := range a {
		if a[i] == b[i] || len(a[i]) == 1 && a[i][0] == b[i][0] || len(b[i]) == 1 && a[i][0] == b[i][0] {
			continue
		}
		differ++
		allowed := 1
		if n := min(len(a[i]), len(b[i])); n >= 8 {
			allowed = 4
		} else if n >= 6 {
			allowed = 2
		} else if n < 4 {
			return false
		}
		if distance(a[i], b[i]) > allowed || a[i][0] != b[i][0] {
			return false
		}
	}
	return differ <= 2
}

// distance is the number of letters to insert, take away or change (Levenshtein). Names are short.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 0; i < len(a); i++ {
		last := row[0]
		row[0]++
		for j := 0; j < len(b); j++ {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
