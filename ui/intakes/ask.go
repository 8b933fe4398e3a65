package intakes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// named goes on once there is a name under which things are written down.
func (p *Page) named(then func()) {
	if p.o.Who() != "" {
		then()
		return
	}
	p.askName(then)
}

// askName asks for that name and then goes on; without one nothing is done.
func (p *Page) askName(then func()) {
	name := widgets.NewField()
	name.SetText(p.o.Who())
	name.SetPlaceHolder(p.w.Text("intakes.name.hint"))
	form := container.New(column{gap: 8}, say(p.w.Text("intakes.name.about"), aside), name)
	p.ask("intakes.name", "intakes.name.yes", name, form, fyne.NewSize(440, 0), func() bool {
		if strings.TrimSpace(name.Text) == "" {
			return false
		}
		p.o.SetWho(name.Text)
		then()
		return true
	})
}

// ask shows a question with one button that does it and one that does not. Enter
// in first does it too; it stays while do says that something is missing.
func (p *Page) ask(title, yes string, first *widgets.Field, form fyne.CanvasObject, size fyne.Size, do func() bool) {
	var d *dialog.CustomDialog
	accept := func() {
		if do() {
			d.Hide()
		}
	}
	button := widget.NewButton(p.w.Text(yes), accept)
	button.Importance = widgets.Primary
	d = dialog.NewCustomWithoutButtons(p.w.Text(title), container.New(inset{8, 8}, form), p.win)
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(p.w.Text("intakes.cancel"), func() { d.Hide() }), button})
	d.SetOnClosed(func() {
		p.attend()
	})
	first.OnSubmitted = func(string) { accept() }
	d.Resize(size)
	d.Show()
	p.win.Canvas().Focus(first)
	first.TypedShortcut(&fyne.ShortcutSelectAll{})
}
