package citations

import (
	"unicode/utf8"

	"github.com/newsledger/newsledger/transform/text"
)

// quotation is what stands between a pair of quotation marks. Marks of the paragraphs in its middle belong to no part.
type quotation struct {
	open, close int    // tokens of the outer marks
	parts       []span // tokens between the marks, one run a paragraph
}

// span is a run of tokens, end exclusive.
type span struct{ first, end int }

func (s span) len() int           { return s.end - s.first }
func (s span) holds(i int) bool   { return s.first <= i && i < s.end }
func (s span) within(o span) bool { return o.first <= s.first && s.end <= o.end }

// style is a way to write quotation marks. Marks of one style close each other only.
type style uint8

const (
	noMark style = iota
	straight
	curly
	guillemet
	latex // `` and ''
	single
)

// mark is one quotation mark and what its surroundings let it be.
type mark struct {
	token       int
	style       style
	opens, ends bool
}

// quotations pairs the double quotation marks of the document, then the single ones outside of them. It goes through the text once:
// a mark without partner costs its own quotation and no other.
func quotations(d *text.Document) []quotation {
	var all []quotation
	var stack []mark // open marks; the first may come from an earlier paragraph
	for p := 0; p < len(d.Sentences); {
		first, end := p, p+1
		for end < len(d.Sentences) && d.Sentences[end].Paragraph == d.Sentences[first].Paragraph {
			end++
		}
		para := span{d.Sentences[first].First, d.Sentences[end-1].End}
		found, rest := pairDouble(d, para, stack)
		all = append(all, found...)
		if stack = rest[:min(len(rest), 1)]; len(stack) > 0 && (!continues(d, para.end, stack[0]) || pairedBehind(d, found, stack[0])) {
			stack = nil
		}
		p = end
	}
	all = outermost(all)
	for i := range all {
		all[i].parts = partsOf(d, all[i])
	}
	return withSingles(d, all)
}

// pairDouble pairs the double marks of a paragraph and returns the pairs and the marks that stay open.
func pairDouble(d *text.Document, para span, stack []mark) (found []quotation, rest []mark) {
	carried := len(stack) > 0
	for i := para.first; i < para.end; i++ {
		m, ok := doubleAt(d, i)
		if !ok {
			continue
		}
		if i == para.first && len(stack) == 0 {
			m.opens, m.ends = true, false // nothing to close
		}
		k := lastOf(stack, m.style)
		if n := len(stack) - 1; m.ends && !m.opens && k < 0 && n >= 0 && (m.style == straight || stack[n].style == straight) {
			k = n // opened in one style and closed in another
		}
		switch {
		case carried && i == para.first && m.opens && m.style == stack[0].style: // repeated at the head of each paragraph
		case m.ends && k >= 0:
			found = append(found, quotation{open: stack[k].token, close: i})
			stack = stack[:k]
		case m.opens && m.style == straight && k >= 0 && !(carried && k == 0):
			stack = append(stack[:k], m) // straight marks do not nest: the one before lost its partner
		case m.opens && len(stack) < maxNesting:
			stack = append(stack, m)
		}
	}
	return found, stack
}

// maxNesting is how many quotations may be open at once; no text of sense has more than three.
const maxNesting = 4

func lastOf(stack []mark, s style) int {
	for k := len(stack) - 1; k >= 0; k-- {
		if stack[k].style == s {
			return k
		}
	}
	return -1
}

// doubleAt says whether token i is a double quotation mark, and what it can be here.
func doubleAt(d *text.Document, i int) (mark, bool) {
	s, usualOpen, usualEnd := noMark, false, false
	switch d.Word(i) {
	case `"`:
		s = straight
	case "“", "„":
		s, usualOpen = curly, true
	case "”":
		s, usualEnd = curly, true
	case "«":
		s, usualOpen = guillemet, true
	case "»":
		s, usualEnd = guillemet, true
	case "``":
		s, usualOpen = latex, true
	case "''":
		s, usualEnd = latex, true
	default:
		return mark{}, false
	}
	left, right := touchesLeft(d, i), touchesRight(d, i)
	m := mark{token: i, style: s, opens: usualOpen, ends: usualEnd}
	switch {
	case right && !left:
		m.opens, m.ends = true, false
	case left && !right:
		m.opens, m.ends = false, true
	case s == straight:
		m.opens, m.ends = true, true
	}
	return m, true
}

// touchesLeft says whether token i closes on what stands before it: no white space, opening bracket or dash between.
func touchesLeft(d *text.Document, i int) bool {
	if i == 0 || !d.Tokens[i].Is(text.Glued) {
		return false
	}
	switch d.Lower(i - 1) {
	case "(", "[", "-", "--", "---", ":", "/":
		return false
	}
	return true
}

// touchesRight says whether token i opens what stands behind it: no white space, and no mark that ends a clause.
func touchesRight(d *text.Document, i int) bool {
	if i+1 >= len(d.Tokens) || !d.Tokens[i+1].Is(text.Glued) {
		return false
	}
	switch d.Lower(i + 1) {
	case ",", ".", ";", ":", "?", "!", ")", "]", "-", "--", "---", "'s", "/":
		return false
	}
	return true
}

// continues says whether the paragraph that begins with token i goes on with the quotation that m opened: it repeats the mark.
func continues(d *text.Document, i int, m mark) bool {
	if i >= len(d.Tokens) {
		return false
	}
	next, ok := doubleAt(d, i)
	return ok && next.style == m.style && next.opens
}

// pairedBehind says whether a whole quotation in the style of m follows it in the paragraph: then m lost its partner there, and the mark
// at the head of the next paragraph opens a quotation of its own.
func pairedBehind(d *text.Document, found []quotation, m mark) bool {
	for _, q := range found {
		if inner, ok := doubleAt(d, q.open); ok && inner.style == m.style && q.open > m.token {
			return true
		}
	}
	return false
}

// outermost keeps the quotations that stand in no other one, in the order of the text.
func outermost(all []quotation) []quotation {
	// A pair is found when it closes: inner ones stand before the outer one that holds them.
	var kept []quotation
	for _, q := range all {
		for len(kept) > 0 && kept[len(kept)-1].open > q.open {
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, q)
	}
	return kept
}

// partsOf lists the runs between the marks, one a paragraph, without the marks that later paragraphs repeat.
func partsOf(d *text.Document, q quotation) []span {
	var parts []span
	for i := q.open + 1; i < q.close; {
		p := d.Sentences[d.Tokens[i].Sentence].Paragraph
		end := i
		for end < q.close && d.Sentences[d.Tokens[end].Sentence].Paragraph == p {
			end++
		}
		first := i
		if _, ok := doubleAt(d, i); ok && i > q.open+1 && d.Sentences[d.Tokens[i-1].Sentence].Paragraph != p {
			first++
		}
		if first < end {
			parts = append(parts, span{first, end})
		}
		i = end
	}
	return parts
}

// withSingles adds the quotations in single marks that stand in no double ones.
func withSingles(d *text.Document, doubles []quotation) []quotation {
	var all []quotation
	k := 0
	for i := 0; i < len(d.Tokens); i++ {
		for k < len(doubles) && doubles[k].close < i {
			k++
		}
		if k < len(doubles) && i >= doubles[k].open {
			all = append(all, doubles[k])
			i = doubles[k].close
			continue
		}
		if !opensSingle(d, i) {
			continue
		}
		if end := closingSingle(d, i, doubles[k:]); end > i+1 {
			all = append(all, quotation{open: i, close: end, parts: []span{{i + 1, end}}})
			i = end
		}
	}
	return all
}

func isSingle(d *text.Document, i int) bool {
	return i < len(d.Tokens) && d.Tokens[i].Lower == "'" && utf8.RuneCountInString(d.Word(i)) == 1
}

// opensSingle says whether token i is a single mark before a word: no apostrophe of "'90s".
func opensSingle(d *text.Document, i int) bool {
	if !isSingle(d, i) || d.Word(i) == "’" || !touchesRight(d, i) || touchesLeft(d, i) {
		return false
	}
	return !d.Tokens[i+1].Is(text.Digit) || len(d.Tokens[i+1].Lower) > 3
}

// closingSingle returns the mark that closes the single mark open, -1 for none. A mark behind "s" before a word may be a genitive
// ("the workers' rights"): it closes only when no surer one comes before the next opening mark or the paragraph's end.
func closingSingle(d *text.Document, open int, doubles []quotation) int {
	unsure, para := -1, d.Sentences[d.Tokens[open].Sentence].Paragraph
	limit := len(d.Tokens)
	if len(doubles) > 0 {
		limit = doubles[0].open
	}
	for i := open + 1; i < limit && d.Sentences[d.Tokens[i].Sentence].Paragraph == para && !opensSingle(d, i); i++ {
		if !isSingle(d, i) || d.Word(i) == "‘" || !d.Tokens[i].Is(text.Glued) || touchesRight(d, i) {
			continue
		}
		before := d.Tokens[i-1].Lower
		if before[len(before)-1] != 's' || i+1 >= len(d.Tokens) || !d.Tokens[i+1].Is(text.Alpha) {
			return i
		}
		if unsure < 0 {
			unsure = i
		}
	}
	return unsure
}
