package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// report tells a person or a machine what a run does: skipped articles and notices while it goes on, one closing line.
type report struct {
	o       *exportOptions
	out     io.Writer
	log     *slog.Logger // nil for text
	bar     *progressbar.ProgressBar
	start   time.Time
	read    int
	foreign int
	skipped int
	ignored int

	mu     sync.Mutex
	limits []*limits
}

func newReport(o *exportOptions, out io.Writer) *report {
	r := &report{o: o, out: out, start: time.Now()}
	if o.logFormat == "json" {
		r.log = slog.New(slog.NewJSONHandler(out, nil))
	}
	if f, ok := out.(*os.File); ok && !o.quiet && r.log == nil && term.IsTerminal(int(f.Fd())) {
		r.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(out), progressbar.OptionSetDescription("reading articles"), progressbar.OptionClearOnFinish(), progressbar.OptionShowCount())
	}
	return r
}

func (r *report) events() transform.Events {
	return transform.Events{Skipped: r.skip, Read: func(a *schema.Article) {
		r.read++
		if a.Status == "other_language" {
			r.foreign++
		}
		if r.bar != nil {
			_ = r.bar.Add(1)
		}
	}}
}

// skip names an article that was left out.
func (r *report) skip(err error) {
	r.skipped++
	if r.log != nil {
		r.log.Error("article skipped", "reason", err.Error())
		return
	}
	fmt.Fprintf(r.out, "newsledger: skipped: %v\n", err)
}

// resolved names what pass 2 found of articles that do not stay.
func (r *report) resolved(d *transform.Dataset, resolved *transform.Resolved) {
	if r.bar != nil {
		_ = r.bar.Finish()
	}
	r.ignored = d.Summary.Ignored
	for _, n := range resolved.Notices {
		if n.Superseded {
			r.warn(fmt.Sprintf("%s: %s", n.Source, n.Reason))
		} else {
			r.skip(fmt.Errorf("%s: %s", n.Source, n.Reason))
		}
	}
}

// limits are the notices of one column: the first, and how many there were.
type limits struct {
	first *schema.LimitError
	n     int
}

// notice keeps what a format cannot hold whole; notes prints one line a column. Writers call it from goroutines of their own.
func (r *report) notice(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var l *schema.LimitError
	if !errors.As(err, &l) {
		r.warn(err.Error())
		return
	}
	for _, k := range r.limits {
		if k.first.Table == l.Table && k.first.Column == l.Column && k.first.Done == l.Done {
			k.n++
			return
		}
	}
	r.limits = append(r.limits, &limits{l, 1})
}

// notes prints the kept notices, by table and column.
func (r *report) notes() {
	slices.SortFunc(r.limits, func(a, b *limits) int {
		return cmp.Or(cmp.Compare(a.first.Table, b.first.Table), cmp.Compare(a.first.Column, b.first.Column), cmp.Compare(a.first.Done, b.first.Done))
	})
	for _, l := range r.limits {
		text := l.first.Error()
		if l.n > 1 {
			text += fmt.Sprintf(" (and %d more in this column)", l.n-1)
		}
		r.warn(text)
	}
}

func (r *report) warn(text string) {
	switch {
	case r.o.quiet:
	case r.log != nil:
		r.log.Warn(text)
	default:
		fmt.Fprintln(r.out, "newsledger: note:", text)
	}
}

// close prints the closing line.
func (r *report) close(counts map[string]int) {
	r.notes()
	if r.o.quiet {
		return
	}
	seconds := time.Since(r.start).Seconds()
	if r.log != nil {
		args := []any{"dataset", r.o.output, "articles", counts["articles"], "other_language", r.foreign, "skipped", r.skipped, "ignored", r.ignored, "seconds", seconds}
		for _, t := range schema.Tables {
			args = append(args, "rows_"+t.Name, counts[t.Name])
		}
		r.log.Info("dataset published", args...)
		return
	}
	var extra []string
	for _, e := range []struct {
		n    int
		what string
	}{{r.foreign, "in another language"}, {r.skipped, "skipped"}, {r.ignored, "files of other kinds ignored"}} {
		if e.n > 0 {
			extra = append(extra, fmt.Sprintf("%d %s", e.n, e.what))
		}
	}
	also := ""
	if len(extra) > 0 {
		also = " (" + strings.Join(extra, ", ") + ")"
	}
	fmt.Fprintf(r.out, "%s: %d articles%s, %d events, %d actors, %d figures, %d citations, %d places in %.1f s\n", r.o.output, counts["articles"], also, counts["events"], counts["actors"],
		counts["figures"], counts["citations"], counts["places"], seconds)
}
