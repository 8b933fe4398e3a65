package drafts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// powers is how many kinds of matters a congress decides; each is worded in the
// catalogue.
const powers = 5

// A scope asks whether a 议案 is a matter of the congress's own powers, and says
// why most wishes are 建议. It asks once a draft and never refuses.
type scope struct {
	page     *Page
	answer   *widget.RadioGroup
	verdict  *widgets.Passage
	suggest  *widget.Button
	again    *widget.Button // answers anew
	options  fyne.CanvasObject
	answered map[annotate.ProposalID]string
	box      *fyne.Container
}

func newScope(p *Page) *scope {
	s := &scope{page: p, verdict: say("", prose), answered: map[annotate.ProposalID]string{}}
	s.answer = widget.NewRadioGroup(nil, nil)
	for i := range powers {
		s.answer.Options = append(s.answer.Options, p.w.Text("drafts.scope."+strconv.Itoa(i+1)))
	}
	s.answer.Options = append(s.answer.Options, p.w.Text("drafts.scope.none"))
	s.suggest = primary(p.w.Text("drafts.scope.suggestion"), func() { p.d.SetForm(annotate.Suggestion) })
	s.again = widgets.Quiet(p.w.Text("drafts.scope.again"), func() { s.answer.SetSelected("") })
	s.options = container.New(widgets.Column{Gap: 6}, say(p.w.Text("drafts.scope.why"), aside), container.New(widgets.Inset{X: -4}, s.answer))
	bar := canvas.NewRectangle(theme.Color(widgets.ColorInfo))
	bar.SetMinSize(fyne.NewSize(4, 0))
	s.box = container.NewStack(widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, bar, nil,
		container.New(widgets.Column{Side: 16, End: 12, Gap: 6},
			container.NewBorder(nil, nil, container.NewCenter(say(p.w.Text("drafts.scope.ask"), strong)), s.again),
			s.options, s.verdict, container.NewHBox(s.suggest, layout.NewSpacer())))))
	return s
}

func (s *scope) redraw() {
	draft := s.page.d.Draft()
	widgets.Shown(s.box, draft.Form == annotate.Motion && !s.page.d.Frozen())
	s.answer.OnChanged = nil
	s.answer.SetSelected(s.answered[draft.ID])
	s.answer.OnChanged = func(chosen string) {
		s.answered[draft.ID] = chosen
		s.judge()
		s.page.refit()
	}
	s.judge()
}

// judge says what follows from the answer.
func (s *scope) judge() {
	chosen := s.answer.Selected
	none := chosen == s.answer.Options[powers]
	said := ""
	switch {
	case none:
		said = s.page.w.Text("drafts.scope.outside")
	case chosen != "":
		said = chosen + s.page.w.Text("drafts.scope.colon") + s.page.w.Text("drafts.scope.inside")
	}
	s.verdict.SetText(said)
	widgets.Shown(s.verdict, said != "")
	widgets.Shown(s.suggest, none)
	widgets.Shown(s.options, chosen == "")
	widgets.Shown(s.again, chosen != "")
}
