package schema

// Actor is a person, body, state or other that acts, is acted on or is cited.
type Actor struct {
	ActorID            string `csv:"actor_id" col:"key" doc:"identifier of the actor"`
	Name               string `csv:"name" doc:"fullest form of the name, without title"`
	ActorType          string `csv:"actor_type" col:"vocab=actor_type" doc:"kind of actor"`
	Sector             string `csv:"sector" col:"null,vocab=actor_type" doc:"of a person, the kind of body that he speaks or acts for; of anything else its own type"`
	CountryCode        string `csv:"country_code" col:"null" doc:"ISO 3166-1 alpha-3; of a person that of the body that he speaks or acts for, else his nationality"`
	Title              string `csv:"title" col:"null" doc:"most frequent stated position"`
	AffiliationActorID string `csv:"affiliation_actor_id" col:"null,ref=actors" doc:"body of that position"`
	PlaceID            string `csv:"place_id" col:"null,ref=places" doc:"place of a facility or seat of a body, when the text names it"`
	IsSensitive        bool   `csv:"is_sensitive" doc:"a private person known only as victim, survivor, witness or minor"`
	FtmSchema          string `csv:"ftm_schema" doc:"FollowTheMoney schema: Person, PublicBody, Organization, Company, …"`
	Affiliation        string `csv:"affiliation" col:"null" doc:"name of the body of the position"`
	Aliases            List   `csv:"aliases" doc:"other forms of the name"`
	AnchorMentionID    string `csv:"anchor_mention_id" col:"ref=actor_mentions" doc:"mention that the identifier rests on"`
	NArticles          int    `csv:"n_articles" col:"unit=articles" doc:"articles that name the actor"`
	NMentions          int    `csv:"n_mentions" col:"unit=mentions" doc:"mentions of the actor"`
	FirstSeen          *Date  `csv:"first_seen" doc:"first publication date of an article that names the actor"`
	LastSeen           *Date  `csv:"last_seen" doc:"last publication date of an article that names the actor"`
}

// ActorName is one form of an actor's name.
type ActorName struct {
	ActorID   string `csv:"actor_id" col:"ref=actors" doc:"the actor"`
	Name      string `csv:"name" doc:"the form"`
	NameType  string `csv:"name_type" col:"vocab=name_type" doc:"kind of name"`
	NMentions int    `csv:"n_mentions" col:"unit=mentions" doc:"mentions in this form"`
}

// ActorMention is one place where a text speaks of an actor.
type ActorMention struct {
	MentionID string `csv:"mention_id" col:"key" doc:"identifier of the mention"`
	ActorID   string `csv:"actor_id" col:"ref=actors" doc:"the actor"`
	ArticleID string `csv:"article_id" col:"ref=articles" doc:"the article"`
	Span
	Kind       string `csv:"kind" col:"vocab=mention_kind" doc:"by name, role or pronoun"`
	SentenceNo int    `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	Rule       string `csv:"rule" doc:"name of the rule that found it"`
}

// Relation is a stated tie of an actor to a position or to another actor.
type Relation struct {
	RelationID     string `csv:"relation_id" col:"key" doc:"identifier of the relation"`
	SubjectActorID string `csv:"subject_actor_id" col:"ref=actors" doc:"who has the tie"`
	Relation       string `csv:"relation" col:"vocab=relation" doc:"kind of tie"`
	ObjectActorID  string `csv:"object_actor_id" col:"null,ref=actors" doc:"to whom"`
	Title          string `csv:"title" col:"null" doc:"exact words; read: subject is the title of object"`
	Status         string `csv:"status" col:"null,vocab=relation_status" doc:"when it holds"`
	Assertion      string `csv:"assertion" col:"vocab=assertion" doc:"who vouches for it"`
	CitationID     string `csv:"citation_id" col:"null,ref=citations" doc:"the words that it stands in"`
	ArticleID      string `csv:"article_id" col:"ref=articles" doc:"the article"`
	Span
	Sentence   string `csv:"sentence" col:"null,free" doc:"the sentence that it stands in"`
	SentenceNo int    `csv:"sentence_no" doc:"number of the sentence in the article, from 1"`
	Rule       string `csv:"rule" doc:"name of the rule that found it"`
}

// The tables of actors.
var (
	Actors        = TableOf[Actor]("actors", Derived, "by first mention", "The people, bodies and states that the articles name, one row each.")
	ActorNames    = TableOf[ActorName]("actor_names", Derived, "by actor; the primary form first, then by mentions (most first), then by name", "Every form of every actor's name.")
	ActorMentions = TableOf[ActorMention]("actor_mentions", Base, "by article, span_start, span_end, id", "Every place where a text speaks of an actor.")
	Relations     = TableOf[Relation]("relations", Base, "by article, span_start, span_end, id", "Positions, family and other ties as stated.")
)
