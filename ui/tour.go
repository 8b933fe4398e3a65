package ui

import (
	"image/color"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A tour 三步上手 shows where the work begins: a ring around what is meant and a
// card with a sentence. It lies over the window and catches nothing, so that
// what the card says can be tried at once; nobody is made to take it.
type tour struct {
	window *Window
	object *fyne.Container
	ring   *canvas.Rectangle
	card   *widgets.Card
	said   *widgets.Passage
	next   *widget.Button
	steps  []tourStep
	at     int
}

// A tourStep is a page, what is ringed there, and the key of its sentence.
type tourStep struct {
	page desk.Page
	says string
	ring func() (fyne.Position, fyne.Size) // in the window
}

func newTour(v *Window) *tour {
	t := &tour{window: v, ring: canvas.NewRectangle(color.Transparent), said: widgets.NewPassage("", widgets.Lettering{Wrap: true})}
	t.ring.StrokeWidth, t.ring.CornerRadius = 3, 6
	t.next = widget.NewButton("", t.forward)
	t.next.Importance = widgets.Primary
	leave := widget.NewButton(v.words.Text("window.tour.leave"), t.leave)
	leave.Importance = widget.LowImportance
	t.card = widgets.NewCard(container.NewBorder(nil, container.NewBorder(nil, nil, leave, t.next), nil, nil, t.said))
	t.object = container.New(t, t.ring, t.card)
	t.object.Hide()
	return t
}

// begin starts the tour of the role.
func (t *tour) begin() {
	v := t.window
	body := func() (fyne.Position, fyne.Size) { return v.body.Position(), v.body.Size() }
	widget := func(w fyne.Widget) func() (fyne.Position, fyne.Size) {
		return func() (fyne.Position, fyne.Size) {
			d := fyne.CurrentApp().Driver()
			return d.AbsolutePositionForObject(w).Subtract(d.AbsolutePositionForObject(v.status)).Add(v.status.Position()), w.Size()
		}
	}
	t.steps = []tourStep{
		{desk.Reading, "deputy.1", widget(v.reader.Prose())},
		{desk.Aims, "deputy.2", body},
		{desk.Drafting, "deputy.3", widget(v.bar.write)},
	}
	if v.desk.Role() == desk.Staff {
		t.steps = []tourStep{{desk.Receiving, "staff.1", body}, {desk.Registering, "staff.2", body}, {desk.Issuing, "staff.3", body}}
	}
	t.at = 0
	t.show()
}

func (t *tour) show() {
	v, step := t.window, t.steps[t.at]
	t.object.Hide() // while the page is turned
	v.desk.Turn(step.page)
	t.said.SetText(v.words.Text("window.tour.step", "n", t.at+1, "of", len(t.steps), "text", v.words.Text("window.tour."+step.says)))
	t.next.SetText(v.words.Text("window.tour.next"))
	if t.at == len(t.steps)-1 {
		t.next.SetText(v.words.Text("window.tour.end"))
	}
	t.ring.StrokeColor = theme.Color(widgets.ColorSeal)
	v.relayout() // a strip may have gone with the page
	t.object.Show()
	t.object.Refresh()
}

func (t *tour) forward() {
	if t.at == len(t.steps)-1 {
		t.leave()
		return
	}
	t.at++
	t.show()
}

// leave ends the tour.
func (t *tour) leave() { t.object.Hide() }

// turned ends the tour when somebody has turned to another page on their own.
func (t *tour) turned() {
	if t.object.Visible() && t.window.desk.Page() != t.steps[t.at].page {
		t.leave()
	}
}

// MinSize is called by Fyne; a tour needs no room of its own.
func (*tour) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// tourWidth is how wide the card is, in pixels.
const tourWidth = 360

// Layout is called by Fyne: the ring around what is meant, the card in its lower
// right corner, or below it if it is small.
func (t *tour) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if len(t.steps) == 0 {
		return
	}
	at, room := t.steps[t.at].ring()
	t.ring.Move(at)
	t.ring.Resize(room)
	t.card.Resize(fyne.NewSize(tourWidth, t.card.MinSize().Height))
	high := t.card.MinSize().Height // the text knows its lines only now
	t.card.Resize(fyne.NewSize(tourWidth, high))
	x, y := at.X+room.Width-tourWidth-24, at.Y+room.Height-high-24
	if room.Height < high+48 {
		y = at.Y + room.Height + 12
	}
	t.card.Move(fyne.NewPos(max(12, min(x, size.Width-tourWidth-12)), max(12, min(y, size.Height-high-12))))
}
