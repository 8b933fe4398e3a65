// Package issue is the page 印发: everything that staff make of the register and
// hand on, one sentence each; what it is made of, what is still lacking, and
// the way to paper or file.
//
// It draws an office and calls its methods; it decides nothing.
package issue

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

// A Page is the page 印发.
type Page struct {
	// Save asks where a file called name should go and hands on the path; Open
	// opens a file in the system's viewer, Reveal its folder, Print hands it to
	// the system's printer. The window sets them.
	Save                func(name string, done func(path string))
	Open, Reveal, Print func(path string)
	Choose              func(done func(path string))

	// OnKey sees the keys that the list has no use for. May be nil.
	OnKey func(widgets.Key) bool

	// Register says that there is a page where what is lacking can be seen to.
	Register bool

	o *staff.Office
	d *desk.Desk
	w assets.Words

	list  *jobList
	shown staff.Job // whose choices stand at the right

	title, about *widgets.Passage
	choices      *fyne.Container // of the job in hand
	form         *form
	count        *widgets.Passage
	gaps         *fyne.Container
	preview      *widget.Button
	save, print  *widget.Button
	busy         fyne.CanvasObject
	bar          *widget.ProgressBar
	progress     *widgets.Passage
	made         *widgets.Passage
	after        fyne.CanvasObject
	scroll       *container.Scroll
	foot, right  *fyne.Container
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

// New returns the page of o; nil functions of the result do nothing.
func New(o *staff.Office, w assets.Words) *Page {
	nothing := func(string) {}
	p := &Page{Save: func(string, func(string)) {}, Choose: func(func(string)) {}, Open: nothing, Reveal: nothing, Print: nothing, o: o, d: o.Desk(), w: w}
	p.list = newJobList(p)
	p.title, p.about = widgets.NewPassage("", heading), widgets.NewPassage("", aside)
	p.form = newForm(p)
	p.count = widgets.NewPassage("", strong)
	p.gaps = container.New(widgets.Column{Most: 640, Gap: 2})
	p.preview = widget.NewButton(w.Text("issue.preview"), p.look)
	p.save = widget.NewButton("", p.keep)
	p.print = widget.NewButton(w.Text("issue.print"), p.press)
	p.progress = widgets.NewPassage("", prose)
	p.bar = widget.NewProgressBar()
	stop := widget.NewButton(w.Text("issue.stop"), p.d.StopTask)
	p.busy = container.New(beside(120), container.New(widgets.Column{Gap: 4}, p.progress, p.bar), stop)
	p.made = widgets.NewPassage("", prose)
	p.after = container.New(widgets.Column{Gap: 6}, p.made, container.NewHBox(
		p.quiet("issue.open", func(m staff.Made) { p.Open(m.Path) }),
		p.quiet("issue.reveal", func(m staff.Made) { p.Reveal(m.Path) })))
	p.choices = container.New(widgets.Column{Gap: 10})
	p.scroll = container.NewVScroll(container.New(widgets.Column{Most: widest, Side: 28, End: 20, Gap: 14},
		container.New(widgets.Column{Gap: 2}, p.title, p.about), widget.NewSeparator(), p.choices, widget.NewSeparator(),
		container.New(widgets.Column{Gap: 8}, p.count, p.gaps)))
	p.foot = container.New(widgets.Column{Most: widest, Side: 28, End: 10, Gap: 8}, p.busy, p.after, container.NewHBox(p.preview, p.save, p.print))
	p.right = container.NewBorder(nil, container.NewVBox(widget.NewSeparator(), widgets.NewPane(widgets.ColorPane, p.foot)), nil, nil,
		widgets.NewPane(widgets.ColorPaper, p.scroll))
	p.list.scroll = container.NewVScroll(p.list)
	p.object = container.New(listAndPage(listWidth), widgets.NewPane(widgets.ColorPane, p.list.scroll), p.right)
	return p
}

// quiet is a button for what was made.
func (p *Page) quiet(key string, do func(staff.Made)) fyne.CanvasObject {
	b := widget.NewButton(p.w.Text(key), func() {
		if m, ok := p.o.Made(); ok {
			do(m)
		}
	})
	b.Importance = widget.LowImportance
	return b
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Focus is what takes the keyboard when the page comes to the front.
func (p *Page) Focus() fyne.Focusable { return p.list }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if p.d.Page() != desk.Issuing {
		return
	}
	switch t {
	case desk.Working:
		p.showWork()
	case desk.Booked, desk.Pages, desk.Ruled, desk.Aimed, desk.Compared, desk.Everything:
		p.draw()
	}
}

// draw shows the job in hand.
func (p *Page) draw() {
	j := p.o.Job()
	p.list.draw()
	p.title.SetText(p.w.Text("issue.job." + key(j)))
	p.about.SetText(p.w.Text("issue.about." + key(j)))
	if p.shown != j {
		p.shown = j
		p.form.show(j)
		p.scroll.ScrollToTop()
	} else {
		p.form.refresh(j)
	}
	p.showCount(j)
	p.showWork()
}

// showCount says what the job is made of and what is lacking.
func (p *Page) showCount(j staff.Job) {
	entries := p.o.Issued(j)
	motions := 0
	for _, e := range entries {
		if e.Motion() {
			motions++
		}
	}
	text := p.w.Text("issue.count", "n", len(entries), "motions", motions, "others", len(entries)-motions)
	if len(entries) == 0 {
		text = p.w.Text("issue.none")
		if len(p.o.Book().Entries) == 0 {
			text = p.w.Text("issue.empty")
		}
	}
	p.count.SetText(text)
	visible(p.count, j != staff.ScrubJob)
	p.gaps.RemoveAll()
	for _, g := range p.o.Gaps(j) {
		ids, because := g.Entries, p.w.Text("issue.gap."+string(g.Kind), "n", len(g.Entries))
		said := widgets.NewPassage(because+p.withheld(j, g.Kind), widgets.Lettering{Colour: widgets.ColorWarning, Wrap: true})
		b := widget.NewButton(p.w.Text("issue.look", "n", len(ids)), func() { p.o.Look(staff.Filter{Only: ids, Because: because}) })
		b.Importance = widget.LowImportance
		b.Hidden = !p.Register
		p.gaps.Add(container.New(beside(132), container.New(middle{}, said), b))
	}
	ready := len(entries) > 0 || j.Paper() == desk.AimsPaper
	_, working := p.d.Task()
	ready = ready && !working && (j != staff.BeforeJob || len(p.d.Past()) > 0)
	p.preview.Hidden = !j.Previews()
	p.print.Hidden = j.Paper() == "" || p.o.Choice(j).Word
	p.save.Hidden = j == staff.ScrubJob
	p.save.SetText(p.w.Text("issue.save"))
	if j.Folder() {
		p.save.SetText(p.w.Text("issue.save.folder"))
	}
	p.preview.Importance, p.save.Importance = widgets.Primary, widget.MediumImportance
	if p.preview.Hidden {
		p.save.Importance = widgets.Primary
	}
	for _, b := range []*widget.Button{p.preview, p.save, p.print} {
		if ready {
			b.Enable()
		} else {
			b.Disable()
		}
		b.Refresh()
	}
	p.scroll.Content.Refresh()
	p.gaps.Refresh()
}

// withheld says how many stay hidden from the public, by reason.
func (p *Page) withheld(j staff.Job, kind staff.GapKind) string {
	if kind != staff.NotPublic {
		return ""
	}
	return p.w.Text("issue.withheld", p.counts(j)...)
}

// showWork shows how far a job is, or what came of it.
func (p *Page) showWork() {
	task, working := p.d.Task()
	visible(p.busy, working)
	if working {
		text := p.w.Text(task.Name)
		switch {
		case task.Of > 0:
			text += p.w.Text("issue.of", "n", task.Done, "of", task.Of)
			p.bar.SetValue(float64(task.Done) / float64(task.Of))
		case task.Done > 0:
			text += p.w.Text("issue.pages", "n", task.Done)
		}
		p.progress.SetText(text)
	}
	visible(p.bar, task.Of > 0)
	m, ok := p.o.Made()
	visible(p.after, ok && !working)
	if ok {
		p.made.SetText(p.w.Text("issue.made."+kindOf(m), "file", m.Path, "files", m.Files, "pages", m.Pages, "n", m.Proposals) + p.missing(m))
	}
	for _, b := range []*widget.Button{p.preview, p.save, p.print} {
		if working {
			b.Disable()
		}
	}
	visible(p.foot, p.o.Job() != staff.ScrubJob || working || ok)
	p.foot.Refresh()
	p.right.Refresh() // the foot may be higher now
}

func (p *Page) missing(m staff.Made) string {
	if m.Missing == "" {
		return ""
	}
	return p.w.Text("drafts.next.missing", "signs", m.Missing)
}

func visible(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
		return
	}
	o.Hide()
}
