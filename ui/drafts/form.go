package drafts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A form is the fields of the sheet beside the text: those still asked for, and
// the rest folded away.
type form struct {
	page   *Page
	title  *widgets.Passage
	asked  *fyne.Container
	rest   *fyne.Container
	fold   *widget.Button
	unfold bool
	inputs []*input
	box    *fyne.Container
}

// An input is one field on the page.
type input struct {
	key     string
	box     fyne.CanvasObject
	focus   fyne.Focusable
	set     func(values []string)
	enable  func(yes bool)  // nil: it is hidden where it may not be changed
	suggest *fyne.Container // words put forward; nil for most
	put     []string        // those words
	folded  bool
}

func newForm(p *Page) *form {
	f := &form{page: p, title: say(p.w.Text("drafts.asked"), strong), asked: container.NewWithoutLayout(), rest: container.NewWithoutLayout()}
	f.fold = widgets.Quiet("", func() { f.turn(!f.unfold) })
	f.fold.IconPlacement = widget.ButtonIconTrailingText
	f.box = container.New(widgets.Column{Gap: 8}, f.title, f.asked,
		container.New(widgets.Inset{X: -8}, container.NewHBox(f.fold, layout.NewSpacer())), f.rest)
	return f
}

// build makes the fields anew, for another draft or another form.
func (f *form) build() {
	asked, rest := f.page.d.Fields()
	f.inputs = nil
	onSheet := func(field desk.Field) bool { return field.Key == "cosigner" || field.Key == "attachments" } // have places of their own
	asked, rest = slices.DeleteFunc(asked, onSheet), slices.DeleteFunc(rest, onSheet)
	f.fields(f.asked, asked, false)
	f.fields(f.rest, rest, true)
	widgets.Shown(f.title, len(asked) > 0)
	widgets.Shown(f.asked, len(asked) > 0)
	f.turn(false)
}

func (f *form) fields(box *fyne.Container, fields []desk.Field, folded bool) {
	wide := map[fyne.CanvasObject]bool{}
	box.Objects = nil
	for _, field := range fields {
		in := f.input(field)
		in.folded = folded
		f.inputs = append(f.inputs, in)
		box.Objects = append(box.Objects, in.box)
		wide[in.box] = field.Shape == desk.Lines || field.Shape == desk.Choices
	}
	box.Layout = pairs{wide: wide, gap: 12}
	box.Refresh()
}

// turn folds the rest of the fields away or out.
func (f *form) turn(out bool) {
	f.unfold = out
	widgets.Shown(f.rest, out)
	f.page.turned()
	label, icon := "drafts.unfold", theme.MenuDropDownIcon()
	if out {
		label, icon = "drafts.fold", theme.MenuDropUpIcon()
	}
	f.fold.SetIcon(icon)
	f.fold.SetText(f.page.w.Text(label))
	f.box.Refresh()
	f.page.refit()
}

// redraw fills the fields in.
func (f *form) redraw(bool) {
	for _, in := range f.inputs {
		in.set(f.page.d.Field(in.key))
		if in.enable != nil {
			in.enable(!f.page.d.Frozen())
		}
	}
	f.suggest()
}

// unfoldFor folds the rest out if that is where o is hidden.
func (f *form) unfoldFor(o fyne.CanvasObject) {
	if !o.Visible() && !f.unfold {
		f.turn(true)
	}
}

// suggest puts words forward where a field is empty.
func (f *form) suggest() {
	for _, in := range f.inputs {
		if in.suggest == nil {
			continue
		}
		names := f.page.d.Suggested(in.key)
		if slices.Equal(names, in.put) {
			continue
		}
		in.put = names
		in.suggest.Objects = []fyne.CanvasObject{container.New(widgets.Inset{X: 0, Y: 8}, say(f.page.w.Text("drafts.perhaps"), secondary))}
		for _, name := range names {
			link := widget.NewHyperlink(name, nil)
			link.OnTapped = func() { f.take(in, name) }
			in.suggest.Add(link)
		}
		widgets.Shown(in.suggest, len(names) > 0)
		in.suggest.Refresh()
	}
	f.page.refit()
}

// take fills a field with a word that was put forward.
func (f *form) take(in *input, name string) {
	f.page.d.Take(in.key, name)
	f.page.left()
	for _, each := range f.inputs {
		each.set(f.page.d.Field(each.key))
	}
	f.suggest()
}

// find returns the place of the field called key, folding it out if need be.
func (f *form) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	key, _, _ = strings.Cut(key, "[") // cosigner[3].name
	for _, in := range f.inputs {
		if in.key != key {
			continue
		}
		if in.folded && !f.unfold {
			f.turn(true)
		}
		return in.box, in.focus
	}
	return nil, nil
}

// input makes the field for one row of the sheet.
func (f *form) input(field desk.Field) *input {
	in := &input{key: field.Key}
	var o fyne.CanvasObject
	switch field.Shape {
	case desk.Choice:
		o = f.choice(in, field)
	case desk.Choices:
		o = f.choices(in, field)
	case desk.Lines:
		o = f.lines(in)
	case desk.Yes:
		return f.tick(in)
	default:
		o = f.line(in, field)
	}
	label := say(f.page.w.Text("drafts.field."+field.Key), secondary)
	switch field.Key {
	case "category", "host", "deputy.name", "cosigner":
		in.suggest = container.New(layout.NewRowWrapLayout())
		in.suggest.Hide()
	}
	box := container.New(widgets.Column{Gap: 4}, label, o)
	if in.suggest != nil {
		box.Add(in.suggest)
	}
	in.box = box
	return in
}

func (f *form) change(key string, values ...string) { f.page.d.SetField(key, values...) }

// line makes a field of words; one with words on offer shows them in a menu.
func (f *form) line(in *input, field desk.Field) fyne.CanvasObject {
	text := widgets.NewField()
	text.OnChanged = func(s string) {
		f.change(in.key, s)
		if in.suggest != nil {
			f.suggest()
		}
	}
	text.OnBlur = f.page.left
	if hint := "drafts.hint." + field.Key; f.page.w.Has(hint) {
		text.SetPlaceHolder(f.page.w.Text(hint))
	}
	if field.Shape == desk.Combo && len(field.Offered) > 0 {
		open := widget.NewButtonWithIcon("", theme.MenuDropDownIcon(), nil)
		open.Importance = widget.LowImportance
		open.OnTapped = func() { f.offer(open, text, field.Offered) }
		text.ActionItem = open
	}
	in.focus = text
	in.enable = func(yes bool) { enabled(text, yes) }
	in.set = func(v []string) { fill(f.page, text, strings.Join(v, "\n"), false) }
	return f.page.rolling(text)
}

// lines makes a field that has one value a line.
func (f *form) lines(in *input) fyne.CanvasObject {
	text := widgets.NewEditor(2, 12)
	text.OnChanged = func(s string) {
		f.change(in.key, strings.Split(s, "\n")...)
		if in.suggest != nil {
			f.suggest()
		}
	}
	text.OnBlur = f.page.left
	text.OnGrow = f.page.refit
	if hint := "drafts.hint." + in.key; f.page.w.Has(hint) {
		text.SetPlaceHolder(f.page.w.Text(hint))
	}
	in.focus = text
	fixed := say("", prose)
	fixed.Hide()
	in.enable = func(yes bool) {
		fixed.SetText(text.Text())
		widgets.Shown(text, yes)
		widgets.Shown(fixed, !yes)
	}
	in.set = func(v []string) {
		if f.page.win.Canvas().Focused() != fyne.Focusable(text) { // never into what is being typed in
			text.SetText(strings.Join(v, "\n"))
		}
	}
	return container.NewStack(text, fixed)
}

// offer shows a menu of words for a field below it.
func (f *form) offer(by fyne.CanvasObject, text *widgets.Field, offered []string) {
	var items []*fyne.MenuItem
	for _, name := range offered {
		items = append(items, fyne.NewMenuItem(name, func() {
			text.SetText(name)
			f.page.left()
		}))
	}
	c := f.page.win.Canvas()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	menu.ShowAtPosition(at.AddXY(0, text.Size().Height))
}

func (f *form) choice(in *input, field desk.Field) fyne.CanvasObject {
	s := widget.NewSelect(field.Offered, nil)
	s.PlaceHolder = f.page.w.Text("drafts.pick")
	chosen := func(v string) {
		f.change(in.key, v)
		f.page.left()
	}
	in.focus = s
	in.enable = func(yes bool) { enabled(s, yes) }
	in.set = func(v []string) {
		s.OnChanged = nil
		if len(v) == 0 {
			s.ClearSelected()
		} else {
			if !slices.Contains(s.Options, v[0]) {
				s.Options = append(slices.Clone(field.Offered), v[0])
			}
			s.SetSelected(v[0])
		}
		s.OnChanged = chosen
	}
	return s
}

func (f *form) choices(in *input, field desk.Field) fyne.CanvasObject {
	g := widget.NewCheckGroup(field.Offered, nil)
	g.Horizontal = true
	chosen := func(v []string) {
		f.change(in.key, v...)
		f.page.left()
	}
	in.enable = func(yes bool) { enabled(g, yes) }
	in.set = func(v []string) {
		g.OnChanged = nil
		for _, name := range v {
			if !slices.Contains(g.Options, name) {
				g.Append(name)
			}
		}
		g.SetSelected(v)
		g.OnChanged = chosen
	}
	return g
}

func (f *form) tick(in *input) *input {
	c := widget.NewCheck(f.page.w.Text("drafts.field."+in.key), nil)
	chosen := func(is bool) {
		if is {
			f.change(in.key, "yes")
		} else {
			f.change(in.key)
		}
		f.page.left()
	}
	in.focus = c
	in.enable = func(yes bool) { enabled(c, yes) }
	in.box = container.New(widgets.Inset{X: -4, Y: 0}, container.NewBorder(layout.NewSpacer(), nil, nil, nil, c))
	in.set = func(v []string) {
		c.OnChanged = nil
		c.SetChecked(len(v) > 0)
		c.OnChanged = chosen
	}
	return in
}
