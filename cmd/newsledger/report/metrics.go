package report

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/newsledger/newsledger/schema"
)

// family is one metric of the metrics file. All are gauges: a run is over when they are written.
type family struct {
	name, help string
	lasting    bool // of the dataset that stands, so a run that knows nothing new of it keeps what the former file says
	samples    []sample
}

type sample struct {
	label string // table="events"; empty where the dataset is the only label
	value float64
}

// metrics is the run in the Prometheus text format, without timestamps, as node_exporter's textfile collector wants it. What a failed run
// does not know of the dataset is taken from the former file.
func (s *Summary) metrics(now time.Time, former string) []byte {
	dataset := s.Dataset
	if path, err := filepath.Abs(dataset); err == nil {
		dataset = path
	}
	own := `dataset="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(dataset) + `"`
	known := lastingLines(former, own)
	var out bytes.Buffer
	for _, f := range s.families(now) {
		lines := f.lines(own)
		if lines == "" && f.lasting {
			lines = known[f.name]
		}
		if lines != "" {
			fmt.Fprintf(&out, "# HELP %s %s\n# TYPE %s gauge\n%s", f.name, f.help, f.name, lines)
		}
	}
	return out.Bytes()
}

func (s *Summary) families(now time.Time) []family {
	all := []family{
		{"newsledger_last_success_timestamp_seconds", "When a run last ended with the dataset in its place, with or without news.", true, nil},
		{"newsledger_last_run_timestamp_seconds", "When the last run ended, well or not.", false, []sample{{"", float64(now.Unix())}}},
		{"newsledger_last_run_exit_code", "Exit status of the last run.", false, []sample{{"", float64(s.Status)}}},
		{"newsledger_duration_seconds", "Seconds that the last run took.", false, []sample{{"", s.Seconds}}},
		{"newsledger_articles", "Articles of the last run by what became of them since the run before.", false, s.articles()},
		{"newsledger_rows", "Rows of the dataset by table.", true, s.rows()},
		{"newsledger_bytes", "Size of the dataset.", true, nil},
	}
	if s.stands() {
		all[0].samples = []sample{{"", float64(now.Unix())}}
		all[6].samples = []sample{{"", float64(s.Bytes)}}
	}
	return all
}

func (s *Summary) articles() []sample {
	if s.Since == nil {
		return nil
	}
	a := s.Since
	return []sample{{`outcome="new"`, float64(a.New)}, {`outcome="changed"`, float64(a.Changed)}, {`outcome="unchanged"`, float64(a.Unchanged)}, {`outcome="removed"`, float64(a.Removed)},
		{`outcome="kept"`, float64(a.Kept)}, {`outcome="skipped"`, float64(s.Skipped)}}
}

// stands says whether the dataset in its place is the one of this run.
func (s *Summary) stands() bool { return s.Outcome == published || s.Outcome == unchanged }

// rows are those of the published dataset: a run that failed after counting published none of them.
func (s *Summary) rows() []sample {
	if !s.stands() || s.Rows == nil {
		return nil
	}
	var all []sample
	for _, t := range schema.Tables {
		all = append(all, sample{`table="` + t.Name + `"`, float64(s.Rows[t.Name])})
	}
	return all
}

func (f family) lines(own string) string {
	var b strings.Builder
	for _, s := range f.samples {
		labels := own
		if s.label != "" {
			labels += "," + s.label
		}
		fmt.Fprintf(&b, "%s{%s} %s\n", f.name, labels, strconv.FormatFloat(s.value, 'f', -1, 64))
	}
	return b.String()
}

// lastingLines are the lines of a metrics file that are about a dataset, by the name of their metric.
func lastingLines(file, own string) map[string]string {
	found := map[string]string{}
	for line := range strings.Lines(file) {
		name, rest, isSample := strings.Cut(line, "{")
		if isSample && strings.HasPrefix(rest, own) && strings.HasSuffix(line, "\n") {
			found[name] += line
		}
	}
	return found
}
