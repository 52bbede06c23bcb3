package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/urfave/cli/v2"
)

// units are the schedules as templates; each says where it goes.
//
//go:embed schedule/*.tmpl
var units embed.FS

// scheduleOptions are the flags of schedule that are none of export.
type scheduleOptions struct {
	cron, systemd, launchd, taskScheduler bool
	at                                    string
}

// kinds are the schedules that one can ask for, by flag, which is the template's name too.
func (s *scheduleOptions) kinds() (asked []string) {
	for _, k := range []struct {
		asked bool
		name  string
	}{{s.cron, "cron"}, {s.systemd, "systemd"}, {s.launchd, "launchd"}, {s.taskScheduler, "task-scheduler"}} {
		if k.asked {
			asked = append(asked, k.name)
		}
	}
	return asked
}

func scheduleCommand() *cli.Command {
	s, o := &scheduleOptions{}, &exportOptions{}
	return &cli.Command{
		Name:      "schedule",
		Usage:     "print a unit that runs an export again and again",
		ArgsUsage: "ARTICLE...",
		Description: "The unit calls this program with the flags of export that are given here, all paths made absolute. It is printed, and installed by nobody: its first lines say how.\n" +
			"Cron mails what a run says; with --quiet that is nothing when all is well. The units for launchd and the Task Scheduler of Windows follow their manuals and were not run by us.\n\n" +
			"Example:\n   newsledger schedule --systemd --at 06:30 -o /srv/ledger/dataset /srv/news",
		Flags: append([]cli.Flag{
			yesFlag(&s.cron, "Schedule", "cron", "a line for crontab"),
			yesFlag(&s.systemd, "Schedule", "systemd", "a service and a timer for systemd"),
			yesFlag(&s.launchd, "Schedule", "launchd", "a property list for launchd (macOS)"),
			yesFlag(&s.taskScheduler, "Schedule", "task-scheduler", "a task for the Task Scheduler (Windows)"),
			textFlag(&s.at, "Schedule", "at", "hourly", "run at `TIME`: hourly, or a time of day such as 06:30"),
		}, o.flags()...),
		Action: func(c *cli.Context) error {
			if err := o.check(); err != nil {
				return usageError{err}
			}
			u, err := s.unit(c)
			if err != nil {
				return usageError{err}
			}
			return u.print(s.kinds()[0], c.App.Writer)
		},
	}
}

// unit is what the templates are filled with.
type unit struct {
	Program string
	Args    []string // export and its flags and articles
	Folder  string   // that the dataset stands in, absolute
	Name    string   // of the dataset
	Log     string
	Hour    int // -1 for every hour
	Minute  int
}

var timeOfDay = regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)$`)

// hourly is the minute of an hourly run: not the full hour, when everybody's run.
const hourly = 17

func (s *scheduleOptions) unit(c *cli.Context) (*unit, error) {
	u := &unit{Hour: -1, Minute: hourly}
	if len(s.kinds()) != 1 {
		return nil, errors.New("schedule how? choose one of --cron, --systemd, --launchd, --task-scheduler")
	}
	if m := timeOfDay.FindStringSubmatch(s.at); m != nil {
		u.Hour, _ = strconv.Atoi(m[1])
		u.Minute, _ = strconv.Atoi(m[2])
	} else if s.at != "hourly" {
		return nil, fmt.Errorf("--at %q: want hourly, or a time of day such as 06:30", s.at)
	}
	var err error
	if u.Program, err = os.Executable(); err != nil {
		return nil, err
	}
	if u.Args, err = exportArgs(c); err != nil {
		return nil, err
	}
	place := c.String("releases")
	if place == "" {
		place = c.String("output")
	}
	if place, err = filepath.Abs(place); err != nil {
		return nil, err
	}
	u.Folder, u.Name = filepath.Dir(place), filepath.Base(place)
	if c.String("releases") != "" {
		u.Folder = place
	}
	u.Log = filepath.Join(u.Folder, "newsledger-"+u.Name+".log")
	return u, nil
}

// pathFlags are the flags whose values are paths.
var pathFlags = map[string]bool{"output": true, "releases": true, "meta": true, "publishers": true, "metrics-file": true, "report": true, "config": true}

// exportArgs are the words of the export that is to be run: the flags that were given, with absolute paths, and the articles.
func exportArgs(c *cli.Context) ([]string, error) {
	if !c.Args().Present() && !c.IsSet("config") {
		return nil, errors.New("schedule what? name the articles, or a file of settings with --config")
	}
	args := []string{"export", "--quiet"}
	for name, value := range map[string]string{"log-format": "text", "wait": "10m"} {
		if !c.IsSet(name) {
			args = append(args, "--"+name+"="+value)
		}
	}
	slices.Sort(args[1:])
	if !c.IsSet("output") && !c.IsSet("releases") && !c.IsSet("config") {
		return nil, errors.New("schedule where to? name the dataset with --output or --releases")
	}
	for _, f := range (&exportOptions{}).flags() {
		name := f.Names()[0]
		if !c.IsSet(name) || name == "quiet" {
			continue
		}
		value := fmt.Sprint(c.Value(name))
		if pathFlags[name] {
			var err error
			if value, err = filepath.Abs(value); err != nil {
				return nil, err
			}
		}
		args = append(args, "--"+name+"="+value)
	}
	for _, input := range c.Args().Slice() {
		if input == "-" {
			return nil, errors.New("standard input cannot be scheduled: name files or folders")
		}
		path, err := filepath.Abs(input)
		if err != nil {
			return nil, err
		}
		args = append(args, path)
	}
	return args, nil
}

func (u *unit) print(kind string, out io.Writer) error {
	t, err := template.New("").Funcs(template.FuncMap{"shell": shellWords, "cron": cronWords, "systemd": systemdWord, "xml": template.HTMLEscapeString, "windows": windowsWords}).ParseFS(units, "schedule/*.tmpl")
	if err != nil {
		return err
	}
	return t.ExecuteTemplate(out, kind+".tmpl", u)
}

// Words is the whole command.
func (u *unit) Words() []string { return append([]string{u.Program}, u.Args...) }

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_./:=,@+-]+$`)

// shellWords quotes words for a POSIX shell.
func shellWords(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if !plainWord.MatchString(w) {
			out[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(out, " ")
}

// cronWords quotes words for a crontab, where a percent sign ends the command.
func cronWords(words []string) string { return strings.ReplaceAll(shellWords(words), "%", `\%`) }

// systemdWord quotes a word for a unit file, where % and $ and \ have meanings.
func systemdWord(word string) string {
	word = strings.NewReplacer(`\`, `\\`, `%`, `%%`, `$`, `$$`, `"`, `\"`).Replace(word)
	if plainWord.MatchString(word) {
		return word
	}
	return `"` + word + `"`
}

// windowsWords quotes words for the command line of Windows.
func windowsWords(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if strings.ContainsAny(w, " \t\"") {
			out[i] = `"` + strings.ReplaceAll(w, `"`, `\"`) + `"`
		}
	}
	return strings.Join(out, " ")
}
