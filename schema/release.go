package schema

// Change is one difference between a release of a continued dataset and the one before.
type Change struct {
	Release    int    `csv:"release" doc:"number of the release, from 1"`
	TableName  string `csv:"table_name" doc:"table of the row"`
	RowID      string `csv:"row_id" doc:"key of the row"`
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
	OldID     string `csv:"old_id" col:"key" doc:"identifier that is no longer used"`
	NewID     string `csv:"new_id" col:"null" doc:"identifier to use instead"`
	Reason    string `csv:"reason" col:"vocab=change_kind" doc:"why it went"`
	Release   int    `csv:"release" doc:"release that retired it"`
}

// The tables of continued datasets.
var (
	Changes    = TableOf[Change]("changes", History, "by release, table, row, column", "What each release of a continued dataset changed.")
	RetiredIDs = TableOf[RetiredID]("retired_ids", History, "by release, table, old id", "Identifiers that are no longer used, and what to use instead.")
)
