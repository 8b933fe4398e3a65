package issue

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/export"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A form is the choices of the job in hand. Its fields are made anew for each
// job; while somebody is at one of them only what they offer changes.
type form struct {
	p    *Page
	fill []func() // brings a field in line with what is chosen
}

func newForm(p *Page) *form { return &form{p: p} }

// show sets up the fields of j.
func (f *form) show(j staff.Job) {
	f.fill = nil
	c := f.p.choices
	c.RemoveAll()
	switch j {
	case staff.ScrubJob:
		c.Add(f.scrub())
	case staff.ArchiveJob:
		c.Add(f.row("session", f.headField("session")))
		c.Add(f.row("maker", f.headField("maker")))
		c.Add(f.row("archived", f.archived()))
	default:
		f.showPaper(j)
	}
	f.refresh(j)
	c.Refresh()
}

// showPaper sets up the fields of what is made of chosen proposals.
func (f *form) showPaper(j staff.Job) {
	c, paper := f.p.choices, j.Paper()
	if paper != desk.AimsPaper {
		c.Add(f.row("from", f.sources(j)))
		c.Add(container.New(twins{}, f.row("side", f.sides(j)), f.row("category", f.facet(j, "category"))))
		c.Add(container.New(twins{}, f.row("unit", f.facet(j, "unit")), f.row("delegation", f.facet(j, "delegation"))))
	}
	if j == staff.BeforeJob {
		c.Add(f.row("past", f.before()))
		return
	}
	if paper != desk.LabelPaper && j != staff.EachJob {
		c.Add(f.row("session", f.headField("session")))
		c.Add(container.New(twins{}, f.row("maker", f.headField("maker")), f.row("until", f.headField("until"))))
	}
	if paper == desk.LabelPaper {
		c.Add(f.row("labels", f.labels(j)))
	}
	if j != staff.ListsJob && j != staff.PublicJob {
		c.Add(f.row("format", f.formats(j)))
	}
	if box := f.boxes(j); len(box.Objects) > 0 {
		c.Add(f.row("also", box))
	}
}

// refresh brings the fields in line with what is chosen and what there is.
func (f *form) refresh(staff.Job) {
	for _, fill := range f.fill {
		fill()
	}
}

func (f *form) row(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return container.New(named{}, widgets.NewPassage(f.p.w.Text("issue.field."+name), label), field)
}

// change keeps a choice of j.
func (f *form) change(j staff.Job, set func(*staff.Choice)) {
	c := f.p.o.Choice(j)
	set(&c)
	f.p.o.Choose(j, c)
}

// An option is one line of a select: what is chosen, and its words.
type option struct{ value, words string }

// options is a select that offers what offer says now.
func (f *form) options(offer func() []option, now func() string, set func(string)) *widget.Select {
	s := widget.NewSelect(nil, nil)
	var offered []option
	pick := func(words string) {
		for _, o := range offered {
			if o.words == words {
				set(o.value)
				return
			}
		}
	}
	f.fill = append(f.fill, func() {
		offered = offer()
		s.OnChanged = nil
		s.Options = nil
		chosen, words := now(), ""
		for _, o := range offered {
			s.Options = append(s.Options, o.words)
			if o.value == chosen {
				words = o.words
			}
		}
		if words == "" && len(offered) > 0 {
			words = offered[0].words
		}
		s.SetSelected(words)
		s.OnChanged = pick
		s.Refresh()
	})
	return s
}

// sources say what the job is made of: the register, or what its page shows.
func (f *form) sources(j staff.Job) fyne.CanvasObject {
	w, o := f.p.w, f.p.o
	return f.options(func() []option {
		all := []option{{string(staff.FromAll), w.Text("issue.from.all", "n", len(o.Book().Entries))}}
		if n, some := o.LookedAt(); some {
			all = append(all, option{string(staff.FromLook), w.Text("issue.from.look", "n", n)})
		}
		return all
	}, func() string { return string(o.Choice(j).From) }, func(v string) {
		f.change(j, func(c *staff.Choice) { c.From = staff.Source(v) })
	})
}

func (f *form) sides(j staff.Job) fyne.CanvasObject {
	return f.options(func() []option {
		all := []option{{"", f.p.w.Text("issue.all")}}
		for _, s := range []staff.Side{staff.MotionSide, staff.OtherSide, staff.AmendSide} {
			all = append(all, option{string(s), string(s)})
		}
		return all
	}, func() string { return string(f.p.o.Choice(j).Side) }, func(v string) {
		f.change(j, func(c *staff.Choice) { c.Side = staff.Side(v) })
	})
}

// facet narrows to one category, unit or delegation of those there are.
func (f *form) facet(j staff.Job, name string) fyne.CanvasObject {
	field := func(c *staff.Choice) *string {
		switch name {
		case "category":
			return &c.Category
		case "unit":
			return &c.Unit
		}
		return &c.Delegation
	}
	return f.options(func() []option {
		all := []option{{"", f.p.w.Text("issue.all")}}
		for _, v := range f.p.o.Offered(name) {
			all = append(all, option{v, v})
		}
		return all
	}, func() string {
		c := f.p.o.Choice(j)
		return *field(&c)
	}, func(v string) { f.change(j, func(c *staff.Choice) { *field(c) = v }) })
}

// headField is a line of what stands on every paper.
func (f *form) headField(name string) fyne.CanvasObject {
	at := func(h *staff.Head) *string {
		switch name {
		case "session":
			return &h.Session
		case "maker":
			return &h.Maker
		}
		return &h.Until
	}
	e := widgets.NewField()
	e.SetPlaceHolder(f.p.w.Text("issue.hint." + name))
	f.fill = append(f.fill, func() {
		h := f.p.o.Head()
		if text := *at(&h); text != e.Text {
			e.OnChanged = nil
			e.SetText(text)
		}
		e.OnChanged = func(text string) {
			h := f.p.o.Head()
			*at(&h) = text
			f.p.o.SetHead(h)
		}
	})
	return e
}

func (f *form) labels(j staff.Job) fyne.CanvasObject {
	return f.options(func() []option {
		var all []option
		for _, k := range []export.LabelKind{export.LargeLabels, export.SmallLabels, export.SheetLabels} {
			all = append(all, option{string(k), f.p.w.Text("issue.labels." + string(k))})
		}
		return all
	}, func() string { return string(f.p.o.Choice(j).Labels) }, func(v string) {
		f.change(j, func(c *staff.Choice) { c.Labels = export.LabelKind(v) })
	})
}

// formats are the kinds of files that a job comes in.
func (f *form) formats(j staff.Job) fyne.CanvasObject {
	kinds := []string{"sign", "archive", "word"}
	if j == staff.EachJob {
		kinds = append(kinds, "packet")
	}
	return f.options(func() []option {
		var all []option
		for _, k := range kinds {
			all = append(all, option{k, f.p.w.Text("issue.format." + k)})
		}
		return all
	}, func() string {
		switch c := f.p.o.Choice(j); {
		case c.Packet:
			return "packet"
		case c.Word:
			return "word"
		case c.Archive:
			return "archive"
		}
		return "sign"
	}, func(v string) {
		f.change(j, func(c *staff.Choice) { c.Packet, c.Word, c.Archive = v == "packet", v == "word", v == "archive" })
	})
}

// boxes are what a job may do besides.
func (f *form) boxes(j staff.Job) *fyne.Container {
	row := container.NewHBox()
	box := func(name string, at func(*staff.Choice) *bool) {
		b := widget.NewCheck(f.p.w.Text("issue.also."+name), nil)
		f.fill = append(f.fill, func() {
			c := f.p.o.Choice(j)
			b.OnChanged = nil
			b.SetChecked(*at(&c))
			b.OnChanged = func(on bool) { f.change(j, func(c *staff.Choice) { *at(c) = on }) }
		})
		row.Add(b)
	}
	switch paper := j.Paper(); {
	case j == staff.UnitsJob:
		box("texts", func(c *staff.Choice) *bool { return &c.Texts })
	case paper == desk.VolumePaper || paper == desk.RegisterPaper || j == staff.ListsJob:
		box("public", func(c *staff.Choice) *bool { return &c.Public })
	}
	if j.Paper() == desk.VolumePaper {
		box("noindex", func(c *staff.Choice) *bool { return &c.NoIndex })
	}
	if p := j.Paper(); p != "" && p != desk.LabelPaper && p != desk.ReceiptPaper {
		box("duplex", func(c *staff.Choice) *bool { return &c.Duplex })
	}
	return row
}

// twins sets two fields side by side, each in half of the room.
type twins struct{}

// MinSize is called by Fyne.
func (twins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l, r := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(l.Width, r.Width)+24, max(l.Height, r.Height))
}

// Layout is called by Fyne.
func (twins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - 24) / 2
	for i, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(float32(i)*(width+24), 0))
	}
}
