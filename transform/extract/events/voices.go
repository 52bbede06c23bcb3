package events

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// voices tells in whose words a place of the text stands, without a look at every citation.
type voices struct {
	from   []int          // code points where the set of citations changes, ascending
	active [][]int        // the citations that hold from there on, as indices in ascending order
	cues   map[cue]string // citation_id of the first citation of a sentence with a word in its cue
}

// cue is a word of the words that report, and the number of their sentence.
type cue struct {
	sentence int
	word     string
}

// voicesOf indexes what is quoted, not what stands between the pieces of a quotation.
func voicesOf(all []schema.Citation) voices {
	type change struct{ at, citation int }
	var changes []change
	v := voices{cues: map[cue]string{}}
	for k := range all {
		c := &all[k]
		for _, from := range spoken(c) {
			changes = append(changes, change{from[0], k}, change{from[1], k})
		}
		for w := range strings.FieldsSeq(strings.ToLower(c.Cue)) {
			if key := (cue{c.SentenceNo, w}); v.cues[key] == "" {
				v.cues[key] = c.CitationID
			}
		}
	}
	sort.SliceStable(changes, func(i, j int) bool { return changes[i].at < changes[j].at })
	var now []int
	for i, c := range changes {
		if k, has := slices.BinarySearch(now, c.citation); has {
			now = slices.Delete(now, k, k+1)
		} else {
			now = slices.Insert(now, k, c.citation)
		}
		if i+1 == len(changes) || changes[i+1].at > c.at {
			v.from, v.active = append(v.from, c.at), append(v.active, slices.Clone(now))
		}
	}
	return v
}

// spoken are the stretches of a citation, its span when it has no pieces.
func spoken(c *schema.Citation) [][2]int {
	var all [][2]int
	for _, piece := range c.Pieces {
		if from, to, ok := pieceOf(piece); ok && from < to {
			all = append(all, [2]int{from, to})
		}
	}
	if len(c.Pieces) == 0 && c.SpanStart < c.SpanEnd {
		all = append(all, [2]int{c.SpanStart, c.SpanEnd})
	}
	return all
}

// at gives the citations whose words hold code point p.
func (v *voices) at(p int) []int {
	i := sort.SearchInts(v.from, p+1)
	if i == 0 {
		return nil
	}
	return v.active[i-1]
}
