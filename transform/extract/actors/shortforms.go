package actors

import (
	"slices"

	"github.com/newsledger/newsledger/transform/text"
)

// shortForms takes words that stand alone and are the surname of a person or the own word of a body that the article names in full, where
// the model saw no name: "Northgate" of Northgate Holdings. A word that the article also writes small is left alone.
func (f *finder) shortForms() {
	parts := f.ownWords()
	if len(parts) == 0 {
		return
	}
	small := f.smallWords()
	added := false
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.End && !s.Heading; i++ {
			label, ok := parts[f.doc.Word(i)]
			if !ok || f.at[i] != 0 || f.placeAt[i] != 0 || small[f.doc.Lower(i)] || !f.apart(i, s) {
				continue
			}
			n := naming{first: i, end: i + 1, label: label, rule: "<short form of a name>"}
			n.text = f.words(i, i+1)
			f.namings = append(f.namings, n)
			added = true
		}
	}
	if !added {
		return
	}
	slices.SortFunc(f.namings, func(a, b naming) int { return a.first - b.first })
	for k, n := range f.namings {
		f.mark(n, int32(k+1))
	}
}

// ownWords are the words that full names are shortened to: the last of a person's, the first of a body's whose rest says its kind.
func (f *finder) ownWords() map[string]text.Label {
	parts := map[string]text.Label{}
	for _, n := range f.namings {
		w := ""
		switch size := n.end - n.first; {
		case size < 2 || size > 5 || n.kind != "":
		case n.label == text.Person:
			w = f.doc.Word(n.end - 1)
		case n.label == text.Organization && n.known == nil && size == 2 && f.restIsGeneric(f.doc.Lower(n.end-1)):
			w = f.doc.Word(n.first)
		}
		if len(w) > 3 && known().demonyms[w] == "" && known().countries[text.Fold(w)] == "" && known().words[text.Fold(w)] == "" && known().titles[titleKey(w)].kind == "" && f.capital(w) {
			parts[w] = n.label
		}
	}
	return parts
}

func (f *finder) capital(w string) bool { return w[0] < 'a' || w[0] > 'z' }

func (f *finder) smallWords() map[string]bool {
	small := map[string]bool{}
	for i := range f.doc.Tokens {
		if t := &f.doc.Tokens[i]; t.Is(text.Alpha) && !t.Is(text.Capital) {
			small[t.Lower] = true
		}
	}
	return small
}

// apart says whether no other capitalised word or hyphen touches token i.
func (f *finder) apart(i int, s text.Sentence) bool {
	touches := func(k int) bool {
		if k < s.First || k >= s.End {
			return false
		}
		t := &f.doc.Tokens[k]
		return t.Is(text.Alpha|text.Capital) && k > s.First && f.titleFrom(k, s.End) == k || t.Lower == "-" && t.Is(text.Glued)
	}
	return !touches(i-1) && !touches(i+1)
}
