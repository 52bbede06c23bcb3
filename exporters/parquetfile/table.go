package parquetfile

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/newsledger/newsledger/schema"
)

// Sizes in rows and raw bytes. A row group of 122,880 rows is DuckDB's unit of parallel work; articles with their text would make groups of
// 600 MB, so 32 MiB of raw values end one too.
const (
	groupRows  = 122_880
	groupBytes = 32 << 20
	chunkRows  = 4_096
	chunkBytes = 1 << 20
	stride     = 16 // rows between two looks at the sizes; counted over batches, so that the size of batches moves no byte
	chunks     = 3  // one being filled, one waiting, one being encoded
)

// allocator is Go's own and nothing else: a pool would use buffers again that statistics of arrow v17 still point into.
var allocator = memory.NewGoAllocator()

// tableFile is the open file of one table: write fills a chunk, full chunks go to run, which encodes them.
type tableFile struct {
	table   *schema.Table
	path    string
	options Options
	file    *os.File
	buf     *bufio.Writer
	chunk   *chunk      // being filled
	total   int         // rows given to run
	full    chan *chunk // for run
	empty   chan *chunk // back from run
	done    chan struct{}
	failed  atomic.Pointer[error] // first error of run
	groups
}

// chunk holds some rows, column by column.
type chunk struct {
	columns []column
	rows    int
	bytes   int // raw size of the values
}

func (c *chunk) reset() {
	for i := range c.columns {
		c.columns[i].reset()
	}
	c.rows, c.bytes = 0, 0
}

func createTable(path string, t *schema.Table, o Options) (*tableFile, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	tf := &tableFile{table: t, path: path, options: o, file: f, buf: bufio.NewWriterSize(f, 1<<16), full: make(chan *chunk, 1), empty: make(chan *chunk, chunks), done: make(chan struct{})}
	for range chunks {
		tf.empty <- &chunk{columns: make([]column, len(t.Columns))}
	}
	tf.chunk = <-tf.empty
	go tf.run()
	return tf, nil
}

func (f *tableFile) write(b schema.Batch) error {
	for from, to := 0, 0; from < b.Len(); from = to {
		to = min(from+stride-f.chunk.rows%stride, b.Len())
		for i := range f.table.Columns {
			f.chunk.bytes += f.chunk.columns[i].appendRows(b, &f.table.Columns[i], from, to)
		}
		f.chunk.rows += to - from
		if n := f.chunk.rows; n%stride == 0 && (n >= chunkRows || f.chunk.bytes >= chunkBytes || (f.total+n)%groupRows == 0) {
			f.flush()
		}
	}
	if err := f.failed.Load(); err != nil {
		return *err
	}
	return nil
}

func (f *tableFile) flush() {
	if f.chunk.rows == 0 {
		return
	}
	f.total += f.chunk.rows
	f.full <- f.chunk
	f.chunk = <-f.empty
}

// begin writes the head of the file. Its first rows say for which columns a dictionary pays.
func (f *tableFile) begin(first *chunk) (err error) {
	f.writer, err = newWriter(f.buf, arrowSchema(f.table, f.options), properties(f.table, f.options.Version, func(i int) bool { return first.columns[i].repeats() }))
	return err
}

// run encodes the chunks of the table in order. After an error it only drains.
func (f *tableFile) run() {
	defer close(f.done)
	for c := range f.full {
		if f.failed.Load() == nil {
			var err error
			if f.writer == nil {
				err = f.begin(c)
			}
			if err == nil {
				err = f.add(c)
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", f.path, err)
				f.failed.Store(&err)
			}
		}
		c.reset()
		f.empty <- c
	}
}

func (f *tableFile) close() error {
	f.flush()
	close(f.full)
	<-f.done
	if f.writer == nil && f.failed.Load() == nil {
		if err := f.begin(f.chunk); err != nil {
			err = fmt.Errorf("%s: %w", f.path, err)
			f.failed.Store(&err)
		}
	}
	errs := []error{f.groups.close(), f.buf.Flush(), f.file.Close()}
	if err := f.failed.Load(); err != nil {
		errs = append(errs, *err)
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return f.recount()
}

// recount opens the finished file as a reader would.
func (f *tableFile) recount() error {
	r, err := file.OpenParquetFile(f.path, false)
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	if n := r.NumRows(); n != int64(f.total) {
		err = fmt.Errorf("%s: holds %d rows, and %d were written", f.path, n, f.total)
	}
	return errors.Join(err, r.Close())
}
