package resolve

import (
	"github.com/newsledger/newsledger/schema"
)

// scope is one record on its way out, its local ids replaced by those of the partition.
type scope struct {
	*writer
	number  int32 // in Partition.Articles
	key     *Keys
	r       *schema.Record
	figure  numbered
	parts   map[int32]*mergedEvent          // events of this article alone
	speech  map[string]*schema.EventMention // by the citation that the event is
	local   numbered                        // events by id
	cited   numbered                        // citations by id
	byEvent map[string]eventRows            // rows of each event
	fields  schema.ArticleFields
}

func (w *writer) scope(i int32, r *schema.Record) *scope {
	a := &r.Article
	s := &scope{writer: w, number: i, key: w.key(int(i)), r: r, parts: map[int32]*mergedEvent{}, figure: numbers(r.Figures, func(f *schema.Figure) string { return f.FigureID }),
		fields: schema.ArticleFields{ArticleID: a.ArticleID, ArticleTitle: a.Title, ArticleSource: a.Source, Publisher: a.Publisher, PublisherType: a.PublisherType, PublishedDate: a.PublishedDate, URL: a.URL}}
	s.rekey()
	s.index()
	r.SetOmitted(w.omit.Text, w.omit.Sentences)
	return s
}

// eventRows are the numbers of the rows that belong to one event: an article may hold thousands of both.
type eventRows struct{ mentions, actors, places, figures []int }

func (s *scope) index() {
	s.cited = numbers(s.r.Citations, func(c *schema.Citation) string { return c.CitationID })
	s.local = numbers(s.r.Events, func(e *schema.Event) string { return e.EventID })
	s.byEvent, s.speech = map[string]eventRows{}, map[string]*schema.EventMention{}
	add := func(id string, i int, list func(*eventRows) *[]int) {
		rows := s.byEvent[id]
		*list(&rows) = append(*list(&rows), i)
		s.byEvent[id] = rows
	}
	for i := range s.r.EventMentions {
		if c := s.r.EventMentions[i].SpeechCitationID; c != "" {
			s.speech[c] = &s.r.EventMentions[i]
		}
		add(s.r.EventMentions[i].EventID, i, func(r *eventRows) *[]int { return &r.mentions })
	}
	for i := range s.r.EventActors {
		add(s.r.EventActors[i].EventID, i, func(r *eventRows) *[]int { return &r.actors })
	}
	for i := range s.r.EventPlaces {
		add(s.r.EventPlaces[i].EventID, i, func(r *eventRows) *[]int { return &r.places })
	}
	for i := range s.r.Figures {
		add(s.r.Figures[i].EventID, i, func(r *eventRows) *[]int { return &r.figures })
	}
}

// rekey replaces the local ids of actors and events, and sets the figure groups.
func (s *scope) rekey() {
	r := s.r
	actors, events := map[string]string{"": ""}, map[string]string{"": ""}
	for i := range r.Actors {
		actors[r.Actors[i].ActorID] = s.actor(int32(i)).ActorID
	}
	for i := range r.Events {
		id := s.Events[s.key.Events[i].cluster].ID
		events[r.Events[i].EventID] = id
		r.Events[i].EventID = id
	}
	for i := range r.ActorMentions {
		r.ActorMentions[i].ActorID = actors[r.ActorMentions[i].ActorID]
	}
	for i := range r.Relations {
		x := &r.Relations[i]
		x.SubjectActorID, x.ObjectActorID = actors[x.SubjectActorID], actors[x.ObjectActorID]
	}
	for i := range r.EventMentions {
		r.EventMentions[i].EventID = events[r.EventMentions[i].EventID]
	}
	for i := range r.EventActors {
		x := &r.EventActors[i]
		x.EventID, x.ActorID = events[x.EventID], actors[x.ActorID]
	}
	for i := range r.EventPlaces {
		r.EventPlaces[i].EventID = events[r.EventPlaces[i].EventID]
	}
	for i := range r.Figures {
		x := &r.Figures[i]
		x.EventID, x.ClaimantActorID = events[x.EventID], actors[x.ClaimantActorID]
		if g := s.key.Figures[i].cluster; g >= 0 {
			x.FigureGroup = s.Groups[g].ID
		}
	}
	for i := range r.Citations {
		x := &r.Citations[i]
		x.SourceActorID, x.ViaActorID = actors[x.SourceActorID], actors[x.ViaActorID]
	}
}

// actor is the merged row of local actor n.
func (s *scope) actor(n int32) *schema.Actor { return &s.Actors[s.key.Actors[n].cluster].Row }

// article sets what pass 2 knows of the article.
func (s *scope) article() {
	a := &s.Articles[s.number]
	for _, source := range a.AlsoIn {
		s.r.Article.AlsoIn = addItem(s.r.Article.AlsoIn, source)
	}
	if a.DuplicateOf >= 0 {
		s.r.Article.DuplicateOf, s.r.Article.Similarity = s.Partition.key(a.DuplicateOf).ArticleID, schema.Ptr(a.Similarity)
	}
}

// actors sends out the actors that this article mentions first, in the order of their first mentions.
func (s *scope) actors() error {
	byID := numbered{}
	for i := range s.r.Actors {
		byID[s.actor(int32(i)).ActorID] = int32(i)
	}
	for _, m := range s.r.ActorMentions {
		n := byID.of(m.ActorID)
		if n < 0 {
			continue
		}
		c := s.key.Actors[n].cluster
		if s.done.actors[c] {
			continue
		}
		s.done.actors[c] = true
		if err := s.out.actors.add(s.Actors[c].Row); err != nil {
			return err
		}
		for _, name := range s.Actors[c].Names {
			if err := s.out.actorNames.add(schema.ActorName{ActorID: s.Actors[c].Row.ActorID, Name: name.Name, NameType: name.Type, NMentions: name.Mentions}); err != nil {
				return err
			}
		}
	}
	return nil
}

// places sends out the places that this article names first.
func (s *scope) places() error {
	for _, m := range s.r.PlaceMentions {
		if m.PlaceID == "" || s.placed[m.PlaceID] || s.writer.places[m.PlaceID] == nil {
			continue
		}
		s.placed[m.PlaceID] = true
		if err := s.out.places.add(*s.writer.places[m.PlaceID]); err != nil {
			return err
		}
	}
	return nil
}

// placeTotals makes one row of each place, with its counts over all articles.
func (p *Partition) placeTotals() map[string]*schema.Place {
	totals := map[string]*schema.Place{}
	for i := range p.Articles {
		for _, pl := range p.key(i).Places {
			t := totals[pl.Row.PlaceID]
			if t == nil {
				row := pl.Row
				row.NArticles, row.NMentions, row.NEvents = 0, 0, 0
				t = &row
				totals[row.PlaceID] = t
			}
			t.NArticles++
			t.NMentions += pl.Row.NMentions
		}
	}
	for c := range p.Events {
		seen := map[string]bool{}
		for _, m := range p.Events[c].Members {
			for _, id := range p.key(int(m.Article)).Events[m.Number].Places {
				if t := totals[id]; t != nil && !seen[id] {
					seen[id] = true
					t.NEvents++
				}
			}
		}
	}
	return totals
}

// placeName is the name of a place, "" for none.
func (w *writer) placeName(id string) string {
	if p := w.places[id]; p != nil {
		return p.Name
	}
	return ""
}
