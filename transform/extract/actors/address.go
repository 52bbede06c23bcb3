package actors

import (
	"cmp"
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// heads are the last words of titles that one person of a state bears, and by which news call him without a first name.
var heads = map[string]bool{"president": true, "prime minister": true, "pm": true, "premier": true, "king": true, "queen": true, "pope": true, "emperor": true}

// noteAddress keeps what stands at a name about its bearer: the sex that "Mr" says, and that he is head of a state or government.
func (f *finder) noteAddress(n *naming) {
	a := &f.cast[n.actor]
	if s := cmp.Or(f.sexAt(n), f.sexOfRelative(n)); s != 0 {
		a.sex = s
	}
	a.head = a.head || f.headAt(n) || heads[f.doc.Lower(n.first)] || f.headBehind(n)
}

// fits says whether the title at a short name can be that of a person named in full: "Mr Obama" is no Michelle, and neither is "President
// Obama", where nothing calls her so.
func (f *finder) fits(n *naming, o *personName) bool {
	a := &f.cast[o.actor]
	sex := a.sex
	if sex == 0 {
		sex = o.sex
	}
	return !otherSex(f.sexAt(n), sex) && (!f.headAt(n) || a.head || len(o.parts) == 1)
}

func otherSex(a, b byte) bool { return a != 0 && b != 0 && a != b }

// sexAt reads the sex off the word before a name: "Mr", "Queen".
func (f *finder) sexAt(n *naming) byte {
	if n.first == f.sentence(n.first).First {
		return 0
	}
	switch titleKey(f.doc.Word(n.first - 1)) {
	case "mr", "mister", "sir", "lord", "king", "prince", "father", "brother", "imam", "khun":
		return 'm'
	case "ms", "mrs", "miss", "dame", "lady", "madam", "queen", "princess", "sister", "daw":
		return 'f'
	}
	return 0
}

// sexOfRelative reads the sex off the word for a relative that a full name explains: "his daughter Mara Lind", "the wife, Mara Lind, and".
func (f *finder) sexOfRelative(n *naming) byte {
	i := n.first - 1
	if f.doc.Lower(i) == "," && !f.doc.Tag(n.end).IsVerb() {
		i--
	}
	if n.end-n.first < 2 || i < f.sentence(n.first).First {
		return 0
	}
	if s := known().family[f.doc.Lower(i)]; s == 'f' || s == 'm' {
		return s
	}
	return 0
}

// sexOfName is the sex that the first of several words of a name says, 0 for none.
func sexOfName(name string) byte {
	first, _, several := strings.Cut(name, " ")
	if s := known().sexes[first]; several && (s == 'f' || s == 'm') {
		return s
	}
	return 0
}

// headAt says whether the title of a head of state or government stands before a name: "President", "Prime Minister", "the president,".
func (f *finder) headAt(n *naming) bool {
	s := f.sentence(n.first)
	i := n.first - 1
	if i > s.First && f.doc.Lower(i) == "," {
		i--
	} else if i >= s.First && !f.doc.Tokens[i].Is(text.Capital) {
		return false // "club president"
	}
	return i >= s.First && (heads[f.doc.Lower(i)] || i > s.First && heads[f.doc.Lower(i-1)+" "+f.doc.Lower(i)])
}

// headBehind says whether the apposition or predicate behind a name is such a title: ", the country's president,".
func (f *finder) headBehind(n *naming) bool {
	switch f.doc.Lower(n.end) {
	case ",", "is", "was", "became":
	default:
		return false
	}
	s := f.sentence(n.first)
	for i := n.end + 1; i < min(s.End, n.end+7); i++ {
		w := f.doc.Lower(i)
		if heads[w] || heads[f.doc.Lower(i-1)+" "+w] {
			return f.naming(i+1) == nil // not "…, wife of President Obama"
		}
		if t := f.doc.Tag(i); t.IsPunct() || t.IsVerb() || w == "of" || w == "to" {
			return false
		}
	}
	return false
}
