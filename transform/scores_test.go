package transform

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// scoredTables are the tables that an annotation speaks of, scoredColumns what it says in each, behind the words.
var (
	scoredTables  = []string{"actors", "figures", "citations", "events"}
	scoredColumns = map[string][]string{
		"actors":    {"actor_type", "country_code"},
		"figures":   {"value", "bound", "unit_kind", "measure", "claimant"},
		"citations": {"source", "kind"},
		"events":    {"event_type", "status", "assertion", "agents", "targets", "date_edtf"},
	}
)

// TestGoldenScores exports each file of testdata/articles alone and compares how much of what testdata/annotations holds is found and right
// with testdata/scores.txt. -update rewrites the numbers; -v, and a number that moved, list all that was missed, invented or wrong.
func TestGoldenScores(t *testing.T) {
	articles, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*"))
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*score{}
	for _, table := range scoredTables {
		scores[table] = &score{right: map[string]int{}}
	}
	for _, file := range articles {
		scoreFile(t, file, scores)
	}
	got := "# What of testdata/annotations is found: rows annotated, found, matched; of those matched, how many are right in each column.\n"
	for _, table := range scoredTables {
		got += scores[table].String(table)
		t.Log(table + "\n" + strings.Join(scores[table].notes, "\n"))
	}
	pinned := filepath.Join("..", "testdata", "scores.txt")
	if *update {
		if err := os.WriteFile(pinned, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want, err := os.ReadFile(pinned); err != nil || string(want) != got {
		t.Errorf("the scores moved; go test ./transform -run Golden -update renews them\nwant\n%sgot\n%s", want, got)
	}
}

// scoreFile adds what one file gives. Every file with an English article has an annotation, which may leave out a copy.
func scoreFile(t *testing.T, file string, scores map[string]*score) {
	all, english, annotated := tablesOf(t, file), 0, 0
	for _, a := range all["articles"] {
		wanted := filepath.Join("..", "testdata", "annotations", a["source"]+".txtar")
		if a["status"] != "extracted" {
			continue
		}
		english++
		if _, err := os.Stat(wanted); err != nil {
			continue
		}
		annotated++
		want, found := annotation(t, wanted, a["text"]), all.entries(a["article_id"])
		for _, table := range scoredTables {
			scores[table].add(a["source"], scoredColumns[table], want[table], found[table])
		}
	}
	if english > 0 && annotated == 0 {
		t.Errorf("%s has no file in testdata/annotations", file)
	}
}

// score counts the entries of one table.
type score struct {
	annotated, found, matched int
	right                     map[string]int // by column
	notes                     []string
}

func (s *score) String(table string) string {
	line := fmt.Sprintf("\n%-12s annotated %d, found %d, matched %d: precision %.3f, recall %.3f\n", table, s.annotated, s.found, s.matched,
		float64(s.matched)/float64(max(s.found, 1)), float64(s.matched)/float64(max(s.annotated, 1)))
	for _, c := range scoredColumns[table] {
		line += fmt.Sprintf("  %-12s %.3f (%d of %d)\n", c, float64(s.right[c])/float64(max(s.matched, 1)), s.right[c], s.matched)
	}
	return line
}

// add matches one to one, most overlap first. Optional entries count only where they are matched.
func (s *score) add(source string, columns []string, wanted, found []entry) {
	of := pairs(wanted, found)
	s.found += len(found)
	s.matched += len(of)
	for i, w := range wanted {
		j, ok := of[i]
		if ok || !w.optional {
			s.annotated++
		}
		if !ok && !w.optional {
			s.notes = append(s.notes, fmt.Sprintf("%s: missed %q", source, w.words))
		}
		for _, c := range columns {
			if ok && w.same(found[j], c) {
				s.right[c]++
			} else if ok {
				s.notes = append(s.notes, fmt.Sprintf("%s: %q: %s %q, want %q", source, w.words, c, found[j].cells[c], w.cells[c]))
			}
		}
	}
	used := slices.Collect(maps.Values(of))
	for j, f := range found {
		if !slices.Contains(used, j) {
			s.notes = append(s.notes, fmt.Sprintf("%s: invented %q %q", source, f.words, f.cells[columns[0]]))
		}
	}
}

// pairs gives the found entry of each annotated one.
func pairs(wanted, found []entry) map[int]int {
	type pair struct{ i, j, likeness int }
	var all []pair
	for i, w := range wanted {
		for j, f := range found {
			if n := w.likeness(f); n > 0 {
				all = append(all, pair{i, j, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return b.likeness - a.likeness })
	of, used := map[int]int{}, map[int]bool{}
	for _, p := range all {
		if _, taken := of[p.i]; !taken && !used[p.j] {
			of[p.i], used[p.j] = p.j, true
		}
	}
	return of
}

// likeness is 0 for entries that share no text, or, of citations, less than half of what both cover. Events of one type go first.
func (e entry) likeness(found entry) int {
	shared, covered := 0, 0
	for _, b := range found.spans {
		covered += b[1] - b[0]
	}
	for _, a := range e.spans {
		covered += a[1] - a[0]
		for _, b := range found.spans {
			shared += max(0, min(a[1], b[1])-max(a[0], b[0]))
		}
	}
	if e.cells["kind"] != nil && 2*shared < covered-shared {
		return 0
	}
	if shared > 0 && e.cells["event_type"] != nil && e.same(found, "event_type") {
		return shared + 1000
	}
	return shared
}

// same tells whether a found entry is right in a column: "*" takes anything, "-" an empty cell.
func (e entry) same(found entry, column string) bool {
	have := found.cells[column]
	return slices.ContainsFunc(e.cells[column], func(want string) bool {
		return want == "*" || want == "-" && len(have) == 0 || slices.ContainsFunc(have, func(got string) bool { return sameCell(column, want, got) })
	})
}

// sameCell takes a shorter or longer name of somebody for the same one: "Karim" for "Rezaul Karim". Other cells are equal or wrong.
func sameCell(column, a, b string) bool {
	if !slices.Contains([]string{"source", "claimant", "agents", "targets"}, column) {
		return a == b
	}
	short, long := nameWords(a), nameWords(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	return len(short) > 0 && !slices.ContainsFunc(short, func(w string) bool { return !slices.Contains(long, w) })
}

// nameWords are the words of a name in lower case, without articles.
func nameWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,.;:“”\"()", r) })
	return slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "a" || w == "an" })
}
