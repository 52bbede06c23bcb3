package actors

import (
	"github.com/newsledger/newsledger/transform/text"
)

// post is a position as a text states it.
type post struct {
	first, end int    // tokens of the whole title with its modifiers
	key        string // the listed title at its head
	title      title
}

// postEnding reads the title whose last word is before token end, not reaching before token from: "former deputy prime minister".
func (f *finder) postEnding(end, from int) (post, bool) {
	first, key, best := end, "", title{}
	for k := end - 1; k >= max(from, end-7); k-- {
		w := titleKey(f.words(k, end))
		if t, ok := known().titles[w]; ok && t.kind != "modifier" && f.at[k] == 0 {
			first, key, best = k, w, t
		}
	}
	if first == end {
		return post{}, false
	}
	p := post{first: first, end: end, key: key, title: best}
	if best.kind == "honorific" {
		return p, true
	}
	for p.first > from && f.modifies(p.first-1) {
		p.first--
	}
	for p.first < first && f.doc.Tag(p.first) == text.Hyphen {
		p.first++
	}
	return p, true
}

// modifies says whether token i belongs to the title behind it: an adjective, a noun in lower case, another title ("Police Inspector-General").
func (f *finder) modifies(i int) bool {
	if f.at[i] != 0 || f.placeAt[i] != 0 || known().demonyms[f.doc.Word(i)] != "" {
		return false
	}
	w := f.doc.Lower(i)
	if t, ok := known().titles[titleKey(w)]; ok && (t.kind == "modifier" || t.kind == "rank" && len(w) > 3) || w == "police" || w == "national" || w == "information" {
		return true
	}
	t := f.doc.Tag(i)
	if t == text.Hyphen {
		return f.doc.Tokens[i].Is(text.Glued)
	}
	if f.doc.Tokens[i].Is(text.Capital) {
		return t.IsAdjective() && f.doc.Tokens[i+1].Is(text.Capital)
	}
	return t.IsAdjective() && !isNumberLike(w) || t == text.NN || t == text.VBN && (f.doc.Tag(i-1) == text.DT || f.doc.Tag(i-1) == text.Comma)
}

// aspires says whether the title that begins at token i is only sought: "candidate for president".
func aspires(doc *text.Document, i int) bool {
	if doc.Lower(i-1) != "for" {
		return false
	}
	switch doc.Lower(i - 2) {
	case "candidate", "candidates", "nominee", "contender", "hopeful", "aspirant", "candidacy", "campaign", "bid", "race", "run", "running", "ran", "runs", "stand", "standing":
		return true
	}
	return false
}

func isNumberLike(w string) bool {
	switch w {
	case "other", "many", "several", "such", "own", "same", "more", "most", "last", "next", "first", "new":
		return true
	}
	return false
}

// postAt reads the title that begins at token i, an article before it left out: "the former head", "National Police Inspector General".
func (f *finder) postAt(i, limit int) (post, bool) {
	if t := f.doc.Tag(i); i < limit && (t == text.DT || t == text.PRPS) {
		i++
	}
	start := i
	for k := i; k < min(limit, i+7); k++ {
		if f.at[k] != 0 {
			return post{}, false
		}
		if end := f.titleFrom(k, limit); end > k {
			if t := known().titles[titleKey(f.words(k, end))]; t.kind != "modifier" && t.kind != "honorific" {
				if next := f.titleFrom(end, limit); next > end && !f.doc.Tokens[end].Is(text.Punct) {
					k = end - 1
					continue
				}
				if f.doc.Tag(end) == text.Hyphen || f.doc.Tag(end) == text.NN && !f.doc.Tokens[end].Is(text.Capital) {
					return post{}, false // "police station"
				}
				return post{first: start, end: end, key: titleKey(f.words(k, end)), title: t}, true
			}
		}
		if a, end := f.demonymOf(k, limit); a != "" && k == start {
			start, k = end, end-1
			continue
		}
		if !f.modifies(k) {
			return post{}, false
		}
	}
	return post{}, false
}
