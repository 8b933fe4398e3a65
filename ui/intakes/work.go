package intakes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A work says how far reading or keeping is, and stops it.
type work struct {
	page *Page
	text *widgets.Passage
	bar  *widget.ProgressBar
	box  fyne.CanvasObject
}

func newWork(p *Page) *work {
	k := &work{page: p, text: say("", one), bar: widget.NewProgressBar()}
	k.bar.TextFormatter = func() string { return "" }
	stop := widget.NewButton(p.w.Text("intakes.stop"), p.d.StopTask)
	k.box = container.NewVBox(widgets.NewPane(widgets.ColorField, container.New(inset{16, 8},
		container.New(shelf{widths: []float32{280, 0, 88}, gap: 12}, k.text, k.bar, stop))), widget.NewSeparator())
	k.box.Hide()
	return k
}

// redraw shows the work that is going on.
func (k *work) redraw() {
	task, busy := k.page.d.Task()
	busy = busy && (task.Name == staff.ReadingTask || task.Name == staff.KeepingTask)
	shown(k.box, busy)
	if !busy {
		return
	}
	k.text.SetText(k.page.w.Text(task.Name, "done", task.Done, "all", task.Of))
	k.bar.SetValue(float64(task.Done) / float64(max(task.Of, 1)))
}
