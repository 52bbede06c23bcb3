package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
	"github.com/newsledger/newsledger/exporters"
)

// lockPause is how long a run that waits for another looks away.
const lockPause = 100 * time.Millisecond

// whenFree locks the place of the dataset, and waits as long as --wait allows for another run to leave it.
func (o *exportOptions) whenFree(ctx context.Context, run *report.Run) (*exporters.Publication, error) {
	end := time.Now().Add(o.wait)
	for told := false; ; told = true {
		publication, err := o.begin()
		switch {
		case !errors.Is(err, exporters.ErrLocked):
			return publication, err
		case o.wait == 0:
			return nil, fmt.Errorf("%w: --wait 10m waits for it", err)
		case !time.Now().Before(end):
			return nil, fmt.Errorf("%w: still after %v", err, o.wait)
		case !told:
			run.Note("waiting at most %v: %v", o.wait, err)
		}
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-time.After(lockPause):
		}
	}
}
