package csvfile

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

func format(o Options) exporttest.Format {
	return exporttest.Format{
		Create: func(dir string, _ map[string]int) (exporttest.Writer, error) { return Create(dir, o) },
		Read: func(t testing.TB, dir string, table *schema.Table) (rows [][]string) {
			err := Read(Path(dir, table.Name), table, o, func(b schema.Batch, first int) error {
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

func TestConformanceForExcel(t *testing.T) { exporttest.Run(t, format(Options{Excel: true})) }

func BenchmarkWrite(b *testing.B) { exporttest.Bench(b, format(Options{}).Create) }

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
