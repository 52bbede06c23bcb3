package figures

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// mustReal reads a number of one of our own lists.
func mustReal(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return v
}

func realColumn(file, column string) map[string]float64 {
	m := map[string]float64{}
	for k, v := range lexicon.Read(file).Map(column) {
		m[k] = mustReal(v)
	}
	return m
}

// phrases makes a look-up of a list's first column that gives the row's number, for lists of several columns.
func phrases(rows [][]string) *rule.Lexicon {
	m := make(map[string]string, len(rows))
	for i, r := range rows {
		m[r[0]] = strconv.Itoa(i)
	}
	return rule.NewLexicon(m)
}

// row returns the row whose number a look-up gave.
func row(rows [][]string, number string) []string {
	i, err := strconv.Atoi(number)
	if err != nil {
		panic(err)
	}
	return rows[i]
}

// asWritten says whether tokens first up to end have the capitals of surface, where they matter: in surfaces of one or two letters and those with a
// capital that is no first letter of a longer word ("kW", "USD", "Rs").
func asWritten(d *text.Document, first, end int, surface string) bool {
	if len(surface) > 3 && surface[1:] == strings.ToLower(surface[1:]) {
		return true
	}
	if surface == strings.ToLower(surface) && len(surface) > 2 {
		return true
	}
	got, want := strings.ReplaceAll(d.Slice(first, end), " ", ""), strings.ReplaceAll(surface, " ", "")
	return got == want || len(want) == 2 && want == strings.ToLower(want) && got == strings.ToUpper(want) && !strings.HasPrefix(want, "m")
}

// isCapital says whether token i begins with a capital letter.
func isCapital(d *text.Document, i int) bool {
	return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Is(text.Capital)
}

// glued says whether token i follows the one before without white space.
func glued(d *text.Document, i int) bool {
	return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Is(text.Glued)
}

// isHyphen says whether token i is a hyphen inside a word: "-" with no white space on either side. Dashes are none.
func isHyphen(d *text.Document, i int) bool {
	if i < 1 || i+1 >= len(d.Tokens) || !glued(d, i) || !glued(d, i+1) {
		return false
	}
	w := d.Word(i)
	return w == "-" || w == "‑"
}

// wordSet makes a set of words.
func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
