// Package spool keeps records as bytes between the passes of a run, in the state of a continued dataset, and between machines.
//
// A spool is a run of segments. A segment is a header of 24 bytes (magic, number of records, sizes, checksum) and a zstd frame of records
// in canonical CBOR, each behind its length. Segments stay in memory while they are small and go to a temporary file after that. A
// record from damaged bytes is an error, never a wrong row.
package spool

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/fxamacker/cbor/v2"
	"github.com/klauspost/compress/zstd"
	"github.com/newsledger/newsledger/schema"
	"github.com/zeebo/xxh3"
)

const (
	segmentBytes = 1 << 20  // raw records gathered before a segment is compressed: larger ones no longer shrink the file
	memoryBytes  = 64 << 20 // compressed segments kept in memory before they go to a file
	magic        = "NLS1"
	headerBytes  = 24
	maxSegment   = 1 << 30 // a header that claims more is damaged
)

// ErrDamaged is what reading bytes gives that are no segment as written.
var ErrDamaged = errors.New("damaged segment")

var (
	encoding = must(cbor.CanonicalEncOptions().EncMode())
	decoding = must(cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF, ExtraReturnErrors: cbor.ExtraDecErrorUnknownField, MaxArrayElements: 1 << 24}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Marshal encodes one record: equal records give equal bytes.
func Marshal(r *schema.Record) ([]byte, error) { return encoding.Marshal(r) }

// Unmarshal decodes one record.
func Unmarshal(b []byte) (*schema.Record, error) {
	r := new(schema.Record)
	if err := decoding.Unmarshal(b, r); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return r, nil
}

// place says where a record lies.
type place struct {
	segment int32
	number  int32
}

// Spool holds records in the order in which they were appended, behind those of the files that were attached.
type Spool struct {
	index    []place
	segments []segment
	own      int          // number of the first segment of its own
	open     bytes.Buffer // records of the segment that is being filled
	inOpen   int32
	store    bytes.Buffer // compressed segments of its own while they are small
	file     *os.File
	attached []*os.File
	size     int64
	zip      *zstd.Encoder
	unzip    *zstd.Decoder
	dir      string
}

// segment is where one lies: in an attached file, or among the spool's own.
type segment struct {
	Extent
	in *os.File // nil: the spool's own
}

// Extent is the place of a segment in its file.
type Extent struct {
	At      int64
	Length  int
	Records int
}

// New returns an empty spool whose temporary file, if it needs one, lies in dir ("" for the system's).
func New(dir string) *Spool {
	return &Spool{dir: dir, zip: must(zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))),
		unzip: must(zstd.NewReader(nil, zstd.WithDecoderConcurrency(1)))}
}

// Attach puts the records of a file that Save wrote behind those that the spool holds, and returns the number of the first. It must come before
// Append. The file is closed with the spool; its bytes are read when a record is asked for.
func (s *Spool) Attach(f *os.File, extents []Extent) int {
	first := len(s.index)
	for _, e := range extents {
		for i := range e.Records {
			s.index = append(s.index, place{int32(len(s.segments)), int32(i)})
		}
		s.segments = append(s.segments, segment{e, f})
	}
	s.attached = append(s.attached, f)
	s.own = len(s.segments)
	return first
}

// Save writes the segments of the spool's own to w, and says where in it each lies.
func (s *Spool) Save(w io.Writer) ([]Extent, error) {
	if err := s.flush(); err != nil {
		return nil, err
	}
	var extents []Extent
	for k := s.own; k < len(s.segments); k++ {
		b, err := s.segment(int32(k))
		if err == nil {
			_, err = w.Write(b)
		}
		if err != nil {
			return nil, err
		}
		extents = append(extents, s.segments[k].Extent)
	}
	return extents, nil
}

// Append adds an encoded record and returns its number, from 0.
func (s *Spool) Append(record []byte) (int, error) {
	s.index = append(s.index, place{int32(len(s.segments)), s.inOpen})
	s.open.Write(binary.AppendUvarint(nil, uint64(len(record))))
	s.open.Write(record)
	s.inOpen++
	var err error
	if s.open.Len() >= segmentBytes {
		err = s.flush()
	}
	return len(s.index) - 1, err
}

// flush compresses the open segment and puts it behind the others.
func (s *Spool) flush() error {
	if s.inOpen == 0 {
		return nil
	}
	b := Segment(s.zip, s.open.Bytes(), int(s.inOpen))
	s.segments = append(s.segments, segment{Extent{s.size, len(b), int(s.inOpen)}, nil})
	s.size += int64(len(b))
	s.open.Reset()
	s.inOpen = 0
	if s.file == nil && s.size <= memoryBytes {
		s.store.Write(b)
		return nil
	}
	return s.toFile(b)
}

func (s *Spool) toFile(segment []byte) (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp(s.dir, "newsledger-spool-*"); err != nil {
			return err
		}
		if _, err = s.file.Write(s.store.Bytes()); err != nil {
			return err
		}
		s.store = bytes.Buffer{}
	}
	_, err = s.file.Write(segment)
	return err
}

// Segment makes a segment of n records that stand in raw, each behind its length.
func Segment(z *zstd.Encoder, raw []byte, n int) []byte {
	b := z.EncodeAll(raw, make([]byte, headerBytes, headerBytes+len(raw)/3))
	copy(b, magic)
	binary.LittleEndian.PutUint32(b[4:], uint32(n))
	binary.LittleEndian.PutUint32(b[8:], uint32(len(raw)))
	binary.LittleEndian.PutUint32(b[12:], uint32(len(b)-headerBytes))
	binary.LittleEndian.PutUint64(b[16:], xxh3.Hash(b[headerBytes:])^xxh3.Hash(b[:16]))
	return b
}

// Open returns the encoded records of a segment. Any other bytes give ErrDamaged.
func Open(u *zstd.Decoder, b []byte) ([][]byte, error) {
	if len(b) < headerBytes || string(b[:4]) != magic {
		return nil, fmt.Errorf("%w: no header", ErrDamaged)
	}
	n, raw, zipped := binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint32(b[12:])
	if int(zipped) != len(b)-headerBytes || raw > maxSegment || n > raw {
		return nil, fmt.Errorf("%w: sizes do not fit", ErrDamaged)
	}
	if xxh3.Hash(b[headerBytes:])^xxh3.Hash(b[:16]) != binary.LittleEndian.Uint64(b[16:]) {
		return nil, fmt.Errorf("%w: checksum", ErrDamaged)
	}
	all, err := u.DecodeAll(b[headerBytes:], make([]byte, 0, raw))
	if err != nil || len(all) != int(raw) {
		return nil, fmt.Errorf("%w: zstd: %v", ErrDamaged, err)
	}
	return cutRecords(all, int(n))
}

func cutRecords(all []byte, n int) ([][]byte, error) {
	records := make([][]byte, 0, n)
	for len(all) > 0 {
		length, k := binary.Uvarint(all)
		if k <= 0 || length > uint64(len(all)-k) {
			return nil, fmt.Errorf("%w: record length", ErrDamaged)
		}
		records = append(records, all[k:k+int(length)])
		all = all[k+int(length):]
	}
	if len(records) != n {
		return nil, fmt.Errorf("%w: %d records, want %d", ErrDamaged, len(records), n)
	}
	return records, nil
}

// Close closes the attached files and removes the temporary one.
func (s *Spool) Close() error {
	s.unzip.Close()
	var errs []error
	for _, f := range s.attached {
		errs = append(errs, f.Close())
	}
	if s.file != nil {
		errs = append(errs, s.file.Close(), os.Remove(s.file.Name()))
	}
	return errors.Join(errs...)
}
