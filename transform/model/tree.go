package model

import "github.com/newsledger/newsledger/transform/text"

// maxParsed is the longest sentence that is parsed, in tokens: longer ones are lists and tables, and helpers look through a whole tree.
const maxParsed = 250

// treeOf gives the tree of the sentence that holds token i, nil when it is too long to be one.
func treeOf(d *text.Document, i int) *text.Tree {
	s := d.Tokens[i].Sentence
	if n := d.Sentences[s].End - d.Sentences[s].First; n > maxParsed || n < 2 {
		return nil
	}
	return Parse(d, s)
}

// dependent is the first word that hangs on token i with one of the relations, -1 for none.
func dependent(t *text.Tree, i int, relations ...text.Relation) int {
	for k, h := range t.Heads {
		if int(h) != i {
			continue
		}
		for _, r := range relations {
			if t.Relations[k] == r {
				return t.First + k
			}
		}
	}
	return -1
}

// predicateOf goes from an auxiliary or copula to the word that carries its clause.
func predicateOf(t *text.Tree, i int) int {
	for range 4 {
		switch t.Relation(i) {
		case text.RelAux, text.RelAuxPass, text.RelCop:
			if h := t.Head(i); h >= 0 {
				i = h
				continue
			}
		}
		break
	}
	return i
}

// subordinateSubject is the noun that the tree shows as subject of the clause that word i carries, -1 for none and for a main clause. The
// tree sees better than a walk over tags where a subordinate clause begins; in main clauses the walk is right more often.
func subordinateSubject(d *text.Document, t *text.Tree, i int) int {
	switch t.Relation(i) {
	case text.RelAdvcl, text.RelCcomp, text.RelAclRelcl:
		s := dependent(t, i, text.RelNsubj, text.RelNsubjPass)
		if s < 0 || isRelative(d.Tag(s)) || dependent(t, s, text.RelCase) >= 0 {
			return -1
		}
		for k := s - t.First + 1; k < len(t.Heads); k++ {
			if r := t.Relations[k]; int(t.Heads[k]) == i && (r == text.RelNsubj || r == text.RelNsubjPass) {
				return -1 // two: the tree is wrong somewhere
			}
		}
		return s
	}
	return -1
}

// treeSubject is the subject that the tree shows for the word that carries a clause, -1 for none.
func treeSubject(d *text.Document, t *text.Tree, i, depth int) int {
	if depth > 4 || i < 0 {
		return -1
	}
	relation, head := t.Relation(i), t.Head(i)
	if s := dependent(t, i, text.RelNsubj, text.RelNsubjPass, text.RelNsubjOuter); s >= 0 {
		if isRelative(d.Tag(s)) && head >= 0 && (relation == text.RelAclRelcl || relation == text.RelConj && t.Relation(head) == text.RelAclRelcl) {
			if relation == text.RelConj {
				head = t.Head(head)
			}
			return head
		}
		return s
	}
	if head < 0 {
		return -1
	}
	switch relation {
	case text.RelConj:
		if d.Tag(i).IsVerb() || d.Tag(head).IsVerb() {
			return treeSubject(d, t, head, depth+1)
		}
	case text.RelXcomp:
		if o := dependent(t, head, text.RelObj, text.RelIobj); o >= 0 && controls[Lemma(d.Lower(head), d.Tag(head))] {
			return o
		}
		return treeSubject(d, t, head, depth+1)
	case text.RelAclRelcl:
		return head
	case text.RelAcl:
		if d.Tag(i) == text.VBN || d.Tag(i) == text.VBG || d.Tag(i) == text.VBD {
			return head
		}
	case text.RelAdvcl:
		if !d.Tag(i).IsFinite() {
			return treeSubject(d, t, head, depth+1)
		}
	}
	return -1
}

// treeObject is the object that the tree shows for verb i, -1 for none.
func treeObject(d *text.Document, t *text.Tree, i int) int {
	o := dependent(t, i, text.RelObj)
	if o >= 0 && isRelative(d.Tag(o)) && t.Relation(i) == text.RelAclRelcl {
		return t.Head(i)
	}
	return o
}
