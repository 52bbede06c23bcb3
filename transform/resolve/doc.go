// Package resolve is pass 2: it sees all articles at once.
//
//	keys of all records ──▶ Resolve ──▶ partition ──▶ ids ──▶ Write: records stream once more, get ids, and rows go to the writers
//	                        articles.go   (which articles repeat each other)      mint.go       write.go, merge.go, views.go
//	                        actors.go     (which actors are one)
//	                        events.go     (which events are one)
//	                        figures.go    (which figures stand beside each other)
//
// A partition is a pure function of the set of keys: they are sorted first, and what is merged follows from blocks, sorted edges and a veto
// for conflicts inside a component, never from the order of arrival. It compares inside blocks only, so time grows with the number of keys.
// Keys are all that is held in memory of an article; rows of things that several articles share are gathered in a pass of their own.
// The package reads no article and writes no file.
package resolve
