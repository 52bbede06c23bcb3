package schema

import (
	_ "embed"
	"strings"
)

// EventType is one type of events, with its place in the schemes that others use.
type EventType struct {
	EventType         string `csv:"event_type" col:"key,vocab=event_type" doc:"the type"`
	EventGroup        string `csv:"event_group" col:"vocab=event_group" doc:"its group"`
	Definition        string `csv:"definition" col:"free" doc:"what it takes"`
	PloverRoot        string `csv:"plover_root" col:"null" doc:"PLOVER event root of an occurred event; empty where there is no honest equivalent"`
	CameoRoot         string `csv:"cameo_root" col:"null" doc:"CAMEO root code, two digits"`
	AcledEventType    string `csv:"acled_event_type" col:"null" doc:"ACLED event type"`
	AcledSubEventType string `csv:"acled_sub_event_type" col:"null" doc:"ACLED sub-event type"`
}

//go:embed event_types.tsv
var eventTypesTSV string

// EventTypeRows are the rows of table event_types, in the order of their groups.
var EventTypeRows = readEventTypes()

// EventTypes is the table of event types.
var EventTypes = TableOf[EventType]("event_types", Static, "by group, as listed", "The types of events and where they stand in other schemes.")

func readEventTypes() []EventType {
	var rows []EventType
	for line := range strings.Lines(eventTypesTSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		rows = append(rows, EventType{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return rows
}

// EventGroup returns the group of an event type, "" for none.
func EventGroup(eventType string) string {
	for _, t := range EventTypeRows {
		if t.EventType == eventType {
			return t.EventGroup
		}
	}
	return ""
}

func eventTypeVocabulary() *Vocabulary {
	v := &Vocabulary{Name: "event_type", Doc: "type of an event"}
	for _, t := range EventTypeRows {
		v.Terms = append(v.Terms, Term{t.EventType, t.Definition})
	}
	return v
}
