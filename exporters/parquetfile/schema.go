package parquetfile

import (
	"bytes"
	"encoding/json"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"

	"github.com/newsledger/newsledger/schema"
)

// arrowSchema is the schema of a table with what its columns mean. The schema's own metadata are what pandas reads: types under "pandas",
// df.attrs under "PANDAS_ATTRS".
func arrowSchema(t *schema.Table, o Options) *arrow.Schema {
	fields := make([]arrow.Field, len(t.Columns))
	for i := range t.Columns {
		c := &t.Columns[i]
		fields[i] = arrow.Field{Name: c.Name, Type: arrowTypes[c.Kind], Nullable: c.Nullable, Metadata: meaning(c)}
	}
	about := aboutOf(t, o)
	meta := arrow.NewMetadata(
		[]string{"newsledger", "PANDAS_ATTRS", "pandas"},
		[]string{marshal(about), marshal(about), marshal(pandasOf(t, o.Version))},
	)
	return arrow.NewSchema(fields, &meta)
}

// meaning is the metadata of a field.
func meaning(c *schema.Column) arrow.Metadata {
	keys, values := []string{"description"}, []string{c.Doc}
	add := func(key, value string) {
		if value != "" {
			keys, values = append(keys, key), append(values, value)
		}
	}
	add("unit", c.Unit)
	add("references", c.Ref)
	add("vocabulary", c.Vocabulary)
	if c.Vocabulary != "" {
		add("words", marshal(schema.Vocabularies[c.Vocabulary].Words()))
	}
	return arrow.NewMetadata(keys, values)
}

// about is what a file says of itself.
type about struct {
	Title         string `json:"title"`
	Dataset       string `json:"dataset"`
	License       string `json:"license,omitempty"`
	Table         string `json:"table"`
	Rows          int    `json:"rows"`
	Order         string `json:"order"`
	SchemaVersion string `json:"schema_version"`
	Newsledger    string `json:"newsledger"`
	Release       int    `json:"release"`
	SourcesHash   string `json:"sources_hash,omitempty"`
}

func aboutOf(t *schema.Table, o Options) about {
	return about{t.Doc, o.Title, o.License, t.Name, o.Counts[t.Name], t.Order, schema.Version, o.Version, o.Release, o.Sources}
}

func marshal(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // only structs of strings and numbers come here
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// properties are the writer's settings: zstd, a root that is required (a repeated one breaks
// Snowflake), plain encoding, and a Parquet dictionary only where values repeat. DELTA_BYTE_ARRAY is never used: arrow v17 writes it
// wrongly past one page. repeated says of a column whether its first values repeat.
func properties(t *schema.Table, version string, repeated func(column int) bool) *parquet.WriterProperties {
	options := []parquet.WriterProperty{
		parquet.WithAllocator(allocator),
		parquet.WithVersion(parquet.V2_6),
		parquet.WithDataPageVersion(parquet.DataPageV1),
		parquet.WithRootName("schema"),
		parquet.WithRootRepetition(parquet.Repetitions.Required),
		parquet.WithCompression(compress.Codecs.Zstd),
		parquet.WithCompressionLevel(level),
		parquet.WithMaxRowGroupLength(groupRows),
		parquet.WithCreatedBy("newsledger version " + version),
		parquet.WithDictionaryDefault(false),
	}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role == schema.Code || repeats(c) && repeated(i) {
			options = append(options, parquet.WithDictionaryFor(leaf(c), true))
		}
	}
	return parquet.NewWriterProperties(options...)
}

// repeats says whether a column's values may be few and short, so that a dictionary pays.
func repeats(c *schema.Column) bool {
	return (c.Kind == schema.Text || c.Kind == schema.Texts) && !c.Free && c.Role == schema.Value
}

// leaf is the Parquet column that holds the values of c.
func leaf(c *schema.Column) string {
	if c.Kind == schema.Texts {
		return c.Name + ".list.element"
	}
	return c.Name
}
