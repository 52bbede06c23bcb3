package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// sense is one meaning of a word or phrase that names an event.
type sense struct {
	name      string // as listed, the rule of what it finds: "charge/v/charge"
	words     []string
	head      int  // index in words of the one that is inflected
	pos       byte // 'v' verb, 'n' noun, 'a' predicate
	eventType string
	group     string
	needs     []need
	root      string // PLOVER root of this sense, "" for that of its type
	mode      string
}

// need is a condition on the words around a trigger.
type need struct {
	forbid bool
	slot   string
	words  []string // classes or lemmas, one of which must be there; nil for a plain flag
}

// senses are the triggers by part of speech and inflected word.
var senses = readSenses(lexicon.Read("event_triggers.tsv"))

type senseKey struct {
	pos  byte
	word string
}

func readSenses(l lexicon.List) map[senseKey][]*sense {
	m := map[senseKey][]*sense{}
	for _, row := range l.Rows {
		s, err := readSense(row)
		if err != nil {
			panic(fmt.Sprintf("%s: %q: %v", l.Name, row[0], err))
		}
		k := senseKey{s.pos, s.words[s.head]}
		m[k] = append(m[k], s)
	}
	return m
}

func readSense(row []string) (*sense, error) {
	parts := strings.Split(row[0], "/")
	if len(parts) < 3 || len(parts[1]) != 1 {
		return nil, fmt.Errorf("want lemma/part of speech/type")
	}
	s := &sense{name: row[0], words: tokensOf(parts[0]), pos: parts[1][0], eventType: parts[2], group: schema.EventGroup(parts[2])}
	if s.group == "" {
		return nil, fmt.Errorf("unknown event type")
	}
	s.head = inflected(s.words, s.pos)
	s.root, s.mode, _ = strings.Cut(row[2], "/")
	for field := range strings.FieldsSeq(row[1]) {
		n := need{forbid: strings.HasPrefix(field, "!")}
		var words string
		var list bool
		n.slot, words, list = strings.Cut(strings.TrimPrefix(field, "!"), "=")
		if list {
			n.words = strings.Split(words, ",")
		}
		s.needs = append(s.needs, n)
	}
	return s, nil
}

// tokensOf cuts a phrase as text.Split would cut it.
func tokensOf(phrase string) []string {
	d := text.Split(phrase)
	words := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		words[i] = d.Tokens[i].Lower
	}
	return words
}

// inflected says which word of a phrase takes the endings: of a verb the first ("cracked down"), behind hyphens the last of them
// ("re-elected"); of a noun the one before a preposition ("exchanges of fire"), else the last.
func inflected(words []string, pos byte) int {
	if pos == 'v' {
		k := 0
		for k+2 < len(words) && words[k+1] == "-" {
			k += 2
		}
		return k
	}
	for k := 1; k < len(words); k++ {
		if slices.Contains([]string{"of", "in", "against", "over", "on"}, words[k]) && words[k-1] != "-" {
			return k - 1
		}
	}
	return len(words) - 1
}

// nounClasses are the classes of common nouns.
var nounClasses = func() map[string][]string {
	m := map[string][]string{}
	for noun, classes := range lexicon.Read("event_classes.tsv").Map("classes") {
		m[noun] = strings.Fields(classes)
	}
	return m
}()

// supportVerbs lend a noun their subject and tense; the value is the part that the subject plays.
var supportVerbs = lexicon.Read("event_support_verbs.tsv").Map("part")

// governors say what becomes of what they govern.
var governors = func() map[string]governor {
	l := lexicon.Read("event_governors.tsv")
	m := make(map[string]governor, len(l.Rows))
	for _, row := range l.Rows {
		m[row[0]] = governor{status: row[1], byObject: row[2] == "object"}
	}
	return m
}()

// governor is what a governing word makes of the act that depends on it.
type governor struct {
	status   string // vocabulary status, or pass
	byObject bool   // the governing verb's object does the act
}
