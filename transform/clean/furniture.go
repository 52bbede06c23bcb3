package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsledger/newsledger/transform/lexicon"
)

// maxFurniture is how many words a line may have that is removed for its beginning alone; cookie notices run to about 30.
const maxFurniture = 30

// boilerplate is the list of words that pages put around articles, by how they are matched.
var boilerplate = func() (b struct{ line, start, marker map[string]bool }) {
	b.line, b.start, b.marker = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for phrase, match := range lexicon.Read("boilerplate.tsv").Map("match") {
		map[string]map[string]bool{"line": b.line, "start": b.start, "marker": b.marker}[match][phrase] = true
	}
	return b
}()

// furniture removes what belongs to the page and not to the article: lines of the list, what a social page puts above the text, image
// markers, and the tail of hashtags. Prose is never removed for what it says.
func (c *cleaned) furniture() {
	lines := splitLines(c.text)
	prose := false
	for i := range lines {
		l := &lines[i]
		kept := withoutParts(l.text)
		l.gone = kept == "" && l.text != "" || isFurniture(kept)
		if !l.gone {
			l.text = kept
		}
		prose = prose || !l.gone && isProse(l.text)
	}
	if !prose { // a list, or a text of one line: nothing stands around an article
		return
	}
	c.pageHead(lines)
	hashtagTail(lines)
	for i := range lines {
		if !lines[i].gone {
			lines[i].text = withoutMarkers(lines[i].text)
		}
	}
	c.keep(lines)
	c.joinIfChanged(lines)
}

// joinIfChanged takes over lines whose words changed though none went.
func (c *cleaned) joinIfChanged(lines []line) {
	var kept []string
	for _, l := range lines {
		if l.gone {
			return
		}
		kept = append(kept, l.text)
	}
	c.setText(strings.Join(kept, "\n"))
}

// isProse says whether a line holds running text: at least 12 words, and a full stop at the end of one.
func isProse(s string) bool {
	n, stop := 0, false
	for w := range strings.FieldsSeq(s) {
		n++
		stop = stop || strings.HasSuffix(strings.TrimRight(w, `"”’')`), ".")
	}
	return n >= 12 && stop
}

// isFurniture says whether the list has the line, whole or by its beginning.
func isFurniture(s string) bool {
	if len(s) > 400 || strings.TrimSpace(s) == "" {
		return false
	}
	norm := normal(s)
	whole := strings.TrimRightFunc(norm, isSign)
	if boilerplate.line[whole] || boilerplate.marker[whole] {
		return true
	}
	if strings.Count(norm, " ") >= maxFurniture {
		return false
	}
	for i, r := range norm { // every beginning that ends with a word
		end := i + utf8.RuneLen(r)
		if boilerplate.start[norm[:end]] && (end == len(norm) || isSign(r) || isSign(rune(norm[end])) || norm[end] == ' ') {
			return true
		}
	}
	return false
}

// normal is a line as the list writes it: lower case, straight quotes, single spaces, numbers as <n>, no signs before the first word.
func normal(s string) string {
	s = straightQuotes.Replace(strings.ToLower(s))
	if t := strings.TrimLeftFunc(s, func(r rune) bool { return isSign(r) && r != '©' && r != '(' }); t != "" {
		s = t
	}
	fields := strings.Fields(s)
	for i, w := range fields {
		if core := strings.Trim(w, "0123456789,."); core == "" && strings.ContainsAny(w, "0123456789") || (core == "k" || core == "m") && len(w) > 1 {
			fields[i] = "<n>"
		} else if strings.HasPrefix(w, "©") && len(w) > 2 {
			fields[i] = "©<n>"
		}
	}
	return strings.Join(fields, " ")
}

var straightQuotes = strings.NewReplacer("’", "'", "“", `"`, "”", `"`)

func isSign(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '<' && r != '>' || r == 0xFE0F || unicode.IsSpace(r)
}

// pageHead marks what a social page puts above the text, when view counts show that it is one: names of one word, separators, the
// platform's name, which is taken as the publisher.
func (c *cleaned) pageHead(lines []line) {
	end, counts := 0, 0
	for ; end < len(lines) && end < 15 && len(strings.Fields(lines[end].text)) < 5; end++ {
		if n := normal(lines[end].text); lines[end].gone && strings.HasPrefix(n, "<n> ") {
			counts++
		}
	}
	if counts == 0 {
		return
	}
	for i := range lines[:end] {
		l := &lines[i]
		p := knownPublisher(l.text)
		if p != nil && c.publisher == "" {
			c.publisher = strings.TrimSpace(l.text)
		}
		l.gone = l.gone || p != nil || len(strings.Fields(l.text)) == 1
	}
}

// hashtagTail marks last lines of hashtags, and cuts a tail of them off the last paragraph.
func hashtagTail(lines []line) {
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		f := strings.Fields(l.text)
		if l.gone || len(f) == 0 {
			continue
		}
		tags := 0
		for _, w := range f {
			if strings.HasPrefix(w, "#") && len(w) > 1 {
				tags++
			}
		}
		if tags < 2 || tags*2 < len(f) {
			l.text = cutHashtags(l.text)
			return
		}
		l.gone = true
	}
}

// cutHashtags cuts three or more hashtags behind the last sentence.
func cutHashtags(s string) string {
	rest, n := strings.TrimRight(s, " "), 0
	for {
		i := strings.LastIndexByte(rest, ' ')
		if i < 0 || !strings.HasPrefix(rest[i+1:], "#") || len(rest) == i+2 {
			break
		}
		rest, n = strings.TrimRight(rest[:i], " "), n+1
	}
	if n < 3 || !strings.ContainsAny(rest[max(0, len(rest)-4):], `.!?"”`) {
		return s
	}
	return rest
}

// withoutMarkers takes off the words with which pages mark images: at the start of a line, and behind a credit that follows them
// ("Image copyright EPA Image caption The blast …"), where a line end takes their place.
func withoutMarkers(s string) string {
	rest, ok := cutMarker(s)
	if !ok {
		return s
	}
	for i := range rest {
		if i > maxCredit {
			break
		}
		if i > 0 && rest[i-1] == ' ' {
			if caption, ok := cutMarker(rest[i:]); ok {
				return strings.TrimRight(rest[:i], " ") + "\n" + caption
			}
		}
	}
	return rest
}

// maxCredit is the longest credit between two markers, in bytes.
const maxCredit = 60

func cutMarker(s string) (rest string, ok bool) {
	for phrase := range boilerplate.marker {
		if n := len(phrase); len(s) > n && s[n] == ' ' && s[0] >= 'A' && s[0] <= 'Z' && strings.EqualFold(s[:n], phrase) && (!ok || len(s)-n-1 < len(rest)) {
			rest, ok = strings.TrimLeft(s[n:], " "), true
		}
	}
	return rest, ok
}
