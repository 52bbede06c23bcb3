package clean

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charset maps characters back to the bytes that a single-byte encoding has for them, the encoding's own byte first.
type charset struct {
	name  string
	bytes map[rune][]byte
}

// charsets are the encodings that UTF-8 is most often taken for; of two that explain a text equally well the earlier wins.
var charsets = []*charset{
	charsetOf("windows-1252", charmap.Windows1252), charsetOf("ISO 8859-13", charmap.ISO8859_13), charsetOf("windows-1250", charmap.Windows1250),
	charsetOf("windows-1251", charmap.Windows1251), charsetOf("windows-1253", charmap.Windows1253), charsetOf("windows-1254", charmap.Windows1254),
	charsetOf("windows-1255", charmap.Windows1255), charsetOf("windows-1256", charmap.Windows1256), charsetOf("windows-1257", charmap.Windows1257),
	charsetOf("windows-1258", charmap.Windows1258), charsetOf("Macintosh", charmap.Macintosh), charsetOf("ISO 8859-1", charmap.ISO8859_1),
	charsetOf("ISO 8859-2", charmap.ISO8859_2), charsetOf("ISO 8859-3", charmap.ISO8859_3), charsetOf("ISO 8859-4", charmap.ISO8859_4),
	charsetOf("ISO 8859-5", charmap.ISO8859_5), charsetOf("ISO 8859-6", charmap.ISO8859_6), charsetOf("ISO 8859-7", charmap.ISO8859_7),
	charsetOf("ISO 8859-8", charmap.ISO8859_8), charsetOf("ISO 8859-9", charmap.ISO8859_9), charsetOf("ISO 8859-10", charmap.ISO8859_10),
	charsetOf("ISO 8859-14", charmap.ISO8859_14), charsetOf("ISO 8859-15", charmap.ISO8859_15), charsetOf("ISO 8859-16", charmap.ISO8859_16),
	charsetOf("IBM 437", charmap.CodePage437), charsetOf("IBM 850", charmap.CodePage850),
}

// charsetOf inverts an encoding. Bytes 80 to 9F that it leaves to control characters may also have been read as Windows-1252, as
// browsers do (WHATWG Encoding), or as the control characters; bytes that it does not know at all, as those of ISO 8859-1.
func charsetOf(name string, m *charmap.Charmap) *charset {
	c := &charset{name, map[rune][]byte{}}
	add := func(r rune, b int) {
		if r != utf8.RuneError && r >= 0x80 && len(c.bytes[r]) < 2 {
			c.bytes[r] = append(c.bytes[r], byte(b))
		}
	}
	for b := 0xFF; b >= 0x80; b-- {
		if r := m.DecodeByte(byte(b)); !unicode.IsControl(r) {
			add(r, b)
		}
	}
	for b := 0x80; b <= 0xFF; b++ {
		r := m.DecodeByte(byte(b))
		if b <= 0x9F && (unicode.IsControl(r) || r == utf8.RuneError) {
			add(charmap.Windows1252.DecodeByte(byte(b)), b)
		}
		if b <= 0x9F || r == utf8.RuneError {
			add(rune(b), b)
		}
	}
	return c
}

// read decodes the character that s begins with as UTF-8 whose bytes c turned into characters. It returns its length in characters, 0
// when there is none. Where a character of s stands for two bytes, the likelier result wins.
func (c *charset) read(s []rune) (r rune, n int) {
	for _, lead := range c.bytes[s[0]] {
		size := utf8Size(lead)
		if size == 0 || size > len(s) {
			continue
		}
		buf := [4]byte{lead}
		if got := c.tail(s[:size], buf[:size], 1); got != 0 && (n == 0 || rank(got) > rank(r)) {
			r, n = got, size
		}
	}
	return r, n
}

// tail tries the bytes of s[k:] and returns the best character, 0 for none.
func (c *charset) tail(s []rune, buf []byte, k int) (best rune) {
	if k == len(buf) {
		if r, n := utf8.DecodeRune(buf); n == len(buf) && r != utf8.RuneError && rank(r) > 0 {
			return r
		}
		return 0
	}
	for _, b := range c.bytes[s[k]] {
		if buf[k] = b; b&0xC0 == 0x80 {
			if r := c.tail(s, buf, k+1); r != 0 && (best == 0 || rank(r) > rank(best)) {
				best = r
			}
		}
	}
	return best
}

func utf8Size(lead byte) int {
	switch {
	case lead >= 0xC2 && lead <= 0xDF:
		return 2
	case lead >= 0xE0 && lead <= 0xEF:
		return 3
	case lead >= 0xF0 && lead <= 0xF4:
		return 4
	}
	return 0
}

// commonMarks are the characters beyond ASCII that English news holds most, joiners of emoji, and letters that differ only in a character
// of two bytes from one that is rare: ń from ť, œ from Ŵ.
const commonMarks = "–—‘’“”•…€™£éńœšĄēġ\u00a0\u200d\ufe0f"

// commonEmoji are those which differ from another emoji only in a character that two bytes of ISO 8859-13 share; they are the more
// frequent of the two (emojitracker.com counts).
const commonEmoji = "😄😴😔💥🤔💔💓🎄🎓🏡🌴🙄🦄📄🔥🔴🔔🛡🤓📡🌡🎥👔👓🚓🚔🏥🏴"

// rank says how likely a repaired text holds r: 3 common, 2 a letter or emoji, 1 another sign, 0 none.
func rank(r rune) int {
	switch {
	case inString(commonMarks, r), r > 0xFFFF && inString(commonEmoji, r):
		return 3
	case r >= 0x1F300 && r <= 0x1FAFF, unicode.IsLetter(r):
		return 2
	case unicode.IsGraphic(r), unicode.Is(unicode.Cf, r), r >= 0x80 && r <= 0x9F: // the last are on the way back from two wrong decodings
		return 1
	}
	return 0
}

func inString(s string, r rune) bool {
	for _, x := range s {
		if x == r {
			return true
		}
	}
	return false
}
