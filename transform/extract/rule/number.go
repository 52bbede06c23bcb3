package rule

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// numberWords maps a number word to its value and kind: unit (below 20), ten (20 to 90), scale (hundred and up).
var numberWords = func() map[string]numberWord {
	m := map[string]numberWord{}
	for _, r := range lexicon.Read("number_words.tsv").Rows {
		v, err := strconv.ParseFloat(r[1], 64)
		if err != nil {
			panic(err)
		}
		m[r[0]] = numberWord{v, r[2]}
	}
	return m
}()

type numberWord struct {
	value float64
	kind  string
}

// ParseDigits reads "1,000", "12.5" and "1.000.000"; a comma or point is a group mark when it stands before exactly three digits each time
// and, for a single point, is never one. False for anything else, ordinals and "1990s" among it.
func ParseDigits(s string) (float64, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case commas > 0 && points <= 1 && grouped(strings.SplitN(s, ".", 2)[0], ","):
		s = strings.ReplaceAll(s, ",", "")
	case points > 1 && commas <= 1 && grouped(strings.SplitN(s, ",", 2)[0], "."):
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	case commas > 0 || points > 1:
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !strings.ContainsAny(s, "eExXpP_")
}

// grouped says whether s is digits in groups of three behind each mark; Indian groups of two ("1,00,000") count too.
func grouped(s, mark string) bool {
	groups := strings.Split(s, mark)
	if len(groups[0]) > 3 || len(groups[len(groups)-1]) != 3 {
		return false
	}
	for _, g := range groups[1 : len(groups)-1] {
		if len(g) != 3 && len(g) != 2 {
			return false
		}
	}
	return true
}

// Number matches a cardinal number in digits or in words ("1,000", "two hundred and fifty", "twenty-one") and names it; Match.Real gives its
// value. Magnitudes behind digits ("12.5 billion") are not part of it.
func Number(name string) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		if v, end, ok := NumberAt(m.Doc, i, m.limit); ok {
			return m.with(named{name: name, first: i, end: end, real: v, text: straightLower(m.Doc, i, end)}, next)
		}
		return false
	}
}

// NumberAt reads the number that begins at token i and ends before limit: its value and end (exclusive).
func NumberAt(d *text.Document, i, limit int) (value float64, end int, ok bool) {
	if i >= limit {
		return 0, i, false
	}
	if d.Tokens[i].Is(text.Digit) {
		v, ok := ParseDigits(d.Tokens[i].Lower)
		return v, i + 1, ok
	}
	return wordsAt(d, i, limit)
}

// wordsAt reads a number in words: units and tens add, hundred multiplies, larger scales close a group.
func wordsAt(d *text.Document, i, limit int) (value float64, end int, ok bool) {
	total, group, last := 0.0, 0.0, ""
	k := i
	for k < limit {
		j := k
		if last != "" && (d.Tokens[j].Lower == "-" && d.Tokens[j].Is(text.Glued) || d.Tokens[j].Lower == "and" && last == "scale") {
			j++
		}
		if j >= limit {
			break
		}
		w, known := numberWords[d.Tokens[j].Lower]
		if !known || !follows(last, w, group) {
			break
		}
		switch {
		case w.kind != "scale":
			group += w.value
		case w.value == 100:
			group = max(group, 1) * 100
		default:
			total, group = total+max(group, 1)*w.value, 0
		}
		last, k = w.kind, j+1
	}
	return total + group, k, k > i && !(last == "scale" && k == i+1)
}

// follows says whether number word w can stand behind one of kind last when the open group has a value already.
func follows(last string, w numberWord, group float64) bool {
	switch {
	case last == "":
		return true
	case w.kind == "scale":
		return group > 0 && last != "scale" || w.value > 100 && group > 0
	case last == "unit":
		return false
	case last == "ten":
		return w.kind == "unit" && w.value > 0 && w.value < 10
	default:
		return w.value > 0
	}
}
