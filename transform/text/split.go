package text

import (
	"strings"
	"unicode"

	"github.com/newsledger/newsledger/transform/lexicon"
)

// abbreviations maps words that are written with a full stop to t (never ends a sentence), o (may end one) or n (before a digit only).
var abbreviations = func() map[string]byte {
	m := map[string]byte{}
	for word, kind := range lexicon.Read("abbreviations.tsv").Map("kind") {
		m[word] = kind[0]
	}
	return m
}()

// Split cuts the text into paragraphs, sentences and tokens. It runs in time linear in the text.
func Split(s string) *Document {
	d := NewDocument(s)
	wrapped := isWrapped(s)
	paragraph, from := 0, 0
	for from < len(s) {
		end, next := lineEnd(s, from, wrapped)
		if first := len(d.Tokens); strings.TrimSpace(s[from:end]) != "" {
			d.tokens(from, end)
			d.sentences(first, paragraph)
			paragraph++
		}
		from = next
	}
	return d
}

// lineEnd returns where the paragraph that begins at from ends, and where the next one begins. In a text that is wrapped at a fixed
// width only a blank line ends a paragraph; in any text a line that goes on in lower case belongs to the one before.
func lineEnd(s string, from int, wrapped bool) (end, next int) {
	for i := from; i < len(s); i++ {
		if s[i] != '\n' {
			continue
		}
		rest := strings.TrimLeft(s[i+1:min(len(s), i+200)], " \t")
		blank := strings.HasPrefix(rest, "\n")
		if blank || !wrapped && !goesOn(s[from:i], rest) {
			return i, i + 1
		}
	}
	return len(s), len(s)
}

// goesOn says whether a line and the next are one sentence: no closing mark, and a lower-case letter behind.
func goesOn(line, next string) bool {
	line = strings.TrimRight(line, " \t")
	if len(line) < 40 || next == "" || strings.HasSuffix(line, ".") || strings.HasSuffix(line, ":") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") {
		return false
	}
	return next[0] >= 'a' && next[0] <= 'z' && !strings.HasPrefix(next, "http") && !strings.HasPrefix(next, "www.")
}

// isWrapped says whether the text looks wrapped at a fixed width: most line ends inside paragraphs stand 50 to 90 characters after
// the last one, and paragraphs are set apart by blank lines.
func isWrapped(s string) bool {
	inner, fit, blank := 0, 0, 0
	lines := strings.Split(s, "\n")
	for i, l := range lines[:len(lines)-1] {
		next := strings.TrimSpace(lines[i+1])
		switch {
		case strings.TrimSpace(l) == "":
			blank++
		case next != "":
			inner++
			if n := len(l); n >= 50 && n <= 90 {
				fit++
			}
		}
	}
	return blank > 0 && inner >= 4 && fit*10 >= inner*8
}

// maxSentence is how many tokens a sentence holds at most. Every row carries its sentence: one without end, of a table or a list gone wrong, would
// make each of its rows as large as the article. The longest sentence of the treebanks has 163 tokens.
const maxSentence = 600

// sentences groups the tokens from first on, which are one paragraph, into sentences.
func (d *Document) sentences(first, paragraph int) {
	start, before := first, len(d.Sentences)
	for i := first; i < len(d.Tokens); i++ {
		if !d.endsSentence(i) && i-start < maxSentence {
			continue
		}
		for i+1 < len(d.Tokens) && d.closes(i+1) {
			i++
		}
		d.sentence(start, i+1, paragraph)
		start = i + 1
	}
	if start < len(d.Tokens) {
		d.sentence(start, len(d.Tokens), paragraph)
	}
	if len(d.Sentences) == before+1 {
		d.Sentences[before].Heading = d.isHeading(first, len(d.Tokens))
	}
}

func (d *Document) sentence(first, end, paragraph int) {
	for i := first; i < end; i++ {
		d.Tokens[i].Sentence = len(d.Sentences)
	}
	d.Sentences = append(d.Sentences, Sentence{From: d.Tokens[first].From, To: d.Tokens[end-1].To, First: first, End: end, Paragraph: paragraph})
}

// isHeading says whether tokens look like a heading: short, no closing mark.
func (d *Document) isHeading(first, end int) bool {
	last := d.Tokens[end-1].Lower
	return end-first <= 20 && last != "." && last != "!" && last != ":" && last != "," && last != ";" && last != `"` && last != "..." && last != "…"
}

// endsSentence says whether a sentence can end with token i.
func (d *Document) endsSentence(i int) bool {
	t := &d.Tokens[i]
	if i+1 >= len(d.Tokens) {
		return true
	}
	next := d.Tokens[i+1]
	switch {
	case t.Lower == "." || strings.Trim(t.Lower, "!?") == "" && t.Is(Punct):
		return d.startsSentence(d.skipClosers(i + 1))
	case t.Lower == "…" || len(t.Lower) > 1 && strings.Trim(t.Lower, ".") == "":
		return d.startsSentence(d.skipClosers(i+1)) && !next.Is(Glued)
	case t.Is(Alpha) && strings.HasSuffix(t.Lower, "."):
		return d.abbreviationEnds(i)
	}
	return false
}

// abbreviationEnds says whether the full stop of an abbreviation also ends the sentence: the next word could only open one.
func (d *Document) abbreviationEnds(i int) bool {
	word := strings.TrimSuffix(d.Tokens[i].Lower, ".")
	if abbreviations[word] == 't' || abbreviations[word] == 'n' || len(word) == 1 {
		return false
	}
	k := d.skipClosers(i + 1)
	if k >= len(d.Tokens) || !d.startsSentence(k) {
		return false
	}
	if k < len(d.Tokens) && d.Tokens[k].Is(Capital) {
		return openers[d.Tokens[k].Lower]
	}
	return !d.Tokens[k].Is(Digit) // "Sept. 11", "No. 5"
}

// openers are words that, with a capital inside a paragraph, open a sentence.
var openers = set("the a an this that these those it its he his she her they their we our you i in on at for from by with as to of but and or if when while after before since although though however meanwhile both many most some such there what who why how no not one two according")

// startsSentence says whether token k looks like the first of a sentence.
func (d *Document) startsSentence(k int) bool {
	for k < len(d.Tokens) && d.opens(k) {
		k++
	}
	if k >= len(d.Tokens) {
		return true
	}
	t := &d.Tokens[k]
	if t.Is(Glued) && k > 0 && !d.Tokens[k-1].Is(Punct) {
		return false
	}
	r := firstRune(d.Word(k))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || unicode.IsSymbol(r) || strings.ContainsAny(t.Lower, "#@*•-$")
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func (d *Document) skipClosers(k int) int {
	for k < len(d.Tokens) && d.closes(k) {
		k++
	}
	return k
}

// closes says whether token k is a closing quote or bracket that belongs to what is before it.
func (d *Document) closes(k int) bool {
	switch w := d.Word(k); w {
	case ")", "]", "”", "»", "''":
		return true
	case `"`, "'", "’":
		return d.Tokens[k].Is(Glued) && (k+1 >= len(d.Tokens) || !d.Tokens[k+1].Is(Glued))
	}
	return false
}

// opens says whether token k is an opening quote or bracket.
func (d *Document) opens(k int) bool {
	switch d.Word(k) {
	case "(", "[", "“", "‘", "«", "``", `"`, "'":
		return true
	}
	return false
}
