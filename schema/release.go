package schema

import "strings"

// Change is one difference between a release of a continued dataset and the one before.
type Change struct {
	Release    int    `csv:"release" doc:"number of the release, from 1"`
	TableName  string `csv:"table_name" doc:"table of the row"`
	RowID      string `csv:"row_id" doc:"key of the row"`
	RowLabel   string `csv:"row_label" col:"null" doc:"what a person knows the row by: title, name, summary, or quote"`
	Change     string `csv:"change" col:"vocab=change_kind" doc:"what happened to it"`
	ColumnName string `csv:"column_name" col:"null" doc:"column that changed"`
	OldValue   string `csv:"old_value" col:"null" doc:"value before"`
	NewValue   string `csv:"new_value" col:"null" doc:"value after"`
	Cause      string `csv:"cause" col:"vocab=change_cause" doc:"why"`
	ArticleID  string `csv:"article_id" col:"null" doc:"article that caused it"`
}

// RetiredID is an identifier that is no longer used.
type RetiredID struct {
	TableName string `csv:"table_name" doc:"table of the row"`
	OldID     string `csv:"old_id" doc:"identifier that is no longer used, or of which a part went"`
	NewID     string `csv:"new_id" col:"null" doc:"identifier to use instead; null when the thing is gone with its articles"`
	Reason    string `csv:"reason" col:"vocab=change_kind" doc:"merged: new_id stands for both; removed: its articles are gone; rekeyed: old_id stays, and new_id took a part of its mentions"`
	Release   int    `csv:"release" doc:"release that retired it"`
}

// The tables of continued datasets.
var (
	Changes    = TableOf[Change]("changes", History, "by release, table, row, column", "What each release of a continued dataset changed.")
	RetiredIDs = TableOf[RetiredID]("retired_ids", History, "by release, table, old id", "Identifiers that are no longer used, and what to use instead.")
)

// Previous is what a dataset that is continued says of the identifiers that are minted across articles.
type Previous struct{ Actors, Events, Groups PreviousIDs }

// PreviousIDs are the identifiers of one table.
type PreviousIDs struct {
	ByAnchor map[string]string // the id that stands on an anchor: a mention, or of groups a figure
	Since    map[string]int    // release that minted an id; 1 where there is none
	Taken    map[string]bool   // ids that no other thing may have: those in use, and those that were merged into others

	// Members finds the mentions, or figures, that had one of the ids.
	Members func(ids map[string]bool) ([]PreviousMember, error)
}

// PreviousMember is a mention, or figure, with the id of what it was a mention of.
type PreviousMember struct{ RowID, ArticleID, ID string }

// IsTracked says whether the changes of a column are listed: not those of counters and of first and last dates, which change with every article,
// nor of anchors, which only ids rest on, nor of the article's text, whose hash stands for it.
func IsTracked(c *Column) bool {
	return c.Role != Key && c.Name != "text" && !strings.HasPrefix(c.Name, "anchor_") && !strings.HasPrefix(c.Name, "n_") && !strings.HasPrefix(c.Name, "first_") && !strings.HasPrefix(c.Name, "last_")
}
