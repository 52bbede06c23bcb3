package schema

import "cmp"

// Edition is what a dataset says of itself as a whole. The zero value is an unnamed dataset of an unnamed version without a licence.
type Edition struct {
	Title   string // "" for DefaultTitle
	License string // SPDX identifier or address; "" when none is stated: nothing is assumed
	Sources string // SHA-256 over source and text hash of every article, in their order; "" for unknown
	Version string // of newsledger; "" for 0.0.0
	Rules   string // fingerprint of rules, lexicons and weights; "" for unknown
	Release int    // of a continued dataset; 0 means 1
}

// DefaultTitle is the title of a dataset that has none of its own.
const DefaultTitle = "What news articles say: events, actors, figures, citations"

// Complete returns the edition with what is left open filled in.
func (e Edition) Complete() Edition {
	e.Title, e.Version, e.Release = cmp.Or(e.Title, DefaultTitle), cmp.Or(e.Version, "0.0.0"), max(e.Release, 1)
	return e
}
