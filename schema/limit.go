package schema

import "fmt"

// LimitError says that a format cannot hold a value or table whole, and what was done instead. It is a notice, not a failure: the other
// formats hold everything.
type LimitError struct {
	Table  string
	Row    int    // from 1; 0 when the table as a whole is meant
	Column string // "" when the row or table as a whole is meant
	Has    int    // of Unit
	Max    int    // of Unit
	Unit   string // what is counted, in the plural
	Done   string // what the format holds instead
}

func (e *LimitError) Error() string {
	place := "table " + e.Table
	if e.Row > 0 {
		place += fmt.Sprintf(", row %d", e.Row)
	}
	if e.Column != "" {
		place += ", column " + e.Column
	}
	return fmt.Sprintf("%s: %d %s, and at most %d are held: %s", place, e.Has, e.Unit, e.Max, e.Done)
}
