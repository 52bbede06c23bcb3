package schema

import (
	"strconv"
	"strings"
	"time"
)

// Date is a day of the proleptic Gregorian calendar, in days since 1970-01-01 (Parquet date32).
type Date int32

// DateOf returns the day y-m-d; months and days outside their range run over as in time.Date.
func DateOf(y int, m time.Month, d int) Date {
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDate reads "2025-07-16".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, err
	}
	return DateOf(t.Date()), nil
}

// Go returns the midnight in UTC that opens the day.
func (d Date) Go() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String returns "2025-07-16".
func (d Date) String() string { return d.Go().Format(time.DateOnly) }

// MarshalCSV implements gocsv.TypeMarshaller.
func (d Date) MarshalCSV() (string, error) { return d.String(), nil }

// UnmarshalCSV implements gocsv.TypeUnmarshaller.
func (d *Date) UnmarshalCSV(s string) (err error) { *d, err = ParseDate(s); return err }

// Time is an instant in microseconds since 1970-01-01T00:00:00Z (Parquet timestamp[us, UTC]).
type Time int64

// TimeOf returns t, cut to the microsecond.
func TimeOf(t time.Time) Time { return Time(t.UnixMicro()) }

// Go returns the instant in UTC.
func (t Time) Go() time.Time { return time.UnixMicro(int64(t)).UTC() }

// String returns RFC 3339 with Z.
func (t Time) String() string { return t.Go().Format(time.RFC3339Nano) }

// MarshalCSV implements gocsv.TypeMarshaller.
func (t Time) MarshalCSV() (string, error) { return t.String(), nil }

// UnmarshalCSV implements gocsv.TypeUnmarshaller.
func (t *Time) UnmarshalCSV(s string) error {
	g, err := time.Parse(time.RFC3339Nano, s)
	*t = TimeOf(g)
	return err
}

// ListSeparator stands between the items of a list in CSV and Excel; no item contains it.
const ListSeparator = " | "

// List is a column of several texts. The empty list is null in no format: it is a list without items.
type List []string

// String joins the items with ListSeparator.
func (l List) String() string { return strings.Join(l, ListSeparator) }

// MarshalCSV implements gocsv.TypeMarshaller.
func (l List) MarshalCSV() (string, error) { return l.String(), nil }

// UnmarshalCSV implements gocsv.TypeUnmarshaller.
func (l *List) UnmarshalCSV(s string) error {
	*l = nil
	if s != "" {
		*l = strings.Split(s, ListSeparator)
	}
	return nil
}

// Ptr returns a pointer to v: the form of a value in a column that may be null.
func Ptr[T any](v T) *T { return &v }

// FormatReal writes a number as the CSV files do: shortest form, no exponent.
func FormatReal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
