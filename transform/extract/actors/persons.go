package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// persons makes actors of people: full names first, then surnames and given names of those already named.
func (f *finder) persons() {
	var full []int // namings that opened an actor
	for k := range f.namings {
		n := &f.namings[k]
		if n.label != text.Person || n.actor >= 0 || n.end-n.first < 2 {
			continue
		}
		if j := f.samePerson(n, full); j >= 0 {
			n.actor = f.namings[j].actor
			continue
		}
		n.actor = f.enter(n)
		f.cast[n.actor].kind = "person"
		full = append(full, k)
	}
	for k := range f.namings {
		n := &f.namings[k]
		if n.label != text.Person || n.actor >= 0 {
			continue
		}
		if j := f.partOf(k, full); j >= 0 {
			n.actor = f.namings[j].actor
			continue
		}
		n.actor = f.enter(n)
		f.cast[n.actor].kind = "person"
		full = append(full, k)
	}
}

// samePerson finds the full name among those given that n is another form or spelling of, -1 for none.
func (f *finder) samePerson(n *naming, full []int) int {
	for _, j := range full {
		if sameName(nameParts(n.text), nameParts(f.namings[j].text)) {
			return j
		}
	}
	return -1
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

// partOf finds the person whose surname or given name naming k is: the one named last before it, else the only one behind. -1 for none.
func (f *finder) partOf(k int, full []int) int {
	n := &f.namings[k]
	w := text.Fold(n.text)
	best, quality := -1, 0
	for _, j := range full {
		o := &f.namings[j]
		parts := nameParts(o.text)
		q := 0
		switch {
		case len(parts) < 2 && w != parts[0]:
		case w == strings.Join(parts, " "):
			q = 5
		case w == parts[len(parts)-1]:
			q = 4
		case strings.HasSuffix(strings.Join(parts, " "), " "+w):
			q = 4
		case w == parts[0]:
			q = 3
		case strings.Contains(" "+strings.Join(parts, " ")+" ", " "+w+" "):
			q = 2
		}
		if q == 0 {
			continue
		}
		if q += 10 * btoi(o.first < n.first); q >= quality { // full is in the order of the text: the last wins
			best, quality = j, q
		}
	}
	return best
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
