package dates

import "testing"

func TestBoundsOfEveryForm(t *testing.T) {
	for _, c := range []struct{ edtf, start, end, precision string }{
		{"2025-07-16", "2025-07-16", "2025-07-16", "day"},
		{"2024-02", "2024-02-01", "2024-02-29", "month"},
		{"2025-03~", "2025-03-01", "2025-03-31", "month"},
		{"2025-05?", "2025-05-01", "2025-05-31", "month"},
		{"2025", "2025-01-01", "2025-12-31", "year"},
		{"202X", "2020-01-01", "2029-12-31", "decade"},
		{"19XX", "1900-01-01", "1999-12-31", "interval"},
		{"2025-21", "2025-03-01", "2025-05-31", "season"},
		{"2025-24", "2025-12-01", "2026-02-28", "season"},
		{"2025-34", "2025-04-01", "2025-06-30", "quarter"},
		{"2025-40", "2025-01-01", "2025-06-30", "half"},
		{"2025-41", "2025-07-01", "2025-12-31", "half"},
		{"2025-06-27/2025-07-30", "2025-06-27", "2025-07-30", "interval"},
		{"2025-07-01~/2025-07-10~", "2025-07-01", "2025-07-10", "interval"},
		{"2025-02/..", "2025-02-01", "", "open"},
		{"[2025-07-14,2025-07-15]", "2025-07-14", "2025-07-15", "one_of"},
		{"XXXX-09-10", "", "", "day"},
		{"XXXX-07", "", "", "month"},
		{"XXXX-02-29", "", "", "day"},
	} {
		start, end, precision, ok := Bounds(c.edtf)
		got := [3]string{"", "", precision}
		if start != nil {
			got[0] = start.String()
		}
		if end != nil {
			got[1] = end.String()
		}
		if want := [3]string{c.start, c.end, c.precision}; !ok || got != want {
			t.Errorf("Bounds(%q) = %v, %v; want %v", c.edtf, got, ok, want)
		}
	}
}

func TestBoundsRefuseOtherForms(t *testing.T) {
	for _, s := range []string{"", "25", "2025-13", "2025-07-32", "2025-02-29", "XXXX-02-30", "2025/", "/2025", "[2025-07-14]", "[2025-07-14,2025-07-15", "2025-50", "1XXX", "20255", "next year"} {
		if start, end, p, ok := Bounds(s); ok {
			t.Errorf("Bounds(%q) = %v, %v, %s; want none", s, start, end, p)
		}
	}
}

func TestEasterAndNthWeekdays(t *testing.T) {
	for y, want := range map[int]string{1999: "1999-04-04", 2008: "2008-03-23", 2024: "2024-03-31", 2025: "2025-04-20", 2038: "2038-04-25"} {
		if got := easter(y).String(); got != want {
			t.Errorf("easter(%d) = %s, want %s", y, got, want)
		}
	}
	if got := nthWeekday(2025, 11, 4, 4).String(); got != "2025-11-27" {
		t.Errorf("fourth Thursday of November 2025 = %s", got)
	}
	if got := nthWeekday(2025, 5, 1, -1).String(); got != "2025-05-26" {
		t.Errorf("last Monday of May 2025 = %s", got)
	}
}
