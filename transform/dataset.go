package transform

import (
	"github.com/newsledger/newsledger/transform/resolve"
)

// Resolve finds out what is one across articles and mints the ids.
func (d *Dataset) Resolve() *Resolved {
	p := resolve.Resolve(d.keys, nil)
	d.keys = nil
	return &Resolved{Counts: p.Counts(), Tally: p.Tally(), Notices: p.Notices, data: d, partition: p}
}

// Resolved is a dataset whose rows are known but for being written.
type Resolved struct {
	Counts  map[string]int   // rows of every table
	Tally   resolve.Tally    // what became of the articles that were read
	Notices []resolve.Notice // articles that do not stay
	data    *Dataset

	partition *resolve.Partition
}

// Write sends every row of every table through sink, in order.
func (r *Resolved) Write(sink resolve.Sink, omit resolve.Omit) error {
	return r.partition.Write(r.data.spool.Each, sink, omit)
}
