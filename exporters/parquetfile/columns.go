package parquetfile

import (
	"fmt"
	"unsafe"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/newsledger/newsledger/schema"
)

// arrowTypes are the types of the kinds of columns. Microseconds, because nanoseconds break Spark; int64 and float64 alone, because unsigned
// integers get a wrong least value in the footer; lists with nullable elements, because arrow v17 stores others in two contradicting ways.
var arrowTypes = map[schema.Kind]arrow.DataType{
	schema.Text:    arrow.BinaryTypes.String,
	schema.Int:     arrow.PrimitiveTypes.Int64,
	schema.Real:    arrow.PrimitiveTypes.Float64,
	schema.Bool:    arrow.FixedWidthTypes.Boolean,
	schema.Day:     arrow.FixedWidthTypes.Date32,
	schema.Instant: arrow.FixedWidthTypes.Timestamp_us, // UTC
	schema.Texts:   arrow.ListOf(arrow.BinaryTypes.String),
}

// column holds the values of some rows of a column as Parquet takes them: values alone, without nulls, and beside them levels that say what
// each row has. Only the slice of the column's kind is used. Texts point to the rows' own strings, which nothing changes.
type column struct {
	texts    []parquet.ByteArray
	ints     []int64
	reals    []float64
	bools    []bool
	days     []int32
	def, rep []int16 // definition and repetition levels, empty where every row has a value
}

func (l *column) reset() {
	clear(l.texts) // let go of the strings
	l.texts, l.ints, l.reals, l.bools, l.days, l.def, l.rep = l.texts[:0], l.ints[:0], l.reals[:0], l.bools[:0], l.days[:0], l.def[:0], l.rep[:0]
}

// appendRows appends the values of rows from to end (exclusive) and returns their raw size in bytes.
func (l *column) appendRows(b schema.Batch, c *schema.Column, from, end int) (size int) {
	for i := from; i < end; i++ {
		switch c.Kind {
		case schema.Text:
			size += l.appendText(b, c, i)
		case schema.Texts:
			size += l.appendList(b, c, i)
		default:
			l.appendFixed(b, c, i)
			size += 8
		}
	}
	return size
}

// appendText takes an empty text in a column that may not be null as it is: a null there would make the file unreadable.
func (l *column) appendText(b schema.Batch, c *schema.Column, i int) int {
	v, ok := b.Text(c, i)
	if l.present(c, ok) {
		l.texts = append(l.texts, bytesOf(v))
	}
	return len(v) + 4
}

// appendList: a list is never null, nor are its items. An empty one is two levels below an item.
func (l *column) appendList(b schema.Batch, c *schema.Column, i int) int {
	items, most, size := b.List(c, i), int16(2), 4
	if c.Nullable {
		most = 3
	}
	for k, item := range items {
		l.texts = append(l.texts, bytesOf(item))
		l.def, l.rep = append(l.def, most), append(l.rep, int16(min(k, 1)))
		size += len(item) + 4
	}
	if len(items) == 0 {
		l.def, l.rep = append(l.def, most-2), append(l.rep, 0)
	}
	return size
}

func (l *column) appendFixed(b schema.Batch, c *schema.Column, i int) {
	switch c.Kind {
	case schema.Int:
		if v, ok := b.Int(c, i); l.present(c, ok) {
			l.ints = append(l.ints, int64(v))
		}
	case schema.Real:
		if v, ok := b.Real(c, i); l.present(c, ok) {
			l.reals = append(l.reals, v)
		}
	case schema.Bool:
		if v, ok := b.Bool(c, i); l.present(c, ok) {
			l.bools = append(l.bools, v)
		}
	case schema.Day:
		if v, ok := b.Day(c, i); l.present(c, ok) {
			l.days = append(l.days, int32(v))
		}
	case schema.Instant:
		if v, ok := b.Instant(c, i); l.present(c, ok) {
			l.ints = append(l.ints, int64(v))
		}
	}
}

// repeats says whether at least half of the texts came before, so that a dictionary of them is worth its time. Of a few it cannot be said.
func (l *column) repeats() bool {
	seen := make(map[string]bool, len(l.texts))
	for _, t := range l.texts {
		seen[string(t)] = true
	}
	return 2*len(seen) <= max(len(l.texts), few)
}

// few values tell nothing.
const few = 64

// present notes whether a row has a value. A column that may not be null always has.
func (l *column) present(c *schema.Column, ok bool) bool {
	if !c.Nullable {
		return true
	}
	if ok {
		l.def = append(l.def, 1)
	} else {
		l.def = append(l.def, 0)
	}
	return ok
}

func bytesOf(s string) parquet.ByteArray { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// encode adds the values to a column of a row group.
func (l *column) encode(to file.ColumnChunkWriter) (err error) {
	def, rep := l.def, l.rep
	if len(def) == 0 {
		def = nil
	}
	if len(rep) == 0 {
		rep = nil
	}
	switch to := to.(type) {
	case *file.ByteArrayColumnChunkWriter:
		_, err = to.WriteBatch(l.texts, def, rep)
	case *file.Int64ColumnChunkWriter:
		_, err = to.WriteBatch(l.ints, def, rep)
	case *file.Float64ColumnChunkWriter:
		_, err = to.WriteBatch(l.reals, def, rep)
	case *file.BooleanColumnChunkWriter:
		_, err = to.WriteBatch(l.bools, def, rep)
	case *file.Int32ColumnChunkWriter:
		_, err = to.WriteBatch(l.days, def, rep)
	default:
		err = fmt.Errorf("no values for Parquet type %s", to.Type())
	}
	return err
}
