package exporters

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/exporters/datapackage"
)

// ErrNotOurs is what Begin returns, wrapped, for a directory that holds anything but a dataset that newsledger wrote.
var ErrNotOurs = errors.New("neither empty nor a newsledger dataset, and nothing in it was touched: name another directory")

// The files that mark a dataset.
const (
	packageName = datapackage.FileName
	sumsName    = datapackage.SumsName
	partPrefix  = ".newsledger-part-" // of files that replaceFiles is copying
)

// targetState is what stands in the place of a dataset that is to be published.
type targetState uint8

const (
	targetMissing targetState = iota
	targetEmpty
	targetOurs
)

// stateOf says what a target directory is. A dataset of ours has our name in its datapackage.json, and no file that newsledger does
// not write: publishing removes the old directory, and nothing of the user's may go with it.
func stateOf(target string) (targetState, error) {
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return targetMissing, nil
	case err != nil:
		return 0, err
	case !info.IsDir():
		return 0, fmt.Errorf("%s is a file, %w", target, ErrNotOurs)
	}
	names, err := filesOf(target)
	if err != nil {
		return 0, err
	}
	entries, err := os.ReadDir(target)
	if err != nil {
		return 0, err
	}
	if len(entries) == 0 {
		return targetEmpty, nil
	}
	if !hasOurName(target) {
		return 0, fmt.Errorf("%s is %w", target, ErrNotOurs)
	}
	listed := listedFiles(target)
	for _, name := range names {
		if !listed[name] && !isOwnFile(name) {
			return 0, fmt.Errorf("%s holds %s, which newsledger did not write: it is %w", target, name, ErrNotOurs)
		}
	}
	return targetOurs, nil
}

func hasOurName(dir string) bool {
	raw, err := os.ReadFile(filepath.Join(dir, packageName))
	if err != nil {
		return false
	}
	var d struct {
		Name string `json:"name"`
	}
	return json.Unmarshal(raw, &d) == nil && d.Name == datapackage.Name
}

// listedFiles are the files that the dataset's own SHA256SUMS names.
func listedFiles(dir string) map[string]bool {
	listed := map[string]bool{}
	raw, _ := os.ReadFile(filepath.Join(dir, sumsName))
	for line := range strings.Lines(string(raw)) {
		if _, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			listed[name] = true
		}
	}
	return listed
}

// isOwnFile knows the names of a dataset that SHA256SUMS may not list yet, and those that file browsers leave behind in any directory.
func isOwnFile(name string) bool {
	switch base := name[strings.LastIndexByte(name, '/')+1:]; base {
	case packageName, sumsName, datapackage.CodebookName, datapackage.ReadmeName, datapackage.CroissantName, datapackage.DuckDBName, datapackage.SQLiteName, "newsledger.xlsx", ".DS_Store", "Thumbs.db", "desktop.ini":
		return true
	default:
		return strings.HasPrefix(base, partPrefix) || strings.HasPrefix(name, "csv/") && isCSV(name) ||
			strings.HasPrefix(name, "parquet/") && strings.HasSuffix(name, ".parquet")
	}
}

// isCSV knows the names of CSV files, compressed or not.
func isCSV(name string) bool {
	return slices.ContainsFunc(csvfile.Compressions, func(c csvfile.Compression) bool { return strings.HasSuffix(name, c.Ext()) })
}
