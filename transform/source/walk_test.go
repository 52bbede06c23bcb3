package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// write makes files in a new folder and returns the folder.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		writeFile(t, p, []byte(content))
	}
	return dir
}

func writeFile(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// walk collects what Walk gives.
func walk(t testing.TB, o Options, inputs ...string) (got []Raw, skipped []string, sum Summary, err error) {
	t.Helper()
	sum, err = Walk(context.Background(), inputs, strings.NewReader(""), o, func(r Raw) error { got = append(got, r); return nil },
		func(e error) { skipped = append(skipped, e.Error()) })
	return got, skipped, sum, err
}

func sources(raws []Raw) string {
	var all []string
	for _, r := range raws {
		all = append(all, r.Source)
	}
	return strings.Join(all, " ")
}

func TestFolderIsWalkedBytewise(t *testing.T) {
	dir := write(t, map[string]string{"b.txt": "B", "a/z.txt": "Z", "a-1.txt": "A1", "a.txt": "A", "page.html": "<p>", ".hidden/x.txt": "X", "list.jsonl": `{"id":"q7","text":"T"}` + "\n\n" + `{"text":"U"}` + "\n"})
	got, skipped, sum, err := walk(t, Options{}, dir)
	if err != nil || len(skipped) > 0 {
		t.Fatal(err, skipped)
	}
	if want := "a-1.txt a.txt a/z.txt b.txt list.jsonl#q7 list.jsonl#2"; sources(got) != want {
		t.Errorf("sources %q, want %q", sources(got), want)
	}
	if sum.Ignored != 1 || sum.Articles != 6 {
		t.Errorf("summary %+v, want 1 ignored of 6 articles", sum)
	}
	if last := got[5]; last.Place() != filepath.Join(dir, "list.jsonl")+":3" {
		t.Errorf("place %q, want line 3", last.Place())
	}
}

func TestMissingInputEndsTheRun(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "A"})
	if _, _, _, err := walk(t, Options{}, filepath.Join(dir, "none.txt")); !errors.Is(err, ErrMissing) {
		t.Errorf("missing file: %v, want ErrMissing", err)
	}
	if _, _, _, err := walk(t, Options{}, filepath.Join(dir, "**", "*.md")); !errors.Is(err, ErrNoMatch) {
		t.Errorf("glob without match: %v, want ErrNoMatch", err)
	}
}

func TestOneSourceTwiceIsRefused(t *testing.T) {
	dir := write(t, map[string]string{"a/x.txt": "A", "b/x.txt": "B"})
	a, b := filepath.Join(dir, "a", "x.txt"), filepath.Join(dir, "b", "x.txt")
	if _, _, _, err := walk(t, Options{}, a, b); !errors.Is(err, ErrSameSource) {
		t.Errorf("got %v, want ErrSameSource", err)
	}
	if got, _, _, err := walk(t, Options{}, a, a); err != nil || len(got) != 1 {
		t.Errorf("the same file twice: %d articles, %v; want it once", len(got), err)
	}
}

func TestGlobFindsBelowFolders(t *testing.T) {
	dir := write(t, map[string]string{"2025/07/a.txt": "A", "2025/b.txt": "B", "c.txt": "C", "2025/07/p.html": "<p>"})
	got, skipped, _, err := walk(t, Options{}, filepath.Join(dir, "**", "*.txt"))
	if err != nil || sources(got) != "2025/07/a.txt 2025/b.txt c.txt" || skipped != nil {
		t.Errorf("got %q, %v, %v", sources(got), skipped, err)
	}
	_, skipped, _, err = walk(t, Options{}, filepath.Join(dir, "2025", "**", "*.html"))
	if err != nil || len(skipped) != 1 || !strings.Contains(skipped[0], "web pages are not read") {
		t.Errorf("page in a glob: %v, %v; want it skipped with advice", skipped, err)
	}
}

// TestOneBadFileDoesNotEndTheRun names what is wrong with each, and reads the good ones.
func TestOneBadFileDoesNotEndTheRun(t *testing.T) {
	whole := gzipped("A long enough article text, to be cut in the middle of its compressed form. " + strings.Repeat("More of it. ", 400))
	dir := write(t, map[string]string{
		"binary.txt": "GIF89a\x00\x01\x02", "cut.txt.gz": whole[:len(whole)/2], "empty.txt": " \n\t\n", "fine.txt": "Fine.", "named.gz.txt": "Fine too.",
		"notgzip.txt.gz": "plain", "thai.txt": "\xca\xc7\xd1\xca\xb4\xd5\xa4\xc3\xd1\xba \xba\xd2\xa7\xa1\xcd\xa1", "bad.md": "---\ntitle: [\n---\nText.",
		"odd.jsonl": "{\"text\":\"One.\"}\n{\"text\":\n{\"title\":\"no text\"}\n[1]\n{\"text\":\"\"}\n{\"text\":\"Six.\"}\n", "list.json": `[{"text":"A."},{"text":"B."},`,
	})
	got, skipped, sum, err := walk(t, Options{}, dir)
	if err != nil {
		t.Fatal(err)
	}
	if want := "fine.txt list.json#1 list.json#2 named.gz.txt odd.jsonl#1 odd.jsonl#6"; sources(got) != want {
		t.Errorf("articles %q, want %q", sources(got), want)
	}
	for i := range skipped {
		skipped[i] = strings.TrimPrefix(skipped[i], dir+string(filepath.Separator))
	}
	want := []string{"bad.md: front matter: ", "binary.txt: not text", "cut.txt.gz: gzip: the file is cut off", "empty.txt: no text", "list.json:1: read: the JSON ends inside a value",
		"notgzip.txt.gz: not gzip data", "odd.jsonl:2: read: ", "odd.jsonl:3: read: no text", "odd.jsonl:4: read: want an object", "odd.jsonl:5: no text", "thai.txt: neither UTF-8"}
	if len(skipped) != len(want) || sum.Skipped != len(want) {
		t.Fatalf("skipped %d (summary %d), want %d:\n%s", len(skipped), sum.Skipped, len(want), strings.Join(skipped, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(skipped[i], want[i]) {
			t.Errorf("got %q, want %q …", skipped[i], want[i])
		}
	}
}

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return b.String()
}

func zstded(s string) string {
	z, _ := zstd.NewWriter(nil)
	return string(z.EncodeAll([]byte(s), nil))
}

func TestCompressedFilesAreRead(t *testing.T) {
	dir := write(t, map[string]string{"a.txt.gz": gzipped("A."), "b.jsonl.zst": zstded("{\"id\":5,\"text\":\"B.\"}\n{\"text\":\"C.\"}\n"), "c.json.gz": gzipped(`{"text":"D."}`), "d.md.zst": zstded("# D\n")})
	got, skipped, _, err := walk(t, Options{}, dir)
	if err != nil || skipped != nil || sources(got) != "a.txt.gz b.jsonl.zst#5 b.jsonl.zst#2 c.json.gz d.md.zst" {
		t.Errorf("got %q, %v, %v", sources(got), skipped, err)
	}
}

// TestLongRecordIsSkippedAlone holds for lines and for members of an array.
func TestLongRecordIsSkippedAlone(t *testing.T) {
	long := `{"text":"` + strings.Repeat("x", 300_000) + `"}`
	dir := write(t, map[string]string{"a.jsonl": `{"text":"A."}` + "\n" + long + "\n" + `{"text":"B."}`, "b.json": `[{"text":"A."},` + "\n" + long + `,{"text":"B."}]`})
	got, skipped, _, err := walk(t, Options{MaxBytes: 100_000}, dir)
	if err != nil || sources(got) != "a.jsonl#1 a.jsonl#3 b.json#1 b.json#3" {
		t.Errorf("got %q, %v", sources(got), err)
	}
	if len(skipped) != 2 || !strings.Contains(skipped[0], "a.jsonl:2: an article of more than") || !strings.Contains(skipped[1], "b.json:2: an article of more than") {
		t.Errorf("skipped %q", skipped)
	}
}

func TestStandardInputIsSniffed(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text", "Plain text.", "-"}, {"lines", "{\"text\":\"A\"}\n{\"text\":\"B\"}", "-#1 -#2"}, {"array", `[{"text":"A"}]`, "-"},
		{"object over lines", "{\n \"text\": \"A\"\n}", "-"}, {"gzip", gzipped(`{"id":"x","text":"A"}`), "-#x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []Raw
			_, err := Walk(context.Background(), []string{"-"}, strings.NewReader(c.in), Options{}, func(r Raw) error { got = append(got, r); return nil }, func(err error) { t.Error(err) })
			if err != nil || sources(got) != c.want {
				t.Errorf("got %q, %v; want %q", sources(got), err, c.want)
			}
		})
	}
}

func TestEmitErrorEndsTheWalk(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": "{\"text\":\"A\"}\n{\"text\":\"B\"}", "b.txt": "C"})
	boom, n := errors.New("boom"), 0
	_, err := Walk(context.Background(), []string{dir}, nil, Options{}, func(Raw) error { n++; return boom }, func(err error) { t.Error(err) })
	if !errors.Is(err, boom) || n != 1 {
		t.Errorf("got %v after %d articles, want boom after 1", err, n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Walk(ctx, []string{dir}, nil, Options{}, func(Raw) error { return nil }, func(error) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestRepeatedRecordIDGetsItsNumber(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": "{\"id\":\"x\",\"text\":\"A\"}\n{\"id\":\"x\",\"text\":\"B\"}\n"})
	if got, _, _, err := walk(t, Options{}, dir); err != nil || sources(got) != "a.jsonl#x a.jsonl#x#2" {
		t.Errorf("got %q, %v", sources(got), err)
	}
}

// TestDatasetInsideTheFolderIsPassedOver so that `export . -o dataset` can run twice.
func TestDatasetInsideTheFolderIsPassedOver(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "A", "dataset/CODEBOOK.md": "# Codebook", "dataset/datapackage.json": "{}"})
	if got, _, sum, err := walk(t, Options{}, dir); err != nil || sources(got) != "a.txt" || sum.Ignored != 0 {
		t.Errorf("got %q, %+v, %v", sources(got), sum, err)
	}
}

func ExampleWalk() {
	in := strings.NewReader(`{"id":"q1","title":"Ferry sinks","text":"A ferry sank on Monday."}` + "\n" + `{"title":"No text"}`)
	sum, err := Walk(context.Background(), []string{"-"}, in, Options{Publisher: "Example Times"}, func(r Raw) error {
		fmt.Println(r.Source, r.Publisher, r.Text)
		return nil
	}, func(err error) { fmt.Println(err) })
	fmt.Println(sum.Articles, sum.Skipped, err)
	// Output:
	// -#q1 Example Times A ferry sank on Monday.
	// -:2: read: no text: want a field text (or maintext, content, body), have title
	// 1 1 <nil>
}
