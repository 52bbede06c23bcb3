package history

import (
	"cmp"
	"errors"
	"slices"

	"github.com/newsledger/newsledger/exporters/published"
	"github.com/newsledger/newsledger/schema"
)

// Sink takes the rows of a dataset, as the writers of package exporters do.
type Sink interface {
	Write(schema.Batch) error
}

// Source says what a new dataset is made of.
type Source struct {
	Write      func(Sink) error  // sends its rows, each table in its order
	Merged     map[string]string // ids that went into others
	NewVersion bool              // it was made by another version than the old one
}

// Difference is what is different in a dataset.
type Difference struct {
	Changes []schema.Change // of this release alone, in the order of the table
	Retired []schema.RetiredID
	alive   map[string]bool // ids of minted tables in the new dataset, of those that were retired before
}

// Compare lists the differences between an old dataset and a new one, as those of a release. Tables with a key are compared, row by row, but for
// what is counted or follows from other rows: counters, first and last dates, the flat views.
func Compare(old *published.Dataset, retired []schema.RetiredID, s Source, release int) (*Difference, error) {
	c := &comparing{tables: map[string]*comparison{}, alive: map[string]bool{}}
	for _, r := range retired {
		c.alive[r.OldID] = false
	}
	for _, t := range schema.Tables {
		if isCompared(t) {
			one, stop := compareTable(old, t, c.alive)
			defer stop()
			c.tables[t.Name] = one
		}
	}
	if err := s.Write(c); err != nil {
		return nil, err
	}
	var all []found
	for _, t := range schema.Tables {
		one := c.tables[t.Name]
		if one == nil {
			continue
		}
		if err := one.finish(); err != nil {
			return nil, err
		}
		all = append(all, one.found...)
	}
	return conclude(all, s, release, c.alive), nil
}

// isCompared says whether changes of a table are listed.
func isCompared(t *schema.Table) bool {
	return (t.Class == schema.Base || t.Class == schema.Derived) && len(t.Keys()) == 1
}

// comparing is the sink that hands each batch to the comparison of its table.
type comparing struct {
	tables map[string]*comparison
	alive  map[string]bool
}

func (c *comparing) Write(b schema.Batch) error {
	if one := c.tables[b.Table.Name]; one != nil {
		return one.take(b)
	}
	return nil
}

// found is one difference before its cause is known.
type found struct {
	schema.Change
	rekeyed bool // what changed is the id of what the row is a mention of
}

// comparison goes through the old and the new rows of one table side by side. Rows that came or went put them out of step; those that wait for their
// like are kept by key.
type comparison struct {
	table   *schema.Table
	key     *schema.Column
	article *schema.Column   // nil where rows belong to no article
	anchor  *schema.Column   // of minted tables
	labels  []*schema.Column // what a person knows a row by, the best first
	tracked []*schema.Column
	next    func() (schema.Batch, bool)
	err     error
	nOld    int // rows taken so far
	nNew    int
	old     map[string]row // that wait
	new     map[string]row
	found   []found
	alive   map[string]bool // noted for ids that were retired before
}

// row is one row of a batch.
type row struct {
	batch schema.Batch
	i     int
}

// lag is how many more old rows than new ones are read, so that rows which moved a little meet.
const lag = 4096

func compareTable(old *published.Dataset, t *schema.Table, alive map[string]bool) (*comparison, func()) {
	c := &comparison{table: t, key: t.Column(t.Keys()[0]), article: t.Column("article_id"), old: map[string]row{}, new: map[string]row{}, alive: alive}
	for _, m := range minted {
		if m.table == t {
			c.anchor = t.Column(m.anchor)
		}
	}
	for _, name := range []string{"summary", "what", "name", "title", "content", "quote", "source"} {
		if col := t.Column(name); col != nil {
			c.labels = append(c.labels, col)
		}
	}
	for i := range t.Columns {
		if schema.IsTracked(&t.Columns[i]) {
			c.tracked = append(c.tracked, &t.Columns[i])
		}
	}
	stop := c.readAhead(old)
	return c, stop
}

// ahead is how many batches of old rows wait to be compared.
const ahead = 4

// readAhead reads the old rows on a goroutine of their own. stop ends it.
func (c *comparison) readAhead(old *published.Dataset) (stop func()) {
	batches, stopped := make(chan schema.Batch, ahead), make(chan struct{})
	var err error
	go func() {
		defer close(batches)
		err = old.Read(c.table, func(b schema.Batch) error {
			select {
			case batches <- b:
				return nil
			case <-stopped:
				return errStopped
			}
		})
	}()
	c.next = func() (schema.Batch, bool) {
		b, ok := <-batches
		if !ok {
			c.err = err
		}
		return b, ok
	}
	return func() { close(stopped) }
}

var errStopped = errors.New("stopped")

// take compares the next new rows.
func (c *comparison) take(b schema.Batch) error {
	c.nNew += b.Len()
	for c.nOld < c.nNew+lag && c.pull() {
	}
	for i := range b.Len() {
		id, _ := b.Text(c.key, i)
		if _, was := c.alive[id]; was {
			c.alive[id] = true
		}
		if o, ok := c.old[id]; ok {
			delete(c.old, id)
			c.same(o, row{b, i})
		} else {
			c.new[id] = row{b.Copy(i), 0}
		}
	}
	return c.err
}

// pull takes the next old rows; false when there are none.
func (c *comparison) pull() bool {
	b, ok := c.next()
	if !ok {
		return false
	}
	c.nOld += b.Len()
	for i := range b.Len() {
		id, _ := b.Text(c.key, i)
		if n, ok := c.new[id]; ok {
			delete(c.new, id)
			c.same(row{b, i}, n)
		} else {
			c.old[id] = row{b, i}
		}
	}
	return true
}

// same lists what differs between two rows with one key.
func (c *comparison) same(o, n row) {
	for _, col := range c.tracked {
		if schema.SameValue(o.batch, o.i, n.batch, n.i, col) {
			continue
		}
		change := c.change("changed", n)
		change.rekeyed = isMinted(col.Ref)
		if change.rekeyed {
			change.Change.Change = "rekeyed"
		}
		change.ColumnName, change.OldValue, change.NewValue = col.Name, o.batch.String(col, o.i), n.batch.String(col, n.i)
		c.found = append(c.found, change)
	}
}

// finish reads the old rows to their end: what still waits then came or went.
func (c *comparison) finish() error {
	for c.pull() {
	}
	for _, r := range c.new { // sorted at the end
		c.found = append(c.found, c.change("added", r))
	}
	for _, r := range c.old {
		c.found = append(c.found, c.change("removed", r))
	}
	return c.err
}

// change names a row. Of a minted thing ArticleID holds its anchor for now.
func (c *comparison) change(kind string, r row) found {
	id, _ := r.batch.Text(c.key, r.i)
	change := found{Change: schema.Change{TableName: c.table.Name, RowID: id, Change: kind}}
	for _, label := range c.labels {
		if change.RowLabel == "" {
			change.RowLabel, _ = r.batch.Text(label, r.i)
		}
	}
	if c.article != nil {
		change.ArticleID, _ = r.batch.Text(c.article, r.i)
	} else if c.anchor != nil {
		change.ArticleID, _ = r.batch.Text(c.anchor, r.i)
	}
	return change
}

// byRow is the order of the table of changes.
func byRow(a, b schema.Change) int {
	return cmp.Or(cmp.Compare(a.Release, b.Release), cmp.Compare(tableNumber(a.TableName), tableNumber(b.TableName)), cmp.Compare(a.RowID, b.RowID),
		cmp.Compare(a.ColumnName, b.ColumnName))
}

func tableNumber(name string) int {
	return slices.IndexFunc(schema.Tables, func(t *schema.Table) bool { return t.Name == name })
}
