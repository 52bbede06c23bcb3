package schema

import "slices"

// Vocabulary is a closed list: a column that names it holds no other word.
type Vocabulary struct {
	Name  string
	Doc   string
	Terms []Term
}

// Term is one word of a vocabulary and what it means.
type Term struct{ Word, Doc string }

// Has says whether word belongs to the vocabulary.
func (v *Vocabulary) Has(word string) bool {
	return slices.ContainsFunc(v.Terms, func(t Term) bool { return t.Word == word })
}

// Words lists the vocabulary's words in their order.
func (v *Vocabulary) Words() []string {
	words := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		words[i] = t.Word
	}
	return words
}

// Vocabularies are the closed lists by name.
var Vocabularies = byName(
	vocabulary("article_status", "what became of an article", "extracted", "read and extracted", "other_language", "not English: listed, nothing extracted"),
	vocabulary("publisher_type", "kind of publisher", "news", "newspaper or news site", "wire", "news agency", "broadcaster", "radio or television", "government", "a state body", "igo", "a body of several states",
		"ngo", "a non-governmental organisation", "company", "a firm", "social_media", "a platform's user", "aggregator", "a site that collects others' articles"),
	vocabulary("published_basis", "where the publication date comes from", "metadata", "a field of the input", "url", "the address", "dateline", "the dateline", "text", "a line of the text", "filename", "the file's name",
		"option", "--published", "sidecar", "the --meta file"),
	vocabulary("actor_type", "kind of actor", "person", "a named person", "country", "a state as such", "government", "a government or ministry", "law_enforcement", "police and other enforcing bodies", "military", "armed forces",
		"judiciary", "courts and prosecutors", "legislature", "parliaments", "political_party", "parties", "regulator", "bodies that license and supervise", "igo", "bodies of several states", "ngo", "non-governmental organisations",
		"company", "firms", "media", "newspapers, broadcasters, agencies", "criminal_group", "gangs and syndicates", "armed_group", "armed groups that no state commands", "facility", "a named building or compound",
		"population_group", "a named people or community", "organization", "any other body"),
	vocabulary("name_type", "kind of name", "primary", "the fullest form", "alias", "another form", "acronym", "initial letters", "spelling", "another spelling", "weak", "a surname or other part that alone identifies nobody"),
	vocabulary("mention_kind", "how an actor is mentioned", "name", "by name", "role", "by a role, as in: the minister", "pronoun", "by a pronoun"),
	vocabulary("relation", "tie between actors", "position", "holds a position", "member_of", "is a member", "part_of", "is a part", "family", "is related", "owner", "owns", "founder", "founded", "funder", "pays for",
		"represents", "speaks or acts for", "ally", "is allied with", "associate", "is close to", "linked", "is said to be linked to", "other", "another tie"),
	vocabulary("relation_status", "when a tie holds", "current", "now", "former", "no more", "designate", "not yet"),
	vocabulary("date_precision", "what kind of stretch a date is", "day", "one day", "week", "one week", "month", "one month", "season", "a season", "quarter", "a quarter of a year", "half", "half a year", "year", "a year", "decade", "ten years",
		"interval", "from a day to a day", "open", "one end is open", "part", "the early, middle or late part", "one_of", "one of several days"),
	vocabulary("date_basis", "what a date was resolved by", "explicit", "the words alone", "relative_to_publication", "the publication date", "inferred_from_document", "another date of the article"),
	vocabulary("place_type", "kind of place", "country", "a state or territory", "admin1", "first-order division", "admin2", "second-order division", "city", "populated place", "site", "a spot: building, crossing, camp", "region", "an area without exact border",
		"water", "sea, river, lake"),
	vocabulary("granularity", "extent of an event", "incident", "one event at one time", "campaign", "a series reported as one", "period_total", "the total of a period", "standing_situation", "a state of things that lasts"),
	vocabulary("status", "how real an event is", "occurred", "happened", "ongoing", "is happening", "proposed", "considered or called for", "planned", "announced or agreed", "ordered", "ordered, not yet done", "attempted", "tried, and failed or open",
		"threatened", "threatened", "cancelled", "called off", "not_occurred", "said not to have happened"),
	vocabulary("assertion", "who vouches for it", "stated", "the article's own voice", "attributed", "a named or official source", "alleged", "an accusation or unproven", "denied", "somebody denies it", "disputed", "one mention denies what another states"),
	vocabulary("country_basis", "what an event's country rests on", "place", "the scene", "context", "the sentence or article around it", "agent", "the country of who did it"),
	vocabulary("event_role", "part that an actor plays in an event", "agent", "did it", "ordered_by", "ordered it", "target", "whom or what it is directed at", "victim", "suffered it", "recipient", "received it"),
	vocabulary("place_role", "part that a place plays in an event", "scene", "where it happened", "origin", "where from", "destination", "where to", "transit", "on the way"),
	vocabulary("sex", "sex of the people counted", "female", "women and girls", "male", "men and boys"),
	vocabulary("age_group", "age of the people counted", "minor", "under 18", "adult", "18 and over", "elderly", "old people"),
	vocabulary("bound", "what a number says of the value", "eq", "exactly", "approx", "about", "gt", "more than", "ge", "at least", "lt", "less than", "le", "at most", "range", "between two numbers", "vague", "a vague word such as dozens"),
	vocabulary("unit_kind", "what a number measures", "count", "things or people counted", "money", "an amount of money", "percent", "per cent", "ratio", "a part of a whole", "duration", "a length of time", "age", "an age", "distance", "a length", "area", "an area",
		"weight", "a mass", "speed", "a speed", "temperature", "a temperature", "other", "anything else"),
	vocabulary("currency_basis", "what an amount's currency rests on", "code", "an ISO code", "name", "the currency's name", "symbol", "a sign of one currency", "symbol_assumed", "a sign or word that several share"),
	vocabulary("count_class", "what is counted", "person", "people", "household", "households and families", "organisation", "bodies and firms", "country", "states", "place", "towns, districts and other places", "site", "compounds, centres, bases", "building", "houses and other buildings",
		"vehicle", "cars, trucks, trains", "vessel", "ships and boats", "aircraft", "planes, helicopters, drones", "weapon", "arms and ammunition", "device", "phones, computers, cards", "account", "bank and other accounts", "document", "papers",
		"animal", "animals", "case", "cases, complaints, incidents", "other", "anything else"),
	vocabulary("measure", "what a number counts or values", slices.Concat(measuresOf("custody"), measuresOf("captivity"), measuresOf("freedom"), measuresOf("harm"), measuresOf("people"), measuresOf("sites"), measuresOf("things"), measuresOf("proceeds"),
		measuresOf("penalties"), measuresOf("funds"), measuresOf("time"), measuresOf("share"), measuresOf("votes"), measuresOf("incidents"))...),
	vocabulary("measure_group", "group of measures", "custody", "taken into custody or charged", "captivity", "held against their will", "freedom", "set free or sent home", "harm", "hurt or lost", "people", "people at large", "sites", "sites", "things", "things",
		"proceeds", "money made or lost", "penalties", "money taken or owed", "funds", "money given or paid", "time", "time", "share", "parts of a whole", "votes", "votes and seats", "incidents", "incidents"),
	vocabulary("change", "change that a number states", "rise", "it rose", "fall", "it fell", "from_to", "it went from one value to another"),
	vocabulary("event_basis", "what ties a figure to its event", "clause", "the same clause", "sentence", "the same sentence", "carried", "an earlier sentence"),
	vocabulary("claimant_basis", "what ties a figure to its claimant", "clause", "the same clause", "sentence", "the same sentence", "carried", "an earlier sentence"),
	vocabulary("citation_kind", "kind of citation", "direct", "inside quotation marks", "mixed", "reported, with words inside quotation marks", "indirect", "reported speech", "document", "a document named as a source", "media_credit", "a medium named as a source",
		"link", "an address"),
	vocabulary("anonymity", "how a source is named", "named", "by name", "role_only", "by a role", "collective", "as a group", "anonymous", "not at all"),
	vocabulary("cue_class", "what the reporting word does", "say", "says", "claim", "claims", "announce", "announces", "confirm", "confirms", "deny", "denies", "order", "orders", "warn", "warns", "promise", "promises", "estimate", "estimates", "accuse", "accuses",
		"ask", "asks", "report", "reports"),
	vocabulary("resolved_from", "how a source was recognised", "name", "by name", "role", "by role", "pronoun", "by pronoun", "none", "not at all"),
	vocabulary("agreement", "how the figures of a group agree", "single", "there is one", "same", "equal number and bound", "same_number", "equal number, another bound", "differ", "other numbers"),
	vocabulary("link_class", "class of a link", "tie", "a relation", "accusation", "somebody accuses", "enforcement", "a body acts against somebody", "cooperation", "they work together", "harm", "somebody hurts somebody"),
	vocabulary("change_kind", "what happened to a row", "added", "new", "changed", "another value", "removed", "gone", "merged", "became one with another", "rekeyed", "has another id"),
	vocabulary("change_cause", "why a row changed", "new_article", "an article came", "changed_article", "an article changed", "removed_article", "an article went", "new_version", "another version of newsledger", "correction", "an analyst's correction"),
	vocabulary("event_group", "group of event types", "enforce", "police and other enforcement", "justice", "courts and prosecutors", "protect", "help for people", "harm", "harm to people", "control", "sanctions and restrictions", "policy", "rules, offices and power",
		"diplomacy", "between states and bodies", "speech", "what is said of others", "inform", "reports", "force", "armed force", "unrest", "protest and strikes", "incident", "accidents and disasters", "economy", "business and money", "other", "anything else"),
	eventTypeVocabulary(),
)

// measureGroups lists the measures of each group, each with its meaning.
var measureGroups = map[string][]Term{
	"custody":   {{"arrested", "arrested or detained"}, {"charged", "charged"}, {"convicted", "found guilty"}, {"deported", "sent out of the country"}},
	"captivity": {{"held", "trapped, confined or enslaved"}, {"trafficked", "trafficked"}, {"abducted", "abducted"}},
	"freedom":   {{"rescued", "freed by somebody"}, {"released", "let go"}, {"repatriated", "brought home"}, {"escaped", "got away"}},
	"harm": {{"killed", "dead"}, {"injured", "hurt"}, {"missing", "missing"}, {"abused", "abused"}, {"infected", "infected"}, {"victims", "victims of any kind"}, {"affected", "affected"}, {"displaced", "driven from home"},
		{"evacuated", "brought to safety"}},
	"people":    {{"participants", "who took part"}, {"personnel", "staff and forces"}, {"population", "who live somewhere"}, {"jobs", "jobs"}},
	"sites":     {{"sites", "sites"}, {"sites_raided", "sites raided"}, {"sites_closed", "sites closed"}},
	"things":    {{"devices", "devices"}, {"properties", "properties"}, {"weapons", "weapons"}, {"drugs", "drugs"}, {"vehicles", "vehicles"}, {"accounts", "accounts"}},
	"proceeds":  {{"revenue", "money made"}, {"loss", "money lost"}, {"flow", "money that passed through"}},
	"penalties": {{"fine", "fine"}, {"seized_value", "value seized"}, {"frozen_value", "value frozen"}, {"compensation", "paid for harm"}, {"ransom", "paid for freedom"}},
	"funds":     {{"funding", "money given or lent"}, {"price", "price"}, {"value", "worth"}},
	"time":      {{"duration", "how long"}, {"deadline", "time allowed"}, {"frequency", "how often"}},
	"share":     {{"share", "part of a whole"}, {"rate", "rate"}},
	"votes":     {{"votes", "votes"}, {"seats", "seats"}},
	"incidents": {{"incidents", "incidents"}},
}

// MeasureGroup returns the group of a measure, "" for none.
func MeasureGroup(measure string) string {
	for group, terms := range measureGroups {
		if slices.ContainsFunc(terms, func(t Term) bool { return t.Word == measure }) {
			return group
		}
	}
	return ""
}

func measuresOf(group string) []string {
	var pairs []string
	for _, t := range measureGroups[group] {
		pairs = append(pairs, t.Word, t.Doc)
	}
	return pairs
}

// vocabulary takes words and meanings in turn.
func vocabulary(name, doc string, pairs ...string) *Vocabulary {
	v := &Vocabulary{Name: name, Doc: doc}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Terms = append(v.Terms, Term{pairs[i], pairs[i+1]})
	}
	return v
}

func byName(all ...*Vocabulary) map[string]*Vocabulary {
	m := make(map[string]*Vocabulary, len(all))
	for _, v := range all {
		m[v.Name] = v
	}
	return m
}
