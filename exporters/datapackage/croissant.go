package datapackage

import (
	"strings"

	"github.com/newsledger/newsledger/schema"
)

// CroissantName is the description of a dataset in MLCommons Croissant 1.1, by which catalogues find it.
const CroissantName = "croissant.json"

// object is a node of JSON-LD. encoding/json sorts its keys.
type object = map[string]any

// croissantTypes are the data types of Croissant; a list is a repeated text.
var croissantTypes = map[schema.Kind]string{
	schema.Text: "sc:Text", schema.Int: "sc:Integer", schema.Real: "sc:Float", schema.Bool: "sc:Boolean", schema.Day: "sc:Date", schema.Instant: "sc:DateTime",
	schema.Texts: "sc:Text",
}

// croissant describes the resources of a package: a file object for each file, a record set for each table.
func croissant(p *Package) object {
	var files, sets []object
	for _, r := range p.All() {
		files = append(files, object{"@type": "cr:FileObject", "@id": r.Path, "name": r.Path, "contentUrl": r.Path, "encodingFormat": encodingFormat(r), "sha256": strings.TrimPrefix(r.Hash, "sha256:")})
	}
	for _, r := range p.Resources {
		if r.Table != "" {
			sets = append(sets, recordSet(schema.TableNamed(r.Table), r))
		}
	}
	set := object{
		"@context": croissantContext(), "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.1",
		"name": p.Name, "description": p.Title + ". " + p.Description, "url": p.Homepage, "version": p.Version, "citeAs": "How to cite: " + ReadmeName, "distribution": files, "recordSet": sets,
	}
	if len(p.Licenses) > 0 {
		set["license"] = p.Licenses[0].Path
	}
	return set
}

// encodingFormat is the media type by which Croissant's readers choose theirs.
func encodingFormat(r Resource) string {
	if r.Format == "parquet" {
		return "application/x-parquet"
	}
	return r.MediaType
}

// recordSet declares no references: readers join along them, and ours go both ways (an actor and its mentions). They stand in datapackage.json.
func recordSet(t *schema.Table, r Resource) object {
	var fields []object
	for i := range t.Columns {
		c := &t.Columns[i]
		f := object{
			"@type": "cr:Field", "@id": t.Name + "/" + c.Name, "name": c.Name, "description": Meaning(c), "dataType": croissantTypes[c.Kind],
			"source": object{"fileObject": object{"@id": r.Path}, "extract": object{"column": c.Name}},
		}
		fields = append(fields, f)
	}
	set := object{"@type": "cr:RecordSet", "@id": t.Name, "name": t.Name, "description": t.Doc, "field": fields}
	if keys := t.Keys(); len(keys) > 0 {
		set["key"] = object{"@id": t.Name + "/" + keys[0]}
	}
	return set
}

// croissantContext is the context that the standard asks for, word for word.
func croissantContext() object {
	context := object{
		"@language": "en", "@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
		"dct": "http://purl.org/dc/terms/", "sc": "https://schema.org/", "conformsTo": "dct:conformsTo",
		"data": object{"@id": "cr:data", "@type": "@json"}, "dataType": object{"@id": "cr:dataType", "@type": "@vocab"},
		"examples": object{"@id": "cr:examples", "@type": "@json"}, "description": object{"@container": "@language"}, "name": object{"@container": "@language"},
	}
	for word := range strings.FieldsSeq("arrayShape citeAs column containedIn equivalentProperty extract field fileProperty fileObject fileSet format includes isArray isLiveDataset " +
		"jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate separator source subField transform") {
		context[word] = "cr:" + word
	}
	return context
}
