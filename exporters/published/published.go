// Package published reads the tables of a dataset that stands in a directory: each as CSV, or as Parquet where there is no CSV.
package published

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/exporters/datapackage"
	"github.com/newsledger/newsledger/exporters/parquetfile"
	"github.com/newsledger/newsledger/schema"
)

// Dataset is a published dataset.
type Dataset struct {
	Dir     string
	Package datapackage.Package
}

// Errors of Open.
var (
	ErrNone   = errors.New("no newsledger dataset")
	ErrSchema = errors.New("a dataset of another schema version")
	ErrTables = errors.New("a dataset without CSV or Parquet tables: a workbook alone cannot be read back")
)

// Open reads what a dataset says of itself. It returns ErrNone, wrapped, when nothing of ours stands in dir; ErrSchema when its tables are those of another
// major version; ErrTables when there is none to be read.
func Open(dir string) (*Dataset, error) {
	d := &Dataset{Dir: dir}
	raw, err := os.ReadFile(filepath.Join(dir, datapackage.FileName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", dir, ErrNone)
	case err != nil:
		return nil, err
	}
	if err := json.Unmarshal(raw, &d.Package); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, datapackage.FileName), err)
	}
	switch {
	case d.Package.Name != datapackage.Name:
		return nil, fmt.Errorf("%s: %w", dir, ErrNone)
	case major(d.Package.Version) != major(schema.Version):
		return nil, fmt.Errorf("%s: %w: %s, and this is %s", dir, ErrSchema, d.Package.Version, schema.Version)
	case !d.has(schema.Articles):
		return nil, fmt.Errorf("%s: %w", dir, ErrTables)
	}
	return d, nil
}

// major is the first number of a version: datasets with the same one differ in columns that came.
func major(version string) string {
	number, _, _ := strings.Cut(version, ".")
	return number
}

func (d *Dataset) has(t *schema.Table) bool {
	if _, ok := csvfile.Find(d.Dir, t.Name); ok {
		return true
	}
	_, err := os.Stat(parquetfile.Path(d.Dir, t.Name))
	return err == nil
}

// isExcel says whether the CSV files are in the dialect for Excel.
func (d *Dataset) isExcel() bool {
	for _, r := range d.Package.All() {
		if r.Dialect != nil && r.Dialect.FormulaGuard != "" {
			return true
		}
	}
	return false
}

// Read gives the rows of a table in batches, in its order. No batch is used again. An error of each ends it and is returned.
func (d *Dataset) Read(t *schema.Table, each func(schema.Batch) error) error {
	path, ok := csvfile.Find(d.Dir, t.Name)
	if !ok {
		return parquetfile.ReadOlder(parquetfile.Path(d.Dir, t.Name), t, func(b schema.Batch, _ int) error { return each(b) })
	}
	var bad error
	err := csvfile.Read(path, t, csvfile.Options{Excel: d.isExcel(), Older: true}, func(b schema.Batch, _ int) error { return each(b) }, func(row int, column, reason string) {
		bad = errors.Join(bad, fmt.Errorf("%s: row %d: %s: %s", path, row, column, reason))
	})
	return errors.Join(err, bad)
}

// Rows gives all rows of a table, R its row type.
func Rows[R any](d *Dataset, t *schema.Table) ([]R, error) {
	var all []R
	err := d.Read(t, func(b schema.Batch) error {
		all = append(all, b.Rows.([]R)...)
		return nil
	})
	return all, err
}
