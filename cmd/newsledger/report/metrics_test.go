package report

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/newsledger/newsledger/transform"
)

// metricsLine is the text format's grammar as far as collectors demand it: a comment of a family, or a sample with labels and no timestamp.
var metricsLine = regexp.MustCompile(`^(?:# HELP (newsledger_[a-z_]+) [^\n]+|# TYPE (newsledger_[a-z_]+) gauge|(newsledger_[a-z_]+)(\{[a-z]+="(?:[^"\\]|\\[\\"n])*"(?:,[a-z]+="[a-z_]+")*\}) [0-9.]+)$`)

// checkMetrics holds a metrics file to the grammar: each family's help and type stand once, before its samples, and no sample stands twice.
func checkMetrics(t *testing.T, file string) {
	t.Helper()
	seen := map[string]bool{}
	family := ""
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\n"), "\n") {
		m := metricsLine.FindStringSubmatch(line)
		switch {
		case m == nil:
			t.Errorf("%q is no line of a metrics file", line)
		case m[1] != "":
			family = m[1]
		case m[2]+m[3] != family:
			t.Errorf("%q stands among the lines of %s", line, family)
		}
		if key, _, _ := strings.Cut(line, "} "); seen[key] {
			t.Errorf("%q stands twice", key)
		} else {
			seen[key] = true
		}
	}
	if !strings.HasSuffix(file, "\n") {
		t.Error("the last line does not end")
	}
}

func TestMetricsFollowTheTextFormat(t *testing.T) {
	now := time.Unix(1752645600, 0)
	s := &Summary{Outcome: published, Dataset: "/srv/a \"b\"\\c\nd", Seconds: 1.25, Since: &transform.Since{New: 2}, Rows: map[string]int{"articles": 2}, Bytes: 4711}
	first := string(s.metrics(now, ""))
	checkMetrics(t, first)
	s.Outcome, s.Status, s.Since = failed, 1, nil
	second := string(s.metrics(now.Add(time.Hour), first))
	checkMetrics(t, second)
	for _, want := range []string{`newsledger_last_success_timestamp_seconds{dataset="/srv/a \"b\"\\c\nd"} 1752645600`, `newsledger_bytes{dataset="/srv/a \"b\"\\c\nd"} 4711`, `table="articles"} 2`, `exit_code{dataset="/srv/a \"b\"\\c\nd"} 1`} {
		if !strings.Contains(second, want+"\n") {
			t.Errorf("the file of the failed run lacks %s:\n%s", want, second)
		}
	}
	if third := string(s.metrics(now, second)); strings.Count(third, "last_success_timestamp_seconds{") != 1 {
		t.Errorf("the last success is lost in the third file:\n%s", third)
	}
	s.Dataset = "/srv/other"
	if other := string(s.metrics(now, second)); strings.Contains(other, "last_success_timestamp_seconds{") {
		t.Errorf("another dataset takes over a last success:\n%s", other)
	}
}
