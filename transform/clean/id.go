package clean

import (
	"net/url"
	"strings"

	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform/source"
)

// articleID makes the id from the canonical URL, else from the record's own id, if it has one, and the raw text. A better cleaner
// moves no id.
func articleID(raw *source.Raw, o Options) string {
	if u := CanonicalURL(raw.URL); u != "" && !o.IDFromText {
		return schema.ID("art", "url", u)
	}
	return schema.ID("art", "text", raw.RecordID, raw.RawSHA256)
}

// CanonicalURL returns the address by which two reads of one article are known to be one: scheme and host in lower case, no fragment, no
// default port, no utm_ or fbclid parameter. It is "" for what is no absolute web address.
func CanonicalURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || !strings.EqualFold(u.Scheme, "http") && !strings.EqualFold(u.Scheme, "https") {
		return ""
	}
	u.Scheme, u.Host, u.Fragment, u.RawFragment, u.User = strings.ToLower(u.Scheme), strings.ToLower(u.Host), "", "", nil
	if port := u.Port(); u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	var kept []string
	for p := range strings.SplitSeq(u.RawQuery, "&") {
		if lower := strings.ToLower(p); p != "" && !strings.HasPrefix(lower, "utm_") && !strings.HasPrefix(lower, "fbclid=") {
			kept = append(kept, p)
		}
	}
	u.RawQuery, u.ForceQuery = strings.Join(kept, "&"), false
	return u.String()
}
