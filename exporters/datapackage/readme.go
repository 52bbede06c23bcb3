package datapackage

import (
	"fmt"
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// ReadmeName is the first thing that somebody reads who is handed the folder of a dataset.
const ReadmeName = "README.md"

// Readme says what a dataset is, which file is for whom, how numbers are summed, and how to cite it. It names what files holds.
func Readme(counts map[string]int, files contents, e schema.Edition) []byte {
	var b strings.Builder
	title := fmt.Sprintf("What %d news articles say", counts["articles"])
	if e.Title != schema.DefaultTitle {
		title = e.Title
	}
	fmt.Fprintf(&b, "# %s\n\nA dataset of %d events, %d actors, %d figures and %d citations, each with its quote and its place in the article.\n",
		title, counts["events"], counts["actors"], counts["figures"], counts["citations"])
	fmt.Fprintf(&b, "Made by newsledger %s (schema %s) from the articles' text alone: it holds what they say, not what is true.\n", e.Version, schema.Version)
	b.WriteString(rights(e))
	b.WriteString("| file | for |\n|---|---|\n")
	for _, f := range files.readmeRows() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", f[0], f[1])
	}
	b.WriteString("\n## Before the first number\n\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "- %s\n", r)
	}
	b.WriteString("\n## Open it\n\n")
	for _, f := range files.snippets() {
		fmt.Fprintf(&b, "```%s\n%s\n```\n\n", f[0], f[1])
	}
	fmt.Fprintf(&b, "## Cite it\n\n%s: events, actors, figures and citations [data set]. Made with newsledger %s, schema %s. Add who made it, when, and the\n"+
		"first line of `sha256sum %s`, which stands for every file. What an article says is cited from the article: `articles` has its address, publisher and day.\n",
		title, e.Version, schema.Version, SumsName)
	return []byte(b.String())
}

// rights says under which licence the dataset stands, and which articles it was made of.
func rights(e schema.Edition) string {
	text := "No licence is stated: ask who made it. "
	if l := licenses(e.License); l != nil {
		text = fmt.Sprintf("Licence: [%s](%s). ", e.License, l[0].Path)
	}
	text += "The articles' texts belong to their publishers.\n"
	if e.Sources != "" {
		text += fmt.Sprintf("Release %d, made of the articles with sources_hash `%s`.\n", e.Release, e.Sources)
	}
	return text + "\n"
}

func (c contents) readmeRows() [][2]string {
	rows := [][2]string{}
	if c.xlsx {
		rows = append(rows, [2]string{"newsledger.xlsx", "people: a workbook that begins with a summary"})
	}
	if c.parquet {
		rows = append(rows, [2]string{"parquet/", "notebooks and databases: one typed file a table"})
	}
	if c.csv {
		rows = append(rows, [2]string{"csv/", "everything else: the same rows as text"})
	}
	rows = append(rows, [2]string{CodebookName, "what every table, column and word means"})
	for _, s := range c.scripts() {
		rows = append(rows, [2]string{s.name, "loads all tables with their keys: `" + s.command + "`"})
	}
	return append(rows, [2]string{FileName + ", " + CroissantName, "programs: Frictionless Data Package 2 and Croissant 1.1"}, [2]string{SumsName, "`sha256sum -c " + SumsName + "` says whether a file changed"})
}

// snippets open one table in each tool, in the tool's own words.
func (c contents) snippets() [][2]string {
	if c.parquet {
		return [][2]string{
			{"python", "import pandas\npandas.read_parquet(\"parquet/figures_flat.parquet\")"},
			{"python", "import polars\npolars.scan_parquet(\"parquet/figures_flat.parquet\").collect()"},
			{"sql", "-- DuckDB\nSELECT what, lowest, highest, stated, claimants FROM 'parquet/figure_groups.parquet' WHERE agreement = 'differ';"},
			{"r", "arrow::read_parquet(\"parquet/figures_flat.parquet\")"},
		}
	}
	if c.csv {
		return [][2]string{
			{"python", "import pandas\npandas.read_csv(\"csv/figures_flat" + c.ext + "\", dtype_backend=\"numpy_nullable\")"},
			{"python", "import polars\npolars.read_csv(\"csv/figures_flat" + c.ext + "\", infer_schema_length=None)"},
			{"r", "readr::read_csv(\"csv/figures_flat" + c.ext + "\")"},
		}
	}
	return nil
}
