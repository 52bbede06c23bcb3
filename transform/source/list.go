package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
)

// file is one file to read.
type file struct {
	source string // name in articles.source, without record
	path   string // where it is, "-" for standard input
	kind   kind
}

// kind is what a file's name says of its content.
type kind struct {
	format Format // "" when it is not read
	packed string // "gz", "zst" or ""
	advice string // what to do with a file that is not read, "" when its name says nothing
}

// formats of the extensions that are read.
var formats = map[string]Format{".txt": Text, ".text": Text, ".md": Markdown, ".markdown": Markdown, ".json": JSON, ".jsonl": Lines, ".ndjson": Lines}

// advice on extensions that are not read.
var advice = map[string]string{
	".html": "web pages are not read; save the article's text as .txt or .md, or extract it with a tool such as trafilatura (JSON output is read)",
	".docx": "word processor files are not read; save as plain text (.txt, UTF-8)",
	".pdf":  "PDF is not read; save its text as .txt (for example with pdftotext)",
	".csv":  "tables are not read as articles; give the rows as JSON Lines, or the file with --meta",
}

// sameAdvice maps extensions to the one whose advice holds for them.
var sameAdvice = map[string]string{".htm": ".html", ".xhtml": ".html", ".mhtml": ".html", ".doc": ".docx", ".odt": ".docx", ".rtf": ".docx", ".tsv": ".csv", ".xlsx": ".csv", ".xls": ".csv"}

func kindOf(name string) kind {
	var k kind
	ext := strings.ToLower(path.Ext(name))
	if ext == ".gz" || ext == ".zst" {
		k.packed = ext[1:]
		ext = strings.ToLower(path.Ext(name[:len(name)-len(ext)]))
	}
	if k.format = formats[ext]; k.format != "" {
		return k
	}
	if other := sameAdvice[ext]; other != "" {
		ext = other
	}
	if k.advice = advice[ext]; k.advice == "" {
		k.advice = fmt.Sprintf("unknown extension %q: want .txt, .md, .json, .jsonl, each also with .gz or .zst", path.Ext(name))
	}
	return k
}

// list returns the files that the inputs name, sorted by source, and how many files of other kinds it met in folders. Two that would
// give one source are refused; one file that is named twice in the same way is read once.
func list(inputs []string) (files []file, ignored int, err error) {
	for _, in := range inputs {
		found, n, err := listOne(in)
		if err != nil {
			return nil, 0, &Error{File: in, Err: err}
		}
		files = append(files, found...)
		ignored += n
	}
	sort.SliceStable(files, func(i, j int) bool { return files[i].source < files[j].source })
	unique := files[:0]
	for i, f := range files {
		if i > 0 && f.source == files[i-1].source {
			if other := files[i-1]; filepath.Clean(f.path) != filepath.Clean(other.path) {
				return nil, 0, fmt.Errorf("%s and %s: %w", other.path, f.path, ErrSameSource)
			}
			continue
		}
		unique = append(unique, f)
	}
	return unique, ignored, nil
}

func listOne(in string) ([]file, int, error) {
	if in == "-" {
		return []file{{source: "-", path: "-"}}, 0, nil
	}
	info, err := os.Stat(in)
	switch {
	case err == nil && info.IsDir():
		return listFolder(in)
	case err == nil:
		return []file{{source: filepath.Base(in), path: in, kind: named(in)}}, 0, nil
	case isGlob(in):
		return listGlob(in)
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, ErrMissing
	}
	return nil, 0, err
}

// named is the kind of a file that the user named himself: without extension it is plain text.
func named(name string) kind {
	if path.Ext(filepath.Base(name)) == "" {
		return kind{format: Text}
	}
	return kindOf(filepath.Base(name))
}

func isGlob(s string) bool { return strings.ContainsAny(s, "*?[{") }

// listGlob lists what a pattern matches. Sources are relative to the pattern's fixed part.
func listGlob(pattern string) ([]file, int, error) {
	base, rest := doublestar.SplitPattern(filepath.ToSlash(pattern))
	if !doublestar.ValidatePattern(rest) {
		return nil, 0, doublestar.ErrBadPattern
	}
	names, err := doublestar.Glob(os.DirFS(filepath.FromSlash(base)), rest, doublestar.WithFilesOnly(), doublestar.WithFailOnIOErrors())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, 0, err
	}
	if len(names) == 0 {
		return nil, 0, ErrNoMatch
	}
	files := make([]file, len(names))
	for i, n := range names {
		files[i] = file{source: n, path: filepath.Join(filepath.FromSlash(base), filepath.FromSlash(n)), kind: named(n)}
	}
	return files, 0, nil
}

// listFolder lists the files below a folder that can be read, and counts the others. Hidden files and folders, and datasets that this
// program wrote, are passed over.
func listFolder(root string) (files []file, ignored int, err error) {
	tree := os.DirFS(root)
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return err
		case err != nil: // reported when it is opened
			files = append(files, file{source: name, path: filepath.Join(root, filepath.FromSlash(name)), kind: kind{format: Text}})
			return nil
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || isDataset(tree, name)):
			return fs.SkipDir
		case d.IsDir() || strings.HasPrefix(d.Name(), "."):
			return nil
		}
		k := kindOf(d.Name())
		if k.format == "" || isFolder(tree, name, d) {
			ignored++
			return nil
		}
		files = append(files, file{source: name, path: filepath.Join(root, filepath.FromSlash(name)), kind: k})
		return nil
	})
	return files, ignored, err
}

// isFolder says whether a link leads to a folder; such links are not followed, because they may lead in circles.
func isFolder(tree fs.FS, name string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := fs.Stat(tree, name)
	return err == nil && info.IsDir()
}

// isDataset says whether a folder is a dataset of ours, which lies beside its articles when both are in one folder.
func isDataset(tree fs.FS, name string) bool {
	for _, f := range []string{"datapackage.json", "CODEBOOK.md"} {
		if _, err := fs.Stat(tree, name+"/"+f); err != nil {
			return false
		}
	}
	return true
}

// checkName refuses names that the tables cannot hold.
func checkName(source string) error {
	switch {
	case !utf8.ValidString(source):
		return errors.New("the file's name is not valid UTF-8; rename it")
	case strings.Contains(source, " | ") || strings.ContainsFunc(source, func(r rune) bool { return r < ' ' || r == 0x7F }):
		return errors.New(`the file's name holds " | " or a control character; rename it`)
	}
	return nil
}
