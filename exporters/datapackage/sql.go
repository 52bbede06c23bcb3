package datapackage

import (
	"fmt"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// dialect is what databases write differently.
type dialect struct {
	types     map[schema.Kind]string
	reference string // format of a foreign key: table, key
}

const immediate, deferred = " REFERENCES %s (%s)", " REFERENCES %s (%s) DEFERRABLE INITIALLY DEFERRED"

// anySQL serves DuckDB, SQLite and PostgreSQL. Lists are text there, their items joined with schema.ListSeparator.
var anySQL = dialect{reference: immediate, types: map[schema.Kind]string{
	schema.Text: "TEXT", schema.Int: "BIGINT", schema.Real: "DOUBLE PRECISION", schema.Bool: "BOOLEAN", schema.Day: "DATE", schema.Instant: "TIMESTAMP", schema.Texts: "TEXT",
}}

var duckDB = dialect{reference: immediate, types: map[schema.Kind]string{
	schema.Text: "TEXT", schema.Int: "BIGINT", schema.Real: "DOUBLE", schema.Bool: "BOOLEAN", schema.Day: "DATE", schema.Instant: "TIMESTAMPTZ", schema.Texts: "TEXT[]",
}}

// sqlite has no type for dates: it compares their ISO form as text.
var sqlite = dialect{reference: deferred, types: map[schema.Kind]string{
	schema.Text: "TEXT", schema.Int: "INTEGER", schema.Real: "REAL", schema.Bool: "INTEGER", schema.Day: "TEXT", schema.Instant: "TEXT", schema.Texts: "TEXT",
}}

// DDL returns statements that create the tables, with their keys; every statement says what its table and columns mean.
func DDL() []byte {
	var b strings.Builder
	b.WriteString("-- Tables of a newsledger dataset, schema version " + schema.Version + ". Lists are text, their items joined with '" + schema.ListSeparator + "'.\n")
	for _, t := range schema.Tables {
		createTable(&b, t, anySQL, func(r reference) bool { return !r.list })
	}
	return []byte(b.String())
}

// createTable writes the statement that creates a table. Only references that enforced admits become foreign keys.
func createTable(b *strings.Builder, t *schema.Table, d dialect, enforced func(reference) bool) {
	fmt.Fprintf(b, "\n-- %s Rows: %s.\nCREATE TABLE %s (\n", t.Doc, t.Order, t.Name)
	foreign := map[string]string{}
	for _, r := range references(t) {
		if enforced(r) {
			foreign[r.column] = fmt.Sprintf(d.reference, r.to, r.key)
		}
	}
	keys := t.Keys()
	for i := range t.Columns {
		c := &t.Columns[i]
		line := "  " + c.Name + " " + d.types[c.Kind]
		if !c.Nullable && c.Kind != schema.Texts {
			line += " NOT NULL"
		}
		line += foreign[c.Name]
		if i < len(t.Columns)-1 || len(keys) > 0 {
			line += ","
		}
		fmt.Fprintf(b, "%s -- %s\n", line, c.Doc)
	}
	if len(keys) > 0 {
		fmt.Fprintf(b, "  PRIMARY KEY (%s)\n", strings.Join(keys, ", "))
	}
	b.WriteString(");\n")
}

func comma(i, n int) string {
	if i < n-1 {
		return ","
	}
	return ""
}
