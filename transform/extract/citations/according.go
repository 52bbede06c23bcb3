package citations

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// byPhrase makes the citation of a source phrase: "According to X, S", "S, according to X", "A, according to X, B".
func (f *finder) byPhrase(k int, p *passage, a sourcePhrase) {
	dr := &draft{source: a.source, cue: a.cue, class: a.class, passage: k}
	rest := a.end
	for p.lower(rest) == "," || p.lower(rest) == ":" {
		rest++
	}
	right := span{rest, p.clauseEnd(rest, &cue{})}
	left := p.trim(span{p.free, a.first})
	switch {
	case left.len() == 0 && p.hasContentBefore(f, a):
		return
	case left.len() == 0 || left.len() == 1 && p.tag(left.first).IsAdverb():
		dr.pieces, dr.rule = p.pieces(right, dr), "according to <speaker>, <clause>"
		p.free = right.end
	case p.lower(a.end) == "," && right.len() > 2 && (p.hasFinite(right.first, right.end) || p.hasPast(right.first, right.end)) && (!p.hasFinite(left.first, left.end) || subordinators[p.lower(left.first)]):
		dr.rule = "<clause>, according to <speaker>, <clause>"
		dr.pieces = append(p.pieces(left, dr), p.pieces(right, dr)...)
		p.free = right.end
	default:
		dr.pieces, dr.rule = p.pieces(left, dr), "<clause>, according to <speaker>"
		p.free = a.end
	}
	if len(dr.pieces) > 0 {
		f.add(dr)
	}
}

// hasContentBefore makes the phrase the second source of what another speaker said just before: "X says that S, according to Y".
func (p *passage) hasContentBefore(f *finder, a sourcePhrase) bool {
	if len(f.drafts) == 0 {
		return false
	}
	last := f.drafts[len(f.drafts)-1]
	end := last.pieces[len(last.pieces)-1].end
	if a.first-end > 1 || last.passage < 0 || f.passages[last.passage] != p {
		return false
	}
	f.add(&draft{source: a.source, cue: a.cue, class: a.class, passage: last.passage, pieces: last.pieces, kind: last.kind, rule: "<clause>, according to <speaker>"})
	return true
}

// sourcePhrase is a phrase that names a source: "according to the ministry".
type sourcePhrase struct {
	span        // phrase and source
	cue    span // "according to"
	class  string
	source source
}

var phraseLexicon = rule.NewLexicon(lexicon.Read("source_phrases.tsv").Map("class"))

// sourcePhrases finds the source phrases of a passage outside of quotation marks.
func sourcePhrases(p *passage) []sourcePhrase {
	var all []sourcePhrase
	for i := p.first; i+1 < p.end; i++ {
		if q := p.quoteAt(i); q >= 0 {
			i = p.quotes[q].close
			continue
		}
		k, class, hit := phraseLexicon.At(p.d, i, p.end)
		if !hit {
			continue
		}
		whole, core, ok := p.phraseRight(k)
		if !ok && p.tag(k).IsVerb() { // "to exit polls", "to show insiders": "to" misleads the tagger
			whole, core, ok = p.phraseRight(k + 1)
			whole.first, core.first = k, k
		}
		if !ok {
			continue
		}
		if i == p.first {
			whole.end = p.untilComma(whole.end)
		}
		all = append(all, sourcePhrase{span{i, whole.end}, span{i, k}, class, source{whole, core, p.kindOf(core)}})
	}
	return all
}

// untilComma returns the end of what hangs on a source that ends before token i, when a comma closes it without a finite verb between:
// "an official cited by the paper".
func (p *passage) untilComma(i int) int {
	for k := i; k < p.end && k < i+maxObject; k++ {
		if p.quoteAt(k) >= 0 || p.tag(k).IsFinite() && p.tag(k) != text.VBD {
			break
		}
		if p.lower(k) == "," {
			return k
		}
	}
	return i
}
