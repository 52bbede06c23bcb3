package resolve

import (
	"errors"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// Stream reads records again by their numbers, in the order given.
type Stream func(numbers []int, yield func(number int, r *schema.Record) error) error

// Omit says what is left out of the dataset; ids and spans stay.
type Omit struct{ Text, Sentences bool }

// writer is the state of Write: what was gathered of things that several articles share, and what is out already.
type writer struct {
	*Partition
	omit      Omit
	actorByID map[string]int32
	*together
	places map[string]*schema.Place
	ties   map[tie]int // articles that state a tie
	done   struct{ actors, events, groups []bool }
	placed map[string]bool
	tied   map[tie]bool
	out    *tables
}

// together is what several articles say together. A second Write finds it done.
type together struct {
	omit     Omit
	figs     map[int32][]figurePart // of groups of several articles
	verdicts map[int32]verdict      // of groups of several figures
	merged   map[int32]*mergedEvent // events of several articles
}

// tables are the rows on their way out.
type tables struct {
	articles      *rows[schema.Article]
	actors        *rows[schema.Actor]
	actorNames    *rows[schema.ActorName]
	actorMentions *rows[schema.ActorMention]
	relations     *rows[schema.Relation]
	dates         *rows[schema.DateMention]
	places        *rows[schema.Place]
	placeMentions *rows[schema.PlaceMention]
	events        *rows[schema.Event]
	eventMentions *rows[schema.EventMention]
	eventActors   *rows[schema.EventActor]
	eventPlaces   *rows[schema.EventPlace]
	eventTypes    *rows[schema.EventType]
	figures       *rows[schema.Figure]
	figureGroups  *rows[schema.FigureGroup]
	citations     *rows[schema.Citation]
	eventsFlat    *rows[schema.EventFlat]
	figuresFlat   *rows[schema.FigureFlat]
	citationsFlat *rows[schema.CitationFlat]
	linksFlat     *rows[schema.LinkFlat]
	changes       *rows[schema.Change]
	retiredIDs    *rows[schema.RetiredID]
}

func newTables(s Sink) *tables {
	return &tables{
		newRows[schema.Article](schema.Articles, s), newRows[schema.Actor](schema.Actors, s), newRows[schema.ActorName](schema.ActorNames, s),
		newRows[schema.ActorMention](schema.ActorMentions, s), newRows[schema.Relation](schema.Relations, s), newRows[schema.DateMention](schema.Dates, s),
		newRows[schema.Place](schema.Places, s), newRows[schema.PlaceMention](schema.PlaceMentions, s), newRows[schema.Event](schema.Events, s),
		newRows[schema.EventMention](schema.EventMentions, s), newRows[schema.EventActor](schema.EventActors, s), newRows[schema.EventPlace](schema.EventPlaces, s),
		newRows[schema.EventType](schema.EventTypes, s), newRows[schema.Figure](schema.Figures, s), newRows[schema.FigureGroup](schema.FigureGroups, s),
		newRows[schema.Citation](schema.Citations, s), newRows[schema.EventFlat](schema.EventsFlat, s), newRows[schema.FigureFlat](schema.FiguresFlat, s),
		newRows[schema.CitationFlat](schema.CitationsFlat, s), newRows[schema.LinkFlat](schema.LinksFlat, s), newRows[schema.Change](schema.Changes, s), newRows[schema.RetiredID](schema.RetiredIDs, s),
	}
}

func (t *tables) flush() error {
	return errors.Join(t.articles.flush(), t.actors.flush(), t.actorNames.flush(), t.actorMentions.flush(), t.relations.flush(), t.dates.flush(), t.places.flush(), t.placeMentions.flush(),
		t.events.flush(), t.eventMentions.flush(), t.eventActors.flush(), t.eventPlaces.flush(), t.eventTypes.flush(), t.figures.flush(), t.figureGroups.flush(), t.citations.flush(),
		t.eventsFlat.flush(), t.figuresFlat.flush(), t.citationsFlat.flush(), t.linksFlat.flush(), t.changes.flush(), t.retiredIDs.flush())
}

// Write streams the records that stay through sink, with the partition's ids: every row of every table, in order.
func (p *Partition) Write(read Stream, sink Sink, omit Omit) error {
	w := &writer{Partition: p, omit: omit, out: newTables(sink), together: p.together,
		placed: map[string]bool{}, tied: map[tie]bool{}, ties: p.ties(), places: p.placeTotals()}
	w.done.actors, w.done.events, w.done.groups = make([]bool, len(p.Actors)), make([]bool, len(p.Events)), make([]bool, len(p.Groups))
	w.actorByID = numbers(p.Actors, func(a *Actor) string { return a.Row.ActorID })
	if w.together == nil || w.together.omit != omit {
		if err := w.gather(read); err != nil {
			return err
		}
	}
	i := int32(0)
	err := read(p.Records(), func(_ int, r *schema.Record) error {
		err := w.record(i, r)
		i++
		return err
	})
	if err != nil {
		return err
	}
	return errors.Join(w.out.eventTypes.add(schema.EventTypeRows...), w.out.changes.add(p.Changes...), w.out.retiredIDs.add(p.Retired...), w.out.flush())
}

// gather reads the records that hold a part of an event or figure group of several articles, and merges the events.
func (w *writer) gather(read Stream) error {
	w.together = &together{omit: w.omit, figs: map[int32][]figurePart{}, verdicts: map[int32]verdict{}, merged: map[int32]*mergedEvent{}}
	parts := map[int32][]eventPart{}
	var numbers []int
	var articles []int32
	for i := range w.Articles {
		if w.sharesAny(int32(i)) {
			numbers, articles = append(numbers, w.key(i).Number), append(articles, int32(i))
		}
	}
	n := 0
	err := read(numbers, func(_ int, r *schema.Record) error {
		s := w.scope(articles[n], r)
		n++
		for i := range r.Events {
			if c := s.key.Events[i].cluster; w.Events[c].Several {
				parts[c] = append(parts[c], s.eventPart(i))
			}
		}
		for i := range r.Figures {
			if g := s.key.Figures[i].cluster; g >= 0 && w.isGathered(g) {
				w.figs[g] = append(w.figs[g], s.figurePart(i))
			}
		}
		return nil
	})
	for c, of := range parts {
		w.merged[c] = w.mergeEvent(c, of)
	}
	w.Partition.together = w.together
	return err
}

// isGathered says whether a figure group has members, or an event, in more than one article.
func (w *writer) isGathered(g int32) bool {
	if w.Groups[g].Several {
		return true
	}
	m := w.Groups[g].Members[0]
	k := w.key(int(m.Article))
	f := &k.Figures[m.Number]
	return f.ByEvent && w.Events[k.Events[f.Event].cluster].Several
}

func (w *writer) sharesAny(article int32) bool {
	k := w.key(int(article))
	return slices.ContainsFunc(k.Events, func(e EventKey) bool { return w.Events[e.cluster].Several }) ||
		slices.ContainsFunc(k.Figures, func(f FigureKey) bool { return f.cluster >= 0 && w.isGathered(f.cluster) })
}

// record sends one record's rows out, and with them the actors, places, events and groups that it mentions first.
func (w *writer) record(i int32, r *schema.Record) error {
	s := w.scope(i, r)
	s.article()
	t := w.out
	return errors.Join(t.articles.add(r.Article), s.actors(), s.places(), s.events(), s.groups(), s.views(),
		t.actorMentions.add(r.ActorMentions...), t.relations.add(r.Relations...), t.dates.add(r.Dates...), t.placeMentions.add(r.PlaceMentions...),
		t.eventMentions.add(r.EventMentions...), t.eventActors.add(r.EventActors...), t.figures.add(r.Figures...), t.citations.add(r.Citations...))
}
