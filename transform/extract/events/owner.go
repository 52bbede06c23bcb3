package events

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// whys are prepositions behind which another event stands as reason or measure of the first: "in retaliation for the strikes last week".
// What is dated or placed behind that event is its own.
var whys = wordSet("for over since against despite amid")

// otherEvent says whether such a preposition and an event noun stand between the mention and token k.
func (f *finder) otherEvent(a *act, k int) bool {
	for i := max(a.end, a.phraseEnd); i < k; i++ {
		if f.doc.Tag(i) != text.IN || !whys[f.doc.Lower(i)] {
			continue
		}
		p, ok := f.phraseAt(i + 1)
		if ok && f.doc.Tag(p.First) == text.NN && p.First == p.Head {
			continue // "arrested for assault on Monday": what for, no other event
		}
		if ok && p.Head < k && p.Head != a.head && senses[senseKey{'n', f.lemma(p.Head)}] != nil {
			return true
		}
	}
	return false
}

// adjunct says whether the mention is an -ing form that goes on with its sentence: "raided a farm on Monday, seizing phones". It shares
// the time of the verb that it hangs on.
func (f *finder) adjunct(a *act) bool {
	return f.participle(a) || a.sense.pos == 'v' && a.verb.Main != a.verb.First && f.doc.Tag(a.verb.First) == text.VBG && f.doc.Tag(a.verb.First-1) == text.Comma
}

// source is the event noun that the clause of the mention tells of: "the strikes this month in the valley that left 32 dead". A subject
// that can only be a place or a time is not it; the noun before its preposition is.
func (f *finder) source(a *act) (model.Phrase, bool) {
	if a.sense.pos != 'v' || a.passive || !f.doc.Tag(a.verb.First).IsFinite() {
		return model.Phrase{}, false
	}
	p := a.subject.Phrase
	if !a.subject.ok {
		p = a.object.Phrase // of a verb that befalls its subject
	}
	if p.End == 0 || p.First > a.head {
		return p, false
	}
	for range 6 {
		if senses[senseKey{'n', f.lemma(p.Head)}] != nil {
			return p, true
		}
		k := p.First - 1
		if f.doc.Tag(k) == text.IN {
			k--
		} else if !f.isDate(p) {
			break
		}
		q, ok := model.NounPhrase(f.doc, k)
		if !ok || q.End != k+1 || f.doc.Tokens[q.Head].Sentence != a.sentence {
			break
		}
		p = q
	}
	return p, false
}

// whenWhere is the range of the adverbial that a clause with "when" or "where" explains, behind the verb before it: "on Monday in the
// harbour, when two men were shot". It is empty for other clauses.
func (f *finder) whenWhere(a *act) (first, end int) {
	k := a.from
	if f.doc.Tag(k) != text.WRB || f.doc.Lower(k) != "when" && f.doc.Lower(k) != "where" {
		return k, k
	}
	s := f.doc.Sentences[a.sentence]
	first = k
	for first > max(s.First, k-maxFronted) && !f.doc.Tag(first-1).IsVerb() && f.doc.Tag(first-1) != text.OpenBracket {
		first--
	}
	return first, k
}

// tookPlace is the range of a clause that only says when and where the noun of the mention was: "the operation, which took place on Monday".
func (f *finder) tookPlace(a *act) (first, end int) {
	k := a.noun.End
	if f.doc.Tag(k) == text.Comma {
		k++
	}
	if f.doc.Tag(k) != text.WDT || !takesPlace[f.lemma(k+1)] && !(f.lemma(k+1) == "take" && f.doc.Lower(k+2) == "place") {
		return k, k
	}
	_, end = model.Clause(f.doc, k+1)
	return k + 1, end
}

// inserted says whether a past tense right behind a noun and a comma is a participle in truth: "the directive, made public on Monday, says".
func (f *finder) inserted(k int) bool {
	return f.doc.Tag(k) == text.VBD && f.doc.Tag(k-1) == text.Comma && f.doc.Tag(k-2).IsNoun()
}

// ownParticiple says whether verb k only tells how the noun of the mention came out: "the decree, issued on Monday".
func (f *finder) ownParticiple(a *act, k int) bool {
	if a.sense.pos != 'n' || f.doc.Tag(k) != text.VBN && !f.inserted(k) || k < a.noun.End || k > a.noun.End+2 {
		return false
	}
	l := f.lemma(k)
	return supportVerbs[l] == "do" || l == "date" || awaits[l] || l == "plan" || l == "order"
}
