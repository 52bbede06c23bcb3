package citations

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// signatures finds paragraphs that are signed behind a dash: “…” — Name, and posts with the writer's handle: … — Name (@handle) date.
func (f *finder) signatures() {
	for k, p := range f.passages {
		for i := max(p.first, 1); i+1 < p.end; i++ {
			if !isDash(f.d.Lower(i)) || f.d.Tokens[i+1].Is(text.Glued|text.Alpha) && f.d.Tokens[i].Is(text.Glued) && f.d.Lower(i) == "-" {
				continue
			}
			if dr := f.signed(k, i); dr != nil {
				f.add(dr)
				break
			}
		}
	}
}

func isDash(w string) bool {
	return w == "-" || w == "--" || w == "---" || w == "―" || w == "–" || w == "—"
}

// signed reads the signature behind the dash at token i and what stands before it in the paragraph.
func (f *finder) signed(k, i int) *draft {
	para := f.paragraph(i)
	name := span{i + 1, i + 1}
	for name.end < para.end && name.len() < maxParts && (f.d.Tokens[name.end].Is(text.Capital) || f.d.Lower(name.end) == "." || f.isLinked(name.end, para.end)) {
		name.end++
	}
	if name.len() == 0 {
		return nil
	}
	dr := &draft{kind: "direct", source: source{name, name, named}, class: "say", passage: k}
	if f.isHandle(name.end, para.end) {
		dr.source.end = name.end + 3
		dr.rule, dr.pieces = "<post> — <name> (@handle)", []span{f.content(span{para.first, i})}
	} else if name.end >= para.end-1 && i > para.first {
		dr.rule, dr.pieces = "<quotation> — <name>", f.quotationBefore(i, para)
	}
	if len(dr.pieces) == 0 || dr.pieces[0].len() < minSigned {
		return nil
	}
	return dr
}

// isLinked says whether token i is a small word inside a name: "Port of Vale".
func (f *finder) isLinked(i, limit int) bool {
	return i+1 < limit && len(f.d.Lower(i)) <= 3 && f.d.Tokens[i].Is(text.Alpha) && f.d.Tokens[i+1].Is(text.Capital)
}

// minSigned is how many tokens a signed saying has at least: less is a heading.
const minSigned = 4

// isHandle says whether "(@name)" stands at token i.
func (f *finder) isHandle(i, limit int) bool {
	return i+2 < limit && f.d.Lower(i) == "(" && strings.HasPrefix(f.d.Lower(i+1), "@") && f.d.Lower(i+2) == ")"
}

// quotationBefore returns the parts of the quotation that ends right before token i and opens its paragraph.
func (f *finder) quotationBefore(i int, para span) []span {
	p := f.passageOf(i - 1)
	q := p.quoteAt(i - 1)
	if q < 0 || p.quotes[q].close != i-1 || p.quotes[q].open > para.first {
		return nil
	}
	return trimmed(p, p.quotes[q].parts)
}

// paragraph returns the tokens of the paragraph that holds token i, at most maxReach sentences of it.
func (f *finder) paragraph(i int) span {
	s := f.d.Tokens[i].Sentence
	first, end := s, s+1
	for first > 0 && s-first < maxReach && f.d.Sentences[first-1].Paragraph == f.d.Sentences[s].Paragraph {
		first--
	}
	for end < len(f.d.Sentences) && end-s < maxReach && f.d.Sentences[end].Paragraph == f.d.Sentences[s].Paragraph {
		end++
	}
	return span{f.d.Sentences[first].First, f.d.Sentences[end-1].End}
}
