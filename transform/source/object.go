package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// fields lists, for each thing that a record tells, the names that it goes by, best first. They are ours and those of news-please (maintext,
// date_publish, source_domain), newspaper (authors, publish_date, meta_lang, source_url), trafilatura (hostname), JSON Feed (content_text,
// date_published), schema.org (headline, articleBody, datePublished) and the usual news interfaces (publishedAt, webTitle).
// Names are compared in lower case with _ for -.
var fields = map[string][]string{
	"id":             {"id", "_id", "article_id", "uuid", "guid", "stories_id"},
	"title":          {"title", "headline", "webtitle", "title_page", "title_rss"},
	"text":           {"text", "maintext", "main_text", "articlebody", "content_text", "plaintext", "bodytext", "body", "fulltext", "full_text", "raw_text", "content", "article"},
	"url":            {"url", "canonical_link", "canonical_url", "link", "weburl", "permalink", "external_url"},
	"published":      {"published", "date_publish", "publish_date", "published_date", "published_at", "publishedat", "date_published", "datepublished", "publishing_date", "publication_date", "pubdate", "webpublicationdate", "date", "timestamp"},
	"modified":       {"modified", "date_modify", "date_modified", "datemodified", "modified_at", "updated", "updated_at"},
	"publisher":      {"publisher", "source_domain", "media_name", "meta_site_name", "site_name", "sitename", "source_hostname", "hostname", "outlet", "publication", "source", "domain", "source_url"},
	"publisher_type": {"publisher_type"},
	"byline":         {"byline", "authors", "author", "creator"},
	"language":       {"language", "lang", "meta_lang", "inlanguage"},
}

// wrappers are the names under which a file of one object holds its articles.
var wrappers = []string{"articles", "items", "results", "data", "documents", "records", "stories"}

// object is a record with its names in lower case.
type object map[string]json.RawMessage

// objectsOf decodes one value: a record, or the records that a wrapper holds. It says how many characters took another encoding to read.
func objectsOf(data []byte) (all []object, repaired int, err error) {
	if !utf8.Valid(data) { // encoding/json would put U+FFFD without a word
		var fixed string
		if fixed, repaired, err = Decode(data); err != nil {
			return nil, 0, err
		}
		data = []byte(fixed)
	}
	o, err := decodeObject(data)
	if err != nil || o.first("text") != nil {
		return []object{o}, repaired, err
	}
	for _, name := range wrappers {
		var inner []json.RawMessage
		if raw := o[name]; len(raw) == 0 || raw[0] != '[' || json.Unmarshal(raw, &inner) != nil {
			continue
		}
		for i, raw := range inner {
			m, err := decodeObject(raw)
			if err != nil {
				return nil, 0, fmt.Errorf("%s[%d]: %w", name, i, err)
			}
			all = append(all, m)
		}
		return all, repaired, nil
	}
	return []object{o}, repaired, nil
}

func decodeObject(data []byte) (object, error) {
	if data = bytes.TrimSpace(data); len(data) == 0 || data[0] != '{' {
		return nil, fmt.Errorf("read: %w, not %q", errNoObject, clip(string(data)))
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return folded(m), nil
}

// folded maps fields to their names in lower case with underscores. Of names that fold to one the exact name wins, else the first in
// bytewise order, so that equal input gives equal fields.
func folded[V any](m map[string]V) map[string]V {
	out := make(map[string]V, len(m))
	for _, name := range slices.Sorted(maps.Keys(m)) {
		lower := strings.ReplaceAll(strings.ToLower(name), "-", "_")
		if _, taken := out[lower]; !taken || lower == name {
			out[lower] = m[name]
		}
	}
	return out
}

// first is the first field for what that holds more than null, "" or an empty list.
func (o object) first(what string) json.RawMessage {
	for _, name := range fields[what] {
		switch v := o[name]; strings.TrimSpace(string(v)) {
		case "", "null", `""`, "[]", "{}":
		default:
			return v
		}
	}
	return nil
}

// hasAny says whether one of the fields for what is there, be it empty.
func (o object) hasAny(what string) bool {
	return slices.ContainsFunc(fields[what], func(name string) bool { _, ok := o[name]; return ok })
}

// fromObject reads a record's fields.
func fromObject(o object) (Raw, error) {
	var r Raw
	var err error
	if nested, ok := o["fields"]; ok && o.first("text") == nil { // {"webTitle": …, "fields": {"bodyText": …}}
		if inner, err := decodeObject(nested); err == nil {
			for name, v := range inner {
				if _, taken := o[name]; !taken {
					o[name] = v
				}
			}
		}
	}
	text := o.first("text")
	if text == nil && o.hasAny("text") {
		return r, ErrEmpty
	}
	if text == nil {
		return r, fmt.Errorf("read: no text: want a field text (or maintext, content, body), have %s", clip(o.names()))
	}
	if json.Unmarshal(text, &r.Text) != nil {
		return r, errors.New("read: the field of the text holds no text")
	}
	for _, f := range []struct {
		what string
		to   *string
	}{
		{"id", &r.RecordID}, {"title", &r.Title}, {"url", &r.URL}, {"published", &r.Published}, {"modified", &r.Modified}, {"publisher", &r.Publisher},
		{"publisher_type", &r.PublisherType}, {"byline", &r.Byline}, {"language", &r.Language},
	} {
		if *f.to, err = words(o.first(f.what)); err != nil {
			return r, fmt.Errorf("read: %s: %w", f.what, err)
		}
	}
	if source := textOf(o["source"]); r.URL == "" && strings.Contains(source, "://") { // trafilatura's
		r.URL = source
	}
	if r.Published != "" {
		r.PublishedFrom = "metadata"
	}
	return r, nil
}

// textOf is the value of a field that holds a text, "" for all others.
func textOf(raw json.RawMessage) (s string) {
	_ = json.Unmarshal(raw, &s)
	return s
}

func (o object) names() string {
	names := make([]string, 0, len(o))
	for n := range o {
		names = append(names, n)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// words reads a text, a number, a named thing ({"name": …}), or a list of these, joined with commas.
func words(raw json.RawMessage) (string, error) {
	if raw == nil {
		return "", nil
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return "", err
	}
	return wordsOf(v), nil
}

func wordsOf(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(v)
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case map[string]any:
		for _, name := range []string{"name", "title", "domain", "id", "url", "@id"} {
			if s, ok := v[name].(string); ok && s != "" {
				return oneLine(s)
			}
		}
	case []any:
		var all []string
		for _, item := range v {
			if s := wordsOf(item); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// oneLine puts a field on one line, without the control characters that no column may hold.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == 0xFEFF {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
