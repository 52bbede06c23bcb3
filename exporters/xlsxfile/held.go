package xlsxfile

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"slices"
)

// held keeps the rows of a sheet that is sorted otherwise than its table: the cells in a temporary file, in memory 40 bytes a row.
type held struct {
	file *os.File
	out  *bufio.Writer
	keys []heldRow
	size int64
	buf  []byte
}

type heldRow struct {
	key    [2]int
	offset int64
	length int
}

func newHeld(tempDir string) (*held, error) {
	f, err := os.CreateTemp(tempDir, "rows-")
	if err != nil {
		return nil, err
	}
	return &held{file: f, out: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (h *held) add(key [2]int, row []cell) error {
	h.buf = h.buf[:0]
	for i := range row {
		h.buf = appendCell(h.buf, &row[i])
	}
	h.keys = append(h.keys, heldRow{key, h.size, len(h.buf)})
	h.size += int64(len(h.buf))
	_, err := h.out.Write(h.buf)
	return err
}

// each gives all rows by key, ties in the order in which they came. The row it gives is used again.
func (h *held) each(columns int, do func([]cell) error) error {
	if err := h.out.Flush(); err != nil {
		return err
	}
	slices.SortStableFunc(h.keys, func(a, b heldRow) int {
		return cmp.Or(cmp.Compare(a.key[0], b.key[0]), cmp.Compare(a.key[1], b.key[1]))
	})
	row := make([]cell, columns)
	for _, k := range h.keys {
		h.buf = slices.Grow(h.buf[:0], k.length)[:k.length]
		if _, err := h.file.ReadAt(h.buf, k.offset); err != nil {
			return err
		}
		rest := h.buf
		for i := range row {
			row[i], rest = takeCell(rest)
		}
		if err := do(row); err != nil {
			return err
		}
	}
	return nil
}

func (h *held) remove() error { return errors.Join(h.file.Close(), os.Remove(h.file.Name())) }

func appendCell(b []byte, c *cell) []byte {
	b = append(b, byte(c.kind), byte(c.style))
	switch c.kind {
	case number, truth:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(c.real))
	case text, link:
		return appendText(b, c.text)
	case jump:
		return appendText(appendText(b, c.text), c.to)
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func takeCell(b []byte) (cell, []byte) {
	c := cell{kind: cellKind(b[0]), style: style(b[1])}
	b = b[2:]
	switch c.kind {
	case number, truth:
		c.real = math.Float64frombits(binary.LittleEndian.Uint64(b))
		b = b[8:]
	case text, link:
		c.text, b = takeText(b)
	case jump:
		c.text, b = takeText(b)
		c.to, b = takeText(b)
	}
	return c, b
}

func takeText(b []byte) (string, []byte) {
	n, k := binary.Uvarint(b)
	end := k + int(n)
	return string(b[k:end]), b[end:]
}
