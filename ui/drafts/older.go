package drafts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// chooseOlder offers the older states of the draft. The one chosen comes onto
// the sheet; what was there is kept as one of them.
func (p *Page) chooseOlder() {
	p.d.LeaveField()
	all := p.d.Revisions()
	if len(all) == 0 {
		dialog.ShowCustom(p.w.Text("drafts.older"), p.w.Text("drafts.close"),
			container.NewPadded(widget.NewLabel(p.w.Text("drafts.older.none"))), p.win)
		return
	}
	rows := container.NewVBox()
	list := container.NewVScroll(rows)
	list.SetMinSize(fyne.NewSize(olderWidth, olderRow*min(olderRows, float32(len(all)))))
	box := container.New(column{gap: 8}, say(p.w.Text("drafts.older.hint"), secondary), list)
	choice := dialog.NewCustom(p.w.Text("drafts.older"), p.w.Text("drafts.close"), box, p.win)
	for _, r := range all {
		n := r.N
		title := strong
		title.Cut = true
		moment := p.when(r.Time)
		if why := "drafts.why." + r.Reason; p.w.Has(why) {
			moment += p.w.Text("drafts.dot") + p.w.Text(why)
		}
		about := p.w.Text("drafts.older.row", "n", length(r.Proposal), "title", titleOf(p, r.Proposal))
		rows.Add(container.NewBorder(nil, widget.NewSeparator(), nil,
			container.New(inset{12, 8}, widget.NewButton(p.w.Text("drafts.older.take"), func() {
				choice.Hide()
				p.d.RestoreRevision(n)
			})), container.New(column{end: 8, gap: 2}, say(moment, title), say(about, one))))
	}
	choice.Show()
}

// The room for the older states, in pixels, and how many are seen at once.
const (
	olderWidth = 480
	olderRow   = 64
	olderRows  = 5
)

// length is how many characters a draft has.
func length(p annotate.Proposal) int {
	return len([]rune(report.Squeeze(p.Body.Situation + p.Body.Analysis + p.Body.Proposal)))
}

// when says a moment as people do: 2月22日 14:05.
func (p *Page) when(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(annotate.Beijing)
	return p.w.Text("drafts.when", "month", int(t.Month()), "day", t.Day(), "clock", t.Format("15:04"))
}
