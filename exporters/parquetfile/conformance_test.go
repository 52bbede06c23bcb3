package parquetfile

import (
	"testing"

	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/newsledger/newsledger/exporters/exporttest"
	"github.com/newsledger/newsledger/schema"
)

var format = exporttest.Format{
	Create: func(dir string, counts map[string]int) (exporttest.Writer, error) {
		return Create(dir, Options{Counts: counts})
	},
	Read: func(t testing.TB, dir string, table *schema.Table) (rows [][]string) {
		err := Read(Path(dir, table.Name), table, func(b schema.Batch, first int) error {
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
		})
		if err != nil {
			t.Error(err)
		}
		return rows
	},
}

func TestConformance(t *testing.T) { exporttest.Run(t, format) }

func BenchmarkWrite(b *testing.B) { exporttest.Bench(b, format.Create) }

func TestRowGroupsEndAt32MiBOfValues(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := exporttest.NewsLike(1_000)
	for range 60 {
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := file.OpenParquetFile(Path(dir, b.Table.Name), false)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.NumRowGroups() < 2 {
		t.Fatalf("%d row groups", r.NumRowGroups())
	}
	for g := range r.NumRowGroups() {
		auditGroup(t, r, b.Table.Name, g)
		if n := r.MetaData().RowGroup(g).TotalByteSize(); n > groupBytes+8*recordBytes {
			t.Errorf("row group %d has %d bytes", g, n)
		}
	}
}
