package actors

import (
	"sort"
	"strings"

	"github.com/newsledger/newsledger/transform/text"
)

// reachBack is how many sentences a role or pronoun may stand behind the name it means. Further back, readers are reminded by name.
const reachBack = 6

// roles finds "the minister", "the Cambodian leader" and "the company" and whom they mean: the last person before them who holds such a
// title in this article, the last body of that kind. Where nobody does, there is no mention.
func (f *finder) roles() {
	holders := f.holders()
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.End; i++ {
			if f.doc.Lower(i) != "the" || f.at[i] != 0 {
				continue
			}
			if r, ok := f.roleAt(i, s, holders); ok {
				f.others = append(f.others, r)
				i = r.end - 1
			}
		}
	}
}

// holders lists by the last word of each title who holds it, in the order of the cast.
func (f *finder) holders() map[string][]int {
	m := map[string][]int{}
	for k := range f.cast {
		seen := map[string]bool{}
		for _, t := range f.cast[k].titles {
			words := strings.Fields(titleKey(t))
			if len(words) == 0 {
				continue
			}
			if h := words[len(words)-1]; !seen[h] {
				seen[h] = true
				m[h] = append(m[h], k)
			}
		}
	}
	return m
}

func (f *finder) roleAt(i int, s text.Sentence, holders map[string][]int) (reference, bool) {
	r := reference{first: i, kind: "role", rule: "the <title>"}
	p, ok := f.postAt(i, s.End)
	if ok && p.title.kind == "office" && f.closes(p.end) {
		country := ""
		if o := f.demonymBetween(i+1, p); o.stated {
			country = o.country
		}
		r.end, r.actor = p.end, f.holder(p, i, country, holders)
		return r, r.actor >= 0
	}
	for k := i + 1; k < min(s.End, i+4); k++ {
		if kind := bodyNouns[f.doc.Lower(k)]; kind != "" && f.closes(k+1) {
			r.end, r.rule = k+1, "the <word for a body>"
			r.actor = f.lastBody(f.doc.Lower(k), kind, i)
			return r, r.actor >= 0
		}
		if t := f.doc.Tag(k); !t.IsAdjective() && t != text.NN || f.at[k] != 0 || f.doc.Tokens[k].Is(text.Capital) {
			break
		}
	}
	return r, false
}

// closes says whether a noun phrase can end before token i: no further noun, and no "of" that would say of what.
func (f *finder) closes(i int) bool {
	t := f.doc.Tag(i)
	w := f.doc.Lower(i)
	return !t.IsNoun() && t != text.Hyphen && w != "of" && w != "for" && t != text.CD && !(w == "'s" && f.naming(i+1) != nil)
}

// holder finds the last person named before token i whose title ends in the words of p.
func (f *finder) holder(p post, i int, country string, holders map[string][]int) int {
	if p.key == "pm" || p.key == "premier" {
		p.key = "prime minister"
	}
	words := strings.Fields(p.key)
	best, last := -1, -1
	for _, k := range holders[words[len(words)-1]] {
		a := &f.cast[k]
		if country != "" && a.country != "" && a.country != country || !a.holds(p.key) {
			continue
		}
		if at := f.lastBefore(a, i); at > last && f.near(at, i) {
			best, last = k, at
		}
	}
	return best
}

// holds says whether a title of a ends in the words of key: the "foreign minister" is the minister, not the other way round.
func (a *actor) holds(key string) bool {
	for _, t := range a.titles {
		if t = titleKey(t); t == key || strings.HasSuffix(t, " "+key) || strings.HasSuffix(t, "-"+key) {
			return true
		}
	}
	return false
}

// lastBefore is the first token of the last naming of a before token i, -1 for none.
func (f *finder) lastBefore(a *actor, i int) int {
	k := sort.Search(len(a.namings), func(k int) bool { return f.namings[a.namings[k]].first >= i })
	if k == 0 {
		return -1
	}
	return f.namings[a.namings[k-1]].first
}

func (f *finder) near(at, i int) bool {
	return at >= 0 && f.doc.Tokens[i].Sentence-f.doc.Tokens[at].Sentence <= reachBack
}

// bodyNouns are words that stand for a body named before, with the type it has.
var bodyNouns = map[string]string{
	"company": "company", "firm": "company", "conglomerate": "company", "carrier": "company", "airline": "company", "bank": "company", "retailer": "company", "newspaper": "media", "broadcaster": "media",
	"magazine": "media", "party": "political_party", "regulator": "regulator", "watchdog": "regulator", "ministry": "government", "charity": "ngo", "nonprofit": "ngo", "bloc": "igo",
	"commission": "*", "agency": "*", "organisation": "*", "organization": "*", "court": "judiciary", "university": "organization", "institute": "organization", "embassy": "government", "bureau": "*",
	"committee": "*", "department": "*", "council": "*", "foundation": "*", "militia": "armed_group", "cartel": "criminal_group", "gang": "criminal_group", "syndicate": "criminal_group",
}

// lastBody finds the last body named before token i that the noun can mean: one whose name has the noun, else one of its type.
func (f *finder) lastBody(noun, kind string, i int) int {
	for j, least := f.before(i), f.before(i)-maxPoints; j >= max(0, least); j-- {
		n := &f.namings[j]
		if f.doc.Tokens[i].Sentence-f.doc.Tokens[n.first].Sentence > 3 {
			return -1
		}
		a := &f.cast[n.actor]
		if a.kind == "person" || a.kind == "country" {
			continue
		}
		if a.kind == kind || strings.Contains(strings.ToLower(a.name), noun) {
			return n.actor
		}
		if kind == "*" && (a.kind == "igo" || a.kind == "ngo") && strings.HasPrefix(noun, "organi") {
			return n.actor
		}
	}
	return -1
}

// before is the number of the last naming that begins before token i, -1 for none.
func (f *finder) before(i int) int {
	return sort.Search(len(f.namings), func(k int) bool { return f.namings[k].first >= i }) - 1
}
