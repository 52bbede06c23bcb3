package xlsxfile

import (
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// The colours of tabs.
const (
	frontTab = ink
	whatTab  = "C55A11"
	whoTab   = "548235"
	whereTab = "2E75B6"
	bookTab  = "7F7F7F"
	rawTab   = "BFBFBF"
)

// plans lists the data sheets in their order. Columns stand with their widths in characters; those before | are printed, those behind + are
// grouped and collapsed, * is all that are left. Where a sentence is shown, rows are high enough for most.
var plans = []sheet{
	{name: "Events", tab: whatTab, table: schema.EventsFlat, order: eventOrder, lines: 3,
		about: "What happened, is planned, ordered, threatened or denied. Countable events first, then the latest.",
		columns: columnsOf(schema.EventsFlat, `date_start 11, date_text 14, first_reported 11, event_type 21, status 12, assertion 11, countable 10, summary 33, sentence 62, said_by 17 | agents 26, targets 26, places 24,
			country_code 8, figures_text 36, n_articles 8, publishers 20, url 30 + *`)},
	{name: "Planned", tab: whatTab, table: schema.EventsFlat, keep: isPlanned, order: dueOrder, lines: 3,
		about:   "What is proposed, planned, ordered or threatened, or has a deadline, by deadline.",
		columns: columnsOf(schema.EventsFlat, `status 12, due_date 11, due_text 18, summary 45, ordered_by 22, sentence 75, said_by 20 | agents 26, country_code 8, url 30, event_id 22`)},
	{name: "Side_by_side", tab: whatTab, table: schema.FigureGroups, order: groupOrder, lines: 2, words: map[string]worded{"claimants": articlesSpeak},
		about: "Each thing that is counted or valued, with all numbers that were stated of it. Rival numbers first. Sum this sheet, never Figures.",
		columns: columnsOf(schema.FigureGroups, `measure_group 14, measure 14, what 25, group_country 8, place_name 16, time_edtf 12, lowest 16, highest 16, stated 24, claimants 24, agreement 13,
			whole_text 18 | event_summary 45, group_sex 8, period 8, n_articles 8, part_of_group 22, figure_group 22 + n_figures, n_claimants, event_id, event_countable, country_code, unit`)},
	{name: "Figures", tab: whatTab, table: schema.FiguresFlat, lines: 3, words: map[string]worded{"claimant": articleSpeaks},
		about: "Every number that an article states, who claims it, and the sentence. Never sum this sheet.",
		columns: columnsOf(schema.FiguresFlat, `value_text 18, object 24, measure 14, group_country 8, claimant 26, time_text 14, place_name 16, sentence 78 | whole_text 22, agreement 13,
			event_summary 40, publisher 18, published_date 11, url 30 + *`)},
	{name: "Citations", tab: whoTab, table: schema.CitationsFlat, lines: 3,
		about: "Who said what, word for word where it is quoted.",
		columns: columnsOf(schema.CitationsFlat, `source_name 26, source_title 22, kind 11, cue 14, content 62, sentence 70 | verbatim 50, source_sector 16, source_country 8, about 28, via_name 14,
			parent_content 26, publisher 18, published_date 11, url 30 + *`)},
	{name: "Actors", tab: whoTab, table: schema.Actors, lines: 2,
		about:   "The people, bodies and states that the articles name.",
		columns: columnsOf(schema.Actors, `name 30, actor_type 17, sector 17, title 30, affiliation 28, country_code 8, aliases 30, n_articles 8, n_mentions 9, is_sensitive 12 | actor_id 22`)},
	{name: "Links", tab: whoTab, table: schema.LinksFlat, lines: 3,
		about:   "Ties and events between named actors, one row a tie.",
		columns: columnsOf(schema.LinksFlat, `source_name 26, link 21, label 26, target_name 26, assertion 11, status 11, sentence 70, n_articles 8 | + *`)},
	{name: "Places", tab: whereTab, table: schema.Places, lines: 1,
		about:   "The places that the articles name.",
		columns: columnsOf(schema.Places, `name 30, place_type 12, admin1 24, country_code 8, n_mentions 9, n_events 8, n_articles 8, latitude 10, longitude 10, is_centroid 9 | + place_id`)},
	{name: "Articles", tab: whereTab, table: schema.Articles, lines: 2,
		about:   "The articles that were read, without their text.",
		columns: columnsOf(schema.Articles, `published_date 11, title 60, publisher 22, publisher_type 13, source 36, url 40, n_words 8 | duplicate_of 22 + article_id, status, language`)},
}

// changesPlan is shown in datasets that are continued.
var changesPlan = sheet{name: "Changes", tab: bookTab, table: schema.Changes, lines: 2,
	about:   "What each release changed.",
	columns: columnsOf(schema.Changes, `release 8, table_name 15, row_label 50, change 10, column_name 16, old_value 32, new_value 32, cause 15 | row_id 22, article_id 22`)}

// rawPlans are the tables that no sheet shows, for --sheets all. The text of articles stays out of workbooks.
func rawPlans() []sheet {
	var raw []sheet
	for _, t := range schema.Tables {
		shown := slices.ContainsFunc(plans, func(s sheet) bool { return s.table == t }) || t == schema.Changes || t == schema.EventTypes
		if !shown {
			raw = append(raw, sheet{name: "raw_" + t.Name, tab: rawTab, table: t, about: t.Doc, lines: 1, columns: columnsOf(t, "*")})
		}
	}
	return raw
}

// worded says in words what a blank cell of a column means.
type worded func(schema.Batch, int) string

// articleSpeaks names the article, where no source is named beside it.
func articleSpeaks(b schema.Batch, i int) string {
	if publisher := b.Rows.([]schema.FigureFlat)[i].Publisher; publisher != "" {
		return "the article (" + publisher + ")"
	}
	return "the article"
}

func articlesSpeak(b schema.Batch, i int) string {
	if b.Rows.([]schema.FigureGroup)[i].NArticles > 1 {
		return "the articles"
	}
	return "the article"
}
