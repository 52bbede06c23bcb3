package exporters

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsledger/newsledger/schema"
)

// release publishes a dataset without rows, stamped with version, and fails the test on any error.
func release(t *testing.T, dir, version string) {
	t.Helper()
	p := begin(t, dir)
	write(t, p, version)
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
}

func begin(t *testing.T, dir string) *Publication {
	t.Helper()
	p, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func write(t *testing.T, p *Publication, version string) {
	t.Helper()
	w, err := CreateAll([]string{"csv"}, p.Dir(), nil, Options{})
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = Describe(p.Dir(), nil, Options{Edition: schema.Edition{Version: version}})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// versionOf is the version that the dataset in dir was stamped with.
func versionOf(t *testing.T, dir string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, packageName))
	if err != nil {
		t.Fatal(err)
	}
	_, v, _ := strings.Cut(string(raw), `"newsledger": "`)
	v, _, _ = strings.Cut(v, `"`)
	return v
}

func siblingsOf(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestCommitTakesThePlaceOfWhatWasThere(t *testing.T) {
	tests := []struct {
		name   string
		before func(t *testing.T, dir string)
	}{
		{"missing", func(*testing.T, string) {}},
		{"parent missing too", func(t *testing.T, dir string) { os.Remove(filepath.Dir(dir)) }},
		{"empty", func(t *testing.T, dir string) { os.Mkdir(dir, 0o755) }},
		{"older release", func(t *testing.T, dir string) { release(t, dir, "1.0.0") }},
		{"older release with the litter of a file browser", func(t *testing.T, dir string) {
			release(t, dir, "1.0.0")
			os.WriteFile(filepath.Join(dir, "csv", ".DS_Store"), nil, 0o644)
		}},
		{"staging of a killed run", func(t *testing.T, dir string) { os.MkdirAll(sibling(dir, "staging-1/csv"), 0o755) }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "parent", "dataset")
			os.Mkdir(filepath.Dir(dir), 0o755)
			test.before(t, dir)
			release(t, dir, "2.0.0")
			if got := versionOf(t, dir); got != "2.0.0" {
				t.Errorf("published version %s, want 2.0.0", got)
			}
			if diff := cmp.Diff([]string{".dataset.lock", "dataset"}, siblingsOf(t, dir)); diff != "" {
				t.Errorf("siblings (-want +got):\n%s", diff)
			}
			if _, err := os.Stat(filepath.Join(dir, "csv", ".DS_Store")); err == nil {
				t.Error("litter of the older release survived")
			}
		})
	}
}

func TestForeignDirectoryIsRefusedAndUntouched(t *testing.T) {
	tests := []struct {
		name string
		make func(t *testing.T, dir string)
	}{
		{"another folder", func(t *testing.T, dir string) {
			os.Mkdir(dir, 0o755)
			os.WriteFile(filepath.Join(dir, "thesis.docx"), []byte("years of work"), 0o644)
		}},
		{"folder with an empty folder", func(t *testing.T, dir string) { os.MkdirAll(filepath.Join(dir, "notes"), 0o755) }},
		{"another package", func(t *testing.T, dir string) {
			os.Mkdir(dir, 0o755)
			os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(`{"name": "weather"}`), 0o644)
		}},
		{"our dataset with a file of the user", func(t *testing.T, dir string) {
			release(t, dir, "1.0.0")
			os.Remove(sibling(dir, "lock"))
			os.WriteFile(filepath.Join(dir, "notes.md"), []byte("mine"), 0o644)
		}},
		{"a file", func(t *testing.T, dir string) { os.WriteFile(dir, []byte("x"), 0o644) }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "dataset")
			test.make(t, dir)
			before := fmt.Sprint(filesOf(dir))
			if _, err := Begin(dir); !errors.Is(err, ErrNotOurs) {
				t.Fatalf("Begin: %v, want ErrNotOurs", err)
			}
			if after := fmt.Sprint(filesOf(dir)); after != before {
				t.Errorf("files %s, before %s", after, before)
			}
			if diff := cmp.Diff([]string{"dataset"}, siblingsOf(t, dir)); diff != "" {
				t.Errorf("siblings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSecondRunIsLockedOutByName(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dataset")
	p := begin(t, dir)
	_, err := Begin(dir)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), fmt.Sprintf("pid %d on ", os.Getpid())) {
		t.Errorf("second Begin: %v, want ErrLocked with our pid", err)
	}
	if err := p.Abort(); err != nil {
		t.Fatal(err)
	}
	release(t, dir, "1.0.0")
}

func TestAbortLeavesThePublishedDataset(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dataset")
	release(t, dir, "1.0.0")
	p := begin(t, dir)
	write(t, p, "2.0.0")
	if err := errors.Join(p.Abort(), p.Abort()); err != nil {
		t.Fatal(err)
	}
	if got := versionOf(t, dir); got != "1.0.0" {
		t.Errorf("version %s, want 1.0.0", got)
	}
	if diff := cmp.Diff([]string{".dataset.lock", "dataset"}, siblingsOf(t, dir)); diff != "" {
		t.Errorf("siblings (-want +got):\n%s", diff)
	}
}

func TestUnchangedComparesWithThePublishedDataset(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dataset")
	for _, test := range []struct {
		version string
		want    bool
	}{{"1.0.0", false}, {"1.0.0", true}, {"1.0.1", false}} {
		p := begin(t, dir)
		write(t, p, test.version)
		if got := p.Unchanged(); got != test.want {
			t.Errorf("%s: unchanged %v, want %v", test.version, got, test.want)
		}
		if err := p.Commit(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFilesAreReplacedOneByOneWhereDirectoriesCannotBeExchanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dataset")
	release(t, dir, "1.0.0")
	stale := filepath.Join(dir, "parquet", "articles.parquet")
	os.Mkdir(filepath.Dir(stale), 0o755)
	os.WriteFile(stale, []byte("old"), 0o644)
	p := begin(t, dir)
	defer p.Abort()
	write(t, p, "2.0.0")
	want := fmt.Sprint(filesOf(p.Dir()))
	if err := replaceFiles(p.Dir(), dir); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(filesOf(dir)); got != want {
		t.Errorf("files %s, want %s", got, want)
	}
	if got := versionOf(t, dir); got != "2.0.0" {
		t.Errorf("version %s, want 2.0.0", got)
	}
}
