package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/resolve"
	"github.com/newsledger/newsledger/transform/source"
)

// screen is what a terminal shows of what is written to it: a carriage return goes back to the line's begin, and what follows is written over
// what stands there.
func screen(written string) []string {
	var shown []string
	for line := range strings.SplitSeq(strings.TrimSuffix(written, "\n"), "\n") {
		var cells []rune
		at := 0
		for _, r := range line {
			if r == '\r' {
				at = 0
				continue
			}
			for len(cells) <= at {
				cells = append(cells, ' ')
			}
			cells[at] = r
			at++
		}
		shown = append(shown, strings.TrimRight(string(cells), " "))
	}
	return shown
}

func TestMessagesStandOnLinesOfTheirOwn(t *testing.T) {
	var out bytes.Buffer
	run := Begin(&Voice{out: &out, terminal: true}, "ledger")
	on := run.Events()
	on.Read(nil)
	on.Read(nil)
	if !strings.Contains(out.String(), "reading articles") {
		t.Fatalf("no progress bar in %q", out.String())
	}
	on.Skipped(&source.Error{File: "a.pdf", Err: errors.New("no text")})
	on.Read(nil)
	run.Gathered(&transform.Dataset{})
	run.Resolved(&transform.Dataset{}, &transform.Resolved{Tally: resolve.Tally{Read: 3}, Counts: map[string]int{"articles": 3}})
	run.Published(&exporters.Publication{}, false)
	want := []string{"newsledger: skipped: a.pdf: no text", "ledger: 3 articles (left out: 1 skipped), 0 events, 0 actors, 0 figures, 0 citations, 0 places in 0.0 s"}
	if diff := cmp.Diff(want, screen(out.String())); diff != "" {
		t.Errorf("screen (-want +shown):\n%s\nwritten: %q", diff, out.String())
	}
}

func TestNoProgressBarWhereNobodyLooks(t *testing.T) {
	for name, set := range map[string]func(*Voice){"no terminal": func(v *Voice) { v.terminal = false }, "quiet": func(v *Voice) { v.Set("text", true) }, "json": func(v *Voice) { v.Set("json", false) }} {
		var out bytes.Buffer
		v := &Voice{out: &out, terminal: true}
		set(v)
		Begin(v, "ledger").Events().Read(nil)
		if out.Len() > 0 {
			t.Errorf("%s: %q is written", name, out.String())
		}
	}
}

func TestClosingLineCountsEveryInputOnce(t *testing.T) {
	for _, c := range []struct {
		name    string
		tally   resolve.Tally
		skipped int
		ignored int
		want    string
	}{
		{"all read", resolve.Tally{Read: 2}, 0, 0, "2 articles, "},
		{"one", resolve.Tally{Read: 1}, 0, 0, "1 article, "},
		{"inside", resolve.Tally{Read: 2, OtherLanguage: 2, NearCopies: 3}, 0, 0, "7 articles (2 in another language, 3 repeat others), "},
		{"outside", resolve.Tally{Read: 1, Copies: 1, Superseded: 2}, 3, 4, "1 article (left out: 1 copy, 2 superseded, 3 skipped, 4 files of other kinds), "},
		{"both", resolve.Tally{Read: 1, NearCopies: 1, Copies: 2}, 1, 1, "2 articles (1 repeats another; left out: 2 copies, 1 skipped, 1 file of another kind), "},
	} {
		t.Run(c.name, func(t *testing.T) {
			run := Begin(NewVoice(&bytes.Buffer{}), "ledger")
			run.counts.Skipped = c.skipped
			run.Resolved(&transform.Dataset{Summary: source.Summary{Ignored: c.ignored}}, &transform.Resolved{Tally: c.tally, Counts: map[string]int{"articles": c.tally.Articles()}})
			if got := run.line(0); !strings.HasPrefix(got, "ledger: "+c.want+"0 events") {
				t.Errorf("%q, want %q", got, c.want)
			}
			if want := c.tally.Articles() + c.tally.Copies + c.tally.Superseded + c.skipped; run.counts.Found() != want {
				t.Errorf("%d found, want %d", run.counts.Found(), want)
			}
		})
	}
}

func TestRecordsPartPlaceAndReason(t *testing.T) {
	var out bytes.Buffer
	v := NewVoice(&out)
	v.Set("json", true)
	on := Begin(v, "ledger").Events()
	on.Skipped(&source.Error{File: "day.jsonl", Line: 17, Err: errors.New("no text")})
	on.Skipped(&transform.Error{Place: "c:\\a.txt", Stage: "clean", Err: errors.New("no letters: none")})
	var got []string
	for line := range strings.Lines(out.String()) {
		var r struct{ Level, Place, Reason string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		got = append(got, r.Level+"|"+r.Place+"|"+r.Reason)
	}
	if diff := cmp.Diff([]string{"ERROR|day.jsonl:17|no text", `ERROR|c:\a.txt|clean: no letters: none`}, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}
