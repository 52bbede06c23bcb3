package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/urfave/cli/v2"
)

func configCommand() *cli.Command {
	o := &exportOptions{}
	return &cli.Command{
		Name:  "config",
		Usage: "print what each setting of export is, and where that comes from",
		Description: settingsHelp + "\n\nWhat it prints is a file of settings, for --config or to be kept as newsledger.toml.\n\n" +
			"Examples:\n   newsledger config\n   newsledger config --format csv > mine.toml",
		Flags: o.flags(),
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			settings, err := o.configure(c)
			if err != nil {
				return err
			}
			return writeSettings(c, settings)
		},
	}
}

// writeSettings prints settings as a file of settings, with where they come from as comments.
func writeSettings(c *cli.Context, settings []setting) error {
	w := tabwriter.NewWriter(c.App.Writer, 0, 0, 2, ' ', 0)
	for _, s := range settings {
		if s.name == "config" || s.name == "output" && s.from == fromDefault && c.String("releases") != "" {
			continue
		}
		fmt.Fprintf(w, "%s = %s\t# %s\n", s.name, s.text(), s.from)
	}
	return w.Flush()
}
