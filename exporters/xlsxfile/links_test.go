package xlsxfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
)

// addressed are n articles with addresses of their own; the last one is too long for a formula.
func addressed(n int) schema.Batch {
	rows := make([]schema.Article, n)
	for i := range rows {
		rows[i] = schema.Article{ArticleID: schema.ID("art", fmt.Sprint(i)), Source: fmt.Sprint(i), Status: "extracted", URL: fmt.Sprintf("https://news.example/%d", i)}
	}
	rows[n-1].URL += strings.Repeat("x", maxLiteral)
	return schema.BatchOf(schema.Articles, rows)
}

// A sheet holds 65,530 links: large ones have formulas, whose value is the address for programs that do not calculate.
func TestAddressesAreLinksInSmallAndLargeBooks(t *testing.T) {
	column := "F"
	for _, n := range []int{3, maxAnchors + 1} {
		f := bookOf(t, Options{}, addressed(n))
		cell, last := column+"2", fmt.Sprint(column, n+1)
		value, _ := f.GetCellValue("Articles", cell)
		formula, _ := f.GetCellFormula("Articles", cell)
		anchored, _, _ := f.GetCellHyperLink("Articles", cell)
		if value != "https://news.example/0" || anchored != (n == 3) || (formula != "") != (n != 3) {
			t.Errorf("%d rows: value %q, formula %q, link %v", n, value, formula, anchored)
		}
		formula, _ = f.GetCellFormula("Articles", last)
		if value, _ := f.GetCellValue("Articles", last); formula != "" || len(value) < maxLiteral {
			t.Errorf("%d rows: the long address came out as %q, formula %q", n, value, formula)
		}
	}
}
