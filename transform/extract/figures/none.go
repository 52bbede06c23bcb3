package figures

import (
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// noFigures take numbers that state no amount: clock times, scores, telephone numbers, numbered names, list numbers. They stand at the end of
// rules, so that at equal length a figure wins.
var noFigures = []rule.Rule[amount]{
	{Name: "none: <hour> a.m.", Pattern: seq(digits, opt(word(":", "."), digits), rule.Test(isClock)), Build: none},
	{Name: "none: <hour>:<minute>", Pattern: seq(digits, word(":"), digits), Build: none},
	{Name: "none: <number> p . m", Pattern: seq(digits, word("p", "a"), word("."), word("m")), Build: none},
	{Name: "none: <number>-<number>", Pattern: seq(digits, rule.Many(1, 6, seq(rule.Glued, dash, rule.Glued, digits))), Build: none},
	{Name: "none: <number> - <number>", Pattern: seq(digits, evenDash, digits), Build: none},
	{Name: "none: <number>/<number>", Pattern: seq(digits, rule.Many(1, 3, seq(rule.Glued, word("/"), rule.Glued, digits))), Build: none},
	{Name: "none: <numbered name> <number>", Pattern: seq(rule.Lex("name", numbered), opt(hyphen), or(rule.Number("low"), rule.Tagged(text.CD)), opt(rule.Glued, rule.Test(isAlpha))), Build: numberedName},
	{Name: "none: no. <number>", Pattern: seq(word("no.", "nos.", "nr.", "nr"), digits), Build: none},
	{Name: "none: <month> <day>", Pattern: seq(rule.Test(isMonth), opt(word(".")), digits, opt(word(","), digits)), Build: none},
	{Name: "none: <day> <month>", Pattern: seq(digits, rule.Test(isMonth), opt(digits)), Build: none},
	{Name: "none: + <telephone number>", Pattern: seq(word("+"), digits, rule.Many(1, 6, seq(opt(dash), digits))), Build: none},
	{Name: "none: <telephone number>", Pattern: seq(digits, digits, digits, rule.Many(0, 4, digits)), Build: none},
	{Name: "none: <digits> <digits>", Pattern: seq(digits, rule.Not(rule.Glued), digits), Build: twoGroups},
	{Name: "none: <number> block", Pattern: seq(digits, word("block"), word("of")), Build: none},
	{Name: "none: [<number>]", Pattern: seq(word("["), digits, word("]")), Build: none},
	{Name: "none: #<number>", Pattern: seq(word("#"), digits), Build: none},
	{Name: "none: (<number>)", Pattern: seq(atStart, opt(word("(")), digits, word(")", ".", "]")), Build: none},
	{Name: "none: <number>)", Pattern: seq(rule.Not(rule.After("(")), digits, word(")")), Build: listNumber},
	{Name: "none: <number> <street>", Pattern: seq(digits, rule.Many(1, 3, rule.Test(isCapital)), rule.Test(isStreet)), Build: none},
	{Name: "none: one another", Pattern: seq(word("one"), word("another", "day", "or", "hand", "side", "way", "thing", "point", "'s", "side")), Build: oneIdiom},
}

var (
	digits  = rule.Test(func(d *text.Document, i int) bool { return d.Tokens[i].Is(text.Digit) })
	atStart = rule.Part(func(m *rule.Match, i int, next func(int) bool) bool {
		return m.Doc.Sentences[m.Doc.Tokens[i].Sentence].First == i && next(i)
	})
)

// evenDash matches a dash with white space on both sides or on neither: "2-1", "2 - 1", but not "50 -1.3%".
var evenDash = or(seq(rule.Glued, dash, rule.Glued), seq(rule.Not(rule.Glued), dash, rule.Not(rule.Glued)))

var clockWords = wordSet("am pm a.m. p.m. a.m p.m o'clock gmt utc noon midnight hrs")

func isClock(d *text.Document, i int) bool { return clockWords[d.Tokens[i].Lower] }

var streetWords = wordSet("road rd rd. street st st. avenue ave ave. lane drive way boulevard blvd square terrace highway close crescent")

func isStreet(d *text.Document, i int) bool { return streetWords[d.Tokens[i].Lower] }

func isAlpha(d *text.Document, i int) bool { return d.Tokens[i].Is(text.Alpha) }

func none(rule.Match) (amount, bool) { return amount{none: true}, true }

// listNumber takes "2)" where no bracket was opened before it in the sentence.
func listNumber(m rule.Match) (amount, bool) {
	d := m.Doc
	for k := m.First - 1; k >= d.Sentences[d.Tokens[m.First].Sentence].First && k > m.First-maxReach; k-- {
		if d.Tokens[k].Lower == "(" {
			return amount{}, false
		}
	}
	return amount{none: true}, len(d.Tokens[m.First].Lower) < 3
}

// twoGroups takes two groups of three digits and more in a row that count nothing: the end of a telephone number.
func twoGroups(m rule.Match) (amount, bool) {
	d := m.Doc
	return amount{none: true}, len(d.Tokens[m.First].Lower) >= 3 && len(d.Tokens[m.First+1].Lower) >= 3 && !d.Tag(m.End).IsNoun() && !countsBehind(d, m.End)
}

// oneIdiom refuses "one day" and its like behind words that bound it ("more than one way").
func oneIdiom(m rule.Match) (amount, bool) {
	return amount{none: true}, !hedged(m.Doc, m.First)
}

// numberedRows are the words before a number that belongs to their name.
var numberedRows = lexicon.Read("numbered_names.tsv").Rows

var numbered = phrases(numberedRows)

// numberedName refuses a word that is not written as a name, and one that opens the sentence as an ordinary word would ("Top 10" is a name, "top 10" none).
func numberedName(m rule.Match) (amount, bool) {
	first, end := m.Tokens("name")
	surface := row(numberedRows, m.Text("name"))[0]
	d := m.Doc
	if !isCapital(d, first) && surface[0] < 'a' || m.Has("low") && countsBehind(d, m.End) && first == d.Sentences[d.Tokens[first].Sentence].First {
		return amount{}, false
	}
	if v := m.Real("low"); end < m.End && v >= 1e4 && d.Tokens[end].Is(text.Digit) && len(d.Tokens[end].Lower) > 4 { // "DAX 13,176" is its level
		return amount{}, false
	}
	return amount{none: true}, true
}

var months = wordSet("january february march april may june july august september october november december " +
	"jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.")

func isMonth(d *text.Document, i int) bool { return months[d.Tokens[i].Lower] && isCapital(d, i) }
