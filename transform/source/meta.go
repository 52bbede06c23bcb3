package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Meta is a table of what is known of articles beside their files (--meta): one row a source.
type Meta struct{ rows map[string]metaRow }

type metaRow struct{ url, title, publisher, publisherType, published, byline, language string }

// metaColumns are the columns that a --meta file may have; source is required.
var metaColumns = []string{"source", "url", "title", "publisher", "publisher_type", "published", "byline", "language"}

// ReadMeta reads a CSV file whose first line names its columns. Errors name file and line.
func ReadMeta(name string, r io.Reader) (*Meta, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, &Error{File: name, Err: err}
	}
	text, _, err := Decode(data)
	if err != nil {
		return nil, &Error{File: name, Err: err}
	}
	c := csv.NewReader(strings.NewReader(text))
	if first, _, _ := bytes.Cut([]byte(text), []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		c.Comma = ';' // as spreadsheets write it where the comma is the decimal mark
	}
	head, err := c.Read()
	if err != nil {
		return nil, &Error{File: name, Line: 1, Err: errors.New("no line with column names")}
	}
	for i := range head {
		head[i] = strings.ToLower(strings.TrimSpace(head[i]))
	}
	if !slices.Contains(head, "source") {
		return nil, &Error{File: name, Line: 1, Err: fmt.Errorf("no column source: want %s", strings.Join(metaColumns, ", "))}
	}
	return readRows(name, c, head)
}

func readRows(name string, c *csv.Reader, head []string) (*Meta, error) {
	m := &Meta{rows: map[string]metaRow{}}
	for {
		fields, err := c.Read()
		if err == io.EOF {
			return m, nil
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			return nil, &Error{File: name, Line: parse.Line, Err: parse.Err}
		}
		if err != nil {
			return nil, &Error{File: name, Err: err}
		}
		at := func(column string) string {
			if k := slices.Index(head, column); k >= 0 {
				return oneLine(fields[k])
			}
			return ""
		}
		source := at("source")
		if _, twice := m.rows[source]; twice {
			line, _ := c.FieldPos(0)
			return nil, &Error{File: name, Line: line, Err: fmt.Errorf("source %q is listed twice", source)}
		}
		m.rows[source] = metaRow{at("url"), at("title"), at("publisher"), at("publisher_type"), at("published"), at("byline"), at("language")}
	}
}

// complete fills what the article does not say itself: from its row of the table, then from the options.
func (o *Options) complete(r *Raw) {
	if o.Meta != nil {
		row := o.Meta.rows[r.Source]
		fill(&r.URL, row.url)
		fill(&r.Title, row.title)
		fill(&r.Publisher, row.publisher)
		fill(&r.PublisherType, row.publisherType)
		fill(&r.Byline, row.byline)
		fill(&r.Language, row.language)
		publish(r, row.published, "sidecar")
	}
	if r.Publisher == "" {
		r.Publisher = o.Publisher
		fill(&r.PublisherType, o.PublisherType)
	}
	publish(r, o.Published, "option")
}

func fill(to *string, from string) {
	if *to == "" {
		*to = from
	}
}

func publish(r *Raw, date, basis string) {
	if r.Published == "" && date != "" {
		r.Published, r.PublishedFrom = date, basis
	}
}
