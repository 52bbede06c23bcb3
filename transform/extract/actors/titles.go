package actors

import (
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// positions finds the titles of people and the bodies they hold them in.
func (f *finder) positions() {
	for k := range f.namings {
		n := &f.namings[k]
		if f.cast[n.actor].kind != "person" {
			continue
		}
		s := f.sentence(n.first)
		f.titleBefore(n, s)
		f.titleBehind(n, s)
		f.titleAfterBe(n, s)
		f.ofBody(n, s)
	}
}

// titleBefore reads "<body> <title> <person>", "<country> <title> and <title> <person>", "<body>'s <title>, <person>".
func (f *finder) titleBefore(n *naming, s text.Sentence) {
	end, comma := n.first, false
	if end-1 > s.First && f.doc.Lower(end-1) == "," {
		end, comma = end-1, true
	}
	p, ok := f.postEnding(end, s.First)
	if comma && !(ok && f.doc.Tag(n.end) != text.CC && p.title.kind != "honorific" && f.ownerBefore(p.first, s).stated) {
		f.describedBefore(n, end, s, comma)
		return
	}
	if !ok {
		return
	}
	for ok && p.title.kind == "honorific" { // "Prime Minister Dr Mahathir"
		end = p.first
		p, ok = f.postEnding(end, s.First)
	}
	if !ok {
		return
	}
	if aspires(f.doc, p.first) {
		return
	}
	posts := []post{p}
	first := p.first
	if f.doc.Lower(first-1) == "and" {
		if q, ok := f.postEnding(first-1, s.First); ok && q.title.kind == "office" {
			posts, first = []post{q, p}, q.first
		}
	}
	o := f.ownerBefore(first, s)
	for _, p := range posts {
		f.hold(n, p, o)
	}
}

// owner is the body or country that a title belongs to.
type owner struct {
	actor   int    // -1 for none
	country string // of a demonym
	first   int    // where its words begin
	stated  bool
}

// ownerBefore reads the body, country or person before a title.
func (f *finder) ownerBefore(first int, s text.Sentence) owner {
	o := owner{actor: -1, first: first}
	k := first - 1
	if k >= s.First && f.doc.Lower(k) == "'s" {
		k--
	}
	if k < s.First {
		return o
	}
	if n := f.naming(k); n != nil && n.end == k+1 && f.doc.Lower(k) != "," {
		return owner{n.actor, f.cast[n.actor].country, n.first, true}
	}
	for j := max(s.First, k-1); j <= k; j++ {
		if a, end := f.demonymOf(j, k+1); a != "" && end == k+1 {
			return owner{-1, a, j, true}
		}
	}
	if t := f.doc.Tag(k); t == text.DT {
		o.stated = true
	}
	return o
}

// describedBefore reads "A spokesperson for <body>, <person>," and "The Prime Minister of <country>, <person>,".
func (f *finder) describedBefore(n *naming, end int, s text.Sentence, comma bool) {
	if !comma || n.first-2 < s.First {
		return
	}
	b := f.naming(end - 1)
	if b == nil || b.end != end || f.doc.Tag(n.end) == text.CC {
		return
	}
	k := b.first - 1
	for k > s.First && (f.doc.Tag(k) == text.DT || f.doc.Tag(k).IsAdjective()) {
		k--
	}
	if w := f.doc.Lower(k); k <= s.First || w != "of" && w != "for" && w != "at" && w != "with" {
		return
	}
	if p, ok := f.postEnding(k, s.First); ok && p.title.kind == "office" {
		f.hold(n, p, owner{b.actor, f.cast[b.actor].country, p.first, true})
	}
}

// titleBehind reads "<person>, <title> of <body> and <title> of <body>", also behind an age.
func (f *finder) titleBehind(n *naming, s text.Sentence) {
	i := n.end
	if f.doc.Lower(i) != "," {
		return
	}
	i++
	if f.doc.Tag(i) == text.CD && f.doc.Lower(i+1) == "," {
		i += 2
	}
	if f.doc.Lower(i) == "who" && f.doc.Tag(i+1).IsVerb() {
		i += 2
	}
	for range 3 {
		p, ok := f.postAt(i, s.End)
		if !ok {
			return
		}
		o, end := f.ownerBehind(p, s)
		if !o.stated {
			o = f.demonymBetween(i, p)
		}
		if f.doc.Lower(p.end) == "'s" || f.doc.Lower(end) != "," && !o.stated && f.doc.Tag(end).IsProper() {
			return // "Smith, the minister's aide", or the title of the next person: "Smith, Senator Jones and …"
		}
		f.hold(n, p, o)
		if f.doc.Lower(end) != "and" {
			return
		}
		i = end + 1
	}
}

// demonymBetween reads the country in ", the Cambodian leader".
func (f *finder) demonymBetween(i int, p post) owner {
	for k := i; k < p.first; k++ {
		if a, _ := f.demonymOf(k, p.first); a != "" {
			return owner{-1, a, k, true}
		}
	}
	return owner{actor: -1}
}

// ownerBehind reads "of the <body>" behind a title; end is where the words of title and owner end.
func (f *finder) ownerBehind(p post, s text.Sentence) (o owner, end int) {
	o, end = owner{actor: -1}, p.end
	switch f.doc.Lower(end) {
	case "of", "for", "at", "with", "in", "from":
	default:
		return o, end
	}
	for k := end + 1; k < min(s.End, end+7); k++ {
		if n := f.naming(k); n != nil {
			if f.cast[n.actor].kind == "person" && f.doc.Lower(end) != "for" && f.doc.Lower(end) != "of" {
				return o, end
			}
			if f.doc.Lower(n.end) == "'s" && f.naming(n.end+1) != nil {
				n = f.naming(n.end + 1)
			}
			return owner{n.actor, f.cast[n.actor].country, n.first, true}, n.end
		}
		t := f.doc.Tag(k)
		if t != text.DT && !t.IsAdjective() && t != text.NN && t != text.POS && t != text.NNS || t.IsPunct() {
			break
		}
	}
	return o, end
}

// titleAfterBe reads "<person> is the head of <body>".
func (f *finder) titleAfterBe(n *naming, s text.Sentence) {
	switch f.doc.Lower(n.end) {
	case "is", "was", "became", "remains", "remained":
	default:
		return
	}
	if t := f.doc.Tag(n.end + 1); t != text.DT {
		return
	}
	p, ok := f.postAt(n.end+1, s.End)
	if !ok || p.title.kind != "office" {
		return
	}
	o, _ := f.ownerBehind(p, s)
	if !o.stated {
		o = f.demonymBetween(n.end+1, p)
	}
	f.hold(n, p, o)
}

// ofBody reads "<person> of <body>", "<person> from the <body>" and "<body>'s <person>" as membership.
func (f *finder) ofBody(n *naming, s text.Sentence) {
	member := func(b *naming) {
		switch k := f.cast[b.actor].kind; {
		case k == "person" || k == "country" || k == "facility" || k == "population_group":
		case f.doc.Tokens[b.first].Sentence != f.doc.Tokens[n.first].Sentence:
		default:
			f.cast[n.actor].affiliate(b.actor)
		}
	}
	switch f.doc.Lower(n.end) {
	case "of", "from", "with":
		k := n.end + 1
		for k < min(s.End, n.end+6) && f.at[k] == 0 && (f.doc.Tag(k) == text.DT || f.doc.Tag(k).IsAdjective() || f.doc.Tag(k) == text.Hyphen || f.doc.Tag(k) == text.NN || f.doc.Tag(k) == text.VBG) {
			k++
		}
		if b := f.naming(k); b != nil {
			member(b)
		}
	}
	if n.first-2 >= s.First && f.doc.Lower(n.first-1) == "'s" {
		if b := f.naming(n.first - 2); b != nil && b.end == n.first-1 {
			member(b)
		}
	}
}

// affiliate notes the body that a person belongs to; the first stays.
func (a *actor) affiliate(body int) {
	if a.affiliation < 0 {
		a.affiliation = body
	}
	a.public = true
}

// hold gives a person a position.
func (f *finder) hold(n *naming, p post, o owner) {
	a := &f.cast[n.actor]
	if isPrivate(p.key) {
		a.sensitive = true
		return
	}
	a.public = true
	words := f.words(p.first, p.end)
	if p.title.kind != "rank" {
		a.titles = append(a.titles, words)
	}
	if a.sector == "" {
		a.sector = p.title.sector
	}
	f.sexOf(a, p.key)
	if a.country == "" {
		a.country = o.country
	}
	body := o.actor
	if body < 0 && o.country != "" && p.title.kind != "rank" {
		body = f.countryActor(o.country)
	}
	if body >= 0 && f.cast[body].kind != "person" && !isFormer(words) {
		a.affiliate(body)
	}
}

// countryActor is the actor of a country, -1 when the article does not name it as one.
func (f *finder) countryActor(alpha string) int {
	for k := range f.cast {
		if f.cast[k].kind == "country" && f.cast[k].country == alpha {
			return k
		}
	}
	return -1
}

// isPrivate says whether a description makes its bearer somebody to protect.
func isPrivate(key string) bool {
	switch key {
	case "survivor", "victim", "witness", "eyewitness", "resident", "local resident", "mother", "father", "student", "refugee", "migrant worker", "domestic worker", "tourist", "neighbor", "neighbour":
		return true
	}
	return false
}

func (f *finder) sexOf(a *actor, key string) {
	if a.sex != 0 {
		return
	}
	switch {
	case strings.HasSuffix(key, "woman"), key == "queen", key == "princess", key == "actress", key == "first lady", key == "heiress", key == "nun":
		a.sex = 'f'
	case strings.HasSuffix(key, "sman"), strings.HasSuffix(key, "rman"), key == "king", key == "prince", key == "monk", key == "businessman", key == "congressman":
		a.sex = 'm'
	}
}

// isFormer says whether a title says that it is held no more.
func isFormer(words string) bool {
	for w := range strings.FieldsFuncSeq(titleKey(words), func(r rune) bool { return r == ' ' || r == '-' }) {
		switch w {
		case "former", "ex", "late", "then", "ousted", "deposed", "onetime", "erstwhile", "retired":
			return true
		}
	}
	return false
}
