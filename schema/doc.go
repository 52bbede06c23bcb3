// Package schema says what a dataset is: its tables, columns, vocabularies, identifiers, and what must hold in every row.
//
//	article ─┬─ dates, places, actors ── relations
//	         ├─ citations (who said what)
//	         ├─ figures   (which numbers, who claims them) ── figure_groups (rival numbers side by side)
//	         └─ events    (what happened, who did it, where)
//
// Each noun is a file here, a folder in transform/extract, a table in every format and a section in every golden. A table is declared once,
// as a Go row type with tags, and TableOf compiles the columns that all exporters, checks and documents use. A Record is all rows of one
// article. The words of the project: an article has sentences of tokens; a mention is a place in the text that speaks of a thing; a figure
// is a stated number; a citation is an act of saying; a span is a place in the text; a rule is what found a row.
//
// The package imports the standard library only. It reads no article and writes no file.
package schema
