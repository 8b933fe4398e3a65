package targets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// demands are what a number may demand, in the order offered.
var demands = []struct {
	measure    target.Measure
	comparator target.Comparator
}{
	{target.Level, target.Exactly}, {target.Level, target.AtLeast}, {target.Level, target.AtMost}, {target.Level, target.Below}, {target.Level, target.About},
	{target.Growth, target.Exactly}, {target.Growth, target.AtLeast}, {target.Growth, target.AtMost}, {target.Growth, target.Below}, {target.Growth, target.About},
}

// A form says what one target demands.
type form struct {
	page                           *Page
	subject, value, unit, deadline *widgets.Field
	must                           *widget.Select // demands, and last the milestone
	grid                           fyne.CanvasObject
}

// newForm is a form filled with t.
func newForm(p *Page, t target.Target) *form {
	f := &form{page: p, subject: widgets.NewField(), value: widgets.NewField(), unit: widgets.NewField(), deadline: widgets.NewField()}
	f.subject.SetText(t.Subject)
	f.unit.SetText(t.Unit)
	f.deadline.SetText(t.Deadline)
	f.deadline.SetPlaceHolder(p.w.Text("targets.edit.deadline.hint"))
	f.value.SetPlaceHolder(p.w.Text("targets.edit.value.hint"))
	var names []string
	at := len(demands)
	for i, d := range demands {
		names = append(names, desk.Must(p.w, target.Target{Kind: target.Quantified, Measure: d.measure, Comparator: d.comparator}))
		if t.Kind == target.Quantified && d.measure == t.Measure && d.comparator == t.Comparator {
			at = i
		}
	}
	if t.Kind == target.Quantified {
		f.value.SetText(strconv.FormatFloat(t.Value, 'f', -1, 64))
	}
	f.must = widget.NewSelect(append(names, p.w.Text("targets.must.milestone")), func(string) { f.fit() })
	f.must.SetSelectedIndex(at)
	f.grid = widget.NewForm(
		widget.NewFormItem(p.w.Text("targets.edit.subject"), f.subject),
		widget.NewFormItem(p.w.Text("targets.edit.must"), f.must),
		widget.NewFormItem(p.w.Text("targets.edit.value"), f.value),
		widget.NewFormItem(p.w.Text("targets.edit.unit"), f.unit),
		widget.NewFormItem(p.w.Text("targets.edit.deadline"), f.deadline))
	return f
}

// milestone reports whether the form says that there is no number.
func (f *form) milestone() bool { return f.must.SelectedIndex() == len(demands) }

// fit lets only what the kind of target has be typed.
func (f *form) fit() {
	for _, field := range []*widgets.Field{f.value, f.unit} {
		if f.milestone() {
			field.Disable()
		} else {
			field.Enable()
		}
	}
}

// aim is what the form says.
func (f *form) aim() desk.Said {
	said := desk.Said{Subject: f.subject.Text, Deadline: f.deadline.Text, Milestone: f.milestone()}
	if !said.Milestone {
		said.Value, said.Unit = f.value.Text, f.unit.Text
		said.Measure, said.Comparator = demands[f.must.SelectedIndex()].measure, demands[f.must.SelectedIndex()].comparator
	}
	return said
}

// An editor puts a target right, as one or as several.
type editor struct {
	page   *Page
	id     target.ID
	forms  []*form
	wrong  *widgets.Passage
	dialog *dialog.CustomDialog
}

// edit opens the editor of a row's target as so many.
func (p *Page) edit(r desk.TargetRow, parts int) *editor {
	e := &editor{page: p, id: r.Target.ID}
	e.wrong = widgets.NewPassage("", widgets.Lettering{Colour: theme.ColorNameError, Wrap: true})
	e.wrong.Hide()
	columns := container.NewGridWithColumns(parts)
	title := p.w.Text("targets.edit.title")
	for n := range parts {
		f := newForm(p, r.Target)
		e.forms = append(e.forms, f)
		if parts > 1 {
			title = p.w.Text("targets.edit.split")
			part := widgets.NewPassage(p.w.Text("targets.edit.part", "n", n+1), widgets.Lettering{Bold: true})
			columns.Add(container.NewVBox(part, f.grid))
			continue
		}
		columns.Add(f.grid)
	}
	quote := widgets.NewPassage("“"+r.Target.Quote+"”", widgets.Lettering{Wrap: true})
	note := widgets.NewPassage(p.w.Text("targets.edit.note"), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText})
	e.dialog = dialog.NewCustomWithoutButtons(title, container.NewVBox(quote, note, columns, e.wrong), p.win)
	save := widget.NewButton(p.w.Text("targets.edit.save"), e.save)
	save.Importance = widgets.Primary
	e.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(p.w.Text("targets.edit.cancel"), e.dialog.Hide), save})
	e.dialog.Resize(fyne.NewSize(float32(140+320*parts), 0))
	e.dialog.Show()
	p.win.Canvas().Focus(e.forms[0].subject)
	return e
}

// save keeps what the forms say, or says what is wrong and stays.
func (e *editor) save() {
	var all []desk.Said
	for _, f := range e.forms {
		all = append(all, f.aim())
	}
	a := e.page.d.CorrectAs(e.id, all...)
	if a.Off != nil {
		e.wrong.SetText(desk.Tell(e.page.w, a.Off))
		e.wrong.Show()
		return
	}
	e.dialog.Hide()
	e.page.d.Press(a)
}
