package citations

import "github.com/newsledger/newsledger/transform/text"

// quotedAlone finds the quotations that are passages of their own: they go on with the speaker before them, or with one who was announced.
func (f *finder) quotedAlone(k int, p *passage) {
	if len(p.quotes) == 0 || !p.isQuotedAlone() {
		return
	}
	if n := len(f.drafts); n > 0 && f.drafts[n-1].passage == k {
		return // has a speaker of its own
	}
	before := f.speakerNear(k)
	if before == nil {
		return
	}
	var pieces []span
	for _, q := range p.quotes {
		pieces = append(pieces, trimmed(p, q.parts)...)
	}
	if len(pieces) == 0 {
		return
	}
	if last := f.last(); last != nil && last == before && last.kind == "direct" && last.passage == k-1 && f.passages[k-1].paragraph == p.paragraph {
		last.pieces = append(last.pieces, pieces...)
		last.passage = k
		last.rule = "<quotation>, <speaker> <says>. <quotation>"
		return
	}
	f.add(&draft{kind: "direct", source: before.source, cue: span{}, class: before.class, pieces: pieces, passage: k, rule: "<quotation> behind words of <speaker>", carried: before.carried || before.passage != k})
}

// isQuotedAlone says whether nothing but quotations stands in the passage, and at least one of them is a sentence.
func (p *passage) isQuotedAlone() bool {
	long := false
	for i := p.first; i < p.end; i++ {
		if q := p.quoteAt(i); q >= 0 {
			long = long || p.isSentence(p.quotes[q])
			i = p.quotes[q].close
			continue
		}
		if t := p.tag(i); !t.IsPunct() && t != text.CC && t != text.None {
			return false
		}
	}
	return long
}

// isSentence says whether a quotation reads as speech of its own: a finite verb or a closing mark inside, and three words.
func (p *passage) isSentence(q quotation) bool {
	if q.close-q.open < 4 || p.isTitle(q) {
		return false
	}
	switch p.d.Lower(q.close - 1) {
	case ".", "!", "?", ",", "...", "…":
		return true
	}
	for i := q.open + 1; i < q.close; i++ {
		if p.d.Tag(i).IsFinite() {
			return true
		}
	}
	return false
}

// isTitle says whether a quotation is the name of a work: every word of weight has a capital, and there is more than one.
func (p *passage) isTitle(q quotation) bool {
	words := 0
	for i := q.open + 1; i < q.close; i++ {
		t := &p.d.Tokens[i]
		switch {
		case !t.Is(text.Alpha) || len(t.Lower) < 4 && !t.Is(text.Capital):
		case !t.Is(text.Capital):
			return false
		default:
			words++
		}
	}
	return words > 1 && p.d.Lower(q.close-1) != "!" && p.d.Lower(q.close-1) != "?"
}

// speakerNear returns the last citation by speech whose speaker may go on in passage k: in the passage before, or the paragraph before.
func (f *finder) speakerNear(k int) *draft {
	last := f.last()
	if last == nil || last.source.core.len() == 0 && !last.carried {
		return nil
	}
	p, before := f.passages[k], f.passages[last.passage]
	if k-last.passage > 1 || p.paragraph-before.paragraph > 1 {
		return nil
	}
	if last.source.kind == data {
		return nil
	}
	return last
}

func (f *finder) last() *draft {
	if len(f.drafts) == 0 {
		return nil
	}
	return f.drafts[len(f.drafts)-1]
}

// announced makes the citation of a passage that ends with a colon behind speaker and verb, and of the quotation that follows.
func (f *finder) announced(k int, p *passage) bool {
	if k+1 >= len(f.passages) || len(p.cues) == 0 || p.lower(p.end-1) != ":" {
		return false
	}
	c := p.cues[len(p.cues)-1]
	next := f.passages[k+1]
	if !c.found || c.passive || c.negated || !c.takes["quote"] || !next.isQuotedAlone() || next.paragraph-p.paragraph > 1 {
		return false
	}
	if n := len(f.drafts); n > 0 && f.drafts[n-1].verb == c {
		return false
	}
	var pieces []span
	for _, q := range next.quotes {
		pieces = append(pieces, trimmed(next, q.parts)...)
	}
	if len(pieces) == 0 {
		return false
	}
	f.add(&draft{kind: "direct", source: c.speaker, cue: c.span, class: c.class, pieces: pieces, passage: k + 1, verb: c, rule: "<speaker> <says>: new paragraph <quotation>"})
	return true
}
