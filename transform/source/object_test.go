package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFieldNames reads records as the usual tools write them.
func TestFieldNames(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     Raw
	}{
		{"ours", `{"id":"q1","title":"T","text":"X","url":"https://a.org/1","published":"2025-07-16","publisher":"A","byline":"Jane Doe"}`,
			Raw{RecordID: "q1", Title: "T", Text: "X", URL: "https://a.org/1", Published: "2025-07-16", PublishedFrom: "metadata", Publisher: "A", Byline: "Jane Doe"}},
		{"news-please", `{"authors":["Jane Doe","John Roe"],"date_download":"2025-07-17 01:00:00","date_modify":null,"date_publish":"2025-07-16 08:30:00","description":"D","filename":"f.json","image_url":"i","language":"en","localpath":null,"maintext":"X","source_domain":"a.org","text":null,"title":"T","title_page":null,"url":"https://a.org/1"}`,
			Raw{Title: "T", Text: "X", URL: "https://a.org/1", Published: "2025-07-16 08:30:00", PublishedFrom: "metadata", Publisher: "a.org", Byline: "Jane Doe, John Roe", Language: "en"}},
		{"newspaper", `{"url":"https://a.org/1","source_url":"https://a.org","title":"T","text":"X","authors":[],"publish_date":"2025-07-16T00:00:00","meta_lang":"en","canonical_link":"https://a.org/c","top_image":""}`,
			Raw{Title: "T", Text: "X", URL: "https://a.org/1", Published: "2025-07-16T00:00:00", PublishedFrom: "metadata", Publisher: "https://a.org", Language: "en"}},
		{"trafilatura", `{"title":"T","author":"Jane Doe","hostname":"a.org","date":"2025-07-16","fingerprint":"f","id":null,"raw_text":"RAW","text":"X","language":null,"source":"https://a.org/1","source-hostname":"A"}`,
			Raw{Title: "T", Text: "X", URL: "https://a.org/1", Published: "2025-07-16", PublishedFrom: "metadata", Publisher: "A", Byline: "Jane Doe"}},
		{"schema.org", `{"@type":"NewsArticle","headline":"T","articleBody":"X","datePublished":"2025-07-16T08:30:00+07:00","dateModified":"2025-07-17","author":[{"@type":"Person","name":"Jane Doe"}],"publisher":{"name":"A","url":"u"}}`,
			Raw{Title: "T", Text: "X", Published: "2025-07-16T08:30:00+07:00", PublishedFrom: "metadata", Modified: "2025-07-17", Publisher: "A", Byline: "Jane Doe"}},
		{"news interface", `{"source":{"id":null,"name":"A"},"author":"Jane Doe","title":"T","url":"https://a.org/1","publishedAt":"2025-07-16T08:30:00Z","content":"X"}`,
			Raw{Title: "T", Text: "X", URL: "https://a.org/1", Published: "2025-07-16T08:30:00Z", PublishedFrom: "metadata", Publisher: "A", Byline: "Jane Doe"}},
		{"fields below", `{"id":17,"webTitle":"T","webUrl":"https://a.org/1","webPublicationDate":"2025-07-16","fields":{"bodyText":"X"}}`,
			Raw{RecordID: "17", Title: "T", Text: "X", URL: "https://a.org/1", Published: "2025-07-16", PublishedFrom: "metadata"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			objects, _, err := objectsOf([]byte(c.in))
			if err != nil || len(objects) != 1 {
				t.Fatal(len(objects), err)
			}
			got, err := fromObject(objects[0])
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestWrappedArticles(t *testing.T) {
	dir := write(t, map[string]string{"feed.json": `{"status":"ok","articles":[{"title":"A","content":"X"},{"title":"B","content":"Y"}]}`, "one.json": `{"items":[{"content_text":"X"}]}`})
	got, skipped, _, err := walk(t, Options{}, dir)
	if err != nil || skipped != nil || sources(got) != "feed.json#1 feed.json#2 one.json" {
		t.Errorf("got %q, %v, %v", sources(got), skipped, err)
	}
}

func TestMarkdownBecomesProse(t *testing.T) {
	dir := write(t, map[string]string{"a.md": "---\r\ntitle: \"Flood: the toll\"\r\npublished: 2025-07-16\r\nauthors: [Jane Doe, John Roe]\r\nurl: https://a.org/1\r\n---\r\n" +
		"# Flood\r\n\r\nThe river *rose* by\r\n**two metres** at [Hat Yai](https://x.org), `he` said\\.\r\n\r\n![photo](p.jpg)\r\n\r\n* one\r\n* two &amp; three\r\n\r\n<div>ad</div>\r\n\r\n> “A quote.”\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\n---\r\nEnd <https://y.org>.\r\n"})
	got, skipped, _, err := walk(t, Options{}, dir)
	if err != nil || skipped != nil || len(got) != 1 {
		t.Fatal(got, skipped, err)
	}
	want := "Flood\n\nThe river rose by two metres at Hat Yai, he said.\n\none\ntwo &amp; three\n\n“A quote.”\n\na\tb\n1\t2\n\nEnd https://y.org."
	if d := cmp.Diff(want, got[0].Text); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	r := got[0]
	if r.Title != "Flood: the toll" || r.Published != "2025-07-16" || r.PublishedFrom != "metadata" || r.Byline != "Jane Doe, John Roe" || r.URL != "https://a.org/1" {
		t.Errorf("front matter: %+v", r)
	}
}

func TestMetaFileFillsWhatIsNotStated(t *testing.T) {
	m, err := ReadMeta("meta.csv", strings.NewReader("\uFEFFsource,url,publisher,published\na.txt,https://a.org/1,A,2025-07-16\nb.jsonl#x,,B,2025-07-17\n"))
	if err != nil {
		t.Fatal(err)
	}
	dir := write(t, map[string]string{"a.txt": "A", "b.jsonl": `{"id":"x","text":"B","published":"2025-01-01"}`, "c.txt": "C"})
	got, _, _, err := walk(t, Options{Meta: m, Published: "2025-02-02", Publisher: "P"}, dir)
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	var all []string
	for _, r := range got {
		all = append(all, r.URL+" "+r.Publisher+" "+r.Published+" "+r.PublishedFrom)
	}
	want := []string{"https://a.org/1 A 2025-07-16 sidecar", " B 2025-01-01 metadata", " P 2025-02-02 option"}
	if d := cmp.Diff(want, all); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for _, bad := range []string{"", "url\nx\n", "source\na\na\n", "source,url\na\n"} {
		if _, err := ReadMeta("m.csv", strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "m.csv:") {
			t.Errorf("ReadMeta(%q): %v, want an error with a place", bad, err)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		repaired       int
		err            error
	}{
		{"UTF-8 with mark", "\uFEFFCafé", "Café", 0, nil},
		{"UTF-16 of Notepad", "\xff\xfeC\x00a\x00f\x00\xe9\x00", "Café", 0, nil},
		{"UTF-16 big endian", "\xfe\xff\x00C\x00a\x00f\x00\xe9", "Café", 0, nil},
		{"UTF-16 without mark", "C\x00a\x00f\x00\xe9\x00 \x00a\x00u\x00 \x00l\x00a\x00i\x00t\x00", "Café au lait", 0, nil},
		{"Windows-1252", "Caf\xe9 \x93au lait\x94 \x96 \x8012", "Café “au lait” – €12", 5, nil},
		{"UTF-8 with a stray byte", "Café and caf\xe9 it’s", "Café and café it’s", 1, nil},
		{"UTF-8 that was cut", "Café and it’s \xe2\x80", "Café and it’s \uFFFD", 1, nil},
		{"binary", "\x89PNG\r\n\x1a\n\x00\x00", "", 0, ErrBinary},
		{"Thai in TIS-620", "\xca\xc7\xd1\xca\xb4\xd5\xa4\xc3\xd1\xba", "", 0, ErrEncoding},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, n, err := Decode([]byte(c.in)); got != c.want || n != c.repaired || err != c.err {
				t.Errorf("got %q, %d, %v; want %q, %d, %v", got, n, err, c.want, c.repaired, c.err)
			}
		})
	}
}
