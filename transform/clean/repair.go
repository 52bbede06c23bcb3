package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxRounds is how often text may have been decoded wrongly one time upon the other; thrice has been seen on web pages.
const maxRounds = 4

// minFirm is how many places that can only be wrong decoding a text needs before doubtful places are repaired too.
const minFirm = 2

// repair reads UTF-8 that was taken for a single-byte encoding, place by place: correct text beside it stays. It finds the encoding that
// explains most places, repairs them, and looks again.
func (c *cleaned) repair() {
	if isASCII(c.text) {
		return
	}
	for range maxRounds {
		runes := []rune(c.text)
		runs := foreignRuns(runes)
		best, found := 0, []place(nil)
		for _, set := range charsets {
			places := set.places(runes, runs)
			if n := countFirm(places); n > best {
				best, found = n, places
			}
		}
		if best == 0 {
			return
		}
		c.apply(runes, found, best)
	}
}

// place is a character of UTF-8 that stands as several characters.
type place struct {
	at, n int  // characters of the text
	r     rune // what it was
	firm  bool // good text does not look like this
}

func countFirm(places []place) (n int) {
	for _, p := range places {
		if p.firm {
			n++
		}
	}
	return n
}

// apply puts the characters in their places, the doubtful ones only when enough of the others vouch for the encoding.
func (c *cleaned) apply(runes []rune, places []place, firm int) {
	var b strings.Builder
	b.Grow(len(c.text))
	at := 0
	for _, p := range places {
		if !p.firm && firm < minFirm {
			continue
		}
		for _, r := range runes[at:p.at] {
			b.WriteRune(r)
		}
		b.WriteRune(p.r)
		c.repaired++
		at = p.at + p.n
	}
	for _, r := range runes[at:] {
		b.WriteRune(r)
	}
	c.text = b.String()
}

// foreignRuns lists where two or more characters beyond ASCII stand side by side: from, to. Only there can UTF-8 have been.
func foreignRuns(s []rune) (runs [][2]int) {
	for i := 0; i < len(s); i++ {
		from := i
		for i < len(s) && s[i] >= utf8.RuneSelf {
			i++
		}
		if i-from >= 2 {
			runs = append(runs, [2]int{from, i})
		}
	}
	return runs
}

// places lists what reads as UTF-8 in this encoding, left to right.
func (c *charset) places(s []rune, runs [][2]int) []place {
	var all []place
	for _, run := range runs {
		for i := run[0]; i < run[1]; {
			r, n := c.read(s[i:run[1]])
			if n > 0 {
				all = append(all, place{at: i, n: n, r: r, firm: isLikely(r, n) && isOdd(s, i, n)})
			} else if r, n = c.readLost(s, i, all); n > 0 {
				all = append(all, place{at: i, n: n, r: r})
			}
			i += max(n, 1)
		}
	}
	confirmRuns(all)
	return all
}

// confirmRuns makes a run of characters of one foreign script firm when it is long: three of two bytes each (Cyrillic, Greek), or two
// of three bytes (Thai, Khmer, Chinese) of which one is odd. A single foreign letter is none.
func confirmRuns(all []place) {
	for i := 0; i < len(all); {
		j, odd := i, false
		for ; j < len(all) && (j == i || all[j].at == all[j-1].at+all[j-1].n) && all[j].n == all[i].n && scriptOf(all[j].r) == scriptOf(all[i].r); j++ {
			odd = odd || all[j].firm
		}
		if s := scriptOf(all[i].r); s != nil && s != unicode.Latin {
			long := all[i].n == 2 && j-i >= 3 || all[i].n == 3 && j-i >= 2 && odd
			for k := i; k < j; k++ {
				all[k].firm = long
			}
		}
		i = max(j, i+1)
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
