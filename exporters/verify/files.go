package verify

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/exporters/datapackage"
	"github.com/newsledger/newsledger/schema"
)

// files checks SHA256SUMS and datapackage.json against the directory. It says false when there is no descriptor to go by.
func (v *checker) files() (*datapackage.Package, bool) {
	sums := v.sums()
	v.unlisted(sums)
	raw, err := os.ReadFile(filepath.Join(v.dir, datapackage.FileName))
	if err != nil {
		v.add(datapackage.FileName, 0, "", "missing: this is no newsledger dataset")
		return nil, false
	}
	p := &datapackage.Package{}
	if err := json.Unmarshal(raw, p); err != nil {
		v.add(datapackage.FileName, 0, "", "%v", err)
		return nil, false
	}
	if p.Name != datapackage.Name {
		v.add(datapackage.FileName, 0, "", "name is %q, not %q", p.Name, datapackage.Name)
		return nil, false
	}
	if p.Version != schema.Version {
		v.add(datapackage.FileName, 0, "", "schema %s, and this newsledger knows %s", p.Version, schema.Version)
	}
	v.resources(p, sums)
	return p, true
}

// sums reads SHA256SUMS and hashes every file that it lists.
func (v *checker) sums() map[string]string {
	raw, err := os.ReadFile(filepath.Join(v.dir, datapackage.SumsName))
	if err != nil {
		v.add(datapackage.SumsName, 0, "", "missing")
		return nil
	}
	sums := map[string]string{}
	row := 0
	for line := range strings.Lines(string(raw)) {
		row++
		want, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || !filepath.IsLocal(filepath.FromSlash(name)) {
			v.add(datapackage.SumsName, row, "", "%q is no hash and file", strings.TrimSpace(line))
			continue
		}
		sums[name] = want
		switch got, _, err := datapackage.HashFile(filepath.Join(v.dir, filepath.FromSlash(name))); {
		case err != nil:
			v.add(name, 0, "", "listed in %s and missing", datapackage.SumsName)
		case got != want:
			v.add(name, 0, "", "changed since it was published: its SHA-256 is not that of %s", datapackage.SumsName)
		}
	}
	return sums
}

// unlisted names the files of the directory that SHA256SUMS does not list.
func (v *checker) unlisted(sums map[string]string) {
	err := filepath.WalkDir(v.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(v.dir, path)
		name := filepath.ToSlash(rel)
		if _, ok := sums[name]; !ok && name != datapackage.SumsName && sums != nil {
			v.add(name, 0, "", "not listed in %s", datapackage.SumsName)
		}
		return err
	})
	if err != nil {
		v.add(".", 0, "", "%v", err)
	}
}

// resources checks what datapackage.json says of the files and chooses the file of each table: CSV before Parquet.
func (v *checker) resources(p *datapackage.Package, sums map[string]string) {
	v.tableAt = map[string]string{}
	for _, r := range p.All() {
		info, err := os.Stat(filepath.Join(v.dir, filepath.FromSlash(r.Path)))
		switch {
		case err != nil:
			v.add(datapackage.FileName, 0, "", "%s is missing", r.Path)
			continue
		case info.Size() != r.Bytes:
			v.add(datapackage.FileName, 0, "", "%s has %d bytes, and %d are stated", r.Path, info.Size(), r.Bytes)
		}
		if sum, ok := sums[r.Path]; ok && r.Hash != "sha256:"+sum {
			v.add(datapackage.FileName, 0, "", "%s: hash is not that of %s", r.Path, datapackage.SumsName)
		}
		if r.Dialect != nil && r.Dialect.FormulaGuard != "" {
			v.excel = true
		}
		if r.Table == "" || schema.TableNamed(r.Table) == nil {
			continue
		}
		if _, ok := v.tableAt[r.Table]; !ok || r.Format == "csv" {
			v.tableAt[r.Table] = r.Path
		}
	}
	if len(v.tableAt) == 0 {
		return // a workbook alone
	}
	for _, t := range schema.Tables {
		if v.tableAt[t.Name] == "" {
			v.add(datapackage.FileName, 0, "", "no CSV or Parquet file of table %s", t.Name)
		}
	}
}
