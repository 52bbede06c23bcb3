package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/newsledger/newsledger"

// mayImport says for each folder which folders of the project and which other modules it may import, beside the standard library. A new
// folder fails until it is listed here.
var mayImport = map[string]string{
	"schema":                      "",
	"transform/lexicon":           "",
	"transform/text":              "schema transform/lexicon golang.org/x/text",
	"transform/model":             "schema transform/text transform/lexicon github.com/klauspost/compress",
	"transform/language":          "schema transform/text github.com/RadhiFadlillah/whatlanggo",
	"transform/source":            "schema transform/lexicon golang.org/x/text github.com/klauspost/compress github.com/bmatcuk/doublestar/v4 github.com/yuin/goldmark go.yaml.in/yaml/v3 github.com/zeebo/xxh3",
	"transform/clean":             "schema transform/source transform/text transform/lexicon golang.org/x/text github.com/zeebo/xxh3",
	"transform/spool":             "schema github.com/fxamacker/cbor/v2 github.com/klauspost/compress github.com/zeebo/xxh3",
	"transform/state":             "schema transform/source transform/spool github.com/fxamacker/cbor/v2 github.com/zeebo/xxh3",
	"transform/extract/rule":      "schema transform/text transform/lexicon",
	"transform/extract/dates":     extractor,
	"transform/extract/places":    extractor,
	"transform/extract/actors":    extractor,
	"transform/extract/citations": extractor,
	"transform/extract/figures":   extractor,
	"transform/extract/events":    extractor,
	"transform/resolve":           "schema transform/text transform/lexicon github.com/agnivade/levenshtein golang.org/x/text github.com/zeebo/xxh3",
	"transform": "schema transform/source transform/clean transform/language transform/text transform/model transform/lexicon transform/spool transform/state transform/resolve transform/extract/rule transform/extract/dates " +
		"transform/extract/places transform/extract/actors transform/extract/citations transform/extract/figures transform/extract/events github.com/klauspost/compress github.com/zeebo/xxh3",
	"exporters/csvfile":       "schema github.com/gocarina/gocsv github.com/klauspost/compress",
	"exporters/parquetfile":   "schema github.com/apache/arrow/go/v17 github.com/klauspost/compress",
	"exporters/xlsxfile":      "schema github.com/xuri/excelize/v2 github.com/klauspost/compress",
	"exporters/datapackage":   "schema",
	"exporters/published":     "schema exporters/csvfile exporters/parquetfile exporters/datapackage",
	"exporters/history":       "schema exporters/published",
	"exporters/verify":        "schema exporters/csvfile exporters/parquetfile exporters/datapackage",
	"exporters":               "schema exporters/csvfile exporters/parquetfile exporters/xlsxfile exporters/datapackage exporters/verify github.com/gofrs/flock golang.org/x/sys",
	"cmd/newsledger":          "*",
	"cmd/newsledger/report":   "schema exporters transform transform/resolve transform/source github.com/schollz/progressbar/v3 golang.org/x/term",
	"cmd/newsledger/schedule": "",
	"cmd/newsledger-train":    "*",
}

// extractor is what every extractor may import: never another extractor.
const extractor = "schema transform/text transform/lexicon transform/model transform/extract/rule"

func TestFoldersImportWhatTheyMay(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		checkImports(t, path, filepath.ToSlash(filepath.Dir(rel)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, path, folder string) {
	may, listed := mayImport[folder]
	if folder == "exporters/exporttest" || may == "*" {
		return
	}
	if !listed {
		t.Errorf("%s: folder %s is not listed in mayImport", path, folder)
		return
	}
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range f.Imports {
		name, _ := strconv.Unquote(i.Path.Value)
		own, isOwn := strings.CutPrefix(name, module+"/")
		allowed := slices.ContainsFunc(strings.Fields(may), func(m string) bool { return own == m || !isOwn && (name == m || strings.HasPrefix(name, m+"/")) })
		if !allowed && strings.Contains(strings.Split(name, "/")[0], ".") {
			t.Errorf("%s imports %s: folder %s may import %q", path, name, folder, may)
		}
	}
}

// TestTopLevelIsWhatItIs keeps the root as the project fixed it.
func TestTopLevelIsWhatItIs(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"LICENSE", "README.md", "cmd", "exporters", "go.mod", "go.sum", "schema", "testdata", "transform"}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && e.Name() != "dataset" && !slices.Contains(want, e.Name()) {
			t.Errorf("%s stands at the top level: want only %v", e.Name(), want)
		}
	}
}
