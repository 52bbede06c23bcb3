package clean

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func repaired(s string) (string, int) {
	c := cleaned{text: s}
	c.repair()
	return c.text, c.repaired
}

// TestWrongDecodingIsRepaired writes text as UTF-8 and reads it as each single-byte charset.
func TestWrongDecodingIsRepaired(t *testing.T) {
	text := "The minister’s “firm” answer – 40 % of €11 billion, said José Peña at the café in Košice… 🔥"
	for _, m := range []*charmap.Charmap{charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254, charmap.Windows1255,
		charmap.Windows1256, charmap.Windows1257, charmap.Windows1258, charmap.Macintosh, charmap.ISO8859_1, charmap.ISO8859_2, charmap.ISO8859_3, charmap.ISO8859_4,
		charmap.ISO8859_5, charmap.ISO8859_6, charmap.ISO8859_7, charmap.ISO8859_8, charmap.ISO8859_9, charmap.ISO8859_10, charmap.ISO8859_13, charmap.ISO8859_14,
		charmap.ISO8859_15, charmap.ISO8859_16, charmap.CodePage437, charmap.CodePage850} {
		t.Run(m.String(), func(t *testing.T) {
			var broken strings.Builder
			for i := range len(text) {
				r := m.DecodeByte(text[i])
				if r == utf8.RuneError {
					r = rune(text[i]) // as browsers do
				}
				broken.WriteRune(r)
			}
			if got, n := repaired(broken.String()); got != text || n != 11 {
				t.Errorf("%d characters repaired\n got %s\nwant %s\nfrom %s", n, got, text, broken.String())
			}
		})
	}
}

func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"one apostrophe", "Cambodiaâ€™s police", "Cambodia’s police"},
		{"beside good text", "Cambodia’s â€œcrackdownâ€\u009d – so far", "Cambodia’s “crackdown” – so far"},
		{"twice", "Itâ€™s CafÃƒÂ© Ã¢â‚¬Å“RoyalÃ¢â‚¬Â\u009d", "It’s Café “Royal”"},
		{"accents only", "the cafÃ© of JosÃ© MarÃ\u00ada", "the café of José María"},
		{"pound and degree", "Â£100 at 20 Â°C, Â© 2025", "£100 at 20 °C, © 2025"},
		{"Baltic emoji with lost bytes", "Arrested šŸ’„āš\u00a0ļø today šŸ‘ ā€œquoteā€ here šŸ”", "Arrested 💥⚠️ today 👍 “quote” here 🔍"},
		{"joined emoji", "šŸ•µļøā€ā™‚ļøšŸ’» hackers ā€œmetā€", "🕵️‍♂️💻 hackers “met”"},
		{"Thai", "à¸ªà¸§à¸±à¸ªà¸”à¸µ, she said", "สวัสดี, she said"},
		{"Russian", "РџСЂРёРІРµС‚, he said", "Привет, he said"},
		{"Vietnamese", "in Viá»‡t Nam", "in Việt Nam"},
		{"Polish name in ISO 8859-13", "GdaÅ„sk â€“ a ā€œcÅ“urā€ of KoÅ”ice ā€“ GdaÅ„sk", "Gdańsk – a “cœur” of Košice – Gdańsk"},
		{"Czech name in Mac Roman", "Tom√°≈° Nov√°k", "Tomáš Novák"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, n := repaired(c.in); got != c.want || n == 0 {
				t.Errorf("got %q (%d repaired), want %q", got, n, c.want)
			}
		})
	}
}

// goodTexts hold what looks like wrong decoding and is none.
var goodTexts = []string{
	"Plain ASCII, \"quoted\" -- and so on.",
	"“Curly quotes”, it’s said – and — ‘so on’…",
	"Ā© and Â alone; SÃO PAULO; IRMÃ” disse; MANHÃ…; “IRMÃ—”",
	"São Paulo, Itaú, Ação, não, irmã”, manhã…, João–Pessoa",
	"Łódź, Gdańsk, Żółć, Świętokrzyskie, „Źródło”, Ćwiek, ŁÓDŹ”, ŻÓŁĆ…",
	"Šiauliai, Ąžuolas, Žemaitė, Ūkio „Ėjimas“, Čia, ŠIAULIŲ”",
	"Rīga, Ķekava, Ņina, Ģirts, Ļaudona, valodā”… nāš” tiesā» āš”",
	"Ça va, où, été, naïve, l’œuvre, cœur, Noël, À la carte, ÉTÉ”, «Étranger», Œuvre, 5 °C, n° 4",
	"Müller, Größe, Straße”, Übermut, groß…, „ÄÖÜ“, ß»",
	"Şişli, Ğ, İstanbul, ığdır”, Çağlayan…, ŞİŞLİ’de",
	"Việt Nam, Đà Nẵng, Huế, ÂN XÁ, CÂU LẠC BỘ, Ã, “Ân xá”, Ỷ",
	"สวัสดีครับ ตำรวจไทย “จับกุม” ๑๒ คน",
	"កម្ពុជា ភ្នំពេញ រដ្ឋាភិបាល",
	"Привет, «мир» — так сказал „Иван“… В”, в“ и",
	"Ελλάδα, «Αθήνα», Β’ τάξη, β” και",
	"Ќе рџ, Љубљана, њој, ћуприја, џеп”…, Ђорђе",
	"שלום “עולם”, العربية «نص»، فارسی",
	"中文，“引号”——结束。日本語「引用」、한국어",
	"🔥💥⚠️🕵️‍♂️ emoji 👍🏽, flags 🇰🇭🇹🇭",
	"€11 billion, £5, ¥100, ฿30 million, ₹2 crore, 5½ years, 10×10, ±3, µm, ™ ® © § ¶",
	"Übergrößenträger naïveté façade smörgåsbord Ångström Þór Æsir łódka ðæg",
	"Nguyễn Phú Trọng met Şahin Çelik, Błażej Żak, Ōshima and Māori leaders in Tāmaki Makaurau.",
	"In “São Tomé” he said: ‘Não’ … “Ó” — and Ñ.",
	"AT&T, R&D, “&” and 5 < 6 > 4",
	"DEUTSCHE GRÜẞE AUS KÖLN”, ÅRHUS… ØSTFOLD»",
	"Pokémon™ and Coca‑Cola®, Nestlé© and Beyoncé’s ‘É’",
}

func TestGoodTextIsNotTouched(t *testing.T) {
	for _, s := range append(goodTexts, strings.Join(goodTexts, "\n")) {
		if got, n := repaired(s); got != s || n != 0 {
			t.Errorf("%d characters changed\nfrom %s\n  to %s", n, s, got)
		}
	}
}
