package xlsxfile

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPackageIsValid demands what Excel demands before it opens a workbook without "repairing" it. Other programs are more patient.
func TestPackageIsValid(t *testing.T) {
	for _, n := range []int{0, 40} {
		file, _ := writeBook(t, n, true)
		z, err := zip.OpenReader(file)
		if err != nil {
			t.Fatal(err)
		}
		p := parts{t: t, raw: map[string][]byte{}}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if p.raw[f.Name], err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		z.Close()
		p.wellFormed()
		p.contentTypes()
		p.relations()
		p.names()
		p.tables()
		for name := range p.raw {
			if strings.HasPrefix(name, "xl/worksheets/sheet") {
				p.sheet(name)
			}
		}
	}
}

// parts are the files of a workbook by name.
type parts struct {
	t   *testing.T
	raw map[string][]byte
}

func (p parts) decode(name string, v any) {
	if err := xml.Unmarshal(p.raw[name], v); err != nil {
		p.t.Errorf("%s: %v", name, err)
	}
}

func (p parts) wellFormed() {
	for name, raw := range p.raw {
		d := xml.NewDecoder(strings.NewReader(string(raw)))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				p.t.Errorf("%s: %v", name, err)
				break
			}
		}
	}
}

// contentTypes: every part has a type, and no type names a part that is not there.
func (p parts) contentTypes() {
	var types struct {
		Default []struct {
			Extension string `xml:",attr"`
		}
		Override []struct {
			PartName string `xml:",attr"`
		}
	}
	p.decode("[Content_Types].xml", &types)
	typed := map[string]bool{}
	for _, o := range types.Override {
		name := strings.TrimPrefix(o.PartName, "/")
		if typed[name] || p.raw[name] == nil {
			p.t.Errorf("content type of %s: twice, or no such part", name)
		}
		typed[name] = true
	}
	for name := range p.raw {
		known := slices.ContainsFunc(types.Default, func(d struct {
			Extension string `xml:",attr"`
		}) bool {
			return "."+d.Extension == path.Ext(name)
		})
		if !typed[name] && !known && name != "[Content_Types].xml" {
			p.t.Errorf("%s has no content type", name)
		}
	}
}

type relation struct {
	ID         string `xml:"Id,attr"`
	Target     string `xml:",attr"`
	TargetMode string `xml:",attr"`
}

// relations: ids are unique, and what they lead to is there.
func (p parts) relations() {
	for name := range p.raw {
		if path.Ext(name) != ".rels" {
			continue
		}
		owner := path.Dir(path.Dir(name))
		seen := map[string]bool{}
		for _, r := range p.related(name) {
			target := path.Join(owner, r.Target)
			if strings.HasPrefix(r.Target, "/") {
				target = r.Target[1:]
			}
			if seen[r.ID] || r.TargetMode != "External" && p.raw[target] == nil {
				p.t.Errorf("%s: %s to %s: twice, or no such part", name, r.ID, r.Target)
			}
			seen[r.ID] = true
		}
	}
}

func (p parts) related(name string) []relation {
	var all struct{ Relationship []relation }
	if p.raw[name] == nil {
		return nil
	}
	p.decode(name, &all)
	return all.Relationship
}

// names: sheets have short names of their own, defined names stand once in a sheet.
func (p parts) names() {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
		Names []struct {
			Name  string `xml:"name,attr"`
			Scope string `xml:"localSheetId,attr"`
			Area  string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	p.decode("xl/workbook.xml", &book)
	seen := map[string]bool{}
	for _, s := range book.Sheets {
		name := strings.ToLower(s.Name)
		if seen[name] || len(s.Name) > 31 || strings.ContainsAny(s.Name, `[]:*?/\'`) || name == "history" {
			p.t.Errorf("sheet %q: not a name, or twice", s.Name)
		}
		seen[name] = true
	}
	for _, d := range book.Names {
		if key := d.Name + " " + d.Scope; seen[key] || strings.Contains(d.Area, "#REF") {
			p.t.Errorf("defined name %s = %s: twice, or without a place", key, d.Area)
		} else {
			seen[key] = true
		}
	}
}

type excelTable struct {
	ID     string `xml:"id,attr"`
	Name   string `xml:"displayName,attr"`
	Ref    string `xml:"ref,attr"`
	Filter struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Columns struct {
		Count  int `xml:"count,attr"`
		Column []struct {
			Name string `xml:"name,attr"`
		} `xml:"tableColumn"`
	} `xml:"tableColumns"`
}

// tables: ids and names are unique in the book, and columns in a table whatever their case.
func (p parts) tables() {
	seen := map[string]bool{}
	for name := range p.raw {
		if !strings.HasPrefix(name, "xl/tables/") {
			continue
		}
		var table excelTable
		p.decode(name, &table)
		for _, key := range []string{"id " + table.ID, "name " + strings.ToLower(table.Name)} {
			if seen[key] {
				p.t.Errorf("%s: %s stands twice", name, key)
			}
			seen[key] = true
		}
		columns := map[string]bool{}
		for _, c := range table.Columns.Column {
			if key := strings.ToLower(c.Name); key == "" || columns[key] {
				p.t.Errorf("%s: column %q is empty or stands twice", name, c.Name)
			} else {
				columns[key] = true
			}
		}
		if table.Columns.Count != len(table.Columns.Column) || table.Filter.Ref != table.Ref {
			p.t.Errorf("%s: %d columns for %d, filter %s for %s", name, len(table.Columns.Column), table.Columns.Count, table.Filter.Ref, table.Ref)
		}
	}
}

type worksheet struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Rows []struct {
		Number int `xml:"r,attr"`
		Cells  []struct {
			Ref     string `xml:"r,attr"`
			Type    string `xml:"t,attr"`
			Style   int    `xml:"s,attr"`
			Formula string `xml:"f"`
			Value   string `xml:"v"`
			Text    string `xml:"is>t"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
	Links []struct {
		Ref string `xml:"ref,attr"`
	} `xml:"hyperlinks>hyperlink"`
}

// sheet: cells stand in order inside the stated dimension, formulas are jumps, and the table's columns are the words of row 1.
func (p parts) sheet(name string) {
	var sheet worksheet
	var styles struct {
		Formats struct {
			Xf []struct{} `xml:"xf"`
		} `xml:"cellXfs"`
	}
	p.decode(name, &sheet)
	p.decode("xl/styles.xml", &styles)
	var last string
	row, first := 0, []string{}
	for _, r := range sheet.Rows {
		if r.Number <= row {
			p.t.Errorf("%s: row %d behind row %d", name, r.Number, row)
		}
		row = r.Number
		for _, c := range r.Cells {
			if c.Formula != "" && !strings.HasPrefix(c.Formula, "HYPERLINK(") {
				p.t.Errorf("%s!%s: formula %q", name, c.Ref, c.Formula)
			}
			if !strings.HasSuffix(c.Ref, strconv.Itoa(row)) || units(c.Text) > maxCellUnits || c.Style >= len(styles.Formats.Xf) {
				p.t.Errorf("%s!%s in row %d: %d characters, style %d", name, c.Ref, row, units(c.Text), c.Style)
			}
			if row == 1 {
				first = append(first, c.Text+c.Value)
			}
			last = c.Ref
		}
	}
	if _, end, _ := strings.Cut(sheet.Dimension.Ref, ":"); row > 0 && !strings.HasSuffix(end, strconv.Itoa(row)) && row > 1 {
		p.t.Errorf("%s: dimension %s, last cell %s", name, sheet.Dimension.Ref, last)
	}
	if len(sheet.Links) > 65_530 {
		p.t.Errorf("%s: %d links", name, len(sheet.Links))
	}
	p.inOrder(name)
	for _, r := range p.related(fmt.Sprintf("xl/worksheets/_rels/%s.rels", path.Base(name))) {
		if strings.Contains(r.Target, "table") {
			var table excelTable
			p.decode(path.Join("xl/worksheets", r.Target), &table)
			for i, c := range table.Columns.Column {
				if i >= len(first) || first[i] != c.Name {
					p.t.Errorf("%s: column %d of %s is %q, header %q", name, i+1, table.Name, c.Name, first)
					break
				}
			}
			if table.Ref != sheet.Dimension.Ref {
				p.t.Errorf("%s: table %s in a sheet of %s", name, table.Ref, sheet.Dimension.Ref)
			}
		}
	}
}

// order is that of the elements of a worksheet in ECMA-376, part 1, 18.3.1.99, as far as they occur here.
var order = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
	"pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "tableParts", "extLst"}

func (p parts) inOrder(name string) {
	at := -1
	d := xml.NewDecoder(strings.NewReader(string(p.raw[name])))
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			return
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				k := slices.Index(order, e.Name.Local)
				if k <= at {
					p.t.Errorf("%s: %s stands in the wrong place", name, e.Name.Local)
				}
				at = k
			}
		case xml.EndElement:
			depth--
		}
	}
}
