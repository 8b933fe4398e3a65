package staff

import (
	"cmp"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/ui/desk"
)

// A Gap is something that should be seen to before a job is done: entries that
// lack what its paper prints.
type Gap struct {
	Kind    GapKind
	Entries []annotate.ProposalID
}

// A GapKind says what is lacking; "issue.gap." + GapKind is the sentence.
type GapKind string

// The kinds.
const (
	NoNumber   GapKind = "number"   // 没有编号
	NotSettled GapKind = "review"   // 待核
	NoClass    GapKind = "class"    // 没有类别
	NoHost     GapKind = "host"     // 没有定主办单位
	NoDue      GapKind = "due"      // 没有答复期限
	NoFate     GapKind = "fate"     // motions nobody has decided about
	Revealing  GapKind = "trace"    // the public text holds what looks like a telephone number
	NotPublic  GapKind = "withheld" // 公开版: left out, or shown in part
)

// lacking says of an entry whether it lacks something.
var lacking = map[GapKind]func(registry.Entry) bool{
	NoNumber:   func(e registry.Entry) bool { return e.Live() && e.NumberText() == "" },
	NotSettled: func(e registry.Entry) bool { return e.Live() && e.Review },
	NoClass:    func(e registry.Entry) bool { return e.Live() && cmp.Or(e.Category, e.Proposal.Category) == "" },
	NoHost: func(e registry.Entry) bool {
		_, wished := e.MainUnit()
		return e.Live() && (wished || e.Host == "")
	},
	NoDue:  func(e registry.Entry) bool { return e.Live() && e.Due == "" },
	NoFate: func(e registry.Entry) bool { return e.Motion() && (e.State == registry.Registered || e.State == "") },
	Revealing: func(e registry.Entry) bool {
		return e.Live() && slices.Contains([]export.Withholding{"", export.Nameless}, export.Withheld(e)) && len(export.Traces(e.Proposal)) > 0
	},
	NotPublic: func(e registry.Entry) bool { return e.Live() && export.Withheld(e) != "" },
}

// watched are the gaps that matter to a job, the gravest first.
var watched = map[Job][]GapKind{
	Job(desk.RegisterPaper):   {NoNumber, NotSettled, NoClass},
	Job(desk.VolumePaper):     {NoNumber, NotSettled, NoClass},
	Job(desk.AssignPaper):     {NoHost, NoNumber, NotSettled, NoDue},
	Job(desk.MotionsPaper):    {NoFate, NotSettled},
	Job(desk.StatisticsPaper): {NotSettled, NoClass},
	Job(desk.ReceiptPaper):    {NoNumber, NotSettled},
	Job(desk.LabelPaper):      {NoNumber},
	ListsJob:                  {NoNumber, NotSettled},
	UnitsJob:                  {NoHost, NoNumber, NotSettled, NoDue},
	EachJob:                   {NoNumber},
	PublicJob:                 {Revealing, NotPublic, NoNumber, NotSettled},
}

// Gaps are what is lacking for a job. A public paper is watched for what must
// not be published.
func (o *Office) Gaps(j Job) []Gap {
	entries, kinds := o.Issued(j), watched[j]
	if o.Choice(j).Public {
		kinds = append([]GapKind{Revealing, NotPublic}, kinds...)
	}
	var all []Gap
	for _, k := range kinds {
		g := Gap{Kind: k}
		for _, e := range entries {
			if lacking[k](e) {
				g.Entries = append(g.Entries, e.Proposal.ID)
			}
		}
		if len(g.Entries) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// Withheld counts why the public will not see all of a job.
func (o *Office) Withheld(j Job) map[export.Withholding]int {
	n := map[export.Withholding]int{}
	for _, e := range o.Issued(j) {
		if w := export.Withheld(e); w != "" && e.Live() {
			n[w]++
		}
	}
	return n
}
