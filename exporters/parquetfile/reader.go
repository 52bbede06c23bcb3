package parquetfile

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/newsledger/newsledger/schema"
)

// readRows is the number of rows that Read hands over at a time.
const readRows = 512

// Read reads a file that Writer wrote, and gives its rows in batches; first is the number of a batch's first row, from 1.
func Read(path string, t *schema.Table, each func(b schema.Batch, first int) error) error {
	return read(path, t, checkSchema, each)
}

// ReadOlder is Read for a file of an older schema, which lacks columns.
func ReadOlder(path string, t *schema.Table, each func(b schema.Batch, first int) error) error {
	return read(path, t, func(s *arrow.Schema, t *schema.Table) ([]*schema.Column, error) {
		names := make([]string, s.NumFields())
		for i, f := range s.Fields() {
			names[i] = f.Name
		}
		columns, err := t.Named(names)
		for i, f := range s.Fields() {
			if err == nil && !sameType(f.Type, arrowTypes[columns[i].Kind]) {
				err = fmt.Errorf("column %d is %s, and the table has %s %s", i+1, f, f.Name, columns[i].Kind)
			}
		}
		return columns, err
	}, each)
}

// read reads a file whose columns are those that columnsOf finds in its schema.
func read(path string, t *schema.Table, columnsOf func(*arrow.Schema, *schema.Table) ([]*schema.Column, error), each func(b schema.Batch, first int) error) (err error) {
	defer func() {
		if broken := recover(); broken != nil { // arrow v17 panics on damaged footers and pages
			err = fmt.Errorf("%s: %v", path, broken)
		}
	}()
	f, err := file.OpenParquetFile(path, false)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{BatchSize: readRows}, allocator)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	s, err := r.Schema()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	columns, err := columnsOf(s, t)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if f.NumRows() == 0 {
		return nil // the record reader of arrow v17 fails without a row group
	}
	records, err := r.GetRecordReader(context.Background(), nil, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer records.Release()
	row := 1
	for records.Next() {
		b := batchOf(t, columns, records.Record())
		if err := each(b, row); err != nil {
			return err
		}
		row += b.Len()
	}
	if err := records.Err(); err != nil && err != io.EOF {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// checkSchema compares the columns of a file with the declaration of its table, and returns them.
func checkSchema(s *arrow.Schema, t *schema.Table) ([]*schema.Column, error) {
	if s.NumFields() != len(t.Columns) {
		return nil, fmt.Errorf("%d columns, and the table has %d", s.NumFields(), len(t.Columns))
	}
	columns := make([]*schema.Column, len(t.Columns))
	for i, f := range s.Fields() {
		c := &t.Columns[i]
		columns[i] = c
		if f.Name != c.Name || !sameType(f.Type, arrowTypes[c.Kind]) || f.Nullable != c.Nullable {
			return nil, fmt.Errorf("column %d is %s, and the table has %s %s", i+1, f, c.Name, c.Kind)
		}
	}
	return columns, nil
}

// sameType compares types, of lists those of the elements: Parquet calls the element otherwise than Arrow.
func sameType(a, b arrow.DataType) bool {
	la, lb := false, false
	if l, ok := a.(*arrow.ListType); ok {
		a, la = l.Elem(), true
	}
	if l, ok := b.(*arrow.ListType); ok {
		b, lb = l.Elem(), true
	}
	return la == lb && arrow.TypeEqual(a, b)
}

// batchOf copies a record into rows.
func batchOf(t *schema.Table, columns []*schema.Column, r arrow.Record) schema.Batch {
	b := t.NewBatch(int(r.NumRows()))
	for k, c := range columns {
		values := r.Column(k)
		for i := range b.Len() {
			if !values.IsNull(i) {
				b.Set(c, i, valueAt(values, i))
			}
		}
	}
	return b
}

// valueAt is a value in the Go type of its column's kind. Texts are copied: they would point into the record.
func valueAt(values arrow.Array, i int) any {
	switch a := values.(type) {
	case *array.String:
		return string([]byte(a.Value(i)))
	case *array.Int64:
		return int(a.Value(i))
	case *array.Float64:
		return a.Value(i)
	case *array.Boolean:
		return a.Value(i)
	case *array.Date32:
		return schema.Date(a.Value(i))
	case *array.Timestamp:
		return schema.Time(a.Value(i))
	}
	a := values.(*array.List)
	from, to := a.ValueOffsets(i)
	var l schema.List
	for k := from; k < to; k++ {
		l = append(l, string([]byte(a.ListValues().(*array.String).Value(int(k)))))
	}
	return l
}
