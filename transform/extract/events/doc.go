// Package events finds what happened, is happening, or is planned, ordered, threatened or denied.
//
// It takes a document with parts of speech and the rows of the earlier extractors (dates, places, actors, citations, figures) and
// appends events, their mentions, actors and places to the record; it also ties figures to events.
//
//	trigger (a word and its sense) -> frame (its clause: who, whom, where, when) -> status, assertion, extent -> join -> rows
//
// A trigger is a verb or noun of event_triggers.tsv whose needs hold. Agent, object, place and date come from the clause of the
// trigger; what comes from elsewhere is marked as inferred, and what is in doubt stays empty. It does not compare articles: that is
// for resolve.
package events

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// station is the name of this package in traces.
const station = "events"

// Find appends the events of doc to rec, with their mentions, actors and places, and sets the event of rec.Figures. tr may be nil.
func Find(doc *text.Document, rec *schema.Record, tr *rule.Trace) {
	f := newFinder(doc, rec, tr)
	var acts []*act
	for _, a := range f.triggers() {
		if a.status = f.statusOf(a); a.status == idle {
			tr.Lost(station, a.sense.name, doc.SpanOf(a.first, a.end), "a purpose or possibility")
			continue
		}
		f.describe(a)
		acts = append(acts, a)
	}
	f.inferAgents(acts)
	groups := f.join(f.wholes(absorb(acts)))
	f.write(groups)
	f.figures(groups)
}

// describe settles everything that one mention says.
func (f *finder) describe(a *act) {
	f.assertion(a)
	f.uncount(a)
	f.roles(a)
	f.when(a)
	f.where(a)
	a.granularity = f.granularity(a)
}
