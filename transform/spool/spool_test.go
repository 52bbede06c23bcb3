package spool

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/newsledger/newsledger/schema"
)

func record(i int) *schema.Record {
	return &schema.Record{
		Article:   schema.Article{ArticleID: fmt.Sprint("art_", i), Source: "a.txt", Text: strings.Repeat("Ten men — 10 — left. ", 1+i%50), PublishedDate: schema.Ptr(schema.Date(i))},
		Figures:   []schema.Figure{{FigureID: "fig", Span: schema.Span{SpanStart: 1, SpanEnd: 2, Quote: "e"}, Value: schema.Ptr(float64(i)), GroupFields: schema.GroupFields{GroupSex: "male"}}},
		Events:    []schema.Event{{EventID: "e", GeoPrecision: schema.Ptr(3), DateFields: schema.DateFields{DateEDTF: "2025"}}},
		Signature: []uint64{1, 1 << 63},
	}
}

func TestRecordsComeBackInAnyOrder(t *testing.T) {
	s := New(t.TempDir())
	defer s.Close()
	var order []int
	for i := range 3000 {
		b, err := Marshal(record(i))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Append(b); err != nil {
			t.Fatal(err)
		}
		order = append(order, (i*7)%3000)
	}
	k := 0
	err := s.Each(order, func(n int, r *schema.Record) error {
		if diff := cmp.Diff(record(order[k]), r, cmpopts.IgnoreUnexported(schema.Record{})); n != order[k] || diff != "" {
			return fmt.Errorf("record %d: (-want +got):\n%s", n, diff)
		}
		k++
		return nil
	})
	if err != nil || k != 3000 {
		t.Errorf("read %d records: %v", k, err)
	}
}

func TestEqualRecordsGiveEqualBytes(t *testing.T) {
	a, _ := Marshal(record(5))
	b, _ := Marshal(record(5))
	if !bytes.Equal(a, b) {
		t.Error("bytes differ")
	}
}

func FuzzDamagedSegmentsGiveNoRecord(f *testing.F) {
	s := New(f.TempDir())
	b, _ := Marshal(record(1))
	whole := Segment(s.zip, append(binary.AppendUvarint(nil, uint64(len(b))), b...), 1)
	f.Add(whole, 0, byte(0))
	f.Add(whole, 40, byte(9))
	f.Fuzz(func(t *testing.T, data []byte, at int, with byte) {
		changed := !bytes.Equal(data, whole)
		if len(data) > 0 && at >= 0 {
			data = bytes.Clone(data)
			data[at%len(data)] ^= with
			changed = !bytes.Equal(data, whole)
		}
		records, err := Open(s.unzip, data)
		if changed && bytes.HasPrefix(whole, data[:min(len(data), headerBytes)]) && err == nil {
			t.Error("a segment with another body or a cut one opens without error")
		}
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("error %v is not ErrDamaged", err)
		}
		for _, r := range records {
			if _, err := Unmarshal(r); err != nil && !errors.Is(err, ErrDamaged) {
				t.Errorf("error %v is not ErrDamaged", err)
			}
		}
	})
}

func TestEveryDamagedByteIsAnError(t *testing.T) {
	s := New(t.TempDir())
	defer s.Close()
	b, _ := Marshal(record(3))
	whole := Segment(s.zip, append(binary.AppendUvarint(nil, uint64(len(b))), b...), 1)
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 0x40
		if _, err := Open(s.unzip, damaged); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d of %d changed: error %v, want ErrDamaged", i, len(whole), err)
		}
		if _, err := Open(s.unzip, whole[:i]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at byte %d: error %v, want ErrDamaged", i, err)
		}
	}
}

func TestADamagedFileGivesAnErrorAndNoRow(t *testing.T) {
	s := New(t.TempDir())
	defer s.Close()
	b, _ := Marshal(record(3))
	if _, err := s.Append(b); err != nil {
		t.Fatal(err)
	}
	if err := s.flush(); err != nil {
		t.Fatal(err)
	}
	s.store.Bytes()[headerBytes+5] ^= 1
	err := s.Each([]int{0}, func(int, *schema.Record) error { t.Error("a row from damaged bytes"); return nil })
	if !errors.Is(err, ErrDamaged) {
		t.Errorf("error %v, want ErrDamaged", err)
	}
}

func BenchmarkRecordThere(b *testing.B) {
	r := record(49)
	for b.Loop() {
		if _, err := Marshal(r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRecordBack(b *testing.B) {
	data, _ := Marshal(record(49))
	for b.Loop() {
		if _, err := Unmarshal(data); err != nil {
			b.Fatal(err)
		}
	}
}
