// Package language says whether an article is English.
//
// It takes the record of an article, looks at the first 2,000 letters of its cleaned text, and gives language and status. It knows 84
// languages by their letter triples; it does not find the languages of parts.
package language

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/newsledger/newsledger/schema"
)

// letters is how many letters are looked at: beyond, the answer hardly changes and time grows.
const letters = 2000

// Detect returns the BCP 47 code of the language of s, "" when it cannot be told reliably.
func Detect(s string) string {
	info := whatlanggo.Detect(head(s))
	if !info.IsReliable() {
		return ""
	}
	if code := info.Lang.Iso6391(); code != "" {
		return code
	}
	return info.Lang.Iso6393()
}

// Status fills language and status of the article. A text that is reliably not English is other_language: listed, nothing extracted.
// A text whose language cannot be told is extracted, and its language is null, or English where the input says so; pages that call any
// text English are frequent, so a stated language never overrules the text. force is a language that the user vouches for (--language en),
// "" for none.
func Status(rec *schema.Record, force string) {
	a := &rec.Article
	language := force
	if language == "" {
		language = Detect(a.Text)
	}
	if language == "" && isEnglish(a.Language) || language == "en" && isEnglish(a.Language) && force == "" {
		language = a.Language
	}
	a.Language, a.Status = language, "extracted"
	if language != "" && !isEnglish(language) {
		a.Status = "other_language"
	}
}

func isEnglish(code string) bool {
	return code == "en" || strings.HasPrefix(strings.ToLower(code), "en-")
}

// head returns s up to its 2,000th letter.
func head(s string) string {
	n := 0
	for i, r := range s {
		if unicode.IsLetter(r) {
			if n++; n > letters {
				return s[:i]
			}
		}
	}
	return s
}
