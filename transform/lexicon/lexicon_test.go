package lexicon

import (
	"strings"
	"testing"
)

// Every list is read at start-up by somebody, and a broken one would panic there; here the file and line are named.
func TestEveryListIsWellFormed(t *testing.T) {
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		l, err := Parse(e.Name(), string(data))
		if err != nil {
			t.Error(err)
		}
		if len(l.Rows) == 0 || !strings.Contains(string(data[:min(len(data), 2000)]), "2026-11-25") {
			t.Errorf("%s: is empty, or its head names no date", e.Name())
		}
	}
}

func TestParseNamesTheLine(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"fields", "# a\tb\nx\n", "t.tsv:2: 1 fields, want 2"},
		{"twice", "# a\nx\nx\n", `t.tsv:3: "x" is listed twice`},
		{"order", "# a\ny\nx\n", `t.tsv:3: "x" stands behind "y": sort bytewise`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse("t.tsv", c.data); err == nil || err.Error() != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
