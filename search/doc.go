// Package search is the catalogue: it finds paragraphs, targets, notes and
// proposals by what they say.
//
// It takes neutral Docs and knows neither reports nor people. Everything here
// can be deleted and rebuilt at any time from the texts themselves; text that
// is shown always comes from the caller's own Docs, never from the index, since
// an index file carries no checksums.
//
// A question is parsed (parse.go, its grammar in query.go), its words are
// resolved one by one into the strictest ways that find anything (find.go,
// approach.go), and every leaf that may answer is read to see whether it does
// (match.go). Which leaves may answer is told by an index of the public Docs on
// disk (disk.go, filing.go, shelve.go), or by none: the answers are the same.
// The index also bounds what a leaf can score (bound.go), so that only those
// which may stand on the first page are read (best.go). What a person typed is
// only ever read through in memory.
//
// A heading is found if it is filed as a Doc of its own, with its text at the
// end of its own Heading; the Heading of other Docs lends them context, so that
// 营商环境 用电 finds 用电 under the heading 营商环境.
//
// Spans are byte offsets into Doc.Text.
package search

import "time"

// Kind says what a Doc is; one search box looks through all of them.
type Kind string

// The kinds of Doc.
const (
	Reports   Kind = "report"
	Targets   Kind = "target"
	Notes     Kind = "note"
	Proposals Kind = "proposal"
)

// A Doc is one thing that can be found.
type Doc struct {
	Kind    Kind
	ID      string // unique within its Kind: a paragraph id, a target id, a UUID
	Report  string // report id; "" for a proposal that cites none
	Section string // section path, "三/(四)"
	Heading string // headings above it, searched too: "三、2024年重点工作安排 (四) 注重…"
	Text    string // what is searched and shown
	Year    int    // year of the report
	Order   int    // place in reading order, for sorting
	Past    bool   // stands in the review of last year (去年回顾)
}

// A Span is a half-open byte range in Doc.Text, on rune boundaries.
type Span struct{ Start, End int }

// A Hit is a Doc that answers a query.
type Hit struct {
	Doc
	Score float64
	Spans []Span // the matched words, in order, not overlapping; empty if only the heading matched
}

// A Stage names the step of the cascade that found something.
type Stage string

// The stages, from the strictest. Each is tried only if the one before it
// found nothing, and the window always says which one answered. Words that are
// the very same thing (规上, 规模以上) are searched together in the stages
// Exact and Synonym; hits of the printed word come first.
const (
	Exact   Stage = "exact"
	Synonym Stage = "synonym"
	Pinyin  Stage = "pinyin"
	Tokens  Stage = "tokens"
	Repair  Stage = "repair" // one character corrected; Answer.Shown says to what
	Partial Stage = "partial"
	None    Stage = "none"
)

// A Query is one question.
type Query struct {
	Text    string
	Kinds   []Kind   // empty: all
	Reports []string // only Docs of these reports; empty: all
	Limit   int      // at most so many hits; 0 means 50
	InOrder bool     // hits in order of the report rather than of relevance
	Quick   bool     // while typing: stop once Limit hits are found, so Total is only a lower bound, and repair nothing
}

// An Answer is what a query found and how.
type Answer struct {
	Query string
	Stage Stage
	Shown string   // Repair, Pinyin: the word that was searched instead
	Also  []string // Synonym: the words that were searched too
	Near  []string // None: words of the library that come near; Pinyin: words to pick from
	Total int      // hits before Limit; with Quick at least so many
	// TotalIsLeast says that Total is only a lower bound: there were so many
	// candidates that not all of them were read. The Hits are the best all the
	// same.
	TotalIsLeast bool
	Took         time.Duration
	Hits         []Hit
}
