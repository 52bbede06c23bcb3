package actors

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// inferStates gives positions of the state ("Prime Minister") that name no country the one that the article speaks of there: the country
// that another sentence gives the same person, else the only one that this sentence or the one before names. Two people do not hold one
// office of one state: then nothing is inferred.
func (b *binder) inferStates() {
	stated, holders := map[int]int{}, map[office]int{}
	for k := range b.bonds {
		b.noteState(&b.bonds[k], stated, holders)
	}
	near := map[int]int{} // sentence to its state
	for k := range b.bonds {
		n := &b.bonds[k]
		if !n.holder || b.elsewhere(n) || n.object >= 0 || n.relation != "position" || n.country != "" {
			continue
		}
		state, has := stated[n.subject]
		if !has {
			state = b.ownState(n.subject)
		}
		if state < 0 {
			state = b.stateNear(b.doc.Tokens[n.first].Sentence, near)
		}
		if other, has := holders[office{state, n.title, n.status}]; state < 0 || has && other != n.subject && single[n.title] {
			continue
		}
		n.object = state
		n.rule += ", state from around"
		b.noteState(n, stated, holders)
	}
}

// elsewhere says whether a position is held abroad or has the name that only some states give it ("Secretary of State", "congressman"): the
// country that the text speaks of says nothing of whose it is.
func (b *binder) elsewhere(n *bond) bool {
	title := strings.ToLower(n.title)
	last := title[strings.LastIndexByte(title, ' ')+1:]
	return abroad(last) || strings.HasPrefix(last, "congress") || last == "secretary" || last == "commissioner" || last == "general" || strings.HasSuffix(title, "secretary of state") ||
		strings.Contains(title, "ambassador") || strings.Contains(title, "envoy") || strings.Contains(title, "exchequer") || strings.HasPrefix(title, "visiting")
}

// office is a position of a state.
type office struct {
	state         int
	title, status string
}

// noteState notes whose state a bond gives: the first one stays.
func (b *binder) noteState(n *bond, stated map[int]int, holders map[office]int) {
	if n.relation != "position" || n.object < 0 || b.kind(n.object) != "country" {
		return
	}
	if _, has := stated[n.subject]; !has {
		stated[n.subject] = n.object
	}
	o := office{n.object, n.title, n.status}
	if _, has := holders[o]; !has {
		holders[o] = n.subject
	}
}

// ownState is the country that actors gave the person, -1 for none.
func (b *binder) ownState(person int) int {
	if state, has := b.states[b.rec.Actors[person].CountryCode]; has && b.rec.Actors[person].CountryCode != "" {
		return state
	}
	return -1
}

// single are offices that one person holds at a time.
var single = map[string]bool{"Prime Minister": true, "President": true, "King": true, "Queen": true, "Foreign Minister": true, "Premier": true, "Defence Minister": true, "Defense Minister": true}

// stateNear is the country that a sentence or the one before it speaks of, when it is only one; -1 for none.
func (b *binder) stateNear(sentence int, near map[int]int) int {
	if state, has := near[sentence]; has {
		return state
	}
	near[sentence] = -1
	for back := 0; back < 2 && back <= sentence; back++ {
		codes := b.countriesOf(sentence - back)
		if len(codes) == 0 {
			continue
		}
		if state, has := b.states[codes[0]]; has && len(codes) == 1 && b.governs(codes[0]) {
			near[sentence] = state
		}
		break
	}
	return near[sentence]
}

// governs says whether no country is named in more sentences of the article than this one: the president of another is only met in passing.
func (b *binder) governs(code string) bool {
	if b.sentences == nil {
		b.sentences = map[string]int{}
		for s := range b.doc.Sentences {
			for _, c := range b.countriesOf(s) {
				b.sentences[c]++
			}
		}
	}
	for _, n := range b.sentences {
		if n > b.sentences[code] {
			return false
		}
	}
	return true
}

// countriesOf lists the countries of a sentence: those that it names, those of its demonyms and of its places.
func (b *binder) countriesOf(sentence int) []string {
	var codes []string
	note := func(code string) {
		if code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	s := b.doc.Sentences[sentence]
	for i := s.First; i < s.End; i++ {
		if m, ok := b.named(i); ok && !b.isPerson(m.actor) {
			note(b.rec.Actors[m.actor].CountryCode)
		}
		if alpha, _ := b.demonymBefore(i+1, max(s.First, i-1)); alpha != "" {
			note(alpha)
		}
	}
	for _, m := range b.placesOf(sentence) {
		note(m)
	}
	return codes
}

// placesOf lists the countries of the places that a sentence names.
func (b *binder) placesOf(sentence int) []string {
	s := b.doc.Sentences[sentence]
	span := b.doc.SpanOf(s.First, s.End)
	var codes []string
	from, _ := slices.BinarySearchFunc(b.rec.PlaceMentions, span.SpanStart, func(m schema.PlaceMention, p int) int { return m.SpanStart - p })
	for _, m := range b.rec.PlaceMentions[from:] {
		if m.SpanStart >= span.SpanEnd {
			break
		}
		if code := b.seats[m.PlaceID]; code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}
