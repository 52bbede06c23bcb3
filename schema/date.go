package schema

// DateMention is a time expression that names a point or stretch of the calendar.
type DateMention struct {
	DateID    string `csv:"date_id" col:"key" doc:"identifier of the expression"`
	ArticleID string `csv:"article_id" col:"ref=articles" doc:"the article"`
	Span
	DateFields
	SentenceNo int    `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	Rule       string `csv:"rule" doc:"name of the rule that found it"`
}

// DateFields is when something is, with its real precision.
type DateFields struct {
	DateEDTF      string `csv:"date_edtf" col:"null" doc:"date in EDTF (ISO 8601-2), empty when it cannot be resolved"`
	DateStart     *Date  `csv:"date_start" doc:"first possible day; empty where open"`
	DateEnd       *Date  `csv:"date_end" doc:"last possible day; empty where open"`
	DatePrecision string `csv:"date_precision" col:"null,vocab=date_precision" doc:"what kind of stretch it is"`
	DateBasis     string `csv:"date_basis" col:"null,vocab=date_basis" doc:"what it was resolved by"`
}

// Dates is the table of time expressions.
var Dates = TableOf[DateMention]("dates", Base, "by article, span_start, span_end, id", "Every time expression that names a point or stretch of the calendar.")
