package text

// Tag is a Penn Treebank part of speech (the XPOS column of the treebanks).
type Tag uint8

// The tags. Punctuation marks have one tag each class: Comma, Stop, Colon, OpenQuote, CloseQuote, OpenBracket, CloseBracket, Hyphen.
const (
	None Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	Comma        // ,
	Stop         // .
	Colon        // : ; and dashes
	OpenQuote    // ``
	CloseQuote   // ''
	OpenBracket  // -LRB-
	CloseBracket // -RRB-
	Hyphen       // HYPH
	Dollar       // $ and other currency signs
	Hash         // #
	NFP          // superfluous punctuation, emoticons, list bullets
	ADD          // addresses: URL, e-mail, @handle
	AFX          // affix split off
	GW           // part of a word that is written apart
	XX           // unknown
	NTags        // number of tags
)

var tagNames = [NTags]string{
	"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
	"SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "#", "NFP", "ADD", "AFX", "GW", "XX",
}

// String returns the treebanks' name of the tag.
func (t Tag) String() string { return tagNames[t] }

// TagNamed returns the tag that the treebanks call name, None for an unknown one.
func TagNamed(name string) Tag {
	for t, n := range tagNames {
		if n == name {
			return Tag(t)
		}
	}
	return None
}

// IsNoun says whether t is a common or proper noun.
func (t Tag) IsNoun() bool { return t == NN || t == NNS || t == NNP || t == NNPS }

// IsProper says whether t is a proper noun.
func (t Tag) IsProper() bool { return t == NNP || t == NNPS }

// IsVerb says whether t is a verb form (modals are not).
func (t Tag) IsVerb() bool { return t >= VB && t <= VBZ }

// IsFinite says whether t is a verb form that can head a clause by itself: past, present, or a modal.
func (t Tag) IsFinite() bool { return t == VBD || t == VBP || t == VBZ || t == MD }

// IsAdjective says whether t is an adjective.
func (t Tag) IsAdjective() bool { return t == JJ || t == JJR || t == JJS }

// IsAdverb says whether t is an adverb.
func (t Tag) IsAdverb() bool { return t == RB || t == RBR || t == RBS }

// IsPunct says whether t is punctuation.
func (t Tag) IsPunct() bool { return t >= Comma && t <= Hyphen || t == NFP }
