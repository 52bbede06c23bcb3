package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// What the command line leaves open comes from the environment, then from the file of settings, then from the flag's default. The flags of
// export are the settings: their declaration is the only one.
const (
	envPrefix    = "NEWSLEDGER_"
	settingsFile = "newsledger.toml" // in the working directory, unless --config names another
)

const settingsHelp = "What the command line leaves open is taken from the environment (NEWSLEDGER_CSV_PROFILE for --csv-profile), then from newsledger.toml in the working directory\n" +
	"(csv-profile = \"excel\"), or the file that --config names. newsledger config prints each value and where it comes from."

// setting is what holds for a flag, and where that comes from.
type setting struct {
	flag  cli.Flag
	name  string
	from  string // "flag", "env NAME", "FILE:LINE" or "default"
	value any
}

const (
	fromFlag    = "flag"
	fromEnv     = "env "
	fromDefault = "default"
)

// configure sets the flags of a command that the command line leaves open, and says where each value comes from.
func configure(c *cli.Context, flags []cli.Flag) ([]setting, error) {
	if err := checkEnvironment(); err != nil {
		return nil, usageError{err}
	}
	var all []setting
	for _, f := range flags {
		s := setting{flag: f, name: f.Names()[0], from: fromDefault}
		env := envName(s.name)
		if value := os.Getenv(env); c.IsSet(s.name) {
			s.from = fromFlag
		} else if value != "" {
			s.from = fromEnv + env
			if err := s.set(c, value); err != nil {
				return nil, usageError{fmt.Errorf("%s=%q: %w", env, value, err)}
			}
		}
		all = append(all, s)
	}
	if err := fromFile(c, all); err != nil {
		return nil, usageError{err}
	}
	for i := range all {
		all[i].value = c.Value(all[i].name)
	}
	return all, nil
}

// configure sets the flags of an export and checks them.
func (o *exportOptions) configure(c *cli.Context) ([]setting, error) {
	settings, err := configure(c, o.flags())
	if err != nil {
		return nil, err
	}
	if err := errors.Join(o.choosePlace(settings), o.check()); err != nil {
		return nil, usageError{placed(err, settings)}
	}
	return settings, nil
}

// choosePlace decides between --output and --releases: what is nearer to the command line holds.
func (o *exportOptions) choosePlace(settings []setting) error {
	rank := map[string]int{}
	for _, s := range settings {
		rank[s.name] = s.rank()
	}
	switch output, releases := rank["output"], rank["releases"]; {
	case o.releases == "" || output < releases:
	case output == releases:
		return errors.New("--output and --releases: choose one")
	default:
		o.releases = ""
	}
	return nil
}

// rank orders where values come from.
func (s *setting) rank() int {
	switch {
	case s.from == fromFlag:
		return 3
	case strings.HasPrefix(s.from, fromEnv):
		return 2
	case s.from == fromDefault:
		return 0
	}
	return 1
}

func envName(flag string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// checkEnvironment refuses a variable that is most likely meant for a setting and misspelt. Others with our prefix are the user's own.
func checkEnvironment() error {
	var names []string
	for _, name := range settingNames() {
		names = append(names, envName(name))
	}
	for _, pair := range slices.Sorted(slices.Values(os.Environ())) {
		name, value, _ := strings.Cut(pair, "=")
		short, ours := strings.CutPrefix(name, envPrefix)
		if !ours || value == "" || slices.Contains(names, name) {
			continue
		}
		if n := nearest(strings.ToLower(short), lowered(names)); n != "" {
			return fmt.Errorf("environment: unknown %s: did you mean %s?", name, envPrefix+strings.ToUpper(n))
		}
	}
	return nil
}

// lowered are names of variables without our prefix: it would count as letters that are right.
func lowered(names []string) []string {
	var short []string
	for _, n := range names {
		short = append(short, strings.ToLower(strings.TrimPrefix(n, envPrefix)))
	}
	return short
}

// settingNames are all settings, those of export.
func settingNames() []string {
	var names []string
	for _, f := range (&exportOptions{}).flags() {
		names = append(names, f.Names()[0])
	}
	return names
}

// set gives the flag a value. The error says what it wants.
func (s *setting) set(c *cli.Context, value string) error {
	if c.Set(s.name, value) != nil {
		return errors.New("want " + wanted(s.flag))
	}
	return nil
}

// wanted says in words what values a flag takes.
func wanted(f cli.Flag) string {
	switch f.(type) {
	case *cli.BoolFlag:
		return "true or false"
	case *cli.IntFlag:
		return "a whole number"
	case *cli.DurationFlag:
		return `a time in quotes, such as "10m"`
	}
	return "text in quotes"
}

// text is the value as newsledger.toml has it.
func (s *setting) text() string {
	switch s.flag.(type) {
	case *cli.BoolFlag, *cli.IntFlag:
		return fmt.Sprint(s.value)
	}
	return strconv.Quote(fmt.Sprint(s.value))
}

// placed adds to an error where the values come from that it is about, if not from the command line.
func placed(err error, settings []setting) error {
	for _, s := range settings {
		if s.from != fromFlag && s.from != fromDefault && strings.Contains(err.Error(), "--"+s.name+" ") {
			err = fmt.Errorf("%w (%s is set in %s)", err, s.name, strings.TrimPrefix(s.from, fromEnv))
		}
	}
	return err
}
