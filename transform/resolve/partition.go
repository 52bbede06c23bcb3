package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/newsledger/newsledger/schema"
)

// Partition says what is one across articles. It is a pure function of the set of keys.
type Partition struct {
	Keys     []Keys    // sorted by source, then record
	Articles []Article // the articles that stay, in the order of the tables
	Notices  []Notice

	Actors []Actor
	Events []Cluster // events that are one
	Groups []Cluster // figures that stand beside each other

	Merged map[string]string // ids of the previous dataset that went into others, and into which

	Changes []schema.Change    // of a continued dataset
	Retired []schema.RetiredID // so too

	told     *stories  // while events are compared
	together *together // once it is gathered
}

// Cluster is a set of local events or figures that are one.
type Cluster struct {
	ID       string
	Anchor   string   // id of the mention or figure that the id rests on
	Members  []Member // in the order of the tables
	Maybe    int      // events: number of the cluster that this one may be, -1 for none
	Whole    int      // figures: number of the group that this one is a part of, -1 for none
	Several  bool     // members of more than one article
	Articles int
}

// Member is a local event, actor or figure: its article and its number there.
type Member struct {
	Article int32 // number in Partition.Articles
	Number  int32
}

// Resolve makes the partition of a set of keys and mints the ids. previous is the dataset that is continued, nil for none; read is asked for records
// when one of its ids lost its anchor. Its errors are those of read and previous.
func Resolve(keys []Keys, previous *schema.Previous, read Stream) (*Partition, error) {
	p := &Partition{Keys: keys}
	p.articles()
	p.actors()
	p.events()
	p.figures()
	return p, p.mint(previous, read)
}

// key returns the keys of article i.
func (p *Partition) key(i int) *Keys { return &p.Keys[p.Articles[i].Key] }

// Records returns the numbers of the records that stay, in the order of the tables.
func (p *Partition) Records() []int {
	numbers := make([]int, len(p.Articles))
	for i := range p.Articles {
		numbers[i] = p.key(i).Number
	}
	return numbers
}

// Sources is the SHA-256, hexadecimal, over source, other sources and text hash of every article, in the order of the tables.
func (p *Partition) Sources() string {
	h := sha256.New()
	for i := range p.Articles {
		fmt.Fprintf(h, "%q %q %s\n", p.key(i).Source, p.Articles[i].AlsoIn, p.key(i).TextHash)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// original returns the article that article i repeats, or i itself.
func (p *Partition) original(i int32) int32 {
	if d := p.Articles[i].DuplicateOf; d >= 0 {
		return int32(d)
	}
	return i
}

// spread finishes a cluster whose members are complete.
func (c *Cluster) spread() {
	last := int32(-1)
	for _, m := range c.Members {
		if m.Article != last {
			c.Articles++
			last = m.Article
		}
	}
	c.Several = c.Articles > 1
}
