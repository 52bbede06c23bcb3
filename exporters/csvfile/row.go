package csvfile

import (
	"bufio"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// rowWriter writes rows of fields; it is the gocsv.CSVWriter under the mapping.
type rowWriter struct {
	out   *bufio.Writer
	end   string
	guard []bool // by column: text that gets the formula guard; nil for none
	begun bool   // the header is written
}

func newRowWriter(out *bufio.Writer, t *schema.Table, o Options) *rowWriter {
	w := &rowWriter{out: out, end: "\n"}
	if o.Excel {
		out.WriteString("\ufeff")
		w.end = "\r\n"
		for _, c := range t.Columns {
			w.guard = append(w.guard, c.Kind == schema.Text || c.Kind == schema.Texts)
		}
	}
	return w
}

// Write writes one row. bufio.Writer keeps its first error and returns it from every later call, so only the last one is asked.
func (w *rowWriter) Write(row []string) error {
	for i, field := range row {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if w.begun && w.guard != nil && w.guard[i] && isFormula(field) {
			field = "'" + field
		}
		w.field(field)
	}
	w.begun = true
	_, err := w.out.WriteString(w.end)
	return err
}

// Flush does nothing: gocsv calls it after every batch, and the file is flushed when it is closed.
func (w *rowWriter) Flush() {}

// Error does nothing: Write has returned every error.
func (w *rowWriter) Error() error { return nil }

// isFormula says whether a spreadsheet may take a text for a formula (OWASP ASVS 5, 1.2.10). Apostrophes before one count too, so that
// taking the guard away gives every text back.
func isFormula(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.IndexByte("=+-@\t\r\x00", s[0]) >= 0
}

// isGuarded says whether the guard stands before s.
func isGuarded(s string) bool { return s != "" && s[0] == '\'' && isFormula(s) }

func (w *rowWriter) field(s string) {
	if !needsQuotes(s) {
		w.out.WriteString(s)
		return
	}
	w.out.WriteByte('"')
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			break
		}
		w.out.WriteString(s[:i])
		w.out.WriteString(`""`)
		s = s[i+1:]
	}
	w.out.WriteString(s)
	w.out.WriteByte('"')
}

// needsQuotes also holds for a space at either end, which some readers trim, and for \. which ends the data of a PostgreSQL COPY.
func needsQuotes(s string) bool {
	if s == "" {
		return false
	}
	if s == `\.` || edge(s[0]) || edge(s[len(s)-1]) {
		return true
	}
	for i := range len(s) {
		if special[s[i]] {
			return true
		}
	}
	return false
}

// special are the bytes that mean something in CSV.
var special = [256]bool{',': true, '"': true, '\n': true, '\r': true}

func edge(b byte) bool { return b == ' ' || b == '\t' }
