package clean

import (
	"regexp"
	"strings"
)

var (
	isMarkup  = regexp.MustCompile(`(?i)</p>|<br ?/?>|</div>|</a>|</h[1-6]>`)
	hidden    = regexp.MustCompile(`(?is)<(script|style)\b.*?</(script|style)>|<!--.*?-->`)
	blockTag  = regexp.MustCompile(`(?i)\s*</?(p|div|h[1-6]|blockquote|ul|ol|table|figure)\b[^<>]*>\s*`)
	lineTag   = regexp.MustCompile(`(?i)\s*(<br\b[^<>]*>|</(li|tr|figcaption)>)\s*`)
	otherTag  = regexp.MustCompile(`</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>`)
	manyLines = regexp.MustCompile(`\n{3,}`)
	cutMark   = regexp.MustCompile(`\s*\[\+\d+ chars\]\s*$`)
)

// tags turns a text that is HTML, as the content fields of feeds and news interfaces are, into lines: a blank line between blocks. A text
// without a closing tag is left alone, whatever stands between < and >. It also takes off the "[+1234 chars]" of cut articles.
func (c *cleaned) tags() {
	if strings.HasSuffix(strings.TrimRight(c.text, " \n"), " chars]") {
		c.setText(cutMark.ReplaceAllString(c.text, ""))
	}
	if !strings.Contains(c.text, "<") || !isMarkup.MatchString(c.text) {
		return
	}
	s := hidden.ReplaceAllString(c.text, "")
	s = blockTag.ReplaceAllString(s, "\n\n")
	s = lineTag.ReplaceAllString(s, "\n")
	s = otherTag.ReplaceAllString(s, "")
	c.setText(strings.TrimSpace(manyLines.ReplaceAllString(s, "\n\n")))
}
