// Package xlsxfile writes a dataset as a workbook for people: newsledger.xlsx.
//
// Summary and Read_me stand first, then one sheet a noun, names beside ids and the sentence beside the value, then the codebook. Each data
// sheet is a real Excel table with its header in row 1. Sheets are streamed: memory holds keys, never all rows. What a worksheet cannot hold
// is cut with a visible mark and reported (*schema.LimitError); CSV and Parquet hold everything. The same rows give the same bytes.
// The package decides what a person sees first; it does not decide what is true, and computes no number but counts and sums for Summary.
package xlsxfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"github.com/newsledger/newsledger/schema"
)

// FileName is the workbook's name in a dataset directory; tempName a directory beside it while it is written.
const (
	FileName = "newsledger.xlsx"
	tempName = ".newsledger-xlsx"
)

// Options say what goes into the workbook beside the rows.
type Options struct {
	schema.Edition
	Counts    map[string]int // final number of rows of each table: a sheet states its size before its rows
	AllSheets bool           // add a sheet for every table, also mentions and links
	HXL       bool           // add a sheet of events with HXL hashtags below its header
	sheetRows int            // rows of a worksheet below its header; 0 for all that Excel holds
	Notice    func(error)    // called with *schema.LimitError for what a sheet cannot hold; nil drops the notices
}

// Writer writes the workbook. It implements exporters.Writer.
type Writer struct {
	path string
	book *book
	err  error
}

// Create begins dir/newsledger.xlsx. Temporary files lie in a directory beside it until Close.
func Create(dir string, o Options) (*Writer, error) {
	o.Edition = o.Complete()
	b, err := newBook(dir, o)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(filepath.Join(dir, tempName)))
	}
	return &Writer{path: filepath.Join(dir, FileName), book: b}, nil
}

// Write shows the rows of b on the sheets of their table.
func (w *Writer) Write(b schema.Batch) error {
	if w.err == nil {
		w.err = w.book.write(b)
	}
	return w.err
}

// Close writes the sheets that need all rows, and the file.
func (w *Writer) Close() error {
	err := w.err
	if err == nil {
		err = w.complete()
	}
	return errors.Join(err, w.book.remove())
}

func (w *Writer) complete() error {
	b := w.book
	for _, step := range []func() error{b.finish, b.codebook, b.vocabulary, b.summary, b.readme, b.properties} {
		if err := step(); err != nil {
			return err
		}
	}
	return b.save(w.path)
}

// save writes the workbook through the sorted zip.
func (b *book) save(path string) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	z, err := newSortedZip(out, b.temp)
	if err != nil {
		return errors.Join(err, out.Close())
	}
	b.file.SetZipWriter(func(_ io.Writer) excelize.ZipWriter { return z })
	_, err = b.file.WriteToBuffer()
	return errors.Join(err, z.remove(), out.Close())
}

// properties names the workbook. Its dates are those of the data, for no clock reaches a file.
func (b *book) properties() error {
	p := &excelize.DocProperties{
		Title: b.o.Title, Subject: schema.DefaultTitle, Keywords: "news, events, actors, figures, citations",
		Creator: "newsledger " + b.o.Version, LastModifiedBy: "newsledger " + b.o.Version, Language: "en", Version: schema.Version,
	}
	if last := b.facts.last; last != nil {
		p.Created = last.String() + "T00:00:00Z"
		p.Modified = p.Created
	}
	if err := b.file.SetDocProps(p); err != nil {
		return err
	}
	return b.file.SetCustomProps(excelize.CustomProperty{Name: "schema_version", Value: schema.Version})
}
