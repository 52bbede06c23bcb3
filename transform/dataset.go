package transform

import (
	"errors"
	"sync"

	"github.com/klauspost/compress/zstd"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/resolve"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/spool"
	"github.com/newsledger/newsledger/transform/state"
)

// Dataset is what pass 1 leaves: the records, waiting in a spool, and their keys.
type Dataset struct {
	Summary source.Summary
	Since   Since
	state   *state.State
	spool   *spool.Spool
	jobs    int // records decoded at a time

	articles []gathered
	files    []*inputFile
	keyed    map[string]bool // articles by cache key
	sourced  map[string]bool // and by source
}

// Since counts the articles against those of the state.
type Since struct {
	New       int `json:"new"`
	Changed   int `json:"changed"` // their input is no longer what it was, or is read with other options
	Unchanged int `json:"unchanged"`
	Removed   int `json:"removed"` // their input is gone
	Kept      int `json:"kept"`    // their input is gone or can no longer be read, and they stay
}

// gathered is one article of a dataset.
type gathered struct {
	state.Record
	keys *resolve.Keys // nil until the record is decoded
}

// inputFile is a file that a run met.
type inputFile struct {
	state.File
	skipped bool // some article of it could not be read
	listed  bool // in Dataset.files
}

// newDataset is empty but for the records of the state.
func newDataset(o *Options) (*Dataset, error) {
	if o.State == nil {
		o.State = &state.State{}
	}
	d := &Dataset{spool: spool.New(o.TempDir), state: o.State, jobs: o.jobs(), keyed: map[string]bool{}, sourced: map[string]bool{}}
	if err := d.state.Attach(d.spool); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// Close removes what was kept on disk.
func (d *Dataset) Close() error { return d.spool.Close() }

// addKnown adds an article that an earlier run read.
func (d *Dataset) addKnown(r state.Record, from *inputFile) {
	d.Since.Unchanged++
	d.add(gathered{Record: r}, from)
}

// addRead adds an article that was read now.
func (d *Dataset) addRead(j *job) error {
	if d.state.Sourced(j.row.Source) == nil {
		d.Since.New++
	} else {
		d.Since.Changed++
	}
	n, err := d.spool.Append(j.data)
	j.keys.Number, j.data = n, nil
	d.add(gathered{state.Record{Key: j.key, Source: j.row.Source, Number: n}, &j.keys}, j.file)
	return err
}

func (d *Dataset) add(a gathered, from *inputFile) {
	d.keyed[a.Key], d.sourced[a.Source] = true, true
	if from != nil {
		from.Records = append(from.Records, len(d.articles))
		d.list(from)
	}
	d.articles = append(d.articles, a)
}

// list remembers a file of which there is something to say.
func (d *Dataset) list(f *inputFile) {
	if !f.listed {
		f.listed, d.files = true, append(d.files, f)
	}
}

// rest decides on the articles of the state that this run did not meet: they are removed, unless they are to be kept, or their file has
// articles that could not be read, of which they may be some.
func (d *Dataset) rest(keepRemoved bool) {
	fileOf := map[string]*inputFile{}
	for _, f := range d.files {
		if f.skipped {
			for _, r := range d.state.From(f.Source) {
				fileOf[r.Key] = f
			}
		}
	}
	for _, r := range d.state.Records() {
		if d.keyed[r.Key] || d.sourced[r.Source] {
			continue
		}
		from := fileOf[r.Key]
		if from == nil && !keepRemoved {
			d.Since.Removed++
			continue
		}
		d.Since.Kept++
		d.add(gathered{Record: r}, from)
	}
}

// Holds says whether an article of the dataset came from a source.
func (d *Dataset) Holds(source string) bool { return d.sourced[source] }

// IsUnchanged says whether the articles are those of the state, all of them and no other.
func (d *Dataset) IsUnchanged() bool {
	return d.Since.New+d.Since.Changed+d.Since.Removed == 0 && len(d.articles) == len(d.state.Records())
}

// Outcome is what the run that left the state told Save.
func (d *Dataset) Outcome() string { return d.state.Outcome() }

// Save makes the records the state of the next run. outcome is handed back by state.Outcome.
func (d *Dataset) Save(outcome string) error {
	records := make([]state.Record, len(d.articles))
	for i := range d.articles {
		records[i] = d.articles[i].Record
	}
	files := make([]state.File, len(d.files))
	for i, f := range d.files {
		files[i] = f.File
	}
	return d.state.Save(d.spool, Fingerprint, outcome, records, files)
}

// load decodes the records that have no keys yet, on all cores.
func (d *Dataset) load() error {
	errs := make([]error, d.jobs)
	var workers sync.WaitGroup
	for w := range d.jobs {
		part := d.articles[w*len(d.articles)/d.jobs : (w+1)*len(d.articles)/d.jobs]
		workers.Go(func() { errs[w] = d.loadPart(part) })
	}
	workers.Wait()
	return errors.Join(errs...)
}

func (d *Dataset) loadPart(part []gathered) error {
	unzip, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer unzip.Close()
	from := d.spool.Reader(unzip)
	for i := range part {
		if part[i].keys != nil {
			continue
		}
		r, err := from.Record(part[i].Number)
		if err != nil {
			return err
		}
		k := resolve.KeysOf(part[i].Number, r)
		part[i].keys = &k
	}
	return nil
}

// Resolve finds out what is one across articles and mints the ids, those of previous staying where they are. The error is that of a damaged
// state: read the articles again without it.
func (d *Dataset) Resolve(previous *schema.Previous) (*Resolved, error) {
	if err := d.load(); err != nil {
		return nil, err
	}
	keys := make([]resolve.Keys, len(d.articles))
	for i := range d.articles {
		keys[i] = *d.articles[i].keys
		d.articles[i].keys = nil
	}
	p, err := resolve.Resolve(keys, previous, d.spool.Each)
	if err != nil {
		return nil, err
	}
	return &Resolved{Counts: p.Counts(), Tally: p.Tally(), Notices: p.Notices, data: d, partition: p}, nil
}

// Continue gives the dataset its history: what changed since the one before, and ids that retired.
func (r *Resolved) Continue(changes []schema.Change, retired []schema.RetiredID) {
	r.partition.Changes, r.partition.Retired = changes, retired
	r.Counts["changes"], r.Counts["retired_ids"] = len(changes), len(retired)
}

// Sources is a hash of what the dataset is made of: source and text of every article, in their order.
func (r *Resolved) Sources() string { return r.partition.Sources() }

// Merged tells which ids of the previous dataset went into others.
func (r *Resolved) Merged() map[string]string { return r.partition.Merged }

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
