// Package verify checks a published dataset: that its files are those that were published, and that its rows keep what schema promises.
//
// It reads every table as CSV, or as Parquet where there is no CSV, in two passes: the first checks each row by itself and remembers keys, the
// second checks what refers to other rows, with the mentions of each article beside its text. Memory is proportional to the ids. It
// repairs nothing, and does not read the workbook but for its hash.
package verify

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/exporters/datapackage"
	"github.com/newsledger/newsledger/exporters/parquetfile"
	"github.com/newsledger/newsledger/schema"
)

// Problem is one thing that is wrong in a dataset.
type Problem struct {
	File   string // path from the dataset directory, with slashes
	Row    int    // from 1, the header not counted; 0 for the file as a whole
	Column string // "" for the row or file as a whole
	Reason string
}

func (p Problem) String() string {
	s := p.File
	if p.Row > 0 {
		s += fmt.Sprintf(":%d", p.Row)
	}
	if p.Column != "" {
		s += ": " + p.Column
	}
	return s + ": " + p.Reason
}

// maxProblems is how many problems of one column are listed; one more line says how many followed.
const maxProblems = 20

// Dataset returns all that is wrong in the dataset of directory dir. An error means that dir could not be checked at all.
func Dataset(dir string) ([]Problem, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, err
	}
	dir, err := filepath.EvalSymlinks(dir) // latest of a folder of releases
	if err != nil {
		return nil, err
	}
	v := &checker{dir: dir, listed: map[[2]string]int{}, broken: map[string]bool{}, keys: map[string]map[uint64]int32{}, spoken: map[string]map[uint64]spoken{}, groups: map[uint64]*groupFacts{}}
	p, ok := v.files()
	if !ok {
		return v.result(), nil
	}
	v.tables(p)
	return v.result(), nil
}

// checker holds the state of a check.
type checker struct {
	dir        string
	problems   []Problem
	order      [][2]string                 // files and columns in the order of their first problem
	listed     map[[2]string]int           // problems by file and column
	excel      bool                        // CSV in the dialect for Excel
	lastSource string                      // of the article before
	tableAt    map[string]string           // file of each table, by path from dir
	broken     map[string]bool             // tables that could not be read to the end
	keys       map[string]map[uint64]int32 // row of each key, by table
	spoken     map[string]map[uint64]spoken
	groups     map[uint64]*groupFacts
}

func (v *checker) add(file string, row int, column, format string, args ...any) {
	k := [2]string{file, column}
	if v.listed[k] == 0 {
		v.order = append(v.order, k)
	}
	if v.listed[k]++; v.listed[k] <= maxProblems {
		v.problems = append(v.problems, Problem{file, row, column, fmt.Sprintf(format, args...)})
	}
}

func (v *checker) result() []Problem {
	for _, k := range v.order {
		if n := v.listed[k] - maxProblems; n > 0 {
			v.problems = append(v.problems, Problem{File: k[0], Column: k[1], Reason: fmt.Sprintf("%d more like these", n)})
		}
	}
	return v.problems
}

// tables checks the rows of all tables.
func (v *checker) tables(p *datapackage.Package) {
	rows := v.local()
	for _, r := range p.All() {
		if r.Table != "" && r.Rows != nil && v.tableAt[r.Table] == r.Path && !v.broken[r.Table] && rows[r.Table] != *r.Rows {
			v.add(datapackage.FileName, 0, "", "%s has %d rows, and %d are stated", r.Path, rows[r.Table], *r.Rows)
		}
	}
	if len(v.tableAt) == len(schema.Tables) {
		v.across()
	}
}

// read gives the rows of a table; false when its file could not be read to the end, which is noted once.
func (v *checker) read(t *schema.Table, each func(b schema.Batch, first int) error, bad csvfile.Bad) bool {
	name, ok := v.tableAt[t.Name]
	if !ok {
		return false
	}
	var err error
	if filepath.Ext(name) == ".parquet" {
		err = parquetfile.Read(parquetfile.Path(v.dir, t.Name), t, each)
	} else {
		err = csvfile.Read(filepath.Join(v.dir, filepath.FromSlash(name)), t, csvfile.Options{Excel: v.excel}, each, bad)
	}
	if err == nil || err == errStop {
		return true
	}
	if !v.broken[t.Name] {
		v.broken[t.Name] = true
		v.add(name, 0, "", "%s", strings.TrimPrefix(err.Error(), filepath.Join(v.dir, filepath.FromSlash(name))+": "))
	}
	return false
}
