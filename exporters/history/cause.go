package history

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// articles says what became of the articles between two datasets.
type articles struct {
	cause   map[string]string // by article_id, of those that came, went or changed
	general string            // of rows whose own article is as it was
	only    string            // the one article that came, went or changed; "" when there are several
}

// causes finds out from the changes of the articles table why all others changed.
func causes(all []found, newVersion bool) articles {
	a := articles{cause: map[string]string{}}
	count := map[string]int{}
	for _, f := range all {
		if f.TableName != schema.Articles.Name {
			continue
		}
		cause := ""
		switch {
		case f.Change.Change == "added":
			cause = "new_article"
		case f.Change.Change == "removed":
			cause = "removed_article"
		case followsFromOthers(f.ColumnName) || newVersion: // a better cleaner changes texts too
			continue
		default:
			cause = "changed_article"
		}
		if a.cause[f.RowID] == "" {
			count[cause]++
			a.only = f.RowID
		}
		a.cause[f.RowID] = cause
	}
	if len(a.cause) != 1 {
		a.only = ""
	}
	a.general = "changed_article" // read with other options
	for _, cause := range []string{"removed_article", "changed_article", "new_article"} {
		if count[cause] > 0 {
			a.general = cause
		}
	}
	if newVersion {
		a.general, a.only = "new_version", ""
	}
	return a
}

// followsFromOthers says whether a column of an article changes with other articles.
func followsFromOthers(column string) bool {
	return column == "also_in" || column == "duplicate_of" || column == "similarity"
}

// conclude gives every difference its cause, finds the ids that retired, and brings all into the order of the tables.
func conclude(all []found, s Source, release int, alive map[string]bool) *Difference {
	why := causes(all, s.NewVersion)
	articleOf := map[string]string{} // of mentions and figures that came, went or changed
	for _, f := range all {
		if !isMinted(f.TableName) {
			articleOf[f.RowID] = f.ArticleID
		}
	}
	d := &Difference{alive: alive}
	added := map[string]bool{}
	for _, f := range all {
		c := f.Change
		c.Release = release
		if isMinted(c.TableName) {
			c.ArticleID = articleOf[c.ArticleID]
			added[c.RowID] = c.Change == "added" || added[c.RowID]
			if into, ok := s.Merged[c.RowID]; ok && c.Change == "removed" {
				c.Change, c.NewValue = "merged", into
			}
			if c.Change == "removed" || c.Change == "merged" {
				d.Retired = append(d.Retired, schema.RetiredID{TableName: c.TableName, OldID: c.RowID, NewID: c.NewValue, Reason: c.Change, Release: release})
			}
		}
		if c.Cause = why.cause[c.ArticleID]; c.Cause == "" {
			c.Cause, c.ArticleID = why.general, why.only
		}
		d.Changes = append(d.Changes, c)
	}
	d.splits(all, added, release)
	slices.SortFunc(d.Changes, byRow)
	slices.SortFunc(d.Retired, byOldID)
	return d
}

// splits lists the ids of which a part went to an id that is new, though they live on.
func (d *Difference) splits(all []found, added map[string]bool, release int) {
	gone, listed := map[string]bool{}, map[schema.RetiredID]bool{}
	for _, r := range d.Retired {
		gone[r.OldID] = true
	}
	for _, f := range all {
		r := schema.RetiredID{OldID: f.OldValue, NewID: f.NewValue, Reason: "rekeyed", Release: release}
		if f.rekeyed && r.OldID != "" && !gone[r.OldID] && added[r.NewID] {
			if r.TableName = mintedBy(f.TableName, f.ColumnName); r.TableName != "" && !listed[r] {
				listed[r] = true
				d.Retired = append(d.Retired, r)
			}
		}
	}
}

// mintedBy names the table of minted ids whose mentions stand in a table, when the column holds them.
func mintedBy(table, column string) string {
	for _, m := range minted {
		if m.mentions.Name == table && m.ref == column {
			return m.table.Name
		}
	}
	return ""
}

func byOldID(a, b schema.RetiredID) int {
	return cmp.Or(cmp.Compare(a.Release, b.Release), cmp.Compare(tableNumber(a.TableName), tableNumber(b.TableName)), cmp.Compare(a.OldID, b.OldID), cmp.Compare(a.NewID, b.NewID))
}

// Continue puts the difference behind the history so far. An id that lives again is no longer retired.
func (d *Difference) Continue(p *Previous) (changes []schema.Change, retired []schema.RetiredID) {
	retired = slices.DeleteFunc(slices.Clone(p.Retired), func(r schema.RetiredID) bool { return r.Reason != "rekeyed" && d.alive[r.OldID] })
	return slices.Concat(p.Changes, d.Changes), slices.Concat(retired, d.Retired)
}
