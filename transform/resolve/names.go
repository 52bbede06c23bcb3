package resolve

import (
	"strings"
	"sync"
	"unicode"

	"github.com/agnivade/levenshtein"
	"github.com/newsledger/newsledger/transform/lexicon"
	"golang.org/x/text/unicode/norm"
)

// plain writes a name as it is compared: lower case, no marks on letters, no punctuation, no leading article, single spaces.
func plain(name string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case r == '.' || r == '\'' || r == '’':
		default:
			space = true
		}
	}
	return strings.TrimPrefix(b.String(), "the ")
}

// legalForms are plain legal forms of firms, as the last words of a name.
var legalForms = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for suffix := range lexicon.Read("company_suffixes.tsv").Set() {
		m[plain(suffix)] = true
	}
	return m
})

// firmName is a body's plain name without the legal form at its end: "Fjord Bank ASA" is Fjord Bank.
func firmName(plainName string) string {
	words := strings.Fields(plainName)
	for n := min(3, len(words)-1); n > 0; n-- {
		if legalForms()[strings.Join(words[len(words)-n:], " ")] {
			return strings.Join(words[:len(words)-n], " ")
		}
	}
	return plainName
}

// romanised folds what spellings of one Asian, Slavic or Arabic name differ in: doubled letters, an h behind a stop, oo and u, ee and i, y and i.
func romanised(name string) string {
	s := romanisation.Replace(plain(name))
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// romanisation holds the pairs of spellings. Sources: the Royal Thai General System of Transcription against common practice, ALA-LC and BGN/PCGN
// tables for Thai, Khmer, Burmese, Russian and Arabic.
var romanisation = strings.NewReplacer("oo", "u", "ou", "u", "ee", "i", "ph", "p", "th", "t", "kh", "k", "bh", "b", "dh", "d", "gh", "g", "sh", "s", "ch", "c", "ck", "k", "q", "k", "y", "i", "w", "v", "x", "ks")

// skeleton is the block in which spellings of a name are compared: the first letter of each word and the first consonants of the last.
func skeleton(folded string) string {
	words := strings.Fields(folded)
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(w[0])
	}
	consonants := 0
	for _, r := range words[len(words)-1][1:] {
		if !strings.ContainsRune("aeiou", r) {
			b.WriteRune(r)
			if consonants++; consonants == 2 {
				break
			}
		}
	}
	return b.String()
}

// sameSpelling says whether two folded names of equally many words may be spellings of one: every word the same but for one letter in eight
// or the end of a long one, and no short word different.
func sameSpelling(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	letters := 0
	for i := range x {
		n := min(len(x[i]), len(y[i]))
		d := levenshtein.ComputeDistance(x[i], y[i])
		if d > 0 && n < 4 || d > max(1, n/5) {
			return false
		}
		letters += n
	}
	return letters >= 8
}

// ends keeps the first and last word of a name of more words when all between are initials: "john f kennedy" is "john kennedy".
func ends(plainName string) (string, bool) {
	words := strings.Fields(plainName)
	if len(words) < 3 {
		return "", false
	}
	for _, w := range words[1 : len(words)-1] {
		if len(w) > 1 {
			return "", false
		}
	}
	return words[0] + " " + words[len(words)-1], true
}
