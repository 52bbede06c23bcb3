package main

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"
)

// version is set by the release build (-ldflags "-X main.version=1.2.3"); a build from a module proxy knows its own.
var version = ""

func versionText() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && strings.HasPrefix(info.Main.Version, "v") && !strings.Contains(info.Main.Version, "-0.") {
		return strings.TrimPrefix(info.Main.Version, "v")
	}
	return "0.1.0"
}

// run is the program: arguments and streams in, an error out.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	app := newApp()
	app.Reader, app.Writer, app.ErrWriter = stdin, stdout, stderr
	args, err := flagsFirst(app, args)
	if err != nil {
		return err
	}
	return app.RunContext(ctx, args)
}

func newApp() *cli.App {
	wrongUse := func(_ *cli.Context, err error, _ bool) error { return usageError{err} }
	commands := []*cli.Command{exportCommand(), explainCommand(), checkCommand(), schemaCommand(), completionCommand(), manCommand(), versionCommand()}
	for _, c := range commands {
		c.OnUsageError = wrongUse
	}
	return &cli.App{
		Name:           "newsledger",
		Usage:          "turn news articles into tables of events, actors, figures and citations",
		Version:        versionText(),
		HideVersion:    true,
		Commands:       commands,
		ExitErrHandler: func(*cli.Context, error) {}, // main prints, once
		OnUsageError:   wrongUse,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usageError{fmt.Errorf("unknown command %q: want export, explain, check, schema or version", c.Args().First())}
			}
			return cli.ShowAppHelp(c)
		},
		CustomAppHelpTemplate: cli.AppHelpTemplate + "\nEXIT STATUS:\n" + statusText(),
	}
}

// flagsFirst moves flags before arguments, for cli stops looking for flags at the first argument. What stands behind "--" stays.
func flagsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	command := app.Command(args[1])
	if command == nil {
		return args, nil
	}
	takes := map[string]bool{} // flag name to: takes a value
	for _, f := range command.Flags {
		_, isBool := f.(*cli.BoolFlag)
		for _, name := range f.Names() {
			takes[name] = !isBool
		}
	}
	var flags, rest []string
	for i := 2; i < len(args); i++ {
		a := args[i]
		name, _, hasValue := strings.Cut(strings.TrimLeft(a, "-"), "=")
		switch {
		case a == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case a == "-" || !strings.HasPrefix(a, "-"):
			rest = append(rest, a)
		case takes[name] && !hasValue:
			if i+1 == len(args) {
				return nil, usageError{fmt.Errorf("flag %s needs a value", a)}
			}
			flags = append(flags, a, args[i+1])
			i++
		default:
			flags = append(flags, a)
		}
	}
	out := append(append([]string{args[0], args[1]}, flags...), "--")
	return append(out, rest...), nil
}

func versionCommand() *cli.Command {
	return &cli.Command{Name: "version", Usage: "print the version", Action: func(c *cli.Context) error {
		_, err := fmt.Fprintln(c.App.Writer, "newsledger", versionText())
		return err
	}}
}
