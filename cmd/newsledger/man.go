package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

// writeMan writes the manual page in roff: the same words as help, in the order that man pages have.
func writeMan(w io.Writer, app *cli.App) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH NEWSLEDGER 1 \"\" \"newsledger %s\"\n.SH NAME\nnewsledger \\- %s\n.SH SYNOPSIS\n", roff(app.Version), roff(app.Usage))
	for _, c := range app.VisibleCommands() {
		options := ""
		if len(ownFlags(c)) > 0 {
			options = "[options] "
		}
		fmt.Fprintf(&b, ".B newsledger %s\n%s%s\n.br\n", roff(c.Name), options, roff(c.ArgsUsage))
	}
	b.WriteString(".SH COMMANDS\n")
	for _, c := range app.VisibleCommands() {
		fmt.Fprintf(&b, ".SS newsledger %s\n%s.\n", roff(c.Name), roff(c.Usage))
		if c.Description != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(c.Description))
		}
		for _, f := range ownFlags(c) {
			manFlag(&b, f)
		}
	}
	fmt.Fprintf(&b, ".SH EXIT STATUS\n.nf\n%s.fi\n", roff(statusText()))
	_, err := io.WriteString(w, b.String())
	return err
}

// manFlag writes a flag as its own paragraph: names and placeholder, then what it does and its default.
func manFlag(b *strings.Builder, f cli.Flag) {
	doc := f.(cli.DocGenerationFlag)
	before, rest, marked := strings.Cut(doc.GetUsage(), "`")
	placeholder, after, _ := strings.Cut(rest, "`")
	var names []string
	for _, n := range f.Names() {
		if len(n) == 1 {
			n = "-" + n
		} else {
			n = "--" + n
		}
		names = append(names, "\\fB"+roff(n)+"\\fR")
	}
	head := strings.Join(names, ", ")
	if marked {
		head += " \\fI" + roff(placeholder) + "\\fR"
	}
	text := roff(before + placeholder + after)
	if value := doc.GetDefaultText(); value != "" && doc.TakesValue() {
		text += " (default: " + roff(value) + ")"
	}
	fmt.Fprintf(b, ".TP\n%s\n%s\n", head, text)
}

// roff escapes what roff would read as its own: backslashes, hyphens that are minus signs, and dots and apostrophes that begin a line.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func manCommand() *cli.Command {
	return &cli.Command{Name: "man", Usage: "print the manual page", Description: "Read it with: newsledger man | man -l -",
		Action: func(c *cli.Context) error { return writeMan(c.App.Writer, c.App) }}
}
