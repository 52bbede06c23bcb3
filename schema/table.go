package schema

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// Kind is the type of a column's values.
type Kind uint8

// The kinds, with the Go type of a column that may not be null; one that may is a pointer to it, but for text and lists.
const (
	Text    Kind = iota // string; "" is null, for no text column ever holds an empty string
	Int                 // int
	Real                // float64
	Bool                // bool
	Day                 // Date
	Instant             // Time
	Texts               // List
)

var kindNames = [...]string{"text", "int", "real", "bool", "date", "time", "list"}

func (k Kind) String() string { return kindNames[k] }

// Role says what a column is used for; writers choose encodings, formats and widths by it.
type Role uint8

// The roles of columns.
const (
	Value Role = iota // a value of the row
	Key               // identifies the row
	Ref               // holds the key of a row in Column.Ref
	Code              // one word of Column.Vocabulary
)

// Column is one column of a table, compiled from a field of its row type.
type Column struct {
	Name       string // snake_case; CSV header, Parquet column and worksheet header
	Kind       Kind
	Nullable   bool
	Role       Role
	Ref        string // table whose key the column holds; "" for none
	Vocabulary string // name in Vocabularies; "" for none
	Unit       string // what a number counts, for the codebook; "" for none
	Part       string // what a table may be partitioned by with this column, one of Partitions; "" for nothing
	Free       bool   // text of its own in nearly every row (sentences, quotes, URLs): dictionary encoding would not pay
	Doc        string // one line for the codebook

	offset  uintptr
	pointer bool
}

// Class says how a table's rows come about.
type Class string

// The classes of tables.
const (
	Base    Class = "base"    // rows that one article gives
	Derived Class = "derived" // rows made from all articles in pass 2
	View    Class = "view"    // flat rows for people who do not join
	Static  Class = "static"  // the same rows in every dataset
	History Class = "history" // what changed since the previous release of a continued dataset
)

// Table is the one declaration of a table: its name, meaning, columns, keys and order serve all exporters, the checks and the documents.
type Table struct {
	Name    string
	Class   Class
	Doc     string
	Order   string // the order of the rows, in words
	Columns []Column

	row reflect.Type
}

// Partitions are what the Parquet files of a table may be partitioned by.
var Partitions = []string{"year", "country"}

// Partition returns the column by which a table is partitioned, and the one that orders the rows of a partition, its date; nil for a table that
// cannot be partitioned so.
func (t *Table) Partition(by string) (part, date *Column) {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Part == by && by != "" {
			part = c
		}
		if c.Part == "year" {
			date = c
		}
	}
	return part, date
}

// Keys returns the names of the columns that identify a row, none for a link table without key.
func (t *Table) Keys() []string {
	var keys []string
	for _, c := range t.Columns {
		if c.Role == Key {
			keys = append(keys, c.Name)
		}
	}
	return keys
}

// Column returns the column called name, or nil.
func (t *Table) Column(name string) *Column {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return &t.Columns[i]
		}
	}
	return nil
}

// Named returns the columns with these names, those of a file. Columns that came in a later schema may be missing from an older file: their values
// are null or zero.
func (t *Table) Named(names []string) ([]*Column, error) {
	columns := make([]*Column, len(names))
	for i, name := range names {
		if columns[i] = t.Column(name); columns[i] == nil {
			return nil, fmt.Errorf("column %s is none of the table", name)
		}
	}
	return columns, nil
}

// RowType is the Go type of a row.
func (t *Table) RowType() reflect.Type { return t.row }

// TableOf compiles row type R into a table. Every exported field is a column named by its csv tag; an embedded struct adds its own
// fields in place. The col tag holds words separated by commas: key, null, free, ref=TABLE, vocab=NAME, unit=WORD, part=NAME. The doc tag is
// the description. TableOf panics on a declaration that no format could hold: every test meets it at start-up.
func TableOf[R any](name string, class Class, order, doc string) *Table {
	t := &Table{Name: name, Class: class, Doc: doc, Order: order, row: reflect.TypeFor[R]()}
	t.compile(t.row, 0)
	seen := map[string]bool{}
	for _, c := range t.Columns {
		if seen[c.Name] {
			panic(fmt.Sprintf("schema: %s: column %s is declared twice", name, c.Name))
		}
		seen[c.Name] = true
	}
	return t
}

func (t *Table) compile(typ reflect.Type, base uintptr) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Anonymous {
			t.compile(f.Type, base+f.Offset)
			continue
		}
		c := Column{Name: f.Tag.Get("csv"), Doc: f.Tag.Get("doc"), offset: base + f.Offset}
		if c.Name == "" || c.Doc == "" {
			panic(fmt.Sprintf("schema: %s: field %s needs a csv and a doc tag", t.Name, f.Name))
		}
		c.parse(t.Name, f)
		t.Columns = append(t.Columns, c)
	}
}

var kindOf = map[reflect.Type]Kind{
	reflect.TypeFor[string](): Text, reflect.TypeFor[int](): Int, reflect.TypeFor[float64](): Real, reflect.TypeFor[bool](): Bool,
	reflect.TypeFor[Date](): Day, reflect.TypeFor[Time](): Instant, reflect.TypeFor[List](): Texts,
}

func (c *Column) parse(table string, f reflect.StructField) {
	typ := f.Type
	if typ.Kind() == reflect.Pointer {
		typ, c.pointer, c.Nullable = typ.Elem(), true, true
	}
	kind, ok := kindOf[typ]
	if !ok || c.pointer && (kind == Text || kind == Texts) {
		panic(fmt.Sprintf("schema: %s.%s: no column holds a %s", table, c.Name, f.Type))
	}
	c.Kind = kind
	for word := range strings.SplitSeq(f.Tag.Get("col"), ",") {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "":
		case "key":
			c.Role = Key
		case "null":
			c.Nullable = true
		case "free":
			c.Free = true
		case "ref":
			c.Ref = value
			if c.Role == Value {
				c.Role = Ref
			}
		case "vocab":
			c.Vocabulary = value
			if c.Role == Value {
				c.Role = Code
			}
			if Vocabularies[value] == nil {
				panic(fmt.Sprintf("schema: %s.%s: no vocabulary %q", table, c.Name, value))
			}
		case "unit":
			c.Unit = value
		case "part":
			c.Part = value
		default:
			panic(fmt.Sprintf("schema: %s.%s: unknown word %q in col tag", table, c.Name, word))
		}
	}
}

// Batch is a run of rows of one table, in the table's order. Writers must neither keep nor change it.
type Batch struct {
	Table *Table
	Rows  any // []R, R the table's row type

	first unsafe.Pointer
	n     int
}

// BatchOf wraps rows of t. It panics when R is not the row type of t.
func BatchOf[R any](t *Table, rows []R) Batch {
	if t.row != reflect.TypeFor[R]() {
		panic(fmt.Sprintf("schema: table %s holds %s, not %s", t.Name, t.row, reflect.TypeFor[R]()))
	}
	return Batch{Table: t, Rows: rows, first: unsafe.Pointer(unsafe.SliceData(rows)), n: len(rows)}
}

// Len is the number of rows.
func (b Batch) Len() int { return b.n }

func (b Batch) at(c *Column, i int) unsafe.Pointer {
	if uint(i) >= uint(b.n) {
		panic(fmt.Sprintf("schema: row %d of a batch of %d", i, b.n))
	}
	return unsafe.Add(b.first, uintptr(i)*b.Table.row.Size()+c.offset)
}

// value returns the column's value in row i and whether it is not null.
func value[T any](b Batch, c *Column, i int) (v T, ok bool) {
	p := b.at(c, i)
	if !c.pointer {
		return *(*T)(p), true
	}
	if q := *(**T)(p); q != nil {
		return *q, true
	}
	return v, false
}

// The methods below return the value of column c in row i and whether it is there. Each serves the kind that its name says.

// Text returns a text; "" and false for null.
func (b Batch) Text(c *Column, i int) (string, bool) {
	s := *(*string)(b.at(c, i))
	return s, s != ""
}

// Int returns an integer.
func (b Batch) Int(c *Column, i int) (int, bool) { return value[int](b, c, i) }

// Real returns a number.
func (b Batch) Real(c *Column, i int) (float64, bool) { return value[float64](b, c, i) }

// Bool returns a truth value.
func (b Batch) Bool(c *Column, i int) (bool, bool) { return value[bool](b, c, i) }

// Day returns a date.
func (b Batch) Day(c *Column, i int) (Date, bool) { return value[Date](b, c, i) }

// Instant returns an instant.
func (b Batch) Instant(c *Column, i int) (Time, bool) { return value[Time](b, c, i) }

// List returns a list, which is never null.
func (b Batch) List(c *Column, i int) List { return *(*List)(b.at(c, i)) }

// String returns the value of column c in row i as the CSV files write it, "" for null.
func (b Batch) String(c *Column, i int) string {
	switch c.Kind {
	case Text:
		s, _ := b.Text(c, i)
		return s
	case Texts:
		return b.List(c, i).String()
	case Int:
		return written(b.Int(c, i))
	case Bool:
		return written(b.Bool(c, i))
	case Day:
		return written(b.Day(c, i))
	case Instant:
		return written(b.Instant(c, i))
	default:
		if v, ok := b.Real(c, i); ok {
			return FormatReal(v)
		}
		return ""
	}
}

func written[T any](v T, ok bool) string {
	if !ok {
		return ""
	}
	return fmt.Sprint(v)
}

// SameValue says whether column c holds the same in row i of a and row j of b, two batches of one table.
func SameValue(a Batch, i int, b Batch, j int, c *Column) bool {
	switch c.Kind {
	case Text:
		return *(*string)(a.at(c, i)) == *(*string)(b.at(c, j))
	case Texts:
		return slices.Equal(a.List(c, i), b.List(c, j))
	case Int:
		return same[int](a, i, b, j, c)
	case Real:
		return same[float64](a, i, b, j, c)
	case Bool:
		return same[bool](a, i, b, j, c)
	case Day:
		return same[Date](a, i, b, j, c)
	default:
		return same[Time](a, i, b, j, c)
	}
}

func same[T comparable](a Batch, i int, b Batch, j int, c *Column) bool {
	v, there := value[T](a, c, i)
	w, here := value[T](b, c, j)
	return v == w && there == here
}

// Put makes row i of b equal to row j of another batch of its table; texts and lists are shared.
func (b Batch) Put(i int, from Batch, j int) {
	reflect.ValueOf(b.Rows).Index(i).Set(reflect.ValueOf(from.Rows).Index(j))
}

// Copy returns a batch of row i alone, which stays when the rows of b are used again: it shares only values that nothing changes.
func (b Batch) Copy(i int) Batch {
	to := b.Table.NewBatch(1)
	to.Put(0, b, i)
	return to
}
