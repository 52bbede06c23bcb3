package transform

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/clean"
	"github.com/newsledger/newsledger/transform/extract/actors"
	"github.com/newsledger/newsledger/transform/extract/citations"
	"github.com/newsledger/newsledger/transform/extract/dates"
	"github.com/newsledger/newsledger/transform/extract/events"
	"github.com/newsledger/newsledger/transform/extract/figures"
	"github.com/newsledger/newsledger/transform/extract/places"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/language"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/text"
)

// stations are the extractors in their order: each sees what came before as rows of the record.
var stations = []func(*text.Document, *schema.Record, *rule.Trace){
	dates.Find, places.Find, actors.Find, citations.Find, actors.Positions, figures.Find, events.Find,
}

// Read takes one article through pass 1. What it returns depends on the article, the options and the version alone. tr, which may be nil,
// keeps the rules that won and lost. Errors are of type *Error.
func Read(raw source.Raw, o Options, tr *rule.Trace) (*schema.Record, error) {
	rec, err := clean.Article(raw, clean.Options{IDFromText: o.IDFromText, Publishers: o.Publishers})
	if err != nil {
		return nil, &Error{Place: raw.Place(), Stage: "clean", Err: err}
	}
	rec.InputHash = o.key(&raw)
	language.Status(rec, o.Language)
	doc := text.Split(rec.Article.Text)
	rec.Article.NSentences = len(doc.Sentences)
	if rec.Article.Status == "extracted" {
		model.Tag(doc)
		model.Names(doc)
		for _, find := range stations {
			find(doc, rec, tr)
		}
		confide(rec)
		rec.Settle()
	}
	if err := rec.Check(); err != nil {
		return nil, &Error{Place: raw.Place(), Stage: "check", Err: err}
	}
	return rec, nil
}
