package events

// operations are the types of which a crackdown or operation is the whole.
var operations = wordSet("raid arrest seizure site_shutdown")

// wholes drops crackdowns that only sum up raids or arrests told before or in the same sentence: "in a crackdown, police arrested"
// (GUIDELINES 1.3: a campaign is an event where no single raid or arrest is meant). One that dates raids told without a date stays as
// their mention: "the operation, which took place on Monday".
func (f *finder) wholes(acts []*act) []*act {
	told := -1 // first sentence that tells of one
	for _, a := range acts {
		if operations[a.sense.eventType] && real(a.status) == occurred && a.granularity != standing && told < 0 {
			told = a.sentence
		}
	}
	var raid *act
	kept := acts[:0]
	for _, a := range acts {
		if told >= 0 && f.isWhole(a, told) {
			if raid == nil || a.date == nil || !f.definite(a) || raid.date != nil || a.sentence-raid.sentence > maxWhole {
				f.tr.Lost(station, a.sense.name, f.doc.SpanOf(a.first, a.end), "sums up raids or arrests")
				continue
			}
			a.sense = &sense{name: a.sense.name, words: a.sense.words, head: a.sense.head, pos: 'n', eventType: "raid", group: "enforce"}
		}
		if a.sense.eventType == "raid" && real(a.status) == occurred {
			raid = a
		}
		kept = append(kept, a)
	}
	return kept
}

// isWhole says whether the mention is a crackdown that sums up what is told from sentence told on.
func (f *finder) isWhole(a *act, told int) bool {
	return a.sense.eventType == "enforcement_campaign" && a.sense.pos == 'n' && (!a.hasVerb || a.support == "happen") && real(a.status) == occurred && a.sentence >= told &&
		(f.definite(a) || a.sentence == told)
}

// maxWhole is how many sentences later "the operation" means raids told before.
const maxWhole = 2

// sameDay gives a raid, arrest or seizure without a date the one of what it belongs to: one operation has one date (GUIDELINES, convention
// 12). The row says that it is inferred.
func sameDay(groups []*group) {
	home := map[*act]*group{}
	for _, g := range groups {
		for _, a := range g.acts {
			home[a] = g
		}
	}
	for _, g := range groups {
		for _, a := range g.acts {
			if h := home[a.operation]; h != nil && h != g {
				lendDate(h, g)
				lendDate(g, h)
			}
		}
	}
}

func lendDate(from, to *group) {
	x, y := &from.event, &to.event
	if !operations[x.EventType] || !operations[y.EventType] || real(x.Status) != occurred || real(y.Status) != occurred || x.DateEDTF == "" || y.DateEDTF != "" || y.DateText != "" {
		return
	}
	y.DateFields, y.DateText = x.DateFields, x.DateText
	y.DateBasis = "inferred_from_document"
}
