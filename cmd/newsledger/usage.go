package main

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/urfave/cli/v2"
)

// flagsFirst moves flags before arguments, for cli stops looking for flags at the first argument; what stands behind "--" stays. A command
// or flag that there is not is an error that names the nearest one.
func flagsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 || isHelp(args[1]) {
		return args, unknownTopic(app, args)
	}
	command := app.Command(args[1])
	if command == nil {
		return nil, unknownCommand(app, args[1])
	}
	var flags, rest []string
	for i := 2; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if a == "-" || !strings.HasPrefix(a, "-") {
			rest = append(rest, a)
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(a, "-"), "=")
		takes, err := takesValue(command, name)
		switch {
		case err != nil:
			return nil, err
		case takes && !hasValue && i+1 == len(args):
			return nil, usageError{fmt.Errorf("flag %s needs a value", a)}
		case takes && !hasValue:
			flags = append(flags, a, args[i+1])
			i++
		default:
			flags = append(flags, a)
		}
	}
	out := append(append([]string{args[0], args[1]}, flags...), "--")
	return append(out, rest...), nil
}

// takesValue says whether the flag called name stands before a value.
func takesValue(command *cli.Command, name string) (bool, error) {
	names := []string{"help"}
	for _, f := range command.Flags {
		for _, n := range f.Names() {
			if n == name {
				_, isBool := f.(*cli.BoolFlag)
				return !isBool, nil
			}
			if len(n) > 1 {
				names = append(names, n)
			}
		}
	}
	if name == "h" || name == "help" {
		return false, nil
	}
	if n := nearest(name, names); n != "" {
		return false, usageError{fmt.Errorf("unknown flag --%s: did you mean --%s?", name, n)}
	}
	return false, usageError{fmt.Errorf("unknown flag --%s: newsledger help %s lists the flags", name, command.Name)}
}

func isHelp(arg string) bool {
	return arg == "help" || arg == "h" || arg == "--help" || arg == "-h" || arg == "-help"
}

// unknownTopic refuses help on a command that there is not.
func unknownTopic(app *cli.App, args []string) error {
	if len(args) > 2 && app.Command(args[2]) == nil {
		return unknownCommand(app, args[2])
	}
	return nil
}

func unknownCommand(app *cli.App, name string) error {
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Name)
	}
	if strings.HasPrefix(name, "-") {
		return usageError{fmt.Errorf("flag %s stands before a command: want one of %s first", name, strings.Join(names, ", "))}
	}
	if n := nearest(name, names); n != "" {
		return usageError{fmt.Errorf("unknown command %q: did you mean %s?", name, n)}
	}
	return usageError{fmt.Errorf("unknown command %q: want %s", name, strings.Join(names, ", "))}
}

// noArguments refuses what stands behind a command that takes none.
func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return usageError{fmt.Errorf("%s takes no arguments, and %q is one", c.Command.Name, c.Args().First())}
	}
	return nil
}

// nearest returns the word that a wrong one was most likely meant to be, "" when none is near: a third of its letters may be wrong, or
// it may be the beginning of one word alone.
func nearest(wrong string, words []string) string {
	best, least := "", max(1, len(wrong)/3)+1
	var begin []string
	for _, w := range words {
		if d := levenshtein.ComputeDistance(wrong, w); d < least {
			best, least = w, d
		}
		if len(wrong) > 1 && strings.HasPrefix(w, wrong) {
			begin = append(begin, w)
		}
	}
	if best == "" && len(begin) == 1 {
		return begin[0]
	}
	return best
}
