// Package state keeps what a continued dataset need not read again: the record of every article, by its cache key, and what each input file
// looked like when it was read. It lies beside the dataset (.NAME.state) and is a cache: without it, or when it is damaged or of another
// version, articles are read again, and the dataset comes out the same.
//
//	index.cbor       which records there are, and the files that they came from; written last, in one rename
//	records-*.seg    segments of package spool: one file for what a run added, never written again
//
// When many runs have added files, or most records are dead, Save puts the living ones into one new file.
package state

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/zeebo/xxh3"

	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/spool"
)

const (
	format    = 1 // of index.cbor
	indexName = "index.cbor"
	maxFiles  = 16              // of segments, before they are put together
	settled   = 2 * time.Second // a file that changed later than this before it was read may change again within its clock's tick
)

// State is what earlier runs read. The zero value knows nothing.
type State struct {
	dir     string
	index   index
	byKey   map[string]*Record
	bySrc   map[string]*Record // by source
	files   map[string]*File   // by source
	options string             // of this run
}

// index is the content of index.cbor.
type index struct {
	Format      int
	Fingerprint string // of rules, lexicons and weights that made the records
	Options     string // with which the files were read
	Outcome     string // of the run that wrote it; says what was published
	Parts       []part
	Records     []Record
	Files       []File
}

// part is one file of segments.
type part struct {
	Name    string
	Extents []spool.Extent
}

// Record is one article that the dataset holds.
type Record struct {
	Key    string // cache key
	Source string
	Number int // in the spool that Attach fills
}

// File is an input file as it was before it was read.
type File struct {
	Source, Path string
	Size         int64
	Modified     int64 // nanoseconds since 1970; so is Changed
	Changed      int64 // of the file's entry in its file system, 0 where there is none
	Inode        uint64
	Settled      bool  // every article was read without a word, and the file had rested for a while
	Records      []int // numbers in State.Records
}

// ErrOther is why Open knows nothing of a state of another version: its records would not be those that this version makes.
var ErrOther = errors.New("state of another version")

// New is a state that knows nothing; Save will put it into dir.
func New(dir, options string) *State { return &State{dir: dir, options: options} }

// Open reads the state in dir. Of a state that is missing, damaged or of another version it knows nothing, and the error says why (fs.ErrNotExist
// when there is none). The State is never nil.
func Open(dir, fingerprint, options string) (*State, error) {
	s := New(dir, options)
	raw, err := os.ReadFile(filepath.Join(dir, indexName))
	if err != nil {
		return s, err
	}
	x, err := decode(raw)
	if err != nil {
		return s, fmt.Errorf("%s: %w", filepath.Join(dir, indexName), err)
	}
	if x.Format != format || x.Fingerprint != fingerprint {
		return s, ErrOther
	}
	for _, p := range x.Parts {
		if info, err := os.Stat(filepath.Join(dir, p.Name)); err != nil || info.Size() != p.size() {
			return s, fmt.Errorf("%s is not as it was written", filepath.Join(dir, p.Name))
		}
	}
	s.index = *x
	s.byKey, s.bySrc, s.files = map[string]*Record{}, map[string]*Record{}, map[string]*File{}
	for i := range x.Records {
		s.byKey[x.Records[i].Key], s.bySrc[x.Records[i].Source] = &x.Records[i], &x.Records[i]
	}
	for i := range x.Files {
		s.files[x.Files[i].Source] = &x.Files[i]
	}
	return s, nil
}

// Forgotten is the state that knows nothing, in the same place.
func (s *State) Forgotten() *State { return New(s.dir, s.options) }

// checksumBytes stand before the index.
const checksumBytes = 8

// encode writes an index behind its checksum.
func encode(x *index) ([]byte, error) {
	raw, err := cbor.Marshal(x)
	return append(binary.LittleEndian.AppendUint64(nil, xxh3.Hash(raw)), raw...), err
}

// decode reads what encode wrote. Any other bytes are an error.
func decode(b []byte) (*index, error) {
	if len(b) < checksumBytes || binary.LittleEndian.Uint64(b) != xxh3.Hash(b[checksumBytes:]) {
		return nil, errors.New("damaged: its checksum is wrong")
	}
	x := &index{}
	return x, cbor.Unmarshal(b[checksumBytes:], x)
}

// size is that of the file.
func (p *part) size() (n int64) {
	for _, e := range p.Extents {
		n = max(n, e.At+int64(e.Length))
	}
	return n
}

// Attach puts the records into an empty spool: their numbers are Record.Number there. A file that went since Open is spool.ErrDamaged.
func (s *State) Attach(to *spool.Spool) error {
	for _, p := range s.index.Parts {
		f, err := os.Open(filepath.Join(s.dir, p.Name))
		if err != nil {
			return fmt.Errorf("%w: %w", spool.ErrDamaged, err)
		}
		to.Attach(f, p.Extents)
	}
	return nil
}

// Records are the articles of the dataset that was published last, in the order in which they were found.
func (s *State) Records() []Record { return s.index.Records }

// Outcome is what Save was told.
func (s *State) Outcome() string { return s.index.Outcome }

// Keyed returns the record with a cache key, nil for none.
func (s *State) Keyed(key string) *Record { return s.byKey[key] }

// Sourced returns the record that came from a source, nil for none.
func (s *State) Sourced(source string) *Record { return s.bySrc[source] }

// From returns the records that came from a file when it was last read, whatever it holds now.
func (s *State) From(fileSource string) []Record {
	f := s.files[fileSource]
	if f == nil {
		return nil
	}
	records := make([]Record, len(f.Records))
	for i, n := range f.Records {
		records[i] = s.index.Records[n]
	}
	return records
}

// Same says whether a file is what it was, read with the same options, so that From tells what it holds.
func (s *State) Same(f source.File) bool {
	was := s.files[f.Source]
	if was == nil || f.Info == nil || !was.Settled || s.options != s.index.Options {
		return false
	}
	is := Look(f)
	return is.Path == was.Path && is.Size == was.Size && is.Modified == was.Modified && is.Changed == was.Changed && is.Inode == was.Inode
}

// Look notes how a file looks before it is read. It is not settled when it changed just now, or its clock is ahead.
func Look(f source.File) File {
	path, err := filepath.Abs(f.Path)
	if err != nil || f.Info == nil {
		return File{Source: f.Source, Path: f.Path}
	}
	changed, inode := identity(f.Info)
	return File{Source: f.Source, Path: path, Size: f.Info.Size(), Modified: f.Info.ModTime().UnixNano(), Changed: changed, Inode: inode,
		Settled: time.Since(f.Info.ModTime()) > settled}
}
