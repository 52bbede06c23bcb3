package citations

import (
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// links finds the addresses of web pages outside of credits and inside of them.
func (f *finder) links() {
	for k, p := range f.passages {
		for i := p.first; i < p.end; i++ {
			if isURL(f.d.Tokens[i].Lower) {
				f.add(&draft{kind: "link", pieces: []span{{i, i + 1}}, passage: k, rule: "<address>"})
			}
		}
	}
}

func isURL(w string) bool {
	return strings.HasPrefix(w, "http://") || strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "www.")
}

var creditWords = set("source sources credit credits")

// credits finds lines that name media as sources: "Sources: Reuters, DW".
func (f *finder) credits() {
	for k, p := range f.passages {
		i := p.first
		for i < p.end && !f.d.Tokens[i].Is(text.Alpha) && i < p.first+3 {
			i++
		}
		if !creditWords[p.lower(i)] || p.lower(i+1) != ":" || (k > 0 && f.passages[k-1].paragraph == p.paragraph) {
			continue
		}
		cue := span{i, i + 1}
		for _, s := range p.listItems(i + 2) {
			f.add(&draft{kind: "media_credit", source: source{s, s, named}, cue: cue, pieces: []span{s}, passage: k, rule: "sources: <name>, <name>"})
		}
	}
}

// listItems returns the names of a list that begins with token i and ends with the passage. A list that reads as a sentence has none.
func (p *passage) listItems(i int) []span {
	if p.hasFinite(i, p.end) {
		return nil
	}
	var items []span
	first := i
	for ; i <= p.end; i++ {
		w := p.lower(i)
		if i < p.end && w != "," && w != ";" && w != "/" && w != "|" && !(w == "and" && i+1 < p.end && p.d.Tokens[i+1].Is(text.Capital) && p.lower(first-1) == ",") {
			continue
		}
		s := p.trim(span{first, i})
		first = i + 1
		if s.len() > 0 && s.len() <= 8 && p.d.Tokens[s.first].Is(text.Capital) && !isURL(p.lower(s.first)) {
			items = append(items, s)
		}
	}
	return items
}

// mediaNames are the names of media in lower case.
var mediaNames = readMedia()

func readMedia() map[string]bool {
	m := map[string]bool{}
	l := lexicon.Read("bodies.tsv")
	kinds := l.Map("actor_type")
	for name, k := range kinds {
		if k == "media" {
			m[strings.ToLower(name)] = true
		}
	}
	return m
}

// told makes the media credit of what was told to a medium: "told DW".
func (f *finder) told(dr *draft) {
	if dr.hearer.len() == 0 {
		return
	}
	p := f.passages[dr.passage]
	for _, m := range f.actors.in(dr.hearer) {
		if f.actors.is(m.row.ActorID, "media") && m.row.Kind == "name" {
			dr.hearer = m.span
			f.add(&draft{kind: "media_credit", source: source{m.span, m.span, named}, cue: dr.cue, pieces: []span{m.span}, passage: dr.passage, rule: "told <medium>"})
			return
		}
	}
	s := dr.hearer
	for p.tag(s.first) == text.DT {
		s.first++
	}
	for end := s.end; end > s.first; end-- {
		if f.d.Tokens[end-1].Is(text.Capital) && mediaNames[strings.ToLower(f.d.Slice(s.first, end))] {
			s.end = end
			f.add(&draft{kind: "media_credit", source: source{s, s, named}, cue: dr.cue, pieces: []span{s}, passage: dr.passage, rule: "told <medium>"})
			return
		}
	}
}
