package annotate

import (
	"time"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// ProposalID is a UUID, made once and kept through every revision.
type ProposalID string

// Form is the kind of a proposal; it decides the parts of its body.
type Form string

// The forms. Suggestion is the default: most wishes that grow out of a work
// report are administrative and would be turned back as a Motion.
const (
	Suggestion Form = "建议"
	Criticism  Form = "批评"
	Opinion    Form = "意见"
	Motion     Form = "议案"
	Revision   Form = "修改意见" // to the text of the report itself
)

// Forms lists the forms in the order they are offered.
var Forms = []Form{Suggestion, Criticism, Opinion, Motion, Revision}

// A State is how far a proposal has come; only the deputy sets Filed.
type State string

// The states of a draft.
const (
	Drafting State = "起草"
	Signing  State = "待签"
	Final    State = "已定稿"
	Filed    State = "已交"
	Recalled State = "撤回"
)

// A Proposal is what a deputy hands in: the sheet of 27 fields, the body in
// three parts, and the places of the report that it is about.
//
// The values of the choice fields are the words printed on the sheet; the rule
// pack of a place lists which of them it offers.
type Proposal struct {
	ID       ProposalID `json:"id"`
	Revision int        `json:"revision"` // from 1
	Form     Form       `json:"kind"`
	Title    string     `json:"title"`   // 关于……的建议
	Session  string     `json:"session"` // 届次会议
	When     string     `json:"when"`    // 大会期间 闭会期间
	Category string     `json:"category"`

	MotionType   string `json:"motion_type,omitempty"`   // 议案: 立法 监督 重大事项决定 人事 其他
	AsDelegation bool   `json:"as_delegation,omitempty"` // 以代表团名义提出

	Host    string   `json:"host"`              // wished 主办
	Cohosts []string `json:"cohosts,omitempty"` // wished 会办

	Open          string   `json:"open"` // 同意全文公开 仅同意公开标题 不同意公开
	OpenReason    string   `json:"open_reason,omitempty"`
	Confidential  bool     `json:"confidential,omitempty"` // 要求为代表本人保密
	Formed        []string `json:"formed,omitempty"`       // 专题调研 视察 座谈 走访等其他形式 未调研
	Repeated      string   `json:"repeated"`               // 否 两年 三年 三年以上
	EarlierNumber string   `json:"earlier_number,omitempty"`
	Contact       []string `json:"contact,omitempty"` // 面商 座谈 电话 书面 视察调研
	Reply         string   `json:"reply"`             // 需要 / 供工作研究参考，不需要书面答复
	Cosign        bool     `json:"cosign"`            // 可否联名
	Attachments   []string `json:"attachments,omitempty"`
	Date          string   `json:"date,omitempty"` // civil date "2024-02-22"
	Hour          string   `json:"hour,omitempty"` // 议案: "09:30"

	Deputy    Deputy      `json:"deputy"`
	Cosigners []Deputy    `json:"cosigners,omitempty"`
	Body      Body        `json:"body"`
	Cites     []Citation  `json:"cites,omitempty"`
	Amends    []Amendment `json:"amendments,omitempty"`

	Files []File `json:"files,omitempty"` // what Attachments name, in their order; empty: names only

	// What follows is how far the draft has come. It stays on this machine:
	// packets, papers and their digests leave it out (Bare).
	State      State       `json:"state,omitempty"`
	Frozen     string      `json:"frozen,omitempty"`     // digest printed on the sheet when it was finalised
	Signatures []Signature `json:"signatures,omitempty"` // who signed which text
	Created    time.Time   `json:"created,omitzero"`
	Changed    time.Time   `json:"changed,omitzero"`
}

// A File is one attachment of a proposal; its bytes are kept under its hash.
type File struct {
	Name   string `json:"name"`   // a plain file name, as the sheet prints it
	Size   int    `json:"size"`   // bytes
	SHA256 string `json:"sha256"` // lower-case hex
}

// A Deputy is the card of a person who signs.
type Deputy struct {
	Name       string `json:"name"`
	Number     string `json:"number"` // 代表证号
	Delegation string `json:"delegation"`
	Post       string `json:"post"`               // 工作单位及职务
	Phone      string `json:"phone,omitempty"`    // never in public papers
	Address    string `json:"address,omitempty"`  // never in public papers
	Postcode   string `json:"postcode,omitempty"` // never in public papers
}

// A Body is the text in its three parts: 情况 · 分析 · 建议, or for a Motion
// 案由 · 案据 · 方案. Paragraphs are separated by "\n".
type Body struct {
	Situation string `json:"situation"` // 情况, 案由
	Analysis  string `json:"analysis"`  // 分析, 案据
	Proposal  string `json:"proposal"`  // 建议, 方案
}

// An Ask is what a proposal wants of the target it cites.
type Ask string

// Asks lists what can be asked, in the order offered.
var Asks = []Ask{"提高", "降低", "明确", "补充", "提前", "保障", "报告进展", "其他"}

// A Citation ties a proposal to words of the report and, if there is one, to a
// target stated there.
type Citation struct {
	Anchor Anchor    `json:"anchor"`
	Target target.ID `json:"target,omitempty"`
	Ask    Ask       `json:"ask,omitempty"`
	Page   int       `json:"page,omitempty"` // of the printed booklet; 0 if not given
	Line   int       `json:"line,omitempty"`
}

// An Op is what an Amendment does to the text.
type Op string

// The operations of an amendment.
const (
	Insert  Op = "增" // To goes in after the quote
	Delete  Op = "删"
	Replace Op = "改"
)

// An Amendment is one wish to change the wording of the report (修改意见).
type Amendment struct {
	Anchor Anchor `json:"anchor"`
	Op     Op     `json:"op"`
	To     string `json:"to,omitempty"`
	Reason string `json:"reason,omitempty"`
	Page   int    `json:"page,omitempty"`
	Line   int    `json:"line,omitempty"`
}

// New returns a proposal of the given form with the defaults of the sheet.
func New(id ProposalID, form Form) Proposal {
	return Proposal{
		ID:       id,
		Revision: 1,
		Form:     form,
		When:     "大会期间",
		Open:     "同意全文公开",
		Repeated: "否",
		Reply:    "需要",
		Cosign:   true,
		State:    Drafting,
	}
}

// Locator says in words where a's sentence stands: section heading and
// paragraph number, as printed on the sheet.
func (a Anchor) Locator(r *report.Report) string {
	p, ok := r.Paragraph(a.Paragraph)
	if !ok {
		return ""
	}
	return report.Locator(r, p)
}
