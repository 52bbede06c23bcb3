package datapackage

import (
	"fmt"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// sqlTypes are the types of SQL that DuckDB, SQLite and PostgreSQL share. Lists are text there, their items joined with schema.ListSeparator.
var sqlTypes = map[schema.Kind]string{
	schema.Text: "TEXT", schema.Int: "BIGINT", schema.Real: "DOUBLE PRECISION", schema.Bool: "BOOLEAN", schema.Day: "DATE", schema.Instant: "TIMESTAMP", schema.Texts: "TEXT",
}

// DDL returns statements that create the tables, with their keys; every statement says what its table and columns mean.
func DDL() []byte {
	var b strings.Builder
	b.WriteString("-- Tables of a newsledger dataset, schema version " + schema.Version + ". Lists are text, their items joined with ' | '.\n")
	for _, t := range schema.Tables {
		createTable(&b, t)
	}
	return []byte(b.String())
}

func createTable(b *strings.Builder, t *schema.Table) {
	fmt.Fprintf(b, "\n-- %s Rows: %s.\nCREATE TABLE %s (\n", t.Doc, t.Order, t.Name)
	keys := t.Keys()
	for i, c := range t.Columns {
		line := fmt.Sprintf("  %s %s", c.Name, sqlTypes[c.Kind])
		if !c.Nullable && c.Kind != schema.Texts {
			line += " NOT NULL"
		}
		if c.Ref != "" && c.Kind == schema.Text {
			line += fmt.Sprintf(" REFERENCES %s (%s)", c.Ref, schema.TableNamed(c.Ref).Keys()[0])
		}
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
