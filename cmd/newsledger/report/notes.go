package report

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// repeated counts the records whose id stood before in their file. One line says the first: a file may hold thousands.
type repeated struct {
	first error
	n     int
}

func (r *Run) note(err error) {
	if r.renamed.n++; r.renamed.n == 1 {
		r.renamed.first = err
	}
}

func (p *repeated) say(r *Run) {
	if p.n > 0 {
		r.warn(p.first.Error()+andMore(p.n, "such record"), "record ids repeated", "first", p.first.Error(), "records", p.n)
	}
}

// andMore ends a line that stands for n.
func andMore(n int, what string) string {
	switch n {
	case 1:
		return ""
	case 2:
		return " (and 1 more " + what + ")"
	}
	return fmt.Sprintf(" (and %d more %ss)", n-1, what)
}

// limits are what formats could not hold whole: for each column the first, and how many there were.
type limits []*limit

type limit struct {
	first *schema.LimitError
	n     int
}

// Notice keeps what a format cannot hold whole. Writers call it from goroutines of their own.
func (r *Run) Notice(err error) {
	var l *schema.LimitError
	if !errors.As(err, &l) {
		r.warn(err.Error(), err.Error())
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, k := range r.limits {
		if k.first.Table == l.Table && k.first.Column == l.Column && k.first.Done == l.Done {
			k.n++
			return
		}
	}
	r.limits = append(r.limits, &limit{l, 1})
}

// say prints the limits by table and column.
func (all limits) say(r *Run) {
	slices.SortFunc(all, func(a, b *limit) int {
		return cmp.Or(cmp.Compare(a.first.Table, b.first.Table), cmp.Compare(a.first.Column, b.first.Column), cmp.Compare(a.first.Done, b.first.Done))
	})
	for _, l := range all {
		text := l.first.Error()
		if l.n > 1 {
			text += fmt.Sprintf(" (and %d more in this column)", l.n-1)
		}
		r.warn(text, "limit of a format", "reason", l.first.Error(), "cells", l.n)
	}
}
