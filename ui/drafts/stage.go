package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A stage says how far the draft has come once it is no longer being written,
// and what the deputy may do next.
type stage struct {
	page    *Page
	said    *widgets.Passage
	buttons *fyne.Container
	bar     *canvas.Rectangle
	box     fyne.CanvasObject
}

func newStage(p *Page) *stage {
	s := &stage{page: p, said: say("", prose), buttons: container.NewHBox(), bar: canvas.NewRectangle(nil)}
	s.bar.SetMinSize(fyne.NewSize(4, 0))
	s.box = container.NewVBox(widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, s.bar, container.New(widgets.Inset{X: 8, Y: 4}, s.buttons),
		container.New(widgets.Column{Side: 20, End: 9}, s.said))), widget.NewSeparator())
	return s
}

// printed is how many digits of the digest the sheet prints in its head.
const printed = 12

func (s *stage) redraw() {
	p, state := s.page, s.page.d.State()
	draft := p.d.Draft()
	widgets.Shown(s.box, state != annotate.Drafting && draft != nil)
	if draft == nil || state == annotate.Drafting {
		return
	}
	digest := draft.Frozen
	if len(digest) > printed {
		digest = digest[:printed]
	}
	count := p.d.Count()
	s.said.SetText(p.w.Text("drafts.stage."+string(state), "digest", digest, "signed", count.Signed, "listed", count.Listed))
	colour := widgets.ColorInfo
	if state == annotate.Final || state == annotate.Filed {
		colour = widgets.ColorDone
	}
	s.bar.FillColor = theme.Color(colour)
	s.bar.Refresh()
	s.buttons.Objects = nil
	for _, to := range []annotate.State{annotate.Final, annotate.Filed, annotate.Recalled, annotate.Drafting} {
		if a := p.d.SetState(to); a.Off == nil && (state != annotate.Signing || to == annotate.Final) {
			s.buttons.Add(widget.NewButton(p.w.Text("drafts.stage.to."+string(to)), func() { p.setState(to) }))
		}
	}
	s.buttons.Refresh()
}

// setState brings the draft to a state. What is grave is shown before a text is
// frozen; the deputy goes on all the same if they wish.
func (p *Page) setState(to annotate.State) {
	go_ := func() { p.do(p.d.SetState(to)) }
	if to == annotate.Final {
		p.lookOnceMore("drafts.final.ask", "drafts.final.anyway", go_)
		return
	}
	go_()
}

// mostGrave is how many findings a question shows.
const mostGrave = 5

// lookOnceMore shows what is grave and asks whether to go on; with nothing grave
// it goes on at once.
func (p *Page) lookOnceMore(ask, anyway string, goOn func()) {
	p.d.LeaveField()
	grave := p.d.Grave()
	if len(grave) == 0 {
		goOn()
		return
	}
	rows := container.New(widgets.Column{Gap: 6}, say(p.w.Text(ask, "n", len(grave)), prose))
	for i, f := range grave {
		if i == mostGrave {
			rows.Add(say(p.w.Text("drafts.grave.more", "n", len(grave)-mostGrave), secondary))
			break
		}
		rows.Add(say("· "+desk.Say(p.w, f), prose))
	}
	d := dialog.NewCustomWithoutButtons(p.w.Text("drafts.grave"), rows, p.win)
	d.SetButtons([]fyne.CanvasObject{
		widget.NewButton(p.w.Text("drafts.grave.look"), func() { d.Hide(); p.goToFindings() }),
		primary(p.w.Text(anyway), func() { d.Hide(); goOn() }),
	})
	d.Resize(fyne.NewSize(560, 0))
	d.Show()
}
