// Package citations finds who says what, and where it comes from: speech in quotation marks, reported speech, documents, media and
// addresses named as sources.
//
// It takes a tagged text.Document and the record with dates and actors, and appends rows to Record.Citations:
//
//	quotations    quotes.go      pairs of quotation marks
//	passages      passages.go    sentences, not cut inside of a quotation
//	cues          cues.go        reporting verbs (lexicon cue_verbs.tsv), with their auxiliaries
//	speakers      subjects.go    who stands before or behind the verb; phrases.go: noun phrases; sources.go: what kind of speaker that is
//	rules         rules.go       what may stand behind a verb; parenthesis.go, passives.go, according.go, nouns.go: the other ways to report
//	              direct.go, transcripts.go, signatures.go: quotations without a verb of their own
//	              documents.go, credits.go: documents, media, addresses
//	rows          build.go       drafts to rows; resolve.go: speaker to actor; parents.go: what is quoted inside of what
//
// It does not judge whether what is said is true, and knows no event and no figure. Every loop looks back or ahead a bounded number of
// tokens, so that a text without full stops takes linear time.
package citations
