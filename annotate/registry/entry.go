// Package registry is the staff's book: what was received, under which number,
// who answers it and how far it has come.
//
// It is pure: an Entry is a value that carries the proposal as it was handed
// in, and no file, clock or window is known here. A number is given once and
// never again, also when what bore it was withdrawn. The papers of the staff
// (export.Volume and its neighbours) print Entries and nothing else; the book
// that gives numbers, merges and assigns grows on this type.
package registry

import (
	"strconv"
	"strings"
	"time"

	"deputydesk/annotate"
)

// An Entry is one received proposal. The zero value of every field but Proposal
// means "not yet": a paper prints an empty place for it.
type Entry struct {
	Proposal  annotate.Proposal   `json:"proposal"` // as handed in; never changed by staff
	Received  time.Time           `json:"received,omitzero"`
	Digest    string              `json:"digest,omitempty"`    // lower-case hex, of what the proposal says
	Packet    string              `json:"packet,omitempty"`    // lower-case hex hash of the packet it came in
	Key       string              `json:"key,omitempty"`       // lower-case hex public key that signed it
	Signature Signature           `json:"signature,omitempty"` // of that packet
	Number    int                 `json:"number,omitempty"`    // running number of the session, 议案 and 建议 counted apart; 0 if none yet
	Printed   string              `json:"printed,omitempty"`   // the number as the rule pack of the place writes it; "" means 第001号
	Category  string              `json:"category,omitempty"`  // as the staff class it; "" means the deputy's own
	State     State               `json:"state,omitempty"`
	Into      annotate.ProposalID `json:"into,omitempty"`    // 并案: the entry it is handled with
	Host      string              `json:"host,omitempty"`    // 主办 as assigned; "" means only wished
	Cohosts   []string            `json:"cohosts,omitempty"` // 会办 as assigned
	Parts     []Part              `json:"parts,omitempty"`   // 分办: hosts that each answer a part, beside Host
	Focus     bool                `json:"focus,omitempty"`   // 重点督办
	Leader    string              `json:"leader,omitempty"`  // who leads the supervision; "" if not said

	Assigned     string `json:"assigned,omitempty"`     // civil date of 交办
	Due          string `json:"due,omitempty"`          // civil date by which it is to be answered
	Answered     string `json:"answered,omitempty"`     // civil date of the answer
	Answer       string `json:"answer,omitempty"`       // result class: A, B, C …, as the rule pack names them
	Satisfaction string `json:"satisfaction,omitempty"` // 满意 基本满意 不满意; "" if not heard
	Remark       string `json:"remark,omitempty"`

	// Mended is what the sheet should say where the staff know better, by the keys
	// of FILE.toml; see Mendable. What was handed in stays in Proposal.
	Mended map[string]string `json:"mended,omitempty"`

	Review  bool      `json:"review,omitempty"`  // 待核: somebody should look at it
	Lacks   []string  `json:"lacks,omitempty"`   // 缺项: fields that were missing when it came
	Earlier []Version `json:"earlier,omitempty"` // revisions that this one replaced, the first one first
	Apart   []Apart   `json:"apart,omitempty"`   // with what it was offered and is not the same
	Decided []string  `json:"decided,omitempty"` // digests of other texts under this id about which it was decided which one counts
	Journal []Change  `json:"journal,omitempty"` // who changed what, the first change first

	Origin  Origin          `json:"origin,omitempty"`  // how the words came into the book
	Source  string          `json:"source,omitempty"`  // of a copy: hash of what stands on the paper
	Guesses []Guess         `json:"guesses,omitempty"` // of a copy: how its fields were read
	Papers  []annotate.File `json:"papers,omitempty"`  // the files it was copied from, and scans of the signed paper
}

// A Version is an earlier revision of an entry, as it was handed in.
type Version struct {
	Proposal annotate.Proposal `json:"proposal"`
	Digest   string            `json:"digest"`
	Packet   string            `json:"packet,omitempty"`
	Received time.Time         `json:"received,omitzero"`
	Origin   Origin            `json:"origin,omitempty"`
	Source   string            `json:"source,omitempty"`
}

// A State is what became of an entry.
type State string

// The states.
const (
	Registered State = "登记"
	Filed      State = "立案"
	Merged     State = "并案"
	Declined   State = "不予立案"
	Turned     State = "转建议" // a motion handled as a proposal
	Returned   State = "退回"
	Withdrawn  State = "撤回"
)

// A Signature says what is known of who sent the packet.
type Signature string

// The signatures.
const (
	Unsigned Signature = "未签"
	Valid    Signature = "有效"
	OtherKey Signature = "换钥" // signed with another key than this deputy's last
	Broken   Signature = "无效"
)

// Class is the category an entry is filed under: the staff's, else the
// deputy's, else 其他.
func (e Entry) Class() string {
	for _, c := range []string{e.Category, e.Proposal.Category} {
		if c = strings.TrimSpace(c); c != "" {
			return c
		}
	}
	return Unclassed
}

// Unclassed is the category of what nobody has classed.
const Unclassed = "其他"

// MainUnit is the unit that answers: as assigned, else as wished; wished says
// which.
func (e Entry) MainUnit() (unit string, wished bool) {
	if h := strings.TrimSpace(e.Host); h != "" {
		return h, false
	}
	h := strings.TrimSpace(e.Proposal.Host)
	return h, h != ""
}

// SideUnits are the units that help: as assigned, else, if no host is assigned
// either, as wished.
func (e Entry) SideUnits() []string {
	if e.Host != "" || len(e.Cohosts) > 0 {
		return e.Cohosts
	}
	return e.Proposal.Cohosts
}

// Motion reports whether e is handled as a 议案.
func (e Entry) Motion() bool { return e.Proposal.Form == annotate.Motion && e.State != Turned }

// NumberText is the number as it is printed, "第001号"; "" if there is none.
func (e Entry) NumberText() string {
	if e.Printed != "" {
		return e.Printed
	}
	if e.Number <= 0 {
		return ""
	}
	n := strconv.Itoa(e.Number)
	return "第" + strings.Repeat("0", max(0, 3-len(n))) + n + "号"
}

// Live reports whether e still counts: neither returned nor withdrawn.
func (e Entry) Live() bool { return e.State != Returned && e.State != Withdrawn }
