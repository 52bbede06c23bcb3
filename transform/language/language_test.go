package language

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsledger/newsledger/schema"
)

const (
	english = "Border police in the harbour town said on Monday that they had freed forty workers from a rented office block near the ferry pier, and that two managers were being looked for."
	german  = "Die Grenzpolizei der Hafenstadt teilte am Montag mit, dass sie vierzig Arbeiter aus einem gemieteten Bürohaus nahe dem Fähranleger befreit habe und nach zwei Leitern suche."
	thai    = "ตำรวจตระเวนชายแดนแถลงเมื่อวันจันทร์ว่าได้ช่วยเหลือคนงานสี่สิบคนออกจากอาคารสำนักงานให้เช่าใกล้ท่าเรือ"
	khmer   = "នគរបាលព្រំដែនបានថ្លែងកាលពីថ្ងៃចន្ទថា ពួកគេបានសង្គ្រោះកម្មករសែសិបនាក់ពីអគារការិយាល័យជួលមួយក្បែរកំពង់ផែ"
	spanish = "La policía fronteriza de la ciudad portuaria dijo el lunes que había liberado a cuarenta trabajadores de un edificio de oficinas alquilado cerca del muelle."
)

func TestStatus(t *testing.T) {
	for _, c := range []struct{ name, text, stated, force, language, status string }{
		{"English", english, "", "", "en", "extracted"},
		{"German", german, "", "", "de", "other_language"},
		{"Thai", thai, "", "", "th", "other_language"},
		{"Khmer", khmer, "", "", "km", "other_language"},
		{"Spanish", spanish, "", "", "es", "other_language"},
		{"Spanish, though the page says English", spanish, "en", "", "es", "other_language"},
		{"forced", german, "", "en", "en", "extracted"},
		{"too short to tell", "Hun Manet.", "", "", "", "extracted"},
		{"too short to tell, stated English", "Hun Manet.", "en-GB", "", "en-GB", "extracted"},
		{"too short to tell, stated otherwise", "Hun Manet.", "fr", "", "", "extracted"},
		{"English with foreign names", english + " Nguyễn Phú Trọng, Błażej Żak and Şahin Çelik met สมชาย in Phnom Penh.", "", "", "en", "extracted"},
		{"no letters", "12.5 – 13", "", "", "", "extracted"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rec := &schema.Record{Article: schema.Article{Text: c.text, Language: c.stated}}
			Status(rec, c.force)
			if a := rec.Article; a.Language != c.language || a.Status != c.status {
				t.Errorf("got %q, %s; want %q, %s", a.Language, a.Status, c.language, c.status)
			}
		})
	}
}

func TestOnlyTheFirstLettersCount(t *testing.T) {
	if got := Detect(strings.Repeat(english+" ", 20) + strings.Repeat(german+" ", 100)); got != "en" {
		t.Errorf("got %q, want en", got)
	}
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat(english+" ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Detect(text)
	}
}

func ExampleDetect() {
	fmt.Printf("%q %q %q", Detect(english), Detect(german), Detect("OK"))
	// Output: "en" "de" ""
}
