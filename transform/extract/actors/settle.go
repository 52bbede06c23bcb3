package actors

import (
	"slices"

	"github.com/newsledger/newsledger/transform/text"
)

// settle fills what follows from positions and ties: a person's country and sector from the body, the sex from the first name, and who
// is only known as a victim or witness.
func (f *finder) settle() {
	for k := range f.cast {
		a := &f.cast[k]
		if a.kind != "person" {
			continue
		}
		if b := a.affiliation; b >= 0 {
			if a.country == "" {
				a.country = f.cast[b].country
			}
			if s := f.cast[b].kind; a.sector == "" || a.sector == "organization" {
				if s == "country" {
					s = "government"
				}
				a.sector = s
			}
		}
		if a.country == "" {
			a.country = f.nationality(a)
		}
		if a.country == "" && len(a.titles) > 0 && ofState(a.sector) {
			a.country = f.home
		}
		if a.sex == 0 {
			a.sex = f.sexByName(a)
		}
		f.private(a)
	}
}

// nationality reads "a Thai survivor" behind a name and "Thai national <person>" before it.
func (f *finder) nationality(a *actor) string {
	for _, j := range a.namings {
		n := &f.namings[j]
		if c := f.countryBehindPerson(n); c != "" {
			return c
		}
		if c := f.countryBefore(n.first); c != "" && f.doc.Lower(n.first-1) != "'s" {
			return c
		}
	}
	return ""
}

// countryBehindPerson reads the demonym in an apposition: "Anna, a Polish nurse,".
func (f *finder) countryBehindPerson(n *naming) string {
	s := f.sentence(n.first)
	if f.doc.Lower(n.end) != "," || n.end+2 >= s.End || f.doc.Tag(n.end+1) != text.DT {
		return ""
	}
	for k := n.end + 2; k < min(s.End, n.end+9); k++ {
		if a := known().demonyms[f.doc.Word(k)]; a != "" {
			return a
		}
		if t := f.doc.Tag(k); !t.IsAdjective() && !t.IsNoun() && t != text.CD && t != text.Hyphen && t != text.VBN {
			return ""
		}
	}
	return ""
}

func (f *finder) sexByName(a *actor) byte {
	first := f.namings[a.namings[0]].first
	for _, j := range a.namings {
		if n := &f.namings[j]; n.end-n.first > 1 {
			first = n.first
			break
		}
	}
	if s := known().sexes[f.doc.Word(first)]; s == 'f' || s == 'm' {
		return s
	}
	return 0
}

// private marks persons who are described as victims, survivors, witnesses or children and hold no office.
func (f *finder) private(a *actor) {
	for _, j := range a.namings {
		n := &f.namings[j]
		s := f.sentence(n.first)
		end := min(s.End, n.end+9)
		if f.doc.Lower(n.end) == "," {
			for k := n.end + 1; k < end && f.at[k] == 0; k++ {
				if isPrivate(f.doc.Lower(k)) || f.doc.Lower(k) == "child" {
					a.sensitive = true
				}
				if f.doc.Lower(k) == "," {
					break
				}
			}
		}
		if n.first > s.First && isPrivate(f.doc.Lower(n.first-1)) {
			a.sensitive = true
		}
	}
	a.sensitive = a.sensitive && !a.public
}

// title is the position that is stated most often, of equal ones the first; "" for none.
func (a *actor) title() string {
	best, count := "", 0
	for i, t := range a.titles {
		n := 0
		for _, o := range a.titles[i:] {
			if o == t {
				n++
			}
		}
		if n > count && !slices.Contains(a.titles[:i], t) {
			best, count = t, n
		}
	}
	return best
}
