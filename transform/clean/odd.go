package clean

import (
	"unicode"
)

// isLikely says whether a character r that took n characters is one that news in any language holds: marks, money signs, emoji,
// letters of living scripts. Without it "ā”…" at a Latvian sentence's end would become a box.
func isLikely(r rune, n int) bool {
	switch {
	case n == 2:
		return r >= 0x80 && r <= 0x17F || r >= 0x218 && r <= 0x21B || r == 0x1A0 || r == 0x1A1 || r == 0x1AF || r == 0x1B0 || scriptOf(r) != nil && scriptOf(r) != unicode.Latin
	case n == 4:
		return r >= 0x1F000 && r <= 0x1FBFF || r >= 0x20000 && r <= 0x2FFFF || r >= 0xE0020 && r <= 0xE007F
	}
	for _, span := range marks {
		if r >= span[0] && r <= span[1] {
			return true
		}
	}
	return scriptOf(r) != nil
}

// marks are the ranges of signs that three bytes of UTF-8 write and news holds. Boxes, Braille and circled letters are left out.
var marks = [][2]rune{{0x200B, 0x2027}, {0x202F, 0x203A}, {0x2070, 0x209C}, {0x20A0, 0x20C0}, {0x2116, 0x2122}, {0x2150, 0x21FF}, {0x2200, 0x22FF}, {0x2300, 0x23FF},
	{0x25A0, 0x27BF}, {0x2B00, 0x2B5F}, {0x3000, 0x303F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFF00, 0xFFEF}, {0xFFFC, 0xFFFD}}

// scripts are those in which names and words stand in news.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Han, unicode.Thai, unicode.Khmer, unicode.Myanmar, unicode.Lao,
	unicode.Arabic, unicode.Hebrew, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Telugu,
	unicode.Sinhala, unicode.Ethiopic, unicode.Georgian, unicode.Armenian, unicode.Gurmukhi, unicode.Gujarati, unicode.Malayalam, unicode.Kannada}

// scriptOf returns the script of a letter or of a mark that belongs to one, nil for others.
func scriptOf(r rune) *unicode.RangeTable {
	for _, s := range scripts {
		if unicode.Is(s, r) {
			return s
		}
	}
	return nil
}

// isOdd says whether characters at to at+n of s cannot be good text: a control character; a letter with a sign or opening mark right
// behind it; a capital behind a small letter; two scripts in one word; a mark between letters. A letter that a closing mark follows is
// not odd: "Ā©", "irmã”…", "SÃO".
func isOdd(s []rune, at, n int) bool {
	seq := s[at : at+n]
	var before, after rune
	if at > 0 {
		before = s[at-1]
	}
	if at+n < len(s) {
		after = s[at+n]
	}
	if n == 2 {
		return isOddPair(before, seq[0], seq[1], after)
	}
	if unicode.IsLetter(before) && isOpening(seq[0]) {
		return true
	}
	for i := 1; i < n; i++ {
		a, b := seq[i-1], seq[i]
		if unicode.IsControl(b) || unicode.IsSymbol(b) || oddLetters(a, b) || unicode.IsLetter(a) && isOpening(b) && i+1 < n {
			return true
		}
	}
	last := seq[n-1]
	if i := firstMark(seq); i > 0 && unicode.IsLetter(seq[i-1]) && (i+1 < n && unicode.IsLetter(seq[i+1]) || i+1 == n && unicode.IsLetter(after)) {
		return true
	}
	return isMark(last) && unicode.IsLetter(after) && unicode.IsLetter(seq[0])
}

// isOddPair is isOdd for the two characters of a Latin letter or sign.
func isOddPair(before, a, b, after rune) bool {
	switch {
	case unicode.IsControl(b):
		return true
	case !unicode.IsLetter(a): // "caf√©"
		return unicode.IsLetter(before) && unicode.IsSymbol(a)
	case unicode.IsLower(before) && unicode.IsUpper(a): // "cafÃ©"
		return true
	case unicode.IsLetter(b): // "ĆŽ": another charset's word
		return false
	case isMark(b) && unicode.IsLower(after) && !unicode.IsUpper(before): // "Ã©tat"
		return true
	}
	// "Â©", "Â£5", "Ã ": no word is "Â", and hardly one "Ã". Not so the capitals that other encodings have here.
	return (a == 'Â' || a == 'Ã') && !unicode.IsLetter(before) && (!isClosing(b) || b == 0xA0)
}

// oddLetters says whether two letters do not stand side by side in a word: capital behind small, or of two scripts.
func oddLetters(a, b rune) bool {
	if !unicode.IsLetter(a) || !unicode.IsLetter(b) {
		return false
	}
	return unicode.IsLower(a) && unicode.IsUpper(b) || scriptOf(a) != scriptOf(b) && b != 'º' && b != 'ª'
}

// firstMark is the place of the first sign or punctuation of s that does not join words, -1 for none.
func firstMark(s []rune) int {
	for i, r := range s {
		if isMark(r) {
			return i
		}
	}
	return -1
}

// isMark says whether r is a sign or punctuation that does not stand inside words.
func isMark(r rune) bool {
	switch r {
	case '’', '‘', '´', '·', '–', '—', '\u00ad':
		return false
	}
	return unicode.IsSymbol(r) || unicode.IsPunct(r)
}

func isOpening(r rune) bool {
	switch r {
	case '‚', '„', '‹', '«', '¿', '¡':
		return true
	}
	return false
}

func isClosing(r rune) bool {
	switch r {
	case '”', '’', '“', '‘', '»', '›', '…', '–', '—', '·', '\u00a0', '†', '‡', '•':
		return true
	}
	return false
}
