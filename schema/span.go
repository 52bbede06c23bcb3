package schema

// Span is where in an article's cleaned text a row stands. It is embedded in every row type that is anchored in text.
// Only text.Document.Span makes one.
type Span struct {
	SpanStart int    `csv:"span_start" doc:"first character, counted in Unicode code points of articles.text from 0"`
	SpanEnd   int    `csv:"span_end" doc:"character after the last one: text[span_start:span_end] is the quote"`
	Quote     string `csv:"quote" doc:"exactly that slice of articles.text"`
}

// Contains says whether o lies inside s, borders included.
func (s Span) Contains(o Span) bool { return s.SpanStart <= o.SpanStart && o.SpanEnd <= s.SpanEnd }

// Overlaps says whether s and o share a character.
func (s Span) Overlaps(o Span) bool { return s.SpanStart < o.SpanEnd && o.SpanStart < s.SpanEnd }
