package datapackage

import (
	"fmt"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// Scripts that load a dataset's files into a database, with every key.
const (
	DuckDBName = "load.sql"
	SQLiteName = "load_sqlite.sql"
)

// reference is a column, or the items of a list, that holds keys of another table or of its own.
type reference struct {
	table, column, to, key string
	list                   bool
}

func references(t *schema.Table) []reference {
	var all []reference
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Ref != "" {
			all = append(all, reference{t.Name, c.Name, c.Ref, schema.TableNamed(c.Ref).Keys()[0], c.Kind == schema.Texts})
		}
	}
	return all
}

// loadOrder puts each table behind those that it refers to. An anchor (the mention that names an actor, the figure that opens a group) and a
// list refer back to what refers to them, and decide nothing.
func loadOrder() []*schema.Table {
	var order []*schema.Table
	seen := map[string]bool{}
	var visit func(t *schema.Table)
	visit = func(t *schema.Table) {
		if seen[t.Name] {
			return
		}
		seen[t.Name] = true
		for _, r := range references(t) {
			if !r.list && !strings.HasPrefix(r.column, "anchor_") {
				visit(schema.TableNamed(r.to))
			}
		}
		order = append(order, t)
	}
	for _, t := range schema.Tables {
		visit(t)
	}
	return order
}

// LoadDuckDB is a script for DuckDB that creates every table, fills it from its Parquet file or from its CSV file, whose name ends in csvExt, and looks up every reference: DuckDB
// enforces those to tables that are filled before, and the script's last statement finds the others and the items of lists.
func LoadDuckDB(parquet bool, csvExt string) []byte {
	var b strings.Builder
	b.WriteString("-- Loads this dataset into DuckDB, with keys. In the folder of the dataset: duckdb ledger.duckdb < load.sql\nBEGIN;\n")
	filled := map[string]bool{}
	var rest []reference
	for _, t := range loadOrder() {
		createTable(&b, t, duckDB, func(r reference) bool { return filled[r.to] && !r.list })
		for _, r := range references(t) {
			if !filled[r.to] || r.list {
				rest = append(rest, r)
			}
		}
		fillDuckDB(&b, t, parquet, csvExt)
		filled[t.Name] = true
	}
	b.WriteString("\n-- References that DuckDB does not enforce: to the table itself, to one filled later, from the items of a list.\n")
	b.WriteString("SELECT CASE WHEN count(*) = 0 THEN 'loaded, every reference has its row' ELSE error('no row for ' || string_agg(DISTINCT reference, ', ')) END AS result\nFROM (\n")
	for i, r := range rest {
		if i > 0 {
			b.WriteString("  UNION ALL\n")
		}
		value := r.column
		if r.list {
			value = "unnest(" + r.column + ")"
		}
		fmt.Fprintf(&b, "  SELECT '%s.%s' AS reference FROM (SELECT %s AS key FROM %s) WHERE key NOT IN (SELECT %s FROM %s)\n", r.table, r.column, value, r.table, r.key, r.to)
	}
	b.WriteString(");\nCOMMIT;\n")
	return []byte(b.String())
}

func fillDuckDB(b *strings.Builder, t *schema.Table, parquet bool, csvExt string) {
	if parquet {
		fmt.Fprintf(b, "INSERT INTO %s BY NAME SELECT * FROM read_parquet('parquet/%s.parquet');\n", t.Name, t.Name)
		return
	}
	fmt.Fprintf(b, "INSERT INTO %s SELECT\n", t.Name)
	for i := range t.Columns {
		c := &t.Columns[i]
		value := c.Name
		if c.Kind == schema.Texts {
			value = fmt.Sprintf("coalesce(string_split(%s, '%s'), [])", c.Name, schema.ListSeparator)
		}
		fmt.Fprintf(b, "  %s%s\n", value, comma(i, len(t.Columns)))
	}
	fmt.Fprintf(b, "FROM read_csv('csv/%s%s', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', max_line_size = 100000000);\n", t.Name, csvExt)
}

// LoadSQLite is a script for SQLite's shell that creates every table and fills it from its CSV file. Every reference is a foreign key that is
// checked when the script commits.
func LoadSQLite() []byte {
	var b strings.Builder
	b.WriteString("-- Loads this dataset into SQLite, with keys. In the folder of the dataset: sqlite3 ledger.sqlite < load_sqlite.sql\n")
	b.WriteString(".bail on\nPRAGMA foreign_keys = ON;\nBEGIN;\n")
	for _, t := range loadOrder() {
		createTable(&b, t, sqlite, func(r reference) bool { return !r.list })
	}
	for _, t := range loadOrder() {
		fillSQLite(&b, t)
	}
	b.WriteString("COMMIT;\n")
	return []byte(b.String())
}

// fillSQLite goes by a table of plain text: the shell knows no nulls in CSV.
func fillSQLite(b *strings.Builder, t *schema.Table) {
	var names, values []string
	for i := range t.Columns {
		c := &t.Columns[i]
		names = append(names, c.Name)
		value := fmt.Sprintf("NULLIF(%s, '')", c.Name)
		if c.Kind == schema.Bool {
			value = fmt.Sprintf("CASE %s WHEN 'true' THEN 1 WHEN 'false' THEN 0 END", c.Name)
		}
		values = append(values, value)
	}
	fmt.Fprintf(b, "\nCREATE TEMP TABLE csv_rows (%s);\n.import --csv --skip 1 --schema temp csv/%s.csv csv_rows\n", strings.Join(names, ", "), t.Name)
	fmt.Fprintf(b, "INSERT INTO main.%s SELECT\n  %s\nFROM temp.csv_rows;\nDROP TABLE temp.csv_rows;\n", t.Name, strings.Join(values, ",\n  "))
}
