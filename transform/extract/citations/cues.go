package citations

import (
	"strings"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// verb is an entry of cue_verbs.tsv.
type verb struct {
	lemma    string
	particle string // second word, "" for none: "for" of "call for"
	class    string // vocabulary cue_class
	takes    map[string]bool
}

// verbs lists the entries of every form, those with a particle first.
var verbs = readVerbs()

func readVerbs() map[string][]*verb {
	all := map[string][]*verb{}
	l := lexicon.Read("cue_verbs.tsv")
	for _, row := range l.Rows {
		lemma, particle, _ := strings.Cut(row[0], " ")
		v := &verb{lemma: lemma, particle: particle, class: row[2], takes: map[string]bool{}}
		for t := range strings.FieldsSeq(row[3]) {
			v.takes[t] = true
		}
		for _, form := range append(strings.Fields(row[1]), lemma) {
			if particle != "" {
				all[form] = append([]*verb{v}, all[form]...)
			} else {
				all[form] = append(all[form], v)
			}
		}
	}
	return all
}

// nouns and their classes.
var cueNouns = lexicon.Read("cue_nouns.tsv").Map("class")

// cue is a reporting verb in a passage.
type cue struct {
	*verb
	span                    // auxiliaries, adverbs, verb and particle
	main                int // token of the verb
	form                text.Tag
	passive             bool
	negated             bool
	modal               string // "" for none
	speaker             source
	infinitive, reduced bool // "to" stands before it; a participle without auxiliary, which may be a past tense
	found               bool // whether there is a speaker
	relative            bool // the subject is a relative pronoun
	hangs               bool // an -ing form that hangs on a clause
	inverted            bool // the speaker stands behind the verb
	shares              bool // the speaker is the subject of a verb before it
	governor            int  // token of the verb that an infinitive or participle hangs on, -1 for none
}

// cuesOf finds the reporting verbs of a passage that stand outside of quotation marks.
func cuesOf(p *passage) []*cue {
	var all []*cue
	q := 0
	for i := p.first; i < p.end; i++ {
		for q < len(p.quotes) && p.quotes[q].close < i {
			q++
		}
		if q < len(p.quotes) && p.quotes[q].open <= i {
			i = p.quotes[q].close
			continue
		}
		if c := cueAt(p, i); c != nil {
			all = append(all, c)
		}
	}
	return all
}

// cueAt reads the verb group whose main verb is token i; nil when it is no reporting verb.
func cueAt(p *passage, i int) *cue {
	v := entryAt(p, i)
	if v == nil || !isVerb(p, i) || p.tag(i) == text.VBG && modifiesNoun(p, i) {
		return nil
	}
	c := &cue{verb: v, span: span{i, i + 1}, main: i, form: p.tag(i), governor: -1}
	if !c.form.IsVerb() { // the tagger took it for a noun
		if c.form = text.VBZ; p.lower(i) == "said" {
			c.form = text.VBD
		}
	}
	if v.particle != "" {
		c.end++
	}
	c.readLeft(p)
	if p.lower(i+1) == "not" {
		c.negated = true
	}
	return c
}

func entryAt(p *passage, i int) *verb {
	for _, v := range verbs[p.lower(i)] {
		if v.particle == "" || v.particle == p.lower(i+1) {
			return v
		}
	}
	return nil
}

// isVerb says whether token i is used as a verb. The tagger takes some present forms for nouns: "the ministry figures that".
func isVerb(p *passage, i int) bool {
	t := p.tag(i)
	if t.IsVerb() || p.lower(i) == "said" && p.tag(i-1) != text.DT {
		return true
	}
	next := p.lower(i + 1)
	if t == text.NNS && p.tag(i-1).IsProper() && (next == "." || next == "," || next == "from" || next == "") && i > p.first+1 {
		return true // behind what was said: "…, the Daily Herald reports."
	}
	return t == text.NNS && (next == "that" || next == ":" && i+2 >= p.end) && p.tag(i-1).IsNoun() && p.tag(i-1) != text.NNS
}

// modifiesNoun says whether the participle at token i stands inside a noun phrase: "the ranking member".
func modifiesNoun(p *passage, i int) bool {
	t := p.tag(i - 1)
	return t == text.POS || t == text.DT || t == text.PRPS || t.IsAdjective()
}

// readLeft takes the auxiliaries and adverbs before the verb into the group.
func (c *cue) readLeft(p *passage) {
	be, have := false, false
	i := c.main - 1
group:
	for ; i >= p.first; i-- {
		w, t := p.lower(i), p.tag(i)
		switch {
		case w == "'s" && t == text.POS:
			break group
		case beForms[w]:
			be = true
		case haveForms[w] && c.form != text.VB:
			have = true
		case doForms[w]:
		case w == "not" || w == "n't" || w == "never":
			c.negated = true
		case t == text.MD:
			c.modal = w
		case t == text.TO && i == c.first-1 && c.form == text.VB:
			c.infinitive, c.governor = true, governorOf(p, i)
		case t.IsAdverb() && !clauseAdverbs[w]:
		default:
			break group
		}
		if !t.IsAdverb() || w == "not" || w == "n't" {
			c.first = i
		}
		if c.infinitive {
			break
		}
	}
	c.passive = be && (c.form == text.VBN || c.form == text.VBD) && !have || be && have && c.form == text.VBN && beForms[p.lower(c.main-1)]
	if c.passive && c.form == text.VBD {
		c.form = text.VBN
	}
	if !be && !have && c.form == text.VBN {
		c.reduced = true
		c.form = text.VBD // read as past: a reduced relative clause finds no subject of its own and fails later
	}
}

// governorOf returns the verb before "to" at token i, -1 for none.
func governorOf(p *passage, i int) int {
	for k := i - 1; k >= p.first && k > i-3; k-- {
		if p.tag(k).IsVerb() {
			return k
		}
	}
	return -1
}

var (
	beForms       = set("be is are was were been being am 's 're 'm")
	haveForms     = set("have has had having 've 's 'd")
	doForms       = set("do does did")
	clauseAdverbs = set("however meanwhile therefore instead so yet")
)

// set makes a set of words for the short closed classes of the language.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
