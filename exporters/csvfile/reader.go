package csvfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/newsledger/newsledger/schema"
)

// readRows is the number of rows that Read hands over at a time.
const readRows = 512

// Bad is told of a field that does not hold what its column declares.
type Bad func(row int, column, reason string)

// Read reads a file that Writer wrote, and gives its rows in batches; first is the number of a batch's first row, from 1. A field that cannot be
// read goes to bad and stays empty in its row; what breaks the file as a whole is an error.
func Read(path string, t *schema.Table, o Options, each func(b schema.Batch, first int) error, bad Bad) error {
	f, err := open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := newRowReader(f)
	columns, err := readHeader(r, t, o.Older)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	b, n, row := t.NewBatch(readRows), 0, 1
	flush := func() error {
		err := each(b.Slice(0, n), row-n)
		b, n = t.NewBatch(readRows), 0
		return err
	}
	for {
		fields, err := r.read()
		if err == io.EOF {
			break
		}
		if err == nil && len(fields) != len(columns) {
			err = fmt.Errorf("%d fields, and the table has %d columns", len(fields), len(columns))
		}
		if err != nil {
			return fmt.Errorf("%s: row %d: %w", path, row, err)
		}
		parseRow(b, n, row, columns, fields, o, bad)
		n++
		row++
		if n == readRows {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if n == 0 {
		return nil
	}
	return flush()
}

// readHeader returns the columns of a file: those of the table, or, in an older file, some of them.
func readHeader(r *rowReader, t *schema.Table, older bool) ([]*schema.Column, error) {
	header, err := r.read()
	if err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	header[0] = string(bytes.TrimPrefix([]byte(header[0]), []byte("\ufeff")))
	for i, c := range t.Columns {
		if !older && (i >= len(header) || header[i] != c.Name) {
			return nil, fmt.Errorf("header: column %d is not %s", i+1, c.Name)
		}
	}
	columns, err := t.Named(header)
	if err == nil && !older && len(header) > len(t.Columns) {
		err = fmt.Errorf("column %s stands there twice", header[len(t.Columns)])
	}
	if err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	return columns, nil
}

func parseRow(b schema.Batch, i, row int, columns []*schema.Column, fields []string, o Options, bad Bad) {
	for k, c := range columns {
		s := fields[k]
		if o.Excel && (c.Kind == schema.Text || c.Kind == schema.Texts) && isGuarded(s) {
			s = s[1:]
		}
		if err := b.Parse(c, i, s); err != nil {
			bad(row, c.Name, err.Error())
		}
	}
}

// rowReader is the inverse of rowWriter. Unlike encoding/csv it leaves CR inside quoted fields alone and takes a quote nowhere but where the
// writer puts one.
type rowReader struct {
	in     *bufio.Reader
	fields []string
	ends   []int
	buf    []byte
}

func newRowReader(in io.Reader) *rowReader { return &rowReader{in: bufio.NewReaderSize(in, 1<<16)} }

var errQuote = errors.New("quote inside a field, or a quoted field without end")

// read returns the fields of the next row, io.EOF behind the last one. The slice is used again by the next call.
func (r *rowReader) read() ([]string, error) {
	if _, err := r.in.Peek(1); err != nil {
		return nil, err
	}
	r.buf, r.ends = r.buf[:0], r.ends[:0]
	for {
		more, err := r.field()
		if err != nil {
			return nil, err
		}
		r.ends = append(r.ends, len(r.buf))
		if !more {
			break
		}
	}
	all, from := string(r.buf), 0
	r.fields = r.fields[:0]
	for _, end := range r.ends {
		r.fields = append(r.fields, all[from:end])
		from = end
	}
	return r.fields, nil
}

// field appends the next field to buf and says whether another follows in the row.
func (r *rowReader) field() (more bool, err error) {
	next, err := r.in.ReadByte()
	if err == nil && next == '"' {
		if err := r.quoted(); err != nil {
			return false, err
		}
		return r.end()
	}
	for ; err == nil; next, err = r.in.ReadByte() {
		switch next {
		case ',':
			return true, nil
		case '\n':
			if n := len(r.buf); n > 0 && r.buf[n-1] == '\r' {
				r.buf = r.buf[:n-1]
			}
			return false, nil
		case '"':
			return false, errQuote
		}
		r.buf = append(r.buf, next)
	}
	return false, noEOF(err)
}

// quoted appends the inside of a quoted field, its first quote already read.
func (r *rowReader) quoted() error {
	for {
		part, err := r.in.ReadSlice('"')
		r.buf = append(r.buf, part...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return errQuote
		}
		if next, err := r.in.Peek(1); err != nil || next[0] != '"' {
			r.buf = r.buf[:len(r.buf)-1]
			return nil
		}
		r.in.Discard(1)
	}
}

// end reads what stands behind a quoted field.
func (r *rowReader) end() (more bool, err error) {
	next, err := r.in.ReadByte()
	if err == nil && next == '\r' {
		next, err = r.in.ReadByte()
	}
	switch {
	case err != nil:
		return false, noEOF(err)
	case next == ',':
		return true, nil
	case next == '\n':
		return false, nil
	}
	return false, errQuote
}

// noEOF is the error of a file that ends inside a row.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
