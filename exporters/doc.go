// Package exporters writes a dataset: every table of schema in every format that was asked for, and the documents beside them.
//
//	batches of rows ──┬─ csvfile      csv/TABLE.csv
//	(schema.Batch,    ├─ parquetfile  parquet/TABLE.parquet        ┐
//	 all tables       └─ xlsxfile     newsledger.xlsx              ├─ staging directory ── Publication.Commit ── dataset
//	 in one pass)        datapackage  datapackage.json, CODEBOOK.md, SHA256SUMS ┘
//
// Each format is a folder that knows schema and one third-party library; no two formats know each other. Create opens a format, Begin and
// Commit publish a finished directory at once or not at all, in the place of the last one or, with BeginRelease, beside it. Package verify checks a
// published dataset, published reads its tables, history holds it against the one that continues it. The package reads no article and extracts
// nothing: rows come in their final order from transform.
package exporters
