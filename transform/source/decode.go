package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// ErrEncoding is what Decode says of bytes in an encoding that it cannot tell.
var ErrEncoding = errors.New("neither UTF-8, UTF-16 nor Windows-1252; save it as UTF-8")

// Decode turns the bytes of a text into a string: UTF-8 and UTF-16 with or without byte order mark, else Windows-1252. Bytes that break
// UTF-8 are read as Windows-1252 one by one, a cut character becomes U+FFFD; repaired counts both. It refuses what is no text
// (ErrBinary) and what is in another encoding (ErrEncoding).
func Decode(data []byte) (s string, repaired int, err error) {
	if e := utf16Of(data); e >= 0 {
		out, err := io.ReadAll(fromUTF16(bytes.NewReader(data), e == 1))
		if err != nil || isBinary(out) {
			return "", 0, ErrBinary
		}
		return string(out), 0, nil
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if isBinary(data) {
		return "", 0, ErrBinary
	}
	if utf8.Valid(data) {
		return string(data), 0, nil
	}
	return decodeBroken(data)
}

// fromUTF16 reads UTF-16 as UTF-8; a byte order mark has the last word on the order of bytes.
func fromUTF16(r io.Reader, big bool) io.Reader {
	return transform.NewReader(r, utf16.UTF16(utf16.Endianness(!big), utf16.UseBOM).NewDecoder())
}

// utf16Of tells UTF-16 by its mark, or by a NUL in almost every second byte of the first 1,000: 0 little endian, 1 big endian, -1 neither.
func utf16Of(data []byte) int {
	switch {
	case len(data) < 4:
		return -1
	case data[0] == 0xFF && data[1] == 0xFE:
		return 0
	case data[0] == 0xFE && data[1] == 0xFF:
		return 1
	}
	head := data[:min(len(data), 1000)]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	for e := range zeros {
		if big := 1 - e; zeros[e] > len(head)*2/5 && zeros[big] == 0 {
			return big // NUL at odd places: the letter's byte comes first, little endian
		}
	}
	return -1
}

// isBinary says whether the bytes hold a NUL, or more than a stray control character.
func isBinary(data []byte) bool {
	controls := 0
	for _, b := range data {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' || b == 0x7F {
			controls++
		}
	}
	return controls > 8+len(data)/200
}

// decodeBroken reads bytes that are not valid UTF-8. Text that also holds good UTF-8 is UTF-8 with damage, other text Windows-1252.
func decodeBroken(data []byte) (string, int, error) {
	mixed := hasMultibyte(data)
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	repaired, letters, other := 0, 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError || size > 1 {
			b.WriteRune(r)
			if unicode.IsLetter(r) {
				letters++
			}
			i += size
			continue
		}
		repaired++
		if cut := cutLen(data[i:]); mixed && cut > 1 {
			b.WriteRune(utf8.RuneError)
			i += cut
			continue
		}
		r = charmap.Windows1252.DecodeByte(data[i])
		if r == utf8.RuneError {
			return "", 0, ErrEncoding
		}
		b.WriteRune(r)
		if unicode.IsLetter(r) {
			other++
		}
		i++
	}
	// French has up to 8 % of letters beyond ASCII, Thai or Russian in their old encodings over 70 %.
	if other*4 > letters+other {
		return "", 0, ErrEncoding
	}
	return b.String(), repaired, nil
}

func hasMultibyte(data []byte) bool {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if size > 1 && r != utf8.RuneError {
			return true
		}
		i += size
	}
	return false
}

// cutLen is the length of a character that lost its last bytes, 1 for a byte that begins none.
func cutLen(b []byte) int {
	want := 0
	switch c := b[0]; {
	case c >= 0xE0 && c <= 0xEF:
		want = 3
	case c >= 0xF0 && c <= 0xF4:
		want = 4
	}
	n := 1
	for n < want-1 && n < len(b) && b[n]&0xC0 == 0x80 {
		n++
	}
	return n
}

func isBlank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == 0xFEFF || r == 0x200B }) == ""
}
