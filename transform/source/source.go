// Package source turns what a user names (files, folders, globs, standard input) into articles as they came in.
//
// Walk takes the inputs and gives one Raw an article, in the order of the articles table: by source, then by record in the file. It reads
// plain text, Markdown with YAML front matter, JSON and JSON Lines, each also as gzip or zstd, in UTF-8, UTF-16 or Windows-1252. It does
// not clean, and does not look into the text for dates, titles or bylines: that is package clean.
//
//	inputs ─ list ─▶ files ─ open ─▶ bytes ─ decode ─▶ text ─┬─ text, Markdown ─▶ one Raw
//	         (sorted)        (gzip, zstd)    (UTF-16, 1252)  └─ JSON, JSON Lines ─▶ one Raw a record, as a stream
package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Format is how an article was written.
type Format string

// The formats.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	JSON     Format = "json"      // one object, or an array of objects
	Lines    Format = "jsonlines" // one object a line
)

// Raw is one article as it came in.
type Raw struct {
	Source   string // what articles.source holds: path relative to the folder given, or base name; behind # the record's id or number
	File     string // file as the user would name it, for messages
	Line     int    // line in that file where the article begins, from 1
	Format   Format
	Ordinal  int    // number of the record in its file, from 1
	RecordID string // the record's own id, "" for none

	Text          string // text before cleaning; valid UTF-8
	RawSHA256     string // of the text as it stood in the file (of Markdown with its marks), line ends as LF, hexadecimal
	Title         string // of a record or front matter, "" when there is none; so are the following
	Byline        string
	URL           string
	Publisher     string
	PublisherType string // as stated, not checked
	Language      string // as stated
	Modified      string // as stated
	Published     string // as stated: any way of writing a date
	PublishedFrom string // basis of Published: metadata, sidecar or option; "" when Published is ""
	Repaired      int    // characters that took another encoding than the file's to read
	Note          error  // what is odd about it although it is read (*Error), nil for nothing
}

// Hash is the part of the cache key that the article gives: SHA-256 of everything that later stations see of it, hexadecimal.
func (r *Raw) Hash() string {
	h := sha256.New()
	for _, s := range []string{r.Source, string(r.Format), strconv.Itoa(r.Ordinal), r.RecordID, r.Text, r.RawSHA256, r.Title, r.Byline, r.URL, r.Publisher,
		r.PublisherType, r.Language, r.Modified, r.Published, r.PublishedFrom, strconv.Itoa(r.Repaired)} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Place names the article for messages: "day.jsonl:17", "storm.txt".
func (r *Raw) Place() string { return place(r.File, r.Line, r.Format) }

func place(file string, line int, f Format) string {
	if line == 0 || f == Text || f == Markdown {
		return file
	}
	return file + ":" + strconv.Itoa(line)
}

// Options say what else is known of the articles.
type Options struct {
	Published     string // publication date of articles that state none; "" for none
	Publisher     string // publisher of articles that state none; "" for none
	PublisherType string // kind of publisher of articles that state none; "" for none
	Meta          *Meta  // rows of the --meta file, nil for none
	MaxBytes      int    // longest record or file of text that is read, in bytes after decompression; 0 means 64 MB

	// Open, unless nil, is told of every file before it is read, in order; true says that its articles are known already, and it is not read.
	Open func(File) bool
}

// Hash is equal for options that give the same articles of the same files: SHA-256, hexadecimal.
func (o *Options) Hash() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %d", o.Published, o.Publisher, o.PublisherType, o.maxBytes())
	if o.Meta != nil {
		fmt.Fprintf(h, " %q", o.Meta.rows) // fmt sorts the keys of a map
	}
	return hex.EncodeToString(h.Sum(nil))
}

// File is a file that is about to be read.
type File struct {
	Source string      // what articles.source of its articles holds, without record
	Path   string      // as the user would name it, "-" for standard input
	Info   fs.FileInfo // nil for standard input, and where it cannot be had
}

func (o *Options) maxBytes() int {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return 64 << 20
}

// Summary counts what Walk did.
type Summary struct {
	Articles int // given to emit
	Skipped  int // given to skip
	Ignored  int // files of other kinds met in a folder
	Files    int // files read
}

// Errors that end a run before an article is read.
var (
	ErrMissing    = errors.New("no such file or folder")                                                    // a named input is not there
	ErrNoMatch    = errors.New("no file matches; put the pattern in quotes and check the folder before it") // a glob without match
	ErrSameSource = errors.New("two inputs would give one source; give the folder above them instead")      // a usage error
)

// Errors that skip one article.
var (
	ErrEmpty  = errors.New("no text")
	ErrBinary = errors.New("not text; save the article as .txt or .md in UTF-8")
)

// Error is what is wrong with an input or one article of it.
type Error struct {
	File string // as the user named it
	Line int    // from 1, 0 when there is none
	Err  error
}

// Error returns "day.jsonl:17: read: unexpected end of JSON input".
func (e *Error) Error() string {
	if e.Line > 0 {
		return e.File + ":" + strconv.Itoa(e.Line) + ": " + e.Err.Error()
	}
	return e.File + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// hashText is Raw.RawSHA256. A file that was saved with other line ends is the same text.
func hashText(s string) string {
	sum := sha256.Sum256([]byte(strings.ReplaceAll(s, "\r\n", "\n")))
	return hex.EncodeToString(sum[:])
}
