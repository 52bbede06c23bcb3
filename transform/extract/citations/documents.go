package citations

import (
	"sort"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// documents finds the documents that the text names as sources, each at its first mention.
func (f *finder) documents() {
	seen := map[string]bool{}
	cited, verbs := f.documentSources()
	for k, p := range f.passages {
		for i := p.first; i < p.end && !p.heading; i++ {
			if p.quoteAt(i) >= 0 || kinds[documentNouns[model.Lemma(p.lower(i), p.tag(i))]] != document || !p.tag(i).IsNoun() || p.tag(i+1).IsNoun() && p.tag(i+1) != text.NNPS {
				continue
			}
			if verbs[i] || p.isPerson(i-1) {
				continue
			}
			dr := f.documentAt(k, p, i, cited[i])
			if dr == nil {
				continue
			}
			key := model.Lemma(p.lower(i), p.tag(i))
			if dr.author.len() > 0 {
				key += "\x00" + f.d.Slice(dr.author.first, dr.author.end)
			}
			if seen[key] {
				continue
			}
			seen[key] = true
			f.add(dr)
		}
	}
}

// documentSources returns the head tokens of the documents that are sources of what is said, and the reporting verbs, which may look like
// nouns ("the ministry reports").
func (f *finder) documentSources() (heads, verbs map[int]bool) {
	heads, verbs = map[int]bool{}, map[int]bool{}
	for _, dr := range f.drafts {
		if dr.verb != nil {
			verbs[dr.verb.main] = true
		}
		if dr.source.kind == document {
			heads[dr.source.core.end-1] = true
		}
	}
	return heads, verbs
}

// documentAt makes the citation of the document whose noun is token i: it is the source of something, or has an author and a sign that
// it was made public.
func (f *finder) documentAt(k int, p *passage, i int, isSource bool) *draft {
	core, ok := p.baseLeft(i, p.first)
	if !ok {
		return nil
	}
	core = p.titledCore(core)
	whole := core
	author := p.authorBefore(core)
	noun := model.Lemma(p.lower(i), p.tag(i))
	if behind, end := p.authorBehind(i + 1); behind.len() > 0 {
		whole.end = end
		if author.len() == 0 {
			author = behind
		}
	} else if p.isIssued(i+1) && publicNouns[noun] {
		whole.end = p.skipAdjuncts(i + 2)
		if p.lower(whole.end-1) == "," {
			whole.end--
		}
		if author.len() == 0 {
			author = p.issuer(whole)
		}
	}
	if !isSource && (author.len() == 0 || !publicNouns[noun]) && !(p.isIssued(i+1) && publicNouns[noun]) {
		return nil
	}
	if venue[p.lower(i)] && p.lower(core.first-1) == "in" && !isSource && !p.isIssued(i+1) {
		return nil // "said in a statement" needs no document
	}
	dr := &draft{kind: "document", pieces: []span{whole}, passage: k, author: author, title: p.titleOf(core, i), rule: "<document> by <author>"}
	if isSource {
		dr.rule = "<document> <says>"
	} else if p.isIssued(i + 1) {
		dr.rule = "<document> released"
	}
	if author.len() > 0 {
		dr.source = source{author, author, p.kindOf(author)}
	}
	return dr
}

// publicNouns are documents that are worth a row by their author alone.
var publicNouns = set("report study survey list statement memo memorandum dossier audit communique communiqué readout paper bulletin directive letter indictment filing affidavit")

// authorBefore returns the author named before the noun: "Amnesty's report", "a UN report".
func (p *passage) authorBefore(core span) span {
	for i := core.end - 2; i >= core.first; i-- {
		if p.tag(i) == text.POS {
			return p.withoutArticle(span{core.first, i})
		}
	}
	end := core.end - 1
	for end > core.first && !p.tag(end-1).IsProper() {
		end--
	}
	first := end
	for first > core.first && p.tag(first-1).IsProper() {
		first--
	}
	if end == core.end-1 || end > first && (p.tag(end) == text.NN || p.tag(end) == text.NNS) {
		return span{first, end}
	}
	return span{}
}

// titledCore takes the rest of a title with a small word inside into the phrase: "the agency's Trafficking in Persons report".
func (p *passage) titledCore(core span) span {
	for n := 0; n < 2; n++ {
		k := core.first - 1
		if !p.d.Tokens[core.first].Is(text.Capital) || !linking[p.lower(k)] && p.lower(k) != "and" || k-1 < p.first || !p.d.Tokens[k-1].Is(text.Capital) {
			break
		}
		base, ok := p.baseLeft(k-1, p.first)
		if !ok || !p.tag(k-1).IsNoun() {
			break
		}
		core.first = base.first
	}
	return core
}

// issuer returns the subject of "In a study that came out on 3 May, the agency said …".
func (p *passage) issuer(whole span) span {
	if k := whole.first - 1; k != p.first || p.lower(k) != "in" || p.lower(whole.end) != "," {
		return span{}
	}
	_, core, ok := p.phraseRight(whole.end + 1)
	if !ok || p.kindOf(core) == other {
		return span{}
	}
	return p.withoutArticle(core)
}

// isPerson says whether token i ends the name of a person: what follows is what he does ("Lee reports from Rome").
func (p *passage) isPerson(i int) bool {
	k := sort.Search(len(p.d.Names), func(k int) bool { return p.d.Names[k].End > i })
	return k < len(p.d.Names) && p.d.Names[k].First <= i && p.d.Names[k].Label == text.Person
}

func (p *passage) withoutArticle(s span) span {
	for s.len() > 0 && p.tag(s.first) == text.DT {
		s.first++
	}
	return s
}

// authorBehind returns the author behind the noun, and where the description ends: "reports issued by the UN Office".
func (p *passage) authorBehind(i int) (author span, end int) {
	if issued[p.lower(i)] {
		i++
	}
	if w := p.lower(i); w != "by" && w != "from" {
		return span{}, i
	}
	whole, core, ok := p.phraseRight(i + 1)
	if !ok || p.kindOf(core) == other || hasTimeOnly(p, core) {
		return span{}, i
	}
	return p.withoutArticle(whole), whole.end
}

var issued = set("released published issued compiled prepared written obtained seen submitted filed commissioned leaked signed unveiled")

// isIssued says whether the word behind a document says that it was made public: "a report released on 26 June".
func (p *passage) isIssued(i int) bool {
	return p.tag(i) == text.VBN && issued[p.lower(i)] || p.tag(i) == text.VBD && issued[p.lower(i)] && (p.lower(i+1) == "by" || p.lower(i+1) == "on" || p.lower(i+1) == "in" || p.lower(i+1) == "this" || p.lower(i+1) == "last")
}

// titleOf returns the title of the document: in quotation marks behind it, or the capitals before its noun: "Trafficking in Persons report".
func (p *passage) titleOf(core span, noun int) span {
	k := noun + 1
	for k < noun+4 && (p.lower(k) == "," || p.lower(k) == "titled" || p.lower(k) == "entitled" || p.lower(k) == "called") {
		k++
	}
	if q := p.quoteAt(k); q >= 0 && k > noun+1 && p.quotes[q].open == k {
		return p.quotes[q].parts[0]
	}
	first := noun
	for first > core.first && p.tag(first-1) != text.POS && (p.d.Tokens[first-1].Is(text.Capital) || linking[p.lower(first-1)]) {
		first--
	}
	for first < noun && !p.d.Tokens[first].Is(text.Capital) {
		first++
	}
	if first < noun && (p.d.Tokens[noun].Is(text.Capital) || first > core.first && p.tag(first-1) == text.POS) {
		return span{first, noun + 1}
	}
	return span{}
}
