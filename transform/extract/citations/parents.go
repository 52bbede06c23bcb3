package citations

import (
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/model"
)

// setParents ties what is said inside of other words to them, and what a document says to the document.
func (f *finder) setParents(rows []schema.Citation) {
	open := []int{}
	for i, dr := range f.drafts {
		for len(open) > 0 && f.drafts[open[len(open)-1]].at().end <= dr.at().first {
			open = open[:len(open)-1]
		}
		if dr.kind == "link" || dr.kind == "media_credit" || dr.kind == "document" {
			continue
		}
		for k := len(open) - 1; k >= 0 && k > len(open)-4; k-- {
			outer := f.drafts[open[k]]
			if dr.at().within(outer.at()) && dr.at() != outer.at() && dr.source.len() > 0 && dr.source.within(outer.at()) {
				rows[i].ParentCitation = rows[open[k]].CitationID
				break
			}
		}
		open = append(open, i)
	}
	f.setDocumentParents(rows)
}

// setDocumentParents ties what a document says to the row of the document, by the noun that both share.
func (f *finder) setDocumentParents(rows []schema.Citation) {
	byNoun := map[string]string{}
	for i, dr := range f.drafts {
		switch {
		case dr.kind == "document":
			byNoun[f.documentNoun(dr.pieces[0])] = rows[i].CitationID
		case dr.source.kind == document && rows[i].ParentCitation == "":
			rows[i].ParentCitation = byNoun[f.documentNoun(dr.source.core)]
		}
	}
}

// documentNoun returns the first noun in s that names a kind of document.
func (f *finder) documentNoun(s span) string {
	for i := s.first; i < s.end; i++ {
		if n := model.Lemma(f.d.Lower(i), f.d.Tag(i)); documentNouns[n] == "document" {
			return n
		}
	}
	return ""
}
