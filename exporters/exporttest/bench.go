package exporttest

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
)

// news makes rows as news gives them: random ids, sentences of words with Zipf's frequencies, unique addresses. Periodic rows would flatter
// every format.
type news struct {
	table *schema.Table
	r     *rand.Rand
	zipf  *rand.Zipf
	made  int
}

func newsLike(t *schema.Table) *news {
	r := rand.New(rand.NewPCG(3, 9))
	return &news{table: t, r: r, zipf: rand.NewZipf(r, 1.2, 4, 20_000)}
}

// NewsLike makes n rows of figures_flat as news gives them.
func NewsLike(n int) schema.Batch { return newsLike(schema.FiguresFlat).next(n) }

// next makes n more rows.
func (s *news) next(n int) schema.Batch {
	b := s.table.NewBatch(n)
	for i := range n {
		for k := range s.table.Columns {
			if c := &s.table.Columns[k]; !c.Nullable || s.r.IntN(3) > 0 {
				b.Set(c, i, s.value(c))
			}
		}
		s.made++
	}
	return b
}

func (s *news) value(c *schema.Column) any {
	switch c.Kind {
	case schema.Int:
		return s.r.IntN(5_000)
	case schema.Real:
		return float64(s.r.IntN(1_000_000))
	case schema.Bool:
		return s.r.IntN(2) == 0
	case schema.Day:
		return schema.DateOf(2025, 1, 1+s.r.IntN(300))
	case schema.Texts:
		return schema.List{s.words(2), s.words(1)}
	}
	switch {
	case c.Name == "url":
		return fmt.Sprintf("https://news.example/%d/%x", s.made, s.r.Uint64())
	case c.Role == schema.Key || c.Ref != "":
		return schema.ID("row", c.Name, fmt.Sprint(s.r.Uint64()))
	case c.Vocabulary != "":
		words := schema.Vocabularies[c.Vocabulary].Words()
		return words[s.r.IntN(len(words))]
	case c.Free:
		return s.words(25)
	}
	return s.words(2)
}

func (s *news) words(n int) string {
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "w%x ", s.zipf.Uint64())
	}
	return b.String()[:b.Len()-1]
}

// Creator opens a format in a directory.
type Creator func(dir string, counts map[string]int) (Writer, error)

// batch is how many rows a run hands over at a time.
const batch = 1_000

// Bench reports how many rows of the widest view a format writes in a second.
func Bench(b *testing.B, create Creator) {
	rows := NewsLike(10_000)
	size := 0
	for i := range rows.Len() {
		for k := range rows.Table.Columns {
			size += len(rows.String(&rows.Table.Columns[k], i)) + 1
		}
	}
	b.SetBytes(int64(size))
	writeEach(b, create, rows)
}

// Rows of the large benchmarks: links_flat, sixteen columns of ids, words, dates, sentences and addresses.
func largeRows(n int) schema.Batch { return newsLike(schema.LinksFlat).next(n) }

// BenchLarge writes n rows that are there before the clock starts, and reports the size of the files. NEWSLEDGER_BENCH names a directory in
// which the last run's files stay, for other programs to be measured on the same rows (.ci/bench).
func BenchLarge(b *testing.B, n int, create Creator) {
	dir := writeEach(b, create, largeRows(n))
	b.ReportMetric(float64(bytesIn(b, dir))/1e6, "file-MB")
}

// BenchPeak makes and writes n rows, a batch at a time, and reports the most memory that the process ever held. It means what it says only
// when nothing else runs in the process.
func BenchPeak(b *testing.B, n int, create Creator) {
	for b.Loop() {
		dir, rows := b.TempDir(), newsLike(schema.LinksFlat)
		w, err := create(dir, map[string]int{rows.table.Name: n})
		for made := 0; err == nil && made < n; made += batch {
			err = w.Write(rows.next(batch))
		}
		if err != nil {
			b.Fatal(err)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(bytesIn(b, dir))/1e6, "file-MB")
	}
	b.ReportMetric(peakMB(b), "peak-MB")
}

func writeEach(b *testing.B, create Creator, rows schema.Batch) (dir string) {
	n := rows.Len()
	for b.Loop() {
		if dir = os.Getenv("NEWSLEDGER_BENCH"); dir == "" {
			dir = b.TempDir()
		}
		w, err := create(dir, map[string]int{rows.Table.Name: n})
		for from := 0; err == nil && from < n; from += batch {
			err = w.Write(rows.Slice(from, min(from+batch, n)))
		}
		if err != nil {
			b.Fatal(err)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	return dir
}

func bytesIn(b *testing.B, dir string) (n int64) {
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		n += info.Size()
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// peakMB is the most memory that this process held so far, in MB; only Linux tells.
func peakMB(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("no /proc/self/status here")
	}
	_, line, _ := strings.Cut(string(status), "VmHWM:")
	var kB float64
	if _, err := fmt.Sscan(line, &kB); err != nil {
		b.Fatal(err)
	}
	return kB * 1024 / 1e6
}
