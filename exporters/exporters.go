package exporters

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/exporters/datapackage"
	"github.com/newsledger/newsledger/exporters/parquetfile"
	"github.com/newsledger/newsledger/exporters/xlsxfile"
	"github.com/newsledger/newsledger/schema"
)

// Writer receives the batches of one format, those of a table in the order of its rows, tables in any order. Close completes it and
// reports any write error still pending; without a good Close the files are not complete. After an error Write returns it again and
// writes nothing.
type Writer interface {
	Write(schema.Batch) error
	Close() error
}

// Formats lists the formats that Create knows.
var Formats = []string{"csv", "parquet", "xlsx"}

// Options say what is written beside the rows. The zero value writes a dataset without a version.
type Options struct {
	schema.Edition
	CSVExcel       bool                // write CSV for Excel: byte order mark, CRLF, an apostrophe before text that Excel would take for a formula
	CSVCompression csvfile.Compression // of the CSV files as a whole
	PartitionBy    string              // one of schema.Partitions: Parquet files of the flat views in hive folders too; "" for none
	AllSheets      bool                // the workbook has a sheet for every table, also mentions and links
	HXL            bool                // the workbook has a sheet of events with HXL hashtags
	Notice         func(error)         // called for everything that a format cannot hold whole (*schema.LimitError); nil drops the notices
}

// Create opens a format in the dataset directory dir, which must exist. counts holds the final number of rows of each table: a workbook
// states the size of a sheet before its rows. Every table of schema.Tables gets its file or sheet, also one without rows.
func Create(format, dir string, counts map[string]int, o Options) (Writer, error) {
	switch format {
	case "csv":
		return csvfile.Create(dir, csvfile.Options{Excel: o.CSVExcel, Compression: o.CSVCompression})
	case "parquet":
		return parquetfile.Create(dir, parquetfile.Options{Edition: o.Edition, Counts: counts, PartitionBy: o.PartitionBy})
	case "xlsx":
		return xlsxfile.Create(dir, xlsxfile.Options{Edition: o.Edition, Counts: counts, AllSheets: o.AllSheets, HXL: o.HXL, Notice: o.Notice})
	}
	return nil, fmt.Errorf("unknown format %q: want %s", format, strings.Join(Formats, ", "))
}

// Describe writes the documents of a dataset whose formats are complete: datapackage.json, CODEBOOK.md, SHA256SUMS.
func Describe(dir string, counts map[string]int, o Options) error {
	return datapackage.Write(dir, counts, datapackage.Options{Edition: o.Edition, CSVExcel: o.CSVExcel, CSVExt: o.CSVCompression.Ext()})
}

// CreateAll opens several formats as one Writer that feeds them at the same time.
func CreateAll(formats []string, dir string, counts map[string]int, o Options) (Writer, error) {
	var all tee
	for _, format := range formats {
		w, err := Create(format, dir, counts, o)
		if err != nil {
			return nil, errors.Join(err, all.Close())
		}
		all = append(all, w)
	}
	return all, nil
}

// tee hands each batch to all writers, one goroutine a writer, and returns when all are done with it: no writer may keep a batch.
type tee []Writer

func (t tee) Write(b schema.Batch) error {
	return t.each(func(w Writer) error { return w.Write(b) })
}

func (t tee) Close() error { return t.each(Writer.Close) }

func (t tee) each(do func(Writer) error) error {
	errs := make([]error, len(t))
	var wait sync.WaitGroup
	for i, w := range t {
		wait.Go(func() { errs[i] = do(w) })
	}
	wait.Wait()
	return errors.Join(errs...)
}
