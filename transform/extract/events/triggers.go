package events

import (
	"slices"
	"sort"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// triggers finds every mention of an event, in the order of the text.
func (f *finder) triggers() []*act {
	var acts []*act
	for i := range f.doc.Tokens {
		for _, pos := range f.parts(i) {
			if a := f.best(i, pos); a != nil {
				acts = append(acts, a)
				break
			}
		}
	}
	return f.settle(acts)
}

// parts lists the parts of speech that token i can have as a trigger.
func (f *finder) parts(i int) []byte {
	t := f.doc.Tag(i)
	switch {
	case t == text.VBG && f.nounLike(i):
		return []byte{'n', 'v'}
	case t.IsVerb():
		if i >= 2 && f.doc.Lower(i-1) == "-" && f.doc.Tokens[i-1].To == f.doc.Tokens[i].From && f.doc.Tokens[i-2].To == f.doc.Tokens[i-1].From && !verbPrefixes[f.doc.Lower(i-2)] {
			return nil // "president-elect", "rain-triggered"
		}
		return []byte{'v'}
	case t.IsNoun() && !f.inName(i):
		return []byte{'n'}
	case t == text.JJ:
		return []byte{'a'}
	}
	return nil
}

// verbPrefixes stand before a hyphen and the verb that they belong to: "re-elected".
var verbPrefixes = wordSet("re de co dis over under out gang ill test")

// nounLike says whether an -ing form stands where a noun does: "the bombing of", "two killings".
func (f *finder) nounLike(i int) bool {
	before, after := f.doc.Tag(i-1), f.doc.Lower(i+1)
	return before == text.DT || before == text.PRPS || before == text.POS || before.IsAdjective() || before.IsNoun() && after == "of"
}

// inName says whether token i belongs to the name of a person, body or place: "Crisis Group" is no crisis.
func (f *finder) inName(i int) bool {
	if slices.Contains(nounClasses[f.lemmas[i]], "disaster") {
		return false // "Hurricane Ida" is one
	}
	for _, m := range covering(f.mentions, i, i+1) {
		if f.rec.ActorMentions[m.row].Kind == "name" {
			return true
		}
	}
	if !f.names[i] {
		return false
	}
	for _, n := range f.doc.Names[nameBefore(f.doc, i):] {
		if n.First > i {
			return false
		}
		if i < n.End {
			return n.Label != text.OtherName && (n.End-n.First > 1 || f.doc.Tag(i).IsProper())
		}
	}
	return false
}

// best is the sense of token i whose phrase is longest, then whose needs are most.
func (f *finder) best(i int, pos byte) *act {
	a := f.reading(i, pos, false)
	if a == nil && pos == 'v' && f.doc.Tag(i) == text.VBN {
		a = f.reading(i, pos, true)
	}
	return a
}

// reading is the best sense of token i; active reads a bare participle as a past tense ("the quake struck off the coast").
func (f *finder) reading(i int, pos byte, active bool) *act {
	var best *act
	score := -1
	word := f.lemmas[i]
	if pos == 'n' && f.doc.Tag(i) == text.VBG {
		word = f.doc.Lower(i)
	}
	for _, s := range senses[senseKey{pos, word}] {
		first, end, ok := f.phrase(s, i)
		if !ok {
			continue
		}
		n := len(s.words)*10 + s.demands()
		if n <= score {
			continue
		}
		a := f.frame(s, i, first, end, active)
		if a == nil || !f.holds(a) {
			f.tr.Lost(station, s.name, f.doc.SpanOf(first, end), "its needs do not hold")
			continue
		}
		a.turn()
		best, score = a, n
	}
	return best
}

// demands counts the conditions that must be there: the more, the surer the sense.
func (s *sense) demands() int {
	n := 0
	for _, x := range s.needs {
		if !x.forbid {
			n++
		}
	}
	return n
}

// phrase matches the words of a sense around its inflected word at token i.
func (f *finder) phrase(s *sense, i int) (first, end int, ok bool) {
	sen := f.doc.Sentences[f.doc.Tokens[i].Sentence]
	first = i - s.head
	if first < sen.First {
		return 0, 0, false
	}
	for k := range s.head {
		if f.doc.Lower(first+k) != s.words[k] && f.lemmas[first+k] != s.words[k] {
			return 0, 0, false
		}
	}
	k := i + 1
	for w := s.head + 1; w < len(s.words); w++ {
		at := f.next(k, min(sen.End, k+maxGap), s.words[w], s.pos == 'v' && w == s.head+1 && !tight[s.words[w]])
		if at < 0 {
			return 0, 0, false
		}
		k = at + 1
	}
	return first, k, true
}

// maxGap is how far a particle may stand from its verb: "shut the three border crossings down".
const maxGap = 7

// tight are prepositions that stand right behind the verb of their phrase: "called for", but "took the men into custody".
var tight = wordSet("for on to from with at of in upon")

// next finds word from token k on: at k itself, or behind a noun phrase when gap allows.
func (f *finder) next(k, limit int, word string, gap bool) int {
	for j := k; j < limit; j++ {
		if f.doc.Lower(j) == word || f.lemmas[j] == word {
			return j
		}
		t := f.doc.Tag(j)
		if !gap || t.IsVerb() || t.IsPunct() || t == text.IN || t == text.TO || t == text.CC {
			return -1
		}
	}
	return -1
}

// settle drops triggers inside the words of another: the longer phrase wins, and a noun that is the object of a verb with its own meaning
// gives way to that verb when both say the same ("signed an agreement").
func (f *finder) settle(acts []*act) []*act {
	var kept []*act
	for _, a := range acts {
		if n := len(kept); n > 0 {
			last := kept[n-1]
			if a.head < last.phraseEnd && a.first >= last.first {
				continue
			}
			if a.sense.pos == 'n' && last.sense.pos == 'n' && a.sense.eventType == last.sense.eventType && a.noun.Head == last.noun.Head {
				kept[n-1] = a // "scam operations": one event, whose word is the head
				continue
			}
			if a.sense.pos == 'n' && last.sense.pos == 'v' && a.sense.eventType == last.sense.eventType && a.head < last.end {
				continue
			}
			if a.first <= last.head && last.sense.pos == 'n' && len(a.sense.words) > 1 && a.first <= last.first {
				kept = kept[:n-1]
			}
		}
		kept = append(kept, a)
	}
	kept = f.sameSubject(kept)
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].first < kept[j].first })
	return kept
}

// sameSubject drops a verb whose subject or object is a trigger of its own type: "the investigation examined", "his directive ordered", and the
// second of two verbs for one act.
func (f *finder) sameSubject(acts []*act) []*act {
	nouns := map[int]string{}
	for _, a := range acts {
		if a.sense.pos == 'n' {
			nouns[a.head] = a.sense.eventType
		}
	}
	kept := acts[:0]
	for _, a := range acts {
		if n := len(kept); n > 0 && (f.coordinate(kept[n-1], a) || f.manner(kept[n-1], a)) {
			continue
		}
		decreed := a.sense.eventType == "order" && a.passive && a.verb.First == a.verb.Main && a.object.ok && nouns[a.object.Head] != "" // "a curfew, ordered on Monday"
		twice := decreed || a.sense.pos == 'v' && (a.subject.ok && nouns[a.subject.Head] == a.sense.eventType || a.object.ok && nouns[a.object.Head] == a.sense.eventType)
		if !twice {
			kept = append(kept, a)
		}
	}
	return kept
}

// coordinate says whether two verbs of one type share their object: "deceived or lured people" tells of one event.
func (f *finder) coordinate(a, b *act) bool {
	return a.sense.pos == 'v' && b.sense.pos == 'v' && a.sense.eventType == b.sense.eventType && b.head == a.head+2 && f.doc.Tag(a.head+1) == text.CC
}

// manner says whether noun b only tells how verb a was done: "will search the farms in a joint operation".
func (f *finder) manner(a, b *act) bool {
	return b.sense.pos == 'n' && b.sense.eventType == "joint_action" && f.doc.Lower(b.noun.First-1) == "in" && a.sense.pos == 'v' && a.sense.group == "enforce" && a.sentence == b.sentence
}

// absorbed are speech acts that only say how real another event is: "threatened to close the border" is a closure, threatened.
var absorbed = wordSet("threaten refuse decline pledge promise vow")

// absorb drops speech acts whose word governs the status of another event.
func absorb(acts []*act) []*act {
	governing := map[int]bool{}
	for _, a := range acts {
		if a.statusBy >= 0 {
			governing[a.statusBy] = true
		}
	}
	kept := acts[:0]
	for _, a := range acts {
		if a.sense.pos != 'v' || !absorbed[a.sense.words[0]] || !governing[a.head] {
			kept = append(kept, a)
		}
	}
	return kept
}

// headPhrase is the noun phrase that token i heads. Events inside compounds ("raid victims") are no triggers.
func (f *finder) headPhrase(i, end int) (model.Phrase, bool) {
	p, ok := model.NounPhrase(f.doc, i)
	if !ok {
		return model.Phrase{First: i, Head: i, End: i + 1}, f.doc.Tag(i) == text.VBG
	}
	for k := p.First + 1; k < i; k++ {
		if f.doc.Lower(k) == "following" && !f.doc.Tag(k-1).IsAdjective() && f.doc.Tag(k-1) != text.DT {
			p.First = k + 1 // "in 2013 following protests"
		}
	}
	if p.Head == i {
		return p, true
	}
	if end-1 >= p.Head || p.Head < i { // the phrase of the sense ends with the head
		return p, true
	}
	return p, carriers[f.lemma(p.Head)]
}

// carriers are nouns that add nothing to the event before them: "rescue mission", "bomb attack campaign".
var carriers = wordSet("operation mission effort campaign attempt bid incident process spree toll drive exercise episode event")
