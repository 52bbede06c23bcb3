// Package exporttest holds the conformance suite that every export format runs: the same hard rows go in, and the same rows must come back.
//
// A format's test calls Run with its own way of writing and reading back. The package knows no format.
package exporttest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// Hard texts: what real articles and careless readers bring.
var hardTexts = []string{
	"=cmd|' /C calc'!A0", "+1 555 0100", "-dash first", "@handle", "'apostrophe", `say "yes", then "no"`, "line one\nline two\n", "\tindented", " spaces around ",
	"🚔🧑‍🤝‍🧑 emoji", "شرطة مدينة", "ตำรวจ", "e\u0301 decomposed", "_x000D_ literal", "007", "1e5", "TRUE", "2025-07-16", "null", "NaN", "a|b", `\.`, "<tag> & entity;", "\ufeffmark", "bell \a and \v tab",
	strings.Repeat("long ", 8_000), strings.Repeat("𝔘", 20_000),
}

// Extreme dates, integers and numbers.
var (
	hardDates    = []schema.Date{0, -1, schema.DateOf(1899, 12, 31), schema.DateOf(1582, 10, 15), schema.DateOf(9999, 12, 31), schema.DateOf(2025, 7, 16), schema.DateOf(1900, 2, 28)}
	hardInts     = []int{0, 1, -1, 1<<53 + 1, -(1 << 53) - 1, 1<<63 - 1, 1_000_000}
	hardReals    = []float64{0, 0.1, -30_000_000, 1e21, 1e-7, 2.0 / 3, 100, 12_500_000_000}
	hardInstants = []schema.Time{0, -1, 1_752_624_000_123_456, schema.Time(hardDates[3]) * 86_400_000_000}
	hardLists    = []schema.List{nil, {}, {"one"}, {"a", "b", "c"}, {"with, comma", `with "quotes"`, "new\nline"}, {"🚔", "شرطة"}}
)

// Rows makes n rows of a table that keep to its declaration: keys are unique, references name rows below n, vocabularies are obeyed, nulls stand only where they may. The
// same seed gives the same rows. Row 0 has every null that it may have; the next ones walk through the hard values.
func Rows(t *schema.Table, n int, seed uint64) schema.Batch {
	r := rand.New(rand.NewPCG(seed, uint64(len(t.Name))))
	b := t.NewBatch(n)
	for i := range n {
		for k := range t.Columns {
			c := &t.Columns[k]
			if c.Nullable && (i == 0 || r.IntN(4) == 0) {
				continue
			}
			b.Set(c, i, value(c, i, k, r))
		}
	}
	return b
}

func value(c *schema.Column, i, k int, r *rand.Rand) any {
	switch c.Kind {
	case schema.Text:
		return textValue(c, i, k, r)
	case schema.Int:
		return pick(hardInts, i, r)
	case schema.Real:
		return pick(hardReals, i+k, r)
	case schema.Bool:
		return r.IntN(2) == 0
	case schema.Day:
		return pick(hardDates, i, r)
	case schema.Instant:
		return pick(hardInstants, i, r)
	}
	if c.Ref != "" {
		return schema.List{refID(c, i, r), refID(c, i, r)}[:r.IntN(3)]
	}
	return pick(hardLists, i, r)
}

// refID is the key of a row of the table that c refers to, of its first i+1 rows.
func refID(c *schema.Column, i int, r *rand.Rand) string {
	return schema.ID("key", schema.TableNamed(c.Ref).Keys()[0], fmt.Sprint(r.IntN(i+1)))
}

func textValue(c *schema.Column, i, k int, r *rand.Rand) string {
	switch {
	case c.Vocabulary != "" && c.Role != schema.Key:
		return pick(schema.Vocabularies[c.Vocabulary].Words(), i, r)
	case c.Role == schema.Key:
		return schema.ID("key", c.Name, fmt.Sprint(i))
	case c.Ref != "":
		return refID(c, i, r)
	}
	if i == 0 || i+k > len(hardTexts) { // the long ones once a column are enough
		return hardTexts[r.IntN(len(hardTexts)-2)]
	}
	return pick(hardTexts, i+k, r)
}

// pick walks through the values once, then takes them at random.
func pick[T any](values []T, i int, r *rand.Rand) T {
	if i > 0 && i <= len(values) {
		return values[i-1]
	}
	return values[r.IntN(len(values))]
}
