package actors

import (
	"strings"
	"sync"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// dutyClass is what a noun says of the one whom it describes.
type dutyClass struct {
	relation string // position, family, …; none for what is no tie
	inverse  bool   // the other one has the tie
	sector   string // of a position, the kind of body that it speaks for
	holder   bool   // a position of the state, unless another body is named
	rank     bool   // a position only where a body is named
	plural   bool
}

// ofState says whether a demonym or country before the position is its body: "Thai senator", not "Thai singer".
func (c dutyClass) ofState() bool {
	switch c.sector {
	case "government", "legislature", "military", "law_enforcement", "judiciary":
		return true
	}
	return c.holder
}

// relationWords are the nouns for positions and ties.
type relationWords struct {
	nouns    *rule.Lexicon // phrase to its number in classes
	classes  map[string]dutyClass
	address  map[string]bool // words of ranks and honorifics, which may stand between a position and a name
	modifier map[string]bool
	demonyms map[string]string
	verbs    map[string]verbClass
	bodies   map[string]bool // nouns for bodies
	cues     map[string]bool // lemmas of verbs that report
}

var relationLists = sync.OnceValue(func() *relationWords {
	w := &relationWords{classes: map[string]dutyClass{}, address: map[string]bool{}, modifier: map[string]bool{}}
	w.readSpeakers()
	w.readTitles()
	for _, r := range lexicon.Read("family_words.tsv").Rows {
		w.put(r[0], dutyClass{relation: "family"})
	}
	for _, r := range lexicon.Read("relation_nouns.tsv").Rows {
		w.put(r[0], dutyClass{relation: r[1], inverse: r[2] == "inverse"})
	}
	keys := make(map[string]string, len(w.classes))
	for k := range w.classes {
		keys[k] = k
	}
	w.nouns = rule.NewLexicon(keys)
	w.demonyms = lexicon.Read("demonyms.tsv").Map("alpha3")
	for _, r := range lexicon.Read("countries.tsv").Rows {
		if r[3] == "abbreviation" {
			w.demonyms[r[0]] = r[1]
		}
	}
	w.verbs = readRelationVerbs()
	w.bodies = lexicon.Read("body_words.tsv").Set()
	w.cues = lexicon.Read("cue_verbs.tsv").Set()
	return w
})

func (w *relationWords) readSpeakers() {
	for _, r := range lexicon.Read("speaker_nouns.tsv").Rows {
		if r[1] == "role" {
			w.put(r[0], dutyClass{relation: "position"})
		}
	}
}

func (w *relationWords) readTitles() {
	for _, r := range lexicon.Read("titles.tsv").Rows {
		switch r[1] {
		case "office", "rank":
			w.put(r[0], dutyClass{relation: "position", sector: r[2], holder: r[3] == "country", rank: r[1] == "rank" && r[3] == ""})
		case "modifier":
			w.modifier[r[0]] = true
		}
		if r[1] == "rank" || r[1] == "honorific" {
			for word := range strings.FieldsSeq(r[0]) {
				w.address[word] = len(word) > 1 && word != "of" && word != "the" && word != "in"
			}
		}
	}
	delete(w.address, "chief")
}

// put lists a noun and its plural.
func (w *relationWords) put(noun string, c dutyClass) {
	c.plural = noun == "children" || noun == "parents" || noun == "siblings"
	w.classes[noun] = c
	many := plural(noun)
	if _, has := w.classes[many]; !has || many != noun+"s" || w.classes[many].plural {
		c.plural = true
		w.classes[many] = c
	}
}

// plural is the plural of a noun phrase: of the word before "of", "-in-" or "general", else of the last.
func plural(noun string) string {
	for _, tail := range []string{" of ", "-in-", " general", "-general"} {
		if head, rest, ok := strings.Cut(noun, tail); ok {
			return plural(head) + tail + rest
		}
	}
	switch {
	case strings.HasSuffix(noun, "man") && !strings.HasSuffix(noun, "human"):
		return noun[:len(noun)-2] + "en"
	case strings.HasSuffix(noun, "wife"):
		return noun[:len(noun)-2] + "ves"
	case strings.HasSuffix(noun, "child"):
		return noun + "ren"
	case strings.HasSuffix(noun, "y") && len(noun) > 2 && !strings.ContainsRune("aeiou", rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "ch"):
		return noun + "es"
	}
	return noun + "s"
}

// noun reads the longest noun for a position or tie that begins at token i; its last word must be one by its tag.
func (b *binder) noun(i, limit int) (c dutyClass, end int, ok bool) {
	w := relationLists()
	end, key, ok := w.nouns.At(b.doc, i, limit)
	if !ok {
		return c, i, false
	}
	c = w.classes[key]
	t := b.doc.Tag(end - 1)
	return c, end, t.IsNoun() || t.IsAdjective() && end-i > 1 || t == text.JJ && key == "chief"
}

// addresses says whether token i is a rank or honorific: "Gen.", "Mr".
func (b *binder) addresses(i int) bool {
	return b.doc.Tokens[i].Is(text.Capital) && relationLists().address[strings.ReplaceAll(b.doc.Lower(i), ".", "")]
}

// demonymBefore reads the demonym that ends before token end: its country and where it begins.
func (b *binder) demonymBefore(end, from int) (alpha string, first int) {
	for first = max(from, end-2); first < end; first++ {
		if a := relationLists().demonyms[b.doc.Slice(first, end)]; a != "" {
			return a, first
		}
	}
	return "", end
}
