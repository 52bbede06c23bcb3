package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"newsledger": main})
}

// TestScripts runs every testdata/script/*.txtar: each command, flag, error and exit status as a user meets it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"status": wantStatus, "hold": hold},
	})
}

// wantStatus is the script command "status N COMMAND...": it fails unless the command exits with N.
func wantStatus(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if (got == want) == neg {
		ts.Fatalf("%v: exit status %d, want %d", args[1:], got, want)
	}
}

// hold is the script command "hold FILE": it locks a file as another run does, until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	l := flock.New(ts.MkAbs(args[0]))
	ok, err := l.TryLock()
	ts.Check(err)
	if !ok {
		ts.Fatalf("%s is locked already", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("pid 4711 on elsewhere since 2025-07-16T06:00:00Z\n"), 0o644))
	ts.Defer(func() { ts.Check(l.Unlock()) })
}

// TestSignalsEndARunWithTheirStatus stops a run that waits for its input.
func TestSignalsEndARunWithTheirStatus(t *testing.T) {
	for _, c := range []struct {
		name   string
		signal os.Signal
		want   int
	}{{"SIGINT", os.Interrupt, statusInterrupt}, {"SIGTERM", terminate, statusTerminated}} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			cmd := exec.CommandContext(ctx, "newsledger", "export", "-o", filepath.Join(dir, "out"), "-")
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if err := cmd.Start(); err != nil {
				t.Skip("no binary beside the scripts:", err)
			}
			waitForStaging(t, dir)
			if err := cmd.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != c.want {
				t.Errorf("%v, want status %d", err, c.want)
			}
			left, err := os.ReadDir(dir)
			if err != nil || len(left) != 1 || left[0].Name() != ".out.lock" {
				t.Errorf("%v stand after the signal (%v), want the lock file alone", left, err)
			}
		})
	}
}

// waitForStaging returns when the run has begun.
func waitForStaging(t *testing.T, dir string) {
	for range 1000 {
		time.Sleep(10 * time.Millisecond)
		if found, _ := filepath.Glob(filepath.Join(dir, ".out.staging-*")); len(found) > 0 {
			return
		}
	}
	t.Fatal("the run did not begin")
}
