// Package preview shows a paper before it is saved: its pages as the file will
// hold them, drawn by the press itself.
//
// It draws a desk and calls its methods; it decides nothing.
package preview

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A Page is the preview, over the page it was asked for on.
type Page struct {
	// Save asks where a file called name should go and hands on the path.
	Save func(name string, done func(path string))
	// Open opens a file in the system's viewer, Reveal its folder; Print hands
	// it to the system's printer.
	Open, Reveal, Print func(path string)

	d *desk.Desk
	w assets.Words

	shown *desk.Preview
	at    int // page, from 0

	view      *viewer
	back, on  *widget.Button
	number    *widgets.Passage
	edition   *widget.Select
	make      *widget.Button
	scale     *widgets.Passage
	faint     *widgets.Passage // what no font could print
	made      *widgets.Passage
	after     fyne.CanvasObject // the row of what was saved
	busy      fyne.CanvasObject // the row of work
	bar       *widget.ProgressBarInfinite
	progress  *widgets.Passage
	object    fyne.CanvasObject
	signing   string // the words of the two editions
	archiving string
}

// New returns the preview of d.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{d: d, w: w, signing: w.Text("press.preview.signing"), archiving: w.Text("press.preview.archive")}
	secondary := widgets.Lettering{Colour: widgets.ColorSecondary}
	p.view = newViewer(p)
	p.back = widgets.Quiet(w.Text("press.preview.back"), func() { p.turn(-1) })
	p.on = widgets.Quiet(w.Text("press.preview.on"), func() { p.turn(+1) })
	p.number = widgets.NewPassage("", widgets.Lettering{})
	p.scale = widgets.NewPassage("", secondary)
	p.edition = widget.NewSelect([]string{p.signing, p.archiving}, func(s string) { d.ChooseArchive(s == p.archiving) })
	p.make = widget.NewButton(w.Text("press.preview.make"), p.save)
	p.make.Importance = widgets.Primary
	shut := widgets.Quiet(w.Text("press.preview.close"), d.ClosePreview)
	tools := container.NewHBox(shut, layout.NewSpacer(),
		p.back, container.NewCenter(p.number), p.on, gap(12),
		widgets.Quiet("－", func() { p.view.zoom(-1) }), container.NewCenter(p.scale), widgets.Quiet("＋", func() { p.view.zoom(+1) }),
		widgets.Quiet(w.Text("press.preview.whole"), p.view.whole), widgets.Quiet(w.Text("press.preview.wide"), p.view.wide),
		layout.NewSpacer(), p.edition, p.make)
	p.made = widgets.NewPassage("", widgets.Lettering{Wrap: true})
	p.after = widgets.NewPane(widgets.ColorField, container.New(layout.NewCustomPaddedLayout(4, 4, 16, 16), container.NewBorder(nil, nil, nil, container.NewHBox(
		widgets.Quiet(w.Text("drafts.open"), func() { p.Open(p.shown.Made.File) }),
		widgets.Quiet(w.Text("drafts.reveal"), func() { p.Reveal(p.shown.Made.File) }),
		widgets.Quiet(w.Text("press.preview.print"), func() { p.Print(p.shown.Made.File) })), p.made)))
	p.bar = widget.NewProgressBarInfinite()
	p.bar.Stop()
	p.progress = widgets.NewPassage("", widgets.Lettering{})
	p.busy = widgets.NewPane(widgets.ColorField, container.New(layout.NewCustomPaddedLayout(4, 4, 16, 16),
		container.NewBorder(nil, nil, container.NewCenter(p.progress), widgets.Quiet(w.Text("press.preview.stop"), p.stop), container.NewPadded(p.bar))))
	p.faint = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorWarning, Wrap: true})
	clip := container.NewClip(p.view)
	clip.ExtendBaseWidget(clip) // Fyne would do so when it first paints it: too late for the keyboard to find the view
	p.object = container.NewBorder(container.NewVBox(
		widgets.NewPane(widgets.ColorPaper, container.New(layout.NewCustomPaddedLayout(4, 4, 16, 16), tools)),
		widget.NewSeparator(), p.busy, p.after, container.New(layout.NewCustomPaddedLayout(0, 0, 16, 16), p.faint)),
		nil, nil, nil, widgets.NewPane(widgets.ColorPane, clip))
	return p
}

func gap(width float32) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSize(width, 1), layout.NewSpacer())
}

// Object is what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Keys is what shall have the keyboard while the preview is shown.
func (p *Page) Keys() fyne.Focusable { return p.view }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if t == desk.Previewed || t == desk.Everything {
		p.redraw()
	}
}

func (p *Page) redraw() {
	open := p.d.Preview()
	if open != p.shown {
		p.shown, p.at = open, 0
		p.view.whole()
		p.view.draw()
	}
	pages, busy := p.d.Laying()
	visible(p.busy, busy)
	if busy {
		p.bar.Start()
	} else {
		p.bar.Stop()
	}
	p.progress.SetText(p.w.Text("press.preview.laying", "pages", pages))
	ready := open != nil && !busy
	widgets.Able(p.make, ready)
	widgets.Able(p.back, open != nil && p.at > 0)
	widgets.Able(p.on, open != nil && p.at < open.Len()-1)
	visible(p.edition, open != nil && open.Choice)
	visible(p.after, ready && open.Made.File != "")
	visible(p.faint, open != nil && (open.Missing != "" || open.NoFang))
	if open == nil {
		p.number.SetText("")
		return
	}
	chosen := p.signing
	if open.Archive {
		chosen = p.archiving
	}
	if p.edition.Selected != chosen {
		p.edition.Selected = chosen
		p.edition.Refresh()
	}
	key := "press.preview.page"
	if open.Label(p.at) == strconv.Itoa(p.at+1) {
		key = "press.preview.plain"
	}
	p.number.SetText(p.w.Text(key, "page", open.Label(p.at), "n", p.at+1, "pages", open.Len()))
	faint := ""
	if open.Missing != "" {
		faint = p.w.Text("drafts.next.missing", "signs", open.Missing)
	} else if open.NoFang {
		faint = p.w.Text("press.preview.nofang")
	}
	p.faint.SetText(faint)
	p.made.SetText(p.w.Text("press.preview.made", "file", filepath.Base(open.Made.File), "folder", filepath.Dir(open.Made.File), "pages", open.Made.Pages))
	p.object.Refresh()
}

// turn goes so many pages on; at an end it stays.
func (p *Page) turn(by int) {
	if p.shown != nil {
		p.goTo(p.at + by)
	}
}

func (p *Page) goTo(page int) {
	page = min(max(0, page), p.shown.Len()-1)
	if page == p.at {
		return
	}
	p.at = page
	p.view.draw()
	p.redraw()
}

// stop gives up what is being made; when there is nothing to look at yet, the
// preview goes away.
func (p *Page) stop() {
	if p.d.Preview() == nil {
		p.d.ClosePreview()
		return
	}
	p.d.StopLaying()
}

func (p *Page) save() {
	if p.shown != nil {
		p.Save(p.shown.Name, p.d.SavePreview)
	}
}

func visible(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
		return
	}
	o.Hide()
}
