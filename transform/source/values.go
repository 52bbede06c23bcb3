package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// values cuts a stream of JSON into its values: the members of a top-level array, or values one behind the other. It looks at brackets
// and strings only; whether a value is well formed shows when it is decoded.
type values struct {
	r     *bufio.Reader
	limit int
	line  int
	array bool // inside the top-level array
	buf   []byte
}

func newValues(r *bufio.Reader, limit int) *values { return &values{r: r, limit: limit, line: 1} }

var errCut = errors.New("read: the JSON ends inside a value; the file is cut off")

// next returns the next value, and the line where it begins. The bytes hold until the next call.
func (v *values) next() ([]byte, int, error) {
	for {
		c, err := v.byte()
		switch {
		case err == io.EOF && v.array:
			return nil, v.line, errCut
		case err != nil:
			return nil, v.line, err
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',':
		case c == '[' && !v.array:
			v.array = true
		case c == ']' && v.array:
			v.array = false
		case c == '{' || c == '[':
			return v.value(c)
		default:
			line := v.line
			v.skipLine()
			return nil, line, &Error{Line: line, Err: fmt.Errorf("read: %q where an object should begin", c)}
		}
	}
}

// value reads on to the bracket that closes the value which c opens.
func (v *values) value(c byte) ([]byte, int, error) {
	v.buf = append(v.buf[:0], c)
	start, depth, size := v.line, 1, 1
	inString, escaped := false, false
	for depth > 0 {
		c, err := v.byte()
		if err == io.EOF {
			return nil, start, errCut
		}
		if err != nil {
			return nil, start, err
		}
		if size++; size <= v.limit {
			v.buf = append(v.buf, c)
		}
		switch {
		case escaped:
			escaped = false
		case inString:
			escaped = c == '\\'
			inString = c != '"'
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	if size > v.limit {
		return nil, start, &Error{Line: start, Err: tooLong(v.limit)}
	}
	return v.buf, start, nil
}

func (v *values) byte() (byte, error) {
	c, err := v.r.ReadByte()
	if c == '\n' && err == nil {
		v.line++
	}
	return c, err
}

func (v *values) skipLine() {
	for {
		if c, err := v.byte(); err != nil || c == '\n' {
			return
		}
	}
}
