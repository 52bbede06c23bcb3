package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDateline is how far a dateline may reach, in bytes: "PRETORIA, South Africa, 16 July 2025 (Reuters) –".
const maxDateline = 80

// notPlaces are words that stand in capitals before a dash and show that no place does.
var notPlaces = map[string]bool{"BREAKING": true, "UPDATE": true, "UPDATED": true, "EXCLUSIVE": true, "WATCH": true, "VIDEO": true, "LIVE": true, "OPINION": true, "ANALYSIS": true, "PHOTOS": true, "CORRECTION": true,
	"COMMENT": true, "EDITORIAL": true, "FACTBOX": true, "EXPLAINER": true, "INTERVIEW": true, "FEATURE": true, "NEWS": true, "NOTE": true, "READ": true, "TODAY": true, "TRAVEL": true, "SPORTS": true,
	"BUSINESS": true, "FILE": true, "QUESTION": true, "ANSWER": true, "COVID": true, "WARNING": true}

// readDateline reads "BANGKOK –", "SEOUL, South Korea (AP) —", "Phnom Penh, July 16, 2025 (Xinhua) --" at the start of a line with
// text behind it.
func (h *head) readDateline(l string) bool {
	place, rest, ok := cutDash(l)
	if !ok || len(strings.Fields(rest)) < 4 || startsLower(rest) {
		return false
	}
	sure, credit := false, ""
	if open := strings.LastIndexByte(place, '('); open > 0 && strings.HasSuffix(place, ")") {
		credit = strings.TrimSpace(place[open+1 : len(place)-1])
		sure = knownPublisher(credit) != nil || credit == strings.ToUpper(credit)
		place = strings.TrimSpace(place[:open])
	}
	var date Stamp
	if loc := findDate(place); loc != nil {
		date, _ = ParseStamp(tidyDate(place[loc[0]:loc[1]]))
		place, sure = strings.TrimRight(place[:loc[0]], " ,"), true
	} else if i := dayMonth.FindStringIndex(place); i != nil && i[1] == len(place) {
		place, sure = strings.TrimRight(place[:i[0]], " ,"), true
	}
	if !isDatelinePlace(place, sure) {
		return false
	}
	if sure && !startsLower(credit) {
		h.credit = credit
	}
	if h.dateline == "" {
		h.dateline = place
	}
	if h.dateFrom == "" && date.EDTF != "" {
		h.date, h.dateFrom = date, "dateline"
	}
	return true
}

// cutDash cuts a line at its first dash that does not join words, within maxDateline.
func cutDash(l string) (before, after string, ok bool) {
	for i, r := range l[:min(len(l), maxDateline)] {
		size := utf8.RuneLen(r)
		switch {
		case r == '–' || r == '—' || r == '―':
		case r == '-' && i > 0 && (l[i-1] == ' ' || l[i-1] == '-') && i+1 < len(l) && (l[i+1] == ' ' || l[i+1] == '-'):
		case r == '.' || r == '!' || r == '?' || r == '"' || r == '“':
			if r != '.' || i > 3 && l[i-1] >= 'a' && l[i-1] <= 'z' && !strings.HasPrefix(l[i:], ". ") {
				return "", "", false
			}
			continue
		default:
			continue
		}
		return strings.TrimRight(l[:i], " -"), strings.TrimLeft(l[i+size:], " -–—"), i > 0
	}
	return "", "", false
}

// isDatelinePlace says whether s is a place as datelines write it: in capitals, a region behind it in any case; when date or agency
// make the dateline sure, in any case.
func isDatelinePlace(s string, sure bool) bool {
	city, region, _ := strings.Cut(s, ",")
	words := strings.Fields(city)
	if len(words) == 0 || len(words) > 4 || len(city) < 4 || slices.ContainsFunc(words, func(w string) bool { return notPlaces[w] }) || len(strings.Fields(region)) > 3 || startsLower(s) {
		return false
	}
	for _, r := range city {
		if unicode.IsDigit(r) || !unicode.IsLetter(r) && !strings.ContainsRune(" .'’-/", r) && !unicode.IsMark(r) {
			return false
		}
		if unicode.IsLower(r) && !sure {
			return false
		}
	}
	if sure {
		for _, w := range words {
			if startsLower(w) && len(w) > 3 {
				return false
			}
		}
	}
	region = strings.TrimSpace(region)
	return region == "" || !startsLower(region)
}

func startsLower(s string) bool {
	for _, r := range strings.TrimLeft(s, "\"'“‘(") {
		return unicode.IsLower(r)
	}
	return true
}
