package model

import "github.com/newsledger/newsledger/transform/text"

const (
	parseFeatures = 108
	labelFeatures = 48
)

// node is a word as features of parses see it.
type node struct {
	word, tag, p4, p6, p8, all, suffix uint32
	label                              uint32
	at                                 int
}

// node gives word i, or the empty node for -1.
func (c *configuration) node(i int) node {
	if i < 0 || i > c.n {
		return node{word: 3, tag: 99, suffix: 3, at: -1}
	}
	if i == c.n {
		return node{word: 5, tag: uint32(text.NTags), suffix: 5, at: i}
	}
	f := &c.forms[i+2]
	return node{f.lower, c.tags[i], f.cluster.p4, f.cluster.p6, f.cluster.p8, f.cluster.all, f.suffix[2], uint32(c.relation[i]), i}
}

func (c *configuration) child(of []int, i int) node {
	if i < 0 {
		return c.node(-1)
	}
	return c.node(of[i])
}

// structureFeatures hashes what decides the next action. The numbers of templates are fixed.
func (c *configuration) structureFeatures(out *[parseFeatures]uint32) {
	k := len(c.stack)
	at := func(i int) int {
		if k < i {
			return -1
		}
		return c.stack[k-i]
	}
	i0, i1 := at(1), at(2)
	s0, s1, s2 := c.node(i0), c.node(i1), c.node(at(3))
	b0, b1, b2 := c.node(c.next), c.node(c.behind(1)), c.node(c.behind(2))
	s0l, s0r, s0l2, s0r2 := c.child(c.leftmost, i0), c.child(c.rightmost, i0), c.child(c.secondLeft, i0), c.child(c.secondRight, i0)
	s1l, s1r, s1r2 := c.child(c.leftmost, i1), c.child(c.rightmost, i1), c.child(c.secondRight, i1)
	b0l, b0l2 := c.child(c.leftmost, c.next), c.child(c.secondLeft, c.next)
	distance := uint32(9)
	if i0 >= 0 {
		distance = bucket(c.next - i0)
	}
	distance1 := uint32(9)
	if i1 >= 0 {
		distance1 = bucket(i0 - i1)
	}
	valency0, valency1, valencyB := c.valency(i0), c.valency(i1), uint32(0)
	if c.next <= c.n {
		valencyB = min(c.leftCount[c.next], 4)
	}
	s0p, s0n, s1n, b0p := c.node(c.beside(i0, -1)), c.node(c.beside(i0, 1)), c.node(c.beside(i1, 1)), c.node(c.beside(c.next, -1))
	gap, gap1 := c.between(i0, c.next), c.between(i1, i0)
	tt := func(a, b node) uint32 { return a.tag<<8 | b.tag }
	ttt := func(a, b, c node) uint32 { return a.tag<<16 | b.tag<<8 | c.tag }
	*out = [parseFeatures]uint32{
		feature(0, s0.word), feature(1, s0.tag), feature2(2, s0.word, s0.tag), feature(3, s0.all),
		feature(4, s1.word), feature(5, s1.tag), feature2(6, s1.word, s1.tag), feature(7, s1.all),
		feature(8, b0.word), feature(9, b0.tag), feature2(10, b0.word, b0.tag), feature(11, b0.all),
		feature2(12, b1.word, b1.tag), feature(13, b1.tag), feature2(14, b2.word, b2.tag), feature(15, b2.tag),
		feature2(16, s2.word, s2.tag), feature(17, s2.tag), feature(18, b1.all), feature(19, b2.p6),
		feature2(20, s0.word, b0.word), feature2(21, s0.word, b0.tag), feature2(22, s0.tag, b0.word), feature(23, tt(s0, b0)),
		feature2(24, mix(s0.word+s0.tag), tt(s0, b0)), feature2(25, mix(b0.word+b0.tag), tt(s0, b0)),
		feature2(26, s0.word, s1.word), feature2(27, s0.word, s1.tag), feature2(28, s0.tag, s1.word), feature(29, tt(s0, s1)),
		feature2(30, b0.word, s1.word), feature2(31, s1.tag, b0.word), feature2(32, s1.word, b0.tag),
		feature(33, ttt(s0, b0, b1)), feature(34, ttt(b0, b1, b2)), feature(35, ttt(s1, s0, b0)), feature(36, ttt(s2, s1, s0)), feature2(37, ttt(s1, s0, b0), b1.tag),
		feature(38, ttt(s0, s0l, b0)), feature(39, ttt(s0, s0r, b0)), feature(40, ttt(s0, b0, b0l)), feature(41, ttt(s1, s0, s0l)), feature(42, ttt(s1, s0, s0r)),
		feature(43, ttt(s1, s1r, s0)), feature(44, ttt(s1, s1l, s0)), feature2(45, ttt(s1, s1r, s0), b0.tag), feature2(46, ttt(s0, s0r, b0), s1.tag),
		feature2(47, s0.word, distance), feature2(48, s0.tag, distance), feature2(49, b0.tag, distance), feature2(50, tt(s0, b0), distance), feature2(51, s0.word, distance1), feature2(52, tt(s0, s1), distance1),
		feature2(53, s0.word, valency0), feature2(54, s0.tag, valency0), feature2(55, b0.word, valencyB), feature2(56, b0.tag, valencyB), feature2(57, s1.tag, valency1), feature2(58, s1.word, valency1),
		feature2(59, s0.tag, s0l.label<<8|s0r.label), feature2(60, s1.tag, s1l.label<<8|s1r.label), feature2(61, b0.tag, b0l.label<<8|b0l2.label), feature2(62, s0.word, s0l.label<<8|s0r.label),
		feature2(63, s1.word, s1r.label<<8|s1r2.label), feature2(64, tt(s0, b0), s0r.label<<8|s0l.label), feature2(65, tt(s0, s1), s1r.label<<8|s0l.label), feature2(66, s0.tag, s0l2.label<<8|s0r2.label),
		feature2(67, s0.p6, b0.p6), feature2(68, s0.p6, b0.tag), feature2(69, s0.tag, b0.p6), feature2(70, s0.p6, s1.p6), feature2(71, s1.p6, s0.tag), feature2(72, s1.tag, s0.p6),
		feature2(73, s1.p6, mix(s0.p6<<8|b0.tag)), feature2(74, s1.p4, mix(s0.p4<<8|b0.p4)), feature2(75, s0.all, b0.all), feature2(76, s1.all, s0.all), feature2(77, b0.p6, b1.p6), feature2(78, s0.all, b0.tag), feature2(79, s1.all, b0.tag),
		feature2(80, s1.word, mix(s0.word+b0.tag)), feature2(81, s0.tag, mix(s0l.tag<<8|b0.tag)+s0l.label), feature2(82, s0.suffix, b0.suffix), feature2(83, s0.suffix, s1.suffix),
		feature2(84, s0.word, s0r.word), feature2(85, s1.word, s1r.word), feature2(86, tt(s1, s0), mix(s0l.word)), feature2(87, s1.word, mix(s0l.word+s0.tag)), feature2(88, s1.p8, mix(s0.p8+s0l.word)),
		feature2(89, ttt(s1, s0, b0), s0l.label), feature2(90, tt(b0, b1), mix(s0.word)), feature2(91, s2.tag, tt(s1, b0)),
		feature2(92, ttt(s0, s0n, b0), 1), feature2(93, ttt(s0p, s0, b0), 1), feature2(94, ttt(s1, s1n, s0), 1), feature2(95, ttt(b0p, s0, b0), 1), feature2(96, s0n.word, tt(s0, b0)), feature2(97, s0p.word, tt(s0, b0)),
		feature2(98, s1n.word, tt(s1, s0)), feature2(99, b0p.word, tt(s0, b0)), feature2(148, ttt(s0p, s0, s1), b0.tag), feature2(149, tt(s0, b0), gap), feature2(150, tt(s1, s0), gap1), feature2(151, s0.word, gap<<8|b0.tag),
		feature2(152, b0.word, gap<<8|s0.tag), feature2(153, s1.word, gap1<<8|s0.tag), feature2(154, ttt(s1, s0, b0), gap1<<8|gap), feature2(155, s0.word, gap1<<8|s1.tag),
	}
}

// behind is the word n places behind the next one, -1 past the end.
func (c *configuration) behind(n int) int {
	if c.next+n > c.n {
		return -1
	}
	return c.next + n
}

func (c *configuration) valency(i int) uint32 {
	if i < 0 {
		return 99
	}
	return min(c.leftCount[i], 3)<<4 | min(c.rightCount[i], 4)
}

// bucket makes distances few: 1, 2, 3, 4, 5-6, 7-10, more.
func bucket(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 10:
		return 6
	}
	return 7
}

// arcFeatures hashes what decides the name of an arc.
func (c *configuration) arcFeatures(out *[labelFeatures]uint32, head, child int) {
	h, m := c.node(head), c.node(child)
	direction := uint32(1)
	if head < child {
		direction = 2
	}
	between := bucket(max(head-child, child-head))<<2 | direction
	hl, hr := c.child(c.leftmost, head), c.child(c.rightmost, head)
	ml, mr, ml2 := c.child(c.leftmost, child), c.child(c.rightmost, child), c.child(c.secondLeft, child)
	mp, mn, hp, hn := c.node(child-1), c.node(child+1), c.node(head-1), c.node(head+1)
	pair := h.tag<<9 | m.tag<<2 | direction
	*out = [labelFeatures]uint32{
		feature(100, pair), feature2(101, h.word, direction), feature2(102, m.word, direction), feature2(103, h.word, m.word), feature2(104, h.word, m.tag<<2|direction), feature2(105, h.tag<<2|direction, m.word),
		feature2(106, h.all, m.all), feature2(107, h.all, m.tag<<2|direction), feature2(108, h.tag<<2|direction, m.all), feature2(109, h.p6, m.p6<<2|direction), feature2(110, h.p4, m.all),
		feature2(111, pair, between), feature2(112, pair, ml.label<<8|mr.label), feature2(113, pair, hl.label<<8|hr.label), feature2(114, m.tag, ml.label<<8|ml2.label), feature2(115, m.word, ml.label),
		feature2(116, pair, ml.tag), feature2(117, pair, mr.tag), feature2(118, pair, mp.tag), feature2(119, pair, mn.tag), feature2(120, pair, hp.tag), feature2(121, pair, hn.tag),
		feature2(122, pair, ml.word), feature2(123, pair, mr.word), feature2(124, pair, mp.word), feature2(125, pair, mn.word), feature2(126, pair, hl.tag), feature2(127, pair, hr.tag),
		feature2(128, h.suffix, m.tag<<2|direction), feature2(129, h.tag<<2|direction, m.suffix), feature2(130, h.suffix, m.suffix), feature2(131, ml.word, h.word), feature2(132, ml.word, m.all), feature2(133, hl.label, m.tag<<2|direction),
		feature2(134, hr.label, m.tag<<2|direction), feature2(135, mix(hl.label<<8|hr.label), m.p6), feature2(136, c.valency(head), pair), feature2(137, c.valency(child), pair), feature2(138, mp.tag<<8|mn.tag, pair),
		feature2(139, hr.word, pair), feature2(140, hl.word, pair), feature2(141, m.p8, pair), feature2(142, h.p8, pair), feature2(143, mix(h.p6<<8|m.p6), ml.word), feature2(144, ml.label<<8|mr.label, m.p6<<8|h.tag),
		feature2(145, m.all, ml.label<<8|hl.label), feature2(146, mix(ml.tag<<8|mr.tag), pair), feature2(147, h.all, mix(ml.word+m.tag)),
	}
}
