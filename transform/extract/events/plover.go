package events

import "github.com/newsledger/newsledger/schema"

// friendly are the PLOVER roots whose announcement is AGREE and whose refusal is REJECT.
var friendly = wordSet("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT")

// roots are the PLOVER roots of the event types.
var roots = func() map[string]string {
	m := map[string]string{}
	for _, t := range schema.EventTypeRows {
		m[t.EventType] = t.PloverRoot
	}
	return m
}()

// plover gives PLOVER root and mode (codebook 2023) of a type with its status and assertion:
//
//	occurred, ongoing, ordered, attempted   the root of sense or type
//	planned                                 AGREE for friendly roots, THREATEN for hostile ones
//	proposed                                REQUEST for friendly roots, none for others: nobody has done anything yet
//	threatened                              THREATEN
//	not_occurred                            REJECT when refused or of friendly roots, none for others
//	cancelled                               REJECT for friendly roots, CONCEDE for hostile ones
//
// A death is an ASSAULT only when somebody kills. What is only alleged or denied has none: PLOVER codes the accusation and the denial, which are events of their own.
func plover(s *sense, status, assertion string, refused, byAgent bool) (root, mode string) {
	root, mode = s.root, s.mode
	if root == "" {
		root = roots[s.eventType]
	}
	if root == "" || assertion == alleged || assertion == denied || s.eventType == "death" && !byAgent {
		return "", ""
	}
	kind := friendly[root]
	switch status {
	case occurred, ongoing, ordered, attempted:
		return root, mode
	case planned:
		return either(kind, "AGREE", hostile(root)), ""
	case proposed:
		return either(kind, "REQUEST", ""), ""
	case threatened:
		return "THREATEN", ""
	case notOccurred:
		return either(kind || refused, "REJECT", ""), ""
	}
	return either(kind, "REJECT", "CONCEDE"), ""
}

func either(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

// hostile is the root of an announced act that is not friendly: words of the same kind stay what they are.
func hostile(root string) string {
	switch root {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE":
		return root
	}
	return "THREATEN"
}
