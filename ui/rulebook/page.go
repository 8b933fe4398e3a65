// Package rulebook is the page 规则包: what the place demands of a proposal,
// where that comes from, and how staff change it without knowing what TOML is.
//
// It draws a desk and calls its methods; it decides nothing.
package rulebook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A Page is the page 规则包.
type Page struct {
	// Save asks where a file called name should go, Choose which file to open;
	// done gets the path, or is not called. The window sets them.
	Save   func(name string, done func(path string))
	Choose func(done func(path string))

	d *desk.Desk
	w assets.Words

	name, origin *widgets.Passage
	restore      *widget.Button
	faults, rows *fyne.Container
	scroll       *container.Scroll
	object       fyne.CanvasObject
}

// The letterings of the page.
var (
	heading = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true}
	strong  = widgets.Lettering{Bold: true, Wrap: true}
	prose   = widgets.Lettering{Wrap: true}
	aside   = widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true}
	label   = widgets.Lettering{Colour: widgets.ColorSecondary}
)

// New returns the page; nil functions of the result do nothing.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{Save: func(string, func(string)) {}, Choose: func(func(string)) {}, d: d, w: w}
	p.name, p.origin = widgets.NewPassage("", strong), widgets.NewPassage("", aside)
	p.faults, p.rows = container.New(widgets.Column{Gap: 6}), container.New(widgets.Column{Gap: 10})
	p.restore = widget.NewButton(w.Text("rules.restore"), func() { d.Press(d.RestoreRules()) })
	use := widget.NewButton(w.Text("rules.choose"), func() { p.Choose(d.TakeRules) })
	use.Importance = widgets.Primary
	closing := widget.NewButton(w.Text("rules.close"), d.CloseRules)
	closing.Importance = widget.LowImportance
	head := widgets.NewPane(widgets.ColorPane, container.New(layout.NewCustomPaddedLayout(8, 8, 24, 24), container.NewBorder(nil, nil, nil,
		container.NewHBox(p.restore, widget.NewButton(w.Text("rules.save"), func() { p.Save(d.RulesName(), d.SaveRules) }), use, closing),
		container.NewVBox(layout.NewSpacer(), widgets.NewPassage(w.Text("rules.title"), heading), layout.NewSpacer()))))
	p.scroll = container.NewVScroll(container.New(widgets.Column{Most: widest, Side: 24, End: 20, Gap: 16},
		p.faults, container.New(widgets.Column{Gap: 2}, p.name, p.origin), widgets.NewPassage(w.Text("rules.intro"), aside), widget.NewSeparator(), p.rows))
	p.object = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil,
		widgets.NewPane(widgets.ColorPaper, p.scroll))
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if p.d.Page() != desk.Rulebook {
		return
	}
	switch t {
	case desk.Ruled, desk.Pages, desk.Everything:
		p.draw()
	}
}

// draw shows the pack in force and the faults of the last file that was not
// taken.
func (p *Page) draw() {
	r := p.d.Rules()
	p.name.SetText(p.w.Text("rules.inforce", "name", r.Pack.Name))
	p.origin.SetText(desk.OriginText(p.w, r))
	if p.d.RestoreRules().Off != nil {
		p.restore.Disable()
	} else {
		p.restore.Enable()
	}
	p.showFaults()
	p.rows.RemoveAll()
	for _, row := range desk.RulesRows(p.w, r.Pack) {
		p.rows.Add(container.New(sideBySide(labelWidth), widgets.NewPassage(row.Name, label), widgets.NewPassage(row.Text, prose)))
	}
	p.rows.Refresh()
	p.scroll.Content.Refresh()
	p.scroll.Refresh()
}

// showFaults lists every fault of the file, each with its place.
func (p *Page) showFaults() {
	p.faults.RemoveAll()
	file, all := p.d.RulesFaults()
	if len(all) == 0 {
		p.faults.Hide()
		return
	}
	p.faults.Show()
	list := container.New(widgets.Column{Gap: 4, Side: 16, End: 10}, widgets.NewPassage(p.w.Text("rules.listed", "file", file, "n", len(all)), strong))
	for _, f := range all {
		list.Add(widgets.NewPassage(desk.FaultText(p.w, f), prose))
	}
	list.Add(widgets.NewPassage(p.w.Text("rules.faults.hint"), aside))
	bar := canvas.NewRectangle(theme.Color(widgets.ColorWarning))
	bar.SetMinSize(fyne.NewSize(4, 0))
	p.faults.Add(widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, bar, nil, list)))
}
