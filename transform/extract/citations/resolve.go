package citations

import (
	"sort"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/text"
)

// mention is an actor's mention in tokens.
type mention struct {
	span
	row *schema.ActorMention
}

// actors are the actors that earlier stations found, by the places where they are mentioned.
type actors struct {
	mentions []mention // by first token
	byID     map[string]*schema.Actor
}

func actorsOf(d *text.Document, rec *schema.Record) *actors {
	a := &actors{byID: map[string]*schema.Actor{}}
	for i := range rec.Actors {
		a.byID[rec.Actors[i].ActorID] = &rec.Actors[i]
	}
	for i := range rec.ActorMentions {
		first, end := d.TokensOf(rec.ActorMentions[i].Span)
		a.mentions = append(a.mentions, mention{span{first, end}, &rec.ActorMentions[i]})
	}
	sort.SliceStable(a.mentions, func(i, k int) bool { return a.mentions[i].first < a.mentions[k].first })
	return a
}

// in returns the mentions that overlap s.
func (a *actors) in(s span) []mention {
	from := sort.Search(len(a.mentions), func(i int) bool { return a.mentions[i].first >= s.first })
	for from > 0 && a.mentions[from-1].end > s.first {
		from--
	}
	end := from
	for end < len(a.mentions) && a.mentions[end].first < s.end {
		end++
	}
	return a.mentions[from:end]
}

// isPerson says whether m mentions a person.
func (a *actors) isPerson(m mention) bool { return a.is(m.row.ActorID, "person") }

func (a *actors) is(id, actorType string) bool {
	actor := a.byID[id]
	return actor != nil && actor.ActorType == actorType
}

// speaker returns the actor who speaks when s is the source, and how he was recognised: by name, role or pronoun, or none.
func (f *finder) speaker(p *passage, s source) (id, from string) {
	if s.core.len() == 0 {
		return "", "none"
	}
	head := s.core.end - 1
	if p.lower(head) == ")" {
		head = max(p.bracketLeft(head)-1, s.core.first)
	}
	if id := f.titledName(p, s); id != "" {
		return id, "name"
	}
	var best *schema.ActorMention
	for _, m := range f.actors.in(span{head, head + 1}) {
		if best == nil || rank(m.row.Kind) < rank(best.Kind) {
			best = m.row
		}
	}
	if best != nil {
		return best.ActorID, best.Kind
	}
	switch s.kind {
	case pronoun:
		return f.pronounSpeaker(p, head)
	case document, data, work:
		return f.author(p, s)
	}
	if id := f.appositionName(p, s); id != "" {
		return id, "name"
	}
	if s.kind == named {
		for _, m := range f.actors.in(s.core) {
			if p.tag(m.end) != text.POS && m.row.Kind == "name" {
				return m.row.ActorID, "name"
			}
		}
	}
	return "", "none"
}

func rank(kind string) int {
	switch kind {
	case "name":
		return 0
	case "role":
		return 1
	}
	return 2
}

// appositionName returns the person who is named right behind a role: "a spokesman for the bank, Mr Lee".
func (f *finder) appositionName(p *passage, s source) string {
	for _, m := range f.actors.in(span{s.core.end, s.end}) {
		if !f.actors.isPerson(m) || m.row.Kind != "name" {
			continue
		}
		k := m.first - 1
		for k > m.first-4 && k > s.first && p.d.Tokens[k].Is(text.Capital) {
			k--
		}
		if p.lower(k) == "," {
			return m.row.ActorID
		}
	}
	return ""
}

// titledName returns the person whose titles are joined by "and": "chairman and chief executive Lee".
func (f *finder) titledName(p *passage, s source) string {
	for _, m := range f.actors.in(span{s.core.end, s.end}) {
		if !f.actors.isPerson(m) || m.row.Kind != "name" || p.lower(s.core.end) != "and" {
			continue
		}
		title := span{s.core.end + 1, m.first}
		for i := title.first; i < title.end; i++ {
			if t := p.tag(i); !t.IsNoun() && !t.IsAdjective() && t != text.VBN {
				return ""
			}
		}
		if title.len() > 0 {
			return m.row.ActorID
		}
	}
	return ""
}

// author returns the actor whose document s is: "Amnesty's report", "a UN report", "a letter from the bank".
func (f *finder) author(p *passage, s source) (id, from string) {
	for _, m := range f.actors.in(s.span) {
		before := p.lower(m.first - 1)
		if m.row.Kind == "name" && (m.within(s.core) || before == "by" || before == "from" || before == "of" || before == "the") {
			return m.row.ActorID, "name"
		}
	}
	head := p.lower(s.core.end - 1)
	if a, ok := f.authors[head]; ok {
		return a, "role"
	}
	if last := f.lastSpeaker; head == "statement" && last.id != "" && p.paragraph-last.paragraph <= 1 {
		return last.id, "role" // the statement of who spoke just before
	}
	return "", "none"
}

// pronounSpeaker resolves a pronoun that no earlier station resolved. "He", "she": the last speaker, when he is a person and spoke in this
// paragraph or the one before; else the only person named in the sentence before.
func (f *finder) pronounSpeaker(p *passage, token int) (id, from string) {
	person := personal[p.lower(token)]
	if !person && p.lower(token) != "it" {
		return "", "none"
	}
	if last := f.lastSpeaker; last.id != "" && f.actors.is(last.id, "person") == person && p.paragraph-last.paragraph <= 1 {
		return last.id, "pronoun"
	}
	s := f.d.Tokens[p.first].Sentence
	if s == 0 || !person {
		return "", "none"
	}
	before := f.d.Sentences[s-1]
	found := ""
	for _, m := range f.actors.in(span{before.First, before.End}) {
		if !f.actors.isPerson(m) || m.row.Kind != "name" {
			continue
		}
		if found != "" && found != m.row.ActorID {
			return "", "none"
		}
		found = m.row.ActorID
	}
	if found == "" {
		return "", "none"
	}
	return found, "pronoun"
}

// personal are pronouns of one person.
var personal = set("he she him her his")

// lastSpeaker is who spoke last in the order of the text.
type lastSpeaker struct {
	id        string
	paragraph int
}

// anonymity says how a source is named.
func anonymity(p *passage, s source, id string) string {
	switch {
	case id != "" || s.kind == named:
		return "named"
	case s.kind == group || s.kind == body:
		return "collective"
	case s.kind == role && isPlural(p, s.core):
		return "collective"
	case s.kind == unnamed && isPlural(p, s.core) && p.lower(s.core.end-1) != "sources":
		return "collective"
	case s.kind == role:
		return "role_only"
	}
	return "anonymous"
}

func isPlural(p *passage, core span) bool {
	t := p.tag(core.end - 1)
	return t == text.NNS || t == text.NNPS
}
