package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/newsledger/newsledger/cmd/newsledger/schedule"
	"github.com/urfave/cli/v2"
)

// scheduleOptions are the flags of schedule beside those of export.
type scheduleOptions struct {
	exportOptions
	cron, systemd, launchd, task bool
	at, mail, to                 string
}

func scheduleCommand() *cli.Command {
	o := &scheduleOptions{}
	return &cli.Command{
		Name:      "schedule",
		Usage:     "print a unit that runs an export again and again",
		ArgsUsage: "--cron|--systemd|--launchd|--task-scheduler [flags of export] ARTICLE...",
		Description: "The export runs in the folder where you are now, with full paths. Settings of the environment are written down; newsledger.toml is read at each run.\n" +
			"What is printed is installed by nobody: its first lines say how. Two runs of a dataset never meet, whatever starts them: the second waits ten minutes, or as long as --wait says.\n" +
			"The units for launchd and the Task Scheduler of Windows follow their manuals and were not run by us.\n\n" +
			"Examples:\n   newsledger schedule --cron news -o dataset\n   newsledger schedule --systemd --at 06:30 --mail desk@example.org --releases out news --to units",
		Flags: append(o.own(), o.flags()...),
		Action: func(c *cli.Context) error {
			settings, err := o.configure(c)
			if err != nil {
				return err
			}
			if o.dryRun {
				return usageError{errors.New("a scheduled dry run would publish nothing: leave --dry-run out")}
			}
			form, err := o.form()
			if err != nil {
				return usageError{err}
			}
			job, err := o.job(c, settings)
			if err != nil {
				return usageError{err}
			}
			files, err := job.Write(form)
			if err != nil {
				return usageError{err}
			}
			return put(files, o.to, c.App.Writer)
		},
	}
}

func (o *scheduleOptions) own() []cli.Flag {
	const category = "Schedule"
	return []cli.Flag{
		yesFlag(&o.cron, category, "cron", "print lines of a crontab"),
		yesFlag(&o.systemd, category, "systemd", "print a service and its timer"),
		yesFlag(&o.launchd, category, "launchd", "print a property list for macOS"),
		yesFlag(&o.task, category, "task-scheduler", "print a task for Windows"),
		textFlag(&o.at, category, "at", "hourly", "run at `TIME`: hourly, or a time of day such as 06:30"),
		textFlag(&o.mail, category, "mail", "", "mail failures to `ADDRESS` instead of whom the scheduler tells (the user, or root with --systemd)"),
		textFlag(&o.to, category, "to", "", "write the files into folder `DIR` instead of printing them"),
	}
}

// form is the one kind of text that is asked for.
func (o *scheduleOptions) form() (string, error) {
	var asked []string
	for _, form := range []struct {
		name  string
		asked bool
	}{{"cron", o.cron}, {"systemd", o.systemd}, {"launchd", o.launchd}, {"task", o.task}} {
		if form.asked {
			asked = append(asked, form.name)
		}
	}
	if len(asked) != 1 {
		return "", errors.New("schedule with what? give one of --cron, --systemd, --launchd, --task-scheduler")
	}
	return asked[0], nil
}

// job is the export that the command line describes, with full paths.
func (o *scheduleOptions) job(c *cli.Context, settings []setting) (schedule.Job, error) {
	folder, err := os.Getwd()
	if err != nil {
		return schedule.Job{}, err
	}
	program, err := os.Executable()
	if err == nil && strings.Contains(program, "go-build") {
		err = errors.New("schedule an installed newsledger: this one is gone when go run ends")
	}
	if err != nil {
		return schedule.Job{}, err
	}
	inputs, err := fullInputs(folder, c.Args().Slice())
	if err != nil {
		return schedule.Job{}, err
	}
	hour, minute, err := o.time()
	if err != nil {
		return schedule.Job{}, err
	}
	dataset := full(folder, cmp.Or(o.releases, o.output))
	j := schedule.Job{Name: jobName(dataset), Dataset: dataset, Folder: folder, Log: dataset + ".log", Mail: o.mail, Hourly: o.at == hourly, Hour: hour, Minute: minute, Writes: o.writes(folder)}
	j.Command = append(append([]string{program, "export"}, o.arguments(folder, settings)...), "--")
	j.Command = append(j.Command, inputs...)
	if u, err := user.Current(); err == nil {
		j.User = u.Username
	}
	return j, nil
}

const hourly = "hourly"

// time is when the export runs. Hourly runs leave out the full hour, when everybody's run.
func (o *scheduleOptions) time() (hour, minute int, err error) {
	if o.at == hourly {
		return 0, 17, nil
	}
	at, err := time.Parse("15:04", o.at)
	if err != nil {
		return 0, 0, fmt.Errorf("--at %q: want hourly, or a time of day such as 06:30", o.at)
	}
	return at.Hour(), at.Minute(), nil
}

// arguments are the flags of the export: those that were given here or by the environment, which its runs will not have. The place of the
// dataset is among them always, for the units name it too.
func (o *scheduleOptions) arguments(folder string, settings []setting) []string {
	var args []string
	for _, s := range settings {
		value := fmt.Sprint(s.value)
		given := s.from == fromFlag || strings.HasPrefix(s.from, fromEnv)
		switch {
		case s.name == "output":
			given = o.releases == ""
		case s.name == "releases":
			given = o.releases != ""
		case s.name == "config" && !given: // the file in this folder, or none
			value = settingsFile
			_, err := os.Stat(value)
			given = err == nil
		case s.name == "wait" && s.from == fromDefault:
			value, given = "10m", true
		case s.name == "exit-unchanged" && value == "true": // nothing new is no failure to be mailed
			value, given = "false", true
		}
		if isFile(s.flag) {
			value = full(folder, value)
		}
		if given {
			args = append(args, "--"+s.name+"="+value)
		}
	}
	return args
}

// writes are the folders in which the export writes.
func (o *scheduleOptions) writes(folder string) []string {
	var folders []string
	seen := map[string]bool{}
	for _, path := range []string{cmp.Or(o.releases, o.output), o.metricsFile, o.reportFile} {
		if dir := filepath.Dir(full(folder, path)); path != "" && !seen[dir] {
			seen[dir], folders = true, append(folders, dir)
		}
	}
	if o.releases != "" {
		folders = append(folders, full(folder, o.releases))
	}
	return folders
}

func full(folder, path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}

// fullInputs makes the inputs' paths full. A folder whose own name looks like a pattern would make one of a pattern's path: such a path stays
// as it is, and holds because the runs begin in this folder.
func fullInputs(folder string, inputs []string) ([]string, error) {
	if len(inputs) == 0 {
		return nil, errors.New("schedule what? name a file, a folder or a pattern in quotes")
	}
	const marks = `*?[{\`
	all := make([]string, len(inputs))
	for i, input := range inputs {
		pattern := strings.ContainsAny(input, "*?[{")
		_, err := os.Stat(input)
		switch {
		case input == "-":
			return nil, errors.New("a scheduled run has no standard input: name a file, a folder or a pattern")
		case err != nil && !pattern:
			return nil, err
		case err != nil && strings.ContainsAny(filepath.ToSlash(folder), marks):
			all[i] = input
		default:
			all[i] = full(folder, input)
		}
	}
	return all, nil
}

var noName = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// jobName is what units are called after: the last part of the dataset's path.
func jobName(dataset string) string {
	return cmp.Or(strings.Trim(noName.ReplaceAllString(filepath.Base(dataset), "-"), "-."), "dataset")
}

// put prints files, each under its name if there are several, or writes them into a folder.
func put(files []schedule.File, folder string, out io.Writer) error {
	for i, f := range files {
		if folder != "" {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(folder, f.Name), []byte(f.Text), 0o644); err != nil {
				return err
			}
			continue
		}
		text := f.Text
		if len(files) > 1 {
			text = "# " + f.Name + "\n" + text
		}
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(out, text); err != nil {
			return err
		}
	}
	return nil
}
