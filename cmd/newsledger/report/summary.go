package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/newsledger/newsledger/transform"
)

// Files are what monitoring reads. An empty path is a file that nobody asked for.
type Files struct {
	Metrics string // Prometheus text format, for node_exporter's textfile collector
	Report  string // JSON
}

// How a run ended.
const (
	failed    = "failed"
	published = "published"
	unchanged = "unchanged"
	dryRun    = "dry run"
)

// Summary is a run as --report writes it.
type Summary struct {
	RunID    string           `json:"run_id"`          // when and as which process it began
	Outcome  string           `json:"outcome"`         // published, unchanged, dry run or failed
	Status   int              `json:"status"`          // the exit status
	Error    string           `json:"error,omitempty"` // why it failed
	Dataset  string           `json:"dataset"`
	Release  int              `json:"release,omitempty"`      // number
	Name     string           `json:"release_name,omitempty"` // of its folder
	Started  time.Time        `json:"started"`                // UTC
	Seconds  float64          `json:"seconds"`
	Since    *transform.Since `json:"since,omitempty"`  // the articles against those of the run before; absent when the inputs were not read
	Inputs   *Counts          `json:"inputs,omitempty"` // what became of each; absent when that was not asked: the run failed, or had nothing new
	Rows     map[string]int   `json:"rows,omitempty"`   // of every table of the dataset
	Changes  int              `json:"changes"`          // rows that changed since the dataset before
	Bytes    int64            `json:"bytes"`            // of the dataset
	Skipped  int              `json:"skipped"`
	Articles []Skipped        `json:"skipped_articles"`
}

// Skipped is an article that was left out.
type Skipped struct {
	Place  string `json:"place"` // file, line, id: as messages name it
	Reason string `json:"reason"`
}

// End writes the files that monitoring reads, whatever the run came to.
func (r *Run) End(f Files, status int, err error) error {
	s := r.summary(status, err)
	if f.Report != "" {
		text, err := json.MarshalIndent(s, "", "  ")
		if err == nil {
			err = replace(f.Report, append(text, '\n'))
		}
		if err != nil {
			return fmt.Errorf("--report: %w", err)
		}
	}
	if f.Metrics != "" {
		former, _ := os.ReadFile(f.Metrics) // there is none before the first run
		if err := replace(f.Metrics, s.metrics(time.Now(), string(former))); err != nil {
			return fmt.Errorf("--metrics-file: %w", err)
		}
	}
	return nil
}

func (r *Run) summary(status int, err error) *Summary {
	s := &Summary{RunID: r.id, Outcome: r.outcome, Status: status, Dataset: r.dataset, Release: r.number, Name: r.release, Started: r.start.UTC(), Seconds: time.Since(r.start).Seconds(),
		Since: r.since, Rows: r.rows, Changes: r.changes, Bytes: r.bytes, Skipped: r.counts.Skipped, Articles: append([]Skipped{}, r.skipped...)}
	if err != nil {
		s.Error = err.Error()
	}
	if r.counted {
		s.Inputs = &r.counts
	}
	return s
}

// replace puts a file in its place at once: who reads it finds the old text or the new one. The name that it has until then is no *.prom,
// which a collector would read.
func replace(path string, text []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".part-*")
	if err != nil {
		return err
	}
	_, err = part.Write(text)
	for _, step := range []func() error{func() error { return part.Chmod(0o644) }, part.Sync} {
		if err == nil {
			err = step()
		}
	}
	if e := part.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		_ = os.Remove(part.Name())
	}
	return err
}
