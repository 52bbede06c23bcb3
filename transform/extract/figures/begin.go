package figures

import (
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// begins says whether a rule may match at token i: few words open a number, so that most tokens cost one look-up.
func begins(d *text.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Is(text.Digit) || openers[t.Lower]
}

// openers are the first words of everything that the rules match.
var openers = func() map[string]bool {
	m := wordSet("a an half quarter multi every per percent percents aged age ages no. nos. nr nr. one decades centuries minus negative - − + ( [ #")
	for _, file := range []string{"number_words.tsv", "magnitudes.tsv", "vague_amounts.tsv", "fractions.tsv", "numbered_names.tsv"} {
		for _, r := range lexicon.Read(file).Rows {
			m[firstWord(r[0])] = true
		}
	}
	for _, r := range currencyRows {
		if r[3] != "behind" {
			m[firstWord(r[0])] = true
		}
	}
	for w := range scales {
		m["multi"+w] = true
	}
	for w := range months {
		m[w] = true
	}
	return m
}()

// firstWord is the first token of a phrase in lower case.
func firstWord(phrase string) string { return text.Split(phrase).Tokens[0].Lower }
