package xlsxfile

import (
	"github.com/newsledger/newsledger/schema"
)

// hxlTags are the Humanitarian Exchange Language tags (HXL 1.1) of columns that have an equivalent, in the choice that event data on the
// Humanitarian Data Exchange use.
var hxlTags = map[string]string{
	"event_id": "#event+code", "event_type": "#event+type", "date_start": "#date+start", "date_end": "#date+end", "summary": "#description",
	"country_code": "#country+code", "admin1": "#adm1+name", "admin2": "#adm2+name", "place_name": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon",
	"agents": "#group+name+first", "targets": "#group+name+second", "killed_low": "#affected+killed+min", "killed_high": "#affected+killed+max",
	"injured_low": "#affected+injured+min", "injured_high": "#affected+injured+max", "value": "#indicator+num", "value_low": "#indicator+num+min",
	"value_high": "#indicator+num+max", "lowest": "#indicator+num+min", "highest": "#indicator+num+max", "measure": "#indicator+name",
	"publisher": "#meta+source", "publishers": "#meta+source", "url": "#meta+url", "source": "#meta+id", "published_date": "#date+reported", "assertion": "#status+verified",
}

// hxlPlan is the sheet of events for the Humanitarian Data Exchange: the columns that have a tag, and the tags in row 2. It is no Excel table,
// for a row of tags would spoil the types and filters of one.
func hxlPlan() sheet {
	s := sheet{name: "HXL", tab: bookTab, table: schema.EventsFlat, order: eventOrder, tagged: true, lines: 1,
		about: "The events with HXL hashtags in row 2, for the Humanitarian Data Exchange."}
	width := 0.0
	for i := range s.table.Columns {
		c := &s.table.Columns[i]
		if hxlTags[c.Name] != "" {
			width += usualWidth(c)
			s.columns = append(s.columns, gridColumn{printed: width <= pageWidth}.as(c, usualWidth(c)))
		}
	}
	return s
}

// tags are the row of tags of some columns.
func tags(columns []gridColumn) []cell {
	row := make([]cell, len(columns))
	for i, c := range columns {
		row[i] = word(hxlTags[c.name])
	}
	return row
}
