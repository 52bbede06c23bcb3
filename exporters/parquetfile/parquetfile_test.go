package parquetfile

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/newsledger/newsledger/schema"
)

// lint returns what in a field would make some reader refuse or misread a file that arrow v17 writes.
func lint(f arrow.Field) string {
	switch typ := f.Type.(type) {
	case *arrow.DictionaryType:
		return "dictionary type: joins and comparisons in pandas and Polars break"
	case *arrow.Uint8Type, *arrow.Uint16Type, *arrow.Uint32Type, *arrow.Uint64Type:
		return "unsigned: the least value in the footer is wrong"
	case *arrow.TimestampType:
		if typ.Unit != arrow.Microsecond || typ.TimeZone != "UTC" {
			return "timestamps must be in microseconds and UTC"
		}
	case *arrow.ListType:
		if !typ.ElemField().Nullable {
			return "non-null list element: the two stored schemas contradict each other"
		}
		return lint(typ.ElemField())
	case *arrow.Decimal128Type, *arrow.Decimal256Type, *arrow.Time64Type, *arrow.Time32Type, *arrow.Float16Type, *arrow.StructType, *arrow.MapType:
		return "type that some reader does not know"
	}
	return ""
}

func TestLintKnowsWhatReadersRefuse(t *testing.T) {
	for _, typ := range []arrow.DataType{
		&arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int32, ValueType: arrow.BinaryTypes.String}, arrow.PrimitiveTypes.Uint32,
		arrow.FixedWidthTypes.Timestamp_ns, &arrow.TimestampType{Unit: arrow.Microsecond}, arrow.ListOfNonNullable(arrow.BinaryTypes.String),
		arrow.ListOf(arrow.PrimitiveTypes.Uint8), &arrow.Decimal256Type{Precision: 40},
	} {
		if lint(arrow.Field{Name: "c", Type: typ}) == "" {
			t.Errorf("%s passes", typ)
		}
	}
}

func TestSchemasAvoidWhatReadersRefuse(t *testing.T) {
	name := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	for _, table := range schema.Tables {
		seen := map[string]bool{}
		for _, f := range arrowSchema(table, Options{}).Fields() {
			if reason := lint(f); reason != "" {
				t.Errorf("%s.%s: %s", table.Name, f.Name, reason)
			}
			if !name.MatchString(f.Name) || seen[f.Name] {
				t.Errorf("%s.%s: not a name, or double", table.Name, f.Name)
			}
			seen[f.Name] = true
			if v, ok := f.Metadata.GetValue("description"); !ok || v == "" {
				t.Errorf("%s.%s has no description", table.Name, f.Name)
			}
		}
	}
}

func TestFootersSayWhatTheyShould(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir, Options{Edition: schema.Edition{Version: "1.2.3"}, Counts: map[string]int{"places": 2}})
	if err != nil {
		t.Fatal(err)
	}
	rows := []schema.Place{{PlaceID: "plc_a", Name: "Poipet", PlaceType: "city", NMentions: 1}, {PlaceID: "plc_b", Name: "", PlaceType: "city", Latitude: schema.Ptr(1.5)}}
	if err := w.Write(schema.BatchOf(schema.Places, rows)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, table := range schema.Tables {
		r, err := file.OpenParquetFile(Path(dir, table.Name), false)
		if err != nil {
			t.Fatal(err)
		}
		meta := r.MetaData()
		if got := *meta.FileMetaData.CreatedBy; got != "newsledger version 1.2.3" {
			t.Errorf("%s: created by %q", table.Name, got)
		}
		if got := meta.Schema.Root().RepetitionType(); got != parquet.Repetitions.Required {
			t.Errorf("%s: root is %s", table.Name, got)
		}
		for _, key := range []string{"ARROW:schema", "PANDAS_ATTRS", "pandas", "newsledger"} {
			if meta.KeyValueMetadata().FindValue(key) == nil {
				t.Errorf("%s: no key %s", table.Name, key)
			}
		}
		for g := range r.NumRowGroups() {
			auditGroup(t, r, table.Name, g)
		}
		r.Close()
	}
}

func auditGroup(t *testing.T, r *file.Reader, table string, g int) {
	group := r.MetaData().RowGroup(g)
	for i := range group.NumColumns() {
		c, err := group.ColumnChunk(i)
		if err != nil {
			t.Fatal(err)
		}
		stats, err := c.Statistics()
		if err != nil {
			t.Fatal(err)
		}
		if stats != nil && stats.HasNullCount() && stats.NullCount() < 0 {
			t.Errorf("%s %s: null count %d", table, c.PathInSchema(), stats.NullCount())
		}
		if c.Compression() != compress.Codecs.Zstd {
			t.Errorf("%s %s: codec %s", table, c.PathInSchema(), c.Compression())
		}
		for _, e := range c.Encodings() {
			if e == parquet.Encodings.DeltaByteArray {
				t.Errorf("%s %s: %s", table, c.PathInSchema(), e)
			}
		}
	}
}

func TestPartitionsHoldTheRowsOfTheTableByDate(t *testing.T) {
	dir := t.TempDir()
	n := 3*readRows + 7
	rows := make([]schema.FigureFlat, n)
	for i := range rows {
		rows[i] = schema.FigureFlat{FigureID: fmt.Sprint("fig_", i), CountryCode: []string{"KHM", "THA", ""}[i%3]}
		if i%5 > 0 {
			rows[i].PublishedDate = schema.Ptr(schema.DateOf(2020+i%4, 1, 1+(i*7)%300))
		}
	}
	for _, by := range schema.Partitions {
		w, err := Create(dir, Options{Counts: map[string]int{"figures_flat": n}, PartitionBy: by})
		if err == nil {
			err = errors.Join(w.Write(schema.BatchOf(schema.FiguresFlat, rows)), w.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
		folders, err := filepath.Glob(filepath.Join(dir, "parquet", "figures_flat", by+"=*"))
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, folder := range folders {
			_, name, _ := strings.Cut(filepath.Base(folder), "=")
			partitionHolds(t, filepath.Join(folder, "part-00000.parquet"), by, name, seen)
		}
		if len(seen) != n {
			t.Errorf("by %s: %d rows in %d folders, want %d", by, len(seen), len(folders), n)
		}
	}
}

// partitionHolds fails unless every row of a file belongs to its partition, and they stand by date, those without one last.
func partitionHolds(t *testing.T, path, by, name string, seen map[string]bool) {
	t.Helper()
	last, undated := schema.Date(0), false
	err := Read(path, schema.FiguresFlat, func(b schema.Batch, _ int) error {
		for _, f := range b.Rows.([]schema.FigureFlat) {
			want := f.CountryCode
			if by == "year" && f.PublishedDate != nil {
				want = f.PublishedDate.String()[:4]
			} else if by == "year" {
				want = ""
			}
			if want == "" {
				want = unknownPartition
			}
			if want != name || seen[f.FigureID] {
				return fmt.Errorf("%s stands in %s, want %s once", f.FigureID, name, want)
			}
			seen[f.FigureID] = true
			if f.PublishedDate != nil && (undated || *f.PublishedDate < last) {
				return fmt.Errorf("%s of %s stands behind %s", f.FigureID, f.PublishedDate, last)
			}
			if undated = f.PublishedDate == nil; !undated {
				last = *f.PublishedDate
			}
		}
		return nil
	})
	if err != nil {
		t.Errorf("%s: %v", path, err)
	}
}
