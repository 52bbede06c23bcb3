// Package dates finds time expressions that name a point or stretch of the calendar and resolves them to EDTF.
//
// It takes a tagged document and the record with its day of publication and gives rows of schema.Dates. Expressions are read by four
// layers of rules (rules.go) into a when, what the words say; then, in the order of the text, each is resolved against the day of
// publication, the tense of its verb and the dates before it (context.go, resolve*.go, tense.go). What cannot be resolved is listed
// with its words and no date. Durations ("for three weeks") and vague times ("recently") are not found here; nothing is found by a
// program's clock.
package dates

import (
	"sort"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// Find appends the time expressions of doc to rec.Dates, in order and not overlapping. It reads rec.Article.PublishedDate. tr keeps the
// rules that won and lost, and may be nil.
func Find(doc *text.Document, rec *schema.Record, tr *rule.Trace) {
	found := read(doc, tr)
	for i := range found {
		found[i].planned = reaching[doc.Lower(found[i].first-1)]
	}
	c := newContext(&rec.Article, found)
	c.addresses(doc)
	for _, p := range found {
		c.enter(doc, p)
		v := c.resolve(p.w, p.lean(doc))
		c.note(p.w, v)
		span := doc.SpanOf(p.first, p.end)
		rec.Dates = append(rec.Dates, schema.DateMention{
			DateID: rec.ID("dates", span.Quote), ArticleID: rec.Article.ArticleID, Span: span, DateFields: v.fields(),
			SentenceNo: doc.Tokens[p.first].Sentence + 1, Rule: p.rule,
		})
	}
}

// lean is where the tense puts the expression; what has lasted since a date began before today.
func (p placed) lean(doc *text.Document) lean {
	if doc.Tokens[p.first].Lower == "since" {
		return past
	}
	return leanOf(doc, p.first, p.end)
}

func (v value) fields() schema.DateFields {
	return schema.DateFields{DateEDTF: v.edtf, DateStart: v.start, DateEnd: v.end, DatePrecision: v.precision, DateBasis: v.basis}
}

// read finds the expressions: points first, then what the further layers make of them.
func read(doc *text.Document, tr *rule.Trace) []placed {
	found := layer(doc, points, nil, nil, tr)
	for _, rules := range []func(earlier) rules{within, parts, ranges} {
		if len(found) == 0 {
			return nil
		}
		e := make(earlier, len(found))
		for _, p := range found {
			e[p.first] = p
		}
		found = layer(doc, rules(e), e, found, tr)
	}
	return found
}

// layer runs rules and puts what they find in the place of what it covers.
func layer(doc *text.Document, rs rules, e earlier, before []placed, tr *rule.Trace) []placed {
	var found []placed
	for _, f := range find(doc, rs, e, tr) {
		found = append(found, placed{w: f.Value, rule: f.Rule, first: f.First, end: f.End})
	}
	k := 0
	var kept []placed
	for _, p := range before {
		for k < len(found) && found[k].end <= p.first {
			k++
		}
		if k < len(found) && found[k].first < p.end {
			tr.Lost("dates", p.rule, doc.SpanOf(p.first, p.end), "part of: "+found[k].rule)
			continue
		}
		kept = append(kept, p)
	}
	found = append(found, kept...)
	sort.Slice(found, func(i, j int) bool { return found[i].first < found[j].first })
	return found
}
