package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/resolve"
	"github.com/urfave/cli/v2"
)

func exportCommand(voice *report.Voice) *cli.Command {
	o := &exportOptions{}
	return &cli.Command{
		Name:      "export",
		Usage:     "read articles and write a dataset",
		ArgsUsage: "ARTICLE...",
		Description: "ARTICLE is a file (.txt, .md, .json, .jsonl, each also .gz or .zst), a folder, a pattern such as 'news/**/*.json', or - for standard input.\n" +
			"The dataset is written beside its place and put there at once: what stands there is the old dataset or the new one.\n\nExit status:\n" + statusText() +
			"\nExamples:\n   newsledger export articles -o dataset\n   newsledger export --format parquet --publisher 'Phnom Penh Post' --published 2025-07-18 -o july 'post/*.txt'",
		Flags: o.flags(),
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return usageError{errors.New("export what? name a file, a folder, a pattern in quotes, or - for standard input")}
			}
			if err := o.check(); err != nil {
				return usageError{err}
			}
			voice.Set(o.logFormat, o.quiet)
			return export(c.Context, o, c.Args().Slice(), c.App.Reader, report.Begin(voice, o.output))
		},
	}
}

// export reads the inputs and publishes a dataset.
func export(ctx context.Context, o *exportOptions, inputs []string, stdin io.Reader, run *report.Run) (err error) {
	options, err := o.transform()
	if err != nil {
		return usageError{err}
	}
	options.Jobs = o.jobs
	publication, err := exporters.Begin(o.output)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, publication.Abort()) }()
	if slices.Contains(inputs, "-") {
		stdin = interruptible(ctx, stdin)
	}
	data, err := transform.Gather(ctx, inputs, stdin, options, run.Events())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()
	var resolved *transform.Resolved
	if err := until(ctx, func() error { resolved = data.Resolve(); return nil }); err != nil {
		return err
	}
	run.Resolved(data, resolved)
	if o.strict && run.Skipped() > 0 {
		return fmt.Errorf("%d skipped, and --strict publishes nothing then", run.Skipped())
	}
	if err := o.write(ctx, publication.Dir(), resolved, run); err != nil {
		return err
	}
	if err := publication.Commit(); err != nil {
		return err
	}
	run.Published()
	if run.Skipped() > 0 {
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
func (o *exportOptions) write(ctx context.Context, dir string, r *transform.Resolved, run *report.Run) error {
	runtime.GC() // what reading left behind would otherwise stand beside what writing needs
	options := exporters.Options{Version: versionText(), CSVExcel: o.csvProfile == "excel", AllSheets: o.sheets == "all", HXL: o.hxl, Notice: run.Notice}
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
