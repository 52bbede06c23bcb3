package clean

import "unicode/utf8"

// Windows-1252 has no character for the bytes 81, 8D, 8F, 90 and 9D; programs drop them, or put U+FFFD. Of the characters that end in one
// of them three are frequent: the variation selector behind emoji, the joiner between emoji, the closing quotation mark.

// guesses are the most frequent emoji (emojitracker.com counts) among those that share all bytes but the lost one.
const guesses = "🌍🎁🏁👍📍🔍😍🙏🚁🛍🤝🧐"

// readLost reads the character that s[i:] begins with and that lost its last byte; before are the places found so far. It returns its
// length in characters of s, 0 when there is none or it cannot be told.
func (c *charset) readLost(s []rune, i int, before []place) (r rune, n int) {
	switch rest := s[i:]; {
	case c.begins(rest, 0xEF, 0xB8) && followsEmoji(before, i):
		r, n = '\uFE0F', 2
	case c.begins(rest, 0xE2, 0x80) && followsEmoji(before, i):
		if next, k := c.read(s[min(i+2, len(s)-1):]); k == 0 || !isEmoji(next) {
			return 0, 0
		}
		r, n = '\u200D', 2
	case c.begins(rest, 0xE2, 0x80):
		r, n = '”', 2
	case len(rest) >= 3 && c.begins(rest, 0xF0, 0x9F):
		for _, g := range guesses {
			var buf [4]byte
			if utf8.EncodeRune(buf[:], g); c.has(rest[2], buf[2]) {
				r, n = g, 3
			}
		}
	}
	if n > 0 && i+n < len(s) && s[i+n] == utf8.RuneError {
		n++
	}
	return r, n
}

// begins says whether s begins with characters for these two bytes.
func (c *charset) begins(s []rune, a, b byte) bool {
	return len(s) >= 2 && c.has(s[0], a) && c.has(s[1], b)
}

func (c *charset) has(r rune, b byte) bool {
	for _, x := range c.bytes[r] {
		if x == b {
			return true
		}
	}
	return false
}

// followsEmoji says whether an emoji that was repaired, or its variation selector, ends at i.
func followsEmoji(before []place, i int) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return last.at+last.n == i && (isEmoji(last.r) || last.r == '\uFE0F')
}

func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2190 && r <= 0x21FF || r >= 0x2300 && r <= 0x27BF && r != '™' || r >= 0x2B00 && r <= 0x2B5F
}
