package actors

import (
	"slices"
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// assemble makes actors of the namings: those with full names first, so that the short ones find whom they belong to.
func (f *finder) assemble() {
	for k := range f.namings {
		f.namings[k].actor = -1
	}
	f.countries()
	f.persons()
	f.groups()
	for k := range f.namings {
		n := &f.namings[k]
		if n.actor < 0 {
			n.actor = f.enter(n)
		}
		f.join(k, n.actor)
	}
	f.order()
	for k := range f.cast {
		f.cast[k].christen()
	}
}

// enter opens an actor for a naming.
func (f *finder) enter(n *naming) int {
	f.cast = append(f.cast, actor{kind: n.kind, country: n.country, whole: n.whole, affiliation: -1})
	return len(f.cast) - 1
}

// join adds naming k to an actor.
func (f *finder) join(k, a int) {
	n, c := &f.namings[k], &f.cast[a]
	n.actor = a
	c.namings = append(c.namings, k)
	for i := range c.forms {
		if c.forms[i].text == n.text {
			c.forms[i].count++
			return
		}
	}
	c.forms = append(c.forms, form{text: n.text, count: 1})
}

// order puts the actors in the order of their first mention.
func (f *finder) order() {
	number := make([]int, len(f.cast))
	for i := range number {
		number[i] = -1
	}
	var cast []actor
	for k := range f.namings {
		n := &f.namings[k]
		if number[n.actor] < 0 {
			number[n.actor] = len(cast)
			cast = append(cast, f.cast[n.actor])
		}
		n.actor = number[n.actor]
	}
	f.cast = cast
}

// countries makes one actor of every country, its capital included, one of its government and one of its forces, however they are called.
func (f *finder) countries() {
	one := map[[2]string]int{}
	for k := range f.namings {
		n := &f.namings[k]
		if n.kind != "country" && n.whole == "" {
			continue
		}
		key := [2]string{n.country, n.whole}
		a, ok := one[key]
		if !ok {
			a = f.enter(n)
			one[key] = a
		}
		n.actor = a
	}
}

// groups makes actors of bodies: equal names, known aliases, acronyms, and short forms of longer names.
func (f *finder) groups() {
	x := f.bodyNames()
	byName := map[string]int{}
	for _, full := range []bool{true, false} {
		for k := range f.namings {
			n := &f.namings[k]
			if n.actor >= 0 || n.label == text.Person {
				continue
			}
			key := bodyKey(n)
			if a, ok := byName[key]; ok {
				n.actor = a
				continue
			}
			longer := x.longer(f, n)
			if full && longer >= 0 {
				continue
			}
			n.actor = -1
			if longer >= 0 {
				n.actor = f.namings[longer].actor
			}
			if n.actor < 0 {
				n.actor = f.enter(n)
			}
			byName[key] = n.actor
		}
	}
}

// bodyKey is what equal bodies share: the usual name of a known one, else the name folded.
func bodyKey(n *naming) string {
	if n.known != nil {
		return text.Fold(n.known.name)
	}
	s := text.Fold(n.text)
	return strings.TrimPrefix(s, "the ")
}

// bodyNames are the different names of bodies in the article, each by its first naming, found by what they can be shortened to.
type bodyNames struct {
	all    []int
	byWord map[string][]int // first and last folded word
}

func (f *finder) bodyNames() *bodyNames {
	x := &bodyNames{byWord: map[string][]int{}}
	seen := map[string]bool{}
	for k := range f.namings {
		n := &f.namings[k]
		if n.label == text.Person || n.kind == "country" || seen[n.text] {
			continue
		}
		seen[n.text] = true
		x.all = append(x.all, k)
		words := strings.Fields(text.Fold(n.text))
		if len(words) > 1 {
			x.byWord[words[0]] = append(x.byWord[words[0]], k)
			x.byWord[words[len(words)-1]] = append(x.byWord[words[len(words)-1]], k)
		}
	}
	return x
}

// longer finds the naming that n is a short form of, -1 for none. A name that only adds a word for its kind goes before others, else the
// first one of the article.
func (x *bodyNames) longer(f *finder, n *naming) int {
	words := strings.Fields(text.Fold(n.text))
	if n.known != nil || len(words) == 0 {
		return -1
	}
	among := append(slices.Clone(x.byWord[words[0]]), x.byWord[words[len(words)-1]]...)
	if n.end == n.first+1 && f.doc.Tokens[n.first].Is(text.Upper) {
		among = x.all
	}
	for _, j := range among {
		if f.shortens(n, &f.namings[j]) && f.sameKind(n, &f.namings[j]) {
			return j
		}
	}
	return -1
}

func (f *finder) sameKind(n, o *naming) bool {
	return n.kind == "" || o.kind == "" || n.kind == o.kind
}

// shortens says whether n is a short form of the longer o: its acronym, its first words, or its last ones.
func (f *finder) shortens(n, o *naming) bool {
	if len(o.text) <= len(n.text) || o.kind == "country" || o.known != nil && n.known != nil {
		return false
	}
	if n.end == n.first+1 && f.doc.Tokens[n.first].Is(text.Upper) {
		return isAcronym(n.text, o.text) || o.known != nil && isAcronym(n.text, o.known.name)
	}
	if n.kind == "law_enforcement" && n.country != "" && f.countryIn(o) == n.country && strings.Contains(o.text, "National Police") {
		return true // "Cambodian police", where the Cambodian National Police is named
	}
	short, long := text.Fold(n.text), text.Fold(o.text)
	if n.kind == "facility" && n.kind == o.kind && n.country == o.country && strings.HasPrefix(long, short+" ") {
		return true // "German consulate general"
	}
	if n.kind != "" || o.kind != "" {
		return false
	}
	if rest, ok := strings.CutPrefix(long, short+" "); ok {
		return f.restIsGeneric(rest) && known().words[short] == ""
	}
	return strings.HasSuffix(long, " "+short) && (strings.Contains(short, " ") || n.end == n.first+1 && f.isOwnName(short, o))
}

// isOwnName says whether the last word of a longer name can stand for it: "Saints" for "New Orleans Saints", not a word for any body, not the
// second of two that "and" or "of" ties.
func (f *finder) isOwnName(word string, o *naming) bool {
	t := f.doc.Tag(o.end - 2)
	return known().words[word] == "" && known().countries[word] == "" && (t.IsProper() || t.IsNoun() || t.IsAdjective())
}

// restIsGeneric says whether the words that a short form leaves out are only such as name a kind of body: "Huione Group" is Huione.
func (f *finder) restIsGeneric(rest string) bool {
	first, _, _ := strings.Cut(rest, " ")
	if _, ok := known().suffixes[first]; ok {
		return true
	}
	return known().words[rest] != "" || known().words[first] != "" || rest == "international" || rest == "group" || strings.HasPrefix(rest, "international ") || strings.HasPrefix(rest, "of ")
}

// countryIn is the country that the words of a naming say, "" for none.
func (f *finder) countryIn(n *naming) string {
	if n.country != "" {
		return n.country
	}
	for i := n.first; i < n.end; i++ {
		if a, _ := f.demonymOf(i, n.end); a != "" {
			return a
		}
		if a, ok := known().countries[text.Fold(f.doc.Word(i))]; ok && f.doc.Tokens[i].Is(text.Capital) {
			return a
		}
	}
	for i := n.first; i+1 < n.end; i++ {
		if a, ok := known().countries[text.Fold(f.doc.Slice(i, i+2))]; ok {
			return a
		}
	}
	return ""
}

// christen chooses the fullest form as the name, of a government the one used most, and says what the others are.
func (a *actor) christen() {
	best := 0
	for i, fm := range a.forms {
		b := a.forms[best]
		switch {
		case a.kind == "country" && a.isCountryName(fm.text) && (!a.isCountryName(b.text) || len(fm.text) > len(b.text)),
			a.kind != "country" && a.whole != "" && fm.count > b.count,
			a.kind != "country" && a.whole == "" && fullness(fm.text) > fullness(b.text):
			best = i
		}
	}
	a.name = a.forms[best].text
	for i := range a.forms {
		fm := &a.forms[i]
		switch {
		case i == best:
			fm.kind = "primary"
		case isUpper(fm.text) && len(fm.text) <= 8 && !strings.Contains(fm.text, " "):
			fm.kind = "acronym"
		case a.kind == "person" && !strings.Contains(fm.text, " "):
			fm.kind = "weak"
		case a.kind == "person" && strings.Count(fm.text, " ") == strings.Count(a.name, " "):
			fm.kind = "spelling"
		default:
			fm.kind = "alias"
		}
	}
}

// isCountryName says whether a form is a name of the country, not its capital.
func (a *actor) isCountryName(s string) bool { return known().countries[text.Fold(s)] == a.country }

// fullness orders the forms of a name: more words first, then more letters; capitals throughout count less.
func fullness(s string) int {
	n := 100*strings.Count(s, " ") + len(s)
	if isUpper(s) && len(s) > 6 {
		n -= 50
	}
	return n
}
