package figures

import (
	"math"
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// amount is what a rule reads: numbers with their unit, without the words that bound them and without what is counted.
type amount struct {
	low, high   float64 // as written, in base units; equal but for a range
	isRange     bool
	vague       bool   // low is the least that a vague word says
	none        bool   // a number that is no figure
	kind, unit  string // vocabulary unit_kind; unit as in the column
	currency    string // basis of the currency
	first, end  int    // tokens of the quote; both 0: the whole match
	every       bool   // "every 15 days": a frequency
	bound       string // "" = read from the words around it
	hedge       string // the words of bound
	noun        int    // token of a noun that the match holds ("12-page"): it is counted; 0 = none
	letterScale bool   // multiplied by a letter ("35m")
}

// number matches a number and names it: digits or words with sign, fraction behind ("10 1/2", "two and a half"), or "a hundred", "half a million".
func number(name string) rule.Part { return rule.Reading(name, numberAt) }

func numberAt(d *text.Document, i, limit int) (float64, int, bool) {
	sign, k := signAt(d, i, limit)
	v, end, ok := unsignedAt(d, k, limit)
	return sign * v, end, ok
}

// signAt reads a minus or plus sign in front of token i; a hyphen counts when it is glued to the digits only.
func signAt(d *text.Document, i, limit int) (float64, int) {
	if i+1 >= limit {
		return 1, i
	}
	switch t := &d.Tokens[i]; {
	case (t.Lower == "minus" || t.Lower == "negative") && !d.Tokens[i+1].Is(text.Punct):
		return -1, i + 1
	case t.Lower == "−" || t.Lower == "-" && !t.Is(text.Glued) && d.Tokens[i+1].Is(text.Glued|text.Digit):
		return -1, i + 1
	case t.Lower == "+" && !t.Is(text.Glued) && d.Tokens[i+1].Is(text.Glued|text.Digit):
		return 1, i + 1
	}
	return 1, i
}

func unsignedAt(d *text.Document, i, limit int) (float64, int, bool) {
	if i >= limit {
		return 0, i, false
	}
	if v, end, ok := articleNumber(d, i, limit); ok {
		return v, end, true
	}
	if f, ok := fractionSigns[d.Tokens[i].Lower]; ok {
		return f, i + 1, true
	}
	v, end, ok := rule.NumberAt(d, i, limit)
	if !ok {
		return 0, i, false
	}
	if end == i+1 && d.Tokens[i].Is(text.Digit) {
		v, end = spacedGroups(d, i, limit, v)
	}
	if end < limit && d.Tokens[end].Lower == "dozen" {
		return v * dozen, end + 1, true
	}
	f, end := fractionBehind(d, end, limit)
	return v + f, end, true
}

const dozen = 12

// articleNumber reads "a hundred", "a dozen", "half a million", "half a dozen".
func articleNumber(d *text.Document, i, limit int) (float64, int, bool) {
	factor, k := 1.0, i
	if d.Tokens[k].Lower == "half" {
		factor, k = 0.5, k+1
	}
	if end := quarterOf(d, i, limit); end > i {
		factor, k = 0.25, end
	}
	if w := d.Lower(k); k < limit && (w == "a" || w == "-" && k > i) {
		k++
	} else if k == i {
		return 0, i, false
	}
	if k >= limit {
		return 0, i, false
	}
	if d.Tokens[k].Lower == "dozen" {
		return factor * dozen, k + 1, true
	}
	s, ok := scales[d.Tokens[k].Lower]
	if !ok || len(d.Tokens[k].Lower) < 4 || factor == 0.25 && s < 1000 || k+1 < limit && d.Tokens[k+1].Lower == "of" && k-i == 1 && factor != 1 {
		return 0, i, false
	}
	if isHyphen(d, k+1) && k-i == 1 && factor == 1 { // "a billion-dollar economy" is vague
		return 0, i, false
	}
	if k+1 < limit && s == 100 && scales[d.Tokens[k+1].Lower] > 100 { // "a hundred thousand"
		return factor * s * scales[d.Tokens[k+1].Lower], k + 2, true
	}
	return factor * s, k + 1, true
}

// quarterOf returns the end of "a quarter of" at token i, i without it; what follows must be "a million" and its like.
func quarterOf(d *text.Document, i, limit int) int {
	k := i
	if d.Tokens[k].Lower == "a" {
		k++
	}
	if k+3 < limit && d.Tokens[k].Lower == "quarter" && d.Tokens[k+1].Lower == "of" && d.Tokens[k+2].Lower == "a" && scales[d.Tokens[k+3].Lower] >= 1000 {
		return k + 2
	}
	return i
}

// spacedGroups reads "10 000", "1 250 000" and "170, 000" from token i on, where ParseDigits read v: groups of three digits behind single spaces. The last
// group ends in a zero, as a number written so in news is a round one; two numbers may stand in a row by chance.
func spacedGroups(d *text.Document, i, limit int, v float64) (float64, int) {
	if len(d.Tokens[i].Lower) > 3 || v != math.Trunc(v) || v == 0 || isMonth(d, max(i-1, 0)) {
		return v, i + 1
	}
	end, total := i+1, v
	for end+1 < limit && d.Tokens[end].Lower == "," && d.Tokens[end].Is(text.Glued) && d.Tokens[end+1].Lower == "000" { // "170, 000", as some archives print
		total, end = total*1000, end+2
	}
	for end < limit && len(d.Tokens[end].Lower) == 3 && d.Tokens[end].Is(text.Digit) && d.Tokens[end].From-d.Tokens[end-1].To <= 3 && !d.Tokens[end].Is(text.Glued) {
		g, ok := rule.ParseDigits(d.Tokens[end].Lower)
		if !ok {
			break
		}
		total = total*1000 + g
		end++
	}
	if math.Mod(total, 10) != 0 {
		return v, i + 1
	}
	return total, end
}

// fractionBehind reads what follows the whole part of a mixed number at token i: "1/2", "½", "and a half".
func fractionBehind(d *text.Document, i, limit int) (float64, int) {
	if i >= limit {
		return 0, i
	}
	if f, ok := fractionSigns[d.Tokens[i].Lower]; ok {
		return f, i + 1
	}
	if i+3 <= limit && d.Tokens[i].Is(text.Digit) && !d.Tokens[i].Is(text.Glued) {
		if f, end, ok := slashFraction(d, i, limit); ok {
			return f, end
		}
	}
	if i+3 <= limit && d.Tokens[i].Lower == "and" && d.Tokens[i+1].Lower == "a" {
		switch d.Tokens[i+2].Lower {
		case "half":
			return 0.5, i + 3
		case "quarter":
			return 0.25, i + 3
		}
	}
	return 0, i
}

// slashFraction reads "1/2" to "9/10": numerator below denominator, denominator 2 to 10. Dates such as "9/11" are none.
func slashFraction(d *text.Document, i, limit int) (float64, int, bool) {
	if i+3 > limit || d.Tokens[i+1].Lower != "/" || !d.Tokens[i+1].Is(text.Glued) || !d.Tokens[i+2].Is(text.Digit|text.Glued) {
		return 0, i, false
	}
	a, ok1 := rule.ParseDigits(d.Tokens[i].Lower)
	b, ok2 := rule.ParseDigits(d.Tokens[i+2].Lower)
	if !ok1 || !ok2 || a >= b || a < 1 || b > 10 || i+3 < limit && d.Tokens[i+3].Lower == "/" {
		return 0, i, false
	}
	return a / b, i + 3, true
}

// scale matches what multiplies the number before it and names it: "billion", "-million", "bn", "m", "k".
func scale(name string) rule.Part { return rule.Reading(name, scaleAt) }

func scaleAt(d *text.Document, i, limit int) (float64, int, bool) {
	if d.Tokens[i].Lower == "-" && d.Tokens[i].Is(text.Glued) && i+1 < limit && len(d.Tokens[i+1].Lower) > 3 {
		i++
	}
	v, ok := scales[d.Tokens[i].Lower]
	if w := d.Tokens[i].Lower; w == "t" || w == "mm" {
		return 0, i, false
	}
	if !ok || len(d.Tokens[i].Lower) < 4 && !d.Tokens[i].Is(text.Glued) && !spacedScales[d.Tokens[i].Lower] {
		return 0, i, false
	}
	if next := i + 1; next < limit && scales[d.Tokens[next].Lower] > v && len(d.Tokens[next].Lower) > 4 { // "6 hundred million"
		return v * scales[d.Tokens[next].Lower], next + 1, true
	}
	return v, i + 1, true
}

// moneyScale is scale for amounts with a currency sign: "$5t" and "$5mm" are no tonnes and no millimetres.
func moneyScale(name string) rule.Part {
	return rule.Reading(name, func(d *text.Document, i, limit int) (float64, int, bool) {
		if w := d.Tokens[i].Lower; (w == "t" || w == "mm") && d.Tokens[i].Is(text.Glued) {
			return scales[w], i + 1, true
		}
		return scaleAt(d, i, limit)
	})
}

// scales maps words and letters that multiply a number to their factor.
var scales = realColumn("magnitudes.tsv", "factor")

// spacedScales are the short ones that also stand behind a space.
var spacedScales = map[string]bool{"bn": true, "mn": true, "tn": true, "mln": true, "bln": true, "trn": true}

// fractionSigns maps "½" and its like to their value.
var fractionSigns = func() map[string]float64 {
	m := map[string]float64{}
	for _, r := range lexicon.Read("fractions.tsv").Rows {
		if !isWord(r[0]) {
			m[r[0]] = mustReal(r[1]) / mustReal(r[2])
		}
	}
	return m
}()

// fractionWords maps "third", "thirds" and their like to the value of one.
var fractionWords = func() map[string]float64 {
	m := map[string]float64{}
	for _, r := range lexicon.Read("fractions.tsv").Rows {
		if isWord(r[0]) {
			m[r[0]] = mustReal(r[1]) / mustReal(r[2])
		}
	}
	return m
}()

func isWord(s string) bool { return s[0] < 0x80 }

// scaleIn returns the largest scale word among the words of a number ("three million": 1e6), 1 for none.
func scaleIn(words string) float64 {
	best := 1.0
	for w := range strings.FieldsSeq(words) {
		if s := scales[w]; len(w) > 3 && s > best {
			best = s
		}
	}
	return best
}
