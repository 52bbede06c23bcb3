package events

import (
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// The words of the vocabulary granularity.
const (
	incident    = "incident"
	campaign    = "campaign"
	periodTotal = "period_total"
	standing    = "standing_situation"
)

// lasting are the types whose present tense tells a state of things.
var lasting = wordSet("fraud_operation trafficking abuse corruption deployment dispute")

// granularity says how far the event extends.
func (f *finder) granularity(a *act) string {
	cue := f.extentCue(a)
	switch {
	case a.sense.group == "inform":
		return incident
	case cue == "repeated":
		return campaign
	case f.habitual(a):
		return standing
	case cue == "period" && a.sense.group != "speech", f.overPeriod(a):
		return periodTotal
	case a.status == ongoing && (cue == "standing" || lasting[a.sense.eventType]):
		return standing
	case lasting[a.sense.eventType] && a.sense.pos == 'n' && !a.hasVerb && a.sense.eventType != "dispute" && a.sense.eventType != "deployment" && len(a.dates) == 0:
		return standing
	case a.sense.eventType == "enforcement_campaign" || series[f.lemma(a.head)]:
		return campaign
	case a.sense.group == "speech" || a.sense.group == "diplomacy":
		return incident
	case cue == "campaign" || f.isSeries(a):
		return campaign
	}
	return incident
}

// habits are adverbs by which a verb tells what happens now and then, and no event: "are sometimes even killed".
var habits = wordSet("sometimes often usually frequently routinely regularly occasionally typically commonly rarely seldom")

// habitual says whether such an adverb stands in the verb group of the mention, or right before it.
func (f *finder) habitual(a *act) bool {
	if a.sense.pos != 'v' {
		return false
	}
	for k := max(a.from, a.first-2); k <= a.head; k++ {
		if habits[f.doc.Lower(k)] {
			return true
		}
	}
	return false
}

// uncount takes the number from those whom an act befalls now and then: "100 people are held and sometimes beaten" counts no beaten.
func (f *finder) uncount(a *act) {
	if a.object.ok && f.habitual(a) && f.count(a.object.Phrase) > 0 {
		a.object.First = a.object.Head
	}
}

// extentCue is what a cue in the clause says of the extent, "" for nothing.
func (f *finder) extentCue(a *act) string {
	first, end := max(a.from, a.first-reach), min(a.to, a.head+reach)
	found := ""
	for i := first; i < end; i++ {
		_, means, ok := cues.At(f.doc, i, end)
		if !ok || means == alleged {
			continue
		}
		near := i >= a.first-4 && i <= a.head
		if means == "period" && i >= a.head-periodReach && i < a.head+periodReach || means == "standing" && found == "" || means == "campaign" && near || means == "repeated" && near {
			found = means
		}
		if found == "period" {
			break
		}
	}
	return found
}

// periodReach is how many tokens a period such as "each year" may stand from its trigger.
const periodReach = 16

// series are nouns that name many acts as one.
var series = wordSet("offensive campaign spree wave")

// overPeriod says whether the mention sums up: something counted over a whole year or since a day.
func (f *finder) overPeriod(a *act) bool {
	if a.date == nil || a.sense.group == "speech" || a.sense.group == "diplomacy" || !a.object.ok || len(covering(f.figs, a.object.First, a.object.End)) == 0 {
		return false
	}
	return a.date.DatePrecision == "open" || a.date.DatePrecision == "year" || a.date.DatePrecision == "decade"
}

// isSeries says whether several events are reported as one: a plural noun, many places or things acted on, or an interval of days.
func (f *finder) isSeries(a *act) bool {
	if a.sense.pos == 'n' && f.doc.Tag(a.head) == text.NNS && !plurals[f.lemma(a.head)] {
		return true
	}
	if scenes := a.scenesOf(); len(scenes) > 1 || len(scenes) == 1 && f.doc.Lower(scenes[0].first-1) == "across" {
		return true
	}
	if !a.object.ok {
		return false
	}
	switch a.sense.eventType {
	case "raid", "site_shutdown", "seizure", "trafficking", "fraud_operation":
		return f.doc.Tag(a.object.Head) == text.NNS
	case "arrest":
		return f.count(a.object.Phrase) >= manyPeople
	}
	return false
}

// plurals are event nouns that are plural although they mean one event.
var plurals = wordSet("talk sanction charge election hostility casualty discussion negotiation damages")

// manyPeople is how many arrests make a campaign rather than an incident.
const manyPeople = 100

// count is the number of the figure in the phrase, 0 without one.
func (f *finder) count(p model.Phrase) float64 {
	for _, g := range covering(f.figs, p.First, p.End) {
		fig := &f.rec.Figures[g.row]
		for _, v := range []*float64{fig.ValueBest, fig.ValueLow, fig.ValueHigh} {
			if v != nil && fig.UnitKind == "count" {
				return *v
			}
		}
	}
	return 0
}
