package rule

import "github.com/newsledger/newsledger/schema"

// Trace keeps what rules did in one article, for `newsledger explain`. A nil Trace keeps nothing and costs nothing.
type Trace struct {
	Steps []Step
}

// Step is one rule that won or lost at one place.
type Step struct {
	Station string // dates, places, actors, citations, figures, events
	Rule    string
	Span    schema.Span
	Won     bool
	Reason  string // why it lost, or what it decided; "" when there is nothing to add
}

// Won notes a rule that gave a row.
func (t *Trace) Won(station, rule string, span schema.Span) {
	if t != nil {
		t.Steps = append(t.Steps, Step{station, rule, span, true, ""})
	}
}

// Lost notes a rule that gave none, and why.
func (t *Trace) Lost(station, rule string, span schema.Span, reason string) {
	if t != nil {
		t.Steps = append(t.Steps, Step{station, rule, span, false, reason})
	}
}
