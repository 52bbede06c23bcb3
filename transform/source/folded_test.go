package source

import "testing"

func TestNamesThatFoldToOneAreSettledTheSameWayAlways(t *testing.T) {
	for range 100 {
		if got := folded(map[string]string{"TITLE": "a", "Title": "b", "title": "c"})["title"]; got != "c" {
			t.Fatalf("title is %q, want that of the exact name", got)
		}
		if got := folded(map[string]string{"Date-Publish": "b", "DATE_PUBLISH": "a"})["date_publish"]; got != "a" {
			t.Fatalf("date_publish is %q, want that of the first name", got)
		}
	}
}
