package xlsxfile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// facts is what Summary says of the data, gathered while the rows pass.
type facts struct {
	articles, other   int // read; of them in another language
	publishers        map[string]bool
	first, last       *schema.Date // of publication
	events, countable int
	undated           int
	measures          [3]measured
	differ            int // figure groups whose figures differ
	due               int // planned things with a deadline
	latest            top[schema.EventFlat]
	rivals            top[schema.FigureGroup]
	deadlines         top[schema.EventFlat]
	places            top[schema.Place]
	sources           map[string]*source
	sensitive         map[string]bool
	months            map[int]int // countable events by year*12+month of date_start
	release           int
	changes           map[string]int // of the last release, by kind
}

// measured is the sum over countable events of the least and of the greatest number stated.
type measured struct {
	name      string
	low, high float64
	events    int // that state one
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
		f.latest.offer(8, [2]int{-dayOr(-1<<31, e.DateStart, e.FirstReported)}, kept(e))
		if e.DateStart != nil {
			d := e.DateStart.Go()
			month := d.Year()*12 + int(d.Month()) - 1
			put(&f.months, month, f.months[month]+1)
		}
		f.measures[0].add("arrested", e.ArrestedLow, e.ArrestedHigh)
		f.measures[1].add("rescued", e.RescuedLow, e.RescuedHigh)
		f.measures[2].add("killed", e.KilledLow, e.KilledHigh)
	}
	if e.DueDate != nil && (e.Status == "proposed" || e.Status == "planned" || e.Status == "ordered" || e.Status == "threatened") {
		f.due++
		f.deadlines.offer(5, [2]int{-int(*e.DueDate)}, kept(e)) // the latest deadlines are the ones that may still be open
	}
}

// kept copies what Summary shows of an event: rows of a batch must not be kept.
func kept(e *schema.EventFlat) schema.EventFlat {
	return schema.EventFlat{EventID: e.EventID, DateStart: e.DateStart, DateText: e.DateText, DatePrecision: e.DatePrecision, EventType: e.EventType, Status: e.Status,
		Assertion: e.Assertion, Summary: e.Summary, DueDate: e.DueDate, DueText: e.DueText}
}

func (m *measured) add(name string, low, high *float64) {
	m.name = name
	if low != nil || high != nil {
		m.events++
	}
	if low == nil {
		low = high
	}
	if high == nil {
		high = low
	}
	if low != nil {
		m.low += *low
		m.high += *high
	}
}

func (f *facts) group(g *schema.FigureGroup) {
	if g.Agreement == "differ" {
		f.differ++
		f.rivals.offer(6, [2]int{-g.NArticles, -g.NFigures}, *g)
	}
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
