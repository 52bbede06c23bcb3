package clean

import (
	"path"
	"regexp"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/source"
)

var (
	dayFirst   = regexp.MustCompile(`\b\d{1,2}(st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}\b`)
	monthFirst = regexp.MustCompile(`\b[A-Z][a-z]{2,8}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}\b`)
	isoDay     = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)
	dayMonth   = regexp.MustCompile(`\b([A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\b`)
	inName     = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:\D|$)`)
	inPath     = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:[/-]|$)`)
	inPathDay  = regexp.MustCompile(`[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?:[/.-]|$)`)
	monthPath  = regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d)/`)
	clockWords = regexp.MustCompile(`^(\d{1,2}([:.]\d\d)+|\d{1,4}(am|pm|hrs)?|[A-Z]{2,4}|\(?[A-Z]{2,4}[+-]?\d*:?\d*\)?)$`)
)

// findDate returns where the first full date in s stands, nil for none.
func findDate(s string) []int {
	var best []int
	for _, re := range []*regexp.Regexp{dayFirst, monthFirst, isoDay} {
		if loc := re.FindStringIndex(s); loc != nil && (best == nil || loc[0] < best[0]) {
			if _, ok := ParseStamp(tidyDate(s[loc[0]:loc[1]])); ok {
				best = loc
			}
		}
	}
	return best
}

var ordinal = regexp.MustCompile(`(\d)(st|nd|rd|th)\b`)

// tidyDate writes a date as ParseStamp reads it: no ordinals, no stop behind the month, the month's name whole or in three letters.
func tidyDate(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(ordinal.ReplaceAllString(s, "$1"), ".", ""), "Sept ", "Sep ")
	f := strings.Fields(strings.ReplaceAll(s, ",", " "))
	if len(f) == 3 && f[0][0] > '9' {
		f[0], f[1] = f[1], f[0]
	}
	return strings.Join(f, " ")
}

// dateWords may stand beside the date on a line that is nothing else.
var dateWords = map[string]bool{"published": true, "posted": true, "updated": true, "last": true, "first": true, "modified": true, "created": true, "date": true, "on": true, "at": true, "am": true, "pm": true,
	"a.m": true, "p.m": true, "a": true, "p": true, "m": true, "gmt": true, "utc": true, "et": true, "edt": true, "est": true, "bst": true, "ist": true, "pst": true, "pdt": true, "monday": true, "tuesday": true, "wednesday": true,
	"thursday": true, "friday": true, "saturday": true, "sunday": true, "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true, "time": true, "local": true, "issued": true, "released": true}

// maxDateLine is the longest line that is looked at for a date of its own, in bytes.
const maxDateLine = 120

// readDate reads a line that says when the article appeared and nothing else: "Published: 16 July 2025", "July 16, 2025 4:10 pm". A later
// "Updated" does not replace it.
func (h *head) readDate(l string) bool {
	if len(l) > maxDateLine {
		return false
	}
	loc := findDate(l)
	if loc == nil {
		return false
	}
	rest := l[:loc[0]] + " " + l[loc[1]:]
	if loc2 := findDate(rest); loc2 != nil { // published and updated on one line
		rest = rest[:loc2[0]] + " " + rest[loc2[1]:]
	}
	for w := range strings.FieldsSeq(strings.Map(dropSigns, rest)) {
		if !dateWords[strings.ToLower(strings.TrimRight(w, ".:"))] && !clockWords.MatchString(w) {
			return false
		}
	}
	updated := strings.Contains(strings.ToLower(l[:loc[0]]), "updated")
	if s, ok := ParseStamp(tidyDate(l[loc[0]:loc[1]])); ok && (h.dateFrom == "" || h.updated && !updated) {
		h.date, h.dateFrom, h.updated = s, "text", updated
	}
	return true
}

func dropSigns(r rune) rune {
	if strings.ContainsRune("|,;–—•·()/-", r) {
		return ' '
	}
	return r
}

// infer fills a date of publication that is not stated beside the text: from the address, the dateline or a line of the text, the
// file's name.
func infer(a *schema.Article, raw *source.Raw, h head) {
	if a.PublishedEDTF != "" {
		return
	}
	if s, ok := urlDate(raw.URL); ok {
		s.to(a, "url")
		return
	}
	if h.dateFrom != "" {
		h.date.to(a, h.dateFrom)
		return
	}
	if raw.Format == source.Text || raw.Format == source.Markdown {
		if m := inName.FindStringSubmatch(path.Base(raw.Source)); m != nil {
			if s, ok := ParseStamp(m[1] + "-" + m[2] + "-" + m[3]); ok {
				s.to(a, "filename")
			}
		}
	}
}

// urlDate reads /2025/07/16/, /2025-07-16/, /20250716/, /2025/jul/16/, and /2025/07/ as a month.
func urlDate(u string) (Stamp, bool) {
	u, _, _ = strings.Cut(u, "?")
	if m := inPath.FindStringSubmatch(strings.ToLower(u)); m != nil {
		for _, date := range []string{m[1] + "-" + pad(m[2]) + "-" + pad(m[3]), strings.TrimPrefix(m[3], "0") + " " + capital(m[2]) + " " + m[1]} {
			if s, ok := ParseStamp(date); ok && s.Date != nil {
				return s, true
			}
		}
	}
	if m := inPathDay.FindStringSubmatch(u); m != nil {
		if s, ok := ParseStamp(m[1] + "-" + m[2] + "-" + m[3]); ok {
			return s, true
		}
	}
	if m := monthPath.FindStringSubmatch(u); m != nil {
		return ParseStamp(m[1] + "-" + m[2])
	}
	return Stamp{}, false
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
