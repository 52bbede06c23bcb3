package citations

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// tieRelations names, for every relation that stands inside somebody's words, the smallest citation that holds it, and takes it for the
// speaker's word: relations are found before citations are. How reported speech introduces somebody is still the reporter's word.
func tieRelations(rec *schema.Record) {
	for i := range rec.Relations {
		r := &rec.Relations[i]
		var holder *schema.Citation
		for k := range rec.Citations {
			c := &rec.Citations[k]
			if spoken[c.Kind] && c.Holds(r.Span) && (holder == nil || holder.Contains(c.Span)) {
				holder = c
			}
		}
		if holder != nil {
			r.CitationID = holder.CitationID
			if r.Assertion == "stated" && !(holder.Kind != "direct" && introduces(r)) {
				r.Assertion = "attributed" // it is the speaker who says so
			}
		}
	}
}

// introduces says whether a relation is the title of one person beside his name. Inside quotation marks it is attributed before.
func introduces(r *schema.Relation) bool {
	if r.Relation != "position" {
		return false
	}
	for _, rule := range []string{"<title> <name>", "<title> and <title> <name>", "<name>, <title>", "the <title> of <body>, <name>"} {
		if strings.HasPrefix(r.Rule, rule) {
			return true
		}
	}
	return false
}

// spoken are the kinds of citations that hold somebody's words.
var spoken = map[string]bool{"direct": true, "mixed": true, "indirect": true}
