// Package manual is the page that shows the manual 使用手册 and what an IT officer
// wants to read: the documents and their chapters at the left, the words at the
// right.
//
// It draws a desk and calls its methods; it decides nothing.
package manual

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/assets/manual"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A Page is the page of the manual.
type Page struct {
	// Save asks where a file called name should go, Open shows a paper in the
	// system's viewer, Keys shows the keys, OnKey is asked about keys that are not
	// for the words. The window sets them.
	Save  func(name string, done func(path string))
	Open  func(path string)
	Keys  func()
	OnKey func(widgets.Key) bool

	d *desk.Desk
	w assets.Words

	list   *fyne.Container // documents and chapters
	text   *fyne.Container
	scroll *container.Scroll
	roll   *roll
	object fyne.CanvasObject

	shown  string                       // the document on the page
	serial int                          // the last wish to go somewhere that was fulfilled
	places map[string]fyne.CanvasObject // chapters by their place
}

// New returns the page; nil functions of the result do nothing.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{Save: func(string, func(string)) {}, Open: func(string) {}, Keys: func() {}, d: d, w: w}
	p.list = container.New(widgets.Column{Gap: 2, Side: 12, End: 12})
	p.text = container.New(widgets.Column{Most: widest, Side: 32, End: 24, Gap: 10})
	p.scroll = container.NewVScroll(p.text)
	p.roll = newRoll(p.scroll, d.CloseManual)
	p.roll.hand = func(k widgets.Key) bool { return p.OnKey != nil && p.OnKey(k) }
	closing := widget.NewButton(w.Text("manual.close"), d.CloseManual)
	closing.Importance = widget.LowImportance
	head := widgets.NewPane(widgets.ColorPane, container.New(layout.NewCustomPaddedLayout(8, 8, 24, 24), container.NewBorder(nil, nil, nil,
		container.NewHBox(widget.NewButton(w.Text("manual.keys"), func() { p.Keys() }), widget.NewButton(w.Text("manual.print"), p.print), closing),
		container.NewVBox(layout.NewSpacer(), widgets.NewPassage(w.Text("manual.title"), heading), layout.NewSpacer()))))
	left := container.NewBorder(nil, nil, nil, widget.NewSeparator(),
		widgets.NewPane(widgets.ColorPane, container.NewVScroll(p.list)))
	p.object = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, container.New(widgets.FixedWidth(listWidth), left), nil,
		widgets.NewPane(widgets.ColorPaper, p.roll))
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Focus is what takes the keyboard.
func (p *Page) Focus() fyne.Focusable { return p.roll }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if t == desk.Everything {
		p.shown = "" // another look has other colours
	}
	if p.d.Page() != desk.Manual || t != desk.Pages && t != desk.Everything {
		return
	}
	name, place, serial := p.d.ManualAt()
	if name != p.shown {
		p.show(name)
	}
	if serial != p.serial {
		p.serial = serial
		p.goTo(place)
	}
}

// show puts a document on the page.
func (p *Page) show(name string) {
	p.shown = name
	p.places = map[string]fyne.CanvasObject{}
	p.text.RemoveAll()
	m, err := manual.Open(name)
	if err != nil {
		p.text.Add(widgets.NewPassage(p.w.Text("manual.broken", "detail", err), prose))
	}
	p.text.Add(widgets.NewPassage(m.Title, title))
	p.lay(m)
	p.showList(m)
	p.text.Refresh()
	p.scroll.Refresh()
	p.scroll.ScrollToTop()
}

// showList lists the documents, and the chapters of the one that is open.
func (p *Page) showList(open manual.Document) {
	p.list.RemoveAll()
	for _, name := range manual.Names() {
		b := widget.NewButton(name, func() { p.d.ShowManual(name, "") })
		b.Alignment = widget.ButtonAlignLeading
		b.Importance = widget.LowImportance
		if name == open.Title {
			b.Importance = widget.MediumImportance
		}
		p.list.Add(b)
		if name != open.Title {
			continue
		}
		for _, k := range open.Blocks {
			if k.Kind != manual.Chapter {
				continue
			}
			place := placeOf(k)
			row := newLink(manual.Text(k.Spans), func() { p.goTo(place) })
			p.list.Add(row)
		}
	}
	p.list.Refresh()
}

// placeOf is what a chapter is found by: its place, or its words.
func placeOf(b manual.Block) string {
	if b.Label != "" {
		return b.Label
	}
	return manual.Text(b.Spans)
}

// goTo brings a chapter to the top.
func (p *Page) goTo(place string) {
	at, ok := p.places[place]
	if !ok {
		p.scroll.ScrollToTop()
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, at.Position().Y-8))
}

// print makes a paper of the document and opens it, from where it is printed.
func (p *Page) print() {
	p.Save(desk.ManualName(p.shown), func(path string) { p.d.SaveManual(path, p.Open) })
}

// The letterings of the page.
var (
	heading  = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true}
	title    = widgets.Lettering{Size: theme.SizeNameHeadingText, Bold: true, Wrap: true}
	chapter  = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Wrap: true}
	strong   = widgets.Lettering{Bold: true, Wrap: true}
	prose    = widgets.Lettering{Wrap: true}
	caption  = widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}
	besideIt = widgets.Lettering{}
)
