package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/clean"
	"github.com/newsledger/newsledger/transform/resolve"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
)

// exportOptions are the flags of export.
type exportOptions struct {
	output, formats, sheets, csvProfile    string
	csvCompression                         string
	published, publisher, publisherType    string
	publishers                             string
	meta, articleID, language, memoryLimit string
	logFormat                              string
	omitText, omitSentences, strict, quiet bool
	hxl                                    bool
	jobs                                   int
}

func exportCommand() *cli.Command {
	o := &exportOptions{}
	return &cli.Command{
		Name:      "export",
		Usage:     "read articles and write a dataset",
		ArgsUsage: "ARTICLE...",
		Description: "ARTICLE is a file (.txt, .md, .json, .jsonl, each also .gz or .zst), a folder, a pattern such as 'news/**/*.json', or - for standard input.\n" +
			"The dataset is written beside its place and put there at once: what stands there is the old dataset or the new one.\n\nExit status:\n" + statusText() +
			"\nExamples:\n   newsledger export articles -o dataset\n   newsledger export --format parquet --publisher 'Phnom Penh Post' --published 2025-07-18 -o july 'post/*.txt'",
		Flags: exportFlags(o),
		Action: func(c *cli.Context) error {
			return export(c.Context, o, c.Args().Slice(), c.App.Reader, c.App.ErrWriter)
		},
	}
}

func exportFlags(o *exportOptions) []cli.Flag {
	text := func(to *string, category, name, value, usage string, alias ...string) cli.Flag {
		return &cli.StringFlag{Name: name, Aliases: alias, Category: category, Destination: to, Value: value, Usage: usage}
	}
	yes := func(to *bool, category, name, usage string) cli.Flag {
		return &cli.BoolFlag{Name: name, Category: category, Destination: to, Usage: usage}
	}
	return []cli.Flag{
		text(&o.output, "Output", "output", "dataset", "write the dataset to directory `DIR`", "o"),
		text(&o.formats, "Output", "format", "csv,parquet,xlsx", "write `FORMATS`: csv, parquet, xlsx, with commas between", "f"),
		text(&o.sheets, "Output", "sheets", "main", "put `SHEETS` into the workbook: main, or all tables"),
		yes(&o.hxl, "Output", "hxl", "add a sheet of events with HXL hashtags in row 2 to the workbook"),
		text(&o.csvProfile, "Output", "csv-profile", "plain", "write CSV as `PROFILE`: plain, or excel (byte order mark, CRLF, formula guard)"),
		text(&o.csvCompression, "Output", "csv-compression", "none", "compress the CSV files as `HOW`: none, gzip or zstd"),
		yes(&o.omitText, "Output", "omit-text", "leave the articles' text out; sentences, ids and offsets stay"),
		yes(&o.omitSentences, "Output", "omit-sentences", "leave the sentences out; ids and offsets stay"),
		text(&o.published, "Input", "published", "", "take `DATE` (2025-07-18) for the publication date of articles that state none"),
		text(&o.publisher, "Input", "publisher", "", "take `NAME` for the publisher of articles that state none"),
		text(&o.publisherType, "Input", "publisher-type", "", "take `TYPE` for the publisher's kind: "+strings.Join(schema.Vocabularies["publisher_type"].Words(), ", ")),
		text(&o.meta, "Input", "meta", "", "read source, url, title, publisher, publisher_type, published of the articles from `FILE.csv`"),
		text(&o.publishers, "Input", "publishers", "", "add the publishers of `FILE.tsv` to the list of domains and names (columns: surface, publisher_type, country, name)"),
		text(&o.articleID, "Input", "article-id", "url", "make article ids from `WHAT`: url (text where there is none), or text"),
		text(&o.language, "Input", "language", "", "take all articles for `LANG` (en) instead of finding out"),
		yes(&o.strict, "Running", "strict", "publish nothing when an article is skipped"),
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Category: "Running", Destination: &o.jobs, DefaultText: "one a processor", Usage: "read `N` articles at a time"},
		text(&o.memoryLimit, "Running", "memory-limit", "", "keep the program's memory near `SIZE` (300MiB, 2GiB)"),
		yes(&o.quiet, "Running", "quiet", "print errors only"),
		text(&o.logFormat, "Running", "log-format", "text", "write messages as `FORM`: text or json"),
	}
}

// check refuses values that are wrong whatever the input, each naming the right ones.
func (o *exportOptions) check(inputs []string) error {
	if len(inputs) == 0 {
		return errors.New("export what? name a file, a folder, a pattern in quotes, or - for standard input")
	}
	formats := strings.Split(o.formats, ",")
	for i, f := range formats {
		if !slices.Contains(exporters.Formats, f) {
			return fmt.Errorf("unknown format %q: want %s", f, strings.Join(exporters.Formats, ", "))
		}
		if slices.Contains(formats[:i], f) {
			return fmt.Errorf("--format names %s twice", f)
		}
	}
	for _, c := range []struct {
		flag, value string
		want        []string
	}{
		{"sheets", o.sheets, []string{"main", "all"}}, {"csv-profile", o.csvProfile, []string{"plain", "excel"}}, {"csv-compression", o.csvCompression, []string{"none", string(csvfile.Gzip), string(csvfile.Zstd)}},
		{"article-id", o.articleID, []string{"url", "text"}}, {"log-format", o.logFormat, []string{"text", "json"}},
		{"publisher-type", o.publisherType, append(schema.Vocabularies["publisher_type"].Words(), "")},
	} {
		if !slices.Contains(c.want, c.value) {
			return fmt.Errorf("--%s %q: want %s", c.flag, c.value, strings.TrimSuffix(strings.Join(c.want, ", "), ", "))
		}
	}
	if o.csvProfile == "excel" && o.csvCompression != "none" {
		return errors.New("--csv-profile excel with --csv-compression: Excel opens no compressed file")
	}
	if err := o.checkLanguage(); err != nil {
		return err
	}
	if o.jobs < 0 {
		return fmt.Errorf("--jobs %d: want 1 or more", o.jobs)
	}
	if err := o.checkPublished(); err != nil {
		return err
	}
	return setMemoryLimit(o.memoryLimit)
}

func (o *exportOptions) checkPublished() error {
	if _, err := schema.ParseDate(o.published); o.published != "" && err != nil {
		return fmt.Errorf("--published %q: want a day such as 2025-07-18", o.published)
	}
	return nil
}

// checkLanguage refuses what is no BCP 47 code and brings one into its usual form: a misspelt language would list every article as foreign.
func (o *exportOptions) checkLanguage() error {
	if o.language == "" {
		return nil
	}
	tag, err := language.Parse(o.language)
	if err != nil {
		return fmt.Errorf("--language %q: want a code such as en", o.language)
	}
	o.language = tag.String()
	return nil
}

// setMemoryLimit sets the runtime's soft limit: the collector works harder near it, and nothing fails.
func setMemoryLimit(size string) error {
	if size == "" {
		return nil
	}
	var n int64
	var unit string
	if _, err := fmt.Sscanf(size, "%d%s", &n, &unit); err != nil || n <= 0 || n > 1<<20 {
		return fmt.Errorf("--memory-limit %q: want a number and MiB or GiB", size)
	}
	factor, ok := map[string]int64{"MiB": 1 << 20, "GiB": 1 << 30, "MB": 1e6, "GB": 1e9}[unit]
	if !ok {
		return fmt.Errorf("--memory-limit %q: want a number and MiB or GiB", size)
	}
	debug.SetMemoryLimit(n * factor)
	return nil
}

func (o *exportOptions) transform() (transform.Options, error) {
	t := transform.Options{IDFromText: o.articleID == "text", Language: o.language, Jobs: o.jobs,
		Source: source.Options{Published: o.published, Publisher: o.publisher, PublisherType: o.publisherType}}
	if o.publishers != "" {
		data, err := os.ReadFile(o.publishers)
		if err != nil {
			return t, err
		}
		if t.Publishers, err = clean.ParsePublishers(o.publishers, string(data)); err != nil {
			return t, err
		}
	}
	if o.meta == "" {
		return t, nil
	}
	f, err := os.Open(o.meta)
	if err != nil {
		return t, err
	}
	defer f.Close()
	t.Source.Meta, err = source.ReadMeta(o.meta, f)
	return t, err
}

// export reads the inputs and publishes a dataset.
func export(ctx context.Context, o *exportOptions, inputs []string, stdin io.Reader, stderr io.Writer) (err error) {
	if err := o.check(inputs); err != nil {
		return usageError{err}
	}
	options, err := o.transform()
	if err != nil {
		return usageError{err}
	}
	publication, err := exporters.Begin(o.output)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, publication.Abort()) }()
	run := newReport(o, stderr)
	if slices.Contains(inputs, "-") {
		stdin = interruptible(ctx, stdin)
	}
	data, err := transform.Gather(ctx, inputs, stdin, options, run.events())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()
	resolved := data.Resolve()
	run.resolved(data, resolved)
	if o.strict && run.skipped > 0 {
		return fmt.Errorf("%d skipped, and --strict publishes nothing then", run.skipped)
	}
	if err := o.write(ctx, publication.Dir(), resolved, run); err != nil {
		return err
	}
	if err := publication.Commit(); err != nil {
		return err
	}
	run.close(resolved.Counts)
	if run.skipped > 0 {
		return skippedError{}
	}
	return nil
}

// interruptible returns a reader that ends when ctx does, also while r waits for input.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { in.CloseWithError(context.Cause(ctx)) })
	return out
}

// write writes all formats and the documents into dir.
func (o *exportOptions) write(ctx context.Context, dir string, r *transform.Resolved, run *report) error {
	runtime.GC() // what reading left behind would otherwise stand beside what writing needs
	options := exporters.Options{Version: versionText(), CSVExcel: o.csvProfile == "excel", AllSheets: o.sheets == "all", HXL: o.hxl, Notice: run.notice}
	if o.csvCompression != "none" {
		options.CSVCompression = csvfile.Compression(o.csvCompression)
	}
	w, err := exporters.CreateAll(strings.Split(o.formats, ","), dir, r.Counts, options)
	if err != nil {
		return err
	}
	err = r.Write(stopping{ctx, w}, resolve.Omit{Text: o.omitText, Sentences: o.omitSentences})
	if err = errors.Join(err, w.Close()); err != nil {
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return exporters.Describe(dir, r.Counts, options)
}

// stopping is a sink that ends with its context.
type stopping struct {
	ctx context.Context
	w   exporters.Writer
}

func (s stopping) Write(b schema.Batch) error {
	if err := context.Cause(s.ctx); err != nil {
		return err
	}
	return s.w.Write(b)
}
