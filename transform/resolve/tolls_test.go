package resolve

import (
	"fmt"
	"testing"

	"github.com/newsledger/newsledger/schema"
)

func TestTwoNumbersInCommonMakeOneEvent(t *testing.T) {
	police := []who{{"Cambodian National Police", "law_enforcement", "KHM"}}
	arrest := what{kind: "arrest", status: "occurred", agents: []int{0}}
	counted := func(n int, values ...float64) *schema.Record {
		r := record(n, "", police, arrest)
		for i, v := range values {
			r.Figures = append(r.Figures, schema.Figure{FigureID: fmt.Sprintf("f%d.%d", n, i), Value: &v, EventID: r.Events[0].EventID})
		}
		return r
	}
	for _, c := range []struct {
		a, b []float64
		want int
	}{{[]float64{312, 97, 41}, []float64{330, 97, 41}, 1}, {[]float64{312, 97}, []float64{330, 97}, 2}, {[]float64{12, 7, 5}, []float64{30, 7, 5}, 2}} {
		if p := resolved(keysOf([]*schema.Record{counted(1, c.a...), counted(2, c.b...)}), nil); len(p.Events) != c.want {
			t.Errorf("%v and %v: %d events, want %d", c.a, c.b, len(p.Events), c.want)
		}
	}
}
