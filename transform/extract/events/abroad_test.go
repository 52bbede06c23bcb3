package events

import "testing"

// countryOf is the country of the last event of a type in a text with places.
func countryOf(t *testing.T, s, eventType string, cities map[string]string) string {
	t.Helper()
	rec := readGiven(s, given{cities: cities})
	for i := len(rec.Events) - 1; i >= 0; i-- {
		if rec.Events[i].EventType == eventType {
			return rec.Events[i].CountryCode
		}
	}
	t.Errorf("%q: no %s", s, eventType)
	return ""
}

func TestACountryComesFromTheEventItself(t *testing.T) {
	cities := map[string]string{"Oslo": "NOR", "Lima": "PER"}
	for _, c := range []struct{ name, text, eventType, want string }{
		{"where they were brought after it", "The boy was taken to Oslo and moved to a camp near Lima after an escape attempt.", "escape", ""},
		{"the state that judges", "Norwegian authorities sanctioned Ann Bell, a trader, over alleged forced labor.", "abuse", ""},
		{"the state that judges allegations", "Norwegian authorities sanctioned Ann Bell, a trader, over allegations of forced labor.", "abuse", ""},
		{"a state that imposes", "Norwegian authorities imposed sanctions on Ann Bell over allegations of forced labor and fraud.", "fraud_operation", ""},
		{"police at home", "Norwegian police arrested Ann Bell over allegations of forced labor.", "abuse", "NOR"},
		{"on whose soil", "The ministry told Norway of scam operations on Peruvian soil.", "fraud_operation", "PER"},
		{"beyond whose reach", "Officers in the south said that many scam operations run outside Oslo.", "fraud_operation", ""},
	} {
		if got := countryOf(t, c.text, c.eventType, cities); got != c.want {
			t.Errorf("%s: %q: %q, want %q", c.name, c.text, got, c.want)
		}
	}
}
