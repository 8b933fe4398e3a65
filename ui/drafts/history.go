package drafts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A history compares any two states of the open draft, one above the other or
// side by side, and brings an older one back.
type history struct {
	page     *Page
	was, now *widget.Select
	numbers  []int // of the states, as they stand in the selects
	beside   bool
	rows     *fyne.Container
	restore  *widget.Button
	around   *dialog.CustomDialog
}

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
	h := &history{page: p, rows: container.New(widgets.Column{Gap: 14, End: 4})}
	labels := []string{p.w.Text("drafts.older.now")}
	h.numbers = []int{desk.Current}
	for _, r := range all {
		label := p.w.Text("drafts.older.row", "revision", r.N, "time", p.when(r.Time), "n", length(r.Proposal))
		if why := "drafts.why." + r.Reason; p.w.Has(why) {
			label += p.w.Text("drafts.dot") + p.w.Text(why)
		}
		labels, h.numbers = append(labels, label), append(h.numbers, r.N)
	}
	h.was, h.now = widget.NewSelect(labels, nil), widget.NewSelect(labels, nil)
	h.was.SetSelectedIndex(1 + p.lastOther(all))
	h.now.SetSelectedIndex(0)
	h.was.OnChanged = func(string) { h.compare() }
	h.now.OnChanged = h.was.OnChanged
	beside := widget.NewCheck(p.w.Text("drafts.older.beside"), func(on bool) { h.beside = on; h.compare() })
	h.restore = widget.NewButton(p.w.Text("drafts.older.take"), func() {
		h.around.Hide()
		p.d.RestoreRevision(h.numbers[h.was.SelectedIndex()])
	})
	list := container.NewVScroll(h.rows)
	size := p.win.Canvas().Size()
	list.SetMinSize(fyne.NewSize(min(olderWidth, size.Width-120), max(160, min(olderHeight, size.Height-300))))
	word := func(key string) fyne.CanvasObject { return container.NewCenter(say(p.w.Text(key), secondary)) }
	h.around = dialog.NewCustom(p.w.Text("drafts.older"), p.w.Text("drafts.close"), container.New(widgets.Column{Gap: 10},
		container.NewBorder(nil, nil, word("drafts.older.from"), nil, h.was),
		container.NewBorder(nil, nil, word("drafts.older.to"), nil, h.now),
		container.NewHBox(h.restore, container.NewCenter(say(p.w.Text("drafts.older.hint"), secondary)), layout.NewSpacer(), beside),
		widget.NewSeparator(), list), p.win)
	h.compare()
	h.around.Show()
}

// lastOther is the newest of some states that differs from the draft as it is;
// the first if none does.
func (p *Page) lastOther(all []desk.Version) int {
	for i, r := range all {
		if len(p.d.CompareRevisions(r.N, desk.Current)) > 0 {
			return i
		}
	}
	return 0
}

// The room for a comparison, in pixels.
const (
	olderWidth  = 860
	olderHeight = 420
)

// compare shows what differs between the two states that are chosen.
func (h *history) compare() {
	p := h.page
	was, now := h.was.SelectedIndex(), h.now.SelectedIndex()
	if was < 0 || now < 0 {
		return
	}
	enabled(h.restore, h.numbers[was] != desk.Current)
	h.rows.Objects = nil
	all := p.d.CompareRevisions(h.numbers[was], h.numbers[now])
	for _, d := range all {
		var words fyne.CanvasObject = widgets.NewRedline(redlined(d.Spans))
		if h.beside {
			words = container.New(pairs{gap: 12}, widgets.NewRedline(side(d.Spans, false)), widgets.NewRedline(side(d.Spans, true)))
		}
		h.rows.Add(container.New(widgets.Column{Gap: 4}, say(p.w.Text("check.field."+d.Field), strong), words))
	}
	if len(all) == 0 {
		h.rows.Add(say(p.w.Text("drafts.older.same"), secondary))
	}
	h.rows.Refresh()
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
