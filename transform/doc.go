// Package transform takes articles to records and records to a dataset.
//
//	         pass 1: each article alone, in parallel                         pass 2: all articles
//	bytes ─▶ source ─▶ clean ─▶ language ─▶ text, model ─▶ extract ─▶ Record ─▶ spool ─▶ resolve ─▶ rows of tables ─▶ exporters
//	         files     repaired  English?   sentences      dates              CBOR     one actor,
//	         to text   and freed            tokens         places                      one event,
//	                   of page              parts of       actors                      rival figures
//	                   furniture            speech, names  citations                   in one group
//	                                                       figures
//	                                                       events
//
// Read is pass 1 of one article: what it returns depends on the article, the options and the version alone. Gather runs it over many and keeps the
// records, taking those of articles that an earlier run read from its state; Dataset.Resolve and Resolved.Write are pass 2. The package knows no file format of the output: the exporters are handed batches of rows.
package transform
