// Package lexicon holds the word lists that rules read, one TSV file a list, and reads them.
//
// A list opens with comment lines that say what it is, its source with date and licence, and ends its head with the column names
// ("# surface<TAB>code<TAB>note"). One entry a line, sorted bytewise by the first column, no entry twice. It holds facts about
// words; what follows from them stands in the rules.
package lexicon

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.tsv
var files embed.FS

// List is a list as read.
type List struct {
	Name    string
	Columns []string
	Rows    [][]string // one field a column
}

// Read returns the list in file name. It panics when the list is not well formed: it is part of the program.
func Read(name string) List {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	l, err := Parse(name, string(data))
	if err != nil {
		panic(err)
	}
	return l
}

// Parse reads a list. Errors name file and line.
func Parse(name, data string) (List, error) {
	l := List{Name: name}
	previous, line := "", 0
	for text := range strings.Lines(data) {
		line++
		text = strings.TrimSuffix(text, "\n")
		if strings.HasPrefix(text, "#") {
			if len(l.Rows) == 0 {
				l.Columns = strings.Split(strings.TrimPrefix(text, "# "), "\t")
			}
			continue
		}
		row := strings.Split(text, "\t")
		switch {
		case len(row) != len(l.Columns):
			return l, fmt.Errorf("%s:%d: %d fields, want %d", name, line, len(row), len(l.Columns))
		case row[0] == previous:
			return l, fmt.Errorf("%s:%d: %q is listed twice", name, line, row[0])
		case row[0] < previous:
			return l, fmt.Errorf("%s:%d: %q stands behind %q: sort bytewise", name, line, row[0], previous)
		}
		previous = row[0]
		l.Rows = append(l.Rows, row)
	}
	return l, nil
}

// Map returns the list as a map from its first column to the column called name.
func (l List) Map(name string) map[string]string {
	k := l.column(name)
	m := make(map[string]string, len(l.Rows))
	for _, r := range l.Rows {
		m[r[0]] = r[k]
	}
	return m
}

// Set returns the first column as a set.
func (l List) Set() map[string]bool {
	m := make(map[string]bool, len(l.Rows))
	for _, r := range l.Rows {
		m[r[0]] = true
	}
	return m
}

func (l List) column(name string) int {
	for i, c := range l.Columns {
		if c == name {
			return i
		}
	}
	panic(fmt.Sprintf("%s has no column %q", l.Name, name))
}
