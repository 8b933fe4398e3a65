package annotate

import "time"

// A Mark is what a reader keeps in mind about a target. It is their own and is
// never given to anybody.
type Mark string

// The marks.
const (
	Watched  Mark = "watched"  // 关注
	Doubted  Mark = "doubted"  // 存疑
	Verified Mark = "verified" // 已核
)

// Marks lists the marks in the order they are offered.
var Marks = []Mark{Watched, Doubted, Verified}

// A MarkedTarget is a target with a mark of one's own.
type MarkedTarget struct {
	ID      string    `json:"id"` // a UUID
	Pin               // of the target
	Mark    Mark      `json:"mark"`
	Changed time.Time `json:"changed"`
}

// A Verdict is what a person says of a match of last year's target with this
// year's result.
type Verdict string

// The verdicts.
const (
	Matches Verdict = "matches" // they speak of the same
	Differs Verdict = "differs" // they do not
)

// A Pairing is a match of a target of the older report with a result that the
// newer one states, and what a person says of it.
type Pairing struct {
	ID      string    `json:"id"` // a UUID
	Plan    Pin       `json:"plan"`
	Result  Pin       `json:"result"`
	Verdict Verdict   `json:"verdict"`
	Changed time.Time `json:"changed"`
}
