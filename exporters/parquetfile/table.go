package parquetfile

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/newsledger/newsledger/schema"
)

// Sizes in rows and raw bytes. A row group of 122,880 rows is DuckDB's unit of parallel work; articles with their text would make groups of
// 600 MB, so 32 MiB of raw values end one too. Records of up to 4,096 rows need half the memory of larger ones.
const (
	groupRows   = 122_880
	groupBytes  = 32 << 20
	recordRows  = 4_096
	recordBytes = 1 << 20
	stride      = 16 // rows between two looks at the sizes; counted over batches, so that the size of batches moves no byte
)

// allocator is Go's own and nothing else: statistics of arrow v17 point into the buffers of the values, which a pool would use again.
var allocator = memory.NewGoAllocator()

// tableFile is the open file of one table: write fills builder, full records go to run, which encodes them.
type tableFile struct {
	table   *schema.Table
	path    string
	file    *os.File
	buf     *bufio.Writer
	writer  *pqarrow.FileWriter
	builder *array.RecordBuilder
	rows    int // in builder
	bytes   int // in builder, raw
	total   int // rows written
	records chan sized
	done    chan struct{}
	failed  atomic.Pointer[error] // first error of run
}

// sized is a record and the raw size of its values.
type sized struct {
	arrow.Record
	bytes int
}

func createTable(path string, t *schema.Table, o Options) (*tableFile, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	s := arrowSchema(t, o)
	buf := bufio.NewWriterSize(f, 1<<16)
	w, err := pqarrow.NewFileWriter(s, buf, properties(t, o.Version), pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema(), pqarrow.WithAllocator(allocator)))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	tf := &tableFile{table: t, path: path, file: f, buf: buf, writer: w, builder: array.NewRecordBuilder(allocator, s)}
	tf.records, tf.done = make(chan sized, 1), make(chan struct{})
	go tf.run()
	return tf, nil
}

func (f *tableFile) write(b schema.Batch) error {
	for from, to := 0, 0; from < b.Len(); from = to {
		to = min(from+stride-f.rows%stride, b.Len())
		for i := range f.table.Columns {
			c := &f.table.Columns[i]
			f.bytes += appenders[c.Kind](f.builder.Field(i), b, c, from, to)
		}
		f.rows += to - from
		if f.rows%stride == 0 && (f.rows >= recordRows || f.bytes >= recordBytes) {
			f.flush()
		}
	}
	if err := f.failed.Load(); err != nil {
		return *err
	}
	return nil
}

func (f *tableFile) flush() {
	if f.rows == 0 {
		return
	}
	f.records <- sized{f.builder.NewRecord(), f.bytes}
	f.total += f.rows
	f.rows, f.bytes = 0, 0
}

// run encodes the records of the table in order. After an error it only drains.
func (f *tableFile) run() {
	defer close(f.done)
	group := 0 // raw bytes in the open row group
	for r := range f.records {
		if f.failed.Load() == nil {
			if group >= groupBytes {
				f.writer.NewBufferedRowGroup()
				group = 0
			}
			if err := f.writer.WriteBuffered(r.Record); err != nil {
				err = fmt.Errorf("%s: %w", f.path, err)
				f.failed.Store(&err)
			}
			group += r.bytes
		}
		r.Release()
	}
}

func (f *tableFile) close() error {
	f.flush()
	close(f.records)
	<-f.done
	f.builder.Release()
	errs := []error{f.writer.Close(), f.buf.Flush(), f.file.Close()}
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
