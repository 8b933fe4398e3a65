package ui

import (
	"slices"
	"strings"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
)

// A keyGroup is the keys that work in one place.
type keyGroup struct {
	name string // "keys.at." + name is its heading
	keys []widgets.Binding
}

// keyGroups are the keys that the role has use for, read off the tables that
// answer to them.
func (v *Window) keyGroups() []keyGroup {
	if v.desk.Role() == desk.Staff {
		list, class := v.entries.Bindings()
		return []keyGroup{{"window", v.keys}, {"search", v.bar.keys}, {"intakes", v.intakes.Bindings()}, {"entries", list}, {"classing", class}, {"merging", v.merging.Keys()}, {"issue", v.issuing.Keys()}, {"preview", v.preview.Bindings()}}
	}
	return []keyGroup{
		{"window", v.keys},
		{"search", v.bar.keys},
		{"reader", v.reader.Keys()},
		{"prose", v.reader.Prose().Bindings()},
		{"preview", v.preview.Bindings()},
	}
}

// A keyLine is one line of the sheet.
type keyLine struct{ keys, does string }

// lines lists a group; keys that do one kind of thing share a line.
func (g keyGroup) lines() []keyLine {
	var all []keyLine
	var names []string
	for i, b := range g.keys {
		if i == 0 || b.Does != g.keys[i-1].Does {
			names = nil
			all = append(all, keyLine{does: "keys." + b.Does})
		}
		for _, k := range b.Keys {
			if name := k.String(); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		all[len(all)-1].keys = strings.Join(names, "  ")
		if n := len(names); n > 3 { // 1 to 5
			all[len(all)-1].keys = names[0] + " … " + names[n-1]
		}
	}
	return all
}

// showKeys lists the keys, in two columns.
func (v *Window) showKeys() {
	v.closeSheet()
	columns := [2]*fyne.Container{}
	for i := range columns {
		columns[i] = container.New(layout.NewCustomPaddedVBoxLayout(4))
	}
	for i, g := range v.keyGroups() {
		c := columns[min(1, i/2)]
		c.Add(container.New(layout.NewCustomPaddedLayout(8, 4, 0, 0),
			widgets.NewPassage(v.words.Text("keys.at."+g.name), widgets.Lettering{Bold: true})))
		rows := container.New(keyColumns{})
		for _, l := range g.lines() {
			rows.Add(widgets.NewPassage(l.keys, widgets.Lettering{Colour: widgets.ColorSecondary}))
			rows.Add(widgets.NewPassage(v.words.Text(l.does), widgets.Lettering{}))
		}
		c.Add(rows)
	}
	columns[1].Add(container.New(layout.NewCustomPaddedLayout(16, 4, 0, 0),
		widgets.NewPassage(v.words.Text("keys.writing"), widgets.Lettering{Wrap: true, Colour: widgets.ColorSecondary})))
	sheet := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 8, 16), container.NewGridWithColumns(2, columns[0], columns[1])))
	d := dialog.NewCustom(v.words.Text("window.keys"), v.words.Text("window.close"), sheet, v.win)
	size := v.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width-40, 960), min(size.Height-40, 704)))
	d.SetOnClosed(func() { v.sheet = nil })
	d.Show()
	v.sheet = d
}

// closeSheet reports whether the sheet had to be closed.
func (v *Window) closeSheet() bool {
	if v.sheet == nil {
		return false
	}
	v.sheet.Hide()
	return true
}

// keyColumns lays out pairs of a key and what it does, a pair a line.
type keyColumns struct{}

// keyWidth is the room for keys, "Ctrl+Shift+→" and another.
const keyWidth = 168

func (keyColumns) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for i := 1; i < len(o); i += 2 {
		size.Width = max(size.Width, keyWidth+o[i].MinSize().Width)
		size.Height += o[i].MinSize().Height
	}
	return size
}

func (keyColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i := 0; i+1 < len(o); i += 2 {
		high := o[i+1].MinSize().Height
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(keyWidth, high))
		o[i+1].Move(fyne.NewPos(keyWidth, y))
		o[i+1].Resize(fyne.NewSize(size.Width-keyWidth, high))
		y += high
	}
}
