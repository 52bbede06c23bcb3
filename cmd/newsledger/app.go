package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
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

// run is the program: arguments and streams in, an exit status out. What went wrong is said once, here.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	voice := report.NewVoice(stderr)
	voice.Set(askedForm(args), false)
	app := newApp(voice)
	app.Reader, app.Writer, app.ErrWriter = stdin, stdout, stderr
	args, err := flagsFirst(app, args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	if err != nil && err.Error() != "" {
		voice.Fail(err, "status", status(err))
	}
	return status(err)
}

// askedForm is the form of messages that the arguments ask for, also when something else is wrong with them.
func askedForm(args []string) string {
	form := os.Getenv("NEWSLEDGER_LOG_FORMAT")
	for i, a := range args {
		if name, value, has := strings.Cut(strings.TrimLeft(a, "-"), "="); name == "log-format" && has {
			form = value
		} else if name == "log-format" && i+1 < len(args) {
			form = args[i+1]
		}
	}
	return form
}

func newApp(voice *report.Voice) *cli.App {
	wrongUse := func(_ *cli.Context, err error, _ bool) error { return usageError{err} }
	commands := []*cli.Command{exportCommand(voice), explainCommand(voice), checkCommand(), diffCommand(), schemaCommand(), configCommand(), scheduleCommand(), completionCommand(), manCommand(), versionCommand()}
	for _, c := range commands {
		c.OnUsageError = wrongUse
	}
	return &cli.App{
		Name:                  "newsledger",
		Usage:                 "turn news articles into tables of events, actors, figures and citations",
		Version:               versionText(),
		HideVersion:           true,
		Commands:              commands,
		ExitErrHandler:        func(*cli.Context, error) {}, // run speaks, once
		OnUsageError:          wrongUse,
		Action:                cli.ShowAppHelp,
		CustomAppHelpTemplate: cli.AppHelpTemplate + "\nEXIT STATUS:\n" + statusText(),
	}
}

func versionCommand() *cli.Command {
	return &cli.Command{Name: "version", Usage: "print the version", Action: func(c *cli.Context) error {
		if err := noArguments(c); err != nil {
			return err
		}
		_, err := fmt.Fprintln(c.App.Writer, "newsledger", versionText())
		return err
	}}
}
