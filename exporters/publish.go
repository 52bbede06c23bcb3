package exporters

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

// Publication is a dataset on its way: it is built in a staging directory beside its target and takes the target's place at once.
// Lock (.NAME.lock) and staging (.NAME.staging-PID) are siblings of the target, because a lock inside would move away with it.
type Publication struct {
	Name      string   // of the release, once it is committed; "" without releases
	Removed   []string // releases that Commit removed
	Stuck     error    // why others that need not be kept stay
	ClockBack bool     // the clock stands before the last release: Name is one second after it

	place    string    // what its lock, staging and state are called after
	target   string    // where the dataset stands that is published; links are followed
	staging  string    // where the next one is made
	releases *Releases // nil: the dataset at target is replaced
	lock     *flock.Flock
}

// Begin locks the target directory and makes an empty staging directory beside it. The target may be missing, empty, or a dataset of ours;
// anything else is ErrNotOurs and nothing is touched. A target that another process publishes to is ErrLocked. What a killed run left
// behind is removed.
func Begin(dir string) (*Publication, error) {
	target := func() (string, error) {
		target, err := resolveTarget(dir)
		if err == nil {
			_, err = stateOf(target)
		}
		return target, err
	}
	place, err := target()
	if err != nil {
		return nil, err
	}
	return start(place, target, nil)
}

// start locks a place, and looks for its target once more: another run may have published before the lock was ours.
func start(place string, target func() (string, error), r *Releases) (*Publication, error) {
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return nil, err
	}
	l, err := lock(sibling(place, "lock"))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", place, err)
	}
	p := &Publication{place: place, releases: r, staging: sibling(place, fmt.Sprintf("staging-%d", os.Getpid())), lock: l}
	if p.target, err = target(); err == nil {
		err = errors.Join(p.sweep(), os.Mkdir(p.staging, 0o755))
	}
	if err != nil {
		return nil, errors.Join(err, l.Unlock())
	}
	return p, nil
}

// resolveTarget follows symbolic links, so that a published link stays a link.
func resolveTarget(dir string) (string, error) {
	target, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(target); err == nil {
		target = real
	}
	if target == filepath.Dir(target) {
		return "", fmt.Errorf("%s: %w", dir, ErrNotOurs)
	}
	return target, nil
}

func sibling(target, suffix string) string {
	return filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+"."+suffix)
}

// sweep removes the staging directories of runs that were killed: the lock is ours, so none of them is in use.
func (p *Publication) sweep() error {
	entries, err := os.ReadDir(filepath.Dir(p.place))
	if err != nil {
		return err
	}
	prefix := filepath.Base(sibling(p.place, "staging-"))
	var errs []error
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			errs = append(errs, os.RemoveAll(filepath.Join(filepath.Dir(p.place), e.Name())))
		}
	}
	return errors.Join(errs...)
}

// Dir is the staging directory: write the dataset here.
func (p *Publication) Dir() string { return p.staging }

// Target is the directory that is published to, links followed.
func (p *Publication) Target() string { return p.target }

// StateDir is where what the next run may know lies: .NAME.state beside the target.
func (p *Publication) StateDir() string { return sibling(p.place, "state") }

// Sums returns the SHA256SUMS of the published dataset, nil when there is none or a file that it lists is missing.
func (p *Publication) Sums() []byte {
	raw, err := os.ReadFile(filepath.Join(p.target, sumsName))
	if err != nil {
		return nil
	}
	for name := range listedFiles(p.target) {
		if _, err := os.Stat(filepath.Join(p.target, filepath.FromSlash(name))); err != nil {
			return nil
		}
	}
	return raw
}

// Unchanged says whether the finished staging directory equals the published dataset, by their SHA256SUMS.
func (p *Publication) Unchanged() bool {
	was, err := os.ReadFile(filepath.Join(p.target, sumsName))
	if err != nil {
		return false
	}
	is, err := os.ReadFile(filepath.Join(p.staging, sumsName))
	return err == nil && bytes.Equal(was, is)
}

// Abort removes the staging directory and unlocks. After Commit or Abort it does nothing, so it can be deferred.
func (p *Publication) Abort() error {
	if p.lock == nil {
		return nil
	}
	err := errors.Join(os.RemoveAll(p.staging), p.lock.Unlock())
	p.lock = nil
	return err
}

// Commit makes the staging directory durable and puts it in the place of the target: by a rename when the target is missing or empty, by
// exchanging the two directories when it is a dataset of ours. Where directories cannot be exchanged (Windows, mount points) the
// files are replaced one by one, SHA256SUMS last: not at once, but a reader can tell, and the next run repairs what a crash left.
func (p *Publication) Commit() error {
	err := p.commit()
	if err != nil {
		err = fmt.Errorf("publish %s: %w", p.target, err)
	}
	return errors.Join(err, p.Abort())
}

func (p *Publication) commit() error {
	if err := syncTree(p.staging); err != nil {
		return err
	}
	if p.releases != nil {
		return p.release()
	}
	state, err := stateOf(p.target)
	if err != nil {
		return err
	}
	if err := p.replace(state); err != nil {
		return err
	}
	return syncDir(filepath.Dir(p.target))
}

func (p *Publication) replace(state targetState) error {
	if info, err := os.Stat(p.target); err == nil { // who may read the directory is its owner's choice
		if err := os.Chmod(p.staging, info.Mode().Perm()); err != nil {
			return err
		}
	}
	var err error
	switch state {
	case targetEmpty:
		if err = os.Remove(p.target); err == nil { // fails on a mount point
			err = os.Rename(p.staging, p.target)
		}
	case targetMissing:
		err = os.Rename(p.staging, p.target)
	default:
		err = exchange(p.staging, p.target)
	}
	if err == nil || state == targetMissing {
		return err
	}
	return replaceFiles(p.staging, p.target)
}

// replaceFiles moves the files of from to the same places in to, one by one, and removes those that from does not have.
func replaceFiles(from, to string) error {
	names, err := filesOf(from)
	if err != nil {
		return err
	}
	old, err := filesOf(to)
	if err != nil {
		return err
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == packageName || n == sumsName })
	for _, name := range slices.Concat([]string{packageName}, names, []string{sumsName}) {
		if name == sumsName {
			if err := removeFiles(to, old, names); err != nil {
				return err
			}
		}
		if err := moveFile(filepath.Join(from, filepath.FromSlash(name)), filepath.Join(to, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	return syncTree(to)
}

// removeFiles removes from dir those files of old that the new release does not have.
func removeFiles(dir string, old, kept []string) error {
	for _, name := range old {
		if name == packageName || name == sumsName || slices.Contains(kept, name) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	return nil
}

// moveFile renames from to to; between file systems it copies to a temporary name in the same directory first.
func moveFile(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if os.Rename(from, to) == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	part := filepath.Join(filepath.Dir(to), partPrefix+filepath.Base(to))
	out, err := os.Create(part)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return os.Rename(part, to)
}

// filesOf lists the files below dir, by their paths from it with slashes, sorted bytewise within each directory.
func filesOf(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	return names, err
}

// syncTree makes all files below dir and the directories themselves durable.
func syncTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir():
			return syncDir(path)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
