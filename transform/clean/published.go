package clean

import (
	"strconv"
	"strings"
	"time"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/source"
)

// Stamp is a date of publication as stated.
type Stamp struct {
	Date *schema.Date // the day, nil when only month or year is stated
	At   *schema.Time // the instant, nil without clock time or zone
	EDTF string       // with the precision stated, "" for none
}

// ParseStamp reads a date: ISO 8601 in its usual forms, RFC 1123, seconds or milliseconds since 1970, and "16 July 2025", "July 16, 2025".
// Midnight counts as no clock time: that is how software writes a day. A clock time without zone stays in EDTF alone.
func ParseStamp(s string) (Stamp, bool) {
	s = strings.Join(strings.Fields(s), " ")
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 1e8 && len(s) != 8 && len(s) != 14 {
		if n > 1e11 {
			n /= 1000
		}
		return stampOf(time.Unix(n, 0).UTC(), true), plausible(time.Unix(n, 0))
	}
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil || !plausible(t) {
			continue
		}
		switch l.has {
		case 'y':
			return Stamp{EDTF: t.Format("2006")}, true
		case 'm':
			return Stamp{EDTF: t.Format("2006-01")}, true
		case 'd':
			return dayOf(t), true
		}
		return stampOf(t, l.has == 'z'), true
	}
	return Stamp{}, false
}

// plausible keeps out numbers that are no dates: the first newspaper appeared in 1605.
func plausible(t time.Time) bool { return t.Year() >= 1605 && t.Year() < 2200 }

// layouts are the ways of writing a date; has is y(ear), m(onth), d(ay), t(ime without zone) or z(one as well).
var layouts = []struct {
	layout string
	has    byte
}{
	{time.RFC3339, 'z'}, {"2006-01-02T15:04:05Z0700", 'z'}, {"2006-01-02T15:04Z07:00", 'z'}, {"2006-01-02T15:04:05", 't'}, {"2006-01-02T15:04", 't'},
	{"2006-01-02 15:04:05Z07:00", 'z'}, {"2006-01-02 15:04:05 Z07:00", 'z'}, {"2006-01-02 15:04:05 Z0700", 'z'}, {"2006-01-02 15:04:05 MST", 'z'}, {"2006-01-02 15:04:05", 't'}, {"2006-01-02 15:04", 't'},
	{"2006-01-02", 'd'}, {"2006/01/02", 'd'}, {"20060102", 'd'}, {"20060102T150405Z", 'z'}, {"20060102150405", 't'}, {"2006-01", 'm'}, {"2006", 'y'},
	{time.RFC1123Z, 'z'}, {time.RFC1123, 'z'}, {"Mon, 2 Jan 2006 15:04:05 MST", 'z'}, {"Mon, 2 Jan 2006 15:04:05 -0700", 'z'},
	{"2 January 2006", 'd'}, {"2 Jan 2006", 'd'}, {"January 2, 2006", 'd'}, {"Jan 2, 2006", 'd'}, {"Jan. 2, 2006", 'd'}, {"January 2 2006", 'd'}, {"January 2006", 'm'},
	{"Monday, 2 January 2006", 'd'}, {"Monday, January 2, 2006", 'd'}, {"Monday 2 January 2006", 'd'}, {"Mon, Jan 2, 2006", 'd'}, {"Mon, 2 Jan 2006", 'd'},
}

func dayOf(t time.Time) Stamp {
	return Stamp{Date: schema.Ptr(schema.DateOf(t.Date())), EDTF: t.Format(time.DateOnly)}
}

// stampOf is the day of t in its own zone, and its clock time unless that is midnight.
func stampOf(t time.Time, zone bool) Stamp {
	s := dayOf(t)
	if h, m, sec := t.Clock(); h == 0 && m == 0 && sec == 0 {
		return s
	}
	if !zone {
		s.EDTF = t.Format("2006-01-02T15:04:05")
		return s
	}
	s.At, s.EDTF = schema.Ptr(schema.TimeOf(t)), t.Format(time.RFC3339)
	return s
}

// published fills the date of publication: what is stated beside the text before what the address, the text or the name gives away.
func published(rec *schema.Record, raw *source.Raw) {
	if s, ok := ParseStamp(raw.Modified); ok {
		rec.Modified = s.At
		if s.At == nil && s.Date != nil {
			rec.Modified = schema.Ptr(schema.TimeOf(s.Date.Go()))
		}
	}
	if s, ok := ParseStamp(raw.Published); ok {
		s.to(&rec.Article, raw.PublishedFrom)
	}
}

func (s Stamp) to(a *schema.Article, basis string) {
	a.PublishedAt, a.PublishedDate, a.PublishedEDTF, a.PublishedBasis = s.At, s.Date, s.EDTF, basis
}
