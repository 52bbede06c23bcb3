package resolve

// Tally counts the articles that were read by what became of them: each stands in exactly one field.
type Tally struct {
	Read          int // extracted, with a row of its own
	OtherLanguage int // listed with a row of its own, nothing extracted
	NearCopies    int // extracted, with a row whose duplicate_of names another article
	Copies        int // without a row: the same article as another, whose also_in names it
	Superseded    int // without a row: a newer text of the same article stays
	Clashing      int // without a row: another text has its address
}

// Articles is the number of rows in the table of articles.
func (t Tally) Articles() int { return t.Read + t.OtherLanguage + t.NearCopies }

// Tally counts what became of the keys.
func (p *Partition) Tally() (t Tally) {
	for i := range p.Articles {
		switch {
		case p.key(i).Foreign:
			t.OtherLanguage++
		case p.Articles[i].DuplicateOf >= 0:
			t.NearCopies++
		default:
			t.Read++
		}
		t.Copies += len(p.Articles[i].AlsoIn)
	}
	for _, n := range p.Notices {
		if n.Superseded {
			t.Superseded++
		} else {
			t.Clashing++
		}
	}
	return t
}
