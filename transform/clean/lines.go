package clean

import (
	"strings"
	"unicode"
)

// line is one line of the text, without the line end.
type line struct {
	text string
	gone bool // to be removed with its line end
}

func splitLines(s string) []line {
	parts := strings.Split(s, "\n")
	all := make([]line, len(parts))
	for i, p := range parts {
		all[i].text = p
	}
	return all
}

// keep joins the lines that are not gone. Where lines went, one blank line stays at most.
func (c *cleaned) keep(lines []line) {
	before := len(lines)
	kept := make([]string, 0, before)
	cut := false
	for _, l := range lines {
		switch blank := strings.TrimSpace(l.text) == ""; {
		case l.gone:
			cut = true
			continue
		case blank && cut && (len(kept) == 0 || strings.TrimSpace(kept[len(kept)-1]) == ""):
			continue
		case !blank:
			cut = false
		}
		kept = append(kept, l.text)
	}
	if len(kept) == before {
		return
	}
	if cut { // the end is gone: no blank lines behind
		for len(kept) > 0 && strings.TrimSpace(kept[len(kept)-1]) == "" {
			kept = kept[:len(kept)-1]
		}
	}
	c.setText(strings.Join(kept, "\n"))
}

// setText replaces the text and counts what went.
func (c *cleaned) setText(s string) {
	c.removed += max(0, countRunes(c.text)-countRunes(s))
	c.text = s
}

func countRunes(s string) (n int) {
	for range s {
		n++
	}
	return n
}

// squash keeps the letters and digits of s in lower case: what two copies of one text have in common whatever their layout.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && r > 0x2FF && r < 0xFE00 {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
