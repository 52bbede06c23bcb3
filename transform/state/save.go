package state

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsledger/newsledger/transform/spool"
)

// Save replaces the state by that of a run: the records of its dataset with their numbers in the spool to which the state was attached, and the
// files that it read. What an earlier state holds stays until the new one is durable.
func (s *State) Save(from *spool.Spool, fingerprint, outcome string, records []Record, files []File) error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	x := index{Format: format, Fingerprint: fingerprint, Options: s.options, Outcome: outcome, Parts: slices.Clone(s.index.Parts), Records: records, Files: files}
	if len(x.Parts) >= maxFiles || s.stored() > 2*len(records) {
		var err error
		if from, err = s.together(from, x.Records); err != nil {
			return err
		}
		defer from.Close()
		x.Parts = nil
	}
	if err := s.addPart(&x, from); err != nil {
		return err
	}
	if err := s.writeIndex(&x); err != nil {
		return err
	}
	s.index = x
	s.sweep()
	return nil
}

// stored is the number of records in the files of segments, the dead ones among them.
func (s *State) stored() int {
	n := 0
	for _, p := range s.index.Parts {
		for _, e := range p.Extents {
			n += e.Records
		}
	}
	return n
}

// together puts the living records into a spool of their own and renumbers them.
func (s *State) together(from *spool.Spool, records []Record) (*spool.Spool, error) {
	numbers := make([]int, len(records))
	for i := range records {
		numbers[i] = records[i].Number
	}
	to, i := spool.New(s.dir), 0
	err := from.EachRaw(numbers, func(_ int, record []byte) (err error) {
		records[i].Number, err = to.Append(record)
		i++
		return err
	})
	if err != nil {
		return nil, errors.Join(err, to.Close())
	}
	return to, nil
}

// addPart writes the spool's own segments into a file with a name that no run used before.
func (s *State) addPart(x *index, from *spool.Spool) error {
	used := 0
	for _, p := range s.index.Parts {
		var n int
		if _, err := fmt.Sscanf(p.Name, "records-%d.seg", &n); err == nil {
			used = max(used, n)
		}
	}
	name := fmt.Sprintf("records-%06d.seg", used+1)
	var extents []spool.Extent
	err := writeFile(filepath.Join(s.dir, name), func(w io.Writer) (err error) { extents, err = from.Save(w); return err })
	if err != nil {
		return err
	}
	if len(extents) > 0 {
		x.Parts = append(x.Parts, part{name, extents})
	}
	return nil
}

func (s *State) writeIndex(x *index) error {
	raw, err := encode(x)
	if err != nil {
		return err
	}
	next := filepath.Join(s.dir, indexName+".new")
	if err := writeFile(next, func(w io.Writer) error { _, err := w.Write(raw); return err }); err != nil {
		return err
	}
	return os.Rename(next, filepath.Join(s.dir, indexName))
}

// writeFile makes a durable file.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Sync(), f.Close())
}

// sweep removes what the index does not name: parts that were put together, and what a killed run left. What cannot go now goes another time.
func (s *State) sweep() {
	entries, _ := os.ReadDir(s.dir)
	for _, e := range entries {
		if e.Name() != indexName && !slices.ContainsFunc(s.index.Parts, func(p part) bool { return p.Name == e.Name() }) {
			_ = os.Remove(filepath.Join(s.dir, e.Name()))
		}
	}
}
