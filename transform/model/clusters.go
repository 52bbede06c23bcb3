package model

import (
	"bytes"
	"encoding/binary"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// cluster holds the bits of a Brown cluster's path that features look at; 0 is "no cluster" in all of them.
type cluster struct{ p4, p6, p8, p10, all uint32 }

// clusterTable finds the cluster of a word form by its hash.
type clusterTable struct {
	clusters []cluster // 0: none
	keys     []uint32  // 0: free
	values   []uint16  // index into clusters; properBit when the form with a capital is the likeliest
	mask     uint32
}

const properBit = 1 << 15

var clusters = sync.OnceValue(func() *clusterTable { return readClusters(load("clusters.bin")) })

// readClusters reads lines "path<TAB>word word word"; a word behind '^' is the likeliest of its case variants and not lower case.
func readClusters(data []byte) *clusterTable {
	words := bytes.Count(data, []byte{' '}) + bytes.Count(data, []byte{'\n'})
	size := 1024
	for size*3 < words*4 {
		size *= 2
	}
	t := &clusterTable{clusters: make([]cluster, 1, 1024), keys: make([]uint32, size), values: make([]uint16, size), mask: uint32(size - 1)}
	for len(data) > 0 {
		var line []byte
		line, data, _ = bytes.Cut(data, []byte{'\n'})
		path, list, ok := bytes.Cut(line, []byte{'\t'})
		if !ok {
			continue
		}
		t.clusters = append(t.clusters, pathOf(string(path)))
		for len(list) > 0 {
			var w []byte
			w, list, _ = bytes.Cut(list, []byte{' '})
			t.put(w, uint16(len(t.clusters)-1))
		}
	}
	return t
}

// pathOf cuts a path to the lengths that features use; zeros at a path's end are not written in the file.
func pathOf(path string) cluster {
	padded := path + strings.Repeat("0", 24)
	bits := func(n int) uint32 {
		v, err := strconv.ParseUint(padded[:n], 2, 32)
		if err != nil {
			panic(err)
		}
		return uint32(v) + 1
	}
	return cluster{bits(4), bits(6), bits(8), bits(10), bits(24)}
}

func (t *clusterTable) put(w []byte, v uint16) {
	if w[0] == '^' && len(w) > 1 {
		w, v = w[1:], v|properBit
	}
	k := hashString(string(w)) | 1
	for i := k >> 3 & t.mask; ; i = (i + 1) & t.mask {
		if t.keys[i] == 0 {
			t.keys[i], t.values[i] = k, v
			return
		}
		if t.keys[i] == k {
			return
		}
	}
}

func (t *clusterTable) value(w string) (uint16, bool) {
	k := hashString(w) | 1
	for i := k >> 3 & t.mask; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == k {
			return t.values[i], true
		}
	}
	return 0, false
}

// of returns the cluster of a form, else that of its lower case.
func (t *clusterTable) of(form, lower string) *cluster {
	v, ok := t.value(form)
	if !ok && form != lower {
		v, _ = t.value(lower)
	}
	return &t.clusters[v&^properBit]
}

// proper says whether the form (with a capital) is likelier than the word in lower case.
func (t *clusterTable) proper(form string) bool {
	v, _ := t.value(form)
	return v&properBit != 0
}

// PackClusters makes the payload of clusters.bin of "word<TAB>path<TAB>log probability" lines.
func PackClusters(lines []string) []byte {
	type entry struct {
		word, path string
		p          float64
	}
	best := map[string]entry{} // by lower case
	seen := map[string]bool{}
	byPath := map[string][]string{}
	var entries []entry
	for _, l := range lines {
		f := strings.Split(l, "\t")
		if len(f) != 3 || strings.HasPrefix(l, "# ") || strings.ContainsAny(f[0], " ^") || f[0] == "" || seen[f[0]] {
			continue
		}
		p, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			continue
		}
		seen[f[0]] = true
		e := entry{f[0], f[1], p}
		entries = append(entries, e)
		lower := strings.ToLower(e.word)
		if b, ok := best[lower]; !ok || p > b.p {
			best[lower] = e
		}
	}
	for _, e := range entries {
		w := e.word
		if lower := strings.ToLower(w); w != lower && best[lower].word == w {
			w = "^" + w
		}
		byPath[e.path] = append(byPath[e.path], w)
	}
	paths := make([]string, 0, len(byPath))
	for p := range byPath {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	var b bytes.Buffer
	for _, p := range paths {
		sort.Strings(byPath[p])
		b.WriteString(p + "\t" + strings.Join(byPath[p], " ") + "\n")
	}
	return b.Bytes()
}

// hashString is FNV-1a with a final mix, 32 bits.
func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix(h)
}

func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 12
	h *= 0x297A2D39
	return h ^ h>>15
}

// putUint32 appends a number in little-endian order.
func putUint32(b []byte, v uint32) []byte { return binary.LittleEndian.AppendUint32(b, v) }
