package actors

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/transform/text"
)

// point is a mention of somebody that a later pronoun may take up.
type point struct {
	first, sentence, actor int
	subject                bool
}

// pronouns finds whom he, she, it and they mean. A pronoun in somebody's quoted words is left alone, and so is one that two people fit.
func (f *finder) pronouns() {
	points := f.points()
	quoted := f.quoted()
	k := 0
	var before []point // in the order of the text
	for i := range f.doc.Tokens {
		for k < len(points) && points[k].first <= i {
			before = append(before, points[k])
			k++
		}
		if quoted[i] || f.at[i] != 0 {
			continue
		}
		a, rule := -1, ""
		switch w := f.doc.Lower(i); w {
		case "he", "him", "his", "himself":
			a, rule = f.person(i, 'm', before), "<he>"
		case "she", "her", "hers", "herself":
			a, rule = f.person(i, 'f', before), "<she>"
		case "it", "they":
			a, rule = f.speaker(i, w == "they", before), "<it> <verb of saying>"
		}
		if a >= 0 {
			f.others = append(f.others, reference{i, i + 1, a, "pronoun", rule})
			before = append(before, point{i, f.doc.Tokens[i].Sentence, a, f.verbFollows(i + 1)})
		}
	}
}

// maxPoints is how many mentions before a pronoun are looked at: it keeps long lists linear, and readers do not look further.
const maxPoints = 40

// points are the namings and roles, in the order of the text.
func (f *finder) points() []point {
	var all []point
	for _, n := range f.namings {
		all = append(all, point{n.first, f.doc.Tokens[n.first].Sentence, n.actor, f.isSubject(n.first, n.end)})
	}
	for _, r := range f.others {
		all = append(all, point{r.first, f.doc.Tokens[r.first].Sentence, r.actor, f.isSubject(r.first, r.end)})
	}
	slices.SortFunc(all, func(a, b point) int { return cmp.Compare(a.first, b.first) })
	return all
}

// quoted says of each token whether it stands inside quotation marks. A mark that is never closed ends with its paragraph.
func (f *finder) quoted() []bool {
	in := make([]bool, len(f.doc.Tokens))
	open, paragraph := false, -1
	for i := range f.doc.Tokens {
		if p := f.doc.Sentences[f.doc.Tokens[i].Sentence].Paragraph; p != paragraph {
			open, paragraph = false, p
		}
		switch f.doc.Word(i) {
		case "“", "„", "«":
			open = true
		case "”", "»":
			open = false
		case `"`, "``", "''":
			open = !open
		}
		in[i] = open
	}
	return in
}

// isSubject says whether a finite verb follows, also behind an apposition between commas, or a verb of saying stands before: "said Mr Lee".
func (f *finder) isSubject(first, end int) bool {
	if f.verbFollows(end) {
		return true
	}
	s := f.sentence(first)
	if f.doc.Lower(end) == "," {
		for k := end + 1; k < min(s.End, end+25); k++ {
			if f.doc.Lower(k) == "," {
				return f.verbFollows(k + 1)
			}
		}
		return false
	}
	k := first - 1
	for k > s.First && (f.titleFrom(k, first) == first || f.doc.Tag(k) == text.DT || f.doc.Tag(k).IsProper()) && k > first-6 {
		k--
	}
	return k >= s.First && isSaying(f.lemma(k)) && f.doc.Tag(k).IsVerb()
}

func (f *finder) verbFollows(i int) bool {
	for k := 0; k < 2 && f.doc.Tag(i).IsAdverb(); k++ {
		i++
	}
	return f.doc.Tag(i).IsFinite()
}

// person finds the person that a pronoun of that sex means: the subject of its own sentence, else of the last sentence that names or
// takes up somebody of that sex. -1 when that is nobody, or two.
func (f *finder) person(i int, sex byte, before []point) int {
	s := f.doc.Tokens[i].Sentence
	before = before[max(0, len(before)-maxPoints):]
	for k := len(before) - 1; k >= 0; {
		sentence := before[k].sentence
		if s-sentence > reachBack {
			return -1
		}
		first := k
		for first > 0 && before[first-1].sentence == sentence {
			first--
		}
		if a, decided := f.oneOf(before[first:k+1], sex); decided {
			return a
		}
		k = first - 1
	}
	return -1
}

// oneOf chooses among the mentions of one sentence: its only person of that sex, else its first subject.
func (f *finder) oneOf(points []point, sex byte) (actor int, decided bool) {
	actor = -1
	subject, several := -1, false
	for _, p := range points {
		a := &f.cast[p.actor]
		if a.kind != "person" || a.sex != 0 && a.sex != sex {
			continue
		}
		if actor >= 0 && actor != p.actor {
			several = true
		}
		if actor < 0 {
			actor = p.actor
		}
		if p.subject && subject < 0 {
			subject = p.actor
		}
	}
	if several {
		return subject, true
	}
	return actor, actor >= 0
}

// speaker finds the body that "it said" or "they said" means: the last one that is the subject of its sentence, this one or the one before.
func (f *finder) speaker(i int, many bool, before []point) int {
	k := i + 1
	for f.doc.Tag(k).IsAdverb() || f.doc.Tag(k) == text.MD || f.doc.Lower(k) == "has" || f.doc.Lower(k) == "have" || f.doc.Lower(k) == "had" {
		k++
	}
	if !f.doc.Tag(k).IsVerb() || !isSaying(f.lemma(k)) {
		return -1
	}
	s := f.doc.Tokens[i].Sentence
	for j := len(before) - 1; j >= max(0, len(before)-maxPoints) && s-before[j].sentence <= 1; j-- {
		a := &f.cast[before[j].actor]
		collective := a.kind == "government" || a.kind == "law_enforcement" || a.kind == "military"
		if before[j].subject && a.kind != "person" && a.kind != "facility" && (!many || collective) {
			return before[j].actor
		}
	}
	return -1
}

// isSaying says whether a verb in its base form reports speech.
func isSaying(lemma string) bool {
	switch lemma {
	case "say", "add", "tell", "announce", "claim", "argue", "note", "explain", "warn", "report", "confirm", "deny", "state", "insist", "acknowledge", "estimate", "declare", "recall", "write", "ask",
		"stress", "emphasise", "emphasize", "reply", "respond", "urge", "accuse", "allege", "conclude", "reveal", "suggest", "maintain", "promise", "pledge", "vow", "predict":
		return true
	}
	return false
}
