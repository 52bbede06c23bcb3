package dates

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/text"
)

// context is what an expression is resolved against: when the article was published, or what its own dates tell, and what was said before.
type context struct {
	today        *schema.Date // day of publication, nil when unknown
	year         int          // of publication, else the one that the article's own dates tell, 0 unknown
	month        int          // likewise
	basis        string       // what year and month come from
	last         value        // the date before
	lastSentence int          // and its sentence

	quarterSaid   quarterOf // the latest quarter named that has ended
	sentence      int       // of the expression being resolved
	yearSaid      int       // the last year named in that sentence
	frameYear     int       // the year that opens that sentence: "In 2008, …"
	atHead        bool      // the expression stands at the head of its sentence
	monthsCounted bool      // that sentence counts months before the expression: "in the nine months"
}

// quarterOf is a quarter (1 to 4; 0 none) of a year.
type quarterOf struct{ year, quarter int }

// Values of date_basis.
const (
	explicit     = "explicit"
	relative     = "relative_to_publication"
	fromDocument = "inferred_from_document"
)

// value is what an expression resolves to; edtf is "" when it cannot be resolved.
type value struct {
	edtf, precision, basis string
	start, end             *schema.Date
}

// valueOf is the date in EDTF with the precision of its form.
func valueOf(edtf, basis string) value {
	v := value{edtf: edtf, basis: basis}
	v.start, v.end, v.precision, _ = Bounds(edtf)
	return v
}

// unresolved is the value of an expression that names a date which nothing tells.
var unresolved = value{}

func (v value) known() bool { return v.edtf != "" }

// as gives v another precision.
func (v value) as(precision string) value {
	if v.known() {
		v.precision = precision
	}
	return v
}

// span is a value from day a to day b.
func span(a, b schema.Date, precision, basis string) value {
	return valueOf(rangeEDTF(a.String(), b.String()), basis).as(precision)
}

// newContext reads the day of publication; without it the latest month or day that the article names in full, else its address, tells
// which year is meant where none is said.
func newContext(a *schema.Article, found []placed) *context {
	c := &context{today: a.PublishedDate, basis: relative}
	if c.today != nil {
		d := civilOf(*c.today)
		c.year, c.month = d.year, d.month
		return c
	}
	if start, _, _, ok := Bounds(a.PublishedEDTF); ok && start != nil {
		d := civilOf(*start)
		c.year, c.month = d.year, 0
		if len(a.PublishedEDTF) > 4 {
			c.month = d.month
		}
		return c
	}
	c.basis = fromDocument
	for _, p := range found {
		for _, w := range []*when{p.w, p.w.a, p.w.b} {
			if w != nil && w.form == point && w.year.from == nowhere && w.year.n > 0 && w.month > 0 {
				c.later(w.year.n, w.month)
			}
		}
	}
	for _, p := range found { // a later year without month: which of the two governs nobody can say
		if y := p.w.year; p.w.plainYear() && y.from == nowhere && y.n > c.year && y.n <= c.year+3 && c.year > 0 && !p.planned {
			c.year, c.month = 0, 0
			break
		}
	}
	return c
}

func (c *context) later(year, month int) {
	if year > c.year || year == c.year && month > c.month {
		c.year, c.month = year, month
	}
}

// yearOf is the year that r means.
func (c *context) yearOf(r yearRef) (year int, basis string, ok bool) {
	switch r.from {
	case publication:
		return c.year + r.n, relative, c.year > 0 && c.basis == relative
	case lastDate:
		if !c.lastNear() {
			return 0, "", false
		}
		return civilOf(*c.last.start).year + r.n, fromDocument, true
	case spoken:
		if c.quarterSaid.year > 0 {
			return c.quarterSaid.year + r.n, fromDocument, true
		}
		return c.year + r.n, relative, c.year > 0 && c.basis == relative
	}
	return r.n, explicit, r.n > 0
}

// enter begins an expression: what only its own sentence tells is forgotten in the next.
func (c *context) enter(doc *text.Document, p placed) {
	if s := doc.Tokens[p.first].Sentence; s != c.sentence {
		c.sentence, c.yearSaid, c.frameYear = s, 0, 0
	}
	c.atHead = p.first <= doc.Sentences[c.sentence].First+1
	c.monthsCounted = false
	for k := max(doc.Sentences[c.sentence].First, p.first-reach); k < p.first && p.w.unit == period; k++ {
		c.monthsCounted = c.monthsCounted || doc.Tokens[k].Lower == "months"
	}
}

// farthest is how many sentences back "that year" and "the next day" look for their date.
const farthest = 3

// lastNear says whether the date before stands near enough to be pointed back to.
func (c *context) lastNear() bool {
	return c.last.start != nil && c.sentence-c.lastSentence <= farthest
}

// note keeps what later expressions can point back to.
func (c *context) note(w *when, v value) {
	if !v.known() || v.start == nil || v.end == nil {
		return
	}
	c.last, c.lastSentence = v, c.sentence
	d := civilOf(*v.start)
	switch {
	case w.year.from == spoken || w.unit == period:
	case v.precision == string(quarter):
		if c.today == nil || *v.end <= *c.today {
			d = civilOf(*v.end)
			if q := (quarterOf{d.year, (d.month-1)/3 + 1}); q.year*4+q.quarter > c.quarterSaid.year*4+c.quarterSaid.quarter {
				c.quarterSaid = q
			}
		}
	case w.unit == yearly && w.form == point:
		c.yearSaid = d.year
		if c.atHead && w.year.from == nowhere {
			c.frameYear = d.year
		}
	}
}

// addresses lets the addresses that the article quotes tell its year, when nothing else does: "example.org/news/2025/7/16/…".
func (c *context) addresses(doc *text.Document) {
	if c.year > 0 {
		return
	}
	for i := range doc.Tokens {
		if y, m, ok := dateInAddress(doc.Word(i)); ok && doc.Tokens[i].Is(text.Alpha) {
			c.later(y, m)
		}
	}
}

// dateInAddress reads /2025/7/ or /2025/07/16/ in an address.
func dateInAddress(s string) (year, month int, ok bool) {
	if !strings.Contains(s, "/") {
		return 0, 0, false
	}
	f := strings.Split(s, "/")
	for k := 1; k+1 < len(f); k++ {
		y, m := atoi(f[k]), atoi(f[k+1])
		if len(f[k]) == 4 && y >= 1990 && y <= lastYear && len(f[k+1]) <= 2 && m >= 1 && m <= 12 {
			return y, m, true
		}
	}
	return 0, 0, false
}
