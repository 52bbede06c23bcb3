package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	gzipMagic = []byte{0x1F, 0x8B}             // RFC 1952
	zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD} // RFC 8878
)

// maxWindow is the most memory that a zstd stream may ask for: what `zstd --ultra --long=27` writes needs 128 MiB.
const maxWindow = 128 << 20

// unpack takes compression off, whatever the file is called; packed is what its name promises. The function closes what was opened.
func unpack(r *bufio.Reader, packed string) (*bufio.Reader, func(), error) {
	head, _ := r.Peek(4)
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, fmt.Errorf("gzip: %w", err)
		}
		return bufio.NewReaderSize(&unpacked{z, "gzip"}, 64<<10), func() { z.Close() }, nil
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, nil, fmt.Errorf("zstd: %w", err)
		}
		return bufio.NewReaderSize(&unpacked{z, "zstd"}, 64<<10), z.Close, nil
	case packed == "gz" && len(head) > 0:
		return nil, nil, errors.New("not gzip data, though the name ends in .gz")
	case packed == "zst" && len(head) > 0:
		return nil, nil, errors.New("not zstd data, though the name ends in .zst")
	}
	return r, func() {}, nil
}

// unpacked puts the name of the compression before errors of r.
type unpacked struct {
	r    io.Reader
	name string
}

func (n *unpacked) Read(p []byte) (int, error) {
	k, err := n.r.Read(p)
	if err != nil && err != io.EOF {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = fmt.Errorf("%s: the file is cut off: %w", n.name, err)
		} else {
			err = fmt.Errorf("%s: %w", n.name, err)
		}
	}
	return k, err
}
