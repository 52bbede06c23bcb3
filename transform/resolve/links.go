package resolve

import (
	"github.com/newsledger/newsledger/schema"
)

// tie is a relation between two actors, as often as it is stated.
type tie struct {
	subject, object int32 // numbers in Partition.Actors
	relation        string
}

// linkClasses says which groups of events link their agents with their targets, and how.
var linkClasses = map[string]string{"enforce": "enforcement", "justice": "enforcement", "control": "enforcement", "speech": "accusation", "harm": "harm", "force": "harm", "protect": "cooperation",
	"diplomacy": "cooperation", "economy": "cooperation"}

// linkClass is the class of the links that an event type makes, "" for none.
func linkClass(eventType string) string {
	switch eventType {
	case "dispute", "denial":
		return "accusation"
	case "support":
		return "cooperation"
	case "market_move", "request":
		return ""
	}
	return linkClasses[schema.EventGroup(eventType)]
}

// ties counts the articles that state each tie.
func (p *Partition) ties() map[tie]int {
	counts := map[tie]int{}
	for i := range p.Articles {
		seen := map[tie]bool{}
		for _, r := range p.key(i).Relations {
			if t, ok := p.tie(p.key(i), r); ok && !seen[t] {
				seen[t] = true
				counts[t]++
			}
		}
	}
	return counts
}

// tie is a relation as a link: between two actors that are not the same and not sensitive.
func (p *Partition) tie(k *Keys, r RelationKey) (tie, bool) {
	if r.Subject < 0 || r.Object < 0 {
		return tie{}, false
	}
	t := tie{k.Actors[r.Subject].cluster, k.Actors[r.Object].cluster, r.Relation}
	return t, p.linked(t.subject, t.object)
}

func (p *Partition) linked(a, b int32) bool {
	return a != b && !p.Actors[a].Row.IsSensitive && !p.Actors[b].Row.IsSensitive
}

// pairs are the links that an event makes: a named agent with a named target, where one mention names both.
func (p *Partition) pairs(c int32) [][2]int32 {
	first := p.Events[c].Members[0]
	if linkClass(p.key(int(first.Article)).Events[first.Number].Type) == "" {
		return nil
	}
	var pairs [][2]int32
	for _, m := range p.Events[c].Members {
		k := p.key(int(m.Article))
		for _, pair := range k.Events[m.Number].Pairs {
			if a, t := k.Actors[pair[0]].cluster, k.Actors[pair[1]].cluster; p.linked(a, t) {
				pairs = appendNew(pairs, [2]int32{a, t})
			}
		}
	}
	return pairs
}

// links sends out the ties that this article states first, then the links of the events that it mentions first.
func (s *scope) links() error {
	for i, k := range s.key.Relations {
		t, ok := s.tie(s.key, k)
		if !ok || s.tied[t] {
			continue
		}
		s.tied[t] = true
		r := &s.r.Relations[i]
		row := s.link(t.subject, t.object)
		row.Link, row.LinkClass, row.Label, row.Status, row.Assertion, row.NArticles = r.Relation, "tie", r.Title, r.Status, r.Assertion, s.ties[t]
		row.Sentence, row.ArticleID, row.RowID = r.Sentence, r.ArticleID, r.RelationID
		if err := s.out.linksFlat.add(row); err != nil {
			return err
		}
	}
	return nil
}

// eventLinks sends out the links of an event.
func (s *scope) eventLinks(c int32, e *mergedEvent) error {
	for _, pair := range s.pairs(c) {
		row := s.link(pair[0], pair[1])
		row.Link, row.LinkClass, row.Label, row.Status, row.Assertion, row.DateStart, row.NArticles = e.EventType, linkClass(e.EventType), e.Summary, e.Status, e.Assertion, e.DateStart, e.NArticles
		row.Sentence, row.ArticleID, row.RowID = e.anchor.Quote, e.fields.ArticleID, e.EventID
		if err := s.out.linksFlat.add(row); err != nil {
			return err
		}
	}
	return nil
}

func (s *scope) link(a, b int32) schema.LinkFlat {
	from, to := &s.Actors[a].Row, &s.Actors[b].Row
	return schema.LinkFlat{SourceID: from.ActorID, SourceName: from.Name, SourceType: from.ActorType, TargetID: to.ActorID, TargetName: to.Name, TargetType: to.ActorType}
}
