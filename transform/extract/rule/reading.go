package rule

import "github.com/newsledger/newsledger/transform/text"

// Reading matches what read takes from token i on, before limit, and names it; Match.Real gives the value that read returns.
func Reading(name string, read func(d *text.Document, i, limit int) (value float64, end int, ok bool)) Part {
	return func(m *Match, i int, next func(int) bool) bool {
		if i >= m.limit {
			return false
		}
		if v, end, ok := read(m.Doc, i, m.limit); ok {
			return m.with(named{name: name, first: i, end: end, real: v, text: straightLower(m.Doc, i, end)}, next)
		}
		return false
	}
}
