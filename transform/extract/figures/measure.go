package figures

import (
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/model"
	"github.com/newsledger/newsledger/transform/text"
	"math"
)

// verbMeasure is what a number measures by the verb of its clause; "" where the verb says nothing.
type verbMeasure struct{ persons, subject, money, sites string }

var measureVerbs = func() map[string]verbMeasure {
	m := map[string]verbMeasure{}
	for _, r := range lexicon.Read("measure_verbs.tsv").Rows {
		m[r[0]] = verbMeasure{r[1], r[2], r[3], r[4]}
	}
	return m
}()

// nounMeasure is what a number measures by a noun, and how much the noun weighs (strong, weak, money).
type nounMeasure struct{ measure, kind string }

var measureNouns = func() map[string]nounMeasure {
	m := map[string]nounMeasure{}
	for _, r := range lexicon.Read("measure_nouns.tsv").Rows {
		m[r[0]] = nounMeasure{r[1], r[2]}
	}
	return m
}()

// measureOf says what f counts or values, "" where nothing fits.
func (r *reader) measureOf(f *figure) string {
	switch f.kind {
	case "count":
		return r.measureOfCount(f)
	case "money":
		return r.measureOfMoney(f)
	case "duration":
		return r.measureOfDuration(f)
	case "ratio":
		return "share"
	case "percent":
		return r.measureOfPercent(f)
	case "weight":
		if drugs[f.object.lemma] {
			return "drugs"
		}
	case "distance", "area", "speed", "temperature", "age", "other":
	}
	return ""
}

var drugs = wordSet("cocaine heroin cannabis marijuana methamphetamine fentanyl opium ketamine hashish mdma drug crack narcotic")

func (r *reader) measureOfDuration(f *figure) string {
	d := r.doc
	toDo := d.Lower(f.after) == "to" && d.Tag(f.after+1) == text.VB && d.Lower(f.before-1) != "for" // "has 30 days to pay"
	within := f.bound == "le" && d.Lower(f.before) == "within" && !r.isPast(f)                      // "raid them within a month", but "was gone within minutes"
	switch {
	case f.every:
		return "frequency"
	case within, d.Lower(f.after) == "deadline", d.Lower(f.after) == "ultimatum", toDo:
		return "deadline"
	}
	return "duration"
}

// isPast says whether the nearest verb before the figure is in the past tense.
func (r *reader) isPast(f *figure) bool {
	for k := f.before - 1; k >= 0 && k > f.before-maxReach && r.doc.Tokens[k].Sentence == r.doc.Tokens[f.first].Sentence; k-- {
		if t := r.doc.Tag(k); t.IsVerb() {
			v, ok := model.VerbAt(r.doc, k)
			past := t == text.VBD || ok && v.Past && v.Modal == "" && !v.Infinitive
			return past && !demanding[model.Lemma(r.doc.Lower(k), t)]
		}
	}
	return false
}

// demanding are verbs whose object is still to come when they are in the past tense.
var demanding = wordSet("promise pledge vow order demand agree plan ask want tell require give set urge call instruct direct threaten warn expect")

func (r *reader) measureOfPercent(f *figure) string {
	if r.doc.Lower(f.after) == "of" {
		return "share"
	}
	if r.changeOf(f) != "" || rateNouns[f.object.lemma] {
		return "rate"
	}
	for k := f.before - 8; k < f.after+3; k++ {
		if rateNouns[r.doc.Lower(k)] {
			return "rate"
		}
	}
	return "share"
}

var rateNouns = wordSet("rate interest inflation unemployment tariff tax duty growth increase rise drop decline fall fee yield share shares index levy discount premium turnout gdp price prices")

// measureOfCount asks, in this order: a noun that decides; the verb that the counted are subject or object of; a noun that may decide; the class.
func (r *reader) measureOfCount(f *figure) string {
	n := measureNouns[f.object.lemma]
	class := f.classGuess()
	switch {
	case f.object.lemma == "case" && r.ofDisease(f):
		return "infected"
	case f.noun > 0 && class != "person":
		return ""
	case n.kind == "strong":
		return n.measure
	case f.object.lemma == "life":
		return r.lives(f)
	}
	if m := r.tallied(f); m != "" {
		return m
	}
	if m := r.nounOf(f); m != "" && class == "person" {
		return m
	}
	if m := r.stateBehind(f); m != "" && class == "person" {
		return m
	}
	if m := r.modifierMeasure(f); m != "" && class == "person" {
		if v := r.verbMeasureOf(f, class); v != "" && m != v {
			return v
		}
		return m
	}
	if m := r.verbMeasureOf(f, class); m != "" {
		return m
	}
	if n.kind == "weak" && (n.measure != "personnel" || r.isForce(f)) {
		return n.measure
	}
	if f.object.lemma == "property" {
		class = "property"
	}
	return classMeasures[class]
}

// isForce says whether soldiers, guards or staff are counted as a force: somebody has or sends them, or they are many.
func (r *reader) isForce(f *figure) bool {
	d, k := r.doc, f.before-1
	if d.Lower(k) == "of" {
		switch d.Lower(k - 1) {
		case "force", "staff", "workforce":
			return true
		}
	}
	return f.low >= 50 || having[model.Lemma(d.Lower(k), d.Tag(k))]
}

// classGuess is the class by which verbs are asked: a number of nothing named counts people.
func (f *figure) classGuess() string {
	if !f.object.named() {
		if f.low != math.Trunc(f.low) {
			return "other"
		}
		return "person"
	}
	if f.object.lemma == "person" {
		return "person"
	}
	if c := classes[f.object.lemma]; c != "" {
		return c
	}
	return "other"
}

// classMeasures is what a count measures by its class alone.
var classMeasures = map[string]string{
	"site": "sites", "building": "sites", "property": "properties", "device": "devices", "weapon": "weapons", "account": "accounts",
	"vehicle": "vehicles", "vessel": "vehicles", "aircraft": "vehicles",
}

// lives is "killed" where lives are lost, claimed or taken, "rescued" where they are saved.
func (r *reader) lives(f *figure) string {
	for k := f.before - 1; k >= 0 && k > f.before-6; k-- {
		if r.doc.Tag(k).IsVerb() {
			switch model.Lemma(r.doc.Lower(k), r.doc.Tag(k)) {
			case "lose", "claim", "take", "cost":
				return "killed"
			case "save":
				return "rescued"
			}
		}
	}
	switch w := r.doc.Lower(f.object.after + 1); {
	case w == "lost", w == "claimed":
		return "killed"
	}
	return ""
}

// diseases are words that name a disease.
var diseases = lexicon.Read("diseases.tsv").Set()

// ofDisease says whether cases are those of a disease: "confirmed swine flu cases", "cases of cholera".
func (r *reader) ofDisease(f *figure) bool {
	d := r.doc
	for k := f.object.first; k < f.object.head; k++ {
		if diseases[d.Lower(k)] {
			return true
		}
	}
	if d.Lower(f.object.after) != "of" {
		return false
	}
	for k := f.object.after + 1; k < f.object.after+6; k++ {
		if diseases[d.Lower(k)] {
			return true
		}
	}
	return false
}

// tallied is the measure of a number that a tally stands at: "the death toll rose to 12", "a population of 3 million".
func (r *reader) tallied(f *figure) string {
	d := r.doc
	s := d.Sentences[d.Tokens[f.first].Sentence]
	if f.object.named() && f.object.lemma != "person" && classes[f.object.lemma] != "person" {
		return ""
	}
	for k := f.before - 1; k >= s.First && k > f.before-maxReach; k-- {
		switch w := d.Lower(k); {
		case tallies[w] != "":
			if p, ok := model.NounPhrase(d, k); ok && !f.object.named() {
				f.object = over(d, p.First, p.Head, f.after)
			}
			return tallies[w]
		case w == ";", w == "with", w == "and" && k < f.before-1 && d.Tag(k+1).IsVerb():
			return ""
		}
	}
	return ""
}

var tallies = map[string]string{"toll": "killed", "population": "population", "tally": ""}

// nounOf is the measure of "the release of 21 girls", "the deaths of six people".
func (r *reader) nounOf(f *figure) string {
	d, k := r.doc, f.before-1
	for d.Tag(k) == text.DT || d.Tag(k) == text.PRPS {
		k--
	}
	if d.Tag(k) == text.POS && f.low >= 1e5 && f.object.lemma == "person" {
		return "population" // "South Africa's 60 million people"
	}
	if d.Lower(k) != "of" || !d.Tag(k-1).IsNoun() {
		return ""
	}
	if c := classes[lemmaOf(d, k-1)]; (c == "country" || c == "place") && f.object.lemma == "person" && f.low >= 1000 {
		return "population" // "a nation of 22 million people"
	}
	if n := measureNouns[lemmaOf(d, k-1)]; n.kind == "strong" && schemaPersons(n.measure) {
		return n.measure
	}
	return ""
}

// modifierMeasure reads participles and adjectives before the head: "trafficked workers".
func (r *reader) modifierMeasure(f *figure) string {
	for k := f.object.first; k < f.object.head; k++ {
		if m := r.stateOf(k); m != "" {
			return m
		}
	}
	return ""
}

// stateBehind reads the state behind the counted: "32 civilians dead", "120 wounded", "30 missing".
func (r *reader) stateBehind(f *figure) string {
	d, k := r.doc, f.object.after
	for d.Tag(k).IsAdverb() && d.Lower(k) != "home" || d.Lower(k) == "(" {
		k++
	}
	if d.Lower(k) == "home" && r.movedBy(f) {
		return "repatriated" // "flew 176 people home"
	}
	if d.Lower(k) == "of" && d.Lower(k+1) == "the" && stateWords[d.Lower(k+2)] != "" && !f.object.named() {
		f.object.after = k + 3 // "nine of the dead"
		return stateWords[d.Lower(k+2)]
	}
	if w := d.Lower(k); d.Tag(k).IsAdjective() || stateWords[w] != "" || tagIn(d, k) == text.VBN {
		if f.object.named() && tagIn(d, k) == text.VBN {
			return "" // a reduced clause or the verb itself: verbMeasureOf
		}
		if m := r.stateOf(k); m != "" {
			return m
		}
	}
	return ""
}

// movedBy says whether a verb that takes people somewhere stands before the figure.
func (r *reader) movedBy(f *figure) bool {
	d, k := r.doc, f.before-1
	for d.Tag(k) == text.DT || d.Tag(k) == text.PRPS || d.Tag(k).IsAdverb() {
		k--
	}
	return d.Tag(k).IsVerb() && moving[model.Lemma(d.Lower(k), d.Tag(k))]
}

var moving = wordSet("bring fly take send ship carry return escort")

// stateOf is the measure of the state that token k names: an adjective ("dead", "missing") or a participle ("injured").
func (r *reader) stateOf(k int) string {
	w := r.doc.Lower(k)
	if m := stateWords[w]; m != "" {
		return m
	}
	if t := tagIn(r.doc, k); t == text.VBN || t == text.VBD || t.IsAdjective() {
		return measureVerbs[model.Lemma(w, text.VBN)].persons
	}
	return ""
}

// stateWords maps adjectives to the measure of the people that they are said of.
var stateWords = lexicon.Read("states.tsv").Map("measure")
