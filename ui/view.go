package ui

import (
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
)

// restore puts the window back as it was left.
func (v *Window) restore() {
	was := v.desk.View()
	if was.Zoom > 0 {
		v.zoom = was.Zoom
		v.reader.Prose().SetZoom(was.Zoom)
	}
	v.doubts = v.desk.ShowsDoubts()
	v.reader.ShowDoubts(v.doubts)
	if was.Report != "" {
		v.desk.OpenReport(was.Report)
	}
	if was.Paragraph != "" {
		v.reader.Return(was.Paragraph, was.Offset)
	}
}

// keepPlace remembers where the reader is.
func (v *Window) keepPlace() {
	id, offset := v.reader.At()
	v.desk.KeepView(desk.View{Paragraph: id, Offset: offset, Zoom: v.zoom, Look: int(v.look), Scale: v.scale, Doubts: v.desk.View().Doubts})
}

// setDoubts marks the doubtful places of the print, or leaves them unmarked.
func (v *Window) setDoubts(on bool) {
	v.doubts = on
	v.reader.ShowDoubts(on)
	v.keepPlace()
	v.desk.ChooseDoubts(on)
}

func (v *Window) setLook(l widgets.Look) {
	v.look = l
	fyne.CurrentApp().Settings().SetTheme(Theme(l))
	if v.body != nil { // else nothing is shown yet
		v.worn[v.body.Objects[0]] = l
	}
	// The toolkit draws anew what is in sight and draws itself. A page that is
	// out of sight, or colours its pieces when it fills them, has to be told; the
	// reader does neither, and would lose its place.
	for name, p := range v.pages {
		if name != desk.Reading {
			p.Changed(desk.Everything)
		}
	}
}

// nextDoubt goes to the next doubtful place, and marks them all: who asks for
// one wants to see it.
func (v *Window) nextDoubt() {
	if !v.doubts {
		v.setDoubts(true)
	}
	v.desk.Press(v.desk.NextDoubt())
}
