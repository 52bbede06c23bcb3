package dates

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// reach is how many tokens from a date its verb is looked for.
const reach = 40

// leanOf tells on which side of the day of publication the date of tokens first up to end lies: by the verb that it belongs to. That
// is the verb before it, or the one behind it when the date opens its clause. Without any verb news is about the past.
func leanOf(d *text.Document, first, end int) lean {
	s := d.Sentences[d.Tokens[first].Sentence]
	before, reaches := first-1, false
	for before >= s.First && leading[d.Tokens[before].Lower] {
		if d.Tokens[before].Lower == "since" {
			return past
		}
		reaches = reaches || reaching[d.Tokens[before].Lower]
		before--
	}
	if modifiesNoun(d, first, end) {
		return nounLean(d, s, first, end)
	}
	if before >= s.First && dueWords[d.Tokens[before].Lower] {
		return nearest
	}
	if reaches {
		return nearest
	}
	return verbLean(d, s, before, end)
}

// verbLean tells it by the verb: the one before token before, or behind end where the date opens its clause.
func verbLean(d *text.Document, s text.Sentence, before, end int) lean {
	opens := before < s.First || d.Tokens[before].Is(text.Punct) || clauseOpener(d.Tag(before))
	if opens {
		if l, ok := rightward(d, end, min(s.End, end+reach)); ok {
			return l
		}
	}
	if l, ok := leftward(d, before, max(s.First, before-reach)); ok {
		return l
	}
	l, _ := rightward(d, end, min(s.End, end+reach))
	return l
}

// modifiesNoun says whether a date stands between an article and its noun: "a June agreement", "Monday's debate". The verb then tells nothing of it.
func modifiesNoun(d *text.Document, first, end int) bool {
	if d.Lower(end) == "'s" && d.Tokens[end].Is(text.Glued) {
		return true
	}
	if end >= len(d.Tokens) || !d.Tag(end).IsNoun() || d.Tokens[end].Sentence != d.Tokens[first].Sentence {
		return false
	}
	t := d.Tag(first - 1)
	return t == text.DT || t == text.PRPS || t == text.POS || t.IsAdjective()
}

// nounLean tells it of a date that belongs to a noun ("Monday's debate"): by the word before it ("ahead of", "during"), else by the verb
// behind, which has the noun as its subject.
func nounLean(d *text.Document, s text.Sentence, first, end int) lean {
	for k := end; k < min(s.End, end+4) && (d.Tag(k).IsNoun() || d.Tag(k).IsAdjective() || d.Tag(k) == text.POS); k++ {
		if pastNouns[model.Lemma(d.Lower(k), d.Tag(k))] {
			return past
		}
	}
	k := first - 1
	for k > s.First && (d.Tag(k) == text.DT || d.Tag(k).IsAdjective() || d.Tag(k) == text.PRPS || d.Tag(k) == text.POS || d.Lower(k) == "of") {
		k--
	}
	switch d.Lower(k) {
	case "ahead", "before", "into", "until", "upcoming":
		return ahead
	case "after", "during", "since", "following", "in", "at":
		return rather
	}
	if l, ok := rightward(d, end, min(s.End, end+8)); ok && l == ahead {
		return ahead
	}
	return rather
}

// clauseOpener says whether a clause begins behind a word with tag t.
func clauseOpener(t text.Tag) bool {
	return t == text.CC || t == text.WP || t == text.WDT || t == text.WRB
}

// leading words stand between a date and what it belongs to.
var leading = set("on", "in", "by", "from", "to", "until", "till", "through", "since", "for", "at", "before", "after", "of", "as", "the", "during", "about", "around", "late", "early", "its", "their", "a", "next")

// reaching words say how far something goes, not when it was done: "was extended to Nov. 16".
var reaching = set("by", "from", "to", "until", "till", "through")

// dueWords say by themselves that a date is one that was laid down.
var dueWords = set("due", "payable", "effective", "upcoming", "coming", "record", "deadline", "ending", "expiring")

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// leftward finds the nearest verb at or before token i.
func leftward(d *text.Document, i, from int) (lean, bool) {
	for k := i; k >= from; k-- {
		if w := d.Tokens[k].Lower; w == ";" {
			break
		}
		if !d.Tag(k).IsVerb() && d.Tag(k) != text.MD {
			if d.Tag(k).IsAdjective() && planWords[d.Tokens[k].Lower] == "yes" {
				return ahead, true
			}
			continue
		}
		v, ok := model.VerbAt(d, k)
		if !ok {
			continue
		}
		if l, ok := tenseOf(d, v); ok {
			return beside(d, v, l, i), true
		}
		k = min(k, v.First)
	}
	return past, false
}

// rightward finds the nearest verb from token i on.
func rightward(d *text.Document, i, limit int) (lean, bool) {
	for k := i; k < limit; k++ {
		if !d.Tag(k).IsVerb() && d.Tag(k) != text.MD {
			continue
		}
		v, ok := model.VerbAt(d, k)
		if !ok {
			continue
		}
		if l, ok := tenseOf(d, v); ok {
			if l == either || v.Progressive && !v.Future {
				l = past // a present behind its date says nothing of it
			}
			return l, true
		}
		k = max(k, v.End-1)
	}
	return past, false
}

// near is how many tokens a present tense may stand before a date that it announces: "opens in the old town on Monday".
const near = 6

// beside corrects the lean of a verb in the present: directly before a date it announces what is fixed ("the fair opens Monday", "is
// meeting Monday"), farther away it says nothing.
func beside(d *text.Document, v model.Verb, l lean, i int) lean {
	present := l == either || v.Progressive && !v.Future && v.Modal == "" && l == ahead
	switch {
	case !present:
		return l
	case i-v.End < near && d.Tag(v.Main) != text.VBP:
		return ahead
	}
	return either
}

// tenseOf says where a verb group lies in time; false for one that has no time of its own, an infinitive or a gerund.
func tenseOf(d *text.Document, v model.Verb) (lean, bool) {
	main := model.Lemma(d.Lower(v.Main), d.Tag(v.Main))
	switch {
	case v.Modal == "would" && v.Perfect:
		return past, true
	case v.Future || v.Modal != "" && !v.Perfect:
		return ahead, true
	case v.Infinitive && v.Perfect:
		return past, true
	case v.Infinitive:
		return plannedLean(d, v)
	case planWords[main] == "yes" && (v.Passive || !v.Past):
		if d.Tag(v.First) == text.VBD || v.Perfect {
			return nearest, true
		}
		return ahead, true
	case v.Past:
		return past, true
	case d.Tag(v.First) == text.VBG:
		return past, false
	case v.Progressive:
		return ahead, true
	case reporting[main] || d.Sentences[d.Tokens[v.Main].Sentence].Heading:
		return past, true
	}
	return either, true
}

// plannedLean tells what the word before an infinitive makes of it: "plans to meet" lies ahead, "had been due to expire" may do either,
// "refused to comment" tells nothing by itself. A passive infinitive behind a noun ("a list to be published") lies ahead.
func plannedLean(d *text.Document, v model.Verb) (lean, bool) {
	i := v.First - 1
	for k := 0; k < 3 && d.Tag(i).IsAdverb(); k++ {
		i--
	}
	if d.Tag(i).IsNoun() && v.Passive {
		return ahead, true
	}
	if w := d.Lower(i); w == "is" || w == "are" {
		return ahead, true // "is to resume"
	}
	if !isPlan(d, i) {
		return past, false
	}
	if plan, ok := model.VerbAt(d, i); ok && plan.Passive && plan.Past || d.Tag(i).IsAdjective() && wasBefore(d, i) {
		return nearest, true
	}
	return ahead, true
}

// isPlan says whether token i is a word of plan_words.tsv, in any form.
func isPlan(d *text.Document, i int) bool {
	w, t := d.Lower(i), d.Tag(i)
	_, ok := planWords[w]
	if !ok && (t.IsVerb() || t == text.NNS) {
		_, ok = planWords[model.Lemma(w, t)]
	}
	return ok
}

// wasBefore says whether "was" or "had been" stands directly before token i.
func wasBefore(d *text.Document, i int) bool {
	for i--; d.Tag(i).IsAdverb(); i-- {
	}
	w := d.Lower(i)
	return w == "was" || w == "were" || w == "been" && d.Lower(i-1) == "had"
}

// reporting verbs stand in the present of what was said.
var reporting = set("say", "report", "show", "write", "tell", "claim", "warn", "be", "have", "do", "add", "note", "accuse", "allege", "quote", "find", "estimate", "believe", "think", "know")
