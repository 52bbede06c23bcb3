package verify

import (
	"cmp"
	"iter"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// mentionTables are the tables whose rows stand in the text of an article.
var mentionTables = []*schema.Table{schema.ActorMentions, schema.Relations, schema.Dates, schema.PlaceMentions, schema.EventMentions, schema.Figures, schema.Citations}

// across is the second pass: what refers to other rows. The mention tables go first, in step with the articles.
func (v *checker) across() {
	cursors := make([]*cursor, len(mentionTables))
	for i, t := range mentionTables {
		cursors[i] = v.cursor(t)
		defer cursors[i].stop()
	}
	v.read(schema.Articles, func(b schema.Batch, first int) error {
		v.refs(b, first)
		rows := b.Rows.([]schema.Article)
		for i := range rows {
			v.sourceOrder(first+i, &rows[i])
			text := []rune(rows[i].Text)
			for _, c := range cursors {
				c.article(rows[i].ArticleID, text)
			}
		}
		return nil
	}, ignore)
	for _, c := range cursors {
		c.rest()
	}
	for _, t := range schema.Tables {
		if t == schema.Articles || isMention(t) {
			continue
		}
		var was place
		v.read(t, func(b schema.Batch, first int) error {
			v.refs(b, first)
			v.derived(b, first, &was)
			return nil
		}, ignore)
	}
}

func ignore(int, string, string) {} // fields that cannot be read are noted in the first pass

func isMention(t *schema.Table) bool {
	for _, m := range mentionTables {
		if m == t {
			return true
		}
	}
	return false
}

// refs checks that every key of another table that a row holds is there.
func (v *checker) refs(b schema.Batch, first int) {
	name := v.tableAt[b.Table.Name]
	for k := range b.Table.Columns {
		c := &b.Table.Columns[k]
		if c.Ref == "" || v.broken[c.Ref] {
			continue
		}
		keys := v.keys[c.Ref]
		for i := range b.Len() {
			ids := []string(nil)
			if c.Kind == schema.Texts {
				ids = b.List(c, i)
			} else if id, ok := b.Text(c, i); ok {
				ids = []string{id}
			}
			for _, id := range ids {
				if _, ok := keys[hashOf(id)]; !ok {
					v.add(name, first+i, c.Name, "%s is no row of %s", id, c.Ref)
				}
			}
		}
	}
}

// sourceOrder checks that articles stand by source. What stands behind the last # is a record's number or id and has an order of its own.
func (v *checker) sourceOrder(row int, a *schema.Article) {
	was := v.lastSource
	v.lastSource = a.Source
	if was > a.Source && beforeRecord(was) > beforeRecord(a.Source) {
		v.add(v.tableAt["articles"], row, "source", "%s stands behind %s", a.Source, was)
	}
}

func beforeRecord(source string) string {
	if i := strings.LastIndexByte(source, '#'); i >= 0 {
		return source[:i]
	}
	return source
}

// cursor goes through a mention table article by article.
type cursor struct {
	v          *checker
	table      *schema.Table
	name       string
	next       func() (schema.Batch, int, bool)
	stop       func()
	batch      schema.Batch
	row        int // number of the batch's first row
	i          int // in batch
	done       bool
	id, at     *schema.Column // key of the row, article_id
	start, end *schema.Column
	quote      *schema.Column
	last       [2]int // span of the row before, in the same article
	lastID     string
}

func (v *checker) cursor(t *schema.Table) *cursor {
	c := &cursor{v: v, table: t, name: v.tableAt[t.Name], id: t.Column(t.Keys()[0]), at: t.Column("article_id"), start: t.Column("span_start"), end: t.Column("span_end"), quote: t.Column("quote")}
	c.next, c.stop = iter.Pull2(func(yield func(schema.Batch, int) bool) {
		v.read(t, func(b schema.Batch, first int) error {
			if !yield(b, first) {
				return errStop
			}
			return nil
		}, ignore)
	})
	c.fill()
	return c
}

// fill takes the next batch.
func (c *cursor) fill() {
	b, row, ok := c.next()
	if c.done = !ok; ok {
		c.batch, c.row, c.i = b, row, 0
		c.v.refs(b, row)
	}
}

func (c *cursor) advance() {
	if c.i++; c.i == c.batch.Len() {
		c.fill()
	}
}

// article checks the rows of the next article; text is nil when it was omitted.
func (c *cursor) article(id string, text []rune) {
	c.last, c.lastID = [2]int{-1, -1}, ""
	for !c.done {
		if at, _ := c.batch.Text(c.at, c.i); at != id {
			return
		}
		c.mention(text)
		c.v.speak(c.batch, c.i, c.row+c.i)
		c.advance()
	}
}

// rest notes rows that no article took.
func (c *cursor) rest() {
	if c.done {
		return
	}
	id, _ := c.batch.Text(c.at, c.i)
	c.v.add(c.name, c.row+c.i, c.at.Name, "%s stands out of the order of the articles; rows from here on were not checked against the texts", id)
	for !c.done {
		c.v.speak(c.batch, c.i, c.row+c.i)
		c.advance()
	}
}

// mention checks the place of a row in the text and among its neighbours.
func (c *cursor) mention(text []rune) {
	row := c.row + c.i
	from, _ := c.batch.Int(c.start, c.i)
	to, _ := c.batch.Int(c.end, c.i)
	id, _ := c.batch.Text(c.id, c.i)
	if cmp.Or(cmp.Compare(c.last[0], from), cmp.Compare(c.last[1], to), cmp.Compare(c.lastID, id)) > 0 {
		c.v.add(c.name, row, "span_start", "%d-%d stands behind %d-%d", from, to, c.last[0], c.last[1])
	}
	c.last, c.lastID = [2]int{from, to}, id
	if quote, ok := c.batch.Text(c.quote, c.i); ok && len(text) > 0 {
		if reason := schema.SpanError(text, from, to, quote); reason != "" {
			c.v.add(c.name, row, "span_start", "%s", reason)
		}
	}
	if rows, ok := c.batch.Rows.([]schema.EventMention); ok && len(text) > 0 {
		m := &rows[c.i]
		if reason := schema.SpanError(text, m.TriggerStart, m.TriggerEnd, m.Trigger); reason != "" {
			c.v.add(c.name, row, "trigger_start", "%s", reason)
		}
	}
}
