package schema

// Tables lists every table of a dataset, in the order in which documents and writers name them.
var Tables = []*Table{
	Articles, Actors, ActorNames, ActorMentions, Relations, Dates, Places, PlaceMentions,
	Events, EventMentions, EventActors, EventPlaces, EventTypes, Figures, FigureGroups, Citations,
	EventsFlat, FiguresFlat, CitationsFlat, LinksFlat, Changes, RetiredIDs,
}

// TableNamed returns the table called name, or nil.
func TableNamed(name string) *Table {
	for _, t := range Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}
