package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/urfave/cli/v2"
)

func explainCommand(voice *report.Voice) *cli.Command {
	var dataset string
	o := &inputOptions{}
	return &cli.Command{
		Name:      "explain",
		Usage:     "say for each row which words and which rule gave it, and which rules lost",
		ArgsUsage: "FILE... | --dataset DIR ROW_ID...",
		Description: "Of a file, every row is explained as an export with the same flags would give it, but for what other articles change. Of a dataset, the rows with the given ids: the article is read again from the text that the dataset holds.\n\n" +
			"Examples:\n   newsledger explain storm.txt\n   newsledger explain --dataset dataset fig_abcdefghijklmnop",
		Flags: append(o.flags(), &cli.StringFlag{Name: "dataset", Aliases: []string{"d"}, Destination: &dataset, Usage: "explain rows of the dataset in directory `DIR`"}),
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return usageError{errors.New("explain what? name a file, or --dataset DIR and the ids of rows")}
			}
			settings, err := configure(c, o.flags())
			if err != nil {
				return err
			}
			if err := o.check(); err != nil {
				return usageError{placed(err, settings)}
			}
			return until(c.Context, func() error {
				if dataset != "" {
					return explainRows(dataset, c.Args().Slice(), c.App.Writer)
				}
				return explainFiles(c.Context, o, c.Args().Slice(), c.App, report.Begin(voice, ""))
			})
		},
	}
}

// explainFiles reads articles with a trace and prints what became of each.
func explainFiles(ctx context.Context, o *inputOptions, inputs []string, app *cli.App, run *report.Run) error {
	options, err := o.transform()
	if err != nil {
		return usageError{err}
	}
	skip := run.Events().Skipped
	_, err = source.Walk(ctx, inputs, app.Reader, options.Source, func(raw source.Raw) error {
		tr := &rule.Trace{}
		rec, err := transform.Read(raw, options, tr)
		if err != nil {
			skip(err)
			return nil
		}
		return explainRecord(app.Writer, rec, tr, nil)
	}, skip)
	if err == nil && run.Skipped() > 0 {
		return skippedError{}
	}
	return err
}

// explainRecord prints the rows of a record that want accepts (nil: all): table, quote, values, rule, and the rules that lost there.
func explainRecord(out io.Writer, rec *schema.Record, tr *rule.Trace, want func(schema.Batch, int) bool) error {
	var b strings.Builder
	if want == nil {
		fmt.Fprintf(&b, "%s: %d characters, %d sentences, %s\n", rec.Article.Source, rec.Article.NChars, rec.Article.NSentences, rec.Article.Status)
	}
	for _, batch := range rec.Batches()[1:] {
		if batch.Table.Column("rule") == nil {
			continue
		}
		for i := range batch.Len() {
			if want == nil || want(batch, i) {
				explainRow(&b, batch, i, tr)
			}
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// shownElsewhere are columns that the head of an explained row shows already, or that say nothing to a reader.
var shownElsewhere = map[string]bool{"article_id": true, "span_start": true, "span_end": true, "quote": true, "sentence": true, "sentence_no": true, "rule": true}

func explainRow(b *strings.Builder, batch schema.Batch, i int, tr *rule.Trace) {
	t := batch.Table
	cell := func(name string) string { return batch.String(t.Column(name), i) }
	fmt.Fprintf(b, "\n%s %s-%s %q\n", t.Name, cell("span_start"), cell("span_end"), cell("quote"))
	for k := range t.Columns {
		c := &t.Columns[k]
		if v := batch.String(c, i); v != "" && !shownElsewhere[c.Name] {
			fmt.Fprintf(b, "   %s: %s\n", c.Name, v)
		}
	}
	if t.Column("sentence") != nil {
		fmt.Fprintf(b, "   in: %q\n", cell("sentence"))
	}
	fmt.Fprintf(b, "   rule: %s\n", cell("rule"))
	from, _ := batch.Int(t.Column("span_start"), i)
	to, _ := batch.Int(t.Column("span_end"), i)
	for _, s := range tr.Steps {
		if !s.Won && s.Station == stationOf[t.Name] && s.Span.Overlaps(schema.Span{SpanStart: from, SpanEnd: to}) {
			fmt.Fprintf(b, "   lost: %s, at %q: %s\n", s.Rule, s.Span.Quote, s.Reason)
		}
	}
}

// stationOf says which extractor fills a table.
var stationOf = map[string]string{"dates": "dates", "place_mentions": "places", "actor_mentions": "actors", "relations": "actors", "citations": "citations", "figures": "figures", "event_mentions": "events"}
