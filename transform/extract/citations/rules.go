package citations

// complement is what a reporting verb takes behind it.
type complement struct {
	name  string // the pattern in words; goes into the column rule
	takes string // entry of cue_verbs.tsv that allows it
	find  func(p *passage, c *cue, i int) (said, bool)
}

// said is what a rule found behind a verb.
type said struct {
	span        // the content, untrimmed
	hearer span // whom it was told; empty for none
}

// complements are tried in this order; the first that fits wins.
var complements = []complement{
	{"<speaker> <says> that <clause>", "that", thatClause},
	{"<speaker> <says>: <quotation>", "quote", quotationBehind},
	{"<speaker> <tells> <hearer> that <clause>", "whom", clauseForHearer},
	{"<speaker> <urges> <somebody> to <do>", "order", somebodyToDo},
	{"<speaker> <vows> to <do>", "infinitive", infinitive},
	{"<speaker> <accuses> <somebody> of <something>", "of", objectWith("of")},
	{"<speaker> <blames> <somebody> for <something>", "for", objectWith("for")},
	{"<speaker> <describes> <something> as <something>", "as", objectWith("as")},
	{"<speaker> <likens> <something> to <something>", "to", objectWith("to")},
	{"<speaker> <puts> <something> at <number>", "at", numberFor},
	{"<speaker> <counts> <number>", "count", countOf},
	{"<speaker> <calls> <something> <something>", "name", nameFor},
	{"<speaker> <asks> whether <clause>", "question", questionClause},
	{"<speaker> <says> <clause>", "bare", bareClause},
	{"<speaker> <denies> <doing>", "gerund", gerund},
	{"<speaker> <confirms> <something>", "object", object},
	{"<speaker> <complains> about <something>", "about", preposition("about")},
	{"<speaker> <warns> against <something>", "against", preposition("against")},
}
