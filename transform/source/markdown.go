package source

import (
	"fmt"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"go.yaml.in/yaml/v3"
)

// markdown parses CommonMark with tables and strikethrough; bare addresses become links, whose text stays.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))

// fromMarkdown takes the front matter into r's fields and turns the rest into plain text: paragraphs, headings and list items on lines
// of their own, a blank line between blocks, no marks.
func fromMarkdown(r *Raw) error {
	front, body := splitFront(r.Text)
	if front != "" {
		if err := readFront(r, front); err != nil {
			return fmt.Errorf("front matter: %w", err)
		}
	}
	p := plainer{src: []byte(body)}
	root := markdown.Parser().Parse(text.NewReader(p.src))
	p.blocks(root)
	r.Text = strings.TrimRight(p.out.String(), "\n")
	if r.Title == "" {
		if h, ok := root.FirstChild().(*ast.Heading); ok && h.Level == 1 {
			r.Title = oneLine(p.inline(h))
		}
	}
	return nil
}

// splitFront cuts off YAML between two lines of ---.
func splitFront(s string) (front, body string) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return "", s
	}
	if front, body, ok = strings.Cut(rest, "\n---\n"); ok {
		return front, body
	}
	if front, ok = strings.CutSuffix(rest, "\n---"); ok {
		return front, ""
	}
	return "", s
}

// readFront reads YAML fields under the same names as those of JSON records.
func readFront(r *Raw, front string) error {
	var m map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(front), &m); err != nil {
		return err
	}
	nodes := folded(m)
	lower := make(map[string]string, len(nodes))
	for name, node := range nodes {
		lower[name] = yamlWords(&node)
	}
	get := func(what string) string {
		for _, name := range fields[what] {
			if lower[name] != "" {
				return lower[name]
			}
		}
		return ""
	}
	r.Title, r.Byline, r.URL, r.Publisher = get("title"), get("byline"), get("url"), get("publisher")
	r.PublisherType, r.Language, r.Modified, r.RecordID = get("publisher_type"), get("language"), get("modified"), get("id")
	if r.Published = get("published"); r.Published != "" {
		r.PublishedFrom = "metadata"
	}
	return nil
}

func yamlWords(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		var t time.Time
		if n.Tag == "!!null" || n.Tag == "!!timestamp" && n.Decode(&t) != nil {
			return ""
		}
		return oneLine(n.Value)
	case yaml.SequenceNode:
		var all []string
		for _, c := range n.Content {
			if s := yamlWords(c); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// plainer writes the text of a parsed document.
type plainer struct {
	src []byte
	out strings.Builder
}

func (p *plainer) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.block(c)
	}
}

func (p *plainer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.ThematicBreak, *ast.HTMLBlock, *ast.LinkReferenceDefinition:
	case *ast.List:
		p.blocks(n)
		p.blank()
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.out.Write(n.Lines().Value(p.src))
		p.blank()
	case *ast.TextBlock: // the line of a tight list item
		p.line(p.inline(n), "\n")
	case *east.Table:
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			var cells []string
			for c := row.FirstChild(); c != nil; c = c.NextSibling() {
				cells = append(cells, p.inline(c))
			}
			p.line(strings.Join(cells, "\t"), "\n")
		}
		p.blank()
	case *ast.Paragraph, *ast.Heading:
		p.line(p.inline(n), "\n\n")
	default:
		p.blocks(n)
	}
}

func (p *plainer) line(s, end string) {
	if strings.TrimSpace(s) != "" {
		p.out.WriteString(s + end)
	}
}

// blank closes a block: one blank line follows.
func (p *plainer) blank() {
	switch s := p.out.String(); {
	case s == "" || strings.HasSuffix(s, "\n\n"):
	case strings.HasSuffix(s, "\n"):
		p.out.WriteString("\n")
	default:
		p.out.WriteString("\n\n")
	}
}

// inline is the text inside a block. A line break in the source is a space, a hard one a line end.
func (p *plainer) inline(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(p.src))
			if c.HardLineBreak() {
				b.WriteByte('\n')
			} else if c.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(p.src))
		case *ast.Image, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return unescape(b.String())
}

// unescape takes the backslash off punctuation; goldmark leaves it in the source of a text node.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
