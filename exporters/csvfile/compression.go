package csvfile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Compression is how whole files are compressed. Their headers hold no time, name or host: equal rows give equal bytes.
type Compression string

// The compressions.
const (
	None Compression = ""
	Gzip Compression = "gzip"
	Zstd Compression = "zstd"
)

// Compressions lists them, the plain one first.
var Compressions = []Compression{None, Gzip, Zstd}

// Ext is how the names of files end.
func (c Compression) Ext() string {
	switch c {
	case Gzip:
		return ".csv.gz"
	case Zstd:
		return ".csv.zst"
	}
	return ".csv"
}

func (c Compression) writer(f *os.File) (io.WriteCloser, error) {
	switch c {
	case Gzip:
		return gzip.NewWriter(f), nil
	case Zstd:
		return zstd.NewWriter(f, zstd.WithEncoderConcurrency(1)) // more would cut blocks by the clock of the goroutines
	}
	return f, nil
}

// open opens a file for reading, decompressed by what its name says.
func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	o := opened{Reader: f, file: f, end: func() {}}
	switch {
	case strings.HasSuffix(path, Gzip.Ext()):
		o.Reader, err = gzip.NewReader(f)
	case strings.HasSuffix(path, Zstd.Ext()):
		var r *zstd.Decoder
		if r, err = zstd.NewReader(f, zstd.WithDecoderConcurrency(1)); err == nil {
			o.Reader, o.end = r, r.Close
		}
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	return o, nil
}

// opened reads a file, through a decoder when it is compressed, and closes both.
type opened struct {
	io.Reader
	end  func()
	file *os.File
}

func (o opened) Close() error {
	o.end()
	return o.file.Close()
}
