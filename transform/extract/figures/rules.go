package figures

import (
	"math"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// The words that the rules below are written in.
var (
	seq, opt, or, word = rule.Seq, rule.Opt, rule.Or, rule.Word

	hyphen  = rule.Or(rule.Test(isHyphen), spacedHyphen)
	dash    = word("-", "~")
	upTo    = or(seq(opt(rule.Glued, word("-")), word("to", "through")), dash)
	article = word("a", "an")

	low       = seq(number("low"), opt(scale("low.scale")))
	high      = seq(number("high"), opt(scale("high.scale")))
	lowMoney  = seq(number("low"), opt(moneyScale("low.scale")))
	highMoney = seq(number("high"), opt(moneyScale("high.scale")))

	sign = rule.Lex("currency", signs)
	name = rule.Lex("currency", names)
	unit = rule.Lex("unit", unitLexicon)

	between = seq(rule.Or(rule.After("between"), afterHedgedBetween), low)
)

// spacedHyphen matches a hyphen with spaces around it before a unit of time in the singular ("a 90 - day stay").
var spacedHyphen = rule.Test(func(d *text.Document, i int) bool {
	if d.Tokens[i].Lower != "-" || i == 0 || i+1 >= len(d.Tokens) {
		return false
	}
	switch d.Tokens[i+1].Lower {
	case "year", "month", "week", "day", "hour", "minute", "mile", "old", "foot", "inch":
		return true
	}
	return false
})

// afterHedgedBetween matches no token behind "between about".
var afterHedgedBetween rule.Part = func(m *rule.Match, i int, next func(int) bool) bool {
	return m.Doc.Lower(i-2) == "between" && bounds[m.Doc.Lower(i-1)] == "approx" && next(i)
}

// rules are tried at every token; the longest match that builds wins, then the earlier rule. A value of kind none takes its tokens
// away from the other rules and gives no figure. Words that bound a number are read afterwards: bounds.go.
var rules = append([]rule.Rule[amount]{
	{Name: "<currency sign> <number> [<scale>]", Pattern: seq(sign, lowMoney, opt(rule.Lex("suffix", names))), Build: money},
	{Name: "<currency sign> <number> to [<currency sign>] <number> [<scale>]", Pattern: seq(sign, lowMoney, upTo, opt(rule.Lex("again", signs)), highMoney), Build: money},
	{Name: "between <currency sign> <number> and [<currency sign>] <number> [<scale>]", Pattern: seq(rule.After("between"), sign, lowMoney, word("and"), opt(rule.Lex("again", signs)), highMoney), Build: money},
	{Name: "<number> [<scale>] <currency name>", Pattern: seq(low, opt(hyphen), name), Build: money},
	{Name: "<number> [<currency>] to <number> [<scale>] <currency name>", Pattern: seq(low, opt(hyphen), opt(rule.Lex("again", names)), or(upTo, word("or")), high, opt(hyphen), name), Build: money},
	{Name: "from <number> <currency name> to <number>", Pattern: seq(rule.After("from"), low, name, word("to"), high), Build: money},
	{Name: "<number> to <number>-<number> <currency name>", Pattern: seq(low, word("to"), number("middle"), dash, high, name), Build: money},
	{Name: "between <number> and <number> [<scale>] <currency name>", Pattern: seq(between, opt(rule.Lex("again", names)), word("and"), high, name), Build: money},
	{Name: "<scale>-<currency name>", Pattern: seq(opt(word("multi"), opt(hyphen)), scaleWord("vague"), opt(hyphen), name), Build: vagueMoney},
	{Name: "<vague amount> of <currency name>", Pattern: seq(vagueWord("vague"), opt(word("of")), name), Build: vagueMoney},

	{Name: "<number> <unit>", Pattern: seq(low, opt(hyphen), unit), Build: measured},
	{Name: "<number> [<unit>] to <number> <unit>", Pattern: seq(low, opt(hyphen), opt(rule.Lex("again", unitLexicon)), or(upTo, word("or")), high, opt(hyphen), unit), Build: measured},
	{Name: "from <number> <unit> to <number>", Pattern: seq(rule.After("from"), low, unit, word("to"), high), Build: measured},
	{Name: "between <number> and <number> <unit>", Pattern: seq(between, opt(rule.Lex("again", unitLexicon)), word("and"), high, opt(hyphen), unit), Build: measured},
	{Name: "<number> <adjective> <unit of time>", Pattern: seq(low, rule.Test(isStretch), unit), Build: timeMeasured},
	{Name: "<vague amount> <unit>", Pattern: seq(vagueWord("vague"), opt(word("of")), unit), Build: vagueMeasured},
	{Name: "<plural unit of time> as an amount", Pattern: rule.As("unit.alone", word("decades", "centuries")), Build: vagueDuration},
	{Name: "a <unit of time>", Pattern: seq(article, rule.As("one", unit)), Build: oneUnit},
	{Name: "a <unit> and a half", Pattern: seq(article, unit, word("and"), article, word("half")), Build: unitAndHalf},
	{Name: "<number>/<number> <unit>", Pattern: seq(rule.Reading("low", slashFraction), opt(hyphen), unit), Build: measured},
	{Name: "half a <unit>", Pattern: seq(rule.As("half", word("half")), or(article, hyphen), unit), Build: halfUnit},
	{Name: "every <number> <unit of time>", Pattern: seq(word("every"), rule.As("quote", seq(low, unit))), Build: every},
	{Name: "percent of <number>", Pattern: seq(word("percent", "percents"), word("of"), low), Build: percentOf},
	{Name: "percent of <number>", Pattern: seq(word("per"), word("cent"), word("of"), low), Build: percentOf},

	{Name: "<number> <unit of time> old", Pattern: seq(low, opt(hyphen), unit, opt(hyphen), or(word("old", "olds"), seq(word("of"), word("age")))), Build: age},
	{Name: "<number> to <number> <unit of time> old", Pattern: seq(low, or(upTo, word("or", "and")), opt(hyphen), high, opt(hyphen), unit, opt(hyphen), or(word("old", "olds"), seq(word("of"), word("age")))), Build: age},
	{Name: "<number> yo", Pattern: seq(low, word("yo", "y.o.")), Build: age},
	{Name: "aged <number>", Pattern: seq(word("aged", "age", "ages"), opt(word("of", "between", "from")), opt(word("about", "around", "just", "only")), rule.As("quote", low)), Build: age},
	{Name: "aged <number> to <number>", Pattern: seq(word("aged", "age", "ages"), or(seq(word("between"), rule.As("quote", seq(low, word("and"), high))), seq(opt(word("of", "from")), rule.As("quote", seq(low, upTo, high))))), Build: age},
	{Name: "<person> is <number>", Pattern: seq(rule.Or(rule.After("is"), rule.After("was"), rule.After("turned"), rule.After("turns")), behindPerson, rule.Test(isSmallNumber)), Build: ageAlone},
	{Name: "<name>, <number>,", Pattern: seq(behindName, number("low")), Build: age},

	{Name: "half", Pattern: word("half"), Build: half},
	{Name: "a half", Pattern: seq(or(article, word("one")), word("half")), Build: half},
	{Name: "a <fraction>", Pattern: seq(article, fractionWord("fraction")), Build: fractionOf},
	{Name: "<number> <fraction>", Pattern: seq(number("n"), opt(hyphen), fractionWord("fraction")), Build: fractionOf},
	{Name: "<number> in <number>", Pattern: seq(number("n"), rule.As("link", word("in")), opt(word("every")), number("of")), Build: oneIn},
	{Name: "<number> out of <number>", Pattern: seq(number("n"), rule.As("link", seq(word("out"), word("of"))), opt(word("every")), number("of")), Build: oneIn},
	{Name: "<number>/<number>", Pattern: rule.Reading("share", slashFraction), Build: func(m rule.Match) (amount, bool) {
		if s := m.Doc.Sentences[m.Doc.Tokens[m.First].Sentence]; s.First == m.First {
			return amount{}, false // numbered posts: "1/2 Today we …"
		}
		return share(m.Real("share"))
	}},

	{Name: "<number> [<scale>]", Pattern: low, Build: count},
	{Name: "<number> to <number> [<scale>]", Pattern: seq(low, upTo, high), Build: countRange},
	{Name: "<number> or <number>", Pattern: seq(low, word("or"), high), Build: countOr},
	{Name: "<number> to <number> to <number>", Pattern: seq(low, word("to"), number("middle"), dash, high), Build: countRange},
	{Name: "between <number> and <number> [<scale>]", Pattern: seq(between, word("and"), high), Build: countRange},
	{Name: "<number>-<noun>", Pattern: seq(low, hyphen, opt(word("strong")), rule.As("noun", rule.Test(isCountable))), Build: compound},
	{Name: "<number>-strong", Pattern: seq(rule.As("quote", low), hyphen, word("strong")), Build: quoted},
	{Name: "<vague amount>", Pattern: vagueWord("vague"), Build: vagueCount},
	{Name: "<number>-fold", Pattern: seq(low, or(seq(hyphen, word("fold")), word("times"))), Build: times},
}, noFigures...)

// count builds a bare number; what it counts is found later. A letter that multiplies ("35m") needs something counted behind it.
func count(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind = "count"
	if a.letterScale && m.Text("low.scale") == "m" && !countsBehind(m.Doc, m.End) {
		a.kind, a.unit = "distance", "m"
		a.low = m.Real("low")
		a.high = a.low
	}
	return a, ok
}

// countsBehind says whether token i begins what a number counts.
func countsBehind(d *text.Document, i int) bool {
	t := d.Tag(i)
	return d.Lower(i) == "of" || t == text.NNS || t.IsAdjective() || (t.IsNoun() || t == text.VBN || t == text.VBG) && d.Tag(i+1) == text.NNS
}

func countRange(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind = "count"
	first, end := m.Tokens("high")
	link := m.Doc.Lower(first - 1)
	switch {
	case link == "to" && m.Doc.Lower(end) == "-": // "10 to 33-" goes on
		return a, false
	case link != "-":
		return a, ok
	}
	// Digits with a hyphen between are a range where something is counted behind them, else a score or a number of another kind.
	return a, ok && m.Real("low") < m.Real("high") && (countsBehind(m.Doc, m.End) || hedged(m.Doc, m.First) || m.Has("high.scale") || a.low >= 1000 && roundTens(a.low) && roundTens(a.high))
}

// countOr builds "two or three", "40 or 50": neighbours only.
func countOr(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind = "count"
	return a, ok && a.high <= 2*a.low && m.Real("low") > 0
}

func times(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind, a.unit = "other", "time"
	return a, ok && a.low > 1
}

func quoted(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind = "count"
	a.first, a.end = m.Tokens("quote")
	return a, ok
}

// compound builds "12-page", "15-member": the number alone is the quote.
func compound(m rule.Match) (amount, bool) {
	a, ok := numbers(m)
	a.kind = "count"
	a.first, _ = m.Tokens("low")
	a.noun, _ = m.Tokens("noun")
	a.end = a.noun - 1
	if m.Doc.Lower(a.end-1) == "-" {
		a.end--
	}
	return a, ok && a.low > 1
}

func roundTens(v float64) bool { return math.Mod(v, 10) == 0 }
