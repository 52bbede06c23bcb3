package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// group is one event of the article: its mentions in the order of the text.
type group struct {
	acts   []*act
	anchor *act
	event  schema.Event
	places []schema.EventPlace
}

// maxCompared is how many earlier events of a type a mention is compared with, the latest first: keeps long lists linear.
const maxCompared = 40

// join puts mentions of one event together. A mention joins the latest event of its type that it does not contradict and that it has
// something in common with, or that it takes up again ("the raids").
func (f *finder) join(acts []*act) []*group {
	f.sever(acts)
	var groups []*group
	byType := map[string][]*group{}
	for _, a := range acts {
		t := a.sense.eventType
		g := f.home(a, byType[t])
		if g == nil {
			g = &group{}
			groups = append(groups, g)
			byType[t] = append(byType[t], g)
		}
		g.acts = append(g.acts, a)
	}
	for _, g := range groups {
		g.anchor = f.clearest(g.acts)
	}
	return groups
}

// home is the event that the mention belongs to, nil for a new one: the latest that it has something in common with, else the one that it
// takes up.
func (f *finder) home(a *act, groups []*group) *group {
	var open []*group // those that it may belong to, the latest first
	for i := len(groups) - 1; i >= max(0, len(groups)-maxCompared); i-- {
		if !slices.ContainsFunc(groups[i].acts, func(b *act) bool { return f.contradict(a, b) }) {
			open = append(open, groups[i])
		}
	}
	for _, g := range open {
		if slices.ContainsFunc(g.acts, func(b *act) bool { return f.shared(a, b) }) {
			return g
		}
	}
	return f.resumed(a, open)
}

// resumed is the event that the mention takes up. A noun that does so ("the attack") means one told by a word of its own stem, else one of
// the last sentence, else the one that the article tells most of; "the latest attack" means that last one, the news.
func (f *finder) resumed(a *act, open []*group) *group {
	var near, most *group
	for _, g := range open {
		if !f.resumes(a, g) {
			continue
		}
		if f.latest(a) {
			if g.dated() {
				continue
			}
		} else if f.stemIn(a, g) {
			return g
		} else if near == nil && a.sentence-g.last().sentence <= 1 {
			near = g
		}
		if most == nil || len(g.acts) > len(most.acts) || len(g.acts) == len(most.acts) && g.acts[0].sentence < most.acts[0].sentence {
			most = g
		}
	}
	if near != nil {
		return near
	}
	return most
}

// latest says whether the noun means the newest of its kind: "the latest raids".
func (f *finder) latest(a *act) bool {
	for k := a.noun.First; a.sense.pos == 'n' && k < a.head; k++ {
		if w := f.doc.Lower(k); w == "latest" || w == "newest" || w == "recent" {
			return true
		}
	}
	return false
}

// dated says whether a mention of the event names a month or year rather than a day: background, seldom the news.
func (g *group) dated() bool {
	return slices.ContainsFunc(g.acts, func(b *act) bool {
		return b.date != nil && b.date.DateStart != nil && (b.date.DatePrecision == "month" || b.date.DatePrecision == "year")
	})
}

// last is the latest mention.
func (g *group) last() *act { return g.acts[len(g.acts)-1] }

// stemIn says whether a mention of the event has a trigger of the same stem: "agreed", "the agreement".
func (f *finder) stemIn(a *act, g *group) bool {
	return slices.ContainsFunc(g.acts, func(b *act) bool {
		return sameStem(f.lemma(a.head), f.lemma(b.head))
	})
}

// sameStem says whether two words begin alike for five letters, or as far as the shorter goes.
func sameStem(x, y string) bool {
	n := min(len(x), len(y), 5)
	return x[:n] == y[:n]
}

// participle says whether the mention is an -ing form that continues its sentence: "attracted victims, luring them with".
func (f *finder) participle(a *act) bool {
	return a.sense.pos == 'v' && f.doc.Tag(a.head) == text.VBG && a.verb.First == a.head && f.doc.Tag(a.head-1) == text.Comma
}

// shared says whether two mentions have enough in common to be one event: the same people acted on, the same number, the same date or
// place with the same doer; for acts of speech doer and target.
func (f *finder) shared(a, b *act) bool {
	role := objectRole(a.sense)
	sameAgent := common(ids(a, "agent"), ids(b, "agent"))
	sameTarget := common(ids(a, role), ids(b, role))
	sameNoun := a.object.ok && b.object.ok && f.lemma(a.object.Head) == f.lemma(b.object.Head) && !f.doc.Tag(a.object.Head).IsProper()
	n := f.objectCount(a)
	sameCount := n > 1 && n == f.objectCount(b)
	sameDate := a.date != nil && b.date != nil && a.date.DateEDTF == b.date.DateEDTF && a.date.DateEDTF != ""
	x, y := a.scenesOf(), b.scenesOf()
	samePlace := len(x) > 0 && len(y) > 0
	switch {
	case f.ownVerb(a, b) || f.ownVerb(b, a) || sameLength(f.length(a), f.length(b)):
		return true
	case a.sense.group == "speech" || a.sense.eventType == "request":
		return sameAgent && (sameTarget || sameNoun) && sameStem(f.lemma(a.head), f.lemma(b.head)) && len(ids(a, "agent")) == len(ids(b, "agent"))
	case a.granularity == standing && b.granularity == standing:
		return f.coordinated(a, b) || (a.sense.eventType != "abuse" || sameStem(f.lemma(a.head), f.lemma(b.head))) && (sameTarget || sameAgent || sameNoun || !a.object.ok && !b.object.ok)
	case sameTarget && a.sense.group == "justice":
		return sameDate || a.sentence-b.sentence <= 2
	case sameTarget || sameCount:
		return true
	case sameAgent && a.sense.group == "policy" && sameStem(f.lemma(a.head), f.lemma(b.head)):
		return true
	}
	return sameDate && (sameAgent || sameNoun || samePlace) || sameAgent && (sameNoun || samePlace) || samePlace && sameNoun
}

// ownVerb says whether the mention is the verb of which the other, a noun of the same type, is the subject: "the directive ordered".
func (f *finder) ownVerb(a, b *act) bool {
	return a.sense.pos == 'v' && b.sense.pos == 'n' && a.sentence == b.sentence && a.subject.ok && a.subject.Head == b.head
}

// length is how long the event took, where its mention says so: "a two-hour meeting", "the talks lasted two hours"; nil for nothing.
func (f *finder) length(a *act) *schema.Figure {
	if a.sense.pos != 'n' {
		return nil
	}
	end := a.noun.End
	if w := f.lemma(end); w == "last" || w == "take" {
		end += lengthReach
	}
	for _, g := range within(f.figs, a.noun.First, end) {
		if fig := &f.rec.Figures[g.row]; fig.UnitKind == "duration" && fig.Value != nil {
			return fig
		}
	}
	return nil
}

// lengthReach is how many tokens behind "lasted" the length may stand: "more than", "just under".
const lengthReach = 5

func sameLength(x, y *schema.Figure) bool {
	return x != nil && y != nil && x.Unit == y.Unit && *x.Value == *y.Value
}

// coordinated says whether two nouns stand in one list: "beatings, electric shocks or hunger".
func (f *finder) coordinated(a, b *act) bool {
	if a.sentence != b.sentence || a.sense.pos != 'n' || b.sense.pos != 'n' {
		return false
	}
	for k := min(a.end, b.end); k < max(a.first, b.first); k++ {
		if t := f.doc.Tag(k); !t.IsNoun() && !t.IsAdjective() && t != text.Comma && t != text.CC && t != text.RB && t != text.Hyphen {
			return false
		}
	}
	return true
}

func common(x, y []string) bool {
	return slices.ContainsFunc(x, func(id string) bool { return slices.Contains(y, id) })
}

// resumes says whether the mention takes up an earlier event: a noun with "the", "this" or "their" that adds nothing new, or a body
// sentence that tells what the headline told.
func (f *finder) resumes(a *act, g *group) bool {
	last := g.acts[len(g.acts)-1]
	if a.sentence == last.sentence && (f.participle(a) || f.calledSo(a, last)) {
		return true
	}
	if (a.sense.pos == 'n' && f.definite(a) || f.those(a)) && (a.sentence-last.sentence <= maxResume || f.latest(a)) {
		return true
	}
	first := g.acts[0]
	return len(g.acts) == 1 && f.doc.Sentences[first.sentence].Heading && !f.doc.Sentences[a.sentence].Heading && a.sentence-first.sentence <= 4 && (a.sense.group != "speech")
}

// those says whether the mention only tells again whom an event befell: "those detained".
func (f *finder) those(a *act) bool {
	return a.sense.pos == 'v' && a.passive && a.verb.First == a.verb.Main && a.object.ok && f.doc.Lower(a.object.Head) == "those"
}

// calledSo says whether the sentence says that b was an a: "the bombing was an act of revenge".
func (f *finder) calledSo(a, b *act) bool {
	if a.sense.pos != 'n' || b.sense.pos != 'n' {
		return false
	}
	k := a.noun.First - 1
	for k > b.head && !f.doc.Tag(k).IsVerb() && k > a.noun.First-3 {
		k--
	}
	if f.lemma(k) != "be" {
		return false
	}
	p, ok := model.Subject(f.doc, k)
	return ok && p.Head == b.head
}

// maxResume is how many sentences later a definite noun still takes up an event.
const maxResume = 20

// definite says whether the noun's phrase opens with a word that points back, or with a possessor.
func (f *finder) definite(a *act) bool {
	if w := f.doc.Lower(a.noun.First + 1); w == "next" || w == "second" || w == "third" {
		return false // "the next meeting" is another one
	}
	switch f.doc.Lower(a.noun.First) {
	case "the", "this", "these", "those", "that":
		return true
	}
	if f.doc.Tag(a.noun.First) == text.PRPS {
		return true
	}
	for k := a.noun.First; k < a.noun.Head; k++ {
		if f.doc.Tag(k) == text.POS {
			return true
		}
	}
	return false
}

// clearest is the mention whose words stand in the event's row: body before headline, then the one that says most, then the first.
func (f *finder) clearest(acts []*act) *act {
	best, score := acts[0], -1
	for _, a := range acts {
		n := 0
		if !f.doc.Sentences[a.sentence].Heading {
			n += 8
		}
		if a.date != nil {
			n += 2
		}
		if len(a.scenesOf()) > 0 {
			n += 2
		}
		if a.subject.ok {
			n++
		}
		if a.object.ok {
			n++
		}
		if n > score {
			best, score = a, n
		}
	}
	return best
}
