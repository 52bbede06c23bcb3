// Package model is the small statistical part: it takes a split document and gives parts of speech, names, lemmas, and the phrases
// and clauses that rules ask for.
//
//	text.Split -> Tag -> Names -> NounPhrase, VerbAt, Subject, Object, Agent, Clause, Prepositions
//
// Its weights are embedded and were made by cmd/newsledger-train; the header of every file in weights says of which data and how
// right it is. It knows grammar, not news: what a phrase means is for the extractors to say.
package model
