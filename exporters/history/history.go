// Package history holds a dataset against the one that it continues: which ids go on, which rows were added, changed or removed and why, and which
// ids retired. Two datasets that have nothing to do with each other are compared in the same way.
//
//	published dataset ─ Read ─▶ schema.Previous ─▶ ids (package resolve)
//	                 └───────── Compare ◀─ rows of the new dataset ─▶ changes, retired_ids
package history

import (
	"github.com/newsledger/newsledger/exporters/published"
	"github.com/newsledger/newsledger/schema"
)

// Previous is what a published dataset tells the one that continues it.
type Previous struct {
	schema.Previous
	Release int // at least 1
	Changes []schema.Change
	Retired []schema.RetiredID
	data    *published.Dataset
}

// Read reads the ids of a published dataset, and its history.
func Read(d *published.Dataset) (*Previous, error) {
	p := &Previous{data: d, Release: max(d.Package.Release, 1)}
	var err error
	if p.Changes, err = published.Rows[schema.Change](d, schema.Changes); err != nil {
		return nil, err
	}
	if p.Retired, err = published.Rows[schema.RetiredID](d, schema.RetiredIDs); err != nil {
		return nil, err
	}
	for _, m := range minted {
		if err := m.read(p); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Between compares two datasets that may have nothing to do with each other. Rows are the same when their ids are.
func Between(old, next *published.Dataset) (*Difference, error) {
	retired, err := published.Rows[schema.RetiredID](next, schema.RetiredIDs)
	if err != nil {
		return nil, err
	}
	merged := map[string]string{}
	for _, r := range retired {
		if r.Reason == "merged" {
			merged[r.OldID] = r.NewID
		}
	}
	write := func(to Sink) error {
		for _, t := range schema.Tables {
			if isCompared(t) {
				if err := next.Read(t, to.Write); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return Compare(old, nil, Source{Write: write, Merged: merged, NewVersion: old.Package.Rules != next.Package.Rules}, max(next.Package.Release, 1))
}

// mintedTable is a table whose ids are minted across articles, and the table of what it was found in.
type mintedTable struct {
	table    *schema.Table
	anchor   string // column of table
	mentions *schema.Table
	ref      string // column of mentions that holds the id
	ids      func(*Previous) *schema.PreviousIDs
}

var minted = []mintedTable{
	{schema.Actors, "anchor_mention_id", schema.ActorMentions, "actor_id", func(p *Previous) *schema.PreviousIDs { return &p.Actors }},
	{schema.Events, "anchor_mention_id", schema.EventMentions, "event_id", func(p *Previous) *schema.PreviousIDs { return &p.Events }},
	{schema.FigureGroups, "anchor_figure_id", schema.Figures, "figure_group", func(p *Previous) *schema.PreviousIDs { return &p.Groups }},
}

// isMinted says whether a table's ids are minted across articles.
func isMinted(table string) bool {
	for _, m := range minted {
		if m.table.Name == table {
			return true
		}
	}
	return false
}

func (m *mintedTable) read(p *Previous) error {
	ids := m.ids(p)
	*ids = schema.PreviousIDs{ByAnchor: map[string]string{}, Since: map[string]int{}, Taken: map[string]bool{}}
	ids.Members = func(of map[string]bool) ([]schema.PreviousMember, error) { return m.members(p.data, of) }
	for _, c := range p.Changes {
		if c.TableName == m.table.Name && c.Change == "added" {
			ids.Since[c.RowID] = c.Release
		}
	}
	for _, r := range p.Retired {
		if r.TableName == m.table.Name && r.Reason == "merged" {
			ids.Taken[r.OldID] = true
		}
	}
	key, anchor := m.table.Column(m.table.Keys()[0]), m.table.Column(m.anchor)
	return p.data.Read(m.table, func(b schema.Batch) error {
		for i := range b.Len() {
			id, _ := b.Text(key, i)
			mention, _ := b.Text(anchor, i)
			ids.ByAnchor[mention], ids.Taken[id] = id, true
		}
		return nil
	})
}

// members lists the mentions of things with one of the ids.
func (m *mintedTable) members(d *published.Dataset, of map[string]bool) ([]schema.PreviousMember, error) {
	key, ref, article := m.mentions.Column(m.mentions.Keys()[0]), m.mentions.Column(m.ref), m.mentions.Column("article_id")
	var found []schema.PreviousMember
	err := d.Read(m.mentions, func(b schema.Batch) error {
		for i := range b.Len() {
			if id, _ := b.Text(ref, i); of[id] {
				row, _ := b.Text(key, i)
				in, _ := b.Text(article, i)
				found = append(found, schema.PreviousMember{RowID: row, ArticleID: in, ID: id})
			}
		}
		return nil
	})
	return found, err
}
