package citations

import (
	"sort"

	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// source is who speaks in a passage: the words, and what they hang on.
type source struct {
	span      // all of it: "Jacob Sims, a specialist in crime"
	core span // the base phrase it hangs on: "Jacob Sims"; empty for no source
	kind kind
}

// kind is what a source is by its words.
type kind uint8

const (
	noSource kind = iota
	named         // holds a name
	pronoun
	role    // one who holds an office or work
	group   // people known only as a group
	unnamed // one who is kept unnamed
	body
	document
	work // words or pictures
	data
	act
	other // a common noun that is in no list
)

var speakerNouns, documentNouns = lexicon.Read("speaker_nouns.tsv").Map("kind"), lexicon.Read("document_nouns.tsv").Map("kind")

var kinds = map[string]kind{"role": role, "group": group, "unnamed": unnamed, "body": body, "document": document, "work": work, "data": data, "act": act}

// plausible says whether s can report, find or order something by its kind: no "move" or "decision".
func (s source) plausible() bool { return s.kind != other && s.kind != noSource && s.kind != act }

// kindOf reads the kind of a source off its core.
func (p *passage) kindOf(core span) kind {
	if core.len() <= 0 {
		return noSource
	}
	last := core.end - 1
	for p.lower(last) == ")" && last > core.first {
		last = p.bracketLeft(last) - 1
	}
	switch w, t := p.lower(last), p.tag(last); {
	case t == text.PRP:
		return pronoun
	case t.IsProper():
		if k := kinds[documentNouns[w]]; k != noSource {
			return k
		}
		return named
	case loneSpeakers[w]:
		return group
	case p.inName(last):
		return named
	default:
		if k := nounKind(p, core, last); k != noSource {
			return k
		}
	}
	for i := core.first; i < core.end; i++ {
		if p.tag(i).IsProper() && p.tag(i+1) != text.POS {
			return named
		}
	}
	return other
}

// inName says whether token i belongs to a name.
func (p *passage) inName(i int) bool {
	k := sort.Search(len(p.d.Names), func(k int) bool { return p.d.Names[k].End > i })
	return k < len(p.d.Names) && p.d.Names[k].First <= i
}

// nounKind looks the last noun up, with the word before it first ("prime minister").
func nounKind(p *passage, core span, last int) kind {
	noun := model.Lemma(p.lower(last), p.tag(last))
	for _, list := range []map[string]string{speakerNouns, documentNouns} {
		if last > core.first {
			if k := kinds[list[p.lower(last-1)+" "+noun]]; k != noSource {
				return k
			}
		}
		if k := kinds[list[noun]]; k != noSource {
			return k
		}
	}
	return noSource
}
