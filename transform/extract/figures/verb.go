package figures

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
)

// verbMeasureOf asks the verbs around the counted phrase: the one it is subject of, the participle behind it, the one before it.
func (r *reader) verbMeasureOf(f *figure, class string) string {
	if m := r.asSubject(f, class); m != "" {
		return m
	}
	if m := r.reduced(f, class); m != "" {
		return m
	}
	if k := f.object.after; r.doc.Tag(k).IsFinite() && r.opensClause(f) {
		return "" // a subject is no object of the verb before it
	}
	return r.asObject(f, class)
}

// asSubject is the measure by the verb that the phrase is subject of: "215 foreigners were rescued", "40 people died". Of a phrase that opens
// its clause it is the first finite verb outside relative clauses.
func (r *reader) asSubject(f *figure, class string) string {
	d := r.doc
	limit := min(d.Sentences[d.Tokens[f.first].Sentence].End, f.object.after+maxReach)
	opens, relative := r.opensClause(f), false
	for k := f.object.after; k < limit; k++ {
		switch t := d.Tag(k); {
		case t == text.WP || t == text.WDT || t == text.WRB:
			relative = k > f.object.after // "21 men who were arrested": the clause is theirs
		case !opens && d.Tag(k-1) == text.Comma && (t == text.IN || t == text.WRB) && k > f.object.after:
			return ""
		case t == text.Colon && d.Lower(k) != "-", t == text.CC && d.Tag(k+1).IsFinite() && !opens, d.Lower(k) == ";":
			return ""
		case t.IsFinite():
			v, ok := model.VerbAt(d, k)
			if !ok {
				return ""
			}
			k = v.End - 1
			switch {
			case v.Passive && v.First == v.Main: // "the girls abducted in May have been freed": the second
			case d.Tag(v.First-1) == text.PRP: // "on the day he fled": a clause of its own
			case relative:
				relative = false
			case opens || r.isSubject(f, v):
				m := r.stateMeasure(v, class)
				if m == "" && t == text.VBD && k == f.object.after && d.Tag(v.End) == text.IN {
					continue // "two men accused of fraud will be charged": a participle taken for a past tense
				}
				return m
			}
		}
	}
	return ""
}

// maxReach is how far, in tokens, a verb or noun is looked for around a number.
const maxReach = 40

// opensClause says whether the figure's phrase stands where a subject does: at the start of its sentence or clause, or right before a finite verb with no
// preposition before it.
func (r *reader) opensClause(f *figure) bool {
	d, k := r.doc, f.before-1
	for d.Tag(k) == text.DT || d.Tag(k) == text.PRPS {
		k--
	}
	s := d.Sentences[d.Tokens[f.first].Sentence]
	if k < s.First {
		return true
	}
	next := f.object.after
	for d.Tag(next).IsAdverb() {
		next++
	}
	switch t := d.Tag(k); {
	case d.Lower(k) == "that" || d.Lower(k) == "--" || t == text.OpenQuote || t.IsVerb() && saying[model.Lemma(d.Lower(k), t)]:
		return true
	case t == text.IN || t == text.TO:
		return false
	}
	return d.Tag(next).IsFinite() && !d.Tag(k).IsVerb()
}

var saying = wordSet("say report claim estimate confirm add find warn believe announce state note reckon declare reveal show suggest allege")

func (r *reader) isSubject(f *figure, v model.Verb) bool {
	p, ok := model.Subject(r.doc, v.Main)
	return ok && (f.object.named() && p.Head == f.object.head || p.First <= f.first && f.end <= p.End)
}

// stateMeasure is the measure of subjects of v: of its passive, its active, or the state behind "are", "remain".
func (r *reader) stateMeasure(v model.Verb, class string) string {
	d := r.doc
	m := measureVerbs[model.Lemma(d.Lower(v.Main), d.Tag(v.Main))]
	if v.Negated {
		return ""
	}
	if p := r.phraseMeasure(v.Main, v.End, class); p != "" {
		return p
	}
	switch {
	case class == "person" && stateWords[d.Lower(v.Main)] != "": // "29 are missing", however it is tagged
		return stateWords[d.Lower(v.Main)]
	case v.Passive:
		return m.of(class)
	case class == "person" && m.subject == "affected":
		return r.suffered(v)
	case (class == "person" || class == "animal" && m.subject == "killed") && m.subject != "":
		return m.subject
	case class == "person" || class == "site":
		if k := v.End; copulas[model.Lemma(d.Lower(v.Main), d.Tag(v.Main))] {
			for d.Tag(k).IsAdverb() {
				k++
			}
			if m := measureVerbs[model.Lemma(d.Lower(k), text.VBN)].of(class); m != "" && (d.Tag(k) == text.VBN || d.Tag(k).IsAdjective()) {
				return m
			}
			if d.Tag(k) == text.VBN {
				return measureVerbs[model.Lemma(d.Lower(k), text.VBN)].of(class)
			}
			if class == "person" {
				return stateWords[d.Lower(k)]
			}
		}
	}
	return ""
}

// suffered is what people who suffer go through: "two officers suffered injuries" are injured.
func (r *reader) suffered(v model.Verb) string {
	if o, ok := model.Object(r.doc, v.Main); ok {
		if n := measureNouns[lemmaOf(r.doc, o.Head)]; n.kind == "strong" && schema.MeasureGroup(n.measure) == "harm" {
			return n.measure
		}
	}
	return "affected"
}

var copulas = wordSet("be remain stay become leave get go")

// of is the measure of objects of a class.
func (m verbMeasure) of(class string) string {
	switch class {
	case "person", "household":
		return m.persons
	case "animal":
		if schema.MeasureGroup(m.persons) == "harm" {
			return m.persons
		}
	case "money":
		return m.money
	case "site", "building":
		return m.sites
	case "account":
		if m.persons == "affected" {
			return m.persons
		}
	}
	return ""
}

// phraseMeasure is the measure of a phrase that begins with the verb at token k or behind its group ("were taken into custody", "are behind bars").
func (r *reader) phraseMeasure(k, end int, class string) string {
	for _, at := range [2]int{k, end} {
		if at >= len(r.doc.Tokens) {
			break
		}
		_, m, ok := measurePhrases.At(r.doc, at, len(r.doc.Tokens))
		if ok && (class == "person" || class == "site" && m == "sites_closed" || class == "animal" && m == "killed") {
			return m
		}
	}
	return ""
}

var measurePhrases = rule.NewLexicon(lexicon.Read("measure_phrases.tsv").Map("measure"))

// reduced is the measure by a participle right behind the phrase: "230 foreign nationals detained in raids", "thousands trafficked".
func (r *reader) reduced(f *figure, class string) string {
	d, k := r.doc, f.object.after
	for d.Tag(k).IsAdverb() || d.Lower(k) == "who" || d.Lower(k) == "were" || d.Lower(k) == "was" || d.Lower(k) == "have" || d.Lower(k) == "been" {
		k++
	}
	if k < len(d.Tokens) {
		if p := r.phraseMeasure(k, k, class); p != "" {
			return p
		}
	}
	if t := tagIn(d, k); t == text.VBN || t == text.VBD {
		return measureVerbs[model.Lemma(d.Lower(k), text.VBN)].of(class)
	}
	return ""
}

// asObject is the measure by the nearest verb before the phrase that may govern it: no preposition stands between, but in lists and "of".
func (r *reader) asObject(f *figure, class string) string {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	for k := f.before - 1; k >= s.First && k > f.before-maxReach; k-- {
		switch t := d.Tag(k); {
		case t.IsVerb():
			if d.Lower(k) == "including" || d.Lower(k) == "according" {
				continue
			}
			if t == text.VBN && d.Tag(k-1).IsNoun() && !weekdays[d.Lower(k-1)] && !hasAuxiliary(d, k) && k < f.before-1 {
				continue // "the girls abducted by"
			}
			m := measureVerbs[model.Lemma(d.Lower(k), t)].of(class)
			if end, p, ok := measurePhrases.At(d, k, f.before); ok && end <= f.before && class == "person" { // "brought home 64 nationals"
				return p
			}
			if m == "held" && r.byEnforcers(k) {
				return "arrested"
			}
			if v, ok := model.VerbAt(d, k); ok && v.Passive && v.First < v.Main && m != "" {
				return ""
			}
			return m
		case d.Lower(k) == "with" && d.Tag(k-1).IsVerb():
		case t == text.IN && governsNothing(d, k), t == text.TO && d.Tag(k+1) != text.VB, d.Lower(k) == ";", t == text.WDT, t == text.WP, t == text.WRB:
			return ""
		}
	}
	return ""
}

// byEnforcers says whether the subject of the verb at token k enforces the law: those whom police hold are arrested, those whom gangs hold are not.
func (r *reader) byEnforcers(k int) bool {
	p, ok := model.Subject(r.doc, k)
	return ok && enforcers[r.doc.Lower(p.Head)]
}

var enforcers = wordSet("police officers authorities agents detectives prosecutors investigators customs soldiers army military gendarmes marshals immigration court courts")

// governsNothing says whether preposition k cuts its phrase off from the verb before.
func governsNothing(d *text.Document, k int) bool {
	switch w, next := d.Lower(k), d.Lower(k+1); w {
	case "of", "than", "including", "like", "between", "among", "as", "plus":
		return false
	case "at":
		return next != "least" && next != "most"
	case "about", "around", "over", "under", "some":
		return d.Tag(k+1) != text.CD
	case "up":
		return next != "to"
	}
	return true
}

func hasAuxiliary(d *text.Document, k int) bool {
	v, ok := model.VerbAt(d, k)
	return ok && v.First < k
}
