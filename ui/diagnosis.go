package ui

import (
	"fmt"
	"time"

	"deputydesk/ui/desk"
	"deputydesk/ui/screen"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// graphics is the section of a diagnosis that only the window knows.
func (v *Window) graphics() desk.Section {
	size := v.win.Canvas().Size()
	s := desk.Section{Key: "graphics", Facts: []desk.Fact{
		{Key: "window", Value: fmt.Sprintf("%.0f×%.0f", size.Width, size.Height)},
		{Key: "scale", Value: fmt.Sprintf("%.0f %%", v.win.Canvas().Scale()*100)},
	}}
	if _, real := fyne.CurrentApp().Driver().(desktop.Driver); !real {
		return s // a test draws on no screen
	}
	for i, m := range screen.Monitors() {
		s.Facts = append(s.Facts, desk.Fact{Key: fmt.Sprintf("monitor#%d", i+1), Value: m.String()})
	}
	d, err := screen.Ask()
	if err != nil {
		d.Renderer = desk.Code(err)
	}
	s.Facts = append(s.Facts, desk.Fact{Key: "vendor", Value: d.Vendor}, desk.Fact{Key: "renderer", Value: d.Renderer}, desk.Fact{Key: "driver", Value: d.Version})
	return s
}

// showDiagnosis shows the report, which can be saved or copied.
func (v *Window) showDiagnosis() {
	text := v.desk.Diagnose(v.graphics()).Text(v.words)
	hint := widget.NewLabel(v.words.Text("diagnosis.hint"))
	hint.Wrapping = fyne.TextWrapBreak
	body := widget.NewLabel(text)
	body.Wrapping = fyne.TextWrapBreak
	body.Selectable = true
	said := widget.NewLabel("")
	said.Wrapping = fyne.TextWrapBreak
	var d *dialog.CustomDialog
	done := widget.NewButton(v.words.Text("window.close"), func() { d.Hide() })
	copied := widget.NewButton(v.words.Text("diagnosis.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		said.SetText(v.words.Text("diagnosis.copied"))
	})
	save := widget.NewButton(v.words.Text("diagnosis.save"), func() {
		v.saveAs(v.words.Text("diagnosis.file", "day", time.Now().Format("20060102")), func(path string) {
			path, err := desk.SaveFile(path, []byte(text))
			if err != nil {
				said.SetText(desk.Tell(v.words, err))
				return
			}
			said.SetText(v.words.Text("diagnosis.saved", "file", path))
		})
	})
	save.Importance = widget.HighImportance
	d = dialog.NewCustomWithoutButtons(v.words.Text("diagnosis.show"), container.NewBorder(hint, said, nil, nil, container.NewVScroll(body)), v.win)
	d.SetButtons([]fyne.CanvasObject{done, copied, save})
	size := v.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width-40, 720), min(size.Height-40, 640)))
	d.Show()
}
