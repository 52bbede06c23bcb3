package citations

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/text"
)

// Find appends the citations of the document to rec. It reads rec.ActorMentions, rec.Actors and rec.Dates; the document must be
// tagged. A nil tr keeps no trace.
func Find(d *text.Document, rec *schema.Record, tr *rule.Trace) {
	f := &finder{d: d, rec: rec, tr: tr, quotes: quotations(d), actors: actorsOf(d, rec)}
	f.passages = passages(d, f.quotes)
	for _, date := range rec.Dates {
		first, end := d.TokensOf(date.Span)
		f.dates = append(f.dates, dated{span{first, end}, date.DateEDTF})
	}
	for k, p := range f.passages {
		p.read()
		f.statements(k, p)
		f.quotedAlone(k, p)
		f.announced(k, p)
	}
	f.transcripts()
	f.signatures()
	for _, dr := range f.drafts {
		f.told(dr)
	}
	f.documents()
	f.credits()
	f.links()
	f.build()
	tieRelations(rec)
}

// finder collects what the rules find in one document.
type finder struct {
	d        *text.Document
	rec      *schema.Record
	tr       *rule.Trace
	quotes   []quotation
	passages []*passage
	drafts   []*draft

	actors      *actors
	authors     map[string]string // noun of a document to the actor who made the last one
	lastSpeaker lastSpeaker
	dates       []dated
}

// draft is a citation before it becomes a row.
type draft struct {
	kind    string // "" for what the marks decide: direct, mixed or indirect
	source  source
	cue     span // empty for none
	class   string
	pieces  []span
	hearer  span // whom it was told
	rule    string
	passage int
	verb    *cue // nil for none
	carried bool // the speaker is taken over from an earlier passage
	author  span // of a document; empty for none
	title   span // of a document; empty for none
}

// add keeps a draft whose pieces hold words: one that a border cut down to nothing is none.
func (f *finder) add(dr *draft) {
	dr.pieces = slices.DeleteFunc(dr.pieces, func(s span) bool { return s.end <= s.first })
	if len(dr.pieces) == 0 || dr.pieces[len(dr.pieces)-1].end <= dr.pieces[0].first {
		return
	}
	f.drafts = append(f.drafts, dr)
	f.tr.Won("citations", dr.rule, f.d.SpanOf(dr.pieces[0].first, dr.pieces[len(dr.pieces)-1].end))
}

// read finds cues, their speakers and the borders that they set.
func (p *passage) read() {
	p.cues = cuesOf(p)
	p.phrases = sourcePhrases(p)
	for n, c := range p.cues {
		p.attach(c, n)
	}
	p.markStops()
}

// attach finds the speaker of c, the cue number n of the passage.
func (p *passage) attach(c *cue, n int) {
	switch {
	case c.infinitive:
		if c.governor < 0 || !governors[p.lower(c.governor)] {
			return
		}
		g := &cue{span: span{c.governor, c.governor + 1}, main: c.governor, form: p.tag(c.governor)}
		for g.first > p.first && (p.tag(g.first-1).IsAdverb() || p.tag(g.first-1) == text.MD || beForms[p.lower(g.first-1)] || haveForms[p.lower(g.first-1)]) {
			g.first--
		}
		c.speaker, c.found = p.speakerBefore(g)
	case c.form == text.VBG && c.first == c.main:
		if c.hangs = p.isParticiple(c, n); c.hangs {
			if c.speaker, c.found = p.subjectOf(c.first); p.lower(c.first-1) == "," && (c.takes["quote"] || c.takes["that"]) {
				p.takeOver(c, n)
			}
		}
	case c.form == text.VB && c.modal == "" && c.first == c.main: // "analysts say" may be tagged so
		if c.speaker, c.found = p.speakerBefore(c); c.found {
			w := p.lower(c.speaker.core.end - 1)
			c.found = isPlural(p, c.speaker.core) || loneSpeakers[w] || w == "they" || w == "we"
		}
	default:
		c.relative = relatives[p.lower(c.first-1)]
		if c.speaker, c.found = p.speakerBefore(c); !c.found {
			p.attachOther(c)
		}
	}
}

// takeOver gives c the speaker of the finite reporting verb before it in the passage: "police said the man fled, adding that …".
func (p *passage) takeOver(c *cue, n int) {
	for n--; n >= 0; n-- {
		if b := p.cues[n]; b.found && !b.hangs && !b.passive {
			c.speaker, c.found = b.speaker, true
			return
		} else if c.first-b.first > maxReach {
			return
		}
	}
}

// attachOther tries the subject behind the verb, and that of the verb before "and".
func (p *passage) attachOther(c *cue) {
	before := c.first - 1
	inverts := (c.form == text.VBD || c.form == text.VBZ || c.form == text.VBP) && c.first == c.main && c.takes["quote"]
	if inverts && (before < p.first || p.lower(before) == "," || p.quoteAt(before) >= 0 || p.lower(before) == "-" || p.lower(before) == "--") {
		if c.speaker, c.found = p.speakerBehind(c); c.found {
			c.inverted = true
			return
		}
	}
	switch p.lower(before) {
	case "and", "but", "or", "then", ",":
		c.speaker, c.found = p.subjectOf(before)
		c.shares = c.found
	}
}

// isParticiple says whether the -ing form c hangs on a clause as a saying of its subject: ", adding that", "by saying", "quoted as saying".
func (p *passage) isParticiple(c *cue, n int) bool {
	i := c.first - 1
	if i < p.first || p.quoteAt(i) >= 0 {
		return true
	}
	switch p.lower(i) {
	case ",", "by", "-", "--", "while", "before", "after":
		return true
	case "and", "but": // "saying … and adding", "is calling … and urging"
		return n > 0 && p.cues[n-1].form == text.VBG && p.cues[n-1].found
	case "as":
		return p.tag(i - 1).IsVerb()
	}
	return false
}

// governors are verbs whose infinitive is still a saying: "continue to urge".
var governors = set("continue continues continued went go goes began begin begins rushed moved came had has have used seemed appeared")
