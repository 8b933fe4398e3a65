package entries

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A detail is the proposal at the cursor: what is decided about it, its text, its
// sheet, its earlier revisions and its journal.
type detail struct {
	page     *Page
	id       annotate.ProposalID
	tab      int
	top      *widgets.Passage // number, state and marks
	title    *widgets.Passage
	names    *widgets.Passage
	settle   *widget.Button
	tabs     *widgets.TabBar
	decision *decision
	content  *fyne.Container
	scroll   *container.Scroll
	filled   *fyne.Container
	box      fyne.CanvasObject
}

// The tabs.
const (
	textTab = iota
	sheetTab
	earlierTab
	journalTab
)

// How words are set in the detail.
var (
	heading = widgets.Lettering{Bold: true, Wrap: true}
	plain   = widgets.Lettering{Wrap: true}
	aside   = widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}
	warning = widgets.Lettering{Colour: widgets.ColorWarning, Size: theme.SizeNameCaptionText, Wrap: true}
)

func newDetail(p *Page) *detail {
	d := &detail{page: p}
	d.top = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true})
	d.title = widgets.NewPassage("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Wrap: true})
	d.names = widgets.NewPassage("", plain)
	d.settle = widget.NewButton(p.w.Text("entries.settle"), func() { p.decide(func() error { return p.o.Settle(d.id) }) })
	d.tabs = widgets.NewTabBar(func(i int) { d.turn(i) })
	d.decision = newDecision(d)
	d.content = container.New(stack{8})
	d.scroll = container.NewVScroll(container.New(inset{20, 12}, d.content))
	head := container.New(inset{20, 8}, container.New(stack{2}, container.NewBorder(nil, nil, nil, d.settle, container.New(middle{}, d.top)), d.title, d.names))
	d.filled = container.NewBorder(container.New(stack{}, head, container.New(inset{8, 0}, d.tabs), widget.NewSeparator()), nil, nil, nil, d.scroll)
	d.box = widgets.NewPane(widgets.ColorPaper, d.filled)
	return d
}

// redraw shows the proposal at the cursor, from its top if it is another one.
func (d *detail) redraw() {
	p := d.page
	if p.detail == nil {
		return // the page is being made
	}
	row, ok := p.o.Row(p.ledger.now())
	shown(d.filled, ok)
	if !ok {
		d.id = ""
		return
	}
	e := *row.Entry
	if d.id != e.Proposal.ID {
		d.id = e.Proposal.ID
		d.scroll.Offset = fyne.Position{}
	}
	number := row.Number
	if number == "" {
		number = p.w.Text("entries.unnumbered")
	}
	d.top.SetText(strings.TrimSpace(strings.Join([]string{number, string(e.Proposal.Form), string(e.State), markWords(p, row.Shown())}, "　")))
	d.title.SetText(row.Title)
	d.names.SetText(p.signers(row))
	shown(d.settle, e.Review)
	d.tabs.Set([]widgets.Tab{{Label: p.w.Text("entries.tab.text")}, {Label: p.w.Text("entries.tab.sheet")},
		{Label: p.w.Text("entries.tab.earlier"), Count: len(e.Earlier)}, {Label: p.w.Text("entries.tab.journal"), Count: len(e.Journal)}}, d.tab)
	d.fill(e)
}

// fill shows what the tab in front asks for.
func (d *detail) fill(e registry.Entry) {
	switch d.tab {
	case textTab:
		d.decision.redraw(e)
		d.content.Objects = append([]fyne.CanvasObject{d.decision.box, widget.NewSeparator()}, d.page.text(e)...)
	case sheetTab:
		d.content.Objects = d.page.sheet(e)
	case earlierTab:
		d.content.Objects = d.page.earlier(e)
	case journalTab:
		d.content.Objects = d.page.journal(e)
	}
	d.fit()
}

// fit lays the content out anew after something in it became higher or lower.
func (d *detail) fit() {
	if d.scroll == nil {
		return
	}
	d.content.Refresh()
	d.scroll.Refresh()
	d.filled.Refresh()
}

// turn brings another tab to the front.
func (d *detail) turn(tab int) {
	d.tab = tab
	d.scroll.Offset = fyne.Position{}
	d.redraw()
}

// signers are who leads and who signed, in one line.
func (p *Page) signers(r staff.Row) string {
	s := r.Entry.Sheet()
	parts := []string{s.Deputy.Name, s.Deputy.Number, s.Deputy.Delegation, s.Deputy.Phone}
	text := strings.Join(strings.Fields(strings.Join(parts, " ")), "　")
	if len(s.Cosigners) > 0 {
		var names []string
		for _, c := range s.Cosigners {
			names = append(names, c.Name)
		}
		text += "\n" + p.w.Text("entries.cosigned", "n", len(names), "names", strings.Join(names, "、"))
	}
	return text
}
