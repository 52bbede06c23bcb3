package state

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/spool"
)

// after runs one more run over a state: the records with these keys live, those that the state does not hold are new.
func after(t *testing.T, dir string, keys ...string) *State {
	t.Helper()
	s, err := Open(dir, "rules", "options")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	sp := spool.New(t.TempDir())
	defer sp.Close()
	if err := s.Attach(sp); err != nil {
		t.Fatal(err)
	}
	var records []Record
	for _, key := range keys {
		if r := s.Keyed(key); r != nil {
			records = append(records, *r)
			continue
		}
		data, err := spool.Marshal(&schema.Record{InputHash: key})
		if err != nil {
			t.Fatal(err)
		}
		n, err := sp.Append(data)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, Record{Key: key, Source: key + ".txt", Number: n})
	}
	if err := s.Save(sp, "rules", "outcome", records, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// holds fails unless the state gives each record of these keys, and no other.
func holds(t *testing.T, dir string, keys ...string) {
	t.Helper()
	s, err := Open(dir, "rules", "options")
	if err != nil {
		t.Fatal(err)
	}
	sp := spool.New(t.TempDir())
	defer sp.Close()
	if err := s.Attach(sp); err != nil {
		t.Fatal(err)
	}
	if len(s.Records()) != len(keys) {
		t.Errorf("%d records, want %d", len(s.Records()), len(keys))
	}
	for _, key := range keys {
		r := s.Keyed(key)
		if r == nil {
			t.Errorf("no record %s", key)
			continue
		}
		err := sp.Each([]int{r.Number}, func(_ int, rec *schema.Record) error {
			if rec.InputHash != key {
				return fmt.Errorf("record %s where %s should stand", rec.InputHash, key)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestRunsAddToTheState(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	var keys []string
	for i := range 3 * maxFiles {
		keys = append(keys, fmt.Sprint("key", i))
		after(t, dir, keys...)
		holds(t, dir, keys...)
		parts, err := filepath.Glob(filepath.Join(dir, "records-*.seg"))
		if err != nil || len(parts) > maxFiles {
			t.Fatalf("%d files after run %d (%v), want at most %d", len(parts), i, err, maxFiles)
		}
	}
}

func TestDeadRecordsGo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	after(t, dir, "a", "b", "c", "d", "e")
	after(t, dir, "b", "d")
	after(t, dir, "d", "b")
	holds(t, dir, "b", "d")
	s, err := Open(dir, "rules", "options")
	if err != nil || s.stored() != 2 {
		t.Errorf("%d records are stored (%v), want 2", s.stored(), err)
	}
}

func TestAStateOfAnotherVersionIsNotTrusted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	after(t, dir, "a")
	if s, err := Open(dir, "other rules", "options"); !errors.Is(err, ErrOther) || s.Keyed("a") != nil {
		t.Errorf("error %v, record %v: want ErrOther and none", err, s.Keyed("a"))
	}
	if err := os.WriteFile(filepath.Join(dir, indexName), []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(dir, "rules", "options"); err == nil || s.Keyed("a") != nil {
		t.Errorf("error %v, record %v of a damaged index: want an error and none", err, s.Keyed("a"))
	}
}

func TestAFileIsTheSameOrNot(t *testing.T) {
	dir, path := filepath.Join(t.TempDir(), "state"), filepath.Join(t.TempDir(), "a.txt")
	long := time.Now().Add(-time.Hour)
	write := func(text string, at time.Time) source.File {
		t.Helper()
		if err := errors.Join(os.WriteFile(path, []byte(text), 0o644), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return source.File{Source: "a.txt", Path: path, Info: info}
	}
	for _, c := range []struct {
		name        string
		before      time.Time
		text        string
		after       time.Time
		options     string
		want, touch bool
	}{
		{"as it was", long, "one", long, "options", true, false},
		{"longer", long, "three", long, "options", false, true},
		{"touched", long, "one", long.Add(time.Second), "options", false, true},
		{"changed just before it was read", time.Now(), "one", time.Now(), "options", false, true},
		{"from the future", time.Now().Add(time.Hour), "one", time.Now().Add(time.Hour), "options", false, false},
		{"read with other options", long, "one", long, "others", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := write("one", c.before)
			s := New(dir, "options")
			sp := spool.New(t.TempDir())
			defer sp.Close()
			if err := s.Save(sp, "rules", "", nil, []File{Look(f)}); err != nil {
				t.Fatal(err)
			}
			if c.touch {
				f = write(c.text, c.after)
			}
			s, err := Open(dir, "rules", c.options)
			if err != nil {
				t.Fatal(err)
			}
			if got := s.Same(f); got != c.want {
				t.Errorf("same %v, want %v", got, c.want)
			}
		})
	}
}
