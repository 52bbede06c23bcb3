package datapackage

import "github.com/newsledger/newsledger/schema"

// TableSchema is a table in the words of Table Schema 2.
type TableSchema struct {
	Fields        []Field      `json:"fields"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []ForeignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
}

// Field is a column.
type Field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	ItemType    string       `json:"itemType,omitempty"`
	Delimiter   string       `json:"delimiter,omitempty"`
	Description string       `json:"description"`
	Unit        string       `json:"unit,omitempty"`
	Vocabulary  string       `json:"vocabulary,omitempty"`
	Constraints *Constraints `json:"constraints,omitempty"`
}

// Constraints are what a column's values must be.
type Constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// ForeignKey says that a column holds keys of another table, or of its own when Resource is empty.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is the other end of a ForeignKey.
type Reference struct {
	Resource string   `json:"resource,omitempty"`
	Fields   []string `json:"fields"`
}

// Dialect is how the CSV files are written (Table Dialect 2).
type Dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
	FormulaGuard   string `json:"formulaGuard,omitempty"` // ours: what stands before text that Excel would take for a formula
}

func dialectOf(excel bool) *Dialect {
	d := &Dialect{Delimiter: ",", LineTerminator: "\n", QuoteChar: `"`, DoubleQuote: true, Header: true}
	if excel {
		d.LineTerminator, d.FormulaGuard = "\r\n", "'"
	}
	return d
}

// fieldTypes are the names that Table Schema gives to the kinds of columns.
var fieldTypes = map[schema.Kind]string{
	schema.Text: "string", schema.Int: "integer", schema.Real: "number", schema.Bool: "boolean", schema.Day: "date", schema.Instant: "datetime",
	schema.Texts: "list",
}

// TableSchemaOf translates the declaration of a table. Lists of keys have no foreign key: Table Schema knows none.
func TableSchemaOf(t *schema.Table) *TableSchema {
	s := &TableSchema{PrimaryKey: t.Keys(), MissingValues: []string{""}}
	for i := range t.Columns {
		c := &t.Columns[i]
		s.Fields = append(s.Fields, fieldOf(c))
		if c.Ref != "" && c.Kind == schema.Text {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey(t, c))
		}
	}
	return s
}

func fieldOf(c *schema.Column) Field {
	f := Field{Name: c.Name, Type: fieldTypes[c.Kind], Description: c.Doc, Unit: c.Unit, Vocabulary: c.Vocabulary}
	var k Constraints
	k.Required = !c.Nullable && c.Kind != schema.Texts
	k.Unique = c.Role == schema.Key
	if c.Vocabulary != "" {
		k.Enum = schema.Vocabularies[c.Vocabulary].Words()
	}
	if k.Required || k.Unique || k.Enum != nil {
		f.Constraints = &k
	}
	if c.Kind == schema.Texts {
		f.ItemType, f.Delimiter = "string", schema.ListSeparator
	}
	return f
}

func foreignKey(t *schema.Table, c *schema.Column) ForeignKey {
	key := ForeignKey{Fields: []string{c.Name}, Reference: Reference{Resource: c.Ref, Fields: schema.TableNamed(c.Ref).Keys()}}
	if c.Ref == t.Name {
		key.Reference.Resource = ""
	}
	return key
}
