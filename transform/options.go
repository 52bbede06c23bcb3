package transform

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"

	"github.com/newsledger/newsledger/transform/clean"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/newsledger/newsledger/transform/state"
)

// Options say how articles are read. The zero value is useful.
type Options struct {
	Source     source.Options
	IDFromText bool             // make article ids from the text, not from the address
	Publishers clean.Publishers // a list of publishers of the user's own, which goes before ours; nil for none
	Language   string           // take every article for this language (BCP 47); "" finds out
	Jobs       int              // articles read at a time; 0 means one a processor
	TempDir    string           // where records wait when they no longer fit in memory; "" means the system's place

	State       *state.State // what earlier runs read; nil for nothing
	KeepRemoved bool         // articles of the state whose input is gone stay
}

// Reading is equal for options under which a file gives the same records: a hash.
func (o *Options) Reading() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%t\x00%s\x00%v", o.Source.Hash(), o.IDFromText, o.Language, o.Publishers)
	return hex.EncodeToString(h.Sum(nil))
}

func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// key is the cache key of an article: whatever changes the record changes the key.
func (o *Options) key(raw *source.Raw) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%t\x00%s\x00%v", Fingerprint, raw.Hash(), o.IDFromText, o.Language, o.Publishers) // fmt sorts the keys of a map
	return hex.EncodeToString(h.Sum(nil))
}

// Error is what kept one article out of the dataset.
type Error struct {
	Place string // file, and line or record in it
	Stage string // clean, extract, check or encode
	Err   error
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s: %v", e.Place, e.Stage, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
