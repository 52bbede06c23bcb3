package exporters

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked is what Begin returns, wrapped, when another process publishes to the same directory.
var ErrLocked = errors.New("locked")

// lock takes the lock file at path without waiting. The kernel holds the lock: it ends with the process, and the file stays. Who holds it is
// written into the file for people to read, and nothing depends on that.
func lock(path string) (*flock.Flock, error) {
	l := flock.New(path, flock.SetPermissions(0o644))
	ok, err := l.TryLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%w by %s (%s)", ErrLocked, holder(path), path)
	}
	host, _ := os.Hostname()
	_ = os.WriteFile(path, fmt.Appendf(nil, "pid %d on %s since %s\n", os.Getpid(), host, time.Now().UTC().Format(time.RFC3339)), 0o644)
	return l, nil
}

func holder(path string) string {
	who, err := os.ReadFile(path)
	if s := strings.TrimSpace(string(who)); err == nil && s != "" {
		return s
	}
	return "another process"
}
