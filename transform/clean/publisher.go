package clean

import (
	"net/url"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/lexicon"
	"github.com/newsledger/newsledger/transform/source"
)

// Publisher is what is known of a publisher.
type Publisher struct {
	Name    string // usual name
	Type    string // vocabulary publisher_type
	Country string // ISO 3166-1 alpha-3, "" for bodies of several states
}

// Publishers maps domains and names, in lower case, to publishers.
type Publishers map[string]Publisher

// known is the list that comes with the program.
var known = publishersOf(lexicon.Read("publishers.tsv"))

// ParsePublishers reads a list of a user's own, of the form of lexicon/publishers.tsv. Errors name file and line.
func ParsePublishers(name, data string) (Publishers, error) {
	l, err := lexicon.Parse(name, data)
	if err != nil {
		return nil, err
	}
	return publishersOf(l), nil
}

func publishersOf(l lexicon.List) Publishers {
	all := make(Publishers, len(l.Rows))
	for _, r := range l.Rows { // surface, publisher_type, country, name
		all[strings.ToLower(r[0])] = Publisher{Name: r[3], Type: r[1], Country: r[2]}
	}
	return all
}

// Find returns the publisher of a name, domain or address: of a host also when only a domain above it is listed ("edition.cnn.com").
func (p Publishers) Find(s string) (Publisher, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if found, ok := p[strings.TrimPrefix(s, "the ")]; ok {
		return found, true
	}
	for host := hostOf(s); strings.Contains(host, "."); _, host, _ = strings.Cut(host, ".") {
		if found, ok := p[host]; ok {
			return found, true
		}
	}
	if i := strings.LastIndexByte(s, '.'); i > 0 && !strings.Contains(s, " ") {
		found, ok := p[strings.TrimRight(s[i:], "/")] // ".gov"
		return found, ok
	}
	return Publisher{}, false
}

func knownPublisher(s string) *Publisher {
	if p, ok := known.Find(s); ok {
		return &p
	}
	return nil
}

// hostOf is the host of an address or of a bare domain, "" for other words.
func hostOf(s string) string {
	if strings.ContainsAny(s, " \t") {
		return ""
	}
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// publisher fills publisher and its type: as stated, else from the address; the type from the user's list before ours.
func publisher(a *schema.Article, raw *source.Raw, own Publishers) {
	find := func(s string) (Publisher, bool) {
		if p, ok := own.Find(s); ok {
			return p, true
		}
		return known.Find(s)
	}
	if strings.Contains(a.Publisher, "://") { // newspaper's source_url
		a.Publisher = hostOf(a.Publisher)
	}
	p, ok := find(a.Publisher)
	if a.Publisher == "" && a.URL != "" {
		a.Publisher = hostOf(a.URL)
		if p, _ = find(a.URL); p.Name != "" {
			a.Publisher = p.Name
		}
	} else if !ok {
		p, _ = find(a.URL)
	}
	if a.PublisherType = p.Type; schema.Vocabularies["publisher_type"].Has(raw.PublisherType) {
		a.PublisherType = raw.PublisherType
	}
}
