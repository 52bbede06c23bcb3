package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form in which names are looked up: lower case, without accents, apostrophes and full stops, hyphens and any white space
// as one space, "St" at the front as "saint". "Sa Kaeo", "U.S." and "O'Smach" become "sa kaeo", "us" and "osmach". It forgets capitals, so
// that "US" and "us" are one: the caller compares the words when that matters.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if !ascii {
		s = norm.NFD.String(s)
	}
	b := make([]byte, 0, len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == '-' || r == '‐' || r == '–':
			space = len(b) > 0
			continue
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '.' || r >= 0x80 && unicode.Is(unicode.Mn, r):
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		b = appendPlain(b, unicode.ToLower(r))
	}
	folded := string(b)
	if rest, ok := strings.CutPrefix(folded, "st "); ok {
		return "saint " + rest
	}
	return folded
}

// appendPlain appends r, or the letters that English writes for one that has no accent to take off.
func appendPlain(b []byte, r rune) []byte {
	switch r {
	case 'ł':
		return append(b, 'l')
	case 'ø':
		return append(b, 'o')
	case 'đ', 'ð':
		return append(b, 'd')
	case 'ı':
		return append(b, 'i')
	case 'ß':
		return append(b, "ss"...)
	case 'æ':
		return append(b, "ae"...)
	case 'œ':
		return append(b, "oe"...)
	}
	return utf8.AppendRune(b, r)
}
