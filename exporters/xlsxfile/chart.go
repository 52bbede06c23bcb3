package xlsxfile

import (
	"fmt"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// maxMonths is how many months the chart shows: more do not fit half a page.
const maxMonths = 24

// upright turns the months of the chart, which would break in the middle of a word.
const upright = -90

// chart draws the countable events by month beside row top. Its numbers stand in columns H and I, outside the printed page.
func (p *page) chart(f *facts, top int) {
	if len(f.months) == 0 {
		return
	}
	months := slices.Sorted(maps.Keys(f.months))
	last := months[len(months)-1]
	first := max(months[0], last-maxMonths+1)
	p.row = 1
	p.put(8, "month", noteStyle)
	p.put(9, "events", noteStyle)
	for m := first; m <= last; m++ {
		p.row++
		p.put(8, fmt.Sprintf("%04d-%02d", m/12, m%12+1), noteStyle)
		p.put(9, f.months[m], noteStyle)
	}
	sheet := quoted(summarySheet)
	label := &excelize.Font{Family: family, Size: 9, Color: "404040"}
	p.keep(p.book.file.AddChart(p.name, fmt.Sprintf("C%d", top), &excelize.Chart{
		Type: excelize.Col,
		Series: []excelize.ChartSeries{{
			Name:       fmt.Sprintf("%s!$I$1", sheet),
			Categories: fmt.Sprintf("%s!$H$2:$H$%d", sheet, p.row),
			Values:     fmt.Sprintf("%s!$I$2:$I$%d", sheet, p.row),
			Fill:       fill("2E75B6"),
		}},
		Format:    excelize.GraphicOptions{AltText: f.chartText(first, last), Name: "Events by month", ScaleX: 1, ScaleY: 1, OffsetX: 20},
		Dimension: excelize.ChartDimension{Width: 480, Height: 260},
		Legend:    excelize.ChartLegend{Position: "none"},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: f.chartTitle(), Font: &excelize.Font{Family: family, Size: 11, Bold: true, Color: ink}}}},
		XAxis:     excelize.ChartAxis{Font: *label, Alignment: excelize.Alignment{TextRotation: upright}},
		YAxis:     excelize.ChartAxis{Font: *label, MajorGridLines: true, MajorUnit: f.step(first, last)},
	}))
	p.keep(p.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: sheet + "!$A$1:$F$46", Scope: p.name}))
}

// chartTitle says how many events the chart leaves out.
func (f *facts) chartTitle() string {
	known := 0
	for _, n := range f.months {
		known += n
	}
	return fmt.Sprintf("Countable events by month (month known: %d of %d)", known, f.countable)
}

// chartText says in words what the chart shows.
func (f *facts) chartText(first, last int) string {
	most, sum := first, 0
	for m := first; m <= last; m++ {
		sum += f.months[m]
		if f.months[m] > f.months[most] {
			most = m
		}
	}
	return fmt.Sprintf("Column chart: %d countable events from %04d-%02d to %04d-%02d by month, most of them (%d) in %04d-%02d.",
		sum, first/12, first%12+1, last/12, last%12+1, f.months[most], most/12, most%12+1)
}

// step is the distance between the lines of the chart: whole numbers, at most ten lines.
func (f *facts) step(first, last int) float64 {
	most := 0
	for m := first; m <= last; m++ {
		most = max(most, f.months[m])
	}
	step := 1
	for most/step > 10 {
		step *= 10
	}
	if most/step > 5 {
		step *= 2
	}
	return float64(step)
}
