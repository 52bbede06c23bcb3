package model

import "github.com/newsledger/newsledger/transform/text"

// Clause gives the bounds of the clause that holds token i, with one finite verb or several that share a subject. An outer clause includes
// the clauses inserted in it; First is never before the sentence, end never behind it.
func Clause(d *text.Document, i int) (first, end int) {
	s := d.Sentences[d.Tokens[i].Sentence]
	from, to := max(s.First, i-reach), min(s.End, i+reach)
	first, end = from, to
	closing := -1 // end of an inserted clause, met when walking right
	for k := from; k < to; k++ {
		if k == closing {
			closing = -1
		}
		if k == from || !opensClause(d, k, to) {
			continue
		}
		last := insertionEnd(d, k, to)
		switch {
		case k > i: // what follows belongs to another clause; go on behind an insertion
			if last < 0 {
				return first, k
			}
			k = last - 1
		case last < 0:
			first = k
		case i < last:
			first, end = k, last
			to = last
		default:
			k = last - 1
		}
	}
	return first, end
}

// opensClause says whether a new finite clause begins with token k.
func opensClause(d *text.Document, k, to int) bool {
	t, before := d.Tag(k), d.Tag(k-1)
	switch {
	case before == text.Colon && d.Lower(k-1) != "-" || d.Lower(k-1) == ";":
		return true
	case before == text.OpenQuote || before == text.CloseQuote && d.Tag(k) != text.Comma && d.Tag(k) != text.Stop:
		return verbAhead(d, k, to)
	case t == text.WP || t == text.WDT || t == text.WRB:
		return before != text.IN && verbAhead(d, k+1, to)
	case t == text.IN && isRelative(d.Tag(k+1)) && before == text.Comma:
		return true
	case t == text.IN:
		return subordinators[d.Lower(k)] && clauseAhead(d, k+1, to)
	case t == text.CC:
		return clauseAhead(d, k+1, to)
	case before == text.Comma:
		return clauseAhead(d, k, to) && !listAround(d, k)
	case before.IsFinite() || before == text.VBG:
		v, ok := VerbAt(d, k-1)
		return ok && v.End == k && clauseAhead(d, k, to)
	}
	return false
}

// subordinators can open a clause.
var subordinators = map[string]bool{"that": true, "because": true, "if": true, "whether": true, "although": true, "though": true, "unless": true, "while": true, "whereas": true,
	"after": true, "before": true, "since": true, "until": true, "as": true, "once": true, "so": true, "till": true, "lest": true}

// clauseAhead says whether a subject and its finite verb begin at token k.
func clauseAhead(d *text.Document, k, to int) bool {
	k = skipAdverbs(d, k)
	p, ok := NounPhrase(d, k)
	return ok && p.First <= k && p.End <= to && isSubject(d, p, to)
}

// listAround says whether the phrase at k is one of a list before "and": "A, B and C said".
func listAround(d *text.Document, k int) bool {
	p, ok := NounPhrase(d, k)
	if !ok || d.Tag(p.End) != text.CC {
		return false
	}
	_, before := phraseEnding(d, k-1)
	return before
}

// verbAhead says whether a finite verb comes before the next comma, quote or colon.
func verbAhead(d *text.Document, k, to int) bool {
	for ; k < min(to, k+30); k++ {
		switch t := d.Tag(k); {
		case t.IsFinite():
			return true
		case t == text.Comma || t == text.Colon || t == text.OpenQuote || t == text.CloseQuote:
			return false
		}
	}
	return false
}

// insertionEnd is where a clause that begins at k ends and the outer one goes on; -1 when it goes on to the end of the sentence. A
// relative clause behind a comma ends at the next comma that a verb follows; one without a comma before a second finite verb.
func insertionEnd(d *text.Document, k, to int) int {
	if !isRelative(d.Tag(k)) && !(d.Tag(k) == text.WRB && d.Tag(k-1) == text.Comma) && !(d.Tag(k) == text.IN && d.Tag(k-1) == text.Comma) {
		return -1
	}
	comma := d.Tag(k-1) == text.Comma
	seen := false
	for j := k + 1; j < to; j++ {
		t := d.Tag(j)
		switch {
		case t == text.Comma && comma && seen && (d.Tag(skipAdverbs(d, j+1)).IsFinite() || d.Tag(k) != text.WP && d.Tag(k) != text.WDT):
			return j
		case t.IsFinite():
			v, ok := VerbAt(d, j)
			if seen && ok && !comma && d.Tag(j-1) != text.CC && d.Tag(j-1) != text.Comma && !isRelative(d.Tag(j-1)) && !d.Tag(j-1).IsFinite() && !d.Tag(j-1).IsAdverb() {
				if p, has := phraseEnding(d, j); !has || !startsOwnClause(d, p, k) {
					return j
				}
			}
			seen = true
			if ok && v.End > j {
				j = v.End - 1
			}
		case t == text.OpenQuote || t == text.Colon:
			return j
		}
	}
	return -1
}

// startsOwnClause says whether p, before a verb inside a relative clause, is that verb's own subject: something opens a clause before it.
func startsOwnClause(d *text.Document, p Phrase, from int) bool {
	if p.First-1 <= from {
		return true
	}
	t := d.Tag(p.First - 1)
	return t == text.IN && subordinators[d.Lower(p.First-1)] || isRelative(t) || t == text.WRB || t.IsVerb() && inverting[Lemma(d.Lower(p.First-1), t)]
}

// PP is a prepositional phrase.
type PP struct {
	Prep   string // lower case, "because of" and "out of" as one
	Phrase Phrase
}

// Prepositions gives the prepositional phrases behind verb or noun i, up to the end of its clause; behind a noun, up to the next verb.
func Prepositions(d *text.Document, i int) []PP {
	k := i + 1
	v, isVerb := VerbAt(d, i)
	if isVerb {
		k = v.End
	} else if p, ok := NounPhrase(d, i); ok {
		k = p.End
	}
	_, end := Clause(d, i)
	var out []PP
	for k < end {
		t := d.Tag(k)
		if !isVerb && (t.IsVerb() || t == text.MD || t == text.Comma) {
			break
		}
		if t != text.IN && t != text.TO || d.Tag(k+1).IsVerb() && !modifies(d, k+1) || twoWordBounds[d.Lower(k)+" "+d.Lower(k+1)] {
			if p, ok := NounPhrase(d, k); ok && p.End > k {
				k = p.End
				continue
			}
			k++
			continue
		}
		prep := d.Lower(k)
		if d.Tag(k+1) == text.IN && k+1 < end {
			k++
			prep += " " + d.Lower(k)
		}
		if p, ok := NounPhrase(d, k+1); ok && p.First <= k+1 && p.Head < end {
			out = append(out, PP{prep, p})
			k = p.End
			continue
		}
		k++
	}
	return out
}
