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

// findings are what the rules say, a sentence each. A click goes to the field.
type findings struct {
	page  *Page
	title *widgets.Passage
	rows  *fyne.Container
	last  []string
	box   fyne.CanvasObject
}

func newFindings(p *Page) *findings {
	f := &findings{page: p, title: say("", strong), rows: container.New(column{gap: 2})}
	f.box = container.New(column{gap: 6}, f.title, say(p.w.Text("drafts.advice"), aside), f.rows)
	return f
}

func (f *findings) redraw(found []check.Finding) {
	f.title.SetText(f.page.w.Text("drafts.findings", "tally", tally(f.page.w.Text, found)))
	var said []string
	for _, one := range found {
		said = append(said, string(one.Severity)+one.Field+desk.Say(f.page.w, one))
	}
	if slices.Equal(said, f.last) && len(f.rows.Objects) == len(found) {
		return
	}
	f.last = said
	f.rows.Objects = nil
	for _, one := range found {
		f.rows.Add(newFindingRow(f.page, one))
	}
	shown(f.rows, len(found) > 0)
	f.rows.Refresh()
	f.page.refit()
}

// goToFindings checks the draft and shows what was found.
func (p *Page) goToFindings() {
	p.d.LeaveField()
	p.checked()
	p.reveal(p.findings.box, p.findings.box.MinSize().Height)
}

// A findingRow is one finding.
type findingRow struct {
	widget.BaseWidget
	tapped      func()
	colour      fyne.ThemeColorName
	kind, words *widgets.Passage
	ground, bar *canvas.Rectangle
}

var (
	_ fyne.Tappable     = (*findingRow)(nil)
	_ desktop.Hoverable = (*findingRow)(nil)
)

func newFindingRow(p *Page, one check.Finding) *findingRow {
	r := &findingRow{
		tapped: func() { p.focus(one.Field) }, colour: colours[one.Severity],
		kind: say(p.w.Text("drafts.severity."+string(one.Severity)), secondary), words: say(desk.Say(p.w, one), prose),
		ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
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
	kind := container.New(fixedWidth(56), container.New(inset{4, 5.5}, r.kind))
	return widget.NewSimpleRenderer(container.NewStack(r.ground, container.NewBorder(nil, nil,
		container.NewHBox(r.bar, kind), nil, container.New(inset{0, 4}, r.words))))
}
