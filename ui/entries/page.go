// Package entries is the page 登记: the staff's register as a list that is
// narrowed, sorted and decided about, with the proposal in sight beside it; and
// the mode 分类, in which a hundred proposals are filed in a row by keys alone.
//
// What is listed and what may be decided is ui/staff's; here it is drawn.
package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A Page is the page 登记.
type Page struct {
	// Save asks where a file called name should go, Choose which one to read; both
	// hand on a path. Open opens a file in the system's own viewer. The window
	// sets them.
	Save   func(name string, done func(path string))
	Choose func(done func(path string))
	Open   func(path string)

	o   *staff.Office
	d   *desk.Desk
	w   assets.Words
	win fyne.Window

	stale bool // what is drawn is not what is so
	order staff.Order
	rows  []staff.Row

	sieve  *sieve
	heads  []*head
	ledger *ledger
	bulk   *bulk
	totals *widgets.Passage
	sort   *widget.Button // 分类
	none   *fyne.Container
	empty  *fyne.Container // nothing was received yet
	detail *detail
	class  *classing
	list   fyne.CanvasObject // all but the mode 分类
	body   *fyne.Container
	all    fyne.CanvasObject
}

// listShare is how much of the window the list takes; the rest is the proposal.
const listShare = 0.6

// findWidth is how wide the box for words is, in pixels.
const findWidth = 360

// New returns the page.
func New(o *staff.Office, w assets.Words, win fyne.Window) *Page {
	p := &Page{o: o, d: o.Desk(), w: w, win: win,
		Save: func(string, func(string)) {}, Choose: func(func(string)) {}, Open: func(string) {}}
	p.sieve = newSieve(p)
	p.ledger = newLedger(p)
	p.bulk = newBulk(p)
	p.detail = newDetail(p)
	p.class = newClassing(p)
	p.totals = widgets.NewPassage("", widgets.Lettering{Cut: true})
	p.sort = widget.NewButton(w.Text("entries.classing"), p.classify)
	number := widget.NewButton(w.Text("entries.number"), p.askNumbers)
	var more *widget.Button
	more = widget.NewButton(w.Text("entries.more"), func() { p.showMore(more) })

	var heads []fyne.CanvasObject
	for i, c := range headColumns {
		h := newHead(w.Text(headKeys[i]), func() { p.sortBy(c) })
		p.heads = append(p.heads, h)
		heads = append(heads, h)
	}
	head := container.New(columns{}, heads...)
	strip := widgets.NewPane(widgets.ColorPane, container.New(inset{16, 8}, container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewHBox(p.sort, number, more),
			container.New(shelf{widths: []float32{findWidth, 0}, gap: 16}, p.sieve.find, p.totals)),
		p.sieve.box)))
	p.none = container.NewCenter(container.NewVBox(
		container.NewCenter(widgets.NewPassage(w.Text("entries.none"), widgets.Lettering{Colour: widgets.ColorSecondary})),
		container.NewCenter(widget.NewButton(w.Text("entries.all"), p.everything))))
	p.empty = p.newEmpty()
	ledger := container.NewBorder(container.NewVBox(container.New(inset{16, 4}, head), widget.NewSeparator()), p.bulk.box, nil, nil,
		container.NewStack(p.ledger, p.none))
	split := container.NewHSplit(widgets.NewPane(widgets.ColorPaper, ledger), p.detail.box)
	split.Offset = listShare
	p.list = container.NewBorder(container.NewVBox(strip, widget.NewSeparator()), nil, nil, nil, container.NewStack(split, p.empty))
	p.body = container.NewStack(p.list)
	p.all = p.body
	p.Changed(desk.Everything)
	return p
}

// headColumns are the columns of the heads, and headKeys their words.
var (
	headColumns = []staff.Column{staff.ByNumber, staff.ByTitle, staff.ByDeputy, staff.ByDelegation, staff.ByCategory, staff.ByUnit, staff.ByState, staff.ByMarks}
	headKeys    = []string{"entries.head.number", "entries.head.title", "entries.head.deputy", "entries.head.delegation",
		"entries.head.category", "entries.head.unit", "entries.head.state", "entries.head.marks"}
)

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Keys is what takes the keyboard when the page comes to the front.
func (p *Page) Keys() fyne.Focusable {
	if p.class.on {
		return p.class.board
	}
	return p.ledger
}

// Bindings are the keys of the list and of the mode 分类.
func (p *Page) Bindings() (list, class []widgets.Binding) { return p.ledger.keys, p.class.keys }

// Changed redraws what shows topic t; while another page is in front it only
// remembers to do so.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Booked, desk.Ruled, desk.Text, desk.Everything:
		p.stale = true
	}
	if p.d.Page() != desk.Registering {
		return
	}
	if p.stale {
		p.redraw()
	}
	if _, turning := p.win.Canvas().Focused().(*widgets.TabBar); t == desk.Pages && !turning && p.win.Canvas().Overlays().Top() == nil {
		p.win.Canvas().Focus(p.Keys()) // what had the keyboard is on a page that nobody sees
	}
}

// redraw shows the rows that the filter leaves, and what is above them.
func (p *Page) redraw() {
	if p.class.on { // the list waits until it is seen again
		p.class.redraw()
		return
	}
	p.stale = false
	p.rows = p.o.Rows(p.order)
	all := len(p.o.All())
	p.sieve.redraw()
	p.ledger.set(p.rows)
	p.bulk.redraw()
	key := "entries.totals"
	if p.o.Looking().Narrows() {
		key = "entries.totals.narrowed"
	}
	text := p.w.Text(key, "all", all, "n", len(p.rows))
	if why := p.o.Looking().Because; why != "" {
		text += "　" + why
	}
	p.totals.SetText(text)
	for i, h := range p.heads {
		h.set(p.order.By == headColumns[i], p.order.Down)
	}
	shown(p.none, len(p.rows) == 0 && all > 0)
	shown(p.empty, all == 0)
	able(p.sort, len(p.rows) > 0)
	p.detail.redraw()
}

// narrow looks at other entries, from the top.
func (p *Page) narrow(f staff.Filter) {
	p.o.Narrow(f)
	p.redraw()
	p.ledger.ScrollToTop()
}

// everything takes every filter back.
func (p *Page) everything() {
	p.sieve.clear()
	p.narrow(staff.Filter{})
}

func (p *Page) sortBy(c staff.Column) {
	p.order = p.order.Sort(c)
	p.redraw()
	p.ledger.ScrollToTop()
}

// decide does what needs a name, once somebody has said theirs, and tells what
// kept it from being done.
func (p *Page) decide(do func() error) {
	p.named(func() { p.d.Tell(do()) })
}

// named asks for the name under which decisions are written down, once.
func (p *Page) named(then func()) {
	if p.o.Who() != "" {
		then()
		return
	}
	p.askName(then)
}

// askName asks for that name and then goes on; without a name nothing is done.
func (p *Page) askName(then func()) {
	name := widgets.NewField()
	name.SetText(p.o.Who())
	name.SetPlaceHolder(p.w.Text("entries.who.hint"))
	p.ask("entries.who.title", "entries.who.yes", name, container.NewVBox(
		widgets.NewPassage(p.w.Text("entries.who.why"), widgets.Lettering{Wrap: true}), name), fyne.NewSize(420, 0), func() bool {
		if name.Text == "" {
			return false
		}
		p.o.SetWho(name.Text)
		then()
		return true
	})
}

// emptyLead is how the sentence of an empty register is set.
var emptyLead = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true}
