package citations

import "github.com/newsledger/newsledger/schema"

// tieRelations names, for every relation that stands inside somebody's words, the smallest citation that holds it, and takes it for the
// speaker's word: relations are found before citations are.
func tieRelations(rec *schema.Record) {
	for i := range rec.Relations {
		r := &rec.Relations[i]
		var holder *schema.Citation
		for k := range rec.Citations {
			c := &rec.Citations[k]
			if spoken[c.Kind] && c.Contains(r.Span) && (holder == nil || holder.Contains(c.Span)) {
				holder = c
			}
		}
		if holder != nil {
			r.CitationID = holder.CitationID
			if r.Assertion == "stated" {
				r.Assertion = "attributed" // it is the speaker who says so
			}
		}
	}
}

// spoken are the kinds of citations that hold somebody's words.
var spoken = map[string]bool{"direct": true, "mixed": true, "indirect": true}
