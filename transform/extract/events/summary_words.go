package events

import (
	"strings"

	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// maxWords is how many tokens of the text a summary quotes.
const maxWords = 14

// matter is what the mention is about in its own words, where the summary names nobody that it is done to: the trigger with its object and
// what hangs on them ("seized assets worth $33 million"). Where that is one word and the summary would say only the type, it is the start of the
// clause; "" where that has no more to say.
func (f *finder) matter(a *act, bare bool) string {
	first, end := a.first, f.tail(a)
	if end-first < 2 && bare {
		first, end = f.clauseWords(a)
	}
	if end = f.beforePrivate(first, end); end-first < 2 || end <= a.head && !bare {
		return ""
	}
	return strings.Join(strings.Fields(f.doc.Slice(first, end)), " ")
}

// tail is the end of the phrases that stand behind the trigger and its object, or of the clause that a verb of speech tells.
func (f *finder) tail(a *act) int {
	end, limit := max(a.end, a.head+1), min(f.doc.Sentences[a.sentence].End, a.first+maxWords)
	if f.doc.Lower(end) == "that" && a.sense.group == "speech" {
		for end < limit && !f.doc.Tag(end).IsPunct() {
			end++
		}
		return end
	}
	for end < limit {
		k := end
		if t := f.doc.Tag(k); t == text.IN || t == text.TO {
			k++
		} else if k > a.end {
			break
		}
		p, ok := model.NounPhrase(f.doc, k)
		if !ok || p.First != k || p.End > limit || !f.doc.Tag(p.Head).IsNoun() || f.doc.Tag(p.End).IsFinite() || len(covering(f.dates, p.First, p.End)) > 0 {
			break
		}
		end = p.End
	}
	return end
}

// clauseWords is the start of the clause, cut at its first comma behind the trigger.
func (f *finder) clauseWords(a *act) (first, end int) {
	first = max(a.from, a.head-maxWords/2)
	for end = a.head + 1; end < min(f.doc.Sentences[a.sentence].End, first+maxWords) && (!f.doc.Tag(end).IsPunct() || f.doc.Tag(end) == text.Hyphen); end++ {
	}
	for first < a.head && (f.doc.Tag(first).IsPunct() || f.doc.Tag(first) == text.CC) {
		first++
	}
	return first, end
}

// beforePrivate cuts the words before they name a private person who only suffered.
func (f *finder) beforePrivate(first, end int) int {
	for _, m := range covering(f.mentions, first, end) {
		if i, ok := f.actors[f.rec.ActorMentions[m.row].ActorID]; ok && f.rec.Actors[i].IsSensitive {
			end = min(end, m.first)
		}
	}
	return end
}
