package resolve

import (
	"unique"

	"github.com/newsledger/newsledger/schema"
	"github.com/zeebo/xxh3"
)

// Keys is what pass 2 must know of one record.
type Keys struct {
	Number    int // of the record in the spool
	Source    string
	Ordinal   int
	ArticleID string
	Foreign   bool // in another language
	URL       string
	TextHash  string
	RawHash   string
	Published *schema.Date
	Modified  *schema.Time
	Publisher string
	Signature []uint64

	Actors    []ActorKey // as Record.Actors
	Events    []EventKey // as Record.Events
	Figures   []FigureKey
	Relations []RelationKey
	Places    []PlaceKey
	Rows      Counts // rows of the tables that pass 2 only copies
}

// Counts holds how many rows a record adds to the tables that pass 2 only copies.
type Counts struct{ ActorMentions, Relations, Dates, PlaceMentions, EventMentions, EventActors, Figures, Citations int }

// ActorKey is one local actor.
type ActorKey struct {
	Anchor      string
	Names       []NameKey
	Type        string
	Sector      string
	Country     string
	Title       string
	Affiliation int32 // number in Keys.Actors, -1 for none
	PlaceID     string
	Ftm         string
	Sensitive   bool
	Mentions    int

	cluster int32
}

// NameKey is one form of a local actor's name.
type NameKey struct {
	Name, Type string
	Mentions   int
}

// EventKey is one local event.
type EventKey struct {
	Anchor                      string
	Type, Status, Assertion     string
	Country, PlaceID, Precision string
	Start, End                  *schema.Date
	Evidence                    uint64     // hash of the anchor's sentence
	Words                       []uint32   // hashes of the content words of that sentence, sorted
	Tolls                       []float64  // values of the figures that measure it, from tollLeast on
	Agents, Targets             []int32    // numbers in Keys.Actors of the named ones
	Pairs                       [][2]int32 // agents with targets, of one mention each
	Places                      []string
	PlaceRows                   []uint64 // hashes of the event's places
	Dated, Measured             bool

	cluster int32
}

// FigureKey is one figure. Thing is the hash of all that figures of a group agree in but the event, or the place and time.
type FigureKey struct {
	ID      string
	Thing   uint64    // 0: the figure stands in no group
	Event   int32     // number in Keys.Events, -1 for none
	ByEvent bool      // the event decides the group
	Claim   *ClaimKey // what decides the group when no event does; nil when one does, or when the figure stands in none
	Whole   int32     // number in Keys.Figures of the whole with the same measure, -1 for none
	SameAs  int32     // number in Keys.Figures of the same amount in another currency, -1 for none

	cluster int32
}

// RelationKey is one relation; its actors are numbers in Keys.Actors, -1 for none.
type RelationKey struct {
	Subject, Object int32
	Relation        string
}

// tollLeast is the least number that two reports share by more than chance.
const tollLeast = 20

// PlaceKey is one place of a record.
type PlaceKey struct{ Row schema.Place }

func shared(s string) string { return unique.Make(s).Value() }

// KeysOf makes the keys of a record. They hold no part of its text.
func KeysOf(number int, r *schema.Record) Keys {
	a := &r.Article
	k := Keys{Number: number, Source: shared(a.Source), Ordinal: r.Ordinal, ArticleID: shared(a.ArticleID), Foreign: a.Status == "other_language", URL: shared(a.URL), TextHash: shared(a.TextSHA256), RawHash: shared(r.RawSHA256),
		Published: a.PublishedDate, Modified: r.Modified, Publisher: shared(a.Publisher), Signature: r.Signature,
		Rows: Counts{len(r.ActorMentions), len(r.Relations), len(r.Dates), len(r.PlaceMentions), len(r.EventMentions), len(r.EventActors), len(r.Figures), len(r.Citations)}}
	actors := numbers(r.Actors, func(a *schema.Actor) string { return a.ActorID })
	events := numbers(r.Events, func(e *schema.Event) string { return e.EventID })
	k.actors(r, actors)
	k.events(r, actors, events)
	k.figures(r, actors, events)
	for _, rel := range r.Relations {
		k.Relations = append(k.Relations, RelationKey{actors.of(rel.SubjectActorID), actors.of(rel.ObjectActorID), shared(rel.Relation)})
	}
	for _, p := range r.Places {
		for _, text := range []*string{&p.PlaceID, &p.Name, &p.PlaceType, &p.Admin1, &p.Admin2, &p.CountryCode, &p.Gazetteer} {
			*text = shared(*text)
		}
		k.Places = append(k.Places, PlaceKey{p})
	}
	return k
}

// numbered finds a row's number by its id.
type numbered map[string]int32

func numbers[R any](rows []R, id func(*R) string) numbered {
	m := make(numbered, len(rows))
	for i := range rows {
		m[id(&rows[i])] = int32(i)
	}
	return m
}

func (m numbered) of(id string) int32 {
	if n, ok := m[id]; ok && id != "" {
		return n
	}
	return -1
}

func (k *Keys) actors(r *schema.Record, actors numbered) {
	k.Actors = make([]ActorKey, len(r.Actors))
	for i, a := range r.Actors {
		k.Actors[i] = ActorKey{Anchor: shared(a.ActorID), Type: shared(a.ActorType), Sector: shared(a.Sector), Country: shared(a.CountryCode), Title: shared(a.Title),
			Affiliation: actors.of(a.AffiliationActorID), PlaceID: shared(a.PlaceID), Ftm: shared(a.FtmSchema), Sensitive: a.IsSensitive, Mentions: a.NMentions}
	}
	for _, n := range r.ActorNames {
		if i := actors.of(n.ActorID); i >= 0 {
			k.Actors[i].Names = append(k.Actors[i].Names, NameKey{shared(n.Name), shared(n.NameType), n.NMentions})
		}
	}
}

func (k *Keys) events(r *schema.Record, actors, events numbered) {
	k.Events = make([]EventKey, len(r.Events))
	for i, e := range r.Events {
		k.Events[i] = EventKey{Anchor: shared(e.EventID), Type: shared(e.EventType), Status: shared(e.Status), Assertion: shared(e.Assertion), Country: shared(e.CountryCode),
			PlaceID: shared(e.PlaceID), Precision: shared(e.DatePrecision), Start: e.DateStart, End: e.DateEnd, Dated: e.DateStart != nil && e.DateEnd != nil}
	}
	for _, m := range r.EventMentions {
		if i := events.of(m.EventID); i >= 0 && m.MentionID == r.Events[i].AnchorMentionID {
			k.Events[i].Evidence, k.Events[i].Words = xxh3.HashString(m.Quote), contentWords(m.Quote)
		}
	}
	k.eventActors(r, actors, events)
	for i := range r.Figures {
		f := &r.Figures[i]
		v := f.Value
		if n := events.of(f.EventID); n >= 0 && v != nil && *v >= tollLeast {
			k.Events[n].Tolls = appendNew(k.Events[n].Tolls, *v)
		}
	}
	for _, p := range r.EventPlaces {
		if i := events.of(p.EventID); i >= 0 {
			k.Events[i].PlaceRows = appendNew(k.Events[i].PlaceRows, placeRow(p))
			if p.PlaceID != "" {
				k.Events[i].Places = appendNew(k.Events[i].Places, shared(p.PlaceID))
			}
		}
	}
}

// eventActors sets the named agents and targets of each event, and which of them one mention names together.
func (k *Keys) eventActors(r *schema.Record, actors, events numbered) {
	rows := r.EventActors // those of one mention stand together
	for from := 0; from < len(rows); {
		to := from
		var agents, targets []int32
		for ; to < len(rows) && rows[to].MentionID == rows[from].MentionID; to++ {
			if n := actors.of(rows[to].ActorID); n >= 0 && rows[to].Role == "agent" {
				agents = appendNew(agents, n)
			} else if n >= 0 && rows[to].Role != "ordered_by" {
				targets = appendNew(targets, n)
			}
		}
		if i := events.of(rows[from].EventID); i >= 0 {
			e := &k.Events[i]
			for _, a := range agents {
				e.Agents = appendNew(e.Agents, a)
				for _, t := range targets {
					e.Pairs = appendNew(e.Pairs, [2]int32{a, t})
				}
			}
			for _, t := range targets {
				e.Targets = appendNew(e.Targets, t)
			}
		}
		from = to
	}
}

// placeRow is equal for two places of one event that say the same.
func placeRow(p schema.EventPlace) uint64 {
	return xxh3.HashString(p.PlaceID + "\x00" + p.PlaceText + "\x00" + p.Role)
}

func appendNew[T comparable](list []T, v T) []T {
	for _, x := range list {
		if x == v {
			return list
		}
	}
	return append(list, v)
}
