package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/newsledger/newsledger/exporters/published"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/source"
)

// spot is where a row of a dataset stands.
type spot struct {
	table, article string
	span           schema.Span
}

// explainRows reads the articles of rows of a dataset again and prints what gave these rows. An id of an actor, event or figure group
// stands for all its mentions or figures.
func explainRows(dir string, ids []string, out io.Writer) error {
	d, err := published.Open(dir)
	if err != nil {
		return err
	}
	for _, id := range ids {
		spots, err := spotsOf(d, id)
		if err != nil {
			return err
		}
		if len(spots) == 0 {
			return fmt.Errorf("%s: no row %s in a table whose rows quote the text", dir, id)
		}
		articles, err := articlesOf(d, spots)
		if err != nil {
			return err
		}
		for _, a := range articles {
			if err := explainAgain(out, dir, &a, spots); err != nil {
				return err
			}
		}
	}
	return nil
}

// owners are the columns by which a row that quotes the text belongs to an id.
var owners = []string{"actor_id", "event_id", "figure_group", "subject_actor_id"}

func spotsOf(d *published.Dataset, id string) ([]spot, error) {
	var spots []spot
	for _, t := range schema.Tables {
		if t.Class != schema.Base || t.Column("span_start") == nil {
			continue
		}
		err := d.Read(t, func(b schema.Batch) error {
			for i := range b.Len() {
				if isOf(b, i, id) {
					from, _ := b.Int(t.Column("span_start"), i)
					to, _ := b.Int(t.Column("span_end"), i)
					spots = append(spots, spot{t.Name, b.String(t.Column("article_id"), i), schema.Span{SpanStart: from, SpanEnd: to}})
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return spots, nil
}

func isOf(b schema.Batch, i int, id string) bool {
	return slices.ContainsFunc(append(b.Table.Keys(), owners...), func(name string) bool {
		c := b.Table.Column(name)
		return c != nil && b.String(c, i) == id
	})
}

func articlesOf(d *published.Dataset, spots []spot) ([]schema.Article, error) {
	var articles []schema.Article
	err := d.Read(schema.Articles, func(b schema.Batch) error {
		for _, a := range b.Rows.([]schema.Article) {
			if slices.ContainsFunc(spots, func(s spot) bool { return s.article == a.ArticleID }) {
				articles = append(articles, a)
			}
		}
		return nil
	})
	return articles, err
}

// explainAgain reads one article from its cleaned text and explains the rows at the spots.
func explainAgain(out io.Writer, dir string, a *schema.Article, spots []spot) error {
	if a.Text == "" {
		return fmt.Errorf("%s: %s holds no text (--omit-text): explain the file itself", dir, a.Source)
	}
	raw := source.Raw{Source: a.Source, File: a.Source, Format: source.JSON, Ordinal: 1, Text: a.Text, Title: a.Title, Byline: a.Byline, URL: a.URL, Publisher: a.Publisher, PublisherType: a.PublisherType,
		Published: a.PublishedEDTF, PublishedFrom: a.PublishedBasis}
	tr := &rule.Trace{}
	rec, err := transform.Read(raw, transform.Options{Language: a.Language}, tr)
	if err != nil {
		return err
	}
	if rec.Article.Text != a.Text {
		return fmt.Errorf("%s: %s was cleaned by another version: export it again, or explain the file itself", dir, a.Source)
	}
	fmt.Fprintf(out, "%s\n", a.Source)
	return explainRecord(out, rec, tr, func(b schema.Batch, i int) bool {
		from, _ := b.Int(b.Table.Column("span_start"), i)
		to, _ := b.Int(b.Table.Column("span_end"), i)
		return slices.ContainsFunc(spots, func(s spot) bool {
			return s.table == b.Table.Name && s.article == a.ArticleID && s.span.SpanStart == from && s.span.SpanEnd == to
		})
	})
}
