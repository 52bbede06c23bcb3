package dates

import (
	"strconv"
	"strings"

	"github.com/newsledger/newsledger/transform/extract/rule"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/text"
)

// The word lists, as they are read from transform/lexicon. The values are numbers in digits, or words.
var (
	monthNames       = words("months.tsv", "month", "ambiguous", "yes", "no", "short")
	plainMonths      = words("months.tsv", "month", "ambiguous", "no") // no other word is written like them
	fullMonths       = words("months.tsv", "month", "ambiguous", "no", "yes")
	weekdayNames     = words("weekdays.tsv", "weekday", "form", "full", "short")
	fullWeekdays     = words("weekdays.tsv", "weekday", "form", "full")
	seasonNames      = words("seasons.tsv", "season", "", "")
	ordinals         = words("ordinals.tsv", "number", "", "")
	dayWords         = words("day_words.tsv", "shift", "", "")
	dayParts         = words("day_parts.tsv", "word", "", "")
	unitNames        = words("calendar_units.tsv", "unit", "", "")
	decadeNames      = words("decade_words.tsv", "decade", "", "")
	timeZones        = words("time_zones.tsv", "name", "", "")
	holidays         = words("holidays.tsv", "rule", "", "")
	sportWords       = lexicon.Read("sport_words.tsv").Map("near")
	accountNouns     = lexicon.Read("account_nouns.tsv").Set()
	measuredNouns    = lexicon.Read("measured_nouns.tsv").Set()
	weekdayNameWords = lexicon.Read("weekday_names.tsv").Map("side")
	pastNouns        = lexicon.Read("past_nouns.tsv").Set()
	planWords        = lexicon.Read("plan_words.tsv").Map("alone")
)

// words reads the column value of a list, of the rows whose column kind holds one of kinds; of all rows when kind is "".
func words(file, value, kind string, kinds ...string) *rule.Lexicon {
	list := lexicon.Read(file)
	values := list.Map(value)
	if kind != "" {
		for word, k := range list.Map(kind) {
			if !strings.Contains(" "+strings.Join(kinds, " ")+" ", " "+k+" ") {
				delete(values, word)
			}
		}
	}
	return rule.NewLexicon(values)
}

// number is the value of a named part that a word list gave.
func number(m rule.Match, name string) int {
	n, err := strconv.Atoi(m.Text(name))
	if err != nil {
		return 0
	}
	return n
}

// capital keeps p to words with a capital letter.
func capital(p rule.Part) rule.Part { return rule.Seq(rule.Ahead(rule.Test(isCapital)), p) }

func isCapital(d *text.Document, i int) bool { return d.Tokens[i].Is(text.Capital) }

// month, weekday and season match a name; those of months and weekdays begin with a capital.
func month(name string) rule.Part   { return capital(rule.Lex(name, monthNames)) }
func weekday(name string) rule.Part { return capital(rule.Lex(name, weekdayNames)) }
func season(name string) rule.Part  { return rule.Lex(name, seasonNames) }

// unitOf matches the name of a unit of the calendar.
func unitOf(name string) rule.Part { return rule.Lex(name, unitNames) }

// glued matches the words without white space before them.
func glued(words ...string) rule.Part { return rule.Seq(rule.Glued, rule.Word(words...)) }

// dash joins the ends of a range or the parts of a compound.
var dash = rule.Word("-", "--")

// hyphen joins the parts of a compound, with no space around it.
var hyphen = rule.Seq(glued("-"), rule.Glued)
