// Package margin is the page 批注: every note on every report, to be read
// together, found again, mended and thrown away.
//
// A note is written in where it stands. Which notes are listed and in which
// order is the desk's.
package margin

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A Page is the page 批注.
type Page struct {
	// Save asks where a file called name should go, Choose for a file to open,
	// and Open opens a paper to be printed. The window sets them.
	Save   func(name string, done func(path string))
	Choose func(done func(path string))
	Open   func(path string)

	d   *desk.Desk
	w   assets.Words
	win fyne.Window

	view desk.NoteView
	list []desk.NoteRow  // what the view shows
	most int             // how many of them have cards
	edit annotate.NoteID // the note that is being written in, "" if none

	title     *widgets.Passage
	find      *widgets.Field
	sieve     *sieve
	bulk      *bulk
	undo      *widgets.Strip
	deleting  bool // the change of notes that is coming is a deletion of ours
	cards     map[annotate.NoteID]*card
	rows      *fyne.Container
	scroll    *container.Scroll
	none      *widgets.Passage
	speech    *outline
	speaking  *widget.Button  // shows the outline
	exporting *widget.Button  // offers the kinds of file, and to take one in
	tools     *fyne.Container // what stands above the list
	all       fyne.CanvasObject
}

// New returns the page.
func New(d *desk.Desk, w assets.Words, win fyne.Window) *Page {
	p := &Page{d: d, w: w, win: win, cards: map[annotate.NoteID]*card{}, most: firstCards}
	p.title = widgets.NewPassage("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true})
	p.find = widgets.NewField()
	p.find.SetPlaceHolder(w.Text("margin.find"))
	p.find.OnChanged = p.search
	p.sieve, p.bulk = newSieve(p), newBulk(p)
	p.undo = widgets.NewStrip(widgets.ColorInfo)
	p.undo.AddButton(w.Text("margin.undelete"), p.takeBack)
	p.undo.OnClose = p.forget
	p.undo.Hide()
	p.rows = container.New(widgets.Column{Most: widest, Side: side, End: side / 2, Gap: 8})
	p.scroll = container.NewVScroll(p.rows)
	p.scroll.OnScrolled = p.scrolled
	p.none = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary})

	p.speech = newOutline(p)
	p.speaking = widget.NewButton("", func() { p.show(!p.speech.all.Visible()) })

	p.exporting = widget.NewButton(w.Text("margin.export"), p.offer)
	p.tools = container.NewHBox(
		container.NewCenter(p.title), layout.NewSpacer(),
		container.New(widgets.FixedWidth(findWidth), p.find),
		p.sieve.button, p.bulk.button, p.exporting, p.speaking)
	strip := widgets.NewPane(widgets.ColorPane, container.NewVBox(container.New(widgets.Inset{X: side, Y: 8}, p.tools), p.sieve.all))
	p.all = widgets.NewPane(widgets.ColorPaper, container.NewBorder(
		container.NewVBox(strip, p.bulk.all, widget.NewSeparator(), p.undo), nil, nil, p.speech.all,
		container.NewStack(p.scroll, container.NewCenter(p.none))))
	p.Changed(desk.Everything)
	p.show(len(d.OutlineRows()) > 0)
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Changed redraws what shows topic t.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Noted:
		if !p.deleting {
			p.undo.Hide() // Undo would take back something else by now
		}
		p.redraw()
	case desk.Pages:
		p.done()
		p.d.EndPoint()
		p.forget()
	case desk.Text, desk.Everything:
		p.redraw()
	}
}

// redraw shows the notes that the view asks for. The note that is being
// written in keeps its field.
func (p *Page) redraw() {
	p.list = p.d.NoteRows(p.view)
	rows := p.list
	p.rows.Objects = nil
	kept := map[annotate.NoteID]*card{}
	for _, r := range rows[:min(p.most, len(rows))] {
		c, ok := p.cards[r.Note.ID]
		if !ok {
			c = newCard(p, r.Note.ID)
		}
		c.set(r)
		kept[r.Note.ID] = c
		p.rows.Add(c.box)
	}
	p.cards = kept
	p.title.SetText(p.w.Text("margin.title", "n", len(rows)))
	p.none.SetText(p.w.Text("margin.none"))
	if p.d.AllNotes() == 0 {
		p.none.SetText(p.w.Text("margin.empty"))
	}
	widgets.Shown(p.none, len(rows) == 0)
	p.sieve.redraw()
	p.bulk.redraw()
	p.rows.Refresh()
	p.scroll.Refresh()
	p.speech.redraw()
	p.speaking.SetText(p.w.Text("margin.outline", "n", len(p.speech.points)))
	p.tools.Refresh() // the title and what can be pressed have other widths now
}

// firstCards is how many notes have a card at first, and by how many more come
// when the end of them is in sight: two screens. Cards for two thousand notes
// would take seconds.
const firstCards = 24

// scrolled makes cards for more notes when the last ones come into sight.
func (p *Page) scrolled(at fyne.Position) {
	if p.most < len(p.list) && at.Y+2*p.scroll.Size().Height > p.rows.MinSize().Height {
		p.most += firstCards
		p.redraw()
	}
}

// relay lays the cards out again: one of them has another height.
func (p *Page) relay() {
	p.rows.Refresh()
	p.scroll.Refresh()
}

// traitWords are the words of what is folded away.
func (p *Page) traitWords() widgets.TraitWords {
	t := p.w.Text
	words := widgets.TraitWords{More: t("margin.more"), Less: t("margin.less"), Sort: t("margin.kind"), Tags: t("margin.tags"), Hint: t("margin.tags.hint"), Hold: t("margin.share")}
	for _, k := range desk.NoteKinds {
		words.Sorts = append(words.Sorts, t("margin.kind."+string(k)))
	}
	return words
}

func (p *Page) search(text string) {
	p.view.Text = text
	p.refilter()
}

// pick shows only notes of colour i, or all again if it was that one.
func (p *Page) pick(i int) {
	c := annotate.Colours[i]
	if p.view.Colour == c {
		c = ""
	}
	p.view.Colour = c
	p.refilter()
}

// write begins to write in a note.
func (p *Page) write(id annotate.NoteID) {
	p.done()
	c, ok := p.cards[id]
	if ok && p.d.JotIn(id, "").Off == nil {
		p.edit = id
		c.open()
	}
}

// jot takes what was typed into a note so far.
func (p *Page) jot(id annotate.NoteID, text string) {
	if a := p.d.JotIn(id, text); a.Do != nil && p.edit == id {
		a.Do()
	}
}

// done ends writing in a note.
func (p *Page) done() {
	id := p.edit
	if id == "" {
		return
	}
	p.edit = ""
	p.d.EndNote()
	if c, ok := p.cards[id]; ok {
		c.shut()
	}
	p.redraw()
}

// remove takes a note away and offers to bring it back.
func (p *Page) remove(id annotate.NoteID) { p.removeAll([]annotate.NoteID{id}) }

func (p *Page) removeAll(ids []annotate.NoteID) {
	p.done()
	a := p.d.DeleteNotes(ids)
	if a.Do == nil {
		p.d.Press(a)
		return
	}
	p.deleting = true
	a.Do()
	p.deleting = false
	p.undo.SetText(p.w.Text("margin.deleted", "n", len(ids)))
	p.undo.Show()
	p.all.Refresh()
}

func (p *Page) takeBack() {
	if a := p.d.Undo(); a.Do != nil {
		a.Do()
	}
	p.forget()
}

// forget takes away the offer to bring a note back.
func (p *Page) forget() {
	p.undo.Hide()
	p.all.Refresh()
}

// when says a moment as people do: 2月22日 14:05.
func (p *Page) when(t time.Time) string {
	t = t.In(annotate.Beijing)
	return p.w.Text("margin.when", "month", int(t.Month()), "day", t.Day(), "clock", t.Format("15:04"))
}
