// Package figures finds the numbers that an article states.
//
// It takes a tagged document and the rows that were found before (dates, places, actors, citations), and gives schema.Record.Figures: each with
// its bounds, unit, what is counted, whose, what it measures, the whole that it is a part of, and who claims it. Numbers are read by the rules
// of rules.go; the words that bound them by bounds.go; what they count by object.go; and so on, one question a file. It converts and
// rounds nothing, ties no figure to an event (events does) and joins none across articles (resolve does).
package figures

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// figure is a number on its way to a row.
type figure struct {
	amount
	rule          string
	before, after int // tokens of the number with the words that bound it, after exclusive

	object                  object // what is counted or valued
	group                   schema.GroupFields
	class                   string
	measure, period, change string

	whole, same int // the figure that it is a part of, or states again; -1 for none
}

// Find appends the figures of the document to rec, in order.
func Find(doc *text.Document, rec *schema.Record, tr *rule.Trace) {
	r := &reader{doc: doc, rec: rec, dated: datedTokens(doc, rec)}
	for _, f := range rule.FindWhere(doc, "figures", rules, begins, tr) {
		c := figure{amount: f.Value, rule: f.Rule, whole: -1, same: -1}
		if c.end == 0 {
			c.first, c.end = f.First, f.End
		}
		c.before, c.after = c.first, c.end
		c.readBound(doc)
		if why := r.refuses(&c); why != "" {
			tr.Lost("figures", f.Rule, doc.SpanOf(c.first, c.end), why)
			continue
		}
		if n := len(r.figures); n > 0 && r.figures[n-1].joins(doc, &c) {
			continue
		}
		r.figures = append(r.figures, c)
	}
	for i := range r.figures {
		r.describe(i)
	}
	r.relate()
	r.drop(tr)
	r.rows()
}

// reader holds what the questions about the figures of one article share.
type reader struct {
	doc     *text.Document
	rec     *schema.Record
	dated   []bool // tokens inside time expressions
	figures []figure

	countries map[string]int // how often each is named; nil until it is asked for
}

// describe answers what figure i counts, of whom, and what it measures.
func (r *reader) describe(i int) {
	r.inAgeList(i)
	f := &r.figures[i]
	f.object = r.objectOf(f)
	r.readBareMoney(i)
	r.settleCurrency(f)
	f.measure = r.measureOf(f)
	r.readGroup(f)
	r.extend(f)
	f.class = r.classOf(f)
	f.period = r.periodOf(f)
	f.change = r.changeOf(f)
}

// rows appends the schema rows.
func (r *reader) rows() {
	ids := make([]string, len(r.figures))
	base := len(r.rec.Figures)
	for i := range r.figures {
		f := &r.figures[i]
		span := r.doc.SpanOf(f.first, f.end)
		s := r.doc.Tokens[f.first].Sentence
		ids[i] = r.rec.ID("figures", span.Quote)
		row := schema.Figure{FigureID: ids[i], ArticleID: r.rec.Article.ArticleID, Span: span, Sentence: r.doc.SentenceText(s), SentenceNo: s + 1,
			UnitKind: f.kind, Unit: f.unit, Currency: f.currency, CountClass: f.class, Object: f.object.words(r.doc), GroupFields: f.group,
			Measure: f.measure, MeasureGroup: schema.MeasureGroup(f.measure), Period: f.period, Change: f.change, Rule: f.rule}
		f.values(&row)
		r.when(f, &row)
		r.claim(f, &row)
		r.rec.Figures = append(r.rec.Figures, row)
	}
	for i := range r.figures {
		if w := r.figures[i].whole; w >= 0 {
			r.rec.Figures[base+i].PartOfFigureID = ids[w]
		}
		if s := r.figures[i].same; s >= 0 {
			r.rec.Figures[base+i].SameAsFigureID = ids[s]
		}
	}
	r.carryClaims(base)
}
