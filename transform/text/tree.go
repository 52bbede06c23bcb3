package text

// Relation is what a word is to the word it hangs on, as Universal Dependencies name it.
type Relation uint8

// The relations.
const (
	NoRelation      Relation = iota
	RelRoot                  // root
	RelNsubj                 // nsubj
	RelNsubjPass             // nsubj:pass
	RelNsubjOuter            // nsubj:outer
	RelCsubj                 // csubj
	RelCsubjPass             // csubj:pass
	RelCsubjOuter            // csubj:outer
	RelObj                   // obj
	RelIobj                  // iobj
	RelCcomp                 // ccomp
	RelXcomp                 // xcomp
	RelObl                   // obl
	RelOblAgent              // obl:agent
	RelOblUnmarked           // obl:unmarked
	RelAdvcl                 // advcl
	RelAdvclRelcl            // advcl:relcl
	RelAdvmod                // advmod
	RelVocative              // vocative
	RelExpl                  // expl
	RelDislocated            // dislocated
	RelDiscourse             // discourse
	RelAux                   // aux
	RelAuxPass               // aux:pass
	RelCop                   // cop
	RelMark                  // mark
	RelNmod                  // nmod
	RelNmodPoss              // nmod:poss
	RelNmodUnmarked          // nmod:unmarked
	RelNmodDesc              // nmod:desc
	RelAppos                 // appos
	RelNummod                // nummod
	RelAcl                   // acl
	RelAclRelcl              // acl:relcl
	RelAmod                  // amod
	RelDet                   // det
	RelDetPredet             // det:predet
	RelCase                  // case
	RelConj                  // conj
	RelCc                    // cc
	RelCcPreconj             // cc:preconj
	RelFixed                 // fixed
	RelFlat                  // flat
	RelList                  // list
	RelParataxis             // parataxis
	RelCompound              // compound
	RelCompoundPrt           // compound:prt
	RelGoeswith              // goeswith
	RelOrphan                // orphan
	RelReparandum            // reparandum
	RelPunct                 // punct
	RelDep                   // dep
	NRelations               // number of relations
)

var relationNames = [NRelations]string{
	"",
	"root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "obj", "iobj", "ccomp", "xcomp", "obl", "obl:agent",
	"obl:unmarked", "advcl", "advcl:relcl", "advmod", "vocative", "expl", "dislocated", "discourse", "aux", "aux:pass", "cop", "mark",
	"nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod", "acl", "acl:relcl", "amod", "det", "det:predet", "case", "conj",
	"cc", "cc:preconj", "fixed", "flat", "list", "parataxis", "compound", "compound:prt", "goeswith", "orphan", "reparandum", "punct",
	"dep",
}

// String returns the treebanks' name of the relation.
func (r Relation) String() string { return relationNames[r] }

// RelationNamed returns the relation that the treebanks call name, RelDep for an unknown one.
func RelationNamed(name string) Relation {
	for r := RelRoot; r < NRelations; r++ {
		if relationNames[r] == name {
			return r
		}
	}
	return RelDep
}

// IsSubject says whether r is that of a nominal subject.
func (r Relation) IsSubject() bool { return r == RelNsubj || r == RelNsubjPass || r == RelNsubjOuter }

// Tree is the dependencies of one sentence.
type Tree struct {
	First     int        // token of the document that the trees' first is
	Heads     []int32    // token of the document each hangs on, -1 for the root
	Relations []Relation // what each is to its head
}

// Head returns the token that token i of the document hangs on, -1 for the root.
func (t *Tree) Head(i int) int { return int(t.Heads[i-t.First]) }

// Relation returns what token i of the document is to its head.
func (t *Tree) Relation(i int) Relation { return t.Relations[i-t.First] }
