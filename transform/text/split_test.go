package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSentencesOfNews(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"ranks and initials", "Pol Gen Thatchai and Lt Gen. Trairong met J. Smith. He left.", []string{"Pol Gen Thatchai and Lt Gen. Trairong met J. Smith.", "He left."}},
		{"abbreviated country", "The U.S. Embassy spoke. It went to the U.S. The talks failed.", []string{"The U.S. Embassy spoke.", "It went to the U.S.", "The talks failed."}},
		{"abbreviation before a number", "They met on Sept. 11. It ended in Aug. 2024.", []string{"They met on Sept. 11.", "It ended in Aug. 2024."}},
		{"decimals", "It cost $12.5 billion. About 3.5% more.", []string{"It cost $12.5 billion.", "About 3.5% more."}},
		{"quotes", "“We need it,” he said. “It is late.” They left.", []string{"“We need it,” he said.", "“It is late.”", "They left."}},
		{"heading without full stop", "A Nationwide Crackdown\nThe raids went on.", []string{"A Nationwide Crackdown", "The raids went on."}},
		{"ellipsis inside", "It went on … and on. Then ... nothing.", []string{"It went on … and on.", "Then ... nothing."}},
		{"wrapped lines", "This is a line of a text that was wrapped at a fixed width and\ngoes on here until it has come to its end at last in this line\nof the paragraph. A second sentence begins in the middle of it\nand ends on the last line, which is shorter than all the others\nare.\n\nNext one.", []string{
			"This is a line of a text that was wrapped at a fixed width and\ngoes on here until it has come to its end at last in this line\nof the paragraph.", "A second sentence begins in the middle of it\nand ends on the last line, which is shorter than all the others\nare.", "Next one."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Split(c.text)
			var got []string
			for i := range d.Sentences {
				got = append(got, d.SentenceText(i))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTokensOfNews(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Cambodia’s 18-month plan didn't cost US$1.76bn.", "Cambodia ’s 18 - month plan did n't cost US$ 1.76 bn ."},
		{"It can’t be 40% of RM23.50 or $US55,931,000", "It ca n’t be 40 % of RM 23.50 or $ US 55,931,000"},
		{"See https://example.com/a?b=1, or www.securityweek.com. Mail a.b@c.org!", "See https://example.com/a?b=1 , or www.securityweek.com . Mail a.b@c.org !"},
		{"O'Brien and Sana’a in the 1990s, the 2nd “pig-butchering” scam...", "O'Brien and Sana’a in the 1990s , the 2nd “ pig - butchering ” scam ..."},
		{"#HunManet and @BBC at 5 p.m. — COVID-19", "#HunManet and @BBC at 5 p.m. — COVID - 19"},
	} {
		d := Split(c.text)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Word(i))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("tokens (-want +got):\n%s", diff)
		}
	}
}

func TestSpanCountsCodePoints(t *testing.T) {
	d := Split("ก่อน 🙂 Phnom Penh’s “end” " + strings.Repeat("é ", 100) + "last")
	runes := []rune(d.Text)
	for i := range d.Tokens {
		s := d.SpanOf(i, i+1)
		if got := string(runes[s.SpanStart:s.SpanEnd]); got != d.Word(i) || got != s.Quote {
			t.Errorf("token %d: slice %q, quote %q, want %q", i, got, s.Quote, d.Word(i))
		}
		if first, end := d.TokensOf(s); first != i || end != i+1 {
			t.Errorf("TokensOf(SpanOf(%d)) = %d, %d", i, first, end)
		}
	}
}

func FuzzTokensCoverTheText(f *testing.F) {
	for _, s := range []string{"", " a", "It’s “x.y” 1,000... U.S. n't", "''``\n\n- #a @b", "ก่อน🙂", "a\nb\n\nc", "don't can’t N'T"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		d := Split(s)
		at := 0
		for i, tok := range d.Tokens {
			if tok.From < at || tok.To <= tok.From || strings.TrimSpace(s[at:tok.From]) != "" {
				t.Fatalf("token %d is %d-%d after %d", i, tok.From, tok.To, at)
			}
			at = tok.To
		}
		if strings.TrimSpace(s[at:]) != "" {
			t.Fatalf("%q belongs to no token", s[at:])
		}
		next := 0
		for i, sen := range d.Sentences {
			if sen.First != next || sen.End <= sen.First {
				t.Fatalf("sentence %d holds tokens %d-%d, want from %d", i, sen.First, sen.End, next)
			}
			next = sen.End
		}
		if next != len(d.Tokens) {
			t.Fatalf("sentences hold %d of %d tokens", next, len(d.Tokens))
		}
	})
}
