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
		if f.deadline(a, d) || f.otherNoun(a, d) || f.barred(a, d) || f.otherEvent(a, d.first) {
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
		best = f.lentDate(a)
	}
	if best >= 0 {
		a.date = f.full(a, best)
		f.lookAhead(a)
	}
	f.dueFigure(a)
}

// lentDate is the date of what the clause hangs on: the event noun that it tells of ("the 2011 uprising that toppled him"), or the day that
// "when" explains; -1 for none.
func (f *finder) lentDate(a *act) int {
	first, end := f.whenWhere(a)
	if a.sense.pos == 'n' {
		first, end = f.tookPlace(a)
	}
	if p, ok := f.source(a); ok && p.Head < a.verb.First {
		first, end = p.First, a.verb.First
	}
	for _, d := range within(f.dates, first, end) {
		if !f.deadline(a, d) {
			return d.row
		}
	}
	return -1
}

// full is the date of a row, or the one that says the same in full behind a comma: "on Monday, July 14, 2025".
func (f *finder) full(a *act, row int) *schema.DateMention {
	near := within(f.dates, max(0, a.head-2*dateReach), a.head+2*dateReach)
	for i, d := range near {
		if d.row == row && f.rec.Dates[row].DateEDTF == "" && i+1 < len(near) && near[i+1].first == d.end+1 && f.doc.Tag(d.end) == text.Comma {
			return &f.rec.Dates[near[i+1].row]
		}
	}
	return &f.rec.Dates[row]
}

// dateReach is how many tokens a date may stand from its trigger.
const dateReach = 40

// otherNoun says whether the date belongs to the phrase of another noun ("the 2013 law", "Tuesday's meeting").
func (f *finder) otherNoun(a *act, d place) bool {
	p, ok := model.NounPhrase(f.doc, d.end-1)
	if ok && a.object.ok && p.Head == a.object.Head && itself[a.sense.eventType] {
		return false // "won Sunday's election"
	}
	if ok && d.first < p.First && p.Head >= d.end {
		return true // "since the 2004 quake" is no date of anything
	}
	if !ok || f.doc.Lower(d.end) == "following" || p.Head < d.end && p.Head >= d.first {
		return false
	}
	return p.Head >= d.end && p.Head != a.head && !(a.sense.pos == 'n' && p.First <= a.head && a.head < p.End)
}

// barred says whether another verb stands between trigger and date and takes the date: that verb is nearer and of the same clause.
func (f *finder) barred(a *act, d place) bool {
	if a.sense.pos == 'n' && d.first >= a.noun.First && d.end <= a.noun.End {
		return false // "the 2011 uprising"
	}
	if d.first < a.head {
		// only a date that opens the clause holds for all of it, and one behind a verb is that verb's
		if d.first > a.from+2 {
			if f.sharedDate(a, d) {
				return false
			}
			if f.adjunct(a) {
				return f.verbBetween(a, d.end, a.first)
			}
			return f.verbBetween(a, d.end, a.first) || f.verbBetween(a, a.from, d.first)
		}
		return f.verbBetween(a, d.end, a.first) && f.aside(a)
	}
	return f.verbBetween(a, a.end, d.first)
}

// sharedDate says whether a date before the mention is also that of a second verb behind "and": one that stands between both and their
// subject ("police on Friday raided a farm and seized"), or ends the first in the past tense ("raided a farm on Friday and seized").
func (f *finder) sharedDate(a *act, d place) bool {
	if a.sense.pos != 'v' || a.verb.Passive && a.verb.First == a.verb.Main || !a.verb.Past || a.verb.Perfect || a.verb.Infinitive {
		return false
	}
	if d.end == a.verb.First-1 && f.doc.Tag(d.end) == text.CC {
		return f.pastBefore(a.from, d.first)
	}
	p, ok := model.Subject(f.doc, a.verb.Main)
	return ok && d.first >= p.End && d.first <= p.End+2 && f.doc.Tag(d.end).IsVerb()
}

// pastBefore says whether the last finite verb of the range stands in the past tense.
func (f *finder) pastBefore(from, to int) bool {
	for k := to - 1; k >= from; k-- {
		if t := f.doc.Tag(k); t.IsFinite() {
			return t == text.VBD
		}
	}
	return false
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
	if f.doc.Tag(a.noun.First-2) == text.VBN && !f.hasAuxiliary(a.noun.First-2) {
		return true // "nationals detained in the raids"
	}
	w := f.doc.Lower(a.noun.First - 1)
	return w != "in" && w != "during" && w != "with"
}

// hasAuxiliary says whether the participle at token k has an auxiliary before it, so that it heads its clause.
func (f *finder) hasAuxiliary(k int) bool {
	v, ok := model.VerbAt(f.doc, k)
	return ok && v.First < v.Main
}

// verbBetween says whether a verb that is no auxiliary, no participle of a noun and not the mention's own stands in the range.
func (f *finder) verbBetween(a *act, from, to int) bool {
	for k := from; k < to; k++ {
		if !f.doc.Tag(k).IsVerb() || f.doc.Tag(k-1) == text.DT || k == a.verb.Main && a.hasVerb || k == a.statusBy && k > a.head || takesPlace[f.lemma(k)] || f.ownParticiple(a, k) {
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
