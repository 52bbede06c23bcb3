// Package places finds the places that an article names and says which places they are.
//
// It takes a document with tags and names and gives a PlaceMention for every toponym and a Place for every place:
//
//	toponyms   where the text names a place: names labelled so, and words that the gazetteer knows
//	           in a place where a toponym can stand ("in …", "…, Texas", a dateline)
//	resolve    which of the places of that name is meant: a container that the text states, the countries
//	           that it speaks of, population; what stays open is left open
//	acting     where a country or its capital stands for its government
//
// A place that the gazetteer does not know, or that several fit equally well, is a mention without place. Demonyms are not
// places, nor are parts of the names of bodies and people.
package places
