package intakes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A start is the page while nothing lies on it: what came of the last intake, how
// to begin, and the intakes before.
type start struct {
	page    *Page
	done    *fyne.Container
	told    *widgets.Passage
	choose  *widget.Button
	receipt *widget.Button
	who     *widget.Button
	earlier *widgets.Passage
	batches *fyne.Container
	box     fyne.CanvasObject
}

// widest is how wide the words of the start get, in pixels; mostBatches how many
// earlier intakes it lists.
const (
	widest      = 860
	mostBatches = 60
)

func newStart(p *Page) *start {
	s := &start{page: p, told: say("", heading), earlier: say(p.w.Text("intakes.earlier"), strong)}
	s.receipt = widget.NewButton(p.w.Text("intakes.receipts"), func() { p.receipts(s.last()) })
	s.done = container.New(column{gap: 10}, widgets.NewCard(container.New(inset{8, 6}, container.New(column{gap: 10}, s.told, container.NewHBox(s.receipt,
		widget.NewButton(p.w.Text("intakes.look"), func() { p.look(s.last()) }),
		quiet(p.w.Text("intakes.undo"), func() { p.undo(s.last()) }))))))
	s.choose = widget.NewButton(p.w.Text("intakes.files"), p.chooseFiles)
	s.who = quiet("", func() { p.askName(func() {}) })
	buttons := container.NewHBox(s.choose, widget.NewButton(p.w.Text("intakes.folder"), p.chooseFolder),
		widget.NewButton(p.w.Text("intakes.type"), p.TypeIn))
	s.batches = container.New(column{gap: 2})
	s.box = container.NewVScroll(container.New(inset{0, 24}, container.New(column{gap: 14, most: widest, side: 24},
		s.done, say(p.w.Text("intakes.begin"), heading), say(p.w.Text("intakes.about"), aside),
		container.NewBorder(nil, nil, buttons, s.who), say("", one), s.earlier, s.batches)))
	return s
}

// last is the batch that was taken in last on this page.
func (s *start) last() staff.Batch {
	done := s.page.in.Done()
	for _, b := range s.page.o.Batches() {
		if done != nil && b.ID == done.Batch {
			return b
		}
	}
	return staff.Batch{}
}

func (s *start) redraw() {
	p := s.page
	done := p.in.Done()
	shown(s.done, done != nil)
	s.choose.Importance, s.receipt.Importance = widgets.Primary, widget.MediumImportance
	if done != nil {
		s.told.SetText(p.sayDone(*done))
		if done.Batch != "" {
			s.choose.Importance, s.receipt.Importance = widget.MediumImportance, widgets.Primary
		}
		able(s.receipt, done.Batch != "")
	}
	s.choose.Refresh()
	s.receipt.Refresh()
	s.who.SetText(p.clerk())
	all := p.o.Batches()
	shown(s.earlier, len(all) > 0)
	s.batches.Objects = nil
	for _, b := range all[:min(len(all), mostBatches)] {
		s.batches.Add(s.batch(b))
	}
	s.batches.Refresh()
	s.box.Refresh()
}

// sayDone says what came of an intake.
func (p *Page) sayDone(t staff.Taken) string {
	if t.Batch == "" {
		return p.w.Text("intakes.done.none")
	}
	text := p.w.Text("intakes.done", "n", t.Rows)
	for _, part := range []struct {
		key string
		n   int
	}{{"revised", t.Revised}, {"numbered", t.Numbered}, {"left", t.LeftOut}} {
		if part.n > 0 {
			text += p.w.Text("intakes.done."+part.key, "n", part.n)
		}
	}
	return text + p.w.Text("intakes.done.end")
}

// batch is one earlier intake, with what can be done with it.
func (s *start) batch(b staff.Batch) fyne.CanvasObject {
	p := s.page
	who := b.Who
	if who == "" {
		who = p.w.Text("intakes.nobody")
	}
	count := p.w.Text("intakes.batch.count", "n", b.Added+b.Revised)
	if b.Revised > 0 {
		count = p.w.Text("intakes.batch.count.revised", "n", b.Added+b.Revised, "revised", b.Revised)
	}
	return container.New(shelf{widths: []float32{112, 128, 132, 0, 172}, gap: 10},
		say(b.At.In(annotate.Beijing).Format("1月2日 15:04"), one), say(who, one), say(count, one), say(fileNames(p, b.Files), grey),
		container.NewHBox(quiet(p.w.Text("intakes.batch.receipts"), func() { p.receipts(b) }), quiet(p.w.Text("intakes.batch.look"), func() { p.look(b) }),
			quiet(p.w.Text("intakes.batch.undo"), func() { p.undo(b) })))
}

// fileNames are the first names of files, and how many there are.
func fileNames(p *Page, names []string) string {
	const some = 2
	text := strings.Join(names[:min(some, len(names))], p.w.Text("finder.comma"))
	if len(names) > some {
		text = p.w.Text("intakes.batch.files", "names", text, "n", len(names))
	}
	return text
}

// receipts lays the receipts of a batch out to be looked at and printed.
func (p *Page) receipts(b staff.Batch) {
	p.d.Press(p.o.Receipts(b.ID, p.w.Text("intakes.receipts.name", "batch", b.ID)))
}

// look turns to the entries of a batch in the register.
func (p *Page) look(b staff.Batch) {
	p.o.LookAtBatch(b.ID, p.w.Text("intakes.because", "at", b.At.In(annotate.Beijing).Format("1月2日 15:04")))
}

// undo takes a batch back, after one question.
func (p *Page) undo(b staff.Batch) {
	d := dialog.NewConfirm(p.w.Text("intakes.undo"), p.w.Text("intakes.undo.ask", "n", b.Added, "revised", b.Revised), func(yes bool) {
		if yes {
			p.d.Tell(p.o.UndoBatch(b.ID))
		}
	}, p.win)
	d.SetConfirmText(p.w.Text("intakes.undo"))
	d.SetDismissText(p.w.Text("intakes.cancel"))
	d.Show()
}
