package ui

import (
	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A bar is the row of pages, search box and buttons at the top.
type bar struct {
	window *Window
	object fyne.CanvasObject
	tabs   *widgets.TabBar
	search *widgets.Field
	help   *widget.Button // how to ask
}

func newBar(v *Window) *bar {
	b := &bar{window: v}
	b.tabs = widgets.NewTabBar(func(i int) { v.desk.Turn(desk.DeputyPages[i]) })

	b.search = widgets.NewField()
	b.search.SetPlaceHolder(v.words.Text("finder.placeholder"))
	b.search.OnChanged = v.typed
	b.search.OnSubmitted = func(string) { v.desk.Submit() }
	b.search.OnKey = b.searchKey
	b.search.OnFocus = func() { v.attend(true) }
	b.search.OnBlur = func() { v.attend(false) }
	b.help = widget.NewButton("?", v.showHelp)
	b.help.Importance = widget.LowImportance

	smaller := widget.NewButton("A−", func() { v.setZoom(-1) })
	larger := widget.NewButton("A+", func() { v.setZoom(+1) })
	smaller.Importance, larger.Importance = widget.LowImportance, widget.LowImportance
	write := widget.NewButton(v.words.Text("window.write"), func() { v.desk.Press(v.desk.Write(annotate.Suggestion)) })
	more := widget.NewButton(v.words.Text("window.more"), nil)
	more.Importance = widget.LowImportance
	more.OnTapped = func() { v.showMore(more) }

	b.object = widgets.NewPane(widgets.ColorPane, container.NewPadded(container.NewBorder(nil, nil,
		b.tabs, container.NewHBox(smaller, larger, write, more),
		container.New(searchLayout{}, b.search, b.help))))
	b.changed(desk.Everything)
	return b
}

// searchKey lets Down and Up go from hit to hit and Escape leave the search.
func (b *bar) searchKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		b.window.desk.NextHit()
	case fyne.KeyUp:
		b.window.desk.PrevHit()
	case fyne.KeyEscape:
		b.window.leaveSearch()
	default:
		return false
	}
	return true
}

func (b *bar) changed(t desk.Topic) {
	switch t {
	case desk.Pages, desk.Noted, desk.Drafted, desk.Text, desk.Everything:
		d, w := b.window.desk, b.window.words
		b.tabs.Set([]widgets.Tab{
			{Label: w.Text("window.page.reading")},
			{Label: w.Text("window.page.aims"), Count: len(d.Targets(d.Report()))},
			{Label: w.Text("window.page.margin"), Count: len(d.Notes())},
			{Label: w.Text("window.page.drafting"), Count: len(d.Drafts())},
		}, pageIndex(d.Page()))
	}
}

func pageIndex(p desk.Page) int {
	for i, each := range desk.DeputyPages {
		if each == p {
			return i
		}
	}
	return 0
}

// searchLayout keeps the search box between 160 and 420 pixels wide, with the
// button of its help behind it.
type searchLayout struct{}

func (searchLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160+o[1].MinSize().Width, o[0].MinSize().Height)
}

func (searchLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	help := o[1].MinSize().Width
	width := min(size.Width-24-help, 420)
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(width, height))
	o[0].Move(fyne.NewPos(12, (size.Height-height)/2))
	o[1].Resize(fyne.NewSize(help, height))
	o[1].Move(fyne.NewPos(12+width+4, (size.Height-height)/2))
}
