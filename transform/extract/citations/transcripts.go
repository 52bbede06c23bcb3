package citations

import "github.com/newsledger/newsledger/transform/text"

// turn is what one speaker says in a transcript: "WALLACE: …".
type turn struct {
	speaker span
	content span
	passage int
}

// transcripts finds the turns of an interview: paragraphs that begin with a speaker and a colon, at least three of them in the document.
func (f *finder) transcripts() {
	var turns []turn
	k := 0
	for s := 0; s < len(f.d.Sentences); {
		end := s + 1
		for end < len(f.d.Sentences) && f.d.Sentences[end].Paragraph == f.d.Sentences[s].Paragraph {
			end++
		}
		para := span{f.d.Sentences[s].First, f.d.Sentences[end-1].End}
		for k+1 < len(f.passages) && f.passages[k].end <= para.first {
			k++
		}
		if name, ok := f.label(para); ok {
			turns = append(turns, turn{name, f.content(span{name.end + 1, para.end}), k})
		}
		s = end
	}
	if len(turns) < minTurns {
		return
	}
	for _, t := range turns {
		if t.content.len() > 0 {
			f.add(&draft{kind: "direct", source: source{t.speaker, t.speaker, named}, class: "say", pieces: []span{t.content}, passage: t.passage, rule: "<speaker>: <turn of a transcript>"})
		}
	}
}

// minTurns is how many labelled paragraphs make a transcript; two may be a heading and a list.
const minTurns = 3

// label returns the speaker at the head of a paragraph, before a colon.
func (f *finder) label(para span) (span, bool) {
	if _, ok := doubleAt(f.d, para.first); ok {
		para.first++
	}
	for i := para.first; i+1 < para.end && i < para.first+6; i++ {
		t := &f.d.Tokens[i]
		if t.Lower == ":" {
			return span{para.first, i}, i > para.first
		}
		if !t.Is(text.Capital) && t.Lower != "." && t.Lower != "-" {
			break
		}
	}
	return span{}, false
}

// content cuts the quotation mark off the end of a turn, and full stops as everywhere.
func (f *finder) content(s span) span {
	for s.len() > 0 {
		if _, ok := doubleAt(f.d, s.end-1); !ok && !isEdge(f.d, s.end-1) {
			break
		}
		s.end--
	}
	return s
}
