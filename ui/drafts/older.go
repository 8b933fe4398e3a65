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
	list.SetMinSize(fyne.NewSize(520, min(320, float32(len(all))*56)))
	box := container.NewBorder(container.New(inset{0, 4}, say(p.w.Text("drafts.older.hint"), secondary)), nil, nil, nil, list)
	choice := dialog.NewCustom(p.w.Text("drafts.older"), p.w.Text("drafts.close"), box, p.win)
	for _, r := range all {
		n := r.N
		text := p.w.Text("drafts.older.row", "time", p.when(r.Time), "n", length(r.Proposal), "title", titleOf(p, r.Proposal))
		if why := "drafts.why." + r.Reason; p.w.Has(why) {
			text += p.w.Text("drafts.dot") + p.w.Text(why)
		}
		rows.Add(container.NewBorder(nil, widget.NewSeparator(), nil,
			widget.NewButton(p.w.Text("drafts.older.take"), func() {
				choice.Hide()
				p.d.RestoreRevision(n)
			}), container.New(inset{0, 8}, say(text, prose))))
	}
	choice.Show()
}

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
