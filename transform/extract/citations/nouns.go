package citations

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// byNouns makes the citations of nouns that report: "the mayor's claim that …", "issued a warning that …".
func (f *finder) byNouns(k int, p *passage) {
	for i := p.first; i+2 < p.end; i++ {
		if q := p.quoteAt(i); q >= 0 {
			i = p.quotes[q].close
			continue
		}
		if p.lower(i+1) != "that" || p.tag(i+2).IsFinite() || !p.tag(i).IsNoun() {
			continue
		}
		class := cueNouns[model.Lemma(p.lower(i), p.tag(i))]
		if class == "" || f.reportedAt(i) {
			continue
		}
		if dr := p.nounCue(i, class); dr != nil {
			dr.passage = k
			f.add(dr)
		}
	}
}

// reportedAt says whether a citation of this passage begins with the phrase of noun i: "denied claims that …" is one saying, not two.
func (f *finder) reportedAt(i int) bool {
	for n := len(f.drafts) - 1; n >= 0 && n > len(f.drafts)-4; n-- {
		first := f.drafts[n].pieces[0].first
		if first <= i && i-first < 4 {
			return true
		}
	}
	return false
}

// nounCue reads the noun at token i with its clause; nil when nobody is named who says it.
func (p *passage) nounCue(i int, class string) *draft {
	core, ok := p.baseLeft(i, p.first)
	c := &cue{verb: &verb{class: class}, span: span{i, i + 1}, main: i}
	content := span{i + 2, p.clauseEnd(i+2, c)}
	if !ok || !p.hasFinite(content.first, content.end) || p.tag(i+1) == text.WDT && content.len() < minSigned {
		return nil // "the promise that he made"
	}
	dr := &draft{cue: c.span, class: class, rule: "<speaker>'s <claim> that <clause>"}
	if dr.source = p.possessor(core); dr.source.len() == 0 {
		dr.rule = "<speaker> makes a <claim> that <clause>"
		if dr.source = p.maker(core); dr.source.len() == 0 {
			return nil
		}
	}
	if dr.pieces = p.pieces(content, dr); len(dr.pieces) == 0 {
		return nil
	}
	return dr
}

// possessor returns whose the claim is: "the mayor's", "his".
func (p *passage) possessor(core span) source {
	for i := core.end - 2; i >= core.first; i-- {
		switch p.tag(i) {
		case text.POS:
			s := span{core.first, i}
			return source{s, s, p.kindOf(s)}
		case text.PRPS:
			s := span{i, i + 1}
			return source{s, s, pronoun}
		}
	}
	return source{}
}

// makers are verbs that make a saying of the noun behind them.
var makers = set("made makes make making issued issues issue issuing repeated repeats repeating raised raises raise raising voiced voices voice voicing expressed express expresses expressing gave gives give giving with release released")

// maker returns the subject of the verb that makes the claim: "issued a warning that", "with a clear warning that".
func (p *passage) maker(core span) source {
	i := core.first - 1
	if !makers[p.lower(i)] {
		return source{}
	}
	s, ok := p.subjectOf(i + 1)
	if !ok || !s.plausible() {
		return source{}
	}
	return s
}
