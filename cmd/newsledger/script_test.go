package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/unicode"
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
		Setup:         func(e *testscript.Env) error { e.Setenv("NEWSLEDGER_LOG_FORMAT", "text"); return nil }, // as on a terminal
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"status": wantStatus, "hold": hold, "free": free, "pack": pack, "utf16": utf16, "long": long},
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
	held.Store(ts.MkAbs(args[0]), l)
	ts.Defer(func() { ts.Check(l.Unlock()) })
}

// held are the locks that hold took, by path.
var held sync.Map

// free is the script command "free FILE AFTER": it gives up what hold took, in so much time, and returns at once.
func free(ts *testscript.TestScript, _ bool, args []string) {
	l, ok := held.Load(ts.MkAbs(args[0]))
	after, err := time.ParseDuration(args[1])
	if ts.Check(err); !ok {
		ts.Fatalf("%s is not held", args[0])
	}
	time.AfterFunc(after, func() { _ = l.(*flock.Flock).Unlock() })
}

// pack is the script command "pack gz|zst FILE": it writes FILE.gz or FILE.zst beside the file.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	var out bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&out)
	if args[0] == "zst" {
		var err error
		w, err = zstd.NewWriter(&out)
		ts.Check(err)
	}
	_, err := io.WriteString(w, ts.ReadFile(args[1]))
	ts.Check(errors.Join(err, w.Close(), os.WriteFile(ts.MkAbs(args[1]+"."+args[0]), out.Bytes(), 0o644)))
}

// utf16 is the script command "utf16 FILE": it writes the file anew as Windows Notepad does for "Unicode".
func utf16(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.ReplaceAll(ts.ReadFile(args[0]), "\n", "\r\n")
	out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(out), 0o644))
}

// long is the script command "long FILE BYTES": it appends to the file a record of JSON Lines of so many bytes.
func long(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	head, tail := `{"id":"long","text":"`, "\"}\n"
	record := head + strings.Repeat("a ", (n-len(head)-len(tail))/2) + tail
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0])+record), 0o644))
}

// TestSignalsEndARunWithTheirStatus stops runs: one that waits for its input, and one amid a sentence of 1 MB.
func TestSignalsEndARunWithTheirStatus(t *testing.T) {
	sentence := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(sentence, []byte("Police "+strings.Repeat("said more than twelve men were arrested in Phnom Penh and ", 18_000)+"left."), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		input  string
		signal os.Signal
		want   int
	}{{"SIGINT", "-", os.Interrupt, statusInterrupt}, {"SIGTERM", "-", terminate, statusTerminated}, {"SIGTERM amid a sentence", sentence, terminate, statusTerminated}} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			cmd := exec.CommandContext(ctx, "newsledger", "export", "-o", filepath.Join(dir, "out"), c.input)
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
