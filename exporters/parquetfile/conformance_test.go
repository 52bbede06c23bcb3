package parquetfile

import (
	"errors"
	"os"
	"slices"
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
func BenchmarkLarge(b *testing.B) { exporttest.BenchLarge(b, 1_000_000, format.Create) }
func BenchmarkPeak(b *testing.B)  { exporttest.BenchPeak(b, 1_000_000, format.Create) }

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
		if n := r.MetaData().RowGroup(g).TotalByteSize(); n > groupBytes+8*chunkBytes {
			t.Errorf("row group %d has %d bytes", g, n)
		}
	}
}

// TestDamagedFilesAreErrors changes a file at many places: reading it may give an error or other values, but never a panic.
func TestDamagedFilesAreErrors(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Write(exporttest.Rows(schema.Places, 50, 1)), w.Close()); err != nil {
		t.Fatal(err)
	}
	path := Path(dir, "places")
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	failed := 0
	for at := 0; at < len(good); at += 1 + len(good)/300 {
		bad := slices.Clone(good)
		bad[at] ^= 0x55
		if err := os.WriteFile(path, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		if Read(path, schema.Places, func(schema.Batch, int) error { return nil }) != nil {
			failed++
		}
	}
	if failed == 0 {
		t.Error("no damage was noticed")
	}
	if err := os.WriteFile(path, good[:len(good)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if Read(path, schema.Places, func(schema.Batch, int) error { return nil }) == nil {
		t.Error("half a file was read without error")
	}
}
