package transform

import (
	"fmt"
	"math"
	"strconv"
	"sync"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/lexicon"
)

// measured are the shares of right rows by table and rule, of events by their group, as .ci/confidence.py measured them.
var measured = sync.OnceValue(func() map[string]*float64 {
	shares := map[string]*float64{}
	for _, r := range lexicon.Read("confidence.tsv").Rows {
		right, cases := mustInt(r[1]), mustInt(r[2])
		shares[r[0]] = schema.Ptr(math.Round(100*float64(right)/float64(cases)) / 100)
	}
	return shares
})

func mustInt(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(fmt.Sprintf("transform: confidence.tsv: %v", err))
	}
	return n
}

// confide sets what was measured of the rules behind figures, citations and events. Rules that were not measured on enough cases leave it null.
func confide(r *schema.Record) {
	shares := measured()
	for i := range r.Figures {
		r.Figures[i].ExtractionConfidence = shares["figures "+r.Figures[i].Rule]
	}
	for i := range r.Citations {
		r.Citations[i].ExtractionConfidence = shares["citations "+r.Citations[i].Rule]
	}
	for i := range r.Events {
		r.Events[i].ExtractionConfidence = shares["events "+r.Events[i].EventGroup]
	}
}
