package xlsxfile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// How many rows the lists of Summary have; spare ones are kept for those that name a person who must not stand there.
const (
	nLatest    = 8
	nRivals    = 6
	nDeadlines = 5
	spare      = 40
)

// facts is what Summary says of the data, gathered while the rows pass.
type facts struct {
	articles, other   int // read; of them in another language
	publishers        map[string]bool
	first, last       *schema.Date // of publication
	events, countable int
	undated           int
	planned, due      int                      // things proposed, planned, ordered or threatened; of them with a deadline
	groups, differ    int                      // figure groups; of them those whose figures differ
	people            map[string][]peopleGroup // by measure
	counted           map[string]bool          // countable events that state one of these measures
	latest            top[schema.EventFlat]
	rivals            top[schema.FigureGroup]
	deadlines         top[schema.EventFlat]
	places            top[schema.Place]
	sources           map[string]*source
	sensitive         map[string]bool // ids and names of private persons known only as victims, witnesses or minors
	months            map[int]int     // countable events by year*12+month, of those whose month is known
	release           int
	changes           map[string]int // of the last release, by kind
}

type source struct {
	name, id string
	n        int
}

// see takes in the rows of a batch.
func (f *facts) see(b schema.Batch) {
	switch rows := b.Rows.(type) {
	case []schema.Article:
		each(rows, f.article)
	case []schema.EventFlat:
		each(rows, f.event)
	case []schema.FigureGroup:
		each(rows, f.group)
	case []schema.CitationFlat:
		each(rows, f.citation)
	case []schema.Actor:
		each(rows, f.actor)
	case []schema.Place:
		each(rows, func(p *schema.Place) { f.places.offer(5, [2]int{-p.NMentions, -p.NEvents}, *p) })
	case []schema.Change:
		each(rows, f.change)
	}
}

func each[R any](rows []R, do func(*R)) {
	for i := range rows {
		do(&rows[i])
	}
}

func (f *facts) article(a *schema.Article) {
	f.articles++
	if a.Status == "other_language" {
		f.other++
	}
	if a.Publisher != "" {
		put(&f.publishers, a.Publisher, true)
	}
	if d := a.PublishedDate; d != nil {
		if f.first == nil || *d < *f.first {
			f.first = schema.Ptr(*d)
		}
		if f.last == nil || *d > *f.last {
			f.last = schema.Ptr(*d)
		}
	}
}

func (f *facts) event(e *schema.EventFlat) {
	f.events++
	if e.DateStart == nil {
		f.undated++
	}
	if e.Countable {
		f.countable++
		f.latest.offer(spare+nLatest, [2]int{-dayOr(-1<<31, e.DateStart, e.FirstReported)}, kept(e))
		if month, ok := monthOf(e); ok {
			put(&f.months, month, f.months[month]+1)
		}
		f.countPeople(e)
	}
	if !isPlan(e) {
		return
	}
	f.planned++
	if e.DueDate != nil {
		f.due++
		f.deadlines.offer(spare+nDeadlines, [2]int{-int(*e.DueDate)}, kept(e)) // the latest deadlines are the ones that may still be open
	}
}

// monthOf is the month in which an event was, counted from year 0; false when its date leaves that open.
func monthOf(e *schema.EventFlat) (int, bool) {
	if e.DateStart == nil || e.DateEnd == nil {
		return 0, false
	}
	first, last := e.DateStart.Go(), e.DateEnd.Go()
	return first.Year()*12 + int(first.Month()) - 1, first.Year() == last.Year() && first.Month() == last.Month()
}

// kept copies what Summary shows of an event: rows of a batch must not be kept.
func kept(e *schema.EventFlat) schema.EventFlat {
	return schema.EventFlat{EventID: e.EventID, DateStart: e.DateStart, DateText: e.DateText, DatePrecision: e.DatePrecision, EventType: e.EventType, Status: e.Status,
		Assertion: e.Assertion, Summary: e.Summary, DueDate: e.DueDate, DueText: e.DueText, AgentIDs: slices.Clone(e.AgentIDs), TargetIDs: slices.Clone(e.TargetIDs), DateEnd: e.DateEnd,
		FirstReported: e.FirstReported}
}

func (f *facts) group(g *schema.FigureGroup) {
	f.groups++
	if g.Agreement == "differ" {
		f.differ++
		f.rivals.offer(nRivals, [2]int{-g.NArticles, -g.NFigures}, *g)
	}
	f.keepPeople(g)
}

func (f *facts) citation(c *schema.CitationFlat) {
	if c.SourceName == "" {
		return
	}
	key := cmp.Or(c.SourceActorID, c.SourceName)
	s := f.sources[key]
	if s == nil {
		s = &source{name: c.SourceName, id: c.SourceActorID}
		put(&f.sources, key, s)
	}
	s.n++
}

func (f *facts) actor(a *schema.Actor) {
	if a.IsSensitive {
		put(&f.sensitive, a.ActorID, true)
		put(&f.sensitive, a.Name, true)
	}
}

func (f *facts) change(c *schema.Change) {
	if c.Release > f.release {
		f.release, f.changes = c.Release, nil
	}
	if c.Release == f.release {
		put(&f.changes, c.Change, f.changes[c.Change]+1)
	}
}

// cited returns the n sources that are cited most. Private persons known only as victims or witnesses are none of them.
func (f *facts) cited(n int) []source {
	var all []source
	for _, s := range f.sources {
		if !f.sensitive[s.id] {
			all = append(all, *s)
		}
	}
	slices.SortFunc(all, func(a, b source) int {
		return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	return all[:min(n, len(all))]
}

// shareable returns the first n events that name no sensitive person.
func (f *facts) shareable(events []schema.EventFlat, n int) (fit []schema.EventFlat) {
	isSensitive := func(id string) bool { return f.sensitive[id] }
	for _, e := range events {
		if len(fit) < n && !slices.ContainsFunc(e.AgentIDs, isSensitive) && !slices.ContainsFunc(e.TargetIDs, isSensitive) {
			fit = append(fit, e)
		}
	}
	return fit
}

func put[K comparable, V any](m *map[K]V, key K, v V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = v
}

// top keeps the first few rows by key, ties in the order in which they came.
type top[R any] struct {
	keys [][2]int
	rows []R
}

func (t *top[R]) offer(n int, key [2]int, row R) {
	at := len(t.keys)
	for at > 0 && slices.Compare(key[:], t.keys[at-1][:]) < 0 {
		at--
	}
	if at >= n {
		return
	}
	t.keys, t.rows = slices.Insert(t.keys, at, key), slices.Insert(t.rows, at, row)
	t.keys, t.rows = t.keys[:min(n, len(t.keys))], t.rows[:min(n, len(t.rows))]
}
