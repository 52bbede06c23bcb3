// Package datapackage writes the documents of a dataset: README.md and CODEBOOK.md for people, datapackage.json (Frictionless Data Package 2:
// tables, keys, vocabularies) and croissant.json (MLCommons Croissant) for programs, scripts that load the files into databases, and SHA256SUMS.
//
// It describes the files that it finds in a directory by the declarations of schema.Tables, and hashes them. It writes no rows and
// publishes nothing. No clock, host or path reaches a document: the same files give the same documents.
package datapackage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// The documents' names, and the name by which a datapackage.json is known as ours.
const (
	FileName     = "datapackage.json"
	CodebookName = "CODEBOOK.md"
	SumsName     = "SHA256SUMS"
	Name         = "newsledger"
)

// Options say what the documents cannot see in the files. The zero value is a dataset of an unnamed version.
type Options struct {
	schema.Edition
	CSVExcel bool   // the CSV files are in the dialect for Excel
	CSVExt   string // how their names end; "" for .csv
}

// Package is the descriptor of a dataset.
type Package struct {
	Schema      string     `json:"$schema"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Homepage    string     `json:"homepage"`
	Licenses    []License  `json:"licenses,omitempty"` // none when none is stated
	Version     string     `json:"version"`            // of the schema
	Newsledger  string     `json:"newsledger"`
	Rules       string     `json:"rules,omitempty"` // fingerprint of rules, lexicons and weights
	Release     int        `json:"release"`         // of a continued dataset, from 1
	Sources     string     `json:"sources_hash,omitempty"`
	Resources   []Resource `json:"resources"`
	Files       []Resource `json:"files,omitempty"` // ours: what stands beside the resources. Frictionless reads every resource as a table, and fails on lists in Parquet
}

// License is a licence of a dataset.
type License struct {
	Name string `json:"name,omitempty"` // SPDX identifier
	Path string `json:"path"`
}

// licenses describes what was stated: an address, or an SPDX identifier.
func licenses(stated string) []License {
	switch {
	case stated == "":
		return nil
	case strings.Contains(stated, "://"):
		return []License{{Path: stated}}
	}
	return []License{{stated, "https://spdx.org/licenses/" + stated + ".html"}}
}

// Resource is one file of a dataset.
type Resource struct {
	Name      string       `json:"name"`
	Title     string       `json:"title,omitempty"`
	Type      string       `json:"type,omitempty"`
	Path      string       `json:"path"`
	Format    string       `json:"format"`
	MediaType string       `json:"mediatype"`
	Encoding  string       `json:"encoding,omitempty"`
	Packed    string       `json:"compression,omitempty"` // gz or zst
	Bytes     int64        `json:"bytes"`
	Hash      string       `json:"hash"`
	Table     string       `json:"table,omitempty"` // name in schema.Tables
	Rows      *int         `json:"rows,omitempty"`
	Dialect   *Dialect     `json:"dialect,omitempty"`
	Schema    *TableSchema `json:"schema,omitempty"`
}

const plainCSV = ".csv"

// contents are the formats that stand in a dataset's directory.
type contents struct {
	csv, parquet, xlsx bool
	raw                bool   // the CSV files hold raw values, not the dialect for Excel
	ext                string // how their names end
}

func contentsOf(dir string, o Options) contents {
	has := func(name string) bool { _, err := os.Stat(filepath.Join(dir, name)); return err == nil }
	return contents{csv: has("csv"), parquet: has("parquet"), xlsx: has("newsledger.xlsx"), raw: has("csv") && !o.CSVExcel, ext: o.CSVExt}
}

// script loads a dataset into a database.
type script struct {
	name, command string
	text          func() []byte
}

// scripts are those that the files serve: values that are written for Excel load nowhere, and SQLite unpacks nothing.
func (c contents) scripts() []script {
	var all []script
	if c.parquet || c.raw {
		all = append(all, script{DuckDBName, "duckdb ledger.duckdb < " + DuckDBName, func() []byte { return LoadDuckDB(c.parquet, c.ext) }})
	}
	if c.raw && c.ext == plainCSV {
		all = append(all, script{SQLiteName, "sqlite3 ledger.sqlite < " + SQLiteName, LoadSQLite})
	}
	return all
}

// Write describes the files of dir. counts holds the number of rows of each table.
func Write(dir string, counts map[string]int, o Options) error {
	o.Edition = o.Complete()
	if o.CSVExt == "" {
		o.CSVExt = plainCSV
	}
	d := &documents{dir: dir}
	found := contentsOf(dir, o)
	d.write(CodebookName, Codebook(counts, o.Version))
	d.write(ReadmeName, Readme(counts, found, o.Edition))
	for _, s := range found.scripts() {
		d.write(s.name, s.text())
	}
	sums, err := hashFiles(dir)
	if err != nil {
		return errors.Join(d.err, err)
	}
	p := describe(sums, counts, o)
	for _, j := range []struct {
		name  string
		value any
	}{{FileName, p}, {CroissantName, croissant(&p)}} {
		raw := d.encode(j.value)
		d.write(j.name, raw)
		own := sha256.Sum256(raw)
		sums = append(sums, sum{j.name, int64(len(raw)), hex.EncodeToString(own[:])})
	}
	d.write(SumsName, sumLines(sums))
	return d.err
}

// documents writes files into a directory until one fails.
type documents struct {
	dir string
	err error
}

func (d *documents) write(name string, data []byte) {
	if d.err == nil {
		d.err = os.WriteFile(filepath.Join(d.dir, name), data, 0o644)
	}
}

func (d *documents) encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	d.err = errors.Join(d.err, e.Encode(v))
	return b.Bytes()
}

// sum is a file by its path from the dataset directory, with slashes.
type sum struct {
	path  string
	bytes int64
	hash  string
}

func hashFiles(dir string) ([]sum, error) {
	var sums []sum
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil || name == FileName || name == CroissantName || name == SumsName {
			return err
		}
		hash, n, err := HashFile(path)
		sums = append(sums, sum{filepath.ToSlash(name), n, hash})
		return err
	})
	return sums, err
}

// HashFile returns the SHA-256 of a file, in hexadecimal, and its size in bytes.
func HashFile(path string) (hash string, n int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	h := sha256.New()
	n, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), n, errors.Join(err, f.Close())
}

// sumLines is the layout that sha256sum -c reads, by path.
func sumLines(sums []sum) []byte {
	slices.SortFunc(sums, func(a, b sum) int { return bytes.Compare([]byte(a.path), []byte(b.path)) })
	var b []byte
	for _, s := range sums {
		b = fmt.Appendf(b, "%s  %s\n", s.hash, s.path)
	}
	return b
}

func describe(sums []sum, counts map[string]int, o Options) Package {
	p := Package{
		Schema:      "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:        Name,
		Title:       o.Title,
		Licenses:    licenses(o.License),
		Description: "Every row quotes the place in the article that it rests on. A number is a claim, and an empty field is unknown, never zero. " + SummingRule,
		Homepage:    "https://github.com/newsledger/newsledger",
		Version:     schema.Version,
		Newsledger:  o.Version,
		Rules:       o.Rules,
		Release:     o.Release,
		Sources:     o.Sources,
	}
	bySource := map[string]sum{}
	for _, s := range sums {
		bySource[s.path] = s
	}
	for _, t := range schema.Tables {
		rows := counts[t.Name]
		csv, hasCSV := bySource["csv/"+t.Name+o.CSVExt]
		if hasCSV {
			p.Resources = append(p.Resources, csvResource(t, csv, rows, o))
		}
		if s, ok := bySource["parquet/"+t.Name+".parquet"]; ok && hasCSV {
			p.Files = append(p.Files, parquetResource(t, s, rows))
		} else if ok {
			r := parquetResource(t, s, rows)
			r.Name, r.Type, r.Schema = t.Name, "table", TableSchemaOf(t)
			p.Resources = append(p.Resources, r)
		}
	}
	p.Files = append(p.Files, partitions(sums)...)
	if s, ok := bySource["newsledger.xlsx"]; ok {
		p.Files = append(p.Files, file(s, "workbook", "All of it as a workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
	}
	for _, d := range documentFiles {
		if s, ok := bySource[d[0]]; ok {
			p.Files = append(p.Files, file(s, d[1], d[2], d[3], d[4]))
		}
	}
	if len(p.Resources) == 0 { // a package must have one
		p.Resources, p.Files = p.Files, nil
	}
	return p
}

// partitions are the Parquet files in hive folders, parquet/TABLE/year=2025/part-00000.parquet: rows that stand in the table's own file too.
func partitions(sums []sum) (files []Resource) {
	for _, s := range sums {
		part := strings.Split(s.path, "/")
		if len(part) == 4 && part[0] == "parquet" {
			name := strings.ToLower(strings.NewReplacer("=", "-").Replace(part[1] + "_" + part[2]))
			files = append(files, file(s, name, "Rows of "+part[1]+" with "+part[2], "parquet", "application/vnd.apache.parquet"))
		}
	}
	return files
}

// documentFiles are path, name, title, format and media type of the documents that a descriptor lists.
var documentFiles = [][5]string{
	{ReadmeName, "readme", "Where to begin, and how to cite", "md", "text/markdown"},
	{CodebookName, "codebook", "What every table, column and word means", "md", "text/markdown"},
	{DuckDBName, "load_duckdb", "Loads all tables into DuckDB", "sql", "application/sql"},
	{SQLiteName, "load_sqlite", "Loads all tables into SQLite", "sql", "application/sql"},
}

func file(s sum, name, title, format, media string) Resource {
	return Resource{Name: name, Title: title, Path: s.path, Format: format, MediaType: media, Bytes: s.bytes, Hash: "sha256:" + s.hash}
}

func csvResource(t *schema.Table, s sum, rows int, o Options) Resource {
	r := file(s, t.Name, t.Doc, "csv", "text/csv")
	r.Type, r.Encoding, r.Table, r.Rows, r.Schema = "table", "utf-8", t.Name, &rows, TableSchemaOf(t)
	r.Packed = strings.TrimPrefix(strings.TrimPrefix(o.CSVExt, plainCSV), ".")
	r.Dialect = dialectOf(o.CSVExcel)
	return r
}

func parquetResource(t *schema.Table, s sum, rows int) Resource {
	r := file(s, t.Name+"_parquet", t.Doc, "parquet", "application/vnd.apache.parquet")
	r.Table, r.Rows = t.Name, &rows
	return r
}

// All returns the resources and the other files.
func (p *Package) All() []Resource { return slices.Concat(p.Resources, p.Files) }
