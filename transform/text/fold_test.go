package text

import "testing"

func TestFoldGivesOneFormToSpellingsOfOneName(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Sa Kaeo", "sa kaeo"}, {"U.S.", "us"}, {"O'Smach", "osmach"}, {"O’Smach", "osmach"}, {"São Tomé", "sao tome"}, {"Łódź", "lodz"},
		{"St. Petersburg", "saint petersburg"}, {"al-Raqqa", "al raqqa"}, {"Koh\nKong", "koh kong"}, {"", ""}, {" - ", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
