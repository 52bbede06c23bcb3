package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRecords feeds any bytes as standard input, JSON, JSON Lines, text and Markdown: nothing panics, what comes out is valid UTF-8 with
// a source of its own, and every error has a place.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{"{\"id\":\"a\",\"text\":\"A\"}\n{\"text\":\"B\"}\n", `[{"text":"A"},{"articles":[{"text":"B"}]}]`, "{\n\"text\":\"\\ud83d\"}", "---\ntitle: x\n---\n# A\n* b\n",
		"\xff\xfeA\x00", "{\"text\":\"caf\xe9\"}\n", "Plain.", "[1,2]]}{", gzipped("Text."), `{"text":{"a":1}}`, "\x28\xb5\x2f\xfd", "a | b\n-|-\n1 | 2\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		for _, name := range []string{"-", "a.json", "a.jsonl", "a.txt", "a.md"} {
			in := name
			if name != "-" {
				in = dir + "/" + name
				writeFile(t, in, data)
			}
			seen := map[string]bool{}
			_, err := Walk(context.Background(), []string{in}, strings.NewReader(string(data)), Options{MaxBytes: 1 << 16}, func(r Raw) error {
				if !utf8.ValidString(r.Text) || isBlank(r.Text) || seen[r.Source] || r.File != in || r.Ordinal < 1 {
					t.Errorf("%s: %+v", name, r)
				}
				seen[r.Source] = true
				return nil
			}, func(err error) {
				var e *Error
				if !errors.As(err, &e) || e.File != in || e.Err == nil {
					t.Errorf("%s: error without place: %v", name, err)
				}
			})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func BenchmarkLines(b *testing.B) {
	var s strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&s, `{"id":"%d","title":"A title","text":"%s","published":"2025-07-16"}`+"\n", i, strings.Repeat("Police in the city said on Monday that “dozens” were held. ", 40))
	}
	dir := b.TempDir()
	writeFile(b, dir+"/a.jsonl", []byte(s.String()))
	b.SetBytes(int64(s.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if sum, err := Walk(context.Background(), []string{dir}, nil, Options{}, func(Raw) error { return nil }, func(error) {}); err != nil || sum.Articles != 2000 {
			b.Fatal(sum, err)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	text := "---\ntitle: A\n---\n# A\n\n" + strings.Repeat("Police in the *city* said on [Monday](https://a.org) that “dozens” were held.\n\n", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := fromMarkdown(&Raw{Text: text}); err != nil {
			b.Fatal(err)
		}
	}
}

// endless gives the same record n times.
type endless struct {
	record []byte
	n, at  int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	k := copy(p, e.record[e.at:])
	if e.at += k; e.at == len(e.record) {
		e.at, e.n = 0, e.n-1
	}
	return k, nil
}

// TestStreamNeedsNoMoreMemory reads 64 MB of JSON Lines and looks at the heap on the way: it holds a record, not the file.
func TestStreamNeedsNoMoreMemory(t *testing.T) {
	in := &endless{record: []byte(`{"text":"` + strings.Repeat("x", 64<<10) + `"}` + "\n"), n: 1000}
	var most uint64
	n := 0
	sum, err := Walk(context.Background(), []string{"-"}, in, Options{}, func(Raw) error {
		if n++; n%100 == 0 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
		return nil
	}, func(err error) { t.Error(err) })
	if err != nil || sum.Articles != 1000 || most > 16<<20 {
		t.Errorf("%+v, %v, heap %d MB; want 1000 articles within 16 MB", sum, err, most>>20)
	}
}
