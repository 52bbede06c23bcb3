// Package actors finds who is named in an article, who is who, and what ties them.
//
// It takes a document with tags and names and a record with places, and gives actors with their names, mentions and relations:
//
//	namings    stretches of text that name somebody: names, known bodies, countries, "Thai police"
//	cast       namings that are one actor: acronyms, surnames, spellings, short forms
//	kinds      type and country of every actor
//	titles     positions beside names; ties: family, membership, ownership and others
//	roles      "the minister", "the company", he, she
//
// Actors are local: ActorID is the id of their first mention until articles are compared. A role or pronoun that nobody clearly
// answers to is no mention. What a text accuses somebody of makes nobody a criminal here.
package actors
