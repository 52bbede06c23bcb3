package main

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsledger/newsledger/exporters/published"
	"github.com/newsledger/newsledger/schema"
)

// TestOrderOfArrivalChangesNoFact feeds our articles to datasets in several ways: at once, one by one, in any order, in batches. What the datasets
// say is the same but for ids that were minted then, and no id ever moves to another anchor.
func TestOrderOfArrivalChangesNoFact(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.*"))
	if err != nil || len(names) < 10 {
		t.Fatalf("%v: %v", names, err)
	}
	names = slices.DeleteFunc(names, func(n string) bool { return strings.HasSuffix(n, ".csv") })
	want := facts(t, grow(t, [][]string{names}))
	if len(want["events"]) < 50 {
		t.Fatalf("%d events: too few to show anything", len(want["events"]))
	}
	for seed, size := range []int{1, 1, 3, 7} {
		order := slices.Clone(names)
		rand.New(rand.NewPCG(uint64(seed), 1)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		got := facts(t, grow(t, slices.Collect(slices.Chunk(order, size))))
		for table := range want {
			if diff := cmp.Diff(want[table], got[table]); diff != "" {
				t.Errorf("seed %d, %d at a time: %s (-at once +in turn):\n%s", seed, size, table, diff)
			}
		}
	}
}

// grow exports a folder that gets one batch of files after another, and returns the dataset.
func grow(t *testing.T, batches [][]string) string {
	t.Helper()
	folder, dataset := t.TempDir(), filepath.Join(t.TempDir(), "dataset")
	anchors := map[string]string{}
	for _, batch := range batches {
		for _, name := range batch {
			data, err := os.ReadFile(name)
			if err == nil {
				err = os.WriteFile(filepath.Join(folder, filepath.Base(name)), data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		exportTo(t, dataset, folder)
		anchors = idsStay(t, dataset, anchors)
	}
	return dataset
}

func exportTo(t *testing.T, dataset string, inputs ...string) {
	t.Helper()
	var said bytes.Buffer
	args := append([]string{"newsledger", "export", "--format", "csv", "-o", dataset}, inputs...)
	if status := run(t.Context(), args, strings.NewReader(""), io.Discard, &said); status != statusOK && status != statusSkipped {
		t.Fatalf("status %d: %s", status, said.String())
	}
}

// minted are the tables whose ids are minted across articles, with the columns of their anchors.
var minted = map[*schema.Table]string{schema.Actors: "anchor_mention_id", schema.Events: "anchor_mention_id", schema.FigureGroups: "anchor_figure_id"}

// idsStay returns the anchors of all ids. Every anchor of before has its id still, unless another anchor's id, which is older, took its place.
func idsStay(t *testing.T, dataset string, before map[string]string) map[string]string {
	t.Helper()
	d := opened(t, dataset)
	now := map[string]string{}
	for table, anchor := range minted {
		each(t, d, table, func(b schema.Batch, i int) {
			id, _ := b.Text(table.Column(table.Keys()[0]), i)
			a, _ := b.Text(table.Column(anchor), i)
			now[a] = id
		})
	}
	retired := map[string]bool{}
	each(t, d, schema.RetiredIDs, func(b schema.Batch, i int) { retired[b.Rows.([]schema.RetiredID)[i].OldID] = true })
	ids := map[string]bool{}
	for _, id := range now {
		ids[id] = true
	}
	for anchor, id := range before {
		if other, ok := now[anchor]; ok && other != id && !retired[id] {
			t.Errorf("%s stood on %s, which has %s now", id, anchor, other)
		}
		if !ids[id] && !retired[id] {
			t.Errorf("%s is neither there nor retired", id)
		}
	}
	return now
}

// facts are the rows of all tables but the history, every minted id replaced by its anchor.
func facts(t *testing.T, dataset string) map[string][]string {
	t.Helper()
	d := opened(t, dataset)
	anchorOf := map[string]string{}
	for table, anchor := range minted {
		each(t, d, table, func(b schema.Batch, i int) {
			id, _ := b.Text(table.Column(table.Keys()[0]), i)
			anchorOf[id], _ = b.Text(table.Column(anchor), i)
		})
	}
	rows := map[string][]string{}
	for _, table := range schema.Tables {
		if table.Class == schema.History {
			continue
		}
		each(t, d, table, func(b schema.Batch, i int) {
			var values []string
			for k := range table.Columns {
				c := &table.Columns[k]
				var items schema.List
				if c.Kind == schema.Texts {
					items = b.List(c, i)
				} else {
					items = schema.List{b.String(c, i)}
				}
				for _, item := range items {
					if anchor, ok := anchorOf[item]; ok {
						item = anchor
					}
					values = append(values, c.Name+"="+item)
				}
			}
			rows[table.Name] = append(rows[table.Name], strings.Join(values, "\n"))
		})
	}
	return rows
}

func opened(t *testing.T, dataset string) *published.Dataset {
	t.Helper()
	d, err := published.Open(dataset)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func each(t *testing.T, d *published.Dataset, table *schema.Table, do func(b schema.Batch, i int)) {
	t.Helper()
	err := d.Read(table, func(b schema.Batch) error {
		for i := range b.Len() {
			do(b, i)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
