package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// scheduled is what schedule prints for a dataset and an input whose names need quoting.
func scheduled(t *testing.T, dir string, flags ...string) string {
	t.Helper()
	var out, said bytes.Buffer
	args := append([]string{"newsledger", "schedule"}, append(flags, "-o", filepath.Join(dir, "our 5% $set"), filepath.Join(dir, "news & more"))...)
	if status := run(t.Context(), args, strings.NewReader(""), &out, &said); status != statusOK {
		t.Fatalf("status %d: %s", status, said.String())
	}
	return out.String()
}

func TestSystemdTakesTheUnits(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("no systemd-analyze here")
	}
	for _, at := range []string{"hourly", "06:30"} {
		dir := t.TempDir()
		service, timer, both := strings.Cut(scheduled(t, dir, "--systemd", "--at", at), "\n# /etc/systemd/system/newsledger.timer\n")
		if !both {
			t.Fatal("no two units")
		}
		paths := []string{filepath.Join(dir, "newsledger.service"), filepath.Join(dir, "newsledger.timer")}
		if err := errors.Join(os.WriteFile(paths[0], []byte(service), 0o644), os.WriteFile(paths[1], []byte(timer), 0o644)); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.CommandContext(t.Context(), analyze, append([]string{"verify", "--man=no"}, paths...)...).CombinedOutput(); err != nil || len(said) > 0 {
			t.Errorf("%s: %v: %s", at, err, said)
		}
	}
}

// element is any XML element.
type element struct {
	XMLName  xml.Name
	Text     string    `xml:",chardata"`
	Children []element `xml:",any"`
}

// names are the elements below e by their names.
func (e *element) names() (all []string) {
	for i := range e.Children {
		all = append(all, e.Children[i].XMLName.Local)
		all = append(all, e.Children[i].names()...)
	}
	return all
}

// texts are the texts of the elements below e with a name.
func (e *element) texts(name string) (all []string) {
	for i := range e.Children {
		if e.Children[i].XMLName.Local == name {
			all = append(all, strings.TrimSpace(e.Children[i].Text))
		}
		all = append(all, e.Children[i].texts(name)...)
	}
	return all
}

func parsed(t *testing.T, text string) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	var e element
	if err := d.Decode(&e); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if _, err := d.Token(); err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return &e
}

func TestLaunchdUnitHasItsKeys(t *testing.T) {
	dir := t.TempDir()
	e := parsed(t, scheduled(t, dir, "--launchd", "--at", "06:30"))
	for _, key := range []string{"Label", "ProgramArguments", "StartCalendarInterval", "Hour", "Minute", "StandardErrorPath"} {
		if !slices.Contains(e.texts("key"), key) {
			t.Errorf("no key %s among %v", key, e.texts("key"))
		}
	}
	if want := "--output=" + filepath.Join(dir, "our 5% $set"); !slices.Contains(e.texts("string"), want) {
		t.Errorf("no argument %s among %v", want, e.texts("string"))
	}
	if keys := parsed(t, scheduled(t, dir, "--launchd")).texts("key"); slices.Contains(keys, "Hour") {
		t.Errorf("an hour in the hourly unit: %v", keys)
	}
}

func TestTaskSchedulerUnitHasItsElements(t *testing.T) {
	dir := t.TempDir()
	e := parsed(t, scheduled(t, dir, "--task-scheduler"))
	if e.XMLName.Local != "Task" || e.XMLName.Space != "http://schemas.microsoft.com/windows/2004/02/mit/task" {
		t.Errorf("root %v", e.XMLName)
	}
	for _, name := range []string{"Triggers", "CalendarTrigger", "Repetition", "StartBoundary", "ScheduleByDay", "Actions", "Exec", "Command", "Arguments"} {
		if !slices.Contains(e.names(), name) {
			t.Errorf("no element %s among %v", name, e.names())
		}
	}
	want := `"--output=` + filepath.Join(dir, "our 5% $set") + `" "` + filepath.Join(dir, "news & more") + `"`
	if args := e.texts("Arguments"); len(args) != 1 || !strings.HasSuffix(args[0], want) {
		t.Errorf("arguments %v, want them to end in %s", args, want)
	}
}

func TestACrontabLineRunsInAShell(t *testing.T) {
	dir := t.TempDir()
	lines := strings.Split(strings.TrimSpace(scheduled(t, dir, "--cron", "--at", "06:30")), "\n")
	command, ok := strings.CutPrefix(lines[len(lines)-1], "30 6 * * * ")
	if !ok {
		t.Fatalf("%q begins with no time", lines[len(lines)-1])
	}
	_, words, ok := strings.Cut(strings.ReplaceAll(command, `\%`, "%"), " ")
	if !ok {
		t.Fatal("no arguments")
	}
	out, err := exec.CommandContext(t.Context(), "sh", "-c", `printf '%s\n' `+words).Output()
	if err != nil {
		t.Skip("no shell:", err)
	}
	want := []string{"export", "--log-format=text", "--quiet", "--wait=10m", "--output=" + filepath.Join(dir, "our 5% $set"), filepath.Join(dir, "news & more")}
	if got := strings.Split(strings.TrimSpace(string(out)), "\n"); !slices.Equal(got, want) {
		t.Errorf("the shell sees %q, want %q", got, want)
	}
}
