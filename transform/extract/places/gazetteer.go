package places

import (
	"strconv"
	"strings"
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// place is an entry of the gazetteer.
type place struct {
	id         string // GeoNames number, code of a division ("TH.80"), or "+name"
	name       string
	kind       string // place_type
	division   string // code of the first-order division that it lies in, "TH.80"; "" for none
	country    string // ISO 3166-1 alpha-3
	lat, lon   float64
	hasPoint   bool
	population float64
	word       bool // also a common word
	capital    bool // of its country
}

// gazetteer is all places and the names they are found by.
type gazetteer struct {
	places    []place
	byName    map[string][]int32 // folded name to places
	upper     map[string]bool    // folded names to whether they are written in capitals only ("US", "UAE")
	longest   map[string]int     // folded first word to the most words of a name that begins with it
	countries map[string]int32   // alpha-3 to the country
	divisions map[string]int32   // code to the division
}

// atlas reads the gazetteer when it is first asked for: it is the largest list, and most commands do without it.
var atlas = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{byName: map[string][]int32{}, upper: map[string]bool{}, longest: map[string]int{}, countries: map[string]int32{}, divisions: map[string]int32{}}
	capitals, alpha3 := g.readCountries()
	g.readPlaces(alpha3)
	for alpha, name := range capitals {
		for _, k := range g.byName[text.Fold(name)] {
			if p := &g.places[k]; p.kind == "city" && p.country == alpha && p.population > 2e3 {
				p.capital = true
			}
		}
	}
	return g
})

// readCountries reads the countries; it returns the capital of each by alpha-3, and alpha-3 by alpha-2.
func (g *gazetteer) readCountries() (capitals, alpha3 map[string]string) {
	capitals, alpha3 = map[string]string{}, map[string]string{}
	rows := lexicon.Read("countries.tsv").Rows
	for _, r := range rows {
		if r[3] != "name" {
			continue
		}
		p := place{id: r[7], name: r[0], kind: "country", country: r[1], population: 1e7}
		p.lat, p.lon, p.hasPoint = point(r[5], r[6])
		g.countries[r[1]] = int32(len(g.places))
		g.add(p)
		alpha3[r[2]] = r[1]
		if r[4] != "" {
			capitals[r[1]] = r[4]
		}
	}
	for _, r := range rows {
		if r[3] != "name" {
			g.name(r[0], g.countries[r[1]])
		}
	}
	return capitals, alpha3
}

func (g *gazetteer) readPlaces(alpha3 map[string]string) {
	alpha2 := make(map[string]string, len(alpha3))
	for a2, a3 := range alpha3 {
		alpha2[a3] = a2
	}
	for _, r := range lexicon.Read("places.tsv").Rows {
		p := place{id: r[0], name: r[1], kind: r[3], country: r[6], word: r[10] == "word"}
		if r[4] != "" {
			p.division = alpha2[p.country] + "." + r[4]
		}
		p.lat, p.lon, p.hasPoint = point(r[7], r[8])
		p.population, _ = strconv.ParseFloat(r[9], 64)
		if p.kind == "region" || p.kind == "water" || p.kind == "site" {
			p.population = 1e6 // entered because news speak of it
		}
		if p.kind == "admin1" {
			g.divisions[p.id] = int32(len(g.places))
		}
		k := g.add(p)
		if r[2] != "" {
			for also := range strings.SplitSeq(r[2], "; ") {
				g.name(also, k)
			}
		}
	}
}

func point(lat, lon string) (la, lo float64, ok bool) {
	la, err := strconv.ParseFloat(lat, 64)
	lo, err2 := strconv.ParseFloat(lon, 64)
	return la, lo, err == nil && err2 == nil
}

func (g *gazetteer) add(p place) int32 {
	k := int32(len(g.places))
	g.places = append(g.places, p)
	g.name(p.name, k)
	return k
}

// name makes place k known by a name.
func (g *gazetteer) name(name string, k int32) {
	key := text.Fold(name)
	for _, other := range g.byName[key] {
		if other == k {
			return
		}
	}
	g.byName[key] = append(g.byName[key], k)
	capitals := len(name) <= 6 && strings.ToUpper(name) == name
	if before, seen := g.upper[key]; capitals || seen {
		g.upper[key] = capitals && (!seen || before)
	}
	first, _, _ := strings.Cut(key, " ")
	g.longest[first] = max(g.longest[first], 1+strings.Count(key, " "))
}
