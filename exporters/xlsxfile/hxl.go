package xlsxfile

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
