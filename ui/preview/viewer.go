package preview

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sizes in Fyne's pixels: the room around a sheet, and those to a point of
// paper when it is shown in its own size.
const (
	room   = 16
	actual = 96.0 / 72
)

// The steps of the zoom, in parts of the size of the paper.
var steps = []float32{0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4}

// A viewer shows one sheet. While it is larger than the view it can be moved
// with the wheel and the arrow keys; at its ends they turn the page.
type viewer struct {
	widget.BaseWidget
	page *Page

	size   float32 // pixels to a point; 0 for the whole page, -1 for its width
	offset fyne.Position
	img    *canvas.Image
	drawn  struct {
		of    any
		page  int
		pixel float64
	}
}

func newViewer(p *Page) *viewer {
	v := &viewer{page: p, img: canvas.NewImageFromImage(image.NewGray(image.Rect(0, 0, 1, 1)))}
	v.img.FillMode = canvas.ImageFillStretch
	v.img.ScaleMode = canvas.ImageScaleSmooth
	v.ExtendBaseWidget(v)
	return v
}

// scale is how many pixels a point takes now.
func (v *viewer) scale() float32 {
	p := v.page.shown
	if p == nil || p.Len() == 0 {
		return 1
	}
	wide, high := p.Size(v.page.at)
	across := (v.Size().Width - 2*room) / float32(wide)
	switch {
	case v.size > 0:
		return v.size
	case v.size < 0:
		return max(0.1, min(across, 4*actual))
	}
	return max(0.1, min(across, (v.Size().Height-2*room)/float32(high)))
}

func (v *viewer) whole() { v.set(0) }
func (v *viewer) wide()  { v.set(-1) }

func (v *viewer) set(size float32) {
	v.size, v.offset = size, fyne.Position{}
	v.draw()
}

// zoom goes to the next larger or smaller step.
func (v *viewer) zoom(by int) {
	now := v.scale() / actual
	to := now
	for _, s := range steps {
		if by > 0 && s > now*1.01 {
			to = s
			break
		}
		if by < 0 && s < now*0.99 {
			to = s
		}
	}
	v.set(to * actual)
}

// draw shows the page anew.
func (v *viewer) draw() {
	if v.page.scale != nil {
		v.page.scale.SetText(fmt.Sprintf("%.0f%%", 100*v.scale()/actual))
	}
	v.Refresh()
}

// picture draws the sheet for the pixels it has on the screen.
func (v *viewer) picture() {
	p := v.page.shown
	if p == nil || p.Len() == 0 {
		v.img.Hide()
		return
	}
	v.img.Show()
	pixel := float64(v.scale())
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		pixel *= float64(c.Scale())
	}
	if v.drawn.of == any(p) && v.drawn.page == v.page.at && v.drawn.pixel == pixel {
		return
	}
	v.drawn.of, v.drawn.page, v.drawn.pixel = p, v.page.at, pixel
	img, err := p.Picture(v.page.at, pixel)
	if err != nil {
		img = image.NewUniform(color.White) // the file itself will say what is wrong
	}
	v.img.Image = img
	v.img.Refresh()
}

// sheet is the size of the sheet on the screen.
func (v *viewer) sheet() fyne.Size {
	p := v.page.shown
	if p == nil || p.Len() == 0 {
		return fyne.Size{}
	}
	wide, high := p.Size(v.page.at)
	return fyne.NewSize(float32(wide)*v.scale(), float32(high)*v.scale())
}

// move scrolls by so many pixels, and turns the page where there is no further.
func (v *viewer) move(dx, dy float32) {
	sheet, view := v.sheet(), v.Size()
	bottom := max(0, sheet.Height+2*room-view.Height)
	side := max(0, (sheet.Width+2*room-view.Width)/2)
	switch {
	case v.page.shown == nil:
		return
	case dy > 0 && v.offset.Y >= bottom-0.5 && v.page.at < v.page.shown.Len()-1:
		v.offset.Y = 0
		v.page.turn(+1)
	case dy < 0 && v.offset.Y <= 0.5 && v.page.at > 0:
		v.page.turn(-1)
		v.offset.Y = max(0, v.sheet().Height+2*room-view.Height)
	default:
		v.offset.Y = min(max(0, v.offset.Y+dy), bottom)
		v.offset.X = min(max(-side, v.offset.X+dx), side)
	}
	v.Refresh()
}

// Scrolled is called by Fyne.
func (v *viewer) Scrolled(e *fyne.ScrollEvent) { v.move(-e.Scrolled.DX, -e.Scrolled.DY) }

// Tapped is called by Fyne.
func (v *viewer) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// FocusGained is called by Fyne.
func (v *viewer) FocusGained() {}

// FocusLost is called by Fyne.
func (v *viewer) FocusLost() {}

// Bindings are the keys of the preview.
func (p *Page) Bindings() []widgets.Binding {
	v := p.view
	key := func(does string, do func(), names ...fyne.KeyName) widgets.Binding {
		b := widgets.Binding{Does: "preview." + does, Do: do}
		for _, name := range names {
			b.Keys = append(b.Keys, widgets.Key{Name: name})
		}
		return b
	}
	return []widgets.Binding{
		key("next", func() { p.turn(+1) }, fyne.KeyPageDown, fyne.KeyRight, fyne.KeySpace),
		key("back", func() { p.turn(-1) }, fyne.KeyPageUp, fyne.KeyLeft),
		key("first", func() { p.goTo(0) }, fyne.KeyHome),
		key("last", func() { p.goTo(p.shown.Len() - 1) }, fyne.KeyEnd),
		key("down", func() { v.move(0, 60) }, fyne.KeyDown),
		key("up", func() { v.move(0, -60) }, fyne.KeyUp),
		{Keys: []widgets.Key{{Rune: '+'}, {Rune: '='}}, Does: "preview.larger", Do: func() { v.zoom(+1) }},
		{Keys: []widgets.Key{{Rune: '-'}}, Does: "preview.smaller", Do: func() { v.zoom(-1) }},
		{Keys: []widgets.Key{{Rune: '0'}}, Does: "preview.whole", Do: v.whole},
		key("close", p.d.ClosePreview, fyne.KeyEscape),
	}
}

// TypedRune is called by Fyne.
func (v *viewer) TypedRune(r rune) { v.pressed(widgets.Key{Rune: r}) }

// TypedKey is called by Fyne.
func (v *viewer) TypedKey(e *fyne.KeyEvent) { v.pressed(widgets.Key{Name: e.Name}) }

// pressed does what a key does; while a preview is being made only Escape does
// anything: it stops that.
func (v *viewer) pressed(k widgets.Key) {
	switch {
	case v.page.shown != nil:
		widgets.Press(v.page.Bindings(), k)
	case k.Name == fyne.KeyEscape:
		v.page.stop()
	}
}

// MinSize is called by Fyne.
func (v *viewer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }

// CreateRenderer is called by Fyne.
func (v *viewer) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{v: v, edge: canvas.NewRectangle(color.White)}
	r.edge.StrokeWidth = 1
	return r
}

// A renderer draws a viewer.
type renderer struct {
	v    *viewer
	edge *canvas.Rectangle
}

func (r *renderer) Destroy()                     {}
func (r *renderer) MinSize() fyne.Size           { return r.v.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.edge, r.v.img} }

// Layout puts the sheet into the middle, on whole pixels of the screen.
func (r *renderer) Layout(view fyne.Size) {
	sheet := r.v.sheet()
	x := (view.Width-sheet.Width)/2 - r.v.offset.X
	y := max(room, (view.Height-sheet.Height)/2)
	if sheet.Height+2*room > view.Height {
		y = room - r.v.offset.Y
	}
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.v); c != nil {
		scale = c.Scale()
	}
	whole := func(f float32) float32 { return float32(math.Round(float64(f*scale))) / scale }
	at := fyne.NewPos(whole(x), whole(y))
	r.edge.Move(at.SubtractXY(1, 1))
	r.edge.Resize(sheet.AddWidthHeight(2, 2))
	r.v.picture()
	r.v.img.Move(at)
	r.v.img.Resize(sheet)
}

// Refresh is called by Fyne.
func (r *renderer) Refresh() {
	r.edge.StrokeColor = theme.Color(theme.ColorNameSeparator)
	r.edge.FillColor = color.White
	r.edge.Hidden = r.v.page.shown == nil
	r.Layout(r.v.Size())
	canvas.Refresh(r.v)
}
