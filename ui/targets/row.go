package targets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// rowSpace is the space above and below the words of a row, in pixels.
const rowSpace = 7

// A row shows one target. It is used again and again by the list.
type row struct {
	widget.BaseWidget
	page  *Page
	id    target.ID
	cells []*widgets.Passage // as desk.TargetColumn counts them
	write *widget.Hyperlink
	more  *more
	box   *fyne.Container
}

func newRow(p *Page) *row {
	r := &row{page: p}
	r.box = container.New(columns{top: rowSpace})
	for c := desk.BySection; c <= desk.ByProposals; c++ {
		cell := widgets.NewPassage("", lettering(c))
		r.cells = append(r.cells, cell)
		r.box.Add(cell)
	}
	r.write = widget.NewHyperlink(p.w.Text("targets.write"), nil)
	r.write.OnTapped = func() { p.write(r.id) }
	r.more = newMore(func() {
		if t, ok := p.rowOf(r.id); ok {
			p.drop(r.more, p.rowItems(t))
		}
	})
	r.box.Add(r.write)
	r.box.Add(r.more)
	r.ExtendBaseWidget(r)
	return r
}

// lettering is how the words of a column are set.
func lettering(c desk.TargetColumn) widgets.Lettering {
	switch c {
	case desk.ByValue:
		return widgets.Lettering{Bold: true, Wrap: true}
	case desk.BySubject, desk.ByQuote:
		return widgets.Lettering{Wrap: true}
	}
	return widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true}
}

// set shows a target.
func (r *row) set(t desk.TargetRow) {
	r.id = t.Target.ID
	for c, cell := range r.cells {
		cell.SetText(cellText(r.page.w, t, desk.TargetColumn(c)))
	}
	r.write.Hidden = t.State == desk.Deleted
	r.Refresh()
}

// cellText is what stands in a column.
func cellText(w assets.Words, r desk.TargetRow, c desk.TargetColumn) string {
	t := r.Target
	switch c {
	case desk.BySection:
		return short(t.Section)
	case desk.BySubject:
		return t.Subject
	case desk.ByQuote:
		return t.Quote
	case desk.ByComparator:
		return desk.Must(w, t)
	case desk.ByValue:
		return desk.FigureOf(r)
	case desk.ByUnit:
		return t.Unit
	case desk.ByDeadline:
		return t.Deadline
	case desk.ByState:
		return strings.TrimSpace(desk.StateOf(w, r) + " " + desk.MarkOf(w, r))
	case desk.ByNotes:
		return some(r.Notes)
	case desk.ByProposals:
		return some(r.Proposals)
	}
	return ""
}

// some is a number above 0.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// short is a section's place in a few signs: 三(四) for "三/(四)".
func short(p report.Path) string { return strings.ReplaceAll(string(p), "/", "") }

// CreateRenderer is called by Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, widget.NewSeparator(), nil, nil, r.box))
}

// measure tells the list how high each row is when it is width wide.
func (p *Page) measure(width float32) {
	if width <= 0 {
		return
	}
	probes := make([]*widgets.Passage, len(p.heads))
	for c := range probes {
		probes[c] = widgets.NewPassage("", lettering(desk.TargetColumn(c)))
	}
	for i, r := range p.rows {
		var h float32
		for c, probe := range probes {
			probe.SetText(cellText(p.w, r, desk.TargetColumn(c)))
			h = max(h, probe.HeightFor(columnWidth(c, width)))
		}
		p.list.SetItemHeight(i, h+2*rowSpace+1)
	}
}
