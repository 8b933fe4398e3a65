package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// ask shows a question with one button that does it and one that does not.
// Enter in first, a field that gets the keyboard, does it too; nil for none.
// The question stays while do says that something is missing.
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
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(p.w.Text("entries.cancel"), func() { d.Hide() }), button})
	d.SetOnClosed(func() { p.win.Canvas().Focus(p.Keys()) })
	d.Resize(size)
	d.Show()
	if first != nil {
		if first.OnSubmitted == nil {
			first.OnSubmitted = func(string) { accept() }
		}
		if first.OnKey == nil {
			first.OnKey = func(e *fyne.KeyEvent) bool {
				if e.Name == fyne.KeyEscape {
					d.Hide()
				}
				return e.Name == fyne.KeyEscape
			}
		}
		p.win.Canvas().Focus(first)
		first.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// row is a thing with its name before it.
func (p *Page) row(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(labelled{}, widgets.NewPassage(p.w.Text(key), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Cut: true}), o)
}

// drop shows a menu under something, above it shows one that ends above it.
func (p *Page) drop(under fyne.CanvasObject, items []*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.win.Canvas(), at.AddXY(0, under.Size().Height))
}

func (p *Page) above(o fyne.CanvasObject, items []*fyne.MenuItem) {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.win.Canvas())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	menu.ShowAtPosition(fyne.NewPos(at.X, max(0, at.Y-menu.MinSize().Height)))
}
