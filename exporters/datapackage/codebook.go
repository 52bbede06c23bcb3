package datapackage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// SummingRule is printed wherever numbers are described.
const SummingRule = "To sum numbers, sum one measure in figure_groups, at rows with event_countable true: those whose part_of_group is empty, or one level of a breakdown, never both, and never figures. " +
	"Estimates of a state of things (people held, the size of an economy, losses) are claims about one thing, not parts of a sum, also where they stand in several rows."

// rules are what a reader must know before the first number.
var rules = []string{
	"Every row rests on a place in an article: `span_start` and `span_end` count Unicode code points of `articles.text` from 0, end exclusive, so `text[span_start:span_end]` in Python is the quote.",
	"Empty means unknown or not stated. It never means zero, and no text column holds an empty string.",
	"A number is a claim. It is never averaged, rounded or converted; `bound` says what it says of the value (*more than 1,000* has a low bound and no high one). Rival numbers stand side by side in `figure_groups`.",
	SummingRule,
	"To count what happened, count the rows of `events` with `countable` true. The others are planned, threatened, denied, spoken, or may be the same event again.",
	"`assertion` says who vouches: the article itself (stated), a source (attributed), an accuser (alleged), or nobody (denied, disputed). An accusation is an event and makes nobody guilty.",
	"`extraction_confidence` is how often the rules behind a row were right on annotated articles. It is empty where fewer than 20 cases were measured; of events it is that of their group. An event counts as right when its type, status and assertion all are. It says nothing about truth.",
	"Dates carry their precision: `date_start` and `date_end` are the first and last possible day, the EDTF column says what is known.",
	"Lists that stand beside each other (agents, agent_ids, agent_types) hold each item once and are not parallel: `event_actors` pairs them.",
	"People are named as the articles name them, victims and witnesses too. Summary and Links of the workbook leave private people out, the tables do not: think before you publish them.",
	"Lists are joined with ` | ` in CSV and Excel and are real lists in Parquet. Times are UTC.",
}

// Codebook is CODEBOOK.md: every table, column and word with its meaning. counts holds the number of rows of each table.
func Codebook(counts map[string]int, version string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Codebook\n\nSchema %s, written by newsledger %s.\n\n## How to read the tables\n\n", schema.Version, version)
	for _, r := range rules {
		fmt.Fprintf(&b, "- %s\n", r)
	}
	b.WriteString("\n## Tables\n\n| table | rows | one row is |\n|---|---:|---|\n")
	for _, t := range schema.Tables {
		fmt.Fprintf(&b, "| [%s](#%s) | %d | %s |\n", t.Name, t.Name, counts[t.Name], cell(t.Doc))
	}
	for _, t := range schema.Tables {
		table(&b, t)
	}
	b.WriteString("\n## Vocabularies\n\nThe columns that name one hold no other word.\n")
	for _, name := range slices.Sorted(maps.Keys(schema.Vocabularies)) {
		vocabulary(&b, schema.Vocabularies[name])
	}
	return []byte(b.String())
}

func table(b *strings.Builder, t *schema.Table) {
	fmt.Fprintf(b, "\n### %s\n\n%s Order: %s.\n\n| column | type | meaning |\n|---|---|---|\n", t.Name, t.Doc, t.Order)
	for i := range t.Columns {
		c := &t.Columns[i]
		fmt.Fprintf(b, "| %s | %s | %s |\n", c.Name, typeOf(c), cell(Meaning(c)))
	}
}

func typeOf(c *schema.Column) string {
	if c.Nullable {
		return c.Kind.String() + ", may be empty"
	}
	return c.Kind.String()
}

// Meaning is a column's description with its role, unit and vocabulary.
func Meaning(c *schema.Column) string {
	parts := []string{c.Doc}
	if c.Role == schema.Key {
		parts = append(parts, "key")
	}
	if c.Ref != "" {
		parts = append(parts, "refers to "+c.Ref)
	}
	if c.Vocabulary != "" {
		parts = append(parts, "vocabulary "+c.Vocabulary)
	}
	if c.Unit != "" {
		parts = append(parts, "in "+c.Unit)
	}
	return strings.Join(parts, "; ")
}

func vocabulary(b *strings.Builder, v *schema.Vocabulary) {
	fmt.Fprintf(b, "\n### Vocabulary %s\n\n%s\n\n| word | meaning |\n|---|---|\n", v.Name, v.Doc)
	for _, t := range v.Terms {
		fmt.Fprintf(b, "| %s | %s |\n", t.Word, cell(t.Doc))
	}
}

// cell escapes what would end a cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
