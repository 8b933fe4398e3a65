package staff

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/ui/desk"
)

// A Job 印发件 is something that staff make of the register and hand on: a paper, a
// table, a folder of papers.
type Job string

// The jobs that are no single paper; the others bear the names of the papers.
const (
	ListsJob  Job = "清单"   // the lists for Excel
	UnitsJob  Job = "交办包"  // a folder for each unit
	EachJob   Job = "逐件文件" // a file for each proposal
	PublicJob Job = "公开"   // what may be published, in a folder

	BeforeJob  Job = "上届对照"   // what was proposed in an archived session already
	ArchiveJob Job = "归档"     // the whole register in one file
	ScrubJob   Job = "清除个人信息" // nothing is made: what leads to a person goes
)

// A JobGroup is jobs that belong together, under a heading "issue.group." + Name.
type JobGroup struct {
	Name string
	Jobs []Job
}

// JobGroups are all jobs in the order of the page 印发.
var JobGroups = []JobGroup{
	{"session", []Job{Job(desk.RegisterPaper), Job(desk.VolumePaper), Job(desk.MotionsPaper), Job(desk.StatisticsPaper), Job(desk.AimsPaper), Job(desk.BoardPaper), ListsJob}},
	{"units", []Job{Job(desk.AssignPaper), UnitsJob}},
	{"deputies", []Job{Job(desk.ReceiptPaper), Job(desk.LabelPaper), EachJob}},
	{"public", []Job{PublicJob}},
	{"end", []Job{BeforeJob, ArchiveJob, ScrubJob}},
}

// Paper is the paper that j prints, "" if it is none.
func (j Job) Paper() desk.StaffPaper {
	if p := desk.StaffPaper(j); slices.Contains(desk.StaffPapers, p) {
		return p
	}
	return ""
}

// Folder reports whether j makes a folder.
func (j Job) Folder() bool { return j == UnitsJob || j == EachJob || j == PublicJob }

// A Source says of which entries a job is made.
type Source string

// The sources.
const (
	FromAll  Source = ""     // everything in the register
	FromLook Source = "look" // what the page 登记 shows now
)

// A Side 种类 narrows a job to motions, to proposals, or to amendments.
type Side string

// The sides.
const (
	AllSides   Side = ""
	MotionSide Side = "议案"
	OtherSide  Side = "建议"
	AmendSide  Side = "修改意见"
)

// A Choice is what is chosen for a job. The zero Choice is sensible.
type Choice struct {
	From       Source `json:"-"` // what is looked at changes: it is not remembered
	Side       Side   `json:"side,omitempty"`
	Category   string `json:"category,omitempty"`
	Delegation string `json:"delegation,omitempty"`
	Unit       string `json:"unit,omitempty"`

	Word    bool             `json:"word,omitempty"`    // for Word and WPS instead of a PDF
	Archive bool             `json:"archive,omitempty"` // 归档版 instead of 签字版
	Packet  bool             `json:"packet,omitempty"`  // 逐件: data files instead of papers
	Public  bool             `json:"public,omitempty"`  // 公开版
	Duplex  bool             `json:"duplex,omitempty"`
	NoIndex bool             `json:"no_index,omitempty"`
	Labels  export.LabelKind `json:"labels,omitempty"`
	Texts   bool             `json:"texts,omitempty"` // 交办包: each proposal for Word as well
}

// A Head is what stands on every paper of a session.
type Head struct {
	Session string `json:"session,omitempty"` // "" is that of the first entry
	Maker   string `json:"maker,omitempty"`
	Until   string `json:"-"` // 截至: "2024-02-22 12:00"; "" is the day of the last entry
}

// issuing is what the page 印发 is set to.
type issuing struct {
	read    bool
	job     Job
	head    Head
	choices map[Job]Choice
	made    Made
}

// issueSetting keeps the head and the choices.
const issueSetting = "issue"

type keptIssuing struct {
	Head    Head           `json:"head"`
	Choices map[Job]Choice `json:"choices"`
}

func (o *Office) issue() *issuing {
	s := &o.issuing
	if !s.read {
		s.read, s.job = true, JobGroups[0].Jobs[0]
		var kept keptIssuing
		o.desk.Tell(o.desk.Setting(issueSetting, &kept))
		s.head, s.choices = kept.Head, kept.Choices
		if s.choices == nil {
			s.choices = map[Job]Choice{}
		}
	}
	return s
}

// Job is the job in hand.
func (o *Office) Job() Job { return o.issue().job }

// TakeUp turns to a job.
func (o *Office) TakeUp(j Job) {
	o.issue().job = j
	o.desk.Notify(desk.Booked)
}

// Choice is what is chosen for a job.
func (o *Office) Choice(j Job) Choice { return o.issue().choices[j] }

// Choose keeps what is chosen for a job.
func (o *Office) Choose(j Job, c Choice) {
	s := o.issue()
	if s.choices[j] == c {
		return
	}
	s.choices[j] = c
	o.keepIssuing()
	o.desk.Notify(desk.Booked)
}

// Head is what stands on every paper.
func (o *Office) Head() Head {
	h := o.issue().head
	if m := o.desk.Meeting(); h.Session == "" && m != nil {
		h.Session = m.Session.Name
	}
	return h
}

// SetHead keeps what stands on every paper.
func (o *Office) SetHead(h Head) {
	h.Session, h.Maker, h.Until = strings.TrimSpace(h.Session), strings.TrimSpace(h.Maker), strings.TrimSpace(h.Until)
	if s := o.issue(); s.head != h {
		s.head = h
		o.keepIssuing()
	}
}

func (o *Office) keepIssuing() {
	s := o.issue()
	o.desk.Tell(o.desk.KeepSetting(issueSetting, keptIssuing{s.head, s.choices}))
}

// Holds reports whether e is among what c narrows a job to.
func (c Choice) Holds(e registry.Entry) bool {
	switch c.Side {
	case MotionSide:
		if !e.Motion() {
			return false
		}
	case OtherSide:
		if e.Motion() || e.Proposal.Form == annotate.Revision {
			return false
		}
	case AmendSide:
		if e.Proposal.Form != annotate.Revision {
			return false
		}
	}
	host, _ := e.MainUnit()
	return (c.Category == "" || e.Class() == c.Category) &&
		(c.Delegation == "" || strings.TrimSpace(e.Proposal.Deputy.Delegation) == c.Delegation) &&
		(c.Unit == "" || strings.TrimSpace(host) == c.Unit || slices.ContainsFunc(e.SideUnits(), func(u string) bool { return strings.TrimSpace(u) == c.Unit }))
}

// Narrow are those of entries that a job is made of, their sheets as the staff
// put them right: what was returned or withdrawn only where it is counted or kept.
func (c Choice) Narrow(j Job, entries []registry.Entry) []registry.Entry {
	counted := j == Job(desk.StatisticsPaper) || j == Job(desk.MotionsPaper)
	var all []registry.Entry
	for _, e := range entries {
		kept := e
		e.Proposal = e.Sheet()
		if (e.Live() || counted || j == ArchiveJob || j == ScrubJob) && c.Holds(e) {
			if j == EachJob && c.Packet {
				e = kept // a data file goes out as it came in
			}
			all = append(all, e)
		}
	}
	return all
}

// Issued are the entries that a job is made of.
func (o *Office) Issued(j Job) []registry.Entry {
	c := o.Choice(j)
	entries := o.Book().Entries
	if c.From == FromLook {
		entries = o.looked()
	}
	return c.Narrow(j, entries)
}

// looked are the entries that the page 登记 shows.
func (o *Office) looked() []registry.Entry {
	var all []registry.Entry
	for _, r := range o.Listed(o.look, Order{}) {
		all = append(all, *r.Entry)
	}
	return all
}

// Order is what is asked of the press for a job.
func (o *Office) Order(j Job) desk.Order { return o.OrderOf(j, o.Choice(j), o.Head()) }

// OrderOf is Order for other choices than those that are kept.
func (o *Office) OrderOf(j Job, c Choice, h Head) desk.Order {
	order := desk.Order{Paper: j.Paper(), Labels: c.Labels, Archive: c.Archive, Staff: export.Staff{Session: h.Session, Maker: h.Maker, Until: h.Until,
		Public: c.Public, Duplex: c.Duplex, NoIndex: c.NoIndex}}
	if c.Unit != "" {
		order.Units = []string{c.Unit}
	}
	order.Name = c.fileName(j)
	return order
}

// fileName is what a job is called on disk: its name, and what it is narrowed
// to.
func (c Choice) fileName(j Job) string {
	parts := []string{string(j)}
	for _, s := range []string{string(c.Side), c.Category, c.Delegation, c.Unit} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return export.SafeName(strings.Join(parts, "_"))
}

// FileName is the name under which a job is offered to be saved.
func (o *Office) FileName(j Job) string {
	c := o.Choice(j)
	switch {
	case j.Folder():
		return c.fileName(j)
	case j == ArchiveJob:
		return desk.ArchiveName(o.session(), o.desk.Now())
	case j == ListsJob, j == BeforeJob:
		return c.fileName(j) + ".xlsx"
	case c.Word:
		return c.fileName(j) + ".docx"
	}
	return c.fileName(j) + ".pdf"
}

// LookedAt is how many entries the page 登记 shows, and whether it leaves any out.
func (o *Office) LookedAt() (n int, some bool) {
	return len(o.Listed(o.look, Order{})), o.look.Narrows()
}

// Offered are the values of "category", "delegation" or "unit" that a job can be
// narrowed to: those that some live entry has, the categories in the order of
// the place.
func (o *Office) Offered(what string) []string {
	var live []registry.Entry
	for _, e := range o.Book().Entries {
		if e.Live() {
			live = append(live, e)
		}
	}
	if what == "unit" {
		return export.Units(live)
	}
	var names []string
	for _, e := range live {
		name := e.Class()
		if what == "delegation" {
			name = strings.TrimSpace(e.Proposal.Deputy.Delegation)
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	order := o.desk.Rules().Pack.Delegations
	if what == "category" {
		order = nil
		for _, c := range o.desk.Rules().Pack.Categories {
			order = append(order, c.Name)
		}
	}
	place := func(name string) int {
		if i := slices.Index(order, name); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b)) })
	return names
}
