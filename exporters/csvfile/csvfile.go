// Package csvfile writes and reads tables as CSV: csv/TABLE.csv, .csv.gz or .csv.zst, UTF-8, LF, comma, RFC 4180 quotes, a header of column names.
//
// gocsv maps rows to fields; the rows themselves are written here, because quoting, row ends and the formula guard are ours to decide.
// An empty field is null and nothing else: no text column holds an empty string, and an empty list has no items. The package does not
// publish files and does not check values.
package csvfile

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"

	"github.com/gocarina/gocsv"

	"github.com/newsledger/newsledger/schema"
)

// Options choose the dialect; the zero value is the plain one.
type Options struct {
	Excel       bool        // byte order mark, CRLF row ends and the formula guard, for opening the files in Excel by a double click
	Compression Compression // of whole files; Read goes by the file's name instead
	Older       bool        // Read takes files of an older schema, which lack columns
}

// Writer writes all tables of a dataset. It implements exporters.Writer.
type Writer struct {
	tables map[string]*tableFile
	err    error
}

// Path is where the CSV file of a table lies in a dataset directory.
func Path(dir, table string, c Compression) string { return filepath.Join(dir, "csv", table+c.Ext()) }

// Find returns the CSV file of a table in a dataset directory, however it is compressed.
func Find(dir, table string) (path string, ok bool) {
	for _, c := range Compressions {
		path = Path(dir, table, c)
		if _, err := os.Stat(path); err == nil {
			return path, true
		}
	}
	return "", false
}

// Create opens dir/csv/TABLE.csv for every table and writes the headers.
func Create(dir string, o Options) (*Writer, error) {
	if err := os.MkdirAll(filepath.Join(dir, "csv"), 0o755); err != nil {
		return nil, err
	}
	w := &Writer{tables: map[string]*tableFile{}}
	for _, t := range schema.Tables {
		f, err := createTable(Path(dir, t.Name, o.Compression), t, o)
		if err != nil {
			return nil, errors.Join(err, w.Close())
		}
		w.tables[t.Name] = f
	}
	return w, nil
}

// Write appends the rows of b to its table.
func (w *Writer) Write(b schema.Batch) error {
	if w.err == nil {
		w.err = gocsv.MarshalCSVWithoutHeaders(b.Rows, w.tables[b.Table.Name].rows)
	}
	return w.err
}

// Close completes all files.
func (w *Writer) Close() error {
	errs := []error{w.err}
	for _, t := range schema.Tables {
		if f := w.tables[t.Name]; f != nil {
			errs = append(errs, f.close())
		}
	}
	return errors.Join(errs...)
}

// tableFile is the open file of one table.
type tableFile struct {
	file   *os.File
	packed io.WriteCloser // compresses into file; file itself when nothing does
	buf    *bufio.Writer
	rows   *rowWriter
}

func createTable(path string, t *schema.Table, o Options) (*tableFile, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	packed, err := o.Compression.writer(file)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	buf := bufio.NewWriterSize(packed, 1<<16)
	f := &tableFile{file, packed, buf, newRowWriter(buf, t, o)}
	none := reflect.MakeSlice(reflect.SliceOf(t.RowType()), 0, 0).Interface()
	if err := gocsv.MarshalCSV(none, f.rows); err != nil { // the header alone
		return nil, errors.Join(err, f.close())
	}
	return f, nil
}

func (f *tableFile) close() error {
	errs := []error{f.buf.Flush()}
	if f.packed != f.file {
		errs = append(errs, f.packed.Close())
	}
	return errors.Join(append(errs, f.file.Close())...)
}
