package resolve

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/zeebo/xxh3"
)

// The signature has 64 MinHash values: 16 bands of 4 find a pair of similarity 0.8 with probability 0.9998, and one of 0.3 with 0.12.
const (
	bands     = 16
	bandRows  = 4
	nearCopy  = 0.8 // estimated share of equal 5-word shingles from which an article repeats another
	sameStory = 0.5 // under this share two texts with one address are two articles
)

// Article is what pass 2 decides on one article that stays.
type Article struct {
	Key         int // number in Partition.Keys
	AlsoIn      []string
	DuplicateOf int // number in Partition.Articles, -1 for none
	Similarity  float64
}

// Notice is an article that does not stay, and why.
type Notice struct {
	Source     string
	Superseded bool // a newer text of the same article stays: a warning; else the source is skipped
	Reason     string
}

// articles sorts the keys and decides which records stay: one for each article id, the newest text winning.
func (p *Partition) articles() {
	slices.SortFunc(p.Keys, func(a, b Keys) int { return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Ordinal, b.Ordinal)) })
	winner := map[string]int{} // article id to key
	for i := range p.Keys {
		w, seen := winner[p.Keys[i].ArticleID]
		if !seen || p.Keys[i].TextHash != p.Keys[w].TextHash && p.newer(i, w) {
			winner[p.Keys[i].ArticleID] = i
		}
	}
	for i := range p.Keys {
		k := &p.Keys[i]
		if w := winner[k.ArticleID]; w == i {
			p.Articles = append(p.Articles, Article{Key: i, DuplicateOf: -1})
		} else {
			p.yield(k, &p.Keys[w])
		}
	}
	also := map[string][]string{}
	for i := range p.Keys {
		if w := winner[p.Keys[i].ArticleID]; w != i && p.Keys[i].TextHash == p.Keys[w].TextHash {
			also[p.Keys[i].ArticleID] = append(also[p.Keys[i].ArticleID], p.Keys[i].Source)
		}
	}
	for i := range p.Articles {
		p.Articles[i].AlsoIn = also[p.key(i).ArticleID]
	}
	p.nearCopies()
}

// yield notes a record whose article another record gives, unless it is an exact copy.
func (p *Partition) yield(k, winner *Keys) {
	switch {
	case k.TextHash == winner.TextHash:
	case len(k.Signature) > 0 && len(winner.Signature) > 0 && similarity(k.Signature, winner.Signature) < sameStory:
		p.Notices = append(p.Notices, Notice{k.Source, false, fmt.Sprintf("has the address of %s but another text: --article-id text keeps both", winner.Source)})
	default:
		p.Notices = append(p.Notices, Notice{k.Source, true, fmt.Sprintf("superseded by %s, a newer text of the same article", winner.Source)})
	}
}

// newer orders two texts of one article: modified, then published, then text hash. Of two stories with one address the earlier source stays.
func (p *Partition) newer(a, b int) bool {
	x, y := &p.Keys[a], &p.Keys[b]
	if len(x.Signature) > 0 && len(y.Signature) > 0 && similarity(x.Signature, y.Signature) < sameStory {
		return false
	}
	return cmp.Or(compareTimes(x.Modified, y.Modified), compareTimes(x.Published, y.Published), cmp.Compare(x.TextHash, y.TextHash)) > 0
}

// compareTimes orders times, an unknown one first.
func compareTimes[T cmp.Ordered](a, b *T) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}

// nearCopies sets DuplicateOf: an article is compared, inside each band of its signature, with the article of smallest id only, so that
// time stays linear however many copies a wire report has.
func (p *Partition) nearCopies() {
	order := make([]int, len(p.Articles))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(p.key(a).ArticleID, p.key(b).ArticleID) })
	first := map[uint64]int{}
	for _, i := range order {
		for _, band := range p.key(i).bands() {
			j, taken := first[band]
			if !taken {
				first[band] = i
				continue
			}
			if s := p.similarity(i, j); s >= nearCopy && s > p.Articles[i].Similarity {
				p.Articles[i].DuplicateOf, p.Articles[i].Similarity = j, s
			}
		}
	}
	for i := range p.Articles { // name an article whose own DuplicateOf is null
		for d := p.Articles[i].DuplicateOf; d >= 0 && p.Articles[d].DuplicateOf >= 0; d = p.Articles[i].DuplicateOf {
			p.Articles[i].DuplicateOf = p.Articles[d].DuplicateOf
			p.Articles[i].Similarity = max(p.similarity(i, p.Articles[i].DuplicateOf), 0)
		}
	}
}

func (p *Partition) similarity(a, b int) float64 {
	x, y := p.key(a), p.key(b)
	if x.TextHash == y.TextHash {
		return 1
	}
	return similarity(x.Signature, y.Signature)
}

// bands are the buckets of an article; a short article, without signature, shares one with equal texts only.
func (k *Keys) bands() []uint64 {
	if len(k.Signature) < bands*bandRows {
		return []uint64{xxh3.HashString(k.TextHash)}
	}
	out := make([]uint64, bands)
	for b := range out {
		h := uint64(b) + 1
		for _, v := range k.Signature[b*bandRows : (b+1)*bandRows] {
			h = h*0x9E3779B97F4A7C15 ^ v ^ h>>29
		}
		out[b] = h
	}
	return out
}

// similarity estimates the share of equal shingles.
func similarity(a, b []uint64) float64 {
	if len(a) == 0 || len(a) != len(b) {
		return 0
	}
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}
