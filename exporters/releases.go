package exporters

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

// Releases is a folder in which datasets stand side by side, each as TIME-HASH; the link latest points to the one that is live.
//
//	releases/20250716T060000Z-1a2b3c4d/
//	releases/20250717T060000Z-5e6f7a8b/
//	releases/latest -> 20250717T060000Z-5e6f7a8b
type Releases struct {
	Folder    string
	Now       func() time.Time // what names the next release; nil for the system's clock
	KeepLast  int              // how many releases stay, the newest; 0 with KeepDaily 0 means all
	KeepDaily int              // of how many days, counted back over days that have releases, the newest release stays
}

const (
	latestName  = "latest"
	releaseTime = "20060102T150405Z"
)

var releaseName = regexp.MustCompile(`^(\d{8}T\d{6}Z)-[0-9a-f]{8}$`)

// ErrNoLink is why latest cannot be set: on Windows links need the developer mode or an administrator.
var ErrNoLink = errors.New("the link latest cannot be made here: publish with --output instead")

// BeginRelease is Begin for a folder of releases: Commit adds one, and makes it live by one rename. A latest that is no link to a release
// of ours is ErrNotOurs.
func BeginRelease(r Releases) (*Publication, error) {
	folder, err := filepath.Abs(r.Folder)
	if err != nil {
		return nil, err
	}
	r.Folder = folder
	if r.Now == nil {
		r.Now = time.Now
	}
	place := filepath.Join(folder, latestName)
	target := func() (string, error) {
		target, err := resolveTarget(place)
		if err != nil {
			return "", err
		}
		state, err := stateOf(target)
		if err == nil && state != targetMissing && (target == place || !releaseName.MatchString(filepath.Base(target))) {
			err = fmt.Errorf("%s is no link to a release: it is %w", place, ErrNotOurs)
		}
		return target, err
	}
	if _, err := target(); err != nil {
		return nil, err
	}
	if err := r.relink(place); err != nil {
		return nil, err
	}
	return start(place, target, &r)
}

// relink points latest to the newest release when somebody removed it, or the release that it pointed to: that is the one to continue.
func (r *Releases) relink(place string) error {
	names, _ := releasesIn(r.Folder) // there is no folder before the first release
	if _, err := os.Stat(place); !errors.Is(err, fs.ErrNotExist) || len(names) == 0 {
		return nil
	}
	if err := os.Remove(place); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Symlink(names[len(names)-1], place)
}

// release puts the staging directory beside the other releases and makes it live.
func (p *Publication) release() error {
	name, err := p.nextName()
	if err != nil {
		return err
	}
	folder := p.releases.Folder
	if err := os.Rename(p.staging, filepath.Join(folder, name)); err != nil {
		return err
	}
	link := sibling(p.place, fmt.Sprintf("staging-link-%d", os.Getpid()))
	if err := errors.Join(syncDir(folder), os.Symlink(name, link)); err != nil {
		return fmt.Errorf("%w: %w", ErrNoLink, err)
	}
	if err := os.Rename(link, p.place); err != nil {
		return err
	}
	p.Name, p.target = name, filepath.Join(folder, name)
	p.Removed, p.Stuck = p.prune()
	return syncDir(folder)
}

// Preview sets Name and Removed to what Commit would make of them, and touches nothing.
func (p *Publication) Preview() (err error) {
	if p.releases == nil {
		return nil
	}
	if p.Name, err = p.nextName(); err != nil {
		return err
	}
	names, err := releasesIn(p.releases.Folder)
	p.Removed = p.releases.old(append(names, p.Name), p.Name)
	return err
}

// nextName is the name of the release in the staging directory. It stands behind all others, also when the clock was set back.
func (p *Publication) nextName() (string, error) {
	sums, err := os.ReadFile(filepath.Join(p.staging, sumsName))
	if err != nil {
		return "", err
	}
	names, err := releasesIn(p.releases.Folder)
	if err != nil {
		return "", err
	}
	now := p.releases.Now().UTC()
	if len(names) > 0 {
		last, err := time.Parse(releaseTime, releaseName.FindStringSubmatch(names[len(names)-1])[1])
		if err != nil {
			return "", err
		}
		if !now.Truncate(time.Second).After(last) {
			now, p.ClockBack = last.Add(time.Second), now.Before(last.Add(-time.Second))
		}
	}
	hash := sha256.Sum256(sums)
	return now.Format(releaseTime) + "-" + hex.EncodeToString(hash[:4]), nil
}

// releasesIn lists the releases of ours in a folder, the oldest first.
func releasesIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	var names []string
	for _, e := range entries {
		if e.IsDir() && releaseName.MatchString(e.Name()) && hasOurName(filepath.Join(folder, e.Name())) {
			names = append(names, e.Name())
		}
	}
	return names, err
}

// prune removes the releases that need not be kept, never the live one, and names them. What cannot go, or holds a file of somebody's own, stays.
func (p *Publication) prune() (removed []string, stuck error) {
	names, err := releasesIn(p.releases.Folder)
	if err != nil {
		return nil, err
	}
	for _, name := range p.releases.old(names, p.Name) {
		dir := filepath.Join(p.releases.Folder, name)
		_, err := stateOf(dir)
		if err == nil {
			err = os.RemoveAll(dir)
		}
		if err != nil {
			stuck = errors.Join(stuck, err)
			continue
		}
		removed = append(removed, name)
	}
	return removed, stuck
}

// old lists the releases that need not be kept. names are sorted, the oldest first.
func (r *Releases) old(names []string, live string) []string {
	if r.KeepLast == 0 && r.KeepDaily == 0 {
		return nil
	}
	days := map[string]bool{}
	var old []string
	for i, name := range slices.Backward(names) {
		day := name[:len("20250716")]
		newDay := !days[day] && len(days) < r.KeepDaily
		days[day] = true
		if last := len(names)-i <= r.KeepLast; !last && !newDay && name != live {
			old = append(old, name)
		}
	}
	slices.Reverse(old)
	return old
}
