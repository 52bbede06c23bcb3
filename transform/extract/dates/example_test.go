package dates_test

import (
	"fmt"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/dates"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

func ExampleFind() {
	day := schema.DateOf(2025, 8, 7) // a Thursday
	rec := &schema.Record{Article: schema.Article{PublishedDate: &day}}
	doc := text.Split("Police arrested the men on Monday, a month after the raids of July 14-16. The trial will begin in early October; the mine has been closed since 2022.")
	model.Tag(doc)

	dates.Find(doc, rec, nil)
	for _, d := range rec.Dates {
		fmt.Println(d.Quote, "=", d.DateEDTF, d.DatePrecision, d.DateBasis)
	}
	// Output:
	// Monday = 2025-08-04 day relative_to_publication
	// July 14-16 = 2025-07-14/2025-07-16 interval relative_to_publication
	// early October = 2025-10-01~/2025-10-10~ part relative_to_publication
	// since 2022 = 2022/.. open explicit
}
