package schedule

import (
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

// hard is a job whose words hold all that a scheduler could read otherwise.
var hard = Job{
	Name: "ledger", Dataset: `/srv/my 5% "led'ger" $HOME`, Folder: "/", Log: "/srv/a b.log", User: "mira", Hourly: true, Minute: 17,
	Command: []string{"/bin/true", "export", "--max-skipped=5%", `--output=/srv/my 5% "led'ger" $HOME`, "--", "/srv/a & b/**/*.txt"}, Writes: []string{"/srv/a b", "/srv/c"},
}

func write(t *testing.T, j Job, form string) []File {
	t.Helper()
	files, err := j.Write(form)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSystemdAcceptsItsUnits asks systemd itself, where there is one.
func TestSystemdAcceptsItsUnits(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not installed: the units were not verified")
	}
	for _, j := range []Job{hard, {Name: "daily", Dataset: "/srv/ledger", Folder: "/", Command: []string{"/bin/true"}, Writes: []string{"/srv"}, User: "root", Mail: "desk@example.org", Hour: 6, Minute: 5}} {
		args := []string{"verify", "--man=no"}
		dir := t.TempDir()
		for _, f := range write(t, j, "systemd") {
			path := filepath.Join(dir, f.Name)
			if err := os.WriteFile(path, []byte(f.Text), 0o644); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
		if out, err := exec.Command("systemd-analyze", args...).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v: %s", j.Name, err, out)
		}
	}
}

func TestUnitsEscapeTheirWords(t *testing.T) {
	service := write(t, hard, "systemd")[0].Text
	for _, want := range []string{
		`ExecStart=/bin/true export "--max-skipped=5%%" "--output=/srv/my 5%% \"led'ger\" $$HOME" -- "/srv/a & b/**/*.txt"` + "\n",
		"ReadWritePaths=\"-/srv/a b\" -/srv/c\n",
		`Description=newsledger renews /srv/my 5%% "led'ger" $HOME` + "\n",
	} {
		if !strings.Contains(service, want) {
			t.Errorf("the service lacks %s:\n%s", want, service)
		}
	}
}

// documentedKeys are the keys of launchd.plist(5) and the elements of the Task Scheduler schema 1.2 that our texts use. Neither was run.
var documentedKeys = map[string][]string{
	"launchd": {"Label", "ProgramArguments", "WorkingDirectory", "StartCalendarInterval", "Hour", "Minute", "ProcessType", "StandardErrorPath"},
	"task": {"Task", "RegistrationInfo", "Description", "Triggers", "CalendarTrigger", "Repetition", "Interval", "Duration", "StartBoundary", "Enabled", "ScheduleByDay", "DaysInterval",
		"Principals", "Principal", "LogonType", "RunLevel", "Settings", "MultipleInstancesPolicy", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "StartWhenAvailable",
		"Actions", "Exec", "Command", "Arguments", "WorkingDirectory"},
}

func TestXMLIsWellFormedWithDocumentedKeys(t *testing.T) {
	j := hard
	j.Dataset = "/srv/<led&ger>"
	j.Command = []string{"/opt/news & more/newsledger", "export", "--output=/srv/<led&ger>", "--", "/srv/news"}
	for form, documented := range documentedKeys {
		for _, hourly := range []bool{false, true} {
			j.Hourly = hourly
			elements, keys := parse(t, write(t, j, form)[0].Text)
			if form == "task" {
				keys = elements
			}
			for _, k := range keys {
				if !slices.Contains(documented, k) {
					t.Errorf("%s: %s is not documented", form, k)
				}
			}
			for _, k := range documented {
				if only := map[string]bool{"Hour": hourly, "Repetition": !hourly, "Interval": !hourly, "Duration": !hourly}; !only[k] && !slices.Contains(keys, k) {
					t.Errorf("%s: %s is missing", form, k)
				}
			}
		}
	}
}

// parse lists the elements of an XML text, and the contents of those called key.
func parse(t *testing.T, text string) (elements, keys []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, keys
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, text)
		}
		if start, ok := token.(xml.StartElement); ok {
			if elements = append(elements, start.Name.Local); start.Name.Local == "key" {
				var k string
				if err := d.DecodeElement(&k, &start); err != nil {
					t.Fatal(err)
				}
				keys = append(keys, k)
			}
		}
	}
}

func TestTaskRunsThroughCmdWithALog(t *testing.T) {
	j := Job{Name: "ledger", Folder: `C:\news`, Log: `C:\my data\ledger.log`, Command: []string{`C:\Program Files\newsledger.exe`, "export", `--output=C:\my data\ledger`, "--", `C:\news\*.txt`}}
	var task struct {
		Command   string `xml:"Actions>Exec>Command"`
		Arguments string `xml:"Actions>Exec>Arguments"`
		Folder    string `xml:"Actions>Exec>WorkingDirectory"`
	}
	if err := xml.Unmarshal([]byte(write(t, j, "task")[0].Text), &task); err != nil {
		t.Fatal(err)
	}
	want := `/d /s /c ""C:\Program Files\newsledger.exe" export "--output=C:\my data\ledger" -- "C:\news\*.txt" 2>>"C:\my data\ledger.log""`
	if task.Command != "cmd.exe" || task.Arguments != want || task.Folder != `C:\news` {
		t.Errorf("%+v, want arguments %s", task, want)
	}
	j.Command = append(j.Command, `a"b`)
	if _, err := j.Write("task"); err == nil {
		t.Error("a quotation mark is taken")
	}
}

// TestLaunchdMailsWhatAFailedRunSaid runs the property list's command, with a mail of our own.
func TestLaunchdMailsWhatAFailedRunSaid(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh")
	}
	dir := filepath.Join(t.TempDir(), "a (b) 'c'")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	mail := "#!/bin/sh\n{ echo \"$@\"; cat; } > " + shell(filepath.Join(dir, "mailed")) + "\n"
	if err := os.WriteFile(filepath.Join(dir, "mail"), []byte(mail), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		status int
		code   string
		want   string
	}{{0, "echo fine >&2", ""}, {7, "echo broken >&2; exit 7", "-s newsledger-ledger failed mira\nnewsledger-ledger: status 7\nfine\nbroken\n"}} {
		j := Job{Name: "ledger", Folder: dir, Log: filepath.Join(dir, "ledger.log"), User: "mira", Command: []string{sh, "-c", c.code}}
		var plist struct {
			Arguments []string `xml:"dict>array>string"`
		}
		if err := xml.Unmarshal([]byte(write(t, j, "launchd")[0].Text), &plist); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(plist.Arguments[0], plist.Arguments[1:]...)
		cmd.Env = []string{"PATH=" + dir + string(os.PathListSeparator) + os.Getenv("PATH")}
		out, _ := cmd.CombinedOutput()
		got, _ := os.ReadFile(filepath.Join(dir, "mailed"))
		if cmd.ProcessState.ExitCode() != c.status || string(got) != c.want || len(out) > 0 {
			t.Errorf("status %d, mailed %q, said %q; want %d and %q", cmd.ProcessState.ExitCode(), got, out, c.status, c.want)
		}
	}
}

func TestLinesCannotBeBroken(t *testing.T) {
	for _, j := range []Job{{Name: "a/b"}, {Name: "a", Mail: "x; rm"}, {Name: "a", Dataset: "a\nb"}, {Name: "a", Command: []string{"a", "b\r"}}} {
		for form := range Forms {
			if _, err := j.Write(form); err == nil {
				t.Errorf("%s takes %+v", form, j)
			}
		}
	}
}
