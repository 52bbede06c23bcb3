package schema

import (
	"fmt"
	"reflect"
	"strconv"
	"unsafe"
)

// Batch wraps rows, a []R with R the table's row type, when only the table knows the type. It panics on another type.
func (t *Table) Batch(rows any) Batch {
	v := reflect.ValueOf(rows)
	if v.Type() != reflect.SliceOf(t.row) {
		panic(fmt.Sprintf("schema: table %s holds %s, not %s", t.Name, t.row, v.Type()))
	}
	return Batch{Table: t, Rows: rows, first: v.UnsafePointer(), n: v.Len()}
}

// NewBatch returns n empty rows of the table, to be filled by Set or Parse: the way back from files to rows.
func (t *Table) NewBatch(n int) Batch {
	return t.Batch(reflect.MakeSlice(reflect.SliceOf(t.row), n, n).Interface())
}

// Slice returns the rows number from (from 0) up to number to, exclusive.
func (b Batch) Slice(from, to int) Batch {
	return b.Table.Batch(reflect.ValueOf(b.Rows).Slice(from, to).Interface())
}

// Set makes v the value of column c in row i. v is of the Go type of the column's kind, or nil for null; nil in a column that may not be
// null leaves the zero value. Set panics on another type.
func (b Batch) Set(c *Column, i int, v any) {
	p := b.at(c, i)
	switch c.Kind {
	case Text:
		*(*string)(p), _ = v.(string)
	case Texts:
		*(*List)(p), _ = v.(List)
	case Int:
		set[int](c, p, v)
	case Real:
		set[float64](c, p, v)
	case Bool:
		set[bool](c, p, v)
	case Day:
		set[Date](c, p, v)
	case Instant:
		set[Time](c, p, v)
	}
}

func set[T any](c *Column, p unsafe.Pointer, v any) {
	switch {
	case c.pointer && v == nil:
		*(**T)(p) = nil
	case c.pointer:
		t := v.(T)
		*(**T)(p) = &t
	case v != nil:
		*(*T)(p) = v.(T)
	}
}

// Parse sets column c in row i to the value that String writes as s.
func (b Batch) Parse(c *Column, i int, s string) (err error) {
	if s == "" && c.Kind != Text && c.Kind != Texts {
		b.Set(c, i, nil)
		if !c.Nullable {
			err = fmt.Errorf("empty, and the column may not be")
		}
		return err
	}
	var v any
	switch c.Kind {
	case Text:
		v = s
	case Texts:
		var l List
		err = l.UnmarshalCSV(s)
		v = l
	case Int:
		v, err = strconv.Atoi(s)
	case Real:
		v, err = strconv.ParseFloat(s, 64)
	case Bool:
		v, err = parseBool(s)
	case Day:
		v, err = ParseDate(s)
	case Instant:
		var t Time
		err = t.UnmarshalCSV(s)
		v = t
	}
	if err != nil {
		return fmt.Errorf("%q is no %s", s, c.Kind)
	}
	b.Set(c, i, v)
	return nil
}

// parseBool reads the two words that the CSV files hold, and no other spelling.
func parseBool(s string) (bool, error) {
	if s == "true" || s == "false" {
		return s == "true", nil
	}
	return false, strconv.ErrSyntax
}
