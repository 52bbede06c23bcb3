package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/exporters/parquetfile"
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
	for _, id := range ids {
		spots, err := spotsOf(dir, id)
		if err != nil {
			return err
		}
		if len(spots) == 0 {
			return fmt.Errorf("%s: no row %s in a table whose rows quote the text", dir, id)
		}
		articles, err := articlesOf(dir, spots)
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

func spotsOf(dir, id string) ([]spot, error) {
	var spots []spot
	for _, t := range schema.Tables {
		if t.Class != schema.Base || t.Column("span_start") == nil {
			continue
		}
		err := readTable(dir, t, func(b schema.Batch) {
			for i := range b.Len() {
				if isOf(b, i, id) {
					from, _ := b.Int(t.Column("span_start"), i)
					to, _ := b.Int(t.Column("span_end"), i)
					spots = append(spots, spot{t.Name, b.String(t.Column("article_id"), i), schema.Span{SpanStart: from, SpanEnd: to}})
				}
			}
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

// readTable reads a table of a dataset from its CSV file, or from Parquet when there is none.
func readTable(dir string, t *schema.Table, each func(schema.Batch)) error {
	give := func(b schema.Batch, _ int) error { each(b); return nil }
	var wrong error
	bad := func(row int, column, reason string) {
		wrong = errors.Join(wrong, &schema.RowError{Table: t.Name, Row: row, Column: column, Reason: reason})
	}
	if path, ok := csvfile.Find(dir, t.Name); ok {
		return errors.Join(csvfile.Read(path, t, csvfile.Options{}, give, bad), wrong)
	}
	if path := parquetfile.Path(dir, t.Name); exists(path) {
		return errors.Join(parquetfile.Read(path, t, give), wrong)
	}
	return fmt.Errorf("%s: neither csv/%s.csv nor parquet/%s.parquet: explain needs a dataset in one of these formats", dir, t.Name, t.Name)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func articlesOf(dir string, spots []spot) ([]schema.Article, error) {
	var articles []schema.Article
	err := readTable(dir, schema.Articles, func(b schema.Batch) {
		for _, a := range b.Rows.([]schema.Article) {
			if slices.ContainsFunc(spots, func(s spot) bool { return s.article == a.ArticleID }) {
				articles = append(articles, a)
			}
		}
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
