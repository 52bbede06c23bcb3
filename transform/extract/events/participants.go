package events

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// actorRow makes the row of a phrase: the actor named at its head, else the words. Pronouns that nobody resolved give none.
func (f *finder) actorRow(p model.Phrase) (schema.EventActor, bool) {
	first, end := f.afterDeterminer(p), p.End
	if p.Head > first && f.quantity(p) {
		if q, ok := f.phraseAt(p.End + 1); ok {
			end = q.End
		}
	} else if f.quantity(p) {
		if q, ok := f.phraseAt(p.End + 1); ok {
			if f.doc.Tag(q.Head) == text.PRP && len(covering(f.mentions, q.Head, q.Head+1)) == 0 {
				q = p // "two of them": nobody knows of whom
			}
			if f.isNobody(p) { // "none of the men": who was spared
				first = f.afterDeterminer(q)
			}
			end, p = q.End, model.Phrase{First: p.First, Head: q.Head, End: q.End}
		}
	}
	row := schema.EventActor{}
	if q, ok := f.apposed(p); ok {
		p, first, end = q, q.First, q.End
	}
	first = f.withBound(first)
	for _, m := range covering(f.mentions, p.Head, p.Head+1) {
		row.ActorID = f.rec.ActorMentions[m.row].ActorID
		first = min(first, m.first)
		end = max(end, m.end)
	}
	t := f.doc.Tag(p.Head)
	if row.ActorID == "" && (t == text.PRP || t == text.WP || t == text.WDT || t == text.EX || t == text.DT || t == text.PRPS || f.isNobody(p)) || f.isDate(p) {
		return row, false
	}
	span := f.doc.SpanOf(first, end)
	row.ActorText, row.TextStart, row.TextEnd = span.Quote, schema.Ptr(span.SpanStart), schema.Ptr(span.SpanEnd)
	if row.ActorID == "" {
		f.group(&row, p, first, end)
	}
	return row, true
}

// withBound is where the words of the number at token i begin: "as many as 40 boats", "tens of thousands", "over 1,000 of its citizens".
func (f *finder) withBound(i int) int {
	for _, g := range covering(f.figs, i, i+1) {
		if f.rec.Figures[g.row].UnitKind != "count" || g.end <= i {
			continue
		}
		i = min(i, g.first)
		if f.rec.Figures[g.row].Bound == "" || f.rec.Figures[g.row].Bound == "exact" {
			continue
		}
		for first, _ := f.bounds(i); i > first && bounds[f.doc.Lower(i-1)] && !evaluates[f.doc.Lower(i-1)]; {
			i--
		}
	}
	return i
}

// evaluates are words before a number that bound nothing.
var evaluates = wordSet("only just to and well")

// apposed is the name that stands between commas behind a title: "the prime minister of the country, NAME, has".
func (f *finder) apposed(p model.Phrase) (model.Phrase, bool) {
	if len(covering(f.mentions, p.Head, p.Head+1)) > 0 || !f.headIs(p, []string{"person", "authority"}) && !f.doc.Tag(p.Head).IsAdjective() { // "a third, NAME, fled"
		return p, false
	}
	k := p.End
	if f.doc.Lower(k) == "of" {
		if q, ok := f.phraseAt(k + 1); ok {
			k = q.End
		}
	}
	if f.doc.Tag(k) != text.Comma {
		return p, false
	}
	q, ok := f.phraseAt(k + 1)
	if !ok || f.doc.Tag(q.End) != text.Comma || !f.doc.Tag(q.Head).IsProper() || len(covering(f.mentions, q.Head, q.Head+1)) == 0 {
		return p, false
	}
	return q, true
}

// group fills nationality, sex and age of an unnamed group from its words, or from the figure that counts it.
func (f *finder) group(row *schema.EventActor, p model.Phrase, first, end int) {
	for _, g := range covering(f.figs, first, end) {
		fig := &f.rec.Figures[g.row]
		row.GroupCountry, row.GroupSex, row.GroupAge = fig.GroupCountry, fig.GroupSex, fig.GroupAge
	}
	for i := first; i < end; i++ {
		if c := demonyms[f.doc.Word(i)]; c != "" && row.GroupCountry == "" && f.headIs(p, []string{"person"}) {
			row.GroupCountry = c
		}
		sex, age := personWords[f.lemma(i)][0], personWords[f.lemma(i)][1]
		if row.GroupSex == "" {
			row.GroupSex = sex
		}
		if row.GroupAge == "" {
			row.GroupAge = age
		}
	}
}

// personWords say sex and age of those they name.
var personWords = map[string][2]string{"woman": {"female", "adult"}, "girl": {"female", "minor"}, "man": {"male", "adult"}, "boy": {"male", "minor"}, "child": {"", "minor"}, "minor": {"", "minor"},
	"teenager": {"", "minor"}, "schoolgirl": {"female", "minor"}, "schoolboy": {"male", "minor"}, "female": {"female", ""}, "male": {"male", ""}, "mother": {"female", "adult"}, "father": {"male", "adult"},
	"elderly": {"", "elderly"}, "schoolchild": {"", "minor"}, "infant": {"", "minor"}, "baby": {"", "minor"}, "widow": {"female", "adult"}, "pupil": {"", "minor"}}
