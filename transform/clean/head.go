package clean

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/newsledger/newsledger/schema"
)

// headLines is how many lines that are not blank the head of an article has at most: title, byline, date, source, dateline.
const headLines = 8

// head is what the first lines of a text tell.
type head struct {
	title, byline, publisher, dateline, credit string
	date                                       Stamp  // of a line of its own, or of the dateline
	dateFrom                                   string // "text" or "dateline", "" when there is no date
	updated                                    bool   // date is that of an update
}

// readHead fills title, byline, dateline and publisher from the first lines where the input does not state them. The lines stay in
// the text.
func readHead(a *schema.Article) head {
	h := scanHead(a.Text)
	for _, f := range []struct {
		to   *string
		from string
	}{{&a.Title, h.title}, {&a.Byline, h.byline}, {&a.Dateline, h.dateline}, {&a.Publisher, h.publisher}, {&a.Publisher, h.credit}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	return h
}

func scanHead(text string) (h head) {
	lines := firstLines(text, headLines)
	for i, l := range lines {
		switch {
		case h.readSource(l), h.readByline(l), h.readDate(l):
		case h.readDateline(l), isProse(l) && !leadsToByline(lines[i+1:]):
			return h
		case h.title == "" && i+1 < len(lines) && isTitle(l) && leadsToProse(lines[i+1:]):
			h.title = strings.TrimSpace(strings.TrimLeft(l, "# "))
		}
	}
	return h
}

// firstLines returns up to n lines that are not blank, trimmed.
func firstLines(text string, n int) (all []string) {
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			all = append(all, l)
		}
		if len(all) == n {
			break
		}
	}
	return all
}

// isTitle says whether a line can only be a heading: 3 to 25 words, a capital first, no mark at the end that closes a sentence or leads on.
func isTitle(l string) bool {
	words := len(strings.Fields(l))
	if words < 3 || words > 25 || len(l) > 250 || strings.HasSuffix(l, ".") && !strings.HasSuffix(l, "...") || strings.HasSuffix(l, ",") || strings.HasSuffix(l, ":") || strings.HasSuffix(l, ";") {
		return false
	}
	for _, r := range strings.TrimLeft(l, "# ‘’“”'\"") {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || unicode.IsSymbol(r)
	}
	return false
}

// leadsToByline says whether one of the next two lines names the author: what stands above it, a teaser under the title, opens no text.
func leadsToByline(lines []string) bool {
	for _, l := range lines[:min(2, len(lines))] {
		if new(head).readByline(l) {
			return true
		}
	}
	return false
}

// leadsToProse says whether running text follows, with at most three short lines between.
func leadsToProse(lines []string) bool {
	for _, l := range lines[:min(4, len(lines))] {
		if isProse(l) {
			return true
		}
	}
	return false
}

var sourceLine = regexp.MustCompile(`^[-–•*]?\s*[Ss]ource:\s*(\S.*)$`)

// readSource reads "- Source: www.example.org". The plural names who is cited, not who publishes.
func (h *head) readSource(l string) bool {
	m := sourceLine.FindStringSubmatch(l)
	if m == nil || len(strings.Fields(m[1])) > 6 {
		return false
	}
	if h.publisher == "" {
		h.publisher = strings.TrimRight(m[1], ".")
	}
	return true
}

var bylineStart = regexp.MustCompile(`^(?i:(written|reported|story|text|words)?\s*by):?\s+`)

// readByline reads "By Jane Doe", "By JANE DOE and John Roe, Staff Writer".
func (h *head) readByline(l string) bool {
	start := bylineStart.FindString(l)
	name := strings.TrimSpace(l[len(start):])
	if start == "" || name == "" || len(strings.Fields(name)) > 14 || strings.HasSuffix(name, ".") && isProse(l) {
		return false
	}
	if loc := findDate(name); loc != nil { // "By Jane Doe | July 16, 2025"
		h.readDate(name[loc[0]:])
		name = strings.TrimRight(name[:loc[0]], " |-–—•·,")
		name = strings.TrimSuffix(strings.TrimSuffix(name, " on"), " Published")
	}
	for i, w := range strings.Fields(name) {
		r := []rune(w)[0]
		if i < 2 && !unicode.IsUpper(r) && !nameParticles[strings.ToLower(w)] {
			return false
		}
	}
	if h.byline == "" && name != "" && !strings.HasSuffix(name, ",") {
		h.byline = strings.TrimRight(name, ".")
	}
	return name != ""
}

var nameParticles = map[string]bool{"de": true, "van": true, "von": true, "al": true, "el": true, "bin": true, "da": true, "di": true, "and": true}
