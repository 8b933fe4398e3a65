package ui

import (
	"slices"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A bar is the row of pages, search box and buttons at the top.
type bar struct {
	window *Window
	object fyne.CanvasObject
	tabs   *widgets.TabBar
	search *widgets.Field
	help   *widget.Button // how to ask
	back   *widget.Button
	ahead  *widget.Button
	more   *widget.Button
	write  *widget.Button    // of a deputy
	keys   []widgets.Binding // of the search box
}

func newBar(v *Window) *bar {
	b := &bar{window: v}
	b.tabs = widgets.NewTabBar(func(i int) { v.desk.Turn(v.tabs()[i]) })

	b.search = widgets.NewField()
	b.search.SetPlaceHolder(v.words.Text("finder.placeholder"))
	b.search.OnChanged = v.typed
	b.keys = b.bindings()
	b.search.OnKey = func(e *fyne.KeyEvent) bool {
		return widgets.Press(b.keys, widgets.Key{Name: e.Name})
	}
	b.search.OnFocus = func() { v.attend(true) }
	b.search.OnBlur = func() { v.attend(false) }
	b.help = widget.NewButton("?", v.showHelp)
	b.help.Importance = widget.LowImportance

	smaller := widget.NewButton("A−", func() { v.setZoom(-1) })
	larger := widget.NewButton("A+", func() { v.setZoom(+1) })
	smaller.Importance, larger.Importance = widget.LowImportance, widget.LowImportance
	b.write = widget.NewButton(v.words.Text("window.write"), func() { v.desk.Press(v.desk.Write(annotate.Suggestion)) })
	b.more = widget.NewButton(v.words.Text("window.more"), b.showMore)
	b.more.Importance = widget.LowImportance
	b.back = widget.NewButtonWithIcon(v.words.Text("window.back"), theme.NavigateBackIcon(), v.back)
	b.ahead = widget.NewButtonWithIcon(v.words.Text("window.forward"), theme.NavigateNextIcon(), v.forward)
	b.back.Importance, b.ahead.Importance = widget.LowImportance, widget.LowImportance
	b.ahead.IconPlacement = widget.ButtonIconTrailingText

	b.object = widgets.NewPane(widgets.ColorPane, container.NewPadded(container.NewBorder(nil, nil,
		container.NewHBox(b.tabs, b.back, b.ahead), container.NewHBox(smaller, larger, b.write, b.more),
		container.New(searchLayout{}, b.search, b.help))))
	b.changed(desk.Everything)
	return b
}

// bindings are the keys of the search box: from hit to hit, and out of it.
func (b *bar) bindings() []widgets.Binding {
	d := b.window.desk
	return []widgets.Binding{
		{Keys: []widgets.Key{{Name: fyne.KeyReturn}, {Name: fyne.KeyEnter}}, Does: "search.next", Do: d.Submit},
		{Keys: []widgets.Key{{Name: fyne.KeyDown}}, Does: "search.down", Do: d.NextHit},
		{Keys: []widgets.Key{{Name: fyne.KeyUp}}, Does: "search.up", Do: d.PrevHit},
		{Keys: []widgets.Key{{Name: fyne.KeyEscape}}, Does: "search.leave", Do: b.window.leaveSearch},
	}
}

// showMore opens the menu of what is seldom needed.
func (b *bar) showMore() { b.window.showMore(b.more) }

// showTravels lets the buttons back and forward be pressed where they lead
// somewhere.
func (b *bar) showTravels() {
	for button, off := range map[*widget.Button]error{b.back: b.window.desk.Back().Off, b.ahead: b.window.desk.Forward().Off} {
		if off == nil {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

func (b *bar) changed(t desk.Topic) {
	b.showTravels()
	switch t {
	case desk.Pages, desk.Noted, desk.Drafted, desk.Booked, desk.Text, desk.Everything:
		d, w := b.window.desk, b.window.words
		var tabs []widgets.Tab
		for _, p := range b.window.tabs() {
			tabs = append(tabs, widgets.Tab{Label: w.Text("window.page." + string(p)), Count: b.count(p)})
		}
		b.tabs.Set(tabs, slices.Index(b.window.tabs(), d.Page()))
		b.write.Hidden = d.Role() == desk.Staff
	}
}

// count is the number behind the name of a page, 0 for none.
func (b *bar) count(p desk.Page) int {
	d := b.window.desk
	switch p {
	case desk.Aims:
		return len(d.Targets(d.Report()))
	case desk.Margin:
		return len(d.Notes())
	case desk.Drafting:
		return len(d.Drafts())
	case desk.Registering:
		return len(b.window.office.Book().Entries)
	}
	return 0
}

// tabs are the pages of the role, as far as the window has them.
func (v *Window) tabs() []desk.Page {
	return slices.DeleteFunc(slices.Clone(v.desk.Pages()), func(p desk.Page) bool { return v.pages[p] == nil })
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
