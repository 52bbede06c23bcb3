package resolve

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
	"github.com/zeebo/xxh3"
)

// ClaimKey is what is known of a figure that measures no event: a claim about a state of things, which other sentences and articles repeat
// or contradict.
type ClaimKey struct {
	Head        uint64 // hash of the word for what is counted or valued
	Amount      uint64 // hash of number and unit
	Place, Time uint64 // hashes, 0 for unknown
	Rivals      bool   // another number of the same head, place and time contradicts this one
	Weak        bool   // a small or vague number: equal ones prove little
	Money       bool   // an amount: round ones are frequent
	Claimant    int32  // number in Keys.Actors, -1 for none
	Sentence    int32
	Words       []uint32 // hashes of the content words beside number and object, sorted
}

// oneHead are the groups of measures in which all words for people mean one: "workers", "individuals", "victims".
var oneHead = map[string]bool{"captivity": true}

// rivalGroups are the groups of measures of which one place has one number at a time. Of sums of money and of things it has many.
var rivalGroups = map[string]bool{"captivity": true, "people": true, "sites": true, "incidents": true}

// smallest is the number from which two equal ones say something.
const smallest = 13

func claimOf(f *schema.Figure, actors numbered) *ClaimKey {
	c := &ClaimKey{Head: hashOf(stem(lastWord(f.Object))), Place: hashOf(f.PlaceID), Time: hashOf(f.TimeEDTF), Claimant: actors.of(f.ClaimantActorID), Sentence: int32(f.SentenceNo)}
	if f.CountClass == "person" && (oneHead[f.MeasureGroup] || f.Measure == "population") {
		c.Head = 1
	}
	v := number(f)
	c.Amount = hashOf(schema.FormatReal(v[0]) + " " + schema.FormatReal(v[1]) + " " + f.Unit)
	c.Rivals = rivalGroups[f.MeasureGroup] || f.MeasureGroup == "proceeds" && f.Period != ""
	c.Weak = f.Bound == "vague" || v[0] < smallest
	c.Money = f.UnitKind == "money"
	own := contentWords(f.Quote + " " + f.Object)
	c.Words = slices.DeleteFunc(contentWords(f.Sentence), func(w uint32) bool { _, is := slices.BinarySearch(own, w); return is })
	return c
}

// hashOf is never 0 but for an empty text.
func hashOf(s string) uint64 {
	if s == "" {
		return 0
	}
	return xxh3.HashString(s) | 1
}

// maxClaims is how many earlier claims with the same number a claim is compared with.
const maxClaims = 40

// claims joins figures that measure no event: rival numbers of one head, place and time, and one number that comes again. Sets whose known
// places or times differ are never joined.
func (p *Partition) claims(refs []Member, one sets) {
	j := &claimSets{p: p, refs: refs, sets: one, scene: make([][2]uint64, len(refs))}
	for i := range refs {
		if c := j.claim(int32(i)); c != nil {
			j.scene[i] = [2]uint64{c.Place, c.Time}
		}
	}
	type block [4]uint64
	rivals, equal := map[block]int32{}, map[block][]int32{}
	for i := range refs {
		c := j.claim(int32(i))
		if c == nil {
			continue
		}
		thing := j.figure(int32(i)).Thing
		if c.Place != 0 && c.Rivals {
			b := block{thing, c.Head, c.Place, c.Time}
			if first, ok := rivals[b]; ok {
				j.join(first, int32(i))
			} else {
				rivals[b] = int32(i)
			}
		}
		b := block{thing, c.Head, c.Amount}
		for _, k := range equal[b] {
			if j.repeats(k, int32(i)) {
				j.join(k, int32(i))
			}
		}
		if len(equal[b]) < maxClaims {
			equal[b] = append(equal[b], int32(i))
		}
	}
}

// claimSets are sets of figures with the place and time that each is known to be about.
type claimSets struct {
	p    *Partition
	refs []Member
	sets
	scene [][2]uint64 // by representative
}

func (j *claimSets) figure(i int32) *FigureKey {
	return &j.p.key(int(j.refs[i].Article)).Figures[j.refs[i].Number]
}

func (j *claimSets) claim(i int32) *ClaimKey { return j.figure(i).Claim }

// repeats says whether two claims of equal number are one: other sentences that share words beside the number, the more of them the less the
// number says, fewer where one and the same claims both.
func (j *claimSets) repeats(a, b int32) bool {
	x, y := j.claim(a), j.claim(b)
	if j.refs[a].Article == j.refs[b].Article && (x.Sentence == y.Sentence || x.Weak) {
		return false
	}
	need := 2
	switch {
	case x.Weak || y.Weak:
		need = max(5, min(len(x.Words), len(y.Words))/2+1)
	case j.claimant(a) >= 0 && j.claimant(a) == j.claimant(b):
		need = 1
	case x.Money:
		need = 3
	}
	return commonWords(x.Words, y.Words) >= need
}

// claimant is the number of the actor across articles who claims figure i, -1 for none.
func (j *claimSets) claimant(i int32) int32 {
	if n := j.claim(i).Claimant; n >= 0 {
		return j.p.key(int(j.refs[i].Article)).Actors[n].cluster
	}
	return -1
}

// join joins two sets unless they are known to be about different places or times.
func (j *claimSets) join(a, b int32) {
	x, y := j.scene[j.find(a)], j.scene[j.find(b)]
	for n := range x {
		if x[n] != 0 && y[n] != 0 && x[n] != y[n] {
			return
		}
	}
	kept, _ := j.sets.join(a, b)
	for n := range x {
		j.scene[kept][n] = max(x[n], y[n])
	}
}
