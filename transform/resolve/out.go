package resolve

import "github.com/newsledger/newsledger/schema"

// Sink takes the rows of a dataset: batches of one table each, in the order of the table's rows. Rows of different tables come in turn.
type Sink interface {
	Write(schema.Batch) error
}

// batchRows is how many rows of a table are gathered before they are handed on.
const batchRows = 2048

// rows gathers rows of one table.
type rows[R any] struct {
	table *schema.Table
	open  []R
	sink  Sink
}

func newRows[R any](t *schema.Table, sink Sink) *rows[R] {
	return &rows[R]{table: t, sink: sink, open: make([]R, 0, 64)}
}

func (o *rows[R]) add(r ...R) error {
	o.open = append(o.open, r...)
	if len(o.open) < batchRows {
		return nil
	}
	return o.flush()
}

// flush hands on what is gathered, a batch without rows among it: so every table comes out, typed, in an empty dataset too.
func (o *rows[R]) flush() error {
	err := o.sink.Write(schema.BatchOf(o.table, o.open))
	clear(o.open)
	o.open = o.open[:0]
	return err
}
