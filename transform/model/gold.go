package model

import "github.com/newsledger/newsledger/transform/text"

// Gold is a text annotated by hand, for training and scoring: what the text is, and what should be found in it.
type Gold struct {
	*text.Document
	Heads     []int       // head of each token, -1 for a root; nil when not annotated
	Relations []string    // relation of each token to its head
	Entities  []text.Name // in order, not overlapping
	Skip      []bool      // sentences whose names are not to be learned from; nil for none
}
