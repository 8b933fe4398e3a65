package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// showMore opens the menu of what is seldom needed.
func (p *Page) showMore(under fyne.CanvasObject) {
	who := p.w.Text("entries.who.none")
	if p.o.Who() != "" {
		who = p.w.Text("entries.who.now", "name", p.o.Who())
	}
	p.drop(under, []*fyne.MenuItem{
		fyne.NewMenuItem(p.w.Text("entries.meeting.item"), p.askMeeting),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(p.w.Text("entries.share"), p.share),
		fyne.NewMenuItem(p.w.Text("entries.return.item"), p.askReturned),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(who, func() { p.askName(func() {}) }),
	})
}

// newEmpty is what is said while nothing has been received.
func (p *Page) newEmpty() *fyne.Container {
	lines := container.New(stack{12}, widgets.NewPassage(p.w.Text("entries.empty.title"), emptyLead),
		widgets.NewPassage(p.w.Text("entries.empty"), plain),
		container.NewHBox(widget.NewButton(p.w.Text("entries.meeting.item"), p.askMeeting)))
	return container.NewStack(widgets.NewPane(widgets.ColorPaper, container.NewCenter(container.New(fixedWidth(560), lines))))
}
