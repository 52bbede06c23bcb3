// Package parquetfile writes and reads tables as Parquet: parquet/TABLE.parquet, zstd, row groups of at most 122,880 rows or 32 MiB.
//
// It uses arrow v17, the last release on its import path, whose writer has known defects. The schema and encodings here stay clear of all
// of them (see arrowSchema and properties), and TestSchemasAvoidWhatReadersRefuse keeps it so. Types are plain: no Arrow dictionary, no
// unsigned integer, list elements nullable. What the columns mean stands in the files too. The package knows no clock.
package parquetfile

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/newsledger/newsledger/schema"
)

// Options say what the files state about themselves.
type Options struct {
	schema.Edition
	Counts      map[string]int // final number of rows of each table, stated in the footers
	PartitionBy string         // one of schema.Partitions: the tables that have such a column are written in hive folders too; "" for none
}

// Writer writes all tables of a dataset, one goroutine a table. It implements exporters.Writer.
type Writer struct {
	dir    string
	o      Options
	tables map[string]*tableFile
	err    error
}

// Path is where the Parquet file of a table lies in a dataset directory.
func Path(dir, table string) string { return filepath.Join(dir, "parquet", table+".parquet") }

// Create opens dir/parquet/TABLE.parquet for every table. A table without rows gets a file with its schema and no row group.
func Create(dir string, o Options) (*Writer, error) {
	o.Edition = o.Complete()
	if err := os.MkdirAll(filepath.Join(dir, "parquet"), 0o755); err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, o: o, tables: map[string]*tableFile{}}
	for _, t := range schema.Tables {
		f, err := createTable(Path(dir, t.Name), t, o)
		if err != nil {
			return nil, errors.Join(err, w.Close())
		}
		w.tables[t.Name] = f
	}
	return w, nil
}

// Write copies the rows of b and hands full runs of them to the goroutine of their table. It may report an error of an earlier batch.
func (w *Writer) Write(b schema.Batch) error {
	if w.err == nil {
		w.err = w.tables[b.Table.Name].write(b)
	}
	return w.err
}

// Close writes what is pending, completes all files and opens each again to count its rows; then it writes the partitions.
func (w *Writer) Close() error {
	var errs []error
	for _, t := range schema.Tables {
		if f := w.tables[t.Name]; f != nil {
			errs = append(errs, f.close())
		}
	}
	if err := errors.Join(errs...); err != nil || w.o.PartitionBy == "" {
		return err
	}
	return w.partition()
}
