package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/exporters/history"
	"github.com/newsledger/newsledger/exporters/published"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/spool"
	"github.com/newsledger/newsledger/transform/state"
)

// earlier is what a run knows of those before it: the dataset that it continues, whose tables hold the ids, and the state beside it, which spares
// reading articles again.
type earlier struct {
	o           *exportOptions
	publication *exporters.Publication
	run         *report.Run
	reading     string             // options of reading, as a hash
	dataset     *published.Dataset // nil: there is none, or it cannot be continued
	release     int                // of the dataset that is being made
	clashes     bool               // pass 2 found articles that do not stay, which the next run must say again
}

// open looks what there is. What cannot be continued is told, and never an error: the run then begins anew.
func (e *earlier) open(options *transform.Options) *state.State {
	e.reading, e.release = options.Reading(), 1
	if e.o.fresh {
		if _, err := published.Open(e.publication.Target()); err == nil {
			e.run.Note("--fresh: the dataset that stands there is not continued: release 1, all articles are read, no id is kept")
		}
		return state.New(e.publication.StateDir(), e.reading)
	}
	dataset, err := published.Open(e.publication.Target())
	if err == nil {
		e.dataset = dataset
	} else if !errors.Is(err, published.ErrNone) {
		e.run.Note("ids begin anew: %v", err)
	}
	s, err := state.Open(e.publication.StateDir(), transform.Fingerprint, e.reading)
	switch {
	case errors.Is(err, state.ErrOther):
		e.run.Note("all articles are read again: this newsledger reads otherwise than the one before")
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		e.run.Note("all articles are read again: %v", err)
	}
	return s
}

// read takes the inputs through both passes. Without a resolved dataset and an error, what they give is published already.
func (e *earlier) read(ctx context.Context, inputs []string, stdin io.Reader, options transform.Options) (*transform.Dataset, *transform.Resolved, error) {
	data, err := transform.Gather(ctx, inputs, stdin, options, e.run.Events())
	if err != nil {
		return nil, nil, err
	}
	e.run.Gathered(data)
	if e.isPublished(data) {
		return data, nil, nil
	}
	resolved, err := e.resolve(ctx, data)
	if err != nil {
		return nil, nil, errors.Join(err, data.Close())
	}
	return data, resolved, nil
}

// isPublished says whether the dataset that these articles give with these options stands in its place already.
func (e *earlier) isPublished(d *transform.Dataset) bool {
	was := d.Outcome()
	return was != "" && d.IsUnchanged() && was == e.outcome()
}

// rows are those of the published dataset, by table; nil when it does not say.
func (e *earlier) rows() map[string]int {
	if e.dataset == nil {
		return nil
	}
	rows := map[string]int{}
	for _, r := range e.dataset.Package.All() {
		if r.Table != "" && r.Rows != nil {
			rows[r.Table] = *r.Rows
		}
	}
	return rows
}

// outcome names what is published and how it came about; "" when nothing whole is published.
func (e *earlier) outcome() string {
	sums := e.publication.Sums()
	if sums == nil {
		return ""
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %s %+v %+v\n%s", transform.Fingerprint, e.reading, e.o.formats, e.o.exporters(), e.o.omit(), sums)
	return hex.EncodeToString(h.Sum(nil))
}

// resolve finds out what is one across articles, with the ids of the earlier dataset, and what has changed since.
func (e *earlier) resolve(ctx context.Context, data *transform.Dataset) (resolved *transform.Resolved, err error) {
	var previous *history.Previous
	var ids *schema.Previous
	if e.dataset != nil {
		if previous, err = history.Read(e.dataset); err != nil {
			return nil, fmt.Errorf("the dataset cannot be continued (--fresh begins anew): %w", err)
		}
		ids = &previous.Previous
		if err := e.losesNone(data); err != nil {
			return nil, err
		}
	}
	if err := until(ctx, func() (err error) { resolved, err = data.Resolve(ids); return err }); err != nil {
		if errors.Is(err, spool.ErrDamaged) {
			err = fmt.Errorf("%s (--fresh does without it): %w", e.publication.StateDir(), err)
		}
		return nil, err
	}
	e.run.Resolved(data, resolved)
	e.clashes = resolved.Tally.Clashing > 0
	if previous == nil {
		return resolved, nil
	}
	difference, err := history.Compare(e.dataset, previous.Retired, history.Source{
		Write:  func(to history.Sink) error { return resolved.Write(stopping{ctx, to}, e.o.omit()) },
		Merged: resolved.Merged(), NewVersion: e.dataset.Package.Rules != transform.Fingerprint,
	}, previous.Release+1)
	if err != nil {
		return nil, err
	}
	e.release = previous.Release
	if len(difference.Changes) > 0 {
		e.release++
	}
	resolved.Continue(difference.Continue(previous))
	e.run.Changed(difference.Changes)
	return resolved, nil
}

// losesNone is an error when articles are to be kept whose input is gone, and the state that held them is lost.
func (e *earlier) losesNone(d *transform.Dataset) error {
	if !e.o.keepRemoved {
		return nil
	}
	articles, err := published.Rows[schema.Article](e.dataset, schema.Articles)
	if err != nil {
		return err
	}
	lost, first := 0, ""
	for _, a := range articles {
		if !d.Holds(a.Source) {
			if lost++; lost == 1 {
				first = a.Source
			}
		}
	}
	if lost > 0 {
		return fmt.Errorf("articles of the dataset without input any more: %d, the first of them %s; the state that kept them is lost or of another version: give their files again, or let them go by a run without --keep-removed", lost, first)
	}
	return nil
}

// publish puts the dataset that was written into its place, unless it stands there already or the run is a dry one.
func (e *earlier) publish(data *transform.Dataset) error {
	if e.publication.Unchanged() {
		if !e.o.dryRun {
			e.save(data)
		}
		return e.o.unchanged(e.run)
	}
	if e.o.dryRun {
		if err := e.publication.Preview(); err != nil {
			return err
		}
	} else {
		if err := e.publication.Commit(); err != nil {
			return err
		}
		e.save(data)
	}
	e.run.Published(e.publication, e.o.dryRun)
	if e.run.Skipped() > 0 {
		return skippedError{}
	}
	return nil
}

// save leaves what the next run may know. Without it that one reads all articles again, so a failure is told and no more.
func (e *earlier) save(d *transform.Dataset) {
	outcome := e.outcome()
	if e.clashes {
		outcome = ""
	}
	if err := d.Save(outcome); err != nil {
		e.run.Note("the next run will read all articles again: %v", err)
	}
}
