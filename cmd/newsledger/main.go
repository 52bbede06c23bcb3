// Command newsledger reads news articles and writes what they say as tables: events, actors, figures and citations.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := onSignal(context.Background())
	defer stop()
	os.Exit(run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// onSignal returns a context that SIGINT and SIGTERM end, with the signal as its cause.
func onSignal(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		if s, ok := (<-c).(syscall.Signal); ok {
			cancel(&signalError{s})
		}
	}()
	return ctx, func() { signal.Stop(c); cancel(nil) }
}
