package events

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/lexicon"
)

// weekdays and months are the names that mean the last such day or month, or the next, as what happens then is past or to come.
var (
	weekdays = lexicon.Read("weekdays.tsv").Map("weekday")
	months   = lexicon.Read("months.tsv").Map("month")
)

// toCome are the statuses of what has not happened yet.
var toCome = wordSet("planned proposed ordered threatened")

// lookAhead moves a weekday or month by name behind what is still to come from the past to the next one: who "has proposed talks on Thursday"
// means the Thursday to come. The tense of the sentence, which is all that dates are read by, says nothing of the talks.
func (f *finder) lookAhead(a *act) {
	published := f.rec.Article.PublishedDate
	d := a.date
	if !toCome[a.status] || published == nil || d.DateEnd == nil || d.DateStart == nil || d.DateBasis != "relative_to_publication" || *d.DateEnd >= *published {
		return
	}
	if first, _ := f.doc.TokensOf(d.Span); first < a.head {
		return
	}
	name := strings.ToLower(d.Quote)
	switch {
	case weekdays[name] != "" && d.DatePrecision == "day" && *published-*d.DateEnd <= 7:
		next := *d.DateStart + 7
		d.DateStart, d.DateEnd, d.DateEDTF = &next, &next, next.String()
	case months[name] != "" && d.DatePrecision == "month":
		start, end := yearOn(*d.DateStart), yearOn(*d.DateEnd)
		d.DateStart, d.DateEnd, d.DateEDTF = &start, &end, start.String()[:len("2006-01")]
	}
}

// yearOn is the same day, or the last of the same month, a year later.
func yearOn(d schema.Date) schema.Date {
	t := d.Go()
	next, err := schema.ParseDate(t.AddDate(0, 0, 1).AddDate(1, 0, -1).Format("2006-01-02"))
	if err != nil {
		return d
	}
	return next
}
