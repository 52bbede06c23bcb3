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
	"github.com/newsledger/newsledger/transform/state"
)

// Events is what a run tells while it goes on. Every field may be nil. They are called by one goroutine at a time.
type Events struct {
	Skipped func(error)             // an article that could not be read
	Noted   func(error)             // what is odd about an article that is read all the same
	Read    func(a *schema.Article) // an article that was read
	Known   func(source string)     // an article that an earlier run read
}

// inFlightBytes bounds the text of the articles that are read at a time. One article may be larger: then it is alone.
const inFlightBytes = 32 << 20

// Gather reads the articles that the inputs name, in parallel, and keeps their records. An article whose record the state holds is not read
// again. An article that cannot be read is reported and left out, but for what an earlier run read of its file. The error is that of
// source.Walk, of ctx or of the spool: then nothing is kept. When ctx ends Gather returns at once: workers that are amid an article are left
// behind, hold nothing but that article, and end with it.
func Gather(ctx context.Context, inputs []string, stdin io.Reader, o Options, on Events) (*Dataset, error) {
	g := &gathering{o: o, on: on, budget: newBudget(inFlightBytes), queue: make(chan *job, 4*o.jobs()), work: make(chan *job, 4*o.jobs())}
	var err error
	if g.data, err = newDataset(&g.o); err != nil {
		return nil, err
	}
	g.ctx, g.stop = context.WithCancelCause(ctx)
	defer g.stop(nil)
	var collector sync.WaitGroup
	for range o.jobs() {
		go g.read()
	}
	collector.Go(g.collect)
	g.o.Source.Open = g.open
	g.data.Summary, err = source.Walk(g.ctx, inputs, stdin, g.o.Source, func(raw source.Raw) error { return g.submit(&job{raw: raw}) },
		func(e error) { _ = g.submit(&job{err: e}) })
	close(g.work)
	close(g.queue)
	collector.Wait() // it has seen every article done, or ctx ended
	if cause := context.Cause(g.ctx); cause != nil {
		err = cause
	}
	if err != nil {
		return nil, errors.Join(err, g.data.Close())
	}
	g.data.rest(o.KeepRemoved)
	return g.data, nil
}

// job is one article on its way, or an error in its place.
type job struct {
	raw   source.Raw
	file  *inputFile
	size  int           // bytes of its text
	done  chan struct{} // closed when a worker has read it
	key   string
	known *state.Record // of an earlier run; nil when it was read now
	data  []byte
	keys  resolve.Keys
	row   schema.Article // without text
	err   error
}

type gathering struct {
	o      Options
	on     Events
	ctx    context.Context
	data   *Dataset
	budget *budget
	file   *inputFile // that is being walked
	work   chan *job  // for the workers
	queue  chan *job  // the same, in order, for the collector
	stop   context.CancelCauseFunc
}

// open begins a file. What it holds is known when it is as an earlier run left it.
func (g *gathering) open(f source.File) bool {
	g.file = &inputFile{File: state.Look(f)}
	if !g.o.State.Same(f) {
		return false
	}
	for _, r := range g.o.State.From(f.Source) {
		if g.submit(&job{known: &r}) != nil {
			break // ctx ended: the walk will see it
		}
	}
	return true
}

func (g *gathering) submit(j *job) error {
	j.size, j.done, j.file = len(j.raw.Text), make(chan struct{}), g.file
	g.budget.take(j.size)
	for _, to := range []chan *job{g.queue, g.work} {
		select {
		case to <- j:
		case <-g.ctx.Done():
			return context.Cause(g.ctx)
		}
	}
	return nil
}

// read is one worker: articles to encoded records and keys.
func (g *gathering) read() {
	for j := range g.work {
		if j.err == nil && j.known == nil {
			j.err = j.read(&g.o)
		}
		close(j.done)
	}
}

// read takes the job's article through pass 1, unless an earlier run did. A panic, which is a mistake of ours, costs this article alone and says so.
func (j *job) read(o *Options) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &Error{Place: j.raw.Place(), Stage: "extract", Err: fmt.Errorf("mistake in newsledger, please report it with this article: %v, %s", p, caller())}
		}
	}()
	j.key = o.key(&j.raw)
	if j.known = o.State.Keyed(j.key); j.known != nil {
		return nil
	}
	rec, err := Read(j.raw, *o, nil)
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
func (g *gathering) collect() {
	for j := range g.queue {
		select {
		case <-j.done:
		case <-g.ctx.Done():
		}
		g.budget.give(j.size)
		if g.ctx.Err() != nil {
			continue // a worker may still be at it
		}
		if err := g.keep(j); err != nil {
			g.stop(err)
		}
	}
}

// keep puts what was read into the dataset, and tells of it.
func (g *gathering) keep(j *job) error {
	j.raw.Text = ""
	if j.raw.Note != nil {
		tell(g.on.Noted, j.raw.Note)
	}
	if j.err != nil || j.raw.Note != nil {
		j.file.Settled = false // so that it is said again next time
	}
	switch {
	case j.err != nil:
		j.file.skipped = true
		g.data.list(j.file)
		tell(g.on.Skipped, j.err)
		return nil
	case j.known != nil:
		g.data.addKnown(*j.known, j.file)
		tell(g.on.Known, j.known.Source)
		return nil
	}
	err := g.data.addRead(j)
	tell(g.on.Read, &j.row)
	return err
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
