package model

import (
	"sync"

	"github.com/newsledger/newsledger/transform/text"
)

// Tagger gives parts of speech: class c of its table is text.Tag(c).
type Tagger struct{ table *table }

var tagger = sync.OnceValue(func() Tagger {
	go clusters() // read at the same time: both are needed
	return ReadTagger(load("tagger.bin"))
})

// ReadTagger reads what TrainTagger gave.
func ReadTagger(payload []byte) Tagger {
	t, _ := readTable(payload)
	return Tagger{t}
}

// Tag gives every token its part of speech. It goes from left to right and never back, so it takes time linear in the text.
func Tag(d *text.Document) { tagger().Tag(d) }

// Tag gives every token its part of speech.
func (t Tagger) Tag(d *text.Document) {
	var buffer []form
	for _, s := range d.Sentences {
		buffer = tagSentence(t.table, d, s.First, s.End, buffer)
	}
}

func tagSentence(t *table, d *text.Document, first, end int, buffer []form) []form {
	buffer = forms(d, first, end, buffer)
	var features [tagFeatures]uint32
	before, last := text.None, text.None
	for i := first; i < end; i++ {
		fillTagFeatures(&features, buffer[i-first:], last, before)
		var s sums
		for _, h := range features {
			t.add(&s, h)
		}
		before, last = last, text.Tag(s.best(1, t.classes))
		if q := quoteTag(d, i); q != text.None {
			last = q
		}
		d.Tokens[i].Tag = last
	}
	return buffer
}

const tagFeatures = 46

// fillTagFeatures hashes the features of the token in the middle of w (two before it, two behind). Template numbers are fixed.
func fillTagFeatures(out *[tagFeatures]uint32, w []form, last, before text.Tag) {
	a, b, c, d, e := &w[0], &w[1], &w[2], &w[3], &w[4]
	t1, t2 := uint32(last)+1, uint32(before)+1
	tt := t1<<8 | t2
	capital := uint32(1)
	if c.capital {
		capital = 2
		if b.lower == noForm.lower {
			capital = 3
		}
	}
	out[0] = feature(0, c.lower)
	out[1] = feature(1, c.exact)
	out[2] = feature(2, b.lower)
	out[3] = feature(3, d.lower)
	out[4] = feature(4, a.lower)
	out[5] = feature(5, e.lower)
	out[6] = feature(6, c.suffix[0])
	out[7] = feature(7, c.suffix[1])
	out[8] = feature(8, c.suffix[2])
	out[9] = feature(9, c.suffix[3])
	out[10] = feature(10, c.prefix[0])
	out[11] = feature(11, c.prefix[1])
	out[12] = feature(12, c.prefix[2])
	out[13] = feature(13, c.prefix[3])
	out[14] = feature(14, b.suffix[2])
	out[15] = feature(15, d.suffix[2])
	out[16] = feature(16, c.shape)
	out[17] = feature2(17, b.shape, c.shape)
	out[18] = feature2(18, c.shape, d.shape)
	out[19] = feature(19, t1)
	out[20] = feature(20, tt)
	out[21] = feature2(21, t1, c.lower)
	out[22] = feature2(22, t1, c.suffix[2])
	out[23] = feature2(23, t1, d.lower)
	out[24] = feature2(24, b.lower, c.lower)
	out[25] = feature2(25, c.lower, d.lower)
	out[26] = feature(26, c.cluster.p4)
	out[27] = feature(27, c.cluster.p6)
	out[28] = feature(28, c.cluster.p10)
	out[29] = feature(29, c.cluster.all)
	out[30] = feature(30, b.cluster.p6)
	out[31] = feature(31, b.cluster.all)
	out[32] = feature(32, d.cluster.p6)
	out[33] = feature(33, d.cluster.all)
	out[34] = feature(34, a.cluster.all)
	out[35] = feature(35, e.cluster.all)
	out[36] = feature2(36, b.cluster.p8, c.cluster.p8)
	out[37] = feature2(37, c.cluster.p8, d.cluster.p8)
	out[38] = feature2(38, t1, d.cluster.p6)
	out[39] = feature2(39, t1, c.cluster.p10)
	out[40] = feature2(40, capital, c.suffix[2])
	out[41] = feature2(41, d.cluster.p6, e.cluster.p6)
	out[42] = feature2(42, capital, c.cluster.p10)
	out[43] = feature2(43, tt, c.cluster.p10)
	out[44] = feature2(44, c.lower, d.cluster.p6)
	out[45] = feature2(45, tt, d.cluster.p6)
}

func feature(template, value uint32) uint32 {
	return mix(value*0x9E3779B1 + template*0x85EBCA6B)
}

func feature2(template, x, y uint32) uint32 {
	return mix((x*0x9E3779B1 ^ y*0xC2B2AE35) + y>>7 + template*0x85EBCA6B)
}

// quoteTag is the tag of a double quotation mark, None for other tokens. What looks straight to the features says by its sign or by the
// white space around it which way it turns.
func quoteTag(d *text.Document, i int) text.Tag {
	t := &d.Tokens[i]
	if t.Lower != `"` && t.Lower != "''" {
		return text.None
	}
	switch d.Word(i) {
	case "“", "„":
		return text.OpenQuote
	case "”", "''":
		return text.CloseQuote
	}
	next := i+1 < len(d.Tokens) && d.Tokens[i+1].Is(text.Glued)
	switch {
	case t.Is(text.Glued) && !next:
		return text.CloseQuote
	case !t.Is(text.Glued) && next:
		return text.OpenQuote
	}
	return text.None
}
