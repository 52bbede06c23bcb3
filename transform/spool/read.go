package spool

import (
	"fmt"
	"slices"

	"github.com/klauspost/compress/zstd"

	"github.com/newsledger/newsledger/schema"
)

// Each reads the records with the given numbers, in that order, and hands each to yield with its number. They are decoded ahead, on two cores.
// Numbers that lie near each other are cheap: a segment is opened once while few others are asked for between.
func (s *Spool) Each(numbers []int, yield func(number int, r *schema.Record) error) error {
	if err := s.flush(); err != nil {
		return err
	}
	a := s.readAhead(numbers)
	defer a.end()
	for run := range a.inOrder {
		<-run.done
		for i, r := range run.records {
			if err := yield(run.numbers[i], r); err != nil {
				return err
			}
		}
		if run.err != nil {
			return run.err
		}
	}
	return nil
}

// EachRaw is Each for records as they are encoded. yield must not keep the bytes.
func (s *Spool) EachRaw(numbers []int, yield func(number int, record []byte) error) error {
	if err := s.flush(); err != nil {
		return err
	}
	r := s.Reader(s.unzip)
	for _, n := range numbers {
		b, err := r.raw(n)
		if err == nil {
			err = yield(n, b)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Reader reads records of a spool to which nothing is appended meanwhile. Several may read at a time, each with a decoder of its own.
type Reader struct {
	s      *Spool
	unzip  *zstd.Decoder
	opened []opened // the last used first
}

type opened struct {
	segment int32
	records [][]byte
}

// maxOpened is how many segments a reader keeps open: records of several files may follow each other in turn.
const maxOpened = 8

// Reader returns a reader that uses a decoder.
func (s *Spool) Reader(unzip *zstd.Decoder) *Reader { return &Reader{s: s, unzip: unzip} }

// Record reads the record with a number.
func (r *Reader) Record(number int) (*schema.Record, error) {
	b, err := r.raw(number)
	if err != nil {
		return nil, err
	}
	return Unmarshal(b)
}

func (r *Reader) raw(number int) ([]byte, error) {
	p := r.s.index[number]
	i := slices.IndexFunc(r.opened, func(o opened) bool { return o.segment == p.segment })
	if i < 0 {
		b, err := r.s.segment(p.segment)
		if err != nil {
			return nil, err
		}
		records, err := Open(r.unzip, b)
		if err != nil {
			return nil, err
		}
		if len(r.opened) < maxOpened {
			r.opened = append(r.opened, opened{})
		}
		i = len(r.opened) - 1
		r.opened[i] = opened{p.segment, records}
	}
	o := r.opened[i]
	copy(r.opened[1:i+1], r.opened[:i])
	r.opened[0] = o
	if int(p.number) >= len(o.records) {
		return nil, fmt.Errorf("%w: fewer records than stated", ErrDamaged)
	}
	return o.records[p.number], nil
}

func (s *Spool) segment(k int32) ([]byte, error) {
	e := s.segments[k]
	from := e.in
	if from == nil {
		from = s.file
	}
	if from == nil {
		return s.store.Bytes()[e.At : e.At+int64(e.Length)], nil
	}
	b := make([]byte, e.Length)
	if _, err := from.ReadAt(b, e.At); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return b, nil
}
