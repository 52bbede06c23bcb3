package model

import (
	"github.com/newsledger/newsledger/transform/text"
)

// nameWindow is what the features of names see of one sentence.
type nameWindow struct {
	article *article
	first   int
	end     int
	forms   []form // two empty ones on either side
	marks   []mark
	runs    []run // of each token
	titled  bool  // written with capitals throughout: a heading
	blind   mark  // lists that are not looked at, in training
	out     []uint32
}

// run is a row of words with capitals, with "of", "and", "-" and the like between them.
type run struct {
	first, end int  // tokens; both 0 outside a run
	marks      mark // of all its words
	lastMarks  mark
	firstMarks mark
}

// maxNameFeatures bounds the features of one token (see table: sums of 16 bits).
const maxNameFeatures = 160

// prepare computes forms, marks and runs of a sentence.
func (w *nameWindow) prepare(a *article, s text.Sentence) {
	d := a.d
	w.article, w.first, w.end = a, s.First, s.End
	w.forms = forms(d, s.First, s.End, w.forms)
	capitals := allCapitals(d, s.First, s.End)
	table := clusters()
	word := func(i int) string {
		v := straightened(d.Word(i), d.Tokens[i].Lower)
		if capitals && d.Tokens[i].Is(text.Alpha) {
			return usual(table, v, d.Tokens[i].Lower)
		}
		return v
	}
	w.marks = lists().mark(d, s.First, s.End, word, w.marks)
	if w.blind != 0 {
		for i := range w.marks {
			w.marks[i] &^= w.blind
		}
	}
	w.titled = capitals || inTitleCase(d, s.First, s.End)
	w.findRuns(d)
}

// inTitleCase says whether most longer words of a sentence have a capital.
func inTitleCase(d *text.Document, first, end int) bool {
	capital, words := 0, 0
	for i := first + 1; i < end; i++ {
		if t := &d.Tokens[i]; t.Is(text.Alpha) && len(t.Lower) > 3 {
			words++
			if t.Is(text.Capital) {
				capital++
			}
		}
	}
	return words >= 3 && capital*10 >= words*7
}

func (w *nameWindow) findRuns(d *text.Document) {
	w.runs = w.runs[:0]
	for range w.end - w.first {
		w.runs = append(w.runs, run{})
	}
	for i := w.first; i < w.end; i++ {
		if !d.Tokens[i].Is(text.Capital) {
			continue
		}
		r := run{first: i, firstMarks: w.marks[i-w.first]}
		last := i
		for k := i; k < w.end && k-last <= 2; k++ {
			if d.Tokens[k].Is(text.Capital) {
				last = k
			} else if !joins[d.Lower(k)] && w.marks[k-w.first]&particle == 0 {
				break
			}
		}
		r.end = last + 1
		r.lastMarks = w.marks[last-w.first]
		for k := i; k < r.end; k++ {
			if d.Tokens[k].Is(text.Capital) {
				r.marks |= w.marks[k-w.first]
			}
		}
		for k := i; k < r.end; k++ {
			w.runs[k-w.first] = r
		}
		i = last
	}
}

// joins are the small words inside names of bodies.
var joins = map[string]bool{"of": true, "and": true, "&": true, "-": true, "for": true, "the": true}

// features hashes the features of token i (of the document). The numbers of templates are fixed.
func (w *nameWindow) features(i int) []uint32 {
	w.out = w.out[:0]
	k := i - w.first
	a, b, c, d, e := &w.forms[k], &w.forms[k+1], &w.forms[k+2], &w.forms[k+3], &w.forms[k+4]
	w.out = append(w.out,
		feature(0, c.lower), feature(1, c.exact), feature(2, b.lower), feature(3, d.lower), feature(4, a.lower), feature(5, e.lower),
		feature(6, b.exact), feature(7, d.exact), feature(8, c.suffix[1]), feature(9, c.suffix[2]), feature(10, c.suffix[3]), feature(11, c.prefix[2]), feature(12, c.prefix[3]),
		feature(13, c.shape), feature2(14, b.shape, c.shape), feature2(15, c.shape, d.shape), feature2(16, mix(b.shape+3*d.shape), c.shape),
		feature2(17, b.lower, c.lower), feature2(18, c.lower, d.lower), feature(19, c.prefix[1]),
		feature(20, c.cluster.p4), feature(21, c.cluster.p6), feature(22, c.cluster.p10), feature(23, c.cluster.all),
		feature(24, b.cluster.p4), feature(25, b.cluster.p6), feature(26, b.cluster.p10), feature(27, b.cluster.all),
		feature(28, d.cluster.p4), feature(29, d.cluster.p6), feature(30, d.cluster.p10), feature(31, d.cluster.all),
		feature(32, a.cluster.p6), feature(33, a.cluster.all), feature(34, e.cluster.p6), feature(35, e.cluster.all),
		feature2(36, b.cluster.p8, c.cluster.p8), feature2(37, c.cluster.p8, d.cluster.p8), feature(38, 1),
		feature2(39, b.shape, b.cluster.p6), feature2(40, d.shape, d.cluster.p6),
	)
	t0, t1, t2 := uint32(w.article.d.Tag(i)), uint32(w.article.d.Tag(i-1)), uint32(w.article.d.Tag(i+1))
	w.out = append(w.out, feature(42, t0), feature2(43, t1, t0), feature2(44, t0, t2), feature2(45, mix(t1+64*t2), t0))
	position := uint32(1)
	if i == w.first {
		position = 2
	}
	if w.titled {
		position += 2
	}
	w.out = append(w.out, feature2(41, position, c.shape))
	w.listFeatures(k, position)
	if w.article.d.Tokens[i].Is(text.Capital) {
		w.articleFeatures(i, k)
		w.runFeatures(i, k)
	}
	return w.out
}

func (w *nameWindow) listFeatures(k int, position uint32) {
	own := w.marks[k]
	w.bits(50, uint32(own))
	if k > 0 {
		w.bits(51, uint32(w.marks[k-1]))
		w.out = append(w.out, feature2(53, uint32(w.marks[k-1]), uint32(own)))
	}
	if k+1 < len(w.marks) {
		w.bits(52, uint32(w.marks[k+1]))
		w.out = append(w.out, feature2(54, uint32(own), uint32(w.marks[k+1])))
	}
	w.out = append(w.out, feature2(55, uint32(own), position))
}

// bits adds a feature for every bit set.
func (w *nameWindow) bits(template, set uint32) {
	for b := uint32(0); set != 0; b, set = b+1, set>>1 {
		if set&1 != 0 && len(w.out) < maxNameFeatures-8 {
			w.out = append(w.out, feature(template, b))
		}
	}
}

func (w *nameWindow) articleFeatures(i, k int) {
	own := w.article.words[hashString(w.article.d.Tokens[i].Lower)]
	w.bits(60, uint32(own))
	w.out = append(w.out, feature(61, uint32(own&(inLower|capitalInside|afterTitle|afterFirstName|afterThe|afterPlacePreposition))))
	r := w.runs[k]
	if i > r.first {
		w.bits(62, uint32(w.article.words[hashString(w.article.d.Tokens[i-1].Lower)]))
	}
	if i+1 < r.end {
		w.bits(63, uint32(w.article.words[hashString(w.article.d.Tokens[i+1].Lower)]))
	}
}

func (w *nameWindow) runFeatures(i, k int) {
	r := w.runs[k]
	length := uint32(min(r.end-r.first, 6))
	where := uint32(0)
	if i == r.first {
		where |= 1
	}
	if i == r.end-1 {
		where |= 2
	}
	own := w.article.words[hashString(w.article.d.Tokens[i].Lower)]
	for b := uint32(0); b < arounds; b++ {
		if own>>b&1 != 0 {
			w.out = append(w.out, feature2(80, b, min(length, 3)<<2|where))
		}
	}
	w.bits(70, uint32(r.marks))
	w.bits(71, uint32(r.lastMarks))
	w.bits(72, uint32(r.firstMarks))
	before, behind := w.forms[r.first-w.first+1], w.forms[r.end-w.first+2]
	w.out = append(w.out, feature2(73, length, where), feature2(74, uint32(r.lastMarks), where), feature2(75, uint32(r.firstMarks), where),
		feature2(76, before.lower, where), feature2(77, behind.lower, where), feature2(78, before.cluster.p10, where), feature2(79, behind.cluster.p10, where))
}
