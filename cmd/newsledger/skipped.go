package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
)

var errMaxSkipped = errors.New("want a number of articles, or a percentage such as 5%")

// maxSkipped reads the value of --max-skipped: how many of the articles that were found may be skipped.
func maxSkipped(value string, found int) (int, error) {
	number, percent := strings.CutSuffix(value, "%")
	if !percent {
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return 0, errMaxSkipped
		}
		return n, nil
	}
	p, err := strconv.ParseFloat(number, 64)
	if err != nil || !(p >= 0 && p <= 100) {
		return 0, errMaxSkipped
	}
	return int(p / 100 * float64(found)), nil
}

func (o *exportOptions) checkSkipped() error {
	if o.maxSkipped == "" {
		return nil
	}
	if _, err := maxSkipped(o.maxSkipped, 0); err != nil {
		return fmt.Errorf("--max-skipped %q: %w", o.maxSkipped, err)
	}
	return nil
}

// tooManySkipped is the error of a run that skipped more articles than --strict or --max-skipped allow.
func (o *exportOptions) tooManySkipped(run *report.Run) error {
	n := run.Skipped()
	if o.strict && n > 0 {
		return fmt.Errorf("%d skipped, and --strict publishes nothing then", n)
	}
	if o.maxSkipped == "" {
		return nil
	}
	allowed, err := maxSkipped(o.maxSkipped, run.Found())
	if err == nil && n > allowed {
		err = fmt.Errorf("%d of %d articles skipped, and --max-skipped %s publishes nothing then", n, run.Found(), o.maxSkipped)
	}
	return err
}
