package main

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/transform/source"
)

// The exit statuses. This table is what help and README print; a test holds them to it.
const (
	statusOK         = 0
	statusFailed     = 1
	statusUsage      = 2
	statusSkipped    = 3
	statusUnchanged  = 4
	statusLocked     = 11
	statusSignal     = 128 // and the signal's number: 130 for SIGINT, 143 for SIGTERM
	statusInterrupt  = 130
	statusTerminated = 143
)

var statusTable = []struct {
	status  int
	meaning string
}{
	{statusOK, "all articles were read; an empty folder, other languages and other kinds of files in a folder are no errors"},
	{statusFailed, "failure, nothing was published: an input that is missing, a pattern without match, more skipped articles than --strict or --max-skipped allow, check with findings"},
	{statusUsage, "wrong use, or a target that is no dataset of newsledger: nothing was touched"},
	{statusSkipped, "published, but some articles were skipped; each is named with its place and reason"},
	{statusUnchanged, "with --exit-unchanged: nothing is new, and the dataset was left untouched"},
	{statusLocked, "another run writes this dataset"},
	{statusInterrupt, "stopped by SIGINT (Ctrl-C), nothing was published"},
	{statusTerminated, "stopped by SIGTERM, nothing was published"},
}

// statusText is the table as help prints it.
func statusText() string {
	var b strings.Builder
	for _, s := range statusTable {
		fmt.Fprintf(&b, "   %3d  %s\n", s.status, s.meaning)
	}
	return b.String()
}

// usageError is wrong use of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// skippedError says that a dataset was published without some articles.
type skippedError struct{}

// Error is empty: every skipped article was named when it was met.
func (skippedError) Error() string { return "" }

// unchangedError says that the dataset was left untouched, to those who asked for a status of its own.
type unchangedError struct{}

// Error is empty: the closing line says it.
func (unchangedError) Error() string { return "" }

// signalError is a signal that stopped the run.
type signalError struct{ syscall.Signal }

func (e *signalError) Error() string {
	return "stopped by " + e.Signal.String() + ", nothing was published"
}

// status is the exit status of an error.
func status(err error) int {
	var usage usageError
	var skipped skippedError
	var unchanged unchangedError
	var stopped *signalError
	switch {
	case err == nil:
		return statusOK
	case errors.As(err, &stopped):
		return statusSignal + int(stopped.Signal)
	case errors.Is(err, exporters.ErrLocked):
		return statusLocked
	case errors.As(err, &usage), errors.Is(err, exporters.ErrNotOurs), errors.Is(err, source.ErrSameSource):
		return statusUsage
	case errors.As(err, &skipped):
		return statusSkipped
	case errors.As(err, &unchanged):
		return statusUnchanged
	}
	return statusFailed
}
