package parquetfile

import "github.com/newsledger/newsledger/schema"

// pandasMeta is the "pandas" key of a schema. Without it pandas makes float64 of integers and object of truth values as soon as a column
// holds a null; ids past 2^53 would change.
type pandasMeta struct {
	IndexColumns  []string       `json:"index_columns"`
	ColumnIndexes []string       `json:"column_indexes"`
	Columns       []pandasColumn `json:"columns"`
	Creator       pandasCreator  `json:"creator"`
	PandasVersion string         `json:"pandas_version"`
}

type pandasColumn struct {
	Name       string            `json:"name"`
	FieldName  string            `json:"field_name"`
	PandasType string            `json:"pandas_type"`
	NumpyType  string            `json:"numpy_type"`
	Metadata   map[string]string `json:"metadata"` // one key at most: its order is no matter
}

type pandasCreator struct {
	Library string `json:"library"`
	Version string `json:"version"`
}

// pandasTypes are the logical type and the dtype that pandas gives to a column of each kind. date32 as such would come as objects without
// the .dt methods.
var pandasTypes = map[schema.Kind][2]string{
	schema.Text: {"unicode", "object"}, schema.Int: {"int64", "Int64"}, schema.Real: {"float64", "float64"}, schema.Bool: {"bool", "boolean"},
	schema.Day: {"date", "date32[day][pyarrow]"}, schema.Instant: {"datetimetz", "datetime64[us, UTC]"}, schema.Texts: {"list[unicode]", "object"},
}

func pandasOf(t *schema.Table, version string) pandasMeta {
	m := pandasMeta{IndexColumns: []string{}, ColumnIndexes: []string{}, Creator: pandasCreator{"newsledger", version}, PandasVersion: "2.2.0"}
	for _, c := range t.Columns {
		types := pandasTypes[c.Kind]
		p := pandasColumn{Name: c.Name, FieldName: c.Name, PandasType: types[0], NumpyType: types[1]}
		if c.Kind == schema.Instant {
			p.Metadata = map[string]string{"timezone": "UTC"}
		}
		m.Columns = append(m.Columns, p)
	}
	return m
}
