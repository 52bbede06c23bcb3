package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/newsledger/newsledger/exporters/history"
	"github.com/newsledger/newsledger/exporters/published"
	"github.com/newsledger/newsledger/schema"
	"github.com/urfave/cli/v2"
)

func diffCommand() *cli.Command {
	var format string
	return &cli.Command{
		Name:      "diff",
		Usage:     "say what differs between two datasets",
		ArgsUsage: "OLD NEW",
		Description: "Rows are the same when their ids are: compare a dataset with one that continues it, or two releases. Counters, first and last dates and the flat views are\n" +
			"not compared. In words, mentions are counted only; as CSV every difference is a row of the table changes. Two equal datasets give no output, and the status is 0 in any case.\n\n" +
			"Example:\n   newsledger diff releases/20250716T060000Z-1a2b3c4d releases/latest",
		Flags: []cli.Flag{textFlag(&format, "", "format", "text", "write the differences as `FORM`: text, or csv (the columns of the table changes)")},
		Action: func(c *cli.Context) error {
			if c.NArg() != 2 {
				return usageError{errors.New("diff what? name the directories of two datasets, the older first")}
			}
			if err := (choice{"format", format, []string{"text", "csv"}}).check(); err != nil {
				return usageError{err}
			}
			return until(c.Context, func() error { return diff(c.Args().Get(0), c.Args().Get(1), format, c.App.Writer) })
		},
	}
}

// diff prints what differs between the datasets of two directories.
func diff(old, next, format string, out io.Writer) error {
	a, err := published.Open(old)
	if err != nil {
		return err
	}
	b, err := published.Open(next)
	if err != nil {
		return err
	}
	d, err := history.Between(a, b)
	if err != nil {
		return err
	}
	if format == "csv" {
		return changesAsCSV(d.Changes, out)
	}
	return changesInWords(d.Changes, out)
}

func changesAsCSV(changes []schema.Change, out io.Writer) error {
	w := csv.NewWriter(out)
	var row []string
	for _, c := range schema.Changes.Columns {
		row = append(row, c.Name)
	}
	_ = w.Write(row) // the error is that of w.Error
	b := schema.BatchOf(schema.Changes, changes)
	for i := range b.Len() {
		for k := range row {
			row[k] = b.String(&schema.Changes.Columns[k], i)
		}
		_ = w.Write(row)
	}
	w.Flush()
	return w.Error()
}

// changesInWords prints, table by table, how much came, went and changed, and the rows that people look at.
func changesInWords(changes []schema.Change, out io.Writer) error {
	w := bufio.NewWriter(out)
	for rest := changes; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].TableName == rest[0].TableName {
			n++
		}
		tableInWords(w, rest[:n])
		rest = rest[n:]
	}
	return w.Flush()
}

// printed are the tables whose rows are printed one by one.
var printed = map[string]bool{"articles": true, "actors": true, "events": true, "figures": true, "figure_groups": true, "citations": true, "relations": true, "places": true}

func tableInWords(w io.Writer, changes []schema.Change) {
	rows := map[string]map[string]bool{} // rows by kind of change
	for _, c := range changes {
		if rows[c.Change] == nil {
			rows[c.Change] = map[string]bool{}
		}
		rows[c.Change][c.RowID] = true
	}
	var counts []string
	for _, kind := range schema.Vocabularies["change_kind"].Words() {
		if n := len(rows[kind]); n > 0 {
			counts = append(counts, fmt.Sprint(n, " ", kind))
		}
	}
	fmt.Fprintf(w, "%s: %s\n", changes[0].TableName, strings.Join(counts, ", "))
	if !printed[changes[0].TableName] {
		return
	}
	last := ""
	for _, c := range changes {
		if c.RowID != last {
			fmt.Fprintf(w, "  %s %s%s\n", c.RowID, c.Change, labelled(c.RowLabel))
		}
		last = c.RowID
		switch {
		case c.ColumnName != "":
			fmt.Fprintf(w, "    %s: %s → %s\n", c.ColumnName, shown(c.OldValue), shown(c.NewValue))
		case c.NewValue != "":
			fmt.Fprintf(w, "    is %s now\n", c.NewValue)
		}
	}
}

// labelled is a label behind a row's id.
func labelled(label string) string {
	if label == "" {
		return ""
	}
	return ": " + shown(label)
}

// maxShown is the most code points of a value in a line for people.
const maxShown = 100

// shown is a value on one line, "nothing" for null.
func shown(value string) string {
	text := []rune(strings.Join(strings.Fields(value), " "))
	switch {
	case len(text) == 0:
		return "nothing"
	case len(text) > maxShown:
		return string(text[:maxShown-1]) + "…"
	}
	return string(text)
}
