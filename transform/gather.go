package transform

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/resolve"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/spool"
)

// Dataset is what pass 1 leaves: the records, waiting in a spool, and their keys.
type Dataset struct {
	Summary source.Summary
	spool   *spool.Spool
	keys    []resolve.Keys
}

// Close removes what was kept on disk.
func (d *Dataset) Close() error { return d.spool.Close() }

// Events is what a run tells while it goes on. Every field may be nil. They are called by one goroutine at a time.
type Events struct {
	Skipped func(error)             // an article that could not be read
	Noted   func(error)             // what is odd about an article that is read all the same
	Read    func(a *schema.Article) // an article that was read
}

// inFlightBytes bounds the text of the articles that are read at a time. One article may be larger: then it is alone.
const inFlightBytes = 32 << 20

// Gather reads the articles that the inputs name, in parallel, and keeps their records in the order of the tables. An article that cannot be
// read is reported and left out. The error is that of source.Walk, of ctx or of the spool: then nothing is kept. When ctx ends Gather returns at
// once: workers that are amid an article are left behind, hold nothing but that article, and end with it.
func Gather(ctx context.Context, inputs []string, stdin io.Reader, o Options, on Events) (*Dataset, error) {
	g := &gathering{o: o, on: on, budget: newBudget(inFlightBytes), queue: make(chan *job, 4*o.jobs()), work: make(chan *job, 4*o.jobs())}
	g.data = &Dataset{spool: spool.New(o.TempDir)}
	ctx, g.stop = context.WithCancelCause(ctx)
	defer g.stop(nil)
	var collector sync.WaitGroup
	for range o.jobs() {
		go g.read()
	}
	collector.Go(func() { g.collect(ctx) })
	var err error
	g.data.Summary, err = source.Walk(ctx, inputs, stdin, o.Source, func(raw source.Raw) error { return g.submit(ctx, &job{raw: raw}) },
		func(e error) { _ = g.submit(ctx, &job{err: e}) })
	close(g.work)
	close(g.queue)
	collector.Wait() // it has seen every article done, or ctx ended
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	if err != nil {
		return nil, errors.Join(err, g.data.Close())
	}
	return g.data, nil
}

// job is one article on its way, or an error in its place.
type job struct {
	raw  source.Raw
	size int           // bytes of its text
	done chan struct{} // closed when a worker has read it
	data []byte
	keys resolve.Keys
	row  schema.Article // without text
	err  error
}

type gathering struct {
	o      Options
	on     Events
	data   *Dataset
	budget *budget
	work   chan *job // for the workers
	queue  chan *job // the same, in order, for the collector
	stop   context.CancelCauseFunc
}

func (g *gathering) submit(ctx context.Context, j *job) error {
	j.size, j.done = len(j.raw.Text), make(chan struct{})
	g.budget.take(j.size)
	for _, to := range []chan *job{g.queue, g.work} {
		select {
		case to <- j:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}

// read is one worker: articles to encoded records and keys.
func (g *gathering) read() {
	for j := range g.work {
		if j.err == nil {
			j.err = j.read(g.o)
		}
		close(j.done)
	}
}

// read takes the job's article through pass 1. A panic, which is a mistake of ours, costs this article alone and says so.
func (j *job) read(o Options) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Place: j.raw.Place(), Stage: "extract", Err: fmt.Errorf("mistake in newsledger, please report it with this article: %v, %s", p, caller())}
		}
	}()
	rec, err := Read(j.raw, o, nil)
	if err != nil {
		return err
	}
	if j.data, err = spool.Marshal(rec); err != nil {
		return &Error{Place: j.raw.Place(), Stage: "encode", Err: err}
	}
	j.keys = resolve.KeysOf(0, rec)
	j.row = rec.Article
	j.row.Text = ""
	return nil
}

// caller names the innermost functions of ours that panicked.
func caller() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	var names []string
	for len(names) < 3 {
		f, more := frames.Next()
		if i := strings.Index(f.Function, "/transform/"); i >= 0 {
			names = append(names, fmt.Sprintf("%s:%d", f.Function[i+len("/transform/"):], f.Line))
		}
		if !more {
			break
		}
	}
	return "in " + strings.Join(names, " < ")
}

// collect takes the articles in the order in which they were found. It goes on draining after an error of the spool or the end of ctx.
func (g *gathering) collect(ctx context.Context) {
	for j := range g.queue {
		select {
		case <-j.done:
		case <-ctx.Done():
		}
		g.budget.give(j.size)
		if ctx.Err() != nil {
			continue // a worker may still be at it
		}
		if err := g.keep(j); err != nil {
			g.stop(err)
		}
	}
}

// keep puts what was read into the spool, and tells of it.
func (g *gathering) keep(j *job) (err error) {
	j.raw.Text = ""
	if j.err != nil {
		tell(g.on.Skipped, j.err)
		return nil
	}
	if j.raw.Note != nil {
		tell(g.on.Noted, j.raw.Note)
	}
	if j.keys.Number, err = g.data.spool.Append(j.data); err != nil {
		return err
	}
	g.data.keys = append(g.data.keys, j.keys)
	tell(g.on.Read, &j.row)
	return nil
}

// tell calls on unless it is nil.
func tell[T any](on func(T), what T) {
	if on != nil {
		on(what)
	}
}

// budget holds back articles while too many bytes are in flight.
type budget struct {
	mu   sync.Mutex
	free *sync.Cond
	left int
	full int
}

func newBudget(n int) *budget {
	b := &budget{left: n, full: n}
	b.free = sync.NewCond(&b.mu)
	return b
}

// take waits until n bytes are free; more than the whole budget waits until nothing else is in flight.
func (b *budget) take(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.left < min(n, b.full) {
		b.free.Wait()
	}
	b.left -= min(n, b.full)
}

func (b *budget) give(n int) {
	b.mu.Lock()
	b.left += min(n, b.full)
	b.mu.Unlock()
	b.free.Broadcast()
}
