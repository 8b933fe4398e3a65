package ui

import (
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// showMore opens the menu of what is seldom needed.
func (v *Window) showMore(under fyne.CanvasObject) {
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(v.words.Text(key), do) }
	look := func(key string, l widgets.Look) *fyne.MenuItem {
		i := item(key, func() { v.setLook(l); v.keepPlace() })
		i.Checked = v.look == l
		return i
	}
	undo := item("window.undo", func() { v.desk.Press(v.desk.Undo()) })
	undo.Disabled = v.desk.Undo().Off != nil
	redo := item("window.redo", func() { v.desk.Press(v.desk.Redo()) })
	redo.Disabled = v.desk.Redo().Off != nil
	doubts := fyne.NewMenuItem(v.words.Text("window.doubts", "n", len(v.desk.Doubts())), func() { v.setDoubts(!v.doubts) })
	doubts.Checked = v.doubts
	next := item("window.doubts.next", v.nextDoubt)
	next.Disabled = v.desk.NextDoubt().Off != nil
	layout := item("window.layout", func() { v.desk.Press(v.desk.CheckLayout()) })
	layout.Disabled = !v.desk.Imported(v.desk.Report())
	fonts := item("window.fonts", func() { v.desk.ChooseLocalFonts(!v.desk.LocalFonts()) })
	fonts.Checked = v.desk.LocalFonts()
	group := func(key string, items ...*fyne.MenuItem) *fyne.MenuItem {
		g := fyne.NewMenuItem(v.words.Text(key), nil)
		g.ChildMenu = fyne.NewMenu("", items...)
		return g
	}
	menu := fyne.NewMenu("",
		item("window.import", v.importFile),
		item("window.paste", v.importClipboard),
		item("window.print", v.printMarked),
		fyne.NewMenuItemSeparator(),
		undo, redo,
		fyne.NewMenuItemSeparator(),
		group("window.group.look",
			look("window.look.light", widgets.Light),
			look("window.look.dark", widgets.Dark),
			look("window.look.contrast", widgets.HighContrast),
			fyne.NewMenuItemSeparator(),
			v.scaleMenu()),
		group("window.group.print", layout, doubts, next, fyne.NewMenuItemSeparator(), fonts),
		group("window.group.tables",
			item("rules.title", func() { v.desk.Press(v.desk.ShowRules()) }),
			item("finder.synonyms", v.openSynonyms)),
		v.safetyMenu(),
		v.roleItem(),
		fyne.NewMenuItemSeparator(),
		group("diagnosis.help",
			item("manual.open", v.desk.Help),
			item("window.tour", v.tour.begin),
			item("manual.office", func() { v.desk.ShowManual("安装与放行说明", "") }),
			item("window.keys", v.showKeys),
			item("window.folder", func() { v.openFile(v.desk.Folder()) }),
			item("diagnosis.show", v.showDiagnosis),
			item("window.about", v.showAbout)),
	)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(menu, v.win.Canvas(), at.AddXY(0, under.Size().Height))
}

// roleItem turns over to the pages of the other role.
func (v *Window) roleItem() *fyne.MenuItem {
	other := desk.Staff
	if v.desk.Role() == desk.Staff {
		other = desk.Deputy
	}
	return fyne.NewMenuItem(v.words.Text("window.role.to."+string(other)), func() { v.desk.SetRole(other) })
}

func (v *Window) showAbout() {
	text := widget.NewLabel(v.words.Text("window.about.text", "version", assets.Version, "folder", v.desk.Folder()))
	text.Wrapping = fyne.TextWrapBreak
	d := dialog.NewCustom(v.words.Text("window.about"), v.words.Text("window.close"), text, v.win)
	d.Resize(fyne.NewSize(520, 320))
	d.Show()
}
