package schema

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

var idText = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// ID makes an identifier: prefix, underscore, and 16 base32 characters (80 bits of SHA-256) of the parts.
func ID(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + "_" + idText.EncodeToString(sum[:10])
}

// prefixes of the ids that are final in pass 1, by table.
var prefixes = map[string]string{
	"figures": "fig", "citations": "cit", "actor_mentions": "men", "place_mentions": "men", "event_mentions": "men", "relations": "rel", "dates": "dat",
}

// Minter makes the ids of the rows of one article: hash(table, article_id, quote, count among equal quotes of that table), so that
// a shift of offsets moves no id. Ask in the order of the rows: by span_start, then span_end.
type Minter struct {
	article string
	seen    map[[2]string]int
}

// NewMinter starts the ids of an article.
func NewMinter(articleID string) *Minter { return &Minter{articleID, map[[2]string]int{}} }

// ID returns the id of the next row of table with this quote.
func (m *Minter) ID(table, quote string) string {
	k := [2]string{table, quote}
	m.seen[k]++
	return ID(prefixes[table], table, m.article, quote, strconv.Itoa(m.seen[k]))
}
