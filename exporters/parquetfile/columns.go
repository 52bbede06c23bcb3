package parquetfile

import (
	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"

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

// appender appends rows from to to (exclusive) of a column and returns the raw size of their values in bytes.
type appender func(to array.Builder, b schema.Batch, c *schema.Column, from, end int) int

var appenders = map[schema.Kind]appender{
	schema.Text:  appendTexts,
	schema.Texts: appendLists,
	schema.Int: each(func(a *array.Int64Builder, v int) { a.Append(int64(v)) },
		schema.Batch.Int),
	schema.Real:    each((*array.Float64Builder).Append, schema.Batch.Real),
	schema.Bool:    each((*array.BooleanBuilder).Append, schema.Batch.Bool),
	schema.Day:     each(func(a *array.Date32Builder, v schema.Date) { a.Append(arrow.Date32(v)) }, schema.Batch.Day),
	schema.Instant: each(func(a *array.TimestampBuilder, v schema.Time) { a.Append(arrow.Timestamp(v)) }, schema.Batch.Instant),
}

// each makes the appender of a kind of fixed width from the appending of one value and the reading of one value.
func each[B array.Builder, T any](add func(B, T), get func(schema.Batch, *schema.Column, int) (T, bool)) appender {
	return func(to array.Builder, b schema.Batch, c *schema.Column, from, end int) int {
		a := to.(B)
		for i := from; i < end; i++ {
			if v, ok := get(b, c, i); ok {
				add(a, v)
			} else {
				a.AppendNull()
			}
		}
		return 8 * (end - from)
	}
}

// appendTexts writes an empty text in a column that may not be null as it is: a null there would make the file unreadable.
func appendTexts(to array.Builder, b schema.Batch, c *schema.Column, from, end int) (size int) {
	a := to.(*array.StringBuilder)
	for i := from; i < end; i++ {
		v, ok := b.Text(c, i)
		if !ok && c.Nullable {
			a.AppendNull()
		} else {
			a.Append(v)
		}
		size += len(v) + 4
	}
	return size
}

func appendLists(to array.Builder, b schema.Batch, c *schema.Column, from, end int) (size int) {
	a := to.(*array.ListBuilder)
	items := a.ValueBuilder().(*array.StringBuilder)
	for i := from; i < end; i++ {
		a.Append(true)
		for _, item := range b.List(c, i) {
			items.Append(item)
			size += len(item) + 4
		}
	}
	return size + 4*(end-from)
}
