package csvfile

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

func format(o Options) exporttest.Format {
	return exporttest.Format{
		Create: func(dir string, _ map[string]int) (exporttest.Writer, error) { return Create(dir, o) },
		Read: func(t testing.TB, dir string, table *schema.Table) (rows [][]string) {
			err := Read(Path(dir, table.Name, o.Compression), table, o, func(b schema.Batch, first int) error {
				if first != len(rows)+1 {
					t.Errorf("batch says row %d after %d rows", first, len(rows))
				}
				for i := range b.Len() {
					var row []string
					for k := range table.Columns {
						row = append(row, b.String(&table.Columns[k], i))
					}
					rows = append(rows, row)
				}
				return nil
			}, func(row int, column, reason string) { t.Errorf("%s: row %d: %s: %s", table.Name, row, column, reason) })
			if err != nil {
				t.Error(err)
			}
			return rows
		},
	}
}

func TestConformance(t *testing.T) { exporttest.Run(t, format(Options{})) }

func TestConformanceCompressed(t *testing.T) {
	for _, c := range Compressions[1:] {
		t.Run(string(c), func(t *testing.T) { exporttest.Run(t, format(Options{Compression: c})) })
	}
}

func TestConformanceForExcel(t *testing.T) { exporttest.Run(t, format(Options{Excel: true})) }

func BenchmarkWrite(b *testing.B) { exporttest.Bench(b, format(Options{}).Create) }
func BenchmarkLarge(b *testing.B) { exporttest.BenchLarge(b, 1_000_000, format(Options{}).Create) }
func BenchmarkPeak(b *testing.B)  { exporttest.BenchPeak(b, 1_000_000, format(Options{}).Create) }

// BenchmarkLargeEncodingCSV writes the same rows with encoding/csv, one file at a time, for comparison.
func BenchmarkLargeEncodingCSV(b *testing.B) {
	exporttest.BenchLarge(b, 1_000_000, func(dir string, _ map[string]int) (exporttest.Writer, error) {
		f, err := os.Create(filepath.Join(dir, "links.csv"))
		return &plainWriter{file: f, out: csv.NewWriter(f)}, err
	})
}

// plainWriter is what somebody would write without us.
type plainWriter struct {
	file *os.File
	out  *csv.Writer
	row  []string
}

func (w *plainWriter) Write(b schema.Batch) error {
	for i := range b.Len() {
		w.row = w.row[:0]
		for k := range b.Table.Columns {
			w.row = append(w.row, b.String(&b.Table.Columns[k], i))
		}
		if err := w.out.Write(w.row); err != nil {
			return err
		}
	}
	return nil
}

func (w *plainWriter) Close() error {
	w.out.Flush()
	return errors.Join(w.out.Error(), w.file.Close())
}

// FuzzRowsComeBack writes two fields as a row and reads them with our reader and with encoding/csv.
func FuzzRowsComeBack(f *testing.F) {
	for _, s := range []string{"", "a", `"`, `""`, ",", "\n", "\r\n", "a\rb", " ", `\.`, "'=", "=1", "\x00", "\ufeff", "🚔"} {
		f.Add(s, s+"x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var out bytes.Buffer
		w := &rowWriter{out: bufio.NewWriter(&out), end: "\n"}
		row := []string{a, b, "end"}
		if err := w.Write(row); err != nil || w.out.Flush() != nil {
			t.Fatal(err)
		}
		written := out.String()
		got, err := newRowReader(&out).read()
		if err != nil || !slices.Equal(got, row) {
			t.Fatalf("%q read back as %q (%v)", row, got, err)
		}
		std, err := csv.NewReader(bytes.NewReader([]byte(written))).Read()
		if err != nil {
			t.Fatalf("encoding/csv refuses %q: %v", written, err)
		}
		if !bytes.ContainsRune([]byte(a+b), '\r') && !slices.Equal(std, row) { // encoding/csv changes CR LF inside fields
			t.Fatalf("encoding/csv reads %q as %q", row, std)
		}
	})
}
