package model

import (
	"strings"
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// lemmas are the words that rules alone would reduce wrongly.
type lemmas struct {
	base                     map[string]bool // verbs as dictionaries list them
	verbs, nouns, adjectives map[string]string
}

var lemmaLists = sync.OnceValue(func() lemmas {
	return lemmas{
		base:       lexicon.Read("verbs.tsv").Set(),
		verbs:      lexicon.Read("irregular_verbs.tsv").Map("lemma"),
		nouns:      lexicon.Read("irregular_nouns.tsv").Map("lemma"),
		adjectives: lexicon.Read("irregular_adjectives.tsv").Map("lemma"),
	}
})

// Lemma is the dictionary form of a word in lower case ("arrested" as VBD gives "arrest", "’ve" as VBP "have"). Proper nouns and words
// without endings are given back as they are.
func Lemma(lower string, t text.Tag) string {
	if c, ok := contractions[lower]; ok && (t.IsVerb() || t == text.MD || t == text.RB) {
		return c
	}
	switch {
	case t.IsVerb():
		return verbLemma(lower, t)
	case t == text.NNS:
		return nounLemma(lower)
	case t == text.JJR || t == text.JJS || t == text.RBR || t == text.RBS:
		return adjectiveLemma(lower)
	}
	return lower
}

// contractions are the written-together forms of auxiliaries and "not".
var contractions = map[string]string{
	"'m": "be", "'re": "be", "'s": "be", "'ve": "have", "'d": "have", "'ll": "will", "wo": "will", "ca": "can", "sha": "shall", "n't": "not",
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "ai": "be",
}

func verbLemma(w string, t text.Tag) string {
	l := lemmaLists()
	if base, ok := l.verbs[w]; ok && t != text.VB && t != text.VBP {
		return base
	}
	switch t {
	case text.VBZ:
		return cutS(w)
	case text.VBD, text.VBN:
		if strings.HasSuffix(w, "ied") && len(w) > 4 {
			return w[:len(w)-3] + "y"
		}
		return l.stem(w, "ed")
	case text.VBG:
		return l.stem(w, "ing")
	}
	return w
}

// stem takes "ed" or "ing" off and finds the verb: as it stands, with an e, or with one consonant less ("bann-ed").
func (l lemmas) stem(w, ending string) string {
	s, ok := strings.CutSuffix(w, ending)
	if !ok || len(s) < 2 {
		return w
	}
	last := len(s) - 1
	doubled := s[last] == s[last-1] && !isVowel(s[last])
	switch {
	case l.base[s+"e"] && (!l.base[s] || short(s)):
		return s + "e"
	case l.base[s]:
		return s
	case doubled && l.base[s[:last]]:
		return s[:last]
	case l.base[w] || !strings.ContainsAny(s, "aeiouy"):
		return w // "need", "sing"
	case doubled && s[last] != 's' && s[last] != 'l' && s[last] != 'f' && s[last] != 'z':
		return s[:last]
	case wantsE(s):
		return s + "e"
	}
	return s
}

// short says whether a stem ends in one vowel and one consonant: doubling would have kept "ratted" apart from "rated".
func short(s string) bool {
	n := len(s)
	return n >= 2 && !isVowel(s[n-1]) && isVowel(s[n-2]) && (n < 3 || !isVowel(s[n-3]))
}

// wantsE says whether an unknown verb's stem is one that English writes with an e.
func wantsE(s string) bool {
	for _, end := range []string{"iz", "is", "at", "v", "c", "dg", "rg", "u"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// cutS takes the ending of the third person or the plural off.
func cutS(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return w[:len(w)-2]
	case len(w) > 2 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

func hasAnySuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

func nounLemma(w string) string {
	if base, ok := lemmaLists().nouns[w]; ok {
		return base
	}
	if base, ok := strings.CutSuffix(w, "men"); ok && len(base) > 2 {
		return base + "man"
	}
	return cutS(w)
}

func adjectiveLemma(w string) string {
	if base, ok := lemmaLists().adjectives[w]; ok {
		return base
	}
	for _, ending := range []string{"iest", "ier"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) > 2 {
			return s + "y"
		}
	}
	for _, ending := range []string{"est", "er"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) > 2 {
			return s
		}
	}
	return w
}
