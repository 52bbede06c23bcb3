package clean

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/source"
)

// readHead finds title, byline, dateline and publisher in the first lines.
func readHead(a *schema.Article, raw *source.Raw) {}

// publisherType looks the publisher up.
func publisherType(a *schema.Article, raw *source.Raw) {
	if v := schema.Vocabularies["publisher_type"]; v.Has(raw.PublisherType) {
		a.PublisherType = raw.PublisherType
	}
}
