package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokens cuts bytes from to to of the text into tokens and appends them.
func (d *Document) tokens(from, to int) {
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(d.Text[i:to])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + tokenLen(d.Text[i:to], r, size, i > from && endsIn(d.Text[from:i], currencySigns))
		d.add(i, end)
		i = end
	}
}

func (d *Document) add(from, to int) {
	w := d.Text[from:to]
	t := Token{From: from, To: to, Lower: straight(strings.ToLower(w)), Shape: shapeOf(w)}
	if from > 0 && len(d.Tokens) > 0 && d.Tokens[len(d.Tokens)-1].To == from {
		t.Shape |= Glued
	}
	d.Tokens = append(d.Tokens, t)
}

const currencySigns = "$€£¥₩₹฿₫₱₽₺₪៛₦₴"

// tokenLen returns the length in bytes of the token that s begins with; r is its first rune.
func tokenLen(s string, r rune, size int, afterCurrency bool) int {
	switch {
	case isAddress(s):
		return addressLen(s)
	case (r == '#' || r == '@') && len(s) > size && isWordRune(rune(s[size])):
		return size + runLen(s[size:], func(r rune) bool { return isWordRune(r) || r == '_' })
	case unicode.IsDigit(r):
		return numberLen(s)
	case r == '\'' || r == '’':
		return apostropheLen(s, size)
	case isWordRune(r):
		return wordLen(s, afterCurrency)
	case r == '.' || r == '`' || r == '-' || r == '*' || r == '=' || r == '_' || r == '~' || r == '!' || r == '?':
		return runLen(s, func(x rune) bool { return x == r })
	case isPictograph(r):
		return runLen(s, isPictograph)
	default:
		return size
	}
}

func runLen(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

// isWordRune says whether r belongs inside a word: letters with their marks, digits. Private-use and joiner characters are not.
func isWordRune(r rune) bool {
	return r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') || r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isPictograph(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r == 0x200D || r == 0xFE0F || r >= 0xE0020 && r <= 0xE007F
}

// maxHost is how far an address is looked for, in bytes: a host name has at most 253 characters (RFC 1035). It keeps Split linear.
const maxHost = 256

// isAddress says whether s begins with a URL, an e-mail address or a host name.
func isAddress(s string) bool {
	s = s[:min(len(s), maxHost)]
	if l := strings.ToLower(s[:min(len(s), 8)]); strings.HasPrefix(l, "http://") || strings.HasPrefix(l, "https://") || strings.HasPrefix(l, "www.") {
		return true
	}
	run := s[:runLen(s, func(r rune) bool {
		return r < 0x80 && isWordRune(r) || r == '.' || r == '-' || r == '@' || r == '_' || r == '+'
	})]
	run = strings.TrimRight(run, ".-")
	if at := strings.IndexByte(run, '@'); at > 0 && strings.IndexByte(run[at:], '.') > 1 {
		return true
	}
	dot := strings.LastIndexByte(run, '.')
	return dot > 1 && hostEndings[run[dot+1:]] && !strings.ContainsAny(run, "@_+")
}

// hostEndings are the top-level domains by which a bare host name is recognised.
var hostEndings = map[string]bool{"com": true, "org": true, "net": true, "gov": true, "edu": true, "info": true, "int": true, "mil": true, "biz": true, "uk": true, "au": true, "th": true, "kh": true, "cn": true, "ca": true, "nz": true, "za": true}

func addressLen(s string) int {
	n := runLen(s, func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("<>\"“”", r) })
	for n > 1 && strings.IndexByte(".,;:!?)]'*", s[n-1]) >= 0 {
		n--
	}
	return n
}

// numberLen takes digits with their group and decimal marks ("1,000", "12.5", "1990s", "2nd"); other letters behind begin a new token ("1.76" "bn").
func numberLen(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if unicode.IsDigit(r) {
			n += size
		} else if (r == ',' || r == '.') && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9' {
			n++
		} else {
			break
		}
	}
	letters := runLen(s[n:], isWordRune)
	switch strings.ToLower(s[n : n+letters]) {
	case "st", "nd", "rd", "th", "s":
		return n + letters
	}
	return n
}

// clitics are split from the word before them.
var clitics = map[string]bool{"s": true, "ll": true, "re": true, "ve": true, "d": true, "m": true}

// apostropheLen takes a clitic with its apostrophe ("'s", "’ll"), or the mark alone.
func apostropheLen(s string, size int) int {
	if strings.HasPrefix(s, "''") {
		return 2
	}
	letters := runLen(s[size:], isWordRune)
	if clitics[strings.ToLower(s[size:size+letters])] {
		return size + letters
	}
	return size
}

// wordLen takes a word: letters, digits and marks, an inner apostrophe ("O'Brien", but not a clitic), the full stops of initials and
// abbreviations ("U.S.", "Lt."), and a currency sign behind country letters ("US$").
func wordLen(s string, afterCurrency bool) int {
	if n := initialsLen(s); n > 0 {
		return n
	}
	n := runLen(s, func(r rune) bool { return isWordRune(r) && !(afterCurrency && unicode.IsDigit(r)) })
	if k := currencyPrefix(s[:n]); k > 0 {
		return k
	}
	for _, mark := range []string{"'", "’"} {
		if strings.HasPrefix(s[n:], mark) {
			letters := runLen(s[n+len(mark):], isWordRune)
			rest := strings.ToLower(s[n+len(mark) : n+len(mark)+letters])
			switch {
			case rest == "t" && n > 1 && strings.ToLower(s[n-1:n]) == "n": // "did" "n't"
				return n - 1
			case rest != "" && !clitics[rest]:
				n += len(mark) + letters
			}
		}
	}
	if n == 1 && (s[0] == 'n' || s[0] == 'N') && negation(s) > 0 {
		return negation(s)
	}
	if strings.HasPrefix(s[n:], "$") && n <= 3 && s[:n] == strings.ToUpper(s[:n]) {
		return n + 1
	}
	if strings.HasPrefix(s[n:], ".") {
		switch abbreviations[strings.ToLower(s[:n])] {
		case 0:
		case 'n': // "No. 5", but "He said no."
			if rest := strings.TrimPrefix(s[n+1:], " "); s[0] == 'N' && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
				return n + 1
			}
		default:
			return n + 1
		}
	}
	return n
}

// negation is the length of "n't" at the start of s, 0 without it.
func negation(s string) int {
	for _, form := range []string{"n't", "n’t"} {
		if len(s) >= len(form) && strings.EqualFold(s[:len(form)], form) {
			return len(form)
		}
	}
	return 0
}

// initialsLen takes "U.S.", "a.m.", "Ph.D.", and a single initial before a name ("J. Smith").
func initialsLen(s string) int {
	n := 0
	for n+1 < len(s) && isASCIILetter(s[n]) && s[n+1] == '.' {
		n += 2
	}
	if n > 2 && (n >= len(s) || !isASCIILetter(s[n])) {
		return n
	}
	if n > 2 && n < len(s) && isASCIILetter(s[n]) && (n+1 >= len(s) || !isASCIILetter(s[n+1])) { // "U.S" without the last stop
		return n + 1
	}
	if n == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[0] != 'I' && beforeName(s[2:]) {
		return 2
	}
	return 0
}

// beforeName says whether a capital letter follows, directly or after one space.
func beforeName(s string) bool {
	s = strings.TrimPrefix(s, " ")
	return s != "" && s[0] >= 'A' && s[0] <= 'Z'
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// currencyPrefix returns the length of a currency code that is glued to digits ("RM23.50", "Rs500", "USD30"), 0 for none.
func currencyPrefix(w string) int {
	n := runLen(w, unicode.IsLetter)
	if n == len(w) || n == 0 || n > 3 || !unicode.IsDigit(rune(w[n])) {
		return 0
	}
	if currencyCodes[strings.ToUpper(w[:n])] {
		return n
	}
	return 0
}

var currencyCodes = set("KSH USH TSH RM RS US USD EUR GBP THB SGD HKD AUD CAD NZD CHF JPY CNY RMB INR IDR MYR PHP VND KRW ZAR NGN KES AED SAR QAR RUB TRY BRL MXN SEK NOK DKK PLN TWD NT PKR BDT LKR MMK KHR LAK EGP ILS")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func shapeOf(w string) Shape {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return Digit
	case unicode.IsLetter(r):
		s := Alpha
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			s |= Capital
			if len(w) > size && strings.ToUpper(w) == w && strings.IndexFunc(w[size:], unicode.IsLetter) >= 0 {
				s |= Upper
			}
		}
		return s
	case (r == '\'' || r == '’') && len(w) > size:
		return Alpha
	default:
		return Punct
	}
}

var straightener = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "‑", "-", "\u00a0", " ")

func straight(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return straightener.Replace(s)
		}
	}
	return s
}

func endsIn(s, signs string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(signs, r)
}
