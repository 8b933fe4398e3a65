package drafts

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// reference is the quiet panel 参考 below the sheet: what may help with the
// draft, each thing with its reason. Nothing of it is filled in by itself.
type reference struct {
	page   *Page
	fold   *widget.Button
	folded bool
	count  int
	rows   *fyne.Container
	add    fyne.CanvasObject
	last   string
	box    *fyne.Container
}

func newReference(p *Page) *reference {
	r := &reference{page: p, rows: container.New(widgets.Column{Gap: 6})}
	r.fold = widgets.Quiet("", func() { r.turn(!r.folded) })
	r.fold.IconPlacement = widget.ButtonIconTrailingText
	r.add = widgets.Quiet(p.w.Text("suggest.compare"), func() { p.Choose(p.d.KeepToCompare) })
	r.box = container.New(widgets.Column{Gap: 8},
		container.NewBorder(nil, nil, container.New(widgets.Inset{X: -8}, r.fold), r.add, container.New(widgets.Middle{}, say(p.w.Text("suggest.intro"), one))),
		r.rows)
	r.turn(false)
	return r
}

// turn folds the panel away or out.
func (r *reference) turn(away bool) {
	r.folded = away
	icon := theme.MenuDropUpIcon()
	if away {
		icon = theme.MenuDropDownIcon()
	}
	r.fold.SetIcon(icon)
	r.label()
	widgets.Shown(r.rows, !away)
	widgets.Shown(r.add, !away)
	r.page.refit()
}

func (r *reference) label() {
	title := r.page.w.Text("suggest.title")
	if r.count > 0 {
		title = r.page.w.Text("suggest.title.n", "n", r.count)
	}
	r.fold.SetText(title)
}

// redraw lists what there is for the open draft.
func (r *reference) redraw() {
	found := r.page.d.DraftReference()
	said := fmt.Sprint(found)
	if said == r.last {
		return
	}
	r.last = said
	r.count = len(found.Categories) + len(found.Hosts) + len(found.Similar) + len(found.Mentions)
	r.rows.RemoveAll()
	if found.Empty() {
		r.rows.Add(say(r.page.w.Text("suggest.none"), aside))
	}
	r.choices("suggest.category", "category", found.Categories)
	r.choices("suggest.host", "host", found.Hosts)
	r.similar(found.Similar)
	r.mentions(found.Mentions)
	r.label()
	r.rows.Refresh()
	r.page.refit()
}

// choices are values for an empty field.
func (r *reference) choices(title, key string, all []desk.Suggestion) {
	w := r.page.w
	for i, s := range all {
		name := s.Name
		r.row(r.head(title, i), name, desk.Because(w, "suggest.because", s.Words), w.Text("suggest.use"), func() {
			r.page.d.Take(key, name)
			r.page.form.redraw(false)
			r.page.checked()
		})
	}
}

// similar are proposals about the same matter; one's own can be opened.
func (r *reference) similar(all []desk.Similar) {
	w := r.page.w
	for i, s := range all {
		source := desk.SaySource(w, s)
		reason := source + w.Text("drafts.dot") + w.Text("suggest.percent", "n", s.Percent())
		if len(s.Words) > 0 {
			reason += w.Text("drafts.dot") + desk.Because(w, "suggest.both", s.Words)
		}
		var open func()
		if s.Source == desk.OwnDraft {
			open = func() { r.page.d.OpenDraft(annotate.ProposalID(s.ID)) }
		}
		title := s.Title
		if title == "" {
			title = w.Text("drafts.untitled")
		}
		r.row(r.head("suggest.similar", i), title, reason, w.Text("suggest.open"), open)
	}
}

// mentions are sentences of the report that the draft does not cite.
func (r *reference) mentions(all []desk.Mention) {
	w := r.page.w
	for i, m := range all {
		r.row(r.head("suggest.mentions", i), m.Text, desk.Because(w, "suggest.because", m.Words), w.Text("suggest.goto"),
			func() { r.page.d.GoToMention(m) })
	}
}

// head is the name of a group, which stands before its first row only.
func (r *reference) head(key string, i int) string {
	if i > 0 {
		return ""
	}
	return r.page.w.Text(key)
}

// row is one thing: the name of its group, itself with its reason below, and
// what can be done with it.
func (r *reference) row(group, text, reason, action string, do func()) {
	var button fyne.CanvasObject = layout.NewSpacer()
	if do != nil {
		button = container.NewVBox(widgets.Quiet(action, do))
	}
	r.rows.Add(container.NewBorder(nil, nil, container.New(widgets.FixedWidth(groupWidth), container.New(widgets.Inset{X: 0, Y: 2}, say(group, secondary))), button,
		container.New(widgets.Column{Gap: 0}, say(text, prose), say(reason, aside))))
}

// groupWidth holds the longest name of a group, in pixels.
const groupWidth = 104
