package parquetfile

import (
	"encoding/base64"
	"errors"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/flight"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/metadata"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"
)

// newWriter begins a Parquet file with the schema's own metadata and the Arrow schema, as pqarrow does. pqarrow's own writer would copy every
// value into an array first and encode one column after the other; groups encodes the rows' values side by side.
func newWriter(out io.Writer, s *arrow.Schema, properties *parquet.WriterProperties) (*file.Writer, error) {
	ps, err := pqarrow.ToParquet(s, properties, pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema(), pqarrow.WithAllocator(allocator)))
	if err != nil {
		return nil, err
	}
	meta := metadata.KeyValueMetadata{}
	about := s.Metadata()
	for i, key := range about.Keys() {
		if err := meta.Append(key, about.Values()[i]); err != nil {
			return nil, err
		}
	}
	if err := meta.Append("ARROW:schema", base64.StdEncoding.EncodeToString(flight.SerializeSchema(s, allocator))); err != nil {
		return nil, err
	}
	return file.NewParquetWriter(out, ps.Root(), file.WithWriterProps(properties), file.WithWriteMetadata(meta)), nil
}

// groups writes chunks of rows into row groups: a group ends with the chunk that fills it.
type groups struct {
	writer *file.Writer
	open   file.BufferedRowGroupWriter // nil before the first row
	rows   int                         // in open
	raw    int                         // bytes of values in open
}

// add encodes some rows at the end of the open group, their columns on all processors. No chunk crosses groupRows.
func (g *groups) add(r *chunk) error {
	if g.open == nil || g.raw >= groupBytes || g.rows >= groupRows {
		if err := g.end(); err != nil {
			return err
		}
		g.open = g.writer.AppendBufferedRowGroup()
	}
	g.rows, g.raw = g.rows+r.rows, g.raw+r.bytes
	return eachOf(len(r.columns), func(i int) error {
		to, err := g.open.Column(i) // every column of ours has one leaf: a value, or the items of a list
		if err != nil {
			return err
		}
		return r.columns[i].encode(to)
	})
}

// end closes the open group: what is left of its columns is compressed on all processors, then they are written into the file one after the other.
func (g *groups) end() error {
	if g.open == nil {
		return nil
	}
	err := eachOf(g.open.NumColumns(), func(i int) error {
		c, err := g.open.Column(i)
		if err != nil {
			return err
		}
		if page := c.(lastPage); page.EstimatedBufferedValueBytes() > 0 {
			return page.FlushCurrentPage()
		}
		return nil
	})
	err = errors.Join(err, g.open.Close())
	g.open, g.rows, g.raw = nil, 0, 0
	return err
}

// lastPage is what every column writer of arrow v17 can do beside its interface: compress the page that is being filled.
type lastPage interface {
	EstimatedBufferedValueBytes() int64
	FlushCurrentPage() error
}

func (g *groups) close() error {
	if g.writer == nil {
		return nil
	}
	return errors.Join(g.end(), g.writer.Close())
}

// eachOf calls do for 0 to n-1 on all processors and returns the errors joined.
func eachOf(n int, do func(int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				errs[i] = do(i)
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}
