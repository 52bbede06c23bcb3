package main

import (
	"cmp"
	"context"
	"errors"
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
	"github.com/newsledger/newsledger/transform/spool"
	"github.com/urfave/cli/v2"
)

func exportCommand(voice *report.Voice) *cli.Command {
	o := &exportOptions{}
	return &cli.Command{
		Name:      "export",
		Usage:     "read articles and write a dataset",
		ArgsUsage: "ARTICLE...",
		Description: "ARTICLE is a file (.txt, .md, .json, .jsonl, each also .gz or .zst), a folder, a pattern such as 'news/**/*.json', or - for standard input.\n" +
			"The dataset is written beside its place and put there at once: what stands there is the old dataset or the new one.\n\n" + settingsHelp + "\n\nExit status:\n" + statusText() +
			"\nExamples:\n   newsledger export articles -o dataset\n   newsledger export --format parquet --publisher 'Phnom Penh Post' --published 2025-07-18 -o july 'post/*.txt'",
		Flags: o.flags(),
		Action: func(c *cli.Context) error {
			run := report.Begin(voice, o.output)
			err := o.run(c, run)
			if o.checkReports() == nil && o.checkReportAmong(c.Args().Slice()) == nil {
				err = errors.Join(err, run.End(o.reportFiles(), status(err), err))
			}
			return err
		},
	}
}

// run checks what the command line says and exports.
func (o *exportOptions) run(c *cli.Context, run *report.Run) error {
	if !c.Args().Present() {
		return usageError{errors.New("export what? name a file, a folder, a pattern in quotes, or - for standard input")}
	}
	settings, err := o.configure(c)
	run.For(cmp.Or(o.releases, o.output))
	if err != nil {
		return err
	}
	if err := o.checkReportAmong(c.Args().Slice()); err != nil {
		return usageError{placed(err, settings)}
	}
	run.Set(o.logFormat, o.quiet)
	return export(c.Context, o, c.Args().Slice(), c.App.Reader, run)
}

// export reads the inputs and publishes a dataset, which continues the one that stands in its place.
func export(ctx context.Context, o *exportOptions, inputs []string, stdin io.Reader, run *report.Run) (err error) {
	options, err := o.transform()
	if err != nil {
		return usageError{err}
	}
	options.Jobs, options.KeepRemoved = o.jobs, o.keepRemoved
	publication, err := o.whenFree(ctx, run)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, publication.Abort()) }()
	if slices.Contains(inputs, "-") {
		stdin = interruptible(ctx, stdin)
	}
	e := &earlier{o: o, publication: publication, run: run}
	options.State = e.open(&options)
	data, resolved, err := e.read(ctx, inputs, stdin, options)
	if errors.Is(err, spool.ErrDamaged) && !slices.Contains(inputs, "-") {
		run.Again(err)
		options.State = options.State.Forgotten()
		data, resolved, err = e.read(ctx, inputs, stdin, options)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()
	if resolved == nil {
		return errors.Join(run.Stands(publication.Target(), e.rows()), o.unchanged(run))
	}
	run.Release(e.release)
	if err := o.tooManySkipped(run); err != nil {
		return err
	}
	if err := o.write(ctx, publication.Dir(), resolved, e.release, run); err != nil {
		return err
	}
	return e.publish(data)
}

// begin locks the place of the dataset.
func (o *exportOptions) begin() (*exporters.Publication, error) {
	if o.releases != "" {
		return exporters.BeginRelease(exporters.Releases{Folder: o.releases, KeepLast: o.keepLast, KeepDaily: o.keepDaily})
	}
	return exporters.Begin(o.output)
}

// unchanged ends a run that leaves the published dataset untouched.
func (o *exportOptions) unchanged(run *report.Run) error {
	if err := o.tooManySkipped(run); err != nil {
		return err
	}
	run.Unchanged()
	switch {
	case run.Skipped() > 0:
		return skippedError{}
	case o.exitUnchanged:
		return unchangedError{}
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
func (o *exportOptions) write(ctx context.Context, dir string, r *transform.Resolved, release int, run *report.Run) error {
	runtime.GC() // what reading left behind would otherwise stand beside what writing needs
	options := o.exporters()
	options.Release, options.Sources, options.Notice = release, r.Sources(), run.Notice
	w, err := exporters.CreateAll(strings.Split(o.formats, ","), dir, r.Counts, options)
	if err != nil {
		return err
	}
	err = r.Write(stopping{ctx, w}, o.omit())
	if err = errors.Join(err, w.Close()); err != nil {
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return errors.Join(exporters.Describe(dir, r.Counts, options), run.Written(dir))
}

// exporters are the options of the files.
func (o *exportOptions) exporters() exporters.Options {
	options := exporters.Options{Edition: schema.Edition{Title: o.title, License: o.license, Version: versionText(), Rules: transform.Fingerprint}, CSVExcel: o.csvProfile == "excel", PartitionBy: o.partitionBy, AllSheets: o.sheets == "all", HXL: o.hxl}
	if o.csvCompression != "none" {
		options.CSVCompression = csvfile.Compression(o.csvCompression)
	}
	return options
}

func (o *exportOptions) omit() resolve.Omit {
	return resolve.Omit{Text: o.omitText, Sentences: o.omitSentences}
}

// stopping is a sink that ends with its context.
type stopping struct {
	ctx context.Context
	w   resolve.Sink
}

func (s stopping) Write(b schema.Batch) error {
	if err := context.Cause(s.ctx); err != nil {
		return err
	}
	return s.w.Write(b)
}
