// Package rule holds the words that extraction rules are written in.
//
// A rule is data: a name that reads as its pattern in words, a pattern of named parts, and a build function that makes the value or
// refuses. Find tries every rule at every token; the longest match that builds wins, then the earlier rule. What lost is kept by a
// Trace. The package knows text and lexicons, and nothing of dates, figures or any other noun.
package rule

import (
	"github.com/newsledger/newsledger/transform/text"
)

// Rule makes a T from the tokens that its pattern matches.
type Rule[T any] struct {
	Name    string // the pattern in words: "<currency sign> <number> [<magnitude>]"
	Pattern Part
	Build   func(m Match) (T, bool) // false refuses the match
}

// Found is a match that won.
type Found[T any] struct {
	Rule       string
	First, End int // tokens, End exclusive
	Value      T
}

// Find returns the matches of the rules in the document in order, not overlapping. station names the caller in the trace.
func Find[T any](d *text.Document, station string, rules []Rule[T], tr *Trace) []Found[T] {
	return FindWhere(d, station, rules, func(*text.Document, int) bool { return true }, tr)
}

// FindWhere is Find at the tokens that begins accepts, for long lists of rules that few tokens can open.
func FindWhere[T any](d *text.Document, station string, rules []Rule[T], begins func(d *text.Document, i int) bool, tr *Trace) []Found[T] {
	var all []Found[T]
	t := newTry(d)
	for s := range d.Sentences {
		for i := d.Sentences[s].First; i < d.Sentences[s].End; {
			if !begins(d, i) {
				i++
				continue
			}
			best, ok := longest(t, i, d.Sentences[s].End, station, rules, tr)
			if !ok {
				i++
				continue
			}
			all = append(all, best)
			i = best.End
		}
	}
	return all
}

func longest[T any](t *try, i, limit int, station string, rules []Rule[T], tr *Trace) (best Found[T], ok bool) {
	d := t.m.Doc
	for r := range rules {
		m, hit := t.at(rules[r].Pattern, i, limit)
		if !hit {
			continue
		}
		f := Found[T]{Rule: rules[r].Name, First: i, End: m.End}
		var built bool
		if f.Value, built = rules[r].Build(m); !built {
			tr.Lost(station, f.Rule, d.SpanOf(f.First, f.End), "refused by the rule")
			continue
		}
		switch {
		case !ok:
			best, ok = f, true
		case f.End > best.End:
			tr.Lost(station, best.Rule, d.SpanOf(best.First, best.End), "shorter than: "+f.Rule)
			best = f
		default:
			tr.Lost(station, f.Rule, d.SpanOf(f.First, f.End), "not longer than: "+best.Rule)
		}
	}
	if ok {
		tr.Won(station, best.Rule, d.SpanOf(best.First, best.End))
	}
	return best, ok
}
