package parquetfile

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/newsledger/newsledger/schema"
)

// unknownPartition holds the rows without a date or country. The name that means null in hive folders would make pandas refuse the folder
// (pyarrow: "Cannot yet unify dictionaries with nulls").
const unknownPartition = "unknown"

// runRows is how many rows are sorted in memory at a time: the finished file is read once for each run of them.
const runRows = 131_072

// partition writes the tables that have the column into folders: parquet/TABLE/year=2025/part-00000.parquet, the rows of each by date.
func (w *Writer) partition() error {
	for _, t := range schema.Tables {
		if part, date := t.Partition(w.o.PartitionBy); part != nil {
			p := &partitions{table: t, by: w.o.PartitionBy, part: part, date: date, dir: w.dir, o: w.o}
			if err := p.write(); err != nil {
				return err
			}
		}
	}
	return nil
}

// partitions writes the partitions of one table, from its finished file.
type partitions struct {
	table      *schema.Table
	by         string
	part, date *schema.Column
	dir        string
	o          Options
	rows       []ranked
	counts     map[string]int // rows by partition
	open       *tableFile
	name       string // of the partition that is open
}

// ranked is a row in the order of the partitions.
type ranked struct {
	name  string // of its partition
	date  schema.Date
	dated bool
	row   int // in the table, from 0
}

func (p *partitions) write() error {
	if err := p.rank(); err != nil {
		return err
	}
	for run := range slices.Chunk(p.rows, runRows) {
		if err := p.writeRun(run); err != nil {
			return err
		}
	}
	return p.end()
}

// rank finds the order of the rows: by partition, then date, rows without one last, then as in the table.
func (p *partitions) rank() error {
	p.counts = map[string]int{}
	err := Read(Path(p.dir, p.table.Name), p.table, func(b schema.Batch, first int) error {
		for i := range b.Len() {
			r := ranked{name: p.nameOf(b, i), row: first - 1 + i}
			r.date, r.dated = b.Day(p.date, i)
			p.rows = append(p.rows, r)
			p.counts[r.name]++
		}
		return nil
	})
	slices.SortFunc(p.rows, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.name, b.name), undatedLast(a, b), cmp.Compare(a.date, b.date), cmp.Compare(a.row, b.row))
	})
	return err
}

func undatedLast(a, b ranked) int {
	if a.dated == b.dated {
		return 0
	}
	if a.dated {
		return -1
	}
	return 1
}

// nameOf is the partition of a row: the year of a date, or the text itself.
func (p *partitions) nameOf(b schema.Batch, i int) string {
	if p.part.Kind == schema.Day {
		if d, ok := b.Day(p.part, i); ok {
			return strconv.Itoa(d.Go().Year())
		}
		return unknownPartition
	}
	s, ok := b.Text(p.part, i)
	if !ok {
		return unknownPartition
	}
	return s
}

// writeRun collects the rows of a run from the table, and writes them in their order.
func (p *partitions) writeRun(run []ranked) error {
	at := make(map[int]int, len(run)) // place in the run by row
	for i, r := range run {
		at[r.row] = i
	}
	rows := p.table.NewBatch(len(run))
	err := Read(Path(p.dir, p.table.Name), p.table, func(b schema.Batch, first int) error {
		for i := range b.Len() {
			if place, ok := at[first-1+i]; ok {
				rows.Put(place, b, i)
			}
		}
		return nil
	})
	for from, to := 0, 0; from < len(run) && err == nil; from = to {
		for to < len(run) && run[to].name == run[from].name {
			to++
		}
		if err = p.begin(run[from].name); err == nil {
			err = p.open.write(rows.Slice(from, to))
		}
	}
	return err
}

// begin opens a partition, unless it is open already.
func (p *partitions) begin(name string) error {
	if p.open != nil && p.name == name {
		return nil
	}
	if err := p.end(); err != nil {
		return err
	}
	folder := filepath.Join(p.dir, "parquet", p.table.Name, p.by+"="+name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	o := p.o
	o.Counts = map[string]int{p.table.Name: p.counts[name]}
	var err error
	p.open, err = createTable(filepath.Join(folder, "part-00000.parquet"), p.table, o)
	p.name = name
	return err
}

func (p *partitions) end() error {
	if p.open == nil {
		return nil
	}
	err := p.open.close()
	p.open = nil
	return err
}
