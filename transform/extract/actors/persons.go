package actors

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// persons makes actors of people: names of several words first, the longer before the shorter, so that a short one ("Abdel-Fattah") finds all
// whom it may mean and ties none of them to another; then surnames and given names of those already named.
func (f *finder) persons() {
	x := people{byLetter: map[byte][]int{}, byPart: map[string][]int{}, byText: map[string]int{}, last: map[int]int{}}
	for _, k := range f.fullNames() {
		n := &f.namings[k]
		parts := nameParts(n.text)
		if n.actor = x.same(n, parts); n.actor < 0 {
			n.actor = f.enter(n)
			f.cast[n.actor].kind = "person"
		}
		f.noteAddress(n)
		x.add(n, parts)
	}
	for k := range f.namings {
		n := &f.namings[k]
		if n.label != text.Person {
			continue
		}
		if n.actor < 0 {
			n.actor = f.partOf(&x, n)
		}
		if n.actor < 0 {
			n.actor = f.enter(n)
			f.cast[n.actor].kind = "person"
			x.add(n, nameParts(n.text))
		}
		f.noteAddress(n)
		x.last[n.actor] = n.first
	}
}

// fullNames are the namings of people by several words: those of more words first, of equal ones in the order of the text.
func (f *finder) fullNames() []int {
	var all []int
	for k := range f.namings {
		if n := &f.namings[k]; n.label == text.Person && n.actor < 0 && strings.Contains(n.text, " ") {
			all = append(all, k)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int {
		return len(nameParts(f.namings[b].text)) - len(nameParts(f.namings[a].text))
	})
	return all
}

// people are the names of persons met so far.
type people struct {
	names    []personName
	byLetter map[byte][]int   // first letter of the first part to names
	byPart   map[string][]int // part of a name to names
	byText   map[string]int   // name as written to its actor
	last     map[int]int      // actor to the token of his last naming so far
}

type personName struct {
	parts  []string
	first  int // token
	actor  int
	joined string
	sex    byte // as the first name says, 0 unknown
}

func (x *people) add(n *naming, parts []string) {
	if _, known := x.byText[n.text]; known || len(parts) == 0 {
		return
	}
	x.byText[n.text] = n.actor
	k := len(x.names)
	x.names = append(x.names, personName{parts, n.first, n.actor, strings.Join(parts, " "), sexOfName(n.text)})
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
func (x *people) same(n *naming, parts []string) int {
	if a, ok := x.byText[n.text]; ok {
		return a
	}
	if len(parts) == 0 {
		return -1
	}
	best := nearest{actor: -1, to: n.first}
	for _, block := range [][]int{x.byLetter[parts[0][0]], x.byPart[parts[len(parts)-1]]} {
		for _, k := range block {
			o := &x.names[k]
			if sameName(parts, o.parts) && !(len(parts) == len(o.parts) && otherSex(sexOfName(n.text), o.sex)) {
				best.offer(o.actor, o.first, closeness(o, parts))
			}
		}
	}
	return best.actor
}

// partOf finds the person whose surname or given name n is, and whom its title fits: the one named last before it, else the first behind. -1
// for none.
func (f *finder) partOf(x *people, n *naming) int {
	parts := nameParts(n.text)
	best := nearest{actor: -1, to: n.first}
	for _, k := range x.byPart[strings.Join(parts, " ")] {
		o := &x.names[k]
		at, named := x.last[o.actor]
		if !named {
			at = o.first
		}
		if f.fits(n, o) {
			best.offer(o.actor, at, closeness(o, parts))
		}
	}
	return best.actor
}

// closeness says how a short name belongs to a longer one: all of it, its end, its beginning, something inside.
func closeness(o *personName, parts []string) int {
	w := strings.Join(parts, " ")
	switch {
	case w == o.joined:
		return 4
	case strings.HasSuffix(o.joined, " "+w):
		return 3
	case strings.HasPrefix(o.joined, w+" "):
		return 2
	}
	return 1
}

// nearest is the best of the persons that a short name may mean.
type nearest struct {
	to      int // token of the short name
	actor   int
	quality int
	first   int
}

// offer takes a person named at a token before the short name when the best so far is not, one whose name it belongs to more closely, and of
// equals the last before or the first behind.
func (b *nearest) offer(actor, first, closeness int) {
	q := closeness
	if first < b.to {
		q += 10
	}
	if b.actor < 0 || q > b.quality || q == b.quality && (first < b.to) == (first > b.first) {
		b.actor, b.quality, b.first = actor, q, first
	}
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
