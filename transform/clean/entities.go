package clean

import (
	"html"
	"strings"
)

// maxEntity is the longest name of an HTML entity with & and ;, in bytes (&CounterClockwiseContourIntegral;).
const maxEntity = 33

// entities puts characters for HTML entities that close with a semicolon; twice, because pages escape what is escaped ("&amp;rsquo;").
func (c *cleaned) entities() {
	for range 2 {
		if !strings.Contains(c.text, "&") {
			return
		}
		var b strings.Builder
		rest := c.text
		for {
			i := strings.IndexByte(rest, '&')
			if i < 0 {
				break
			}
			b.WriteString(rest[:i])
			rest = rest[i:]
			n := strings.IndexByte(rest[:min(len(rest), maxEntity)], ';') + 1
			char := html.UnescapeString(rest[:n])
			if n < 4 || char == rest[:n] || strings.Contains(char, ";") && char != ";" {
				b.WriteByte('&')
				rest = rest[1:]
				continue
			}
			b.WriteString(char)
			c.repaired++
			rest = rest[n:]
		}
		b.WriteString(rest)
		c.text = b.String()
	}
}
