package events

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// when takes the date of the clause, and the deadline of what is not done yet.
func (f *finder) when(a *act) {
	best, distance := -1, dateReach
	for _, d := range within(f.dates, max(a.from, a.head-dateReach), min(a.to, a.head+dateReach)) {
		if f.deadline(a, d) || f.otherNoun(a, d) || f.barred(a, d) {
			continue
		}
		a.dates = append(a.dates, d)
		n := d.first - a.head
		if n < 0 {
			n = -n + 2 // what follows its verb is nearer than what comes before
		}
		if n < distance {
			best, distance = d.row, n
		}
	}
	if best < 0 {
		best = f.subjectDate(a)
	}
	if best >= 0 {
		a.date = &f.rec.Dates[best]
	}
	f.dueFigure(a)
}

// subjectDate is the date inside a subject that is itself an event: "the 2011 uprising that toppled him"; -1 for none.
func (f *finder) subjectDate(a *act) int {
	if !a.subject.ok || senses[senseKey{'n', f.lemma(a.subject.Head)}] == nil {
		return -1
	}
	for _, d := range covering(f.dates, a.subject.First, a.subject.Head) {
		return d.row
	}
	return -1
}

// dateReach is how many tokens a date may stand from its trigger.
const dateReach = 40

// otherNoun says whether the date belongs to the phrase of another noun ("the 2013 law", "Tuesday's meeting").
func (f *finder) otherNoun(a *act, d place) bool {
	p, ok := model.NounPhrase(f.doc, d.first)
	if !ok || p.Head < d.end && p.Head >= d.first {
		return false
	}
	return p.Head >= d.end && p.Head != a.head && !(a.sense.pos == 'n' && p.First <= a.head && a.head < p.End)
}

// barred says whether another verb stands between trigger and date and takes the date: that verb is nearer and of the same clause.
func (f *finder) barred(a *act, d place) bool {
	if d.first < a.head {
		// only a date that opens the clause holds for all of it, and one behind a verb is that verb's
		if d.first > a.from+2 {
			return f.verbBetween(a, d.end, a.first) || f.verbBetween(a, a.from, d.first)
		}
		return f.verbBetween(a, d.end, a.first) && f.aside(a)
	}
	return f.verbBetween(a, a.end, d.first)
}

// aside says whether the mention hangs on another verb of its clause, so that the date which opens the clause is that verb's: a participle
// behind a noun, the object of a verb that does not support it ("disclosed two attacks"), a phrase other than "in" or "during" one.
func (f *finder) aside(a *act) bool {
	if a.sense.pos != 'n' {
		return a.verb.First == a.verb.Main && f.doc.Tag(a.verb.Main) == text.VBN && a.passive
	}
	if a.hasVerb {
		return false
	}
	w := f.doc.Lower(a.noun.First - 1)
	return w != "in" && w != "during" && w != "with"
}

// verbBetween says whether a verb that is no auxiliary, no participle of a noun and not the mention's own stands in the range.
func (f *finder) verbBetween(a *act, from, to int) bool {
	for k := from; k < to; k++ {
		if !f.doc.Tag(k).IsVerb() || k == a.verb.Main && a.hasVerb || takesPlace[f.lemma(k)] {
			continue
		}
		if v, ok := model.VerbAt(f.doc, k); ok && v.Main == k {
			return true
		}
	}
	return false
}

// takesPlace are verbs between an event and its date or place that only say that it was: "the raids took place in May".
var takesPlace = wordSet("be occur happen carry hold center centre base locate stage")

// deadline takes "by the end of July", "before Friday" as the time until which something is to be done.
func (f *finder) deadline(a *act, d place) bool {
	w := f.doc.Lower(d.first - 1)
	if w != "by" && w != "before" && w != "until" || a.isDone() {
		return false
	}
	if a.due == nil && d.first > a.head {
		a.due = &f.rec.Dates[d.row]
		a.dueText = f.doc.Slice(d.first-1, d.end)
	}
	return true
}

// isDone says whether nothing is left to be done: an order that was given still asks for something.
func (a *act) isDone() bool {
	return (a.status == occurred || a.status == ongoing) && a.sense.eventType != "order"
}

// dueFigure takes "within 15 days" when no date is the deadline.
func (f *finder) dueFigure(a *act) {
	if a.dueText != "" || a.isDone() {
		return
	}
	end := min(a.to, a.head+dateReach)
	if a.sense.eventType == "order" { // the time allowed stands with what is ordered, in a clause of its own
		end = f.doc.Sentences[a.sentence].End
	}
	for _, g := range within(f.figs, a.head, end) {
		if f.rec.Figures[g.row].UnitKind == "duration" && f.doc.Lower(g.first-1) == "within" {
			a.dueText = f.doc.Slice(g.first-1, g.end)
			return
		}
	}
}

// dateFields copies what a date says; nil gives nothing.
func dateFields(d *schema.DateMention) (schema.DateFields, string) {
	if d == nil {
		return schema.DateFields{}, ""
	}
	return d.DateFields, d.Quote
}
