package spool

import (
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
	"github.com/newsledger/newsledger/schema"
)

const (
	readers = 2  // that decode ahead
	runSize = 32 // records that a reader takes at a time
)

// run is some records that follow each other.
type run struct {
	numbers []int
	records []*schema.Record
	err     error         // of the record behind the last one of records
	done    chan struct{} // closed when all are decoded
}

// ahead is what Each takes its records from.
type ahead struct {
	inOrder chan *run
	stop    chan struct{} // closed when no more is wanted
	busy    sync.WaitGroup
}

// end returns when nobody decodes any more.
func (a *ahead) end() {
	close(a.stop)
	a.busy.Wait()
}

// readAhead decodes records before they are asked for, a few runs at a time.
func (s *Spool) readAhead(numbers []int) *ahead {
	a := &ahead{inOrder: make(chan *run, readers), stop: make(chan struct{})}
	work := make(chan *run)
	a.busy.Go(func() {
		defer close(a.inOrder)
		defer close(work)
		for part := range slices.Chunk(numbers, runSize) {
			r := &run{numbers: part, done: make(chan struct{})}
			for _, to := range []chan *run{a.inOrder, work} {
				select {
				case to <- r:
				case <-a.stop:
					return
				}
			}
		}
	})
	for range min(readers, len(numbers)/runSize+1) {
		a.busy.Go(func() { s.decode(work) })
	}
	return a
}

// decode is one reader.
func (s *Spool) decode(work chan *run) {
	unzip := must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(1)))
	defer unzip.Close()
	from := s.Reader(unzip)
	for r := range work {
		for _, n := range r.numbers {
			rec, err := from.Record(n)
			if r.err = err; err != nil {
				break
			}
			r.records = append(r.records, rec)
		}
		close(r.done)
	}
}
