package transform

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the fingerprint")

// TestFingerprintIsThatOfTheRules fails when a rule, lexicon, weight, row type or dependency changed and fingerprint.go did not: cached records would
// then be taken for current ones. `go test ./transform -run Fingerprint -update` renews it.
func TestFingerprintIsThatOfTheRules(t *testing.T) {
	h := sha256.New()
	for _, root := range []string{".", filepath.Join("..", "schema"), filepath.Join("..", "go.mod")} { // go.mod: what we build on reads text, too
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case d.IsDir() || strings.HasSuffix(path, "_test.go") || path == "fingerprint.go":
				return nil
			}
			data, err := os.ReadFile(path)
			fmt.Fprintf(h, "%s %d\n%s", filepath.ToSlash(path), len(data), data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	want := hex.EncodeToString(h.Sum(nil)[:16])
	if *update {
		text := "package transform\n\n// Fingerprint stands for the row types, rules, lexicons and weights of this version: a record that another fingerprint made is not used\n" +
			"// again. Made by `go test ./transform -run Fingerprint -update`.\nconst Fingerprint = \"" + want + "\"\n"
		if err := os.WriteFile("fingerprint.go", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if Fingerprint != want {
		t.Errorf("rules, lexicons, weights, row types or dependencies changed: run go test ./transform -run Fingerprint -update")
	}
}
