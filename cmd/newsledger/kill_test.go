package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/newsledger/newsledger/exporters/verify"
)

// kills is how often TestAKilledRunLeavesTheOldDatasetOrTheNewOne kills; NEWSLEDGER_TEST_KILLS asks for more.
const kills = 10

// TestAKilledRunLeavesTheOldDatasetOrTheNewOne kills runs at random moments. What stands in the place is whole at any time, and the next run
// succeeds.
func TestAKilledRunLeavesTheOldDatasetOrTheNewOne(t *testing.T) {
	n := kills
	if more, err := strconv.Atoi(os.Getenv("NEWSLEDGER_TEST_KILLS")); err == nil {
		n = more
	}
	folder, dataset := t.TempDir(), filepath.Join(t.TempDir(), "dataset")
	feed(t, folder, 0, 300)
	if err := exportNow(t, folder, dataset).Run(); err != nil {
		t.Skip("no binary beside the scripts, or it fails:", err)
	}
	feed(t, folder, 300, 1)
	began := time.Now()
	if err := exportNow(t, folder, dataset).Run(); err != nil {
		t.Fatal(err)
	}
	length := time.Since(began)
	killed, published := 0, 0
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		before := sumsOf(t, dataset)
		feed(t, folder, 301+i, 1)
		run := exportNow(t, folder, dataset)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(1.6 * random.Float64() * float64(length)))
		_ = run.Process.Kill() // it may have ended
		if run.Wait() != nil {
			killed++
		}
		problems, err := verify.Dataset(dataset)
		if err != nil || len(problems) > 0 {
			t.Fatalf("kill %d: %v %v", i, err, problems)
		}
		if !bytes.Equal(before, sumsOf(t, dataset)) {
			published++
		}
	}
	if err := exportNow(t, folder, dataset).Run(); err != nil {
		t.Fatalf("the run after the kills: %v", err)
	}
	holdsArticles(t, dataset, 301+n)
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dataset), ".dataset.staging-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v stand beside the dataset (%v)", left, err)
	}
	t.Logf("%d of %d runs were killed before their end, %d published", killed, n, published)
}

// feed writes so many short articles into a folder, from number first on.
func feed(t *testing.T, folder string, first, n int) {
	t.Helper()
	for i := first; i < first+n; i++ {
		text := fmt.Sprintf("PHNOM PENH, %d July 2025 — Police arrested %d men in a raid on a villa in Phnom Penh on Friday, spokesman Sok Dara said. “We found %d phones,” he added.\n", 1+i%28, 10+i, 100+i)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func exportNow(t *testing.T, folder, dataset string) *exec.Cmd {
	return exec.CommandContext(t.Context(), "newsledger", "export", "--quiet", "--format", "csv,parquet", "-o", dataset, folder)
}

func sumsOf(t *testing.T, dataset string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dataset, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func holdsArticles(t *testing.T, dataset string, want int) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dataset, "csv", "articles.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(raw, []byte("\nart_")); got != want {
		t.Errorf("%d articles, want %d", got, want)
	}
}

// TestAFullDiskLeavesTheOldDataset fills a small file system of its own, where one can be mounted.
func TestAFullDiskLeavesTheOldDataset(t *testing.T) {
	disk := mounted(t, "size=3m")
	folder, dataset := t.TempDir(), filepath.Join(disk, "dataset")
	feed(t, folder, 0, 5)
	said, err := exportNow(t, folder, dataset).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	before := sumsOf(t, dataset)
	feed(t, folder, 5, 600)
	run := exportNow(t, folder, dataset)
	run.Env = append(os.Environ(), "TMPDIR="+t.TempDir())
	said, err = run.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusFailed || !bytes.Contains(said, []byte("no space left on device")) {
		t.Errorf("%v: %s: want status %d and the reason", err, said, statusFailed)
	}
	if problems, err := verify.Dataset(dataset); err != nil || len(problems) > 0 || !bytes.Equal(before, sumsOf(t, dataset)) {
		t.Errorf("the dataset is not the old one: %v %v", err, problems)
	}
	if left, _ := filepath.Glob(filepath.Join(disk, ".dataset.staging-*")); len(left) > 0 {
		t.Errorf("%v stand beside the dataset", left)
	}
}

// TestAReadOnlyTargetIsAnErrorBeforeAnythingIsRead mounts a file system read-only, where one can be mounted.
func TestAReadOnlyTargetIsAnErrorBeforeAnythingIsRead(t *testing.T) {
	disk := mounted(t, "size=1m,ro")
	folder := t.TempDir()
	feed(t, folder, 0, 1)
	said, err := exportNow(t, folder, filepath.Join(disk, "dataset")).CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusFailed || !bytes.Contains(said, []byte("read-only file system")) {
		t.Errorf("%v: %s: want status %d and the reason", err, said, statusFailed)
	}
}

// mounted is a file system of its own in memory.
func mounted(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if said, err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("nothing can be mounted here: %v: %s", err, said)
	}
	t.Cleanup(func() {
		if said, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	})
	return dir
}
