package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// changing is what differs from run to run in the output that README shows: seconds.
var changing = regexp.MustCompile(`\d+\.\d s`)

// TestReadmeShowsRealOutput runs every "$ newsledger …" of README's console blocks in the root of the project and compares what it prints.
// -update rewrites the blocks.
func TestReadmeShowsRealOutput(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	readme := filepath.Join(root, "README.md")
	old, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	if err := os.CopyFS(filepath.Join(work, "testdata", "articles"), os.DirFS(filepath.Join(root, "testdata", "articles"))); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	parts := strings.Split(string(old), "```console\n")
	out.WriteString(parts[0])
	for _, part := range parts[1:] {
		block, rest, _ := strings.Cut(part, "```\n")
		out.WriteString("```console\n" + rerun(t, work, block) + "```\n" + rest)
	}
	if *update {
		if err := os.WriteFile(readme, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(changing.ReplaceAllString(string(old), "0.0 s"), changing.ReplaceAllString(out.String(), "0.0 s")); diff != "" {
		t.Errorf("README (-shown +real); go test ./cmd/newsledger -run Readme -update renews it:\n%s", diff)
	}
}

// rerun runs the commands of a block and returns it with what they print now. `go run ./cmd/newsledger` is run as the command itself.
func rerun(t *testing.T, dir, block string) string {
	var out strings.Builder
	for line := range strings.Lines(block) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		out.WriteString(line)
		command = strings.ReplaceAll(strings.TrimSpace(command), "go run ./cmd/newsledger", "newsledger")
		cmd := exec.CommandContext(t.Context(), "sh", "-c", command)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "NEWSLEDGER_LOG_FORMAT=text") // as on a terminal
		var printed bytes.Buffer
		cmd.Stdout, cmd.Stderr = &printed, &printed
		if err := cmd.Run(); err != nil && printed.Len() == 0 {
			t.Errorf("%s: %v", command, err)
		}
		out.Write(printed.Bytes())
	}
	return out.String()
}

// TestReadmeListsTheStatuses holds README's table of exit statuses to that of the program.
func TestReadmeListsTheStatuses(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statusTable {
		if row := fmt.Sprintf("| %d | %s |\n", s.status, s.meaning); !strings.Contains(string(readme), row) {
			t.Errorf("README lacks %q", row)
		}
	}
}
