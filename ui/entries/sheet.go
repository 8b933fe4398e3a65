package entries

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// sheet are the fields of the sheet, what is missing marked, and what the staff
// may put right with a button to do so.
func (p *Page) sheet(e registry.Entry) []fyne.CanvasObject {
	all := []fyne.CanvasObject{widgets.NewPassage(p.w.Text("entries.sheet.about"), aside)}
	for _, f := range staff.Fields(e) {
		all = append(all, p.field(e.Proposal.ID, f))
	}
	return all
}

// field is one field: its name, what it says, and below it what there is to know
// of that.
func (p *Page) field(id annotate.ProposalID, f staff.Field) fyne.CanvasObject {
	value := f.Now
	if value == "" {
		value = "—"
	}
	lines := container.New(stack{}, widgets.NewPassage(value, plain))
	switch {
	case f.Unsure:
		lines.Add(widgets.NewPassage(p.w.Text("entries.sheet.unsure", "why", p.w.Text("staff.guess."+f.Why)), warning))
	case f.Lacking && f.Now == "":
		lines.Add(widgets.NewPassage(p.w.Text("entries.sheet.lacking"), warning))
	case f.Lacking && f.Now == f.Was:
		lines.Add(widgets.NewPassage(p.w.Text("entries.sheet.malformed"), warning))
	}
	if f.Now != f.Was {
		lines.Add(widgets.NewPassage(p.w.Text("entries.sheet.was", "was", f.Was), aside))
	}
	name := widgets.NewPassage(desk.SayField(p.w, f.Key), widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})
	tools := container.NewHBox()
	if f.Unsure {
		tools.Add(container.NewVBox(quiet(p.w.Text("entries.confirm"), func() { p.decide(func() error { return p.o.Confirm(id, f.Key) }) })))
	}
	if f.Mendable {
		tools.Add(container.NewVBox(quiet(p.w.Text("entries.mend"), func() { p.askMend(id, f) })))
	}
	return container.NewBorder(nil, widget.NewSeparator(), nil, tools, container.New(shelfTop{120, 12}, name, lines))
}

// askMend asks what a field should say.
func (p *Page) askMend(id annotate.ProposalID, f staff.Field) {
	field := widgets.NewField()
	field.SetText(f.Now)
	name := desk.SayField(p.w, f.Key)
	var input fyne.CanvasObject = field
	read := func() string { return field.Text }
	about := p.w.Text("entries.mend.about", "field", name, "was", f.Was)
	if strings.HasPrefix(f.Key, "body.") { // paragraphs
		text := widgets.NewTextField(mendRows)
		text.SetText(f.Now)
		input, read, field = text, text.Text, nil
		about = name
	}
	form := container.New(stack{8}, widgets.NewPassage(about, plain), input,
		widgets.NewPassage(p.w.Text("entries.mend.kept"), aside))
	p.ask("entries.mend.title", "entries.mend.yes", field, form, fyne.NewSize(600, 0), func() bool {
		p.decide(func() error { return p.o.Mend(id, f.Key, read()) })
		return true
	})
}

// mendRows is how many rows of a part of a text are seen while it is put right.
const mendRows = 10

// askParts asks which units answer a part of their own.
func (p *Page) askParts(id annotate.ProposalID) {
	e, ok := p.o.Entry(id)
	if !ok {
		return
	}
	type line struct {
		unit   *unitBox
		matter *widgets.Field
	}
	var lines []line
	form := container.New(stack{8}, widgets.NewPassage(p.w.Text("entries.parts.about"), plain))
	for i := range max(mostParts, len(e.Parts)) {
		l := line{newUnitBox(p, false), widgets.NewField()}
		l.matter.SetPlaceHolder(p.w.Text("entries.parts.matter"))
		if i < len(e.Parts) {
			l.unit.set([]string{e.Parts[i].Unit}, nil)
			l.matter.SetText(e.Parts[i].Matter)
		}
		lines = append(lines, l)
		form.Add(container.New(shelfTop{240, 8}, l.unit.box, l.matter))
	}
	p.ask("entries.parts.title", "entries.parts.yes", lines[0].unit.field, form, fyne.NewSize(600, 0), func() bool {
		var parts []registry.Part
		for _, l := range lines {
			parts = append(parts, registry.Part{Unit: p.o.Unit(l.unit.field.Text), Matter: l.matter.Text})
		}
		p.decide(func() error { return p.o.Divide(id, parts) })
		return true
	})
}

// mostParts is how many parts are asked for at first.
const mostParts = 4

// shelfTop puts two things beside each other, level at their tops: the first some
// pixels wide, the other as wide as is left.
type shelfTop struct{ wide, gap float32 }

// MinSize is called by Fyne.
func (s shelfTop) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(s.wide+s.gap+b.Width, max(a.Height, b.Height))
}

// Layout is called by Fyne.
func (s shelfTop) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(s.wide, o[0].MinSize().Height))
	o[0].Resize(fyne.NewSize(s.wide, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-s.wide-s.gap, o[1].MinSize().Height))
	o[1].Resize(fyne.NewSize(size.Width-s.wide-s.gap, o[1].MinSize().Height))
	o[1].Move(fyne.NewPos(s.wide+s.gap, 0))
}

// clock is a time as people read it, "" for none.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(annotate.Beijing).Format("2006-01-02 15:04")
}
