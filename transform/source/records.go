package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/zeebo/xxh3"
)

// records reads a file of JSON objects, one a line or in any other layout, as a stream: memory holds one record, and 8 bytes an id.
func (w *walker) records(f file, in *bufio.Reader, format Format) error {
	r, err := decoded(in)
	if err != nil {
		return err
	}
	next := newLines(r, w.o.maxBytes()).next
	if format == JSON || opensLayout(r) {
		format = JSON
		next = newValues(r, w.o.maxBytes()).next
	}
	b := &batch{walker: w, file: f, format: format, seen: map[uint64]bool{}}
	for {
		data, line, err := next()
		var long *Error
		switch {
		case errors.Is(err, io.EOF):
			if b.n == 0 && b.failed == 0 {
				return ErrEmpty
			}
			return b.flush()
		case errors.As(err, &long): // this record only
			b.n++
			b.failed++
			w.fail(f.path, long.Line, long.Err)
			continue
		case err != nil:
			if err2 := b.flush(); err2 != nil {
				return err2
			}
			return &Error{File: f.path, Line: line, Err: err}
		}
		if err := b.record(data, line); err != nil {
			return err
		}
	}
}

// opensLayout says whether a file of JSON Lines is in truth one array or object over many lines.
func opensLayout(r *bufio.Reader) bool {
	head, _ := r.Peek(4096)
	head = bytes.TrimLeft(head, " \t\r\n")
	first, _, found := bytes.Cut(head, []byte("\n"))
	first = bytes.TrimRight(first, " \t\r")
	return len(first) > 0 && (first[0] == '[' || found && (string(first) == "{"))
}

// batch is the file that records come from.
type batch struct {
	*walker
	file   file
	format Format
	n      int // records met
	failed int
	seen   map[uint64]bool // hashes of the sources given
	held   *Raw            // first record of a JSON file, until it is known whether more follow
}

// record reads one object, or the objects that a wrapper such as {"articles": […]} holds.
func (b *batch) record(data []byte, line int) error {
	objects, repaired, err := objectsOf(data)
	if err != nil {
		b.n++
		b.failed++
		b.fail(b.file.path, line, err)
		return nil
	}
	for _, o := range objects {
		b.n++
		raw, err := fromObject(o)
		if err == nil && isBlank(raw.Text) {
			err = ErrEmpty
		}
		if err != nil {
			b.failed++
			b.fail(b.file.path, line, err)
			continue
		}
		raw.File, raw.Line, raw.Format, raw.Ordinal = b.file.path, line, b.format, b.n
		raw.RawSHA256, raw.Repaired = hashText(raw.Text), repaired
		repaired = 0 // counted with the first
		if err := b.hold(raw); err != nil {
			return err
		}
	}
	return nil
}

// hold keeps the first record back, because one record of a JSON file bears the file's name alone.
func (b *batch) hold(raw Raw) error {
	if b.n == 1 && b.format == JSON && raw.RecordID == "" {
		b.held = &raw
		return nil
	}
	if err := b.flush(); err != nil {
		return err
	}
	return b.named(raw, "#"+strconv.Itoa(raw.Ordinal))
}

func (b *batch) flush() error {
	if b.held == nil {
		return nil
	}
	raw := *b.held
	b.held = nil
	if b.n > 1 {
		return b.named(raw, "#1")
	}
	return b.named(raw, "")
}

// named gives the record its source: id before number. An id that was given before gets the number behind it.
func (b *batch) named(raw Raw, number string) error {
	raw.Source = b.file.source + number
	if id := raw.RecordID; id != "" && checkName(id) == nil {
		raw.Source = b.file.source + "#" + id
		if b.seen[xxh3.HashString(raw.Source)] {
			raw.Source += number
			raw.Note = &Error{raw.File, raw.Line, fmt.Errorf("id %q stands twice in this file: this record is called %s", clip(id), raw.Source)}
		}
	}
	b.seen[xxh3.HashString(raw.Source)] = true
	return b.give(raw)
}

// decoded takes a byte order mark and UTF-16 off a stream.
func decoded(r *bufio.Reader) (*bufio.Reader, error) {
	head, _ := r.Peek(1000)
	if e := utf16Of(head); e >= 0 {
		return bufio.NewReaderSize(fromUTF16(r, e == 1), 64<<10), nil
	}
	if bytes.HasPrefix(head, []byte("\uFEFF")) {
		_, _ = r.Discard(3)
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return nil, ErrBinary
	}
	return r, nil
}

// lines cuts a stream into lines. Of a line over the limit only the place is kept.
type lines struct {
	r     *bufio.Reader
	limit int
	line  int
	buf   []byte
}

func newLines(r *bufio.Reader, limit int) *lines { return &lines{r: r, limit: limit} }

// next returns the next line that is not blank, and its number. The bytes hold until the next call. A line over the limit is an *Error.
func (l *lines) next() ([]byte, int, error) {
	for {
		l.line++
		l.buf = l.buf[:0]
		err := l.read()
		switch {
		case err != nil && (err != io.EOF || len(l.buf) == 0):
			return nil, l.line, err
		case len(bytes.TrimSpace(l.buf)) > 0:
			return l.buf, l.line, nil
		case err == io.EOF:
			return nil, l.line, io.EOF
		}
	}
}

// read appends one line to buf. io.EOF comes with the last line when no line end closes it.
func (l *lines) read() error {
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if long = long || len(l.buf)+len(part) > l.limit; long {
			l.buf = l.buf[:0]
		} else {
			l.buf = append(l.buf, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			return &Error{Line: l.line, Err: tooLong(l.limit)}
		}
		return err
	}
}

// clip shortens what is shown of bad input.
func clip(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "…"
	}
	return s
}

var errNoObject = errors.New("want an object with a text field")
