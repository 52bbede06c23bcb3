package actors

import (
	"strings"
	"sync"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// body is an entry of the list of known bodies.
type body struct {
	name    string // the usual one
	kind    string // actor_type
	country string // alpha-3, "" for none
	weak    bool   // also a common word or another name, or an acronym that several share
}

// title is an entry of the list of titles.
type title struct {
	kind    string // honorific, rank, office, modifier
	sector  string
	country bool // of the state, unless another body is named
}

// lists are the words that this package knows.
type lists struct {
	bodies     map[string]*body // by every name, as written
	longest    map[string]int   // first word of a body's name to the most tokens
	words      map[string]string
	suffixes   map[string]string
	titles     map[string]title
	demonyms   map[string]string
	countries  map[string]string // folded name to alpha-3
	names      map[string]string // alpha-3 to the usual name
	sexes      map[string]byte   // first name to f, m or u
	wordNames  map[string]bool   // first names that are more often words
	surnames   map[string]bool
	family     map[string]byte // word for a relative to its sex
	collective map[string]string
	nobody     map[string]bool   // words in lower case that name no actor: diseases, days of the week, God
	whole      map[string]string // words of collective to what they name all of
}

var known = sync.OnceValue(func() *lists {
	l := &lists{bodies: map[string]*body{}, longest: map[string]int{}, titles: map[string]title{}, countries: map[string]string{}, names: map[string]string{}, sexes: map[string]byte{},
		wordNames: map[string]bool{}, family: map[string]byte{}}
	collective := lexicon.Read("collective_bodies.tsv")
	l.collective, l.whole = collective.Map("actor_type"), collective.Map("whole")
	l.readBodies()
	for _, r := range lexicon.Read("titles.tsv").Rows {
		l.titles[r[0]] = title{r[1], r[2], r[3] == "country"}
	}
	for _, r := range lexicon.Read("countries.tsv").Rows {
		l.countries[text.Fold(r[0])] = r[1]
		if r[3] == "name" {
			l.names[r[1]] = r[0]
		}
	}
	for _, r := range lexicon.Read("first_names.tsv").Rows {
		l.sexes[r[0]] = r[1][0]
		l.wordNames[r[0]] = r[2] == "yes"
	}
	for _, r := range lexicon.Read("family_words.tsv").Rows {
		l.family[r[0]] = (r[1] + "u")[0]
	}
	l.nobody = lexicon.Read("diseases.tsv").Set()
	l.nobody["god"], l.nobody["allah"] = true, true
	for _, r := range lexicon.Read("weekdays.tsv").Rows {
		l.nobody[r[0]] = r[2] == "full"
	}
	l.surnames = lexicon.Read("surnames.tsv").Set()
	l.words = lexicon.Read("body_words.tsv").Map("actor_type")
	l.suffixes = lexicon.Read("company_suffixes.tsv").Map("country")
	l.demonyms = lexicon.Read("demonyms.tsv").Map("alpha3")
	return l
})

func (l *lists) readBodies() {
	byName := map[string]*body{}
	rows := lexicon.Read("bodies.tsv").Rows
	for _, r := range rows {
		if r[1] == "" {
			byName[r[0]] = &body{r[0], r[3], r[4], r[5] != ""}
		}
	}
	for _, r := range rows {
		b := byName[r[0]]
		if r[1] != "" {
			b = &body{r[1], r[3], r[4], r[5] != ""}
		}
		l.bodies[r[0]] = b
		d := text.Split(r[0])
		if l.collective[d.Word(len(d.Tokens)-1)] != "" {
			continue // "Thai police" is read as a collective
		}
		for _, first := range []string{d.Word(0), strings.ReplaceAll(d.Word(0), "'", "’")} { // texts have either
			l.longest[first] = max(l.longest[first], len(d.Tokens))
		}
	}
}

// body looks the name of a body up as it is written, straight or curly.
func (l *lists) body(name string) *body {
	if b, ok := l.bodies[name]; ok {
		return b
	}
	if b, ok := l.bodies[straight(name)]; ok {
		return b
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return l.bodies[straight(rest)]
	}
	return nil
}

var straightener = strings.NewReplacer("’", "'", "‘", "'", "\n", " ")

func straight(s string) string { return straightener.Replace(s) }

// titleKey is the form in which a title is listed: lower case, no full stops, single spaces.
func titleKey(s string) string {
	s = strings.ToLower(straight(s))
	if strings.Contains(s, ".") {
		s = strings.ReplaceAll(s, ".", "")
	}
	return s
}

// demonymOf is the country whose people or things token i names: "Thai", "U.S." before a noun, "North Korean"; end is behind it.
func (f *finder) demonymOf(i, limit int) (alpha string, end int) {
	l := known()
	for end = min(i+3, limit); end > i; end-- {
		s := f.doc.Slice(i, end)
		if a, ok := l.demonyms[s]; ok {
			return a, end
		}
		if a, ok := l.countries[text.Fold(s)]; ok && isUpper(s) && len(s) <= 6 {
			return a, end
		}
	}
	return "", i
}

func isUpper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }
