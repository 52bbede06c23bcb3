package clean

import "strings"

// separators stand between the parts of a line that a page has set beside each other: "15 June 2025 • 2 min read • 4,812 views".
const separators = "|•·"

// crumbs stand between the parts of the line that says where on its site a page lies: "Home › Africa › Zambia".
const crumbs = "›»>"

// withoutParts takes off a short line the parts that are furniture, each with the separator before it; "" when nothing is left. A line
// that only says where on the site the page lies, or that is nothing but the words of buttons and counters, goes whole.
func withoutParts(s string) string {
	if len(s) > 200 || isProse(s) {
		return s
	}
	if isBreadcrumb(s) || isRowOfButtons(s) {
		return ""
	}
	if !strings.ContainsAny(s, separators) {
		return s
	}
	var kept strings.Builder
	for from := 0; from < len(s); {
		end := len(s)
		if i := strings.IndexAny(s[from+1:], separators); i >= 0 {
			end = from + 1 + i
		}
		if !isFurniturePart(strings.Trim(s[from:end], separators+" ")) {
			kept.WriteString(s[from:end])
		}
		from = end
	}
	if kept.Len() == len(s) {
		return s
	}
	return strings.Trim(kept.String(), separators+" ")
}

// isFurniturePart wants two words: a single one may be an item of a list.
func isFurniturePart(s string) bool {
	return len(strings.Fields(s)) > 1 && (isFurniture(s) || isRowOfButtons(s))
}

// isBreadcrumb knows three or more parts of at most three words each, none of which ends a sentence.
func isBreadcrumb(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(crumbs, r) })
	for _, p := range parts {
		if n := len(strings.Fields(p)); n == 0 || n > 3 || strings.ContainsAny(p, ".?!:") {
			return false
		}
	}
	return len(parts) >= 3
}

// isRowOfButtons knows lines of two or more phrases of the list and nothing else: "Share Tweet Email Print", "5.2K views 14 comments".
func isRowOfButtons(s string) bool {
	words := strings.Fields(normal(s))
	if len(words) < 2 || len(words) > 12 {
		return false
	}
	reached := make([]bool, len(words)+1) // by phrases that end before this word
	reached[0] = true
	for i := range words {
		for n := 1; reached[i] && n <= 4 && i+n <= len(words); n++ {
			if boilerplate.line[strings.TrimRightFunc(strings.Join(words[i:i+n], " "), isSign)] {
				reached[i+n] = true
			}
		}
	}
	return reached[len(words)]
}
