package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// amendment is the card of a quote, how it should read and why, and the two
// wordings in one as the paper shows them.
func (q *quotes) amendment(i int, a annotate.Amendment) fyne.CanvasObject {
	p, frozen := q.page, q.page.d.Frozen()
	diff := widgets.NewRedline(redlined(desk.Wording(a)))
	to, reason := widgets.NewEditor(2, 8), widgets.NewEditor(2, 8)
	to.SetText(a.To)
	reason.SetText(a.Reason)
	redraw := func() {
		if now := p.d.Draft(); now != nil && i < len(now.Amends) {
			diff.Set(redlined(desk.Wording(now.Amends[i])))
			p.refit()
		}
	}
	to.OnChanged = func(s string) {
		p.d.Amend(i, func(a *annotate.Amendment) { a.To = s })
		redraw()
	}
	reason.OnChanged = func(s string) { p.d.Amend(i, func(a *annotate.Amendment) { a.Reason = s }) }
	to.Tidy, reason.Tidy = annotate.Tidy, annotate.Tidy
	to.OnBlur, reason.OnBlur = p.left, p.left
	to.OnGrow, reason.OnGrow = p.refit, p.refit
	reason.SetPlaceHolder(p.w.Text("drafts.amend.reason"))

	op := widget.NewRadioGroup(nil, nil)
	for _, o := range ops {
		op.Options = append(op.Options, p.w.Text("drafts.op."+string(o)))
	}
	op.Horizontal, op.Required = true, true
	choose := func(name string) {
		for j, n := range op.Options {
			if n != name {
				continue
			}
			p.d.Amend(i, func(a *annotate.Amendment) { a.Op = ops[j] })
			to.SetPlaceHolder(p.w.Text("drafts.amend.to." + string(ops[j])))
			widgets.Shown(to, ops[j] != annotate.Delete && !frozen)
			q.cards.Refresh()
			redraw()
		}
	}
	op.SetSelected(p.w.Text("drafts.op." + string(a.Op)))
	to.SetPlaceHolder(p.w.Text("drafts.amend.to." + string(a.Op)))
	widgets.Shown(to, a.Op != annotate.Delete && !frozen)
	op.OnChanged = choose
	enabled(op, !frozen)

	fields := []fyne.CanvasObject{container.NewHBox(op, container.NewCenter(q.booklet(a.Page, a.Line, func(page, line int) {
		p.d.Amend(i, func(a *annotate.Amendment) { a.Page, a.Line = page, line })
	}))), to, reason, say(p.w.Text("drafts.amend.diff"), secondary), diff}
	if frozen {
		fields[2] = say(a.Reason, prose)
	}
	return q.card(a.Anchor, func() { p.d.Unamend(i) }, fields...)
}

// ops are the operations in the order offered.
var ops = []annotate.Op{annotate.Replace, annotate.Insert, annotate.Delete}
