package exporters

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// at publishes a release of a version at a time, and returns its publication.
func at(t *testing.T, r Releases, when, version string) *Publication {
	t.Helper()
	now, err := time.Parse(time.RFC3339, when)
	if err != nil {
		t.Fatal(err)
	}
	r.Now = func() time.Time { return now }
	p, err := BeginRelease(r)
	if err != nil {
		t.Fatal(err)
	}
	write(t, p, version)
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	return p
}

// times lists the releases of a folder by their times.
func times(t *testing.T, folder string) string {
	t.Helper()
	names, err := releasesIn(folder)
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		names[i], _, _ = strings.Cut(names[i], "-")
	}
	return strings.Join(names, " ")
}

func TestReleasesStandSideBySide(t *testing.T) {
	r := Releases{Folder: filepath.Join(t.TempDir(), "releases")}
	at(t, r, "2025-07-16T06:00:00Z", "1.0.0")
	p := at(t, r, "2025-07-17T06:00:00Z", "2.0.0")
	if got := versionOf(t, filepath.Join(r.Folder, "latest")); got != "2.0.0" {
		t.Errorf("latest is %s, want 2.0.0", got)
	}
	if want := "20250716T060000Z 20250717T060000Z"; times(t, r.Folder) != want {
		t.Errorf("releases %s, want %s", times(t, r.Folder), want)
	}
	if link, err := os.Readlink(filepath.Join(r.Folder, "latest")); err != nil || link != p.Name {
		t.Errorf("latest points to %s (%v), want %s", link, err, p.Name)
	}
}

func TestLatestThatIsGoneIsFoundAgain(t *testing.T) {
	r := Releases{Folder: t.TempDir()}
	at(t, r, "2025-07-16T06:00:00Z", "1.0.0")
	last := at(t, r, "2025-07-17T06:00:00Z", "2.0.0")
	if err := os.Remove(filepath.Join(r.Folder, "latest")); err != nil {
		t.Fatal(err)
	}
	p, err := BeginRelease(r)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	if filepath.Base(p.Target()) != last.Name || versionOf(t, filepath.Join(r.Folder, "latest")) != "2.0.0" {
		t.Errorf("target %s, want %s", p.Target(), last.Name)
	}
}

func TestLatestThatPointsNowhereIsSetAnew(t *testing.T) {
	r := Releases{Folder: t.TempDir()}
	at(t, r, "2025-07-16T06:00:00Z", "1.0.0")
	last := at(t, r, "2025-07-17T06:00:00Z", "2.0.0")
	if err := os.RemoveAll(filepath.Join(r.Folder, last.Name)); err != nil {
		t.Fatal(err)
	}
	p, err := BeginRelease(r)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	if got := versionOf(t, filepath.Join(r.Folder, "latest")); got != "1.0.0" {
		t.Errorf("latest is %s, want the release that is left, 1.0.0", got)
	}
}

func TestAReleaseWithAFileOfSomebodysOwnStays(t *testing.T) {
	r := Releases{Folder: t.TempDir()}
	first := at(t, r, "2025-07-16T06:00:00Z", "1.0.0")
	second := at(t, r, "2025-07-17T06:00:00Z", "2.0.0")
	note := filepath.Join(r.Folder, first.Name, "note.txt")
	if err := os.WriteFile(note, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	r.KeepLast = 1
	p := at(t, r, "2025-07-18T06:00:00Z", "3.0.0")
	if _, err := os.Stat(note); err != nil || !errors.Is(p.Stuck, ErrNotOurs) {
		t.Errorf("stuck %v, note %v: want the file, and why its release stays", p.Stuck, err)
	}
	if diff := cmp.Diff([]string{second.Name}, p.Removed); diff != "" {
		t.Errorf("removed (-want +got): %s", diff)
	}
}

func TestAClockThatJumpsBackKeepsTheOrder(t *testing.T) {
	r := Releases{Folder: t.TempDir()}
	at(t, r, "2025-07-17T06:00:00Z", "1.0.0")
	p := at(t, r, "2025-07-01T00:00:00Z", "2.0.0")
	if !p.ClockBack || !strings.HasPrefix(p.Name, "20250717T060001Z-") {
		t.Errorf("name %s, clock back %v: want one second after the last release", p.Name, p.ClockBack)
	}
	if got := versionOf(t, filepath.Join(r.Folder, "latest")); got != "2.0.0" {
		t.Errorf("latest is %s, want 2.0.0", got)
	}
}

func TestOldReleasesGo(t *testing.T) {
	days := []string{"2025-07-14T06", "2025-07-14T18", "2025-07-15T06", "2025-07-15T18", "2025-07-16T06", "2025-07-16T18"}
	for _, c := range []struct {
		last, daily int
		want        string
	}{
		{0, 0, "20250714T060000Z 20250714T180000Z 20250715T060000Z 20250715T180000Z 20250716T060000Z 20250716T180000Z"},
		{2, 0, "20250716T060000Z 20250716T180000Z"},
		{0, 2, "20250715T180000Z 20250716T180000Z"},
		{3, 3, "20250714T180000Z 20250715T180000Z 20250716T060000Z 20250716T180000Z"},
		{1, 9, "20250714T180000Z 20250715T180000Z 20250716T180000Z"},
	} {
		t.Run(fmt.Sprintf("last %d daily %d", c.last, c.daily), func(t *testing.T) {
			r := Releases{Folder: t.TempDir()}
			for i, day := range days {
				if i == len(days)-1 {
					r.KeepLast, r.KeepDaily = c.last, c.daily
				}
				at(t, r, day+":00:00Z", fmt.Sprint(i))
			}
			if got := times(t, r.Folder); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAPreviewTouchesNothing(t *testing.T) {
	r := Releases{Folder: t.TempDir()}
	first := at(t, r, "2025-07-16T06:00:00Z", "1.0.0")
	r.KeepLast = 1
	p, err := BeginRelease(r)
	if err != nil {
		t.Fatal(err)
	}
	write(t, p, "2.0.0")
	if err := errors.Join(p.Preview(), p.Abort()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{first.Name}, p.Removed); diff != "" || p.Name == "" {
		t.Errorf("name %q, removed (-want +got): %s", p.Name, diff)
	}
	if got := versionOf(t, filepath.Join(r.Folder, "latest")); got != "1.0.0" {
		t.Errorf("latest is %s, want 1.0.0", got)
	}
}

func TestWhatIsNotOursStays(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "latest"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := BeginRelease(Releases{Folder: folder}); !errors.Is(err, ErrNotOurs) {
		t.Errorf("%v, want ErrNotOurs for a latest that is a folder", err)
	}
	r := Releases{Folder: t.TempDir(), KeepLast: 1}
	first := at(t, r, "2025-07-16T06:00:00Z", "1.0.0")
	note := filepath.Join(r.Folder, first.Name, "note.txt")
	if err := os.WriteFile(note, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	// The live release holds a file of the user's: nothing may be published over or beside it unseen.
	if _, err := BeginRelease(r); !errors.Is(err, ErrNotOurs) {
		t.Errorf("%v, want ErrNotOurs", err)
	}
}
