// Package transcribe copies a proposal from a paper that was not made with this
// program 转录: an office file, a PDF or a plain text becomes an annotate.Proposal,
// and with each field goes how sure that is.
//
// It is pure: it takes an intake.Leaf and knows no file and no register. Its law:
// nothing is made up. A field that is not on the paper stays empty, and what is
// not read from a label that says so, in a form that can be checked, is a guess
// that somebody must look at. Words that found no field are named as left over.
package transcribe

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/rules"
)

// A Guess says from what one field was read.
type Guess struct {
	Field string `json:"field"`           // key in FILE.toml; "" for words that belong to no field
	Words string `json:"words,omitempty"` // as they stand on the paper, at most mostWords characters
	Why   Why    `json:"why"`
	Sure  bool   `json:"sure"` // nobody needs to look
}

// A Why is how a field was read: a key for catalogues.
type Why string

// The reasons. Only Labelled, Ticked and Shaped can be sure.
const (
	Labelled  Why = "label"    // it stands behind its label
	Near      Why = "near"     // behind a label in unusual words
	Shaped    Why = "shape"    // no label, but the form of such a thing: 关于…的建议, a date
	Placed    Why = "place"    // where such a thing usually stands
	Ticked    Why = "ticked"   // its box is ticked
	Unticked  Why = "unticked" // boxes stand there and none is ticked
	Split     Why = "split"    // a part of the text, parted where the wording changes
	Malformed Why = "form"     // behind its label, but not in the form of such a thing
	Unlisted  Why = "unlisted" // none of what this place offers
	Twice     Why = "twice"    // it stands on the paper twice, and differs
	Missing   Why = "missing"  // not found
	Leftover  Why = "leftover" // text that belongs to no field
)

// mostWords is how many characters of the paper a guess quotes: enough to find
// the place.
const mostWords = 60

// A Reading is one proposal as it was read. Its ID is not set.
type Reading struct {
	Proposal annotate.Proposal
	Guesses  []Guess // in the order of the sheet; one for each field of it
	Parted   bool    // the file holds more than one, and where one ends is a guess
}

// Unsure names the fields that somebody must look at, in order.
func (r Reading) Unsure() []string {
	var all []string
	for _, g := range r.Guesses {
		if !g.Sure && g.Why != Missing && g.Field != "" {
			all = append(all, g.Field)
		}
	}
	return all
}

// Certain reports whether nobody needs to look: every field that the sheet must
// have was read for sure, and nothing is left over.
func (r Reading) Certain() bool {
	return !r.Parted && !slices.ContainsFunc(r.Guesses, func(g Guess) bool { return !g.Sure })
}

// sheetFields are the fields that every sheet has, in its order; for each of
// them a reading has a guess.
var sheetFields = []string{"kind", "title", "session", "when", "category", "motion_type", "as_delegation", "deputy.name", "deputy.number", "deputy.delegation",
	"deputy.post", "deputy.phone", "deputy.address", "deputy.postcode", "cosigner", "host", "cohosts", "open", "open_reason", "confidential", "formed", "repeated",
	"earlier_number", "contact", "reply", "cosign", "attachments", "date", "hour", "body.situation", "body.analysis", "body.proposal"}

// expected are the fields that are named when they are not found.
var expected = []string{"kind", "title", "deputy.name", "deputy.number", "deputy.delegation", "deputy.post", "deputy.phone", "open", "date", "body.situation", "body.proposal"}

// Read copies the proposals of a leaf, nearly always one. pack says what the
// place offers; it may be nil.
func Read(leaf intake.Leaf, pack *rules.Pack) []Reading {
	var all []Reading
	parts := part(gather(leaf))
	ours := strings.Contains(leaf.Text(), "草稿码")
	for _, items := range parts {
		r := reader{pack: pack, guessed: map[string]Guess{}, margins: leaf.Margins, ours: ours}
		r.p.Revision, r.p.State = 1, annotate.Drafting
		r.read(items)
		one := r.reading()
		one.Parted = len(parts) > 1
		all = append(all, one)
	}
	return all
}

// A reader fills in one proposal.
type reader struct {
	pack    *rules.Pack
	p       annotate.Proposal
	guessed map[string]Guess
	left    []Guess
	margins []string
	ours    bool // the sheet is one of this program: a name there is a name

	unit, duty string // 单位 and 职务, where they stand apart
}

// note writes down from what a field was read. What was read for sure is not
// taken for a guess again.
func (r *reader) note(field, words string, why Why, sure bool) {
	r.guessed[field] = Guess{field, cut(words), why, sure}
}

// cut shortens words for a guess.
func cut(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if all := []rune(words); len(all) > mostWords {
		return string(all[:mostWords]) + "…"
	}
	return words
}

// spared reports whether the form of the proposal has no such field: a motion is
// always public, and a delegation has no card.
func (r *reader) spared(field string) bool {
	return r.p.Form == annotate.Motion && (field == "open" || field == "date") ||
		r.p.AsDelegation && (field == "deputy.number" || field == "deputy.post")
}

func (r *reader) reading() Reading {
	out := Reading{Proposal: r.p}
	for _, f := range sheetFields {
		g, known := r.guessed[f]
		switch {
		case known:
			out.Guesses = append(out.Guesses, g)
		case slices.Contains(expected, f) && !r.spared(f):
			out.Guesses = append(out.Guesses, Guess{Field: f, Why: Missing})
		}
	}
	out.Guesses = append(out.Guesses, r.left...)
	return out
}
