package drafts

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate/check"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// colours of the severities. Red is kept for the seal: a finding advises.
var colours = map[check.Severity]fyne.ThemeColorName{
	check.Error:   widgets.ColorWarning,
	check.Warning: widgets.ColorInfo,
	check.Hint:    widgets.ColorTarget,
}

// tally says how many findings there are of each severity.
func tally(text func(string, ...any) string, found []check.Finding) string {
	said := ""
	for _, s := range []check.Severity{check.Error, check.Warning, check.Hint} {
		n := 0
		for _, f := range found {
			if f.Severity == s {
				n++
			}
		}
		if n == 0 {
			continue
		}
		if said != "" {
			said += text("drafts.dot")
		}
		said += text("drafts.tally."+string(s), "n", n)
	}
	if said == "" {
		return text("drafts.tally.none")
	}
	return said
}

// findings are what the rules say, a sentence each, below the sheet. A click
// goes to the field; what can be mended at once has a button.
type findings struct {
	page   *Page
	title  *widgets.Passage
	rows   *fyne.Container
	scroll *container.Scroll
	list   fyne.CanvasObject // the rows with their margin
	fold   *widget.Button
	folded bool
	last   []string
	box    *fyne.Container
}

func newFindings(p *Page) *findings {
	f := &findings{page: p, title: say("", strong), rows: container.New(widgets.Column{Gap: 2, End: 4})}
	f.fold = widgets.Quiet("", func() { f.turn(!f.folded) })
	f.fold.IconPlacement = widget.ButtonIconTrailingText
	f.scroll = container.NewVScroll(f.rows)
	head := container.New(widgets.Inset{X: 24, Y: 2}, container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(f.title), fixedSpace(8)), f.fold,
		container.New(widgets.Middle{}, say(p.w.Text("drafts.advice"), one))))
	f.list = container.New(widgets.Inset{X: 12, Y: 0}, f.scroll)
	f.box = container.New(drawer{}, widgets.NewPane(widgets.ColorPane, container.NewBorder(container.NewVBox(widget.NewSeparator(), head), nil, nil, nil,
		f.list)))
	f.turn(false)
	return f
}

// turn folds the list away or out.
func (f *findings) turn(away bool) {
	f.folded = away
	label, icon := "drafts.findings.fold", theme.MenuDropDownIcon()
	if away {
		label, icon = "drafts.findings.unfold", theme.MenuDropUpIcon()
	}
	f.fold.SetIcon(icon)
	f.fold.SetText(f.page.w.Text(label))
	f.fit()
}

// rowsShown is how many findings are seen at once; the sheet keeps the rest of
// the height.
const rowsShown = 3

// fit gives the list the height of what is in it, up to some rows.
func (f *findings) fit() {
	widgets.Shown(f.fold, len(f.rows.Objects) > 0)
	widgets.Shown(f.list, !f.folded && len(f.rows.Objects) > 0)
	high, n := float32(0), 0
	for _, o := range f.rows.Objects {
		if n++; n > rowsShown {
			high += o.MinSize().Height / 2 // half a row says that there are more
			break
		}
		high += o.MinSize().Height + 2
	}
	f.scroll.SetMinSize(fyne.NewSize(0, high+8))
	if f.page.open != nil {
		f.page.open.Refresh()
	}
}

func (f *findings) redraw(found []check.Finding) {
	f.title.SetText(f.page.w.Text("drafts.findings", "tally", tally(f.page.w.Text, found)))
	var said []string
	for _, one := range found {
		mend := ""
		if r, ok := f.page.remedy(one); ok {
			mend = r
		}
		said = append(said, string(one.Severity)+one.Field+desk.Say(f.page.w, one)+mend)
	}
	if slices.Equal(said, f.last) && len(f.rows.Objects) == len(found) {
		return
	}
	f.last = said
	f.rows.Objects = nil
	for _, one := range found {
		f.rows.Add(newFindingRow(f.page, one))
	}
	f.rows.Refresh()
	f.fit()
}

// remedy is what the button of a finding says.
func (p *Page) remedy(one check.Finding) (string, bool) {
	if p.d.Frozen() {
		return "", false
	}
	r, ok := p.d.Remedy(one)
	if !ok {
		return "", false
	}
	r.To, r.From = clipped(r.To), clipped(r.From)
	return r.Text(p.w.Text), true
}

// mostOnButton is how many characters of a value a button shows.
const mostOnButton = 14

func clipped(s string) string {
	if r := []rune(s); len(r) > mostOnButton {
		return string(r[:mostOnButton]) + "…"
	}
	return s
}

// Check checks the open draft and shows what was found.
func (p *Page) Check() {
	if p.d.Draft() != nil && p.d.Page() == desk.Drafting {
		p.goToFindings()
	}
}

// goToFindings checks the draft and shows what was found.
func (p *Page) goToFindings() {
	p.d.LeaveField()
	p.checked()
	p.findings.turn(false)
	p.findings.scroll.ScrollToTop()
}

// A findingRow is one finding.
type findingRow struct {
	widget.BaseWidget
	tapped      func()
	colour      fyne.ThemeColorName
	kind, words *widgets.Passage
	mend        *widget.Button // nil: only a person can
	ground, bar *canvas.Rectangle
}

var (
	_ fyne.Tappable     = (*findingRow)(nil)
	_ desktop.Hoverable = (*findingRow)(nil)
)

func newFindingRow(p *Page, found check.Finding) *findingRow {
	r := &findingRow{
		tapped: func() { p.focus(found.Field) }, colour: colours[found.Severity],
		kind: say(p.w.Text("drafts.severity."+string(found.Severity)), secondary), words: say(desk.Say(p.w, found), prose),
		ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
	}
	if label, ok := p.remedy(found); ok {
		r.mend = widget.NewButton(label, func() { p.do(p.d.Mend(found)) })
	}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped goes to the field.
func (r *findingRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn is called by Fyne.
func (r *findingRow) MouseIn(*desktop.MouseEvent) { r.light(theme.Color(theme.ColorNameHover)) }

// MouseMoved is called by Fyne.
func (r *findingRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *findingRow) MouseOut() { r.light(color.Transparent) }

// Cursor is called by Fyne.
func (r *findingRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (r *findingRow) light(c color.Color) {
	r.ground.FillColor = c
	r.ground.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *findingRow) CreateRenderer() fyne.WidgetRenderer {
	r.bar.FillColor = theme.Color(r.colour)
	r.bar.SetMinSize(fyne.NewSize(4, 0))
	kind := container.New(widgets.FixedWidth(56), container.New(widgets.Inset{X: 4, Y: 0}, container.New(widgets.Middle{}, r.kind)))
	var right fyne.CanvasObject
	if r.mend != nil {
		right = container.NewCenter(r.mend)
	}
	return widget.NewSimpleRenderer(container.NewStack(r.ground, container.NewBorder(nil, nil,
		container.NewHBox(r.bar, kind), right, container.New(widgets.Inset{X: 0, Y: 4}, container.New(widgets.Middle{}, r.words)))))
}
