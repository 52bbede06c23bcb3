package schema

// Article is one article that was read.
type Article struct {
	ArticleID      string   `csv:"article_id" col:"key" doc:"identifier of the article"`
	Source         string   `csv:"source" col:"free" doc:"input path relative to the folder given; behind # the record's id or number"`
	AlsoIn         List     `csv:"also_in" doc:"sources of exact copies: same id, same text, one row"`
	Status         string   `csv:"status" col:"vocab=article_status" doc:"what became of the article"`
	Title          string   `csv:"title" col:"null,free" doc:"title as found"`
	Byline         string   `csv:"byline" col:"null" doc:"author line as found"`
	Publisher      string   `csv:"publisher" col:"null" doc:"publisher as found"`
	PublisherType  string   `csv:"publisher_type" col:"null,vocab=publisher_type" doc:"kind of publisher, from a list of domains and names"`
	URL            string   `csv:"url" col:"null,free" doc:"address of the article"`
	Language       string   `csv:"language" col:"null" doc:"BCP 47 code; empty when it cannot be told reliably"`
	Dateline       string   `csv:"dateline" col:"null" doc:"place that the text opens with, as in BANGKOK"`
	PublishedAt    *Time    `csv:"published_at" doc:"instant of publication; only when a clock time is stated"`
	PublishedDate  *Date    `csv:"published_date" doc:"day of publication"`
	PublishedEDTF  string   `csv:"published_edtf" col:"null" doc:"date of publication in EDTF with its real precision"`
	PublishedBasis string   `csv:"published_basis" col:"null,vocab=published_basis" doc:"where the publication date comes from"`
	Text           string   `csv:"text" col:"null,free" doc:"cleaned text in which every offset counts; empty with --omit-text"`
	TextSHA256     string   `csv:"text_sha256" col:"free" doc:"SHA-256 of the cleaned text, hexadecimal"`
	NChars         int      `csv:"n_chars" col:"unit=characters" doc:"code points of the cleaned text"`
	NWords         int      `csv:"n_words" col:"unit=words" doc:"words of the cleaned text"`
	NSentences     int      `csv:"n_sentences" col:"unit=sentences" doc:"sentences of the cleaned text"`
	NRepaired      int      `csv:"n_repaired" col:"unit=characters" doc:"characters repaired after wrong decoding"`
	NRemoved       int      `csv:"n_removed" col:"unit=characters" doc:"characters removed: page furniture and repeats"`
	DuplicateOf    string   `csv:"duplicate_of" col:"null,ref=articles" doc:"article that this one repeats or nearly repeats"`
	Similarity     *float64 `csv:"similarity" doc:"0 to 1: estimated share of 5-word runs in common with that article"`
}

// Articles is the table of articles.
var Articles = TableOf[Article]("articles", Base, "by source, then record in the file", "The articles that were read, one row each.")
