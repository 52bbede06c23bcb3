package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/newsledger/newsledger/exporters/verify"
	"github.com/urfave/cli/v2"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "say what is wrong in a dataset: files, types, keys, spans, sums",
		ArgsUsage: "DIR...",
		Description: "Every file is held against SHA256SUMS, every row against its table: types, vocabularies, keys, order, and every span against the text that it quotes.\n" +
			"Prints nothing but one line a dataset when all is well; else each finding with its place, and the exit status is 1.\n\nExample:\n   newsledger check dataset",
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return usageError{errors.New("check what? name the directory of a dataset")}
			}
			return until(c.Context, func() error { return check(c.Args().Slice(), c.App.Writer) })
		},
	}
}

// check prints the findings of each dataset; it is an error to have some.
func check(dirs []string, out io.Writer) error {
	findings := 0
	for _, dir := range dirs {
		problems, err := verify.Dataset(dir)
		if err != nil {
			return err
		}
		for _, p := range problems {
			fmt.Fprintf(out, "%s/%s\n", dir, p)
		}
		if len(problems) == 0 {
			fmt.Fprintf(out, "%s: no findings\n", dir)
		}
		findings += len(problems)
	}
	if findings > 0 {
		return fmt.Errorf("%d findings", findings)
	}
	return nil
}

// until runs what touches no file that is to be published, and leaves it behind when ctx ends first.
func until(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
