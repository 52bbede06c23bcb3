package clean

import (
	"math"
	"strings"
	"unicode"

	"github.com/zeebo/xxh3"
)

const (
	signatureSize = 64 // hashes: the estimate of the share in common has a standard error of 0.06
	shingleWords  = 5  // words a shingle
	minWords      = 50 // below, a few words in common would decide; such texts are compared for equality only
)

// Signature is the MinHash of the text's runs of 5 words, nil under 50 words: the share of equal places in two signatures estimates the
// share of runs that two texts have in common. Words are compared in lower case, without punctuation. The seeds are fixed.
func Signature(text string) []uint64 {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) < minWords {
		return nil
	}
	sig := make([]uint64, signatureSize)
	for i := range sig {
		sig[i] = math.MaxUint64
	}
	var shingle []byte
	for i := 0; i+shingleWords <= len(words); i++ {
		shingle = shingle[:0]
		for _, w := range words[i : i+shingleWords] {
			shingle = append(append(shingle, w...), ' ')
		}
		h := xxh3.Hash(shingle)
		for k := range sig {
			sig[k] = min(sig[k], permute(h, uint64(k)))
		}
	}
	return sig
}

// permute is the k-th of the fixed hash functions: the finaliser of SplitMix64 over the shingle's hash and the k-th multiple of its
// increment (Steele, Lea, Flood 2014).
func permute(h, k uint64) uint64 {
	z := h + (k+1)*0x9E3779B97F4A7C15
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
