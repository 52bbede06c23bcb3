package source

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write makes files in a new folder and returns the folder.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// walk collects what Walk gives.
func walk(t testing.TB, o Options, inputs ...string) (got []Raw, skipped []string, sum Summary, err error) {
	t.Helper()
	sum, err = Walk(context.Background(), inputs, strings.NewReader(""), o, func(r Raw) error { got = append(got, r); return nil },
		func(e error) { skipped = append(skipped, e.Error()) })
	return got, skipped, sum, err
}

func sources(raws []Raw) string {
	var all []string
	for _, r := range raws {
		all = append(all, r.Source)
	}
	return strings.Join(all, " ")
}

func TestFolderIsWalkedBytewise(t *testing.T) {
	dir := write(t, map[string]string{"b.txt": "B", "a/z.txt": "Z", "a-1.txt": "A1", "a.txt": "A", "page.html": "<p>", ".hidden/x.txt": "X", "list.jsonl": `{"id":"q7","text":"T"}` + "\n\n" + `{"text":"U"}` + "\n"})
	got, skipped, sum, err := walk(t, Options{}, dir)
	if err != nil || len(skipped) > 0 {
		t.Fatal(err, skipped)
	}
	if want := "a-1.txt a.txt a/z.txt b.txt list.jsonl#q7 list.jsonl#2"; sources(got) != want {
		t.Errorf("sources %q, want %q", sources(got), want)
	}
	if sum.Ignored != 1 || sum.Articles != 6 {
		t.Errorf("summary %+v, want 1 ignored of 6 articles", sum)
	}
	if last := got[5]; last.Place() != filepath.Join(dir, "list.jsonl")+":3" {
		t.Errorf("place %q, want line 3", last.Place())
	}
}

func TestMissingInputEndsTheRun(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "A"})
	if _, _, _, err := walk(t, Options{}, filepath.Join(dir, "none.txt")); !errors.Is(err, ErrMissing) {
		t.Errorf("missing file: %v, want ErrMissing", err)
	}
	if _, _, _, err := walk(t, Options{}, filepath.Join(dir, "**", "*.md")); !errors.Is(err, ErrNoMatch) {
		t.Errorf("glob without match: %v, want ErrNoMatch", err)
	}
}
