package events

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// measured are the types of events whose extent a measure tells.
var measured = map[string][]string{
	"arrested": {"arrest", "enforcement_campaign", "raid"}, "charged": {"charge"}, "convicted": {"verdict"}, "deported": {"deportation"}, "held": {"trafficking", "abduction", "abuse", "arrest"}, "trafficked": {"trafficking"},
	"abducted": {"abduction"}, "rescued": {"rescue", "release"}, "released": {"release", "rescue"}, "repatriated": {"repatriation"}, "escaped": {"escape"},
	"killed": {"death", "attack", "armed_clash", "accident", "natural_disaster", "disease_outbreak"}, "injured": {"attack", "armed_clash", "accident", "natural_disaster", "abuse", "protest", "death"},
	"missing": {"natural_disaster", "accident", "abduction"}, "abused": {"abuse"}, "infected": {"disease_outbreak"}, "victims": {"trafficking", "fraud_operation", "abuse", "attack", "cyber_attack"},
	"affected": {"natural_disaster", "cyber_attack", "disease_outbreak", "accident"}, "displaced": {"displacement", "natural_disaster"}, "evacuated": {"displacement"},
	"participants": {"protest", "meeting", "strike", "election"}, "personnel": {"deployment", "withdrawal"}, "sites_raided": {"raid"}, "sites_closed": {"site_shutdown"},
	"devices": {"seizure"}, "properties": {"seizure", "raid", "asset_freeze"}, "weapons": {"seizure"}, "drugs": {"seizure"}, "vehicles": {"seizure", "accident"}, "accounts": {"cyber_attack", "asset_freeze"},
	"loss": {"fraud_operation", "cyber_attack"}, "flow": {"fraud_operation"}, "fine": {"penalty", "verdict"}, "seized_value": {"seizure", "raid"}, "frozen_value": {"asset_freeze"}, "compensation": {"penalty", "verdict"},
	"ransom": {"abduction", "cyber_attack"}, "funding": {"funding", "assistance"}, "deadline": {"order", "service_cutoff", "warning", "request"}, "votes": {"election"}, "seats": {"election"}, "price": {"market_move", "business_deal"},
	"value": {"business_deal", "seizure"},
}

// maxCarried is how many sentences back a figure may find its event.
const maxCarried = 3

// figures sets the event of every figure whose measure tells the extent of one: in the clause, else the event of the whole that it is a part
// of, else in the sentence, else carried from the sentences before.
func (f *finder) figures(groups []*group) {
	acts := f.ordered(groups)
	bySentence := map[int][]*act{}
	for _, a := range acts {
		bySentence[a.sentence] = append(bySentence[a.sentence], a)
	}
	rows := map[string]*schema.Figure{}
	for _, p := range f.figs {
		fig := &f.rec.Figures[p.row]
		rows[fig.FigureID] = fig
		if fig.EventID != "" {
			continue
		}
		a, basis := f.measuredBy(p, fig, bySentence)
		if whole := rows[fig.PartOfFigureID]; basis != "clause" && whole != nil && whole.Measure == fig.Measure && whole.EventID != "" {
			fig.EventID, fig.EventBasis = whole.EventID, "carried"
		} else if a != nil {
			fig.EventID, fig.EventBasis = a.mention.EventID, basis
		}
	}
	f.repeated()
}

// repeated gives a figure without event that of its repetition: a headline states what the text states again. Both must count the same people
// by one number.
func (f *finder) repeated() {
	first := map[tally]string{} // the event of the first figure that tells so
	for _, p := range f.figs {
		fig := &f.rec.Figures[p.row]
		if t, ok := tallyOf(fig); ok && fig.EventID != "" && first[t] == "" {
			first[t] = fig.EventID
		}
	}
	for _, p := range f.figs {
		fig := &f.rec.Figures[p.row]
		if t, ok := tallyOf(fig); ok && fig.EventID == "" && first[t] != "" {
			fig.EventID, fig.EventBasis = first[t], "carried"
		}
	}
}

// tally is what a figure counts: of whom how many.
type tally struct {
	measure, country, sex, age string
	value                      float64
}

// tallyOf is false where a figure measures no event.
func tallyOf(fig *schema.Figure) (tally, bool) {
	if fig.Value == nil || measured[fig.Measure] == nil {
		return tally{}, false
	}
	return tally{fig.Measure, fig.GroupCountry, fig.GroupSex, fig.GroupAge, *fig.Value}, true
}

// measuredBy is the mention that the figure measures, and what ties them.
func (f *finder) measuredBy(p place, fig *schema.Figure, bySentence map[int][]*act) (*act, string) {
	types := measured[fig.Measure]
	s := f.doc.Tokens[min(p.first, len(f.doc.Tokens)-1)].Sentence
	if a := f.holder(p, bySentence[s], types); a != nil {
		return a, "clause"
	}
	if types == nil {
		return nil, ""
	}
	if a := nearestOf(p, bySentence[s], types, func(a *act) bool { return p.first >= a.from && p.first < a.to }); a != nil {
		return a, "clause"
	}
	if a := nearestOf(p, bySentence[s], types, func(*act) bool { return true }); a != nil {
		return a, "sentence"
	}
	if fig.MeasureGroup != "custody" && fig.MeasureGroup != "freedom" && fig.MeasureGroup != "harm" {
		return nil, ""
	}
	for t := range types { // an arrest three sentences before counts more than a raid in the last
		for back := 1; back <= maxCarried; back++ {
			if a := nearestOf(p, bySentence[s-back], types[t:t+1], func(a *act) bool { return real(a.status) == occurred }); a != nil {
				return a, "carried"
			}
		}
	}
	return nil, ""
}

// holder is the mention whose object, trigger or agent holds the figure; its type must fit when the figure has a measure.
func (f *finder) holder(p place, acts []*act, types []string) *act {
	for _, a := range acts {
		if types != nil && !slices.Contains(types, a.sense.eventType) {
			continue
		}
		if p.first >= a.first && p.end <= a.end || a.object.holds(p) || a.sense.pos == 'n' && a.subject.First > a.head && a.subject.holds(p) {
			return a
		}
	}
	return nil
}

// holds says whether the row begins in the part.
func (x part) holds(p place) bool { return x.ok && p.first >= x.First && p.first < x.End }

// nearestOf is the mention of the types that stands nearest to the figure: types in their order, then distance.
func nearestOf(p place, acts []*act, types []string, ok func(*act) bool) *act {
	for _, t := range types {
		var best *act
		for _, a := range acts {
			if a.sense.eventType == t && ok(a) && (best == nil || distance(p, a) < distance(p, best)) {
				best = a
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

func distance(p place, a *act) int {
	if p.first >= a.head {
		return p.first - a.head
	}
	return a.head - p.first
}
