package xlsxfile

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/klauspost/compress/flate"
)

// sortedZip is the excelize.ZipWriter under the workbook. excelize builds the finished file in memory and orders streamed sheets by a Go
// map; here each entry is deflated into a temporary file as it comes, and Close joins them by name, straight into the workbook's file.
type sortedZip struct {
	out     io.Writer
	temp    *os.File
	deflate *flate.Writer
	entries []*entry
	written int64 // bytes in temp
}

// entry is one finished or open entry: where its deflated bytes lie in temp.
type entry struct {
	name       string
	from, size int64
	raw        int64
	sum        hash.Hash32
	zip        *sortedZip
}

func newSortedZip(out io.Writer, tempDir string) (*sortedZip, error) {
	temp, err := os.CreateTemp(tempDir, "zip-")
	if err != nil {
		return nil, err
	}
	z := &sortedZip{out: out, temp: temp}
	z.deflate, err = flate.NewWriter(tempWriter{z}, flate.DefaultCompression)
	return z, err
}

// tempWriter counts what goes into the temporary file.
type tempWriter struct{ *sortedZip }

func (w tempWriter) Write(p []byte) (int, error) {
	n, err := w.temp.Write(p)
	w.written += int64(n)
	return n, err
}

// Create ends the open entry and opens another.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.end(); err != nil {
		return nil, err
	}
	e := &entry{name: name, from: z.written, sum: crc32.NewIEEE(), zip: z}
	z.entries = append(z.entries, e)
	z.deflate.Reset(tempWriter{z})
	return e, nil
}

func (e *entry) Write(p []byte) (int, error) {
	q := p
	if e.name == "[Content_Types].xml" {
		q = sortDefaults(p)
	}
	e.sum.Write(q)
	e.raw += int64(len(q))
	_, err := e.zip.deflate.Write(q)
	return len(p), err
}

// sortDefaults orders the <Default> elements of the content types, which excelize writes at once and, in a book with a chart, in the order
// of a Go map.
func sortDefaults(p []byte) []byte {
	const begin, end = "<Default ", "</Default>"
	first, last := bytes.Index(p, []byte(begin)), bytes.LastIndex(p, []byte(end))
	if first < 0 || last < first {
		return p
	}
	last += len(end)
	elements := bytes.SplitAfter(p[first:last:last], []byte(end))
	slices.SortFunc(elements, bytes.Compare)
	return slices.Concat(p[:first], bytes.Join(elements, nil), p[last:])
}

func (z *sortedZip) end() error {
	if len(z.entries) == 0 {
		return nil
	}
	err := z.deflate.Close()
	e := z.entries[len(z.entries)-1]
	e.size = z.written - e.from
	return err
}

// AddFS is not used by excelize for workbooks that it made itself.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the finished zip, its entries by name, without times.
func (z *sortedZip) Close() error {
	if err := z.end(); err != nil {
		return err
	}
	slices.SortFunc(z.entries, func(a, b *entry) int { return cmp.Compare(a.name, b.name) })
	out := zip.NewWriter(z.out)
	for _, e := range z.entries {
		w, err := out.CreateRaw(&zip.FileHeader{
			Name: e.name, Method: zip.Deflate, CRC32: e.sum.Sum32(), CompressedSize64: uint64(e.size), UncompressedSize64: uint64(e.raw),
		})
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, io.NewSectionReader(z.temp, e.from, e.size)); err != nil {
			return err
		}
	}
	return out.Close()
}

// remove deletes the temporary file.
func (z *sortedZip) remove() error { return errors.Join(z.temp.Close(), os.Remove(z.temp.Name())) }
