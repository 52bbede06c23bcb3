package actors

import (
	"cmp"
	"slices"

	"github.com/newsledger/newsledger/schema"
)

// write appends the rows: mentions in the order of the text, then actors and names, whose ids are those of first mentions.
func (f *finder) write() {
	ids := f.writeMentions()
	for k := range f.cast {
		f.writeActor(k, ids)
	}
}

// writeMentions writes every mention and returns the id of each actor: that of its first naming.
func (f *finder) writeMentions() []string {
	all := f.others
	for _, n := range f.namings {
		all = append(all, reference{n.first, n.end, n.actor, "name", n.rule})
	}
	slices.SortFunc(all, func(a, b reference) int { return cmp.Or(a.first-b.first, a.end-b.end) })
	ids := make([]string, len(f.cast))
	rows := make([]schema.ActorMention, len(all))
	for i, m := range all {
		span := f.doc.SpanOf(m.first, m.end)
		rows[i] = schema.ActorMention{MentionID: f.rec.ID("actor_mentions", span.Quote), ArticleID: f.rec.Article.ArticleID, Span: span, Kind: m.kind,
			SentenceNo: f.doc.Tokens[m.first].Sentence + 1, Rule: m.rule}
		if m.kind == "name" && ids[m.actor] == "" {
			ids[m.actor] = rows[i].MentionID
		}
		f.tr.Won(station, m.rule, span)
	}
	for i, m := range all {
		rows[i].ActorID = ids[m.actor]
	}
	f.rec.ActorMentions = append(f.rec.ActorMentions, rows...)
	return ids
}

func (f *finder) writeActor(k int, ids []string) {
	a := &f.cast[k]
	r := schema.Actor{
		ActorID: ids[k], Name: a.name, ActorType: a.kind, Sector: a.sector, CountryCode: a.country, Title: a.title(), PlaceID: a.placeID,
		IsSensitive: a.sensitive, FtmSchema: ftmSchema(a.kind), AnchorMentionID: ids[k], NArticles: 1, Aliases: schema.List{},
		FirstSeen: f.rec.Article.PublishedDate, LastSeen: f.rec.Article.PublishedDate,
	}
	if b := a.affiliation; b >= 0 {
		r.AffiliationActorID, r.Affiliation = ids[b], f.cast[b].name
	}
	for _, o := range f.others {
		if o.actor == k {
			r.NMentions++
		}
	}
	r.NMentions += len(a.namings)
	forms := slices.Clone(a.forms)
	slices.SortStableFunc(forms, func(x, y form) int { return cmp.Or(y.count-x.count, cmp.Compare(x.text, y.text)) })
	for _, fm := range forms {
		f.rec.ActorNames = append(f.rec.ActorNames, schema.ActorName{ActorID: ids[k], Name: fm.text, NameType: fm.kind, NMentions: fm.count})
		if fm.kind != "primary" {
			r.Aliases = append(r.Aliases, fm.text)
		}
	}
	f.rec.Actors = append(f.rec.Actors, r)
}

// ftmSchema is the FollowTheMoney schema of a type of actor.
func ftmSchema(kind string) string {
	switch kind {
	case "person":
		return "Person"
	case "country", "government", "law_enforcement", "military", "judiciary", "legislature", "regulator", "igo":
		return "PublicBody"
	case "company", "media":
		return "Company"
	case "facility":
		return "RealEstate"
	}
	return "Organization"
}
