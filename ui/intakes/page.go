// Package intakes is the page 收件: files and folders are dropped, looked at as a
// list that says of each what would become of it, and taken in when somebody
// says so; earlier intakes with their receipts and the way back.
//
// What is judged, ticked and kept is ui/staff's; here it is drawn.
package intakes

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A Page is the page 收件.
type Page struct {
	// ChooseFiles asks for files, ChooseFolder for a folder; both hand on paths.
	// The window sets them.
	ChooseFiles  func(done func(paths []string))
	ChooseFolder func(done func(path string))

	o   *staff.Office
	in  *staff.Intake
	d   *desk.Desk
	w   assets.Words
	win fyne.Window

	only registry.Verdict // the state that is shown; "" all

	summary *widgets.Passage
	states  *widgets.TabBar
	tray    *tray
	detail  *detail
	number  *widget.Check
	who     *widget.Button
	take    *widget.Button
	preview fyne.CanvasObject
	start   *start
	typing  *typing // the form for paper; nil while it is closed
	work    *work
	body    *fyne.Container
	all     fyne.CanvasObject
}

// listShare is how much of the window the list takes; the rest is the row in front.
const listShare = 0.6

// verdicts are the states in the order of their chips.
var verdicts = []registry.Verdict{registry.New, registry.Revised, registry.Incomplete, registry.Review, registry.Conflict, registry.Duplicate, registry.Damaged}

// urgent are the states in the order of the list: what somebody has to look at
// stands first.
var urgent = []registry.Verdict{registry.Conflict, registry.Review, registry.Incomplete, registry.Damaged, registry.Revised, registry.New, registry.Duplicate}

// New returns the page.
func New(o *staff.Office, w assets.Words, win fyne.Window) *Page {
	p := &Page{o: o, in: o.Intake(), d: o.Desk(), w: w, win: win,
		ChooseFiles: func(func([]string)) {}, ChooseFolder: func(func(string)) {}}
	p.summary = say("", heading)
	p.states = widgets.NewTabBar(func(i int) { p.showState(i) })
	p.detail = newDetail(p)
	p.tray = newTray(p)
	p.number = widget.NewCheck(w.Text("intakes.number"), o.NumberOnTheWay)
	p.who = quiet("", func() { p.askName(func() {}) })
	p.take = widget.NewButton("", p.accept)
	p.take.Importance = widgets.Primary
	drop := widget.NewButton(w.Text("intakes.drop"), p.in.Drop)
	more := quiet(w.Text("intakes.more"), p.chooseFiles)
	head := widgets.NewPane(widgets.ColorPane, container.New(inset{16, 8}, container.New(column{gap: 6}, p.summary,
		container.NewBorder(nil, nil, nil, more, p.states))))
	foot := widgets.NewPane(widgets.ColorPane, container.New(inset{16, 8},
		container.NewBorder(nil, nil, container.NewHBox(p.number, p.who), container.NewHBox(drop, p.take))))
	split := container.NewHSplit(widgets.NewPane(widgets.ColorPaper, p.tray), p.detail.box)
	split.Offset = listShare
	p.preview = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), container.NewVBox(widget.NewSeparator(), foot), nil, nil, split)
	p.start = newStart(p)
	p.work = newWork(p)
	p.body = container.NewStack(p.start.box, p.preview)
	p.all = widgets.NewPane(widgets.ColorPaper, container.NewBorder(p.work.box, nil, nil, nil, p.body))
	p.redraw()
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Focus is what takes the keyboard when the page comes to the front, nil if the
// window's own keys are all there is: a button would keep them to itself.
func (p *Page) Focus() fyne.Focusable {
	if p.in.Empty() {
		return nil
	}
	return p.tray
}

// attend gives the keyboard back to the page.
func (p *Page) attend() {
	p.win.Canvas().Unfocus()
	if f := p.Focus(); f != nil {
		p.win.Canvas().Focus(f)
	}
}

// Bindings are the keys of the list.
func (p *Page) Bindings() []widgets.Binding { return p.tray.keys }

// Changed redraws what shows topic t.
func (p *Page) Changed(t desk.Topic) {
	if p.d.Page() != desk.Receiving {
		return
	}
	switch t {
	case desk.Working:
		p.work.redraw()
		p.able()
	case desk.Arrived, desk.Booked, desk.Pages, desk.Ruled, desk.Everything:
		p.redraw()
		if t == desk.Arrived && !p.in.Empty() && p.win.Canvas().Overlays().Top() == nil {
			p.win.Canvas().Focus(p.tray)
		}
	}
}

// redraw shows what lies on the page, or how to begin.
func (p *Page) redraw() {
	p.work.redraw()
	empty := p.in.Empty()
	shown(p.start.box, empty)
	shown(p.preview, !empty)
	if empty {
		p.only = ""
		p.tray.set(nil)
		p.start.redraw()
		return
	}
	n := p.in.Counts()
	p.summary.SetText(desk.SayArrived(p.w, p.in.Rows()))
	tabs, at := []widgets.Tab{{Label: p.w.Text("intakes.state.all"), Count: len(p.in.Rows())}}, 0
	for _, v := range p.shownStates() {
		if v == p.only {
			at = len(tabs)
		}
		tabs = append(tabs, widgets.Tab{Label: p.w.Text("staff.verdict." + string(v)), Count: n[v]})
	}
	if at == 0 {
		p.only = ""
	}
	p.states.Set(tabs, at)
	var rows []int
	for i, r := range p.in.Rows() {
		if p.only == "" || r.Verdict == p.only {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(i, j int) int {
		return slices.Index(urgent, p.in.Rows()[i].Verdict) - slices.Index(urgent, p.in.Rows()[j].Verdict)
	})
	p.tray.set(rows)
	p.detail.redraw()
	p.number.OnChanged = nil
	p.number.SetChecked(p.o.NumbersOnTheWay())
	p.number.OnChanged = p.o.NumberOnTheWay
	p.who.SetText(p.clerk())
	p.able()
}

// able says on the button how many rows are taken in, if any can be now.
func (p *Page) able() {
	p.take.SetText(p.w.Text("intakes.take", "n", p.in.Chosen()))
	able(p.take, p.in.Accept().Off == nil)
}

// clerk says under which name things are written down.
func (p *Page) clerk() string {
	if p.o.Who() == "" {
		return p.w.Text("intakes.who.none")
	}
	return p.w.Text("intakes.who", "name", p.o.Who())
}

// shownStates are the states that rows have.
func (p *Page) shownStates() []registry.Verdict {
	n := p.in.Counts()
	var some []registry.Verdict
	for _, v := range verdicts {
		if n[v] > 0 {
			some = append(some, v)
		}
	}
	return some
}

// showState shows the rows of one state; 0 all.
func (p *Page) showState(i int) {
	p.only = ""
	if some := p.shownStates(); i > 0 && i <= len(some) {
		p.only = some[i-1]
	}
	p.tray.at = 0
	p.redraw()
	p.tray.ScrollToTop()
}

// turnState shows the next state, or the one before.
func (p *Page) turnState(by int) {
	some := append([]registry.Verdict{""}, p.shownStates()...)
	for i, v := range some {
		if v == p.only {
			p.showState((i + by + len(some)) % len(some))
			return
		}
	}
}

// decide decides about the conflict at the cursor; the same once more leaves it open
// again.
func (p *Page) decide(c registry.Choice) {
	i := p.tray.now()
	if i < 0 {
		return
	}
	if p.in.Rows()[i].Choice == c {
		c = registry.Undecided
	}
	p.d.Tell(p.in.Decide(i, c))
}

// accept takes the ticked rows in, once somebody has said their name.
func (p *Page) accept() {
	p.named(func() { p.d.Press(p.in.Accept()) })
}

func (p *Page) chooseFiles()  { p.ChooseFiles(p.o.Receive) }
func (p *Page) chooseFolder() { p.ChooseFolder(func(path string) { p.o.Receive([]string{path}) }) }
