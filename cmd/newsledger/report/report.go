// Package report tells a person or a machine what a run of the export does: skipped articles and notes while it goes on, one closing line
// or record with all counts, and at the end the files that monitoring reads (--metrics-file, --report). It decides nothing: what ends a run
// and with which status is its caller's matter.
//
//	transform.Events ─▶ Run ─▶ Voice ─▶ standard error (lines or JSON records)
//	transform.Resolved ─┘ └──▶ metrics file, report file
package report

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/source"
)

// Run is one run of the export and all that is to be told of it.
type Run struct {
	*Voice
	id      string // when and as which process it began
	dataset string
	release string // its name, once it is known
	number  int    // of the release
	start   time.Time
	outcome string // failed until it is known better
	counts  Counts
	counted bool // what became of all inputs is known
	skipped []Skipped
	since   *transform.Since // nil until the inputs are read
	changes int              // rows that changed since the dataset before
	bytes   int64            // of the files that were written
	rows    map[string]int   // of every table; nil until they are known
	limits  limits
	renamed repeated
}

// Counts says what became of the inputs: each stands in exactly one field.
type Counts struct {
	Read          int `json:"read"`           // extracted
	OtherLanguage int `json:"other_language"` // listed, nothing extracted
	NearCopies    int `json:"near_copies"`    // extracted; duplicate_of names the article that they repeat
	Copies        int `json:"copies"`         // without a row: also_in of an equal article names them
	Superseded    int `json:"superseded"`     // without a row: a newer text of the same article stays
	Skipped       int `json:"skipped"`        // without a row: each is named with its reason
	Ignored       int `json:"ignored"`        // files of other kinds, met in a folder
}

// Found is the number of articles among the inputs.
func (c Counts) Found() int {
	return c.Read + c.OtherLanguage + c.NearCopies + c.Copies + c.Superseded + c.Skipped
}

// Begin starts the run that writes a dataset.
func Begin(v *Voice, dataset string) *Run {
	start := time.Now()
	id := fmt.Sprintf("%s-%d", start.UTC().Format("20060102T150405.000Z"), os.Getpid())
	return &Run{Voice: v, id: id, dataset: dataset, start: start, outcome: failed}
}

// For names the dataset, when it is known only after the beginning.
func (r *Run) For(dataset string) { r.dataset = dataset }

// Events are what pass 1 calls.
func (r *Run) Events() transform.Events {
	return transform.Events{Skipped: r.skip, Noted: r.note, Read: func(*schema.Article) { r.step() }, Known: func(string) { r.step() }}
}

// Skipped is the number of articles that were left out for a reason that somebody must look at.
func (r *Run) Skipped() int { return r.counts.Skipped }

// skip names an article that was left out.
func (r *Run) skip(err error) {
	r.counts.Skipped++
	place, reason := placed(err)
	r.skipped = append(r.skipped, Skipped{place, reason})
	r.Say(slog.LevelError, "newsledger: skipped: "+err.Error(), "article skipped", "place", place, "reason", reason)
}

// placed parts an error of an article into its place and the rest.
func placed(err error) (place, reason string) {
	text := err.Error()
	var input *source.Error
	var article *transform.Error
	switch {
	case errors.As(err, &article):
		place = article.Place
	case errors.As(err, &input):
		place, _, _ = strings.Cut(text, ": "+input.Err.Error())
	}
	return place, strings.TrimPrefix(text, place+": ")
}

// Again says that the inputs are read once more, and why: what was told of them will be told again.
func (r *Run) Again(err error) {
	r.Note("all articles are read again: %v", err)
	r.counts.Skipped, r.skipped, r.renamed = 0, nil, repeated{}
}

// Gathered takes what pass 1 found out: the articles against those of the run before.
func (r *Run) Gathered(d *transform.Dataset) {
	r.endBar()
	r.since = &d.Since
}

// Found is the number of articles among the inputs, those that were skipped included.
func (r *Run) Found() int {
	n := r.counts.Skipped
	if s := r.since; s != nil {
		n += s.New + s.Changed + s.Unchanged
	}
	return n
}

// Stands takes the published dataset that the run leaves as it is.
func (r *Run) Stands(dir string, rows map[string]int) error {
	r.rows = rows
	return r.Written(dir)
}

// Written takes the files of the dataset that is to be published.
func (r *Run) Written(dir string) error {
	return filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			r.bytes += info.Size()
		}
		return err
	})
}

// Changed takes the rows that are not as in the dataset before.
func (r *Run) Changed(changes []schema.Change) { r.changes = len(changes) }

// Release takes the number of the dataset that is being made.
func (r *Run) Release(number int) { r.number = number }

// Note says what a person should know although the run goes on.
func (r *Run) Note(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	r.warn(text, "note", "reason", text)
}

// Resolved takes what pass 2 found out: what became of the articles, and the number of rows.
func (r *Run) Resolved(d *transform.Dataset, resolved *transform.Resolved) {
	for _, n := range resolved.Notices {
		if n.Superseded {
			r.warn(n.Source+": "+n.Reason, "article superseded", "place", n.Source, "reason", n.Reason)
		} else {
			r.skip(&source.Error{File: n.Source, Err: errors.New(n.Reason)})
		}
	}
	t := resolved.Tally
	r.counts = Counts{t.Read, t.OtherLanguage, t.NearCopies, t.Copies, t.Superseded, r.counts.Skipped, d.Summary.Ignored}
	r.rows, r.counted = resolved.Counts, true
}

func (r *Run) warn(text, message string, attributes ...any) {
	r.Say(slog.LevelWarn, "newsledger: note: "+text, message, attributes...)
}

// Published says the closing line of a run that went well, or would have in a dry run.
func (r *Run) Published(p *exporters.Publication, dry bool) {
	r.limits.say(r)
	r.renamed.say(r)
	r.outcome, r.release = published, p.Name
	if p.ClockBack {
		r.Note("the clock stands before the last release: this one is called one second after it")
	}
	if p.Stuck != nil {
		r.Note("an old release stays: %v", p.Stuck)
	}
	seconds := time.Since(r.start).Seconds()
	rows := make([]any, 0, 2*len(schema.Tables))
	for _, t := range schema.Tables {
		rows = append(rows, slog.Int(t.Name, r.rows[t.Name]))
	}
	message, line := "dataset published", r.line(seconds)
	if p.Name != "" {
		line += ": " + p.Name
	}
	if len(p.Removed) > 0 {
		line += ", removed " + strings.Join(p.Removed, ", ")
	}
	if dry {
		r.outcome = dryRun
		message, line = "dry run", "dry run, nothing was written: "+line
	}
	r.Say(slog.LevelInfo, line, message, "dataset", r.dataset, "found", r.counts.Found(), "inputs", r.counts, "since", r.since,
		"changes", r.changes, "release", r.number, "release_name", p.Name, "removed", append([]string{}, p.Removed...), slog.Group("rows", rows...), "bytes", r.bytes, "seconds", seconds, "run_id", r.id)
}

// Unchanged says the closing line of a run that left the dataset untouched.
func (r *Run) Unchanged() {
	r.renamed.say(r)
	r.outcome = unchanged
	seconds := time.Since(r.start).Seconds()
	line := fmt.Sprintf("%s: unchanged, %s in %.1f s", r.dataset, counted{r.since.Unchanged + r.since.Kept, "article", "articles"}, seconds)
	r.Say(slog.LevelInfo, line, "dataset unchanged", "dataset", r.dataset, "since", r.since, "skipped", r.counts.Skipped, "seconds", seconds, "run_id", r.id)
}

// line is the closing line for a person: the articles of the dataset and what they are, those left out, what was found in them.
func (r *Run) line(seconds float64) string {
	c := r.counts
	inside := some(counted{c.OtherLanguage, "in another language", "in another language"}, counted{c.NearCopies, "repeats another", "repeat others"})
	outside := some(counted{c.Copies, "copy", "copies"}, counted{c.Superseded, "superseded", "superseded"}, counted{c.Skipped, "skipped", "skipped"},
		counted{c.Ignored, "file of another kind", "files of other kinds"})
	if outside != "" {
		outside = "left out: " + outside
	}
	since := ""
	if s := r.since; s != nil && s.Unchanged+s.Changed+s.Removed+s.Kept > 0 {
		since = "since the last run: " + cmp.Or(some(counted{s.New, "new", "new"}, counted{s.Changed, "changed", "changed"}, counted{s.Removed, "removed", "removed"}, counted{s.Kept, "kept", "kept"}), "none new")
	}
	also := strings.Trim(strings.ReplaceAll(since+"; "+inside+"; "+outside, "; ; ", "; "), "; ")
	if also != "" {
		also = " (" + also + ")"
	}
	var rows []string
	for _, t := range []counted{{r.rows["events"], "event", "events"}, {r.rows["actors"], "actor", "actors"}, {r.rows["figures"], "figure", "figures"},
		{r.rows["citations"], "citation", "citations"}, {r.rows["places"], "place", "places"}} {
		rows = append(rows, t.String())
	}
	return fmt.Sprintf("%s: %s%s, %s in %.1f s", r.dataset, counted{r.rows["articles"], "article", "articles"}, also, strings.Join(rows, ", "), seconds)
}

// counted is a number of things with their names in singular and plural.
type counted struct {
	n         int
	one, more string
}

func (c counted) String() string {
	if c.n == 1 {
		return "1 " + c.one
	}
	return fmt.Sprint(c.n, " ", c.more)
}

// some lists the things of which there are any.
func some(all ...counted) string {
	var parts []string
	for _, c := range all {
		if c.n > 0 {
			parts = append(parts, c.String())
		}
	}
	return strings.Join(parts, ", ")
}
