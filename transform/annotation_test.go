package transform

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/resolve"
	"golang.org/x/tools/txtar"
)

// entry is a row, annotated or found: the stretches of text that it stands on, and its cells, each a list of alternatives.
type entry struct {
	words    string
	spans    [][2]int // code points, end exclusive
	cells    map[string][]string
	optional bool
}

// annotation reads a file of testdata/annotations: entries by table. testdata/README.md tells its grammar.
func annotation(t *testing.T, file, text string) map[string][]entry {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]entry{}
	for _, section := range txtar.Parse(data).Files {
		table, columns, _ := strings.Cut(section.Name, ": ")
		for line := range strings.Lines(string(section.Data)) {
			line, optional := strings.CutPrefix(strings.TrimSpace(line), "? ")
			cells := strings.Split(line, " ; ")
			e := entry{words: cells[0], optional: optional, cells: map[string][]string{}}
			names := strings.Fields(columns)
			if len(cells) != len(names) {
				t.Fatalf("%s: %d cells, and %d columns: %s", file, len(cells), len(names), line)
			}
			for i, name := range names[1:] {
				e.cells[name] = strings.Split(cells[i+1], " | ")
				if name == "value" {
					e.cells[name] = numbers(e.cells[name])
				}
			}
			for _, words := range strings.Split(cells[0], " | ") {
				e.spans = append(e.spans, occurrences(t, file, text, words, table == "actors")...)
			}
			all[table] = append(all[table], e)
		}
	}
	return all
}

// occurrences finds the occurrence of the words that "#2" behind them means, the first without it, or all of them.
func occurrences(t *testing.T, file, text, words string, all bool) (spans [][2]int) {
	words, nth, _ := strings.Cut(words, " #")
	n, _ := strconv.Atoi(nth)
	runes, want := []rune(text), []rune(words)
	edge := func(i int) bool {
		return i < 0 || i >= len(runes) || !unicode.IsLetter(runes[i]) && !unicode.IsDigit(runes[i])
	}
	for i := range len(runes) - len(want) + 1 {
		if string(runes[i:i+len(want)]) == words && edge(i-1) && edge(i+len(want)) {
			spans = append(spans, [2]int{i, i + len(want)})
		}
	}
	n = max(n, 1)
	if len(spans) < n && !all {
		t.Fatalf("%s: %q does not stand %d times in the article", file, words, n)
	}
	if all {
		return spans
	}
	return spans[n-1 : n]
}

// numbers writes numbers and ranges of two numbers in one form.
func numbers(cells []string) (all []string) {
	for _, cell := range cells {
		ends := strings.Split(cell, "-")
		for i, end := range ends {
			if v, err := strconv.ParseFloat(end, 64); err == nil {
				ends[i] = strconv.FormatFloat(v, 'f', 4, 64)
			}
		}
		all = append(all, strings.Join(ends, "-"))
	}
	return all
}

// tables is a sink that keeps every row as a map of its columns.
type tables map[string][]map[string]string

func (s tables) Write(b schema.Batch) error {
	for i := range b.Len() {
		row := map[string]string{}
		for k := range b.Table.Columns {
			c := &b.Table.Columns[k]
			row[c.Name] = b.String(c, i)
		}
		s[b.Table.Name] = append(s[b.Table.Name], row)
	}
	return nil
}

// tablesOf exports one file alone.
func tablesOf(t *testing.T, file string) tables {
	d, err := Gather(t.Context(), []string{file}, nil, Options{}, Events{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	all := tables{}
	if err := resolvedOf(d).Write(all, resolve.Omit{}); err != nil {
		t.Fatal(err)
	}
	return all
}

// by gives the rows of a table by their key.
func (s tables) by(table, key string) map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, row := range s[table] {
		all[row[key]] = row
	}
	return all
}

// entries gives the rows of an article as an annotation would write them.
func (s tables) entries(article string) map[string][]entry {
	all := map[string][]entry{}
	add := func(table string, row map[string]string, words string, spans [][2]int) {
		e := entry{words: words, spans: spans, cells: map[string][]string{}}
		for _, column := range scoredColumns[table] {
			if row[column] != "" {
				e.cells[column] = strings.Split(row[column], " | ")
			}
		}
		e.cells["value"] = numbers(e.cells["value"])
		all[table] = append(all[table], e)
	}
	named := s.mentions("actor_mentions", "actor_id", article)
	for _, a := range s["actors"] {
		if at := named[a["actor_id"]]; at != nil {
			add("actors", a, a["name"], spansOf(at, "span"))
		}
	}
	flat := s.by("figures_flat", "figure_id")
	for _, f := range s["figures"] {
		if f["article_id"] == article {
			row := flat[f["figure_id"]]
			if row["value"] == "" {
				row["value"] = strings.Trim(f["value_low"]+"-"+f["value_high"], "-")
			}
			add("figures", row, f["quote"], spansOf([]map[string]string{f}, "span"))
		}
	}
	flat = s.by("citations_flat", "citation_id")
	for _, c := range s["citations"] {
		if c["article_id"] == article {
			row := flat[c["citation_id"]]
			row["source"] = strings.Trim(row["source_name"]+" | "+c["source_text"], " |")
			add("citations", row, c["content"], pieces(c))
		}
	}
	flat, told := s.by("events_flat", "event_id"), s.mentions("event_mentions", "event_id", article)
	for _, e := range s["events"] {
		if at := told[e["event_id"]]; at != nil {
			row := flat[e["event_id"]]
			row["date_edtf"] = e["date_edtf"]
			add("events", row, at[0]["trigger"]+" ("+e["summary"]+")", spansOf(at, "trigger"))
		}
	}
	return all
}

// mentions are those of an article by what they mention; of actors only where they are named.
func (s tables) mentions(table, key, article string) map[string][]map[string]string {
	of := map[string][]map[string]string{}
	for _, m := range s[table] {
		if m["article_id"] == article && m["kind"] != "pronoun" && m["kind"] != "role" {
			of[m[key]] = append(of[m[key]], m)
		}
	}
	return of
}

// spansOf reads the columns OF_start and OF_end.
func spansOf(rows []map[string]string, of string) (spans [][2]int) {
	for _, row := range rows {
		from, _ := strconv.Atoi(row[of+"_start"])
		to, _ := strconv.Atoi(row[of+"_end"])
		spans = append(spans, [2]int{from, to})
	}
	return spans
}

// pieces are the stretches of a citation's content.
func pieces(citation map[string]string) [][2]int {
	var rows []map[string]string
	for piece := range strings.SplitSeq(citation["pieces"], " | ") {
		from, to, ok := strings.Cut(piece, "-")
		if !ok {
			return spansOf([]map[string]string{citation}, "span")
		}
		rows = append(rows, map[string]string{"piece_start": from, "piece_end": to})
	}
	return spansOf(rows, "piece")
}
